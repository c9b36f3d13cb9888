"""What belongs to the page and not to the document, each piece with the rule that recognised it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal, get_args

from tomas_desktop.text.tokens import words

Kind = Literal[
    "running head",  # the same words at the same place on many pages, a Word file's headers and footers
    "page number",
    "masthead",  # the head and imprint of a gazette's page
    "watermark",
    "browser line",  # an address or the time of printing
    "other language",  # the column of a bilingual gazette that is not read
    "contents",  # a table of contents, which repeats headings
    "navigation",  # a site's banner, menus, buttons
    "note mark",  # the number of a note, printed where it stands and where it is referred to
    "change mark",  # ►M1 ◄, which say what amended a consolidated text
    "metadata",  # what a file says of itself: journal, pages, versions of a drafting tool
    "not standing",  # what a draft keeps although it was deleted or moved away
    "hidden text",
    "empty number",  # the number of a paragraph without a word
    "block mark",  # == preface ==, words of this program
    "ignored by hand",
]
KINDS: tuple[Kind, ...] = get_args(Kind)


class Furniture(str):
    """A text of the page, and its `kind`. It is a text wherever a text is wanted."""

    kind: Kind

    def __new__(cls, text: str, kind: Kind) -> Furniture:
        made = super().__new__(cls, text)
        made.kind = kind
        return made

    def __reduce__(self) -> tuple[type[Furniture], tuple[str, Kind]]:
        """Copied and sent between processes with its kind."""
        return Furniture, (str(self), self.kind)


def words_by_kind(furniture: Iterable[Furniture]) -> dict[Kind, int]:
    """How many words each kind has; kinds without any are left out."""
    counts: Counter[Kind] = Counter()
    for each in furniture:
        counts[each.kind] += len(words(each))
    return {kind: counts[kind] for kind in KINDS if counts[kind]}
