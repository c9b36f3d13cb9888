"""One file per format in: bytes of a file become a tree of provisions and findings."""
