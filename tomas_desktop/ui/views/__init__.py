"""What the window shows: one file per view."""
