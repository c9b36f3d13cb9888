"""The cellar: the only room that knows SQLite."""
