"""A ministry's form as a value: which documents a package has, what stands in each, in which style.

A form is data. It has no conditions, no loops and no expressions; a text may name fields in braces, and what is
repeated (laws, articles, rows of a table) is a kind of block.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

Script = Literal["Latn", "Cyrl"]
Orientation = Literal["portrait", "landscape"]
Scope = Literal["law", "eu_act", "package"]
Order = Literal["eu", "national"]
BlockKind = Literal[
    "text", "each_law", "each_eu_act", "reasons", "enclosures", "tracked", "capitals", "in_force", "comparison",
    "concordance", "act", "amendments", "typographic",
]  # fmt: skip

ROLES = ("tracked", "act", "comparison", "provisions", "concordance", "statement", "explanatory", "cover")
BLOCK_KINDS: tuple[str, ...] = get_args(BlockKind)
WORDED = frozenset({"text", "each_law", "each_eu_act"})  # what has a text and a style of its own

# How often a document is written, unless a form says otherwise: once for each EU act, once for the whole package; all
# others once for each law.
USUAL_SCOPE: Mapping[str, Scope] = {
    "concordance": "eu_act", "statement": "package", "explanatory": "package", "cover": "package",
}  # fmt: skip

# What may be named in braces; a form's own [texts] come to these.
FIELDS = frozenset(
    "law law_cited gazette source as_of hash checked_by proposal justification author organisation contact recipient "
    "date act eu_act eu_name eu_title eu_cited celex eu_adopted eu_proposal basis number "
    "eu_source eu_as_of eu_hash".split()
)

# Which text of the form stands for a field that has a value only where its condition holds.
CONDITIONAL: Mapping[str, str] = {"eu_adopted": "if_adopted", "eu_proposal": "if_proposal"}

# The texts that a block prints of itself.
BLOCK_TEXTS: Mapping[str, tuple[str, ...]] = {
    "reasons": ("eu_basis",),
    "in_force": ("nothing_amended",),
    "act": ("not_in_act",),
    "amendments": ("amendment", "justification_head", "deleted"),
}

# The columns that a table of each kind may have.
COLUMN_SOURCES: Mapping[str, frozenset[str]] = {
    "comparison": frozenset({"eu", "in_force", "proposed"}),
    "amendments": frozenset({"in_force", "proposed"}),
    "concordance": frozenset(
        "eu_number eu_text celex national_act national_number national_text grade reason note planned_act deadline "
        "remarks blank".split()
    ),
}

# The parts a style can play, by the blocks that use them. A form gives each part that it uses a style of its template.
_LINES = "preface division division_heading article heading paragraph point subpoint"
_TABLE = "table table_head end"
STYLE_ROLES: Mapping[str, frozenset[str]] = {
    kind: frozenset(roles.split())
    for kind, roles in {
        "reasons": "law_name place paragraph",
        "enclosures": "enclosure",
        "tracked": f"{_LINES} end",
        "capitals": f"law_name {_LINES} deleted inserted",
        "in_force": f"law_name {_LINES}",
        "typographic": f"law_name {_LINES}",
        "comparison": f"{_TABLE} cell_division cell_article cell_heading cell_text",
        "concordance": f"{_TABLE} cell_text",
        "act": "frame act_title act_opening act_formula article paragraph quoted quoted_article",
        "amendments": f"{_TABLE} cell_text amendment place paragraph changed",
    }.items()
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `width` is its share. In a table of concordance `codes` is how the country writes each
    grade; the cell stays empty for the grades `empty_for` and must not for those of `needed_for`."""

    source: str
    heading: str
    width: int = 1
    codes: Mapping[str, str] = field(default_factory=dict)
    empty_for: tuple[str, ...] = ()
    needed_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One thing that stands in a document: a text in a style, or the law in one of its presentations. A table of
    concordance goes through the EU act or through the national laws (`order`); one provision with a grade of
    `partial_overall` makes the whole law's alignment partial."""

    kind: BlockKind
    style: str = ""
    text: str = ""
    columns: tuple[Column, ...] = ()
    order: Order = "eu"
    partial_overall: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One Word file of the package, made once for each law, once for each EU act that the laws answer or once for all
    (`scope`). `name` tells two documents of one role apart in their file names; `template` is its Word file where it is
    not the form's own."""

    role: str
    blocks: tuple[Block, ...]
    orientation: Orientation = "portrait"
    scope: Scope = "law"
    title: str = ""
    name: str = ""
    template: str = "template.docx"

    @property
    def is_of_one_eu_act(self) -> bool:
        """Is it written once for each EU act? A table of concordance always is, whatever else its document is for."""
        return self.scope == "eu_act" or any(block.kind == "concordance" for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Form:
    """A form found in a folder `<country>/<name>`. `scripts` begins with the one its own texts are written in;
    `language_tags` gives the language of each script as Word spells it. `bind` are the short words that no line break
    may part from the number behind them ("čl."); `respelt` says how pieces of the form's own words are written in the
    other script where the letters alone do not tell ("b1)")."""

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
    bind: tuple[str, ...] = ()
    respelt: Mapping[str, str] = field(default_factory=dict)
    unread: tuple[str, ...] = ()  # keys of its description that mean nothing: words mistyped

    @property
    def template(self) -> Path:
        """The Word file with page setup, styles, header and footer of those documents that name none of their own."""
        return self.folder / "template.docx"

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles that its documents play, each once."""
        return tuple(dict.fromkeys(document.role for document in self.documents))

    @property
    def language(self) -> str:
        """The language of the form without its script and country: `sr`, `mk`, `sq`."""
        return next(iter(self.language_tags.values()), "").partition("-")[0]
