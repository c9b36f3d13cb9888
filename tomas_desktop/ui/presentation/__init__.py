"""Presentation: one provision on the whole screen, its changes shown one after the other, one key a step."""
