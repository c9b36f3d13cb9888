"""How lean and how readable the redline is: 1,000 random edits of real articles of each legal order."""

from __future__ import annotations

import random
from pathlib import Path

from tests.amend.random_edits import LAWS, Measured, edited, measure, paragraphs

EDITS = 1000
SEED = 185
HEAD = """| law | edits | words marked | optimum (LCS) | ratio | worst of one edit | words cut | \
unchanged words in marks: bridges | otherwise | replaced whole | marked, readable form |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"""


def table(data: Path) -> str:
    """One row for each legal order, and one for all of them together."""
    texts = [paragraphs(data, [law]) for law in LAWS]
    rows = [_row(Path(law[0]).name, _measured(text)) for law, text in zip(LAWS, texts, strict=True)]
    return "\n".join([HEAD, *rows, _row("all four", _measured([one for text in texts for one in text]))]) + "\n"


def _measured(texts: list[str]) -> Measured:
    dice = random.Random(SEED)
    return measure((old, edited(old, dice)) for old in (dice.choice(texts) for _ in range(EDITS)))


def _row(name: str, found: Measured) -> str:
    cells = (
        f"`{name}`" if "." in name else name,
        found.edits,
        found.marked,
        found.optimum,
        f"{found.ratio:.4f}",
        f"{found.worst:.3f}",
        found.cut,
        found.bridges,
        found.undeclared,
        found.wholes,
        found.shown,
    )
    return f"| {' | '.join(map(str, cells))} |"
