"""The workbench: from two texts to a redline, from a redline to modifications, and back."""
