"""Long random searches: each file here has `run(seconds, seed) -> Report`.

`dev.py campaign NAME` runs one for as long as it is told to; the test suite runs each for a few
seconds with a fixed seed.
"""
