"""Dialogs; each has a static `ask` that a test can answer."""
