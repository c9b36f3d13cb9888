"""What suggestions reach against tables made by hand."""

from __future__ import annotations

from pathlib import Path

from tests.align.correlation_tables import EVIDENCE, HALVES, Figures, dsa, gdpr, named

HEAD = """# Suggestions measured

Made by `python -m tests.tables suggestions`. GDPR (English) against the Serbian data protection law, articles:
`tests/align/gdpr_zzpl.toml` was made by hand from reading both. The weights were chosen on its odd articles and the
proposal below; the even articles are the check, though not a clean hold-out.

| evidence | articles | answered | hit@1 | recall@5 | twin first | gaps seen | of | false gaps |
|---|---|---:|---:|---:|---:|---:|---:|---:|"""
OTHER = """
The Digital Services Act against the Serbian law on electronic commerce (`tests/align/dsa_zet.toml`), a pair by which no
weight was chosen: {} articles answered, hit@1 {:.3f}, recall@5 {:.3f}."""
NAMED = """
The proposal COM(2022) 209 against national laws: articles for which the drafters' reference names a provision
(`tests/align/csar_named.toml`), and how many have one of the named among the first five.

| country | named | among five |
|---|---:|---:|"""


def table(data: Path) -> str:
    """The tables in Markdown, and below each what was missed."""
    lines = [HEAD]
    missed: list[str] = []
    for evidence, weights in EVIDENCE.items():
        lines.extend(_row(evidence, name, gdpr(data, half, weights)) for name, half in HALVES.items())
        found = gdpr(data, None, weights)
        lines.append(_row(evidence, "all", found))
        for what, each in (
            ("not first", found.not_first),
            ("not among five", found.not_among_five),
            ("gap not seen", found.gaps_not_seen),
            ("false gap", found.false_gaps),
        ):
            missed.extend(f"- {evidence}, {what}: {told}" for told in each)
    unseen = dsa(data)
    lines.extend(["", *missed, OTHER.format(unseen.answered, unseen.hit, unseen.recall), NAMED])
    missed = []
    for country in ("rs", "mk", "al"):
        count, wrong = named(data, country)
        lines.append(f"| {country} | {count} | {count - len(wrong)} |")
        missed.extend(f"- {country}, not among five: {told}" for told in wrong)
    return "\n".join([*lines, "", *missed]).rstrip("\n") + "\n"


def _row(evidence: str, name: str, found: Figures) -> str:
    return (
        f"| {evidence} | {name} | {found.answered} | {found.hit:.3f} | {found.recall:.3f} | {len(found.twins_first)} | "
        f"{found.gaps_seen} | {found.gaps} | {len(found.false_gaps)} |"
    )
