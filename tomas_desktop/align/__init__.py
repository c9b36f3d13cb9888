"""Matching: which national provision answers which provision of the EU act."""
