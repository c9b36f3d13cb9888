"""Random Word files, as wild as the mark-up allows: for what must hold of every file, also of a spoilt one."""

from __future__ import annotations

from random import Random

from tests.importers.word_files import gone, ins, level, lists, p, r, t, word

_WORDS = "reč Član 5. (1) 1) a) zakon – i. ; : Predmet Glava I tekst x".split()
_STYLES = (
    '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    '</w:style><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="V"><w:name w:val="V"/><w:rPr><w:vanish/></w:rPr></w:style>'
)
_NUMBERING = lists(level(0, "Član %1.") + level(1, "(%2)"), level(0, "%1)"))
_DEEPEST = 3


def wild_word(seed: int) -> bytes:
    """A Word file with every kind of content in any order, changes and fields well formed or not."""
    dice = Random(seed)
    body = _blocks(dice, 0)
    notes = "".join(f'<w:footnote w:id="{i}">{_blocks(dice, 2)}</w:footnote>' for i in (1, 2, 3))
    return word(body, styles=_STYLES, numbering=_NUMBERING, footnotes=notes)


def _text(dice: Random) -> str:
    return "".join(dice.choice(_WORDS) + dice.choice((" ", "", "  ")) for _ in range(dice.randint(0, 4)))


def _runs(dice: Random, depth: int) -> str:
    return "".join(_run(dice, depth) for _ in range(dice.randint(0, 4)))


def _run(dice: Random, depth: int) -> str:
    simple = (
        lambda: t(_text(dice)),
        lambda: t(_text(dice)),
        lambda: t(_text(dice)),
        lambda: gone(_text(dice)),
        lambda: r("<w:tab/><w:t>x</w:t>"),
        lambda: r(dice.choice(("<w:br/>", '<w:br w:type="page"/>'))),
        lambda: t(_text(dice), "<w:vanish/>"),
        lambda: r(f'<w:fldChar w:fldCharType="{dice.choice(("begin", "separate", "end"))}"/>'),
        lambda: r(f"<w:instrText>{dice.choice(('TOC', 'REF a'))}</w:instrText>"),
        lambda: _note_mark(dice),
        lambda: r('<w:sym w:font="Symbol" w:char="F061"/><w:noBreakHyphen/>'),
        lambda: "<w:bookmarkStart/>",
    )
    holding = (
        lambda: ins(_runs(dice, depth + 1)),
        lambda: f'<w:moveFrom w:id="1">{_runs(dice, depth + 1)}</w:moveFrom>',
        lambda: f'<w:moveTo w:id="1">{_runs(dice, depth + 1)}</w:moveTo>',
        lambda: f"<w:sdt><w:sdtPr/><w:sdtContent>{_runs(dice, depth + 1)}</w:sdtContent></w:sdt>",
        lambda: _box(dice, depth),
    )
    return dice.choice(simple + holding if depth < _DEEPEST else simple)()


def _note_mark(dice: Random) -> str:
    custom = dice.choice(("", 'w:customMarkFollows="1"'))
    return r(f'<w:footnoteReference w:id="{dice.randint(1, 4)}" {custom}/>' + "<w:t>z</w:t>" * dice.randint(0, 1))


def _box(dice: Random, depth: int) -> str:
    box = f"<w:txbxContent>{_blocks(dice, depth + 2)}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    return r(dice.choice((box, both)))


def _paragraph(dice: Random, depth: int) -> str:
    return p(
        _runs(dice, depth),
        style=dice.choice(("", "", "", "H", "T", "C", "V")),
        num=dice.choice((None, None, (1, 0), (1, 1), (2, 0))),
        mark=dice.choice(("", "", "", "ins", "del", "moveFrom", "moveTo")),
    )


def _blocks(dice: Random, depth: int) -> str:
    out = ""
    for _ in range(dice.randint(1, 6)):
        kind = dice.randrange(12)
        if kind < 9 or depth >= _DEEPEST:
            out += _paragraph(dice, depth)
        elif kind == 9:
            out += f"<w:tbl>{''.join(_row(dice, depth) for _ in range(dice.randint(1, 3)))}</w:tbl>"
        elif kind == 10:
            contents = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
            properties = dice.choice((contents, ""))
            inside = _blocks(dice, depth + 1)
            out += f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"
        else:
            out += "<w:bookmarkEnd/>"
    return out


def _row(dice: Random, depth: int) -> str:
    row = dice.choice(("", "", "<w:trPr><w:del/></w:trPr>", "<w:trPr><w:ins/></w:trPr>"))
    for _ in range(dice.randint(1, 3)):
        cell = dice.choice(("", "", "<w:tcPr><w:cellDel/></w:tcPr>", "<w:tcPr><w:cellIns/></w:tcPr>"))
        row += f"<w:tc>{cell}{_blocks(dice, depth + 1)}</w:tc>"
    return f"<w:tr>{row}</w:tr>"
