"""A law, a law as proposed and an amending act as Akoma Ntoso 3.0: valid by its schema, named after its convention.

The law as proposed tells of each change what it did (`passiveModifications`), the act what each of its articles would
do (`activeModifications`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from lxml import etree

from tomas_desktop.amend.amending_act import Act, AmendingArticle
from tomas_desktop.amend.cited import places
from tomas_desktop.amend.working_copy import WorkingCopy
from tomas_desktop.errors import TomasError
from tomas_desktop.export.akoma_ntoso_meta import Draft, Law, language, lifecycle, meta_of, references
from tomas_desktop.export.akoma_ntoso_tree import AKN, OWN, PLACE, UNIT, Element, add, blocks, hierarchy
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.model.clause import Clause
from tomas_desktop.model.provision import Provision

SUFFIX = ".akn.xml"

_BLOCKS = ("preface", "preamble", "conclusions")
_ATTACHED = frozenset({"annex", "memorandum", "statement", "leftover"})
_TYPES = {"substitution": "substitution", "insertion": "insertion", "repeal": "repeal", "heading": "substitution"}
_OPERATIONS = {"insert": "insertion", "delete": "repeal", "renumber": "renumbering"}


def law(text: Law) -> bytes:
    """A text of a law as it is."""
    root = _root()
    act = add(root, "act", name="act", contains="singleVersion")
    meta = meta_of(act, text.uri, text.expression_uri, text, text.name, *text.dated)
    lifecycle(meta, [("generation", text.dated[0], "#original")])
    references(meta, [("original", text.uri, text.name)])
    _write(act, text.nodes, text)
    return _bytes(root)


def proposed_law(text: Law, draft: Draft, pack: Pack) -> bytes:
    """The law as it would stand, with what each change did to it (`passiveModifications`); a provision whose number
    moved remembers its old name (`wId`)."""
    root = _root()
    act = add(root, "act", name="act", contains="singleVersion")
    bill, day = draft.uri(text), (draft.proposal.at or text.written)[:10]
    name = f"{text.uri}/{language(text.expression.language)}@{day}_{draft.proposal.key}"
    meta = meta_of(act, text.uri, name, text, text.name, day, "proposal")
    lifecycle(meta, [("generation", text.dated[0], "#original"), ("amendment", day, "#bill")])
    sources = _amending(text, draft, pack)
    changes = add(add(meta, "analysis", source="#tomas"), "passiveModifications")
    fresh = _fresh(draft)
    for place, one in enumerate(draft.modifications, start=1):
        made = add(changes, "textualMod", type=_TYPES[one.kind], eId=f"pmod_{place}")
        article = sources.get(one.target.partition("__")[0], "")
        add(made, "source", href=f"{bill}{article}")
        now = draft.applied.moved.get(one.target, one.target)
        add(made, "destination", href=f"{text.expression_uri}#{one.target}" if one.kind == "repeal" else f"#{now}")
        if one.kind != "insertion":
            add(made, "old", href=f"{text.expression_uri}#{one.target}")
        news = [f"{now}__heading"] if one.kind == "heading" and one.heading else fresh.get(one.id, [])
        for eid in news:
            add(made, "new", href=f"#{eid}")
    for place, (old, new) in enumerate(_renumbered(draft.applied.moved), start=1):
        made = add(changes, "textualMod", type="renumbering", eId=f"pmod_{len(draft.modifications) + place}")
        add(made, "source", href=bill)
        add(made, "destination", href=f"#{new}")
        add(made, "old", href=f"{text.expression_uri}#{old}")
        add(made, "new", href=f"#{new}")
    if not len(changes):
        meta.remove(changes.getparent())  # type: ignore[arg-type]
    act_name = " ".join(draft.act.title) if draft.act else draft.proposal.title
    references(meta, [("original", text.uri, text.name), ("bill", bill, act_name or draft.proposal.key)])
    titled = {draft.applied.moved.get(m.target, m.target) for m in draft.modifications if m.kind == "heading"}
    _write(act, draft.applied.nodes, text, titled, {new: old for old, new in draft.applied.moved.items()})
    return _bytes(root)


def amending_act(text: Law, draft: Draft, act: Act, pack: Pack) -> bytes:
    """The amending act as a bill, with what each of its articles would do to the law (`activeModifications`)."""
    root = _root()
    bill = add(root, "bill", name="bill")
    uri, day = draft.uri(text), (draft.proposal.at or text.written)[:10]
    title = " ".join(act.title) or draft.proposal.title
    name = f"{uri}/{language(text.expression.language)}@{day}"
    meta = meta_of(bill, uri, name, text, title, day, "generation", by=draft.proposal.author or "________")
    lifecycle(meta, [("generation", day, "#original")])
    changes = add(add(meta, "analysis", source="#tomas"), "activeModifications")
    copy, count = WorkingCopy(text.nodes, pack), 0
    quoting: dict[int, list[list[Element]]] = {}  # by article, for each clause that quotes, what it does
    for number, article in enumerate(act.articles, start=1):
        for clause in article.clauses:
            done: list[Element] = []
            if clause.content:
                quoting.setdefault(number, []).append(done)
            for eid in _cited(copy, clause):
                count += 1
                kind = next((to for op, to in _OPERATIONS.items() if clause.operation.startswith(op)), "substitution")
                made = add(changes, "textualMod", type=kind, eId=f"amod_{count}")
                add(made, "source", href=f"#art_{number}")
                add(made, "destination", href=f"{text.expression_uri}{f'#{eid}' if eid else ''}")
                done.append(made)
    if not count:
        meta.remove(changes.getparent())  # type: ignore[arg-type]
    references(meta, [("original", uri, title), ("law", text.uri, text.name)], draft.proposal.author or "________")
    preface = add(bill, "preface")
    for line in act.remarks:
        add(preface, "p", line)
    heading = add(preface, "longTitle")
    for line in act.title:
        add(heading, "p", line)
    if act.before:
        formula = add(add(bill, "preamble"), "formula", name="enactingFormula")
        for line in act.before:
            add(formula, "p", line)
    body = add(bill, "body")
    for number, article in enumerate(act.articles, start=1):
        quoted = _article(body, number, article)
        if len(quoted) == len(quoting.get(number, [])):
            for eid, changed in zip(quoted, quoting.get(number, []), strict=True):
                for one in changed:
                    add(one, "new", href=f"#{eid}")
    return _bytes(root)


def _article(body: Element, number: int, article: AmendingArticle) -> list[str]:
    """An amending article. What a sentence quotes stands inside of it, with its quotation marks as printed; the names
    of what is quoted."""
    made = add(body, "article", eId=f"art_{number}")
    add(made, "num", article.num)
    quoted = {line for clause in article.clauses for line in clause.content}
    count = 0
    names: list[str] = []
    paragraph: Element | None = None
    for line in article.lines:
        if paragraph is not None and line.strip("„“”»«\"'‘’.;, ") in _bare(quoted):
            mod = paragraph.find(f"{{{AKN}}}mod")
            if mod is None:
                name = f"art_{number}__mod_{len(names) + 1}"
                mod = add(paragraph, "mod", paragraph.text or "", eId=name)
                paragraph.text = None
                names.append(f"{name}__qstr_1")
                add(mod, "quotedStructure", eId=names[-1])
            add(mod[-1], "p", line)
            continue
        count += 1
        unit = add(made, "paragraph", eId=f"art_{number}__para_{count}")
        paragraph = add(add(unit, "content"), "p", line)
    if not count:
        add(add(add(made, "paragraph", eId=f"art_{number}__para_1"), "content"), "p")
    return names


def _bare(lines: Iterable[str]) -> set[str]:
    return {line.strip("„“”»«\"'‘’.;, ") for line in lines}


def _cited(copy: WorkingCopy, clause: Clause) -> list[str]:
    """The provisions that a clause is about: as far as its citation leads in the law in force."""
    for length in range(len(clause.target), 0, -1):
        try:
            return [place.unit.eid for place in places(copy, clause.target[:length], gone_too=True)]
        except TomasError:
            continue
    return [""]


def _amending(text: Law, draft: Draft, pack: Pack) -> dict[str, str]:
    """Which article of the act is about which article of the law: `#art_2` by eId."""
    copy, out = WorkingCopy(text.nodes, pack), dict[str, str]()
    for number, article in enumerate(draft.act.articles if draft.act else (), start=1):
        for clause in article.clauses:
            for eid in _cited(copy, clause):
                out.setdefault(eid.partition("__")[0], f"#art_{number}")
    return out


def _fresh(draft: Draft) -> dict[str, list[str]]:
    """The provisions that each change words anew or brings in, each without those below it."""
    causes, out = draft.applied.causes, dict[str, list[str]]()
    below: set[str] = set()

    def visit(nodes: Iterable[Provision]) -> None:
        for node in nodes:
            cause = causes.get(node.eid)
            if cause is not None and node.eid not in below:
                out.setdefault(cause.id, []).append(node.eid)
                below.update(child.eid for child in node.walk() if causes.get(child.eid) is cause)
            visit(node.children)

    visit(draft.applied.nodes)
    return out


def _renumbered(moved: Mapping[str, str]) -> list[tuple[str, str]]:
    """The provisions that got another number themselves, not those that only stand in one."""
    return [
        (old, new)
        for old, new in moved.items()
        if moved.get(old.rpartition("__")[0]) != new.rpartition("__")[0] or not old.rpartition("__")[0]
    ]


def _root() -> Element:
    names: dict[str | None, str] = {None: AKN, "tomas": OWN}
    return etree.Element(f"{{{AKN}}}akomaNtoso", nsmap=cast("dict[str, str]", names))  # the stubs know no default


def _bytes(root: Element) -> bytes:
    etree.indent(root, " ")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _write(
    act: Element,
    nodes: Sequence[Provision],
    text: Law,
    titled: Iterable[str] = (),
    moved: Mapping[str, str] | None = None,
) -> None:
    """The text of a law. Each of its topmost parts bears its place, for the standard has an order of its own."""
    headed = frozenset(titled)
    taken: set[str] = set()
    parts: dict[str, Provision] = {}
    body: list[tuple[int, Provision]] = []
    attached: list[tuple[int, Provision]] = []
    order: dict[str, int] = {}
    for place, node in enumerate(nodes):
        if node.unit in _BLOCKS and node.unit not in taken:
            taken.add(node.unit)
            parts[node.unit], order[node.unit] = node, place
        elif node.unit in _ATTACHED or node.unit in _BLOCKS:
            attached.append((place, node))
        else:
            body.append((place, node))

    def front(name: str) -> None:
        if name in parts:
            made = add(act, name, eId=parts[name].eid)
            made.set(PLACE, str(order[name]))
            blocks(made, parts[name])

    front("preface")
    front("preamble")
    holder = add(act, "body")
    holder.set(UNIT, "law")
    for place, node in body:
        hierarchy(holder, node, headed).set(PLACE, str(place))
    if not body:
        add(add(add(holder, "hcontainer", name="empty"), "content"), "p")
    front("conclusions")
    if attached:
        every = add(act, "attachments")
        for number, (place, node) in enumerate(attached, start=1):
            document = add(add(every, "attachment", eId=f"att_{number}"), "doc", name=node.unit)
            uri = f"{text.uri}/!{node.unit}_{number}"
            meta = meta_of(document, uri, f"{text.expression_uri}/!{node.unit}_{number}", text, text.name, *text.dated)
            references(meta, [("original", uri, node.heading or node.num or node.unit)])
            for reference in meta.iter(f"{{{AKN}}}references"):
                for one in reference:
                    one.set("eId", f"{one.get('eId')}_{number}")
            for source in meta.iter():
                for attribute in ("source", "href"):
                    if (source.get(attribute) or "").startswith("#"):
                        source.set(attribute, f"{source.get(attribute)}_{number}")
            hierarchy(add(document, "mainBody"), node, headed).set(PLACE, str(place))
    for element in act.iter():
        old = (moved or {}).get(element.get("eId", ""))
        if old:
            element.set("wId", old)
