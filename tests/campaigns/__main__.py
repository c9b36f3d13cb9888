"""`python -m tests.campaigns NAME --seconds N --seed S`, called by `dev.py campaign`."""

from __future__ import annotations

import argparse
import importlib
import sys

from tests.campaigns.discovery import names


def main() -> int:
    """Run one campaign; exit 1 when it found something, after telling what."""
    parser = argparse.ArgumentParser(prog="dev.py campaign")
    parser.add_argument("name", choices=names())
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--seed", type=int, required=True)
    options = parser.parse_args()
    print(f"{options.name}: {options.seconds:g} s, seed {options.seed}", flush=True)
    report = importlib.import_module(f"tests.campaigns.{options.name}").run(options.seconds, options.seed)
    print(f"{report.tried} tried, {len(report.failures)} failed{f' ({report.told})' if report.told else ''}")
    for line in report.failures:
        print(f"  {line}")
    return int(bool(report.failures))


if __name__ == "__main__":
    sys.exit(main())
