"""Print a table, or write it into a file of docs/."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
from pathlib import Path

from tests import tables
from tests.conftest import SHARED


def main() -> None:
    """Exit 1 where the folder of real laws is missing."""
    names = [module.name for module in pkgutil.iter_modules(tables.__path__) if module.name != "__main__"]
    parser = argparse.ArgumentParser(prog="python -m tests.tables")
    parser.add_argument("name", choices=names)
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the table there instead of printing it")
    options = parser.parse_args()
    if not (SHARED / "data").is_dir():
        parser.exit(1, "no folder shared/ beside the checkout: real laws cannot be read\n")
    text = importlib.import_module(f"tests.tables.{options.name}").table(SHARED / "data")
    if options.write:
        options.write.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
