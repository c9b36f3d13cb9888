"""The lines of a page: in order, numbers and notes apart, and never a word lost, whatever the mark-up."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tomas_desktop.importers import eurlex_com_html, eurlex_oj_html
from tomas_desktop.importers.html_layout import contents, kind_of_table
from tomas_desktop.importers.html_lines import Page, Rules, read, with_notes
from tomas_desktop.importers.html_page import body_of, classes
from tomas_desktop.model.provision import Note
from tomas_desktop.text.tokens import words

RULES = Rules(
    number=lambda element: "num" in classes(element),
    mark=lambda element: (element.get("href") or "")[1:] if "mark" in classes(element) else "",
    note=lambda element: element.get("id") or "" if "note" in classes(element) else "",
    numeral=lambda element: "back" in classes(element),
    furniture=contents,
    table=kind_of_table,
)


def page(markup: str, rules: Rules = RULES) -> Page:
    return read(body_of(f"<body>{markup}</body>".encode(), Path("page.html")), rules)


def lines(markup: str) -> list[tuple[str, str]]:
    return [(line.num, line.text) for line in page(markup).lines]


def test_a_number_that_stands_apart_is_the_lines_number():
    assert lines('<p><span class="num"><span>(a)</span></span><span>fi</span><span>rst</span></p>') == [
        ("(a)", "first")
    ]


def test_a_number_before_a_block_belongs_to_the_block():
    assert lines('<div><span class="num">1. </span><div>text</div><div>more</div></div>') == [
        ("1.", "text"),
        ("", "more"),
    ]


def test_a_break_parts_lines_of_one_block():
    found = page("<p>Section 4<br>Removal</p><p>x</p>").lines
    assert [(line.text, line.broken) for line in found] == [("Section 4", False), ("Removal", True), ("x", False)]


def test_text_beside_blocks_keeps_its_place():
    assert [text for _, text in lines("<div>before<p>in</p>after</div>")] == ["before", "in", "after"]


def test_a_list_of_tables_nests():
    inner = "<table><tr><td>(i)</td><td><p>deep</p></td></tr></table>"
    found = page(f"<table><tr><td><p>(a)</p></td><td><p>shallow</p>{inner}</td></tr></table>").lines
    assert [(line.num, line.text, line.depth) for line in found] == [("(a)", "shallow", 1), ("(i)", "deep", 2)]


def test_a_number_whose_text_is_a_list_keeps_its_line():
    inner = "<table><tr><td>(i)</td><td>deep</td></tr></table>"
    assert lines(f"<table><tr><td>(a)</td><td>{inner}</td></tr></table>") == [("(a)", ""), ("(i)", "deep")]


def test_a_data_table_is_one_line():
    rows = "<tr><td>Year</td><td>2025</td></tr><tr><td>Staff</td><td><p>4</p><p>of 5</p></td></tr>"
    found = page(f"<p>x</p><table>{rows}</table>").lines
    assert [(line.text, line.table) for line in found] == [("x", False), ("Year | 2025 || Staff | 4 of 5", True)]


def test_a_mark_leaves_no_trace_in_the_text_and_the_note_hangs_on_its_line():
    markup = """<p>The opinion (<a class="mark" href="#n1">1</a>), as given<sup>
        <a class="mark" href="#n2">2</a></sup>.</p>
        <div class="note" id="n1"><span class="back">(1)</span> OJ C 1.</div>
        <div class="note" id="n2"><span class="back">(2)</span> <p>See</p><p>below.</p></div>"""
    found = page(markup)
    assert [(line.text, notes) for line, notes in with_notes(found)] == [
        ("The opinion, as given.", (Note("footnote", "OJ C 1."), Note("footnote", "See below.")))
    ]
    assert found.furniture == ("1", "2", "(1)", "(2)")


def test_a_mark_glued_to_the_next_word_does_not_glue_words():
    found = page('<p>one<a class="mark" href="#n1">1</a>two</p><p class="note" id="n1">note</p>')
    assert found.lines[0].text == "one two"
    assert found.words_in == 4


def test_a_note_that_nothing_refers_to_is_kept_and_told():
    found = page('<p>text</p><p class="note" id="n9">orphan</p>')
    assert found.stray == ("n9",)
    assert [notes for _, notes in with_notes(found)] == [(Note("footnote", "orphan"),)]


def test_a_list_of_links_into_the_page_is_its_table_of_contents():
    links = "".join(f'<li><a href="#art_{n}">Article {n}</a></li>' for n in range(1, 5))
    found = page(f"<ul>{links}</ul><p>Article 1</p>")
    assert [line.text for line in found.lines] == ["Article 1"]
    assert found.furniture == ("Article 1 Article 2 Article 3 Article 4",)


def test_navigation_of_the_site_is_furniture():
    found = page("<nav>Home</nav><p>law</p><button>Print</button><noscript>Enable scripts</noscript>")
    assert found.furniture == ("Home", "Print", "Enable scripts")


WORDS = st.lists(st.sampled_from(["law", "член", "5a", "(a)", "1.", "–", "x"]), max_size=3).map(" ".join)
BLOCKS = st.sampled_from(
    ["p", "div", "td", "tr", "table", "ul", "li", "dl", "dd", "span", "b", "br", "h1", "font", "x-y"]
)
CLASSES = st.sampled_from(
    [
        "num",
        "mark",
        "note",
        "back",
        "oj-note",
        "footnoteRef",
        "grid-list-column-1",
        "grid-list",
        "no-parag",
        "modref",
        "",
    ]
)


@st.composite
def markup(draw: st.DrawFn, depth: int = 4) -> str:
    parts = [draw(WORDS)]
    for _ in range(draw(st.integers(0, 3)) if depth else 0):
        tag, name = draw(BLOCKS), draw(CLASSES)
        target = draw(st.sampled_from(["", ' href="#n1"', ' id="n1"', ' href="#ntr1"', ' id="art_1"']))
        closed = f"</{tag}>" if draw(st.booleans()) else ""
        parts.append(f'<{tag} class="{name}"{target}>{draw(markup(depth=depth - 1))}{closed}{draw(WORDS)}')
    return " ".join(parts) if draw(st.booleans()) else "".join(parts)


@given(source=markup(), rules=st.sampled_from([RULES, eurlex_com_html.RULES, eurlex_oj_html.RULES, Rules()]))
def test_every_word_is_in_a_line_a_note_or_the_furniture(source, rules):
    found = page(f"{source}", rules)
    texts = [text for line in found.lines for text in (line.num, line.text)]
    assert found.words_in == sum(len(words(text)) for text in (*texts, *found.notes.values(), *found.furniture))
