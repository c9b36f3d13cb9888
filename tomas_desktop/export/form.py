"""A ministry's form as a value: which documents a package has, what stands in each, in which style.

A form is data. It has no conditions, no loops and no expressions; a text may name fields in braces, and what is
repeated (articles, rows of a comparison) is a kind of block.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

Script = Literal["Latn", "Cyrl"]
Orientation = Literal["portrait", "landscape"]
BlockKind = Literal["text", "tracked", "capitals", "comparison"]
ColumnSource = Literal["eu", "in_force", "proposed"]

ROLES = ("tracked", "act", "comparison", "provisions", "concordance", "statement", "explanatory", "cover")
BLOCK_KINDS: tuple[str, ...] = get_args(BlockKind)
COLUMN_SOURCES: tuple[str, ...] = get_args(ColumnSource)

# What may be named in braces; a form's own [texts] come to these.
FIELDS = frozenset(
    "law law_cited gazette source as_of hash checked_by proposal justification author organisation date eu_act basis"
    .split()
)  # fmt: skip

# The parts a style can play. A form gives each a style of its template.
STYLE_ROLES = frozenset(
    "title subtitle note preface division division_heading article heading paragraph point subpoint end deleted "
    "inserted table table_head cell_division cell_article cell_heading cell_text".split()
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a comparison; `width` is its share of the table."""

    source: ColumnSource
    heading: str
    width: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """One thing that stands in a document: a text in a style, or the law in one of its presentations."""

    kind: BlockKind
    style: str = ""
    text: str = ""
    columns: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One Word file of the package, made once for each law."""

    role: str
    blocks: tuple[Block, ...]
    orientation: Orientation = "portrait"


@dataclass(frozen=True, slots=True)
class Form:
    """A form found in a folder `<country>/<name>`. `scripts` begins with the one its own texts are written in;
    `language_tags` gives the language of each script as Word spells it."""

    id: str
    country: str
    title: str
    folder: Path
    scripts: tuple[Script, ...]
    language_tags: Mapping[str, str]
    styles: Mapping[str, str]
    texts: Mapping[str, str]
    documents: tuple[Document, ...]
    required: tuple[str, ...] = ()
    date_format: str = "%d.%m.%Y"
    is_default: bool = False

    @property
    def template(self) -> Path:
        """The Word file with page setup, styles, header and footer."""
        return self.folder / "template.docx"

    @property
    def roles(self) -> tuple[str, ...]:
        return tuple(document.role for document in self.documents)
