"""Run the measurements and print them: ours, each peer, the floor, and how they compare."""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import platform
import sys
from types import ModuleType

import benchmarks
from benchmarks.row import Row, UnavailableError


def measurements() -> dict[str, ModuleType]:
    """The files of this folder that measure something, by name."""
    found = {}
    for module in pkgutil.iter_modules(benchmarks.__path__, "benchmarks."):
        if module.name != "benchmarks.__main__":
            loaded = importlib.import_module(module.name)
            if hasattr(loaded, "measure"):
                found[loaded.NAME] = loaded
    return found


def lines(row: Row) -> list[str]:
    """One row as text: ratios say how many times longer the others take, and how far we are from the floor."""
    out = [f"  {row.what:<58}{row.ours:>10.2f}"]
    out += [f"    {name:<56}{time:>10.2f}  {time / row.ours:>8.3g} x ours" for name, time in row.peers.items()]
    if row.floor is not None:
        out.append(f"    {'floor: ' + row.floor_is:<56}{row.floor:>10.2f}  ours {row.ours / row.floor:.3g} x the floor")
    return out


def main() -> int:
    """Print every table asked for; exit 1 when one of them could not be made by a fault of ours."""
    found = measurements()
    parser = argparse.ArgumentParser(prog="dev.py bench")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"any of: {', '.join(found)}")
    names = parser.parse_args().names or list(found)
    if unknown := [name for name in names if name not in found]:
        parser.error(f"no measurement {', '.join(unknown)}; there are {', '.join(found)}")
    print(f"Milliseconds, medians. Python {platform.python_version()}, {os.cpu_count()} cores, {platform.platform()}")
    for name in names:
        print(f"\n{name}", flush=True)
        try:
            rows = found[name].measure()
        except UnavailableError as missing:
            print(f"  not measured: {missing}")
            continue
        for row in rows:
            print("\n".join(lines(row)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
