"""How fast the program is, measured beside others that do a comparable job and beside the least it could take.

`python3 dev.py bench [NAME...]` runs the files of this folder that have a `NAME` and a `measure()`.
Figures belong here and nowhere else: the tests assert causes, never milliseconds.
"""
