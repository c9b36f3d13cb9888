"""Letters: pure text, no law."""
