"""How many of the quoted replacements of real amending laws are read with their target."""

from __future__ import annotations

from pathlib import Path

from tests.jurisdiction import amending_laws

HEAD = """# Quoted replacements of real amending laws

Two Serbian laws that amend fines in other laws: each replacement with its article (and its paragraph, where the
sentence or the one before it names one), checked against a second reader that knows these laws only. Made by
`python -m tests.tables clauses`.

| law | replacements | recognised with their target | share |
|---|---:|---:|---:|"""


def table(data: Path) -> str:
    """The counts, and every failure with its reason."""
    rows: list[str] = []
    failures: list[str] = []
    every = wrong = 0
    for name in amending_laws.LAWS:
        count, failed = amending_laws.compared(data / "national-rs" / name)
        every, wrong = every + count, wrong + len(failed)
        rows.append(_row(f"`{name}`", count, len(failed)))
        failures += [f"- `{name}` {each.article}: {each.reason}, expected {each.expected}" for each in failed]
    told = ["", "Not recognised:", "", *failures] if failures else []
    return "\n".join([HEAD, *rows, _row("both", every, wrong), *told]) + "\n"


def _row(name: str, count: int, failed: int) -> str:
    return f"| {name} | {count} | {count - failed} | {100 * (count - failed) / count:.1f} % |"
