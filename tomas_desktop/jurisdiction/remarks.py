"""What a person should look at in a tree that was read: numbers out of order or left out, articles without a word.

None of it is an error: laws are printed with such faults. But a number left out is also what an article looks like
whose own number was not recognised.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tomas_desktop.jurisdiction import numbering
from tomas_desktop.model.finding import Finding
from tomas_desktop.model.provision import Provision, walk

# The codes that are found on a tree, here and while its eIds are given.
CODES = frozenset({
    "number-twice", "division-number-unread", "article-out-of-order", "article-without-text", "article-left-out",
    "articles-left-out", "paragraph-out-of-order", "paragraph-left-out",
})  # fmt: skip
_GAPS_ARE_USUAL = 10  # an excerpt or a summary leaves out more than one article in so many: that is said once


def of_tree(nodes: Sequence[Provision]) -> tuple[Finding, ...]:
    """The remarks on a law's own articles, in their order."""
    own = [
        node for top in nodes if top.unit not in ("leftover", "annex") for node in walk([top]) if node.unit == "article"
    ]
    found = list(_articles(own))
    gaps = [finding for finding in found if finding.code == "article-left-out"]
    if len(gaps) * _GAPS_ARE_USUAL > len(own) and len(gaps) > 2:
        found = [finding for finding in found if finding.code != "article-left-out"]
        found.append(Finding("info", "articles-left-out", gaps[0].eid, (("count", str(len(gaps))),)))
    return tuple(found)


def _articles(own: Sequence[Provision]) -> Iterator[Finding]:
    there = {order for node in own for order in _orders(node.num)}
    last = (0, "")
    for node in own:
        first, final = _orders(node.num)
        if not first:  # a word ("Article premier"): the one after the last
            first = final = last[0] + 1
        values = (("number", node.num), ("after", last[1]))
        if first < last[0]:
            yield Finding("warning", "article-out-of-order", node.eid, values)
        elif last[1] and not there.issuperset(range(last[0] + 1, first)):
            yield Finding("info", "article-left-out", node.eid, values)
        last = (final, node.num) if final >= last[0] else last
        if not any(each.text for each in node.walk()):
            yield Finding("info", "article-without-text", node.eid, (("number", node.num),))
        yield from _paragraphs(node)


def _paragraphs(article: Provision) -> Iterator[Finding]:
    last = (0, "")
    for node in article.children:
        order = _orders(node.num)[1] if node.unit == "paragraph" else 0
        if not order:
            continue
        values = (("article", article.num), ("number", node.num), ("after", last[1]))
        if order < last[0]:
            yield Finding("warning", "paragraph-out-of-order", node.eid, values)
        elif last[1] and order > last[0] + 1:
            yield Finding("info", "paragraph-left-out", node.eid, values)
        last = (order, node.num)


def _orders(printed: str) -> tuple[int, int]:
    """The first and the last whole number of a printed number (`Čl. 188 i 189` has two); 0 where there is none."""
    found = [numbering.number_in(printed)[1]]
    before = numbering.number_in(printed)[0]
    if any(c.isdigit() for c in before):
        found.insert(0, numbering.number_in(before)[1])
    digits = ["".join(c for c in each.split("-")[0].split("/")[0] if c.isdigit()) for each in found]
    orders = [int(each) for each in digits if each] or [0]
    return orders[0], orders[-1]
