"""Tables for docs/ that are made by reading everything there is: `python -m tests.tables NAME [--write FILE]`."""
