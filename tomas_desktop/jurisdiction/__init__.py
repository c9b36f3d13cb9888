"""The grammar of a legal order, read from data."""
