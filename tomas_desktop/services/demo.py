"""The workshop dossier: built from the working summaries in `resources/demo`, through the same doors as any
other dossier (import, link, card, propose)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tomas_desktop import paths
from tomas_desktop.amend.session import put
from tomas_desktop.errors import NotFoundError
from tomas_desktop.model.card import Card
from tomas_desktop.model.change import Step
from tomas_desktop.model.correlation import Correlation
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.running_order import RunningOrder, Stop
from tomas_desktop.services import clock, drafting, importing, running_orders, submitting
from tomas_desktop.services.dossiers import OpenDossier, opened

NAME = "workshop.tomas"


@dataclass(frozen=True, slots=True)
class Demo:
    """Where the workshop dossier lies and the documents exported from it: country, role, path."""

    dossier: Path
    files: tuple[tuple[str, str, Path], ...]


def build(folder: Path) -> Demo:
    """Build the workshop dossier in `folder` and export every country's Word package beside it. A workshop
    dossier that is there already is kept under another name, so that no work in it is lost."""
    data = _data()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NAME
    if path.exists():
        path.rename(_free(path))
    files: list[tuple[str, str, Path]] = []
    with opened(path, create=True) as dossier:
        fill(dossier, data)
        by_country: dict[str, list[str]] = {}
        for proposal in dossier.dossier.proposals:
            by_country.setdefault(dossier.work(proposal.work).country, []).append(proposal.key)
        for country, proposals in by_country.items():
            sender = submitting.Sender(data["organisation"])
            package = submitting.export(dossier, proposals, country, folder / country, sender=sender)
            files.extend((country, role, file) for role, file in package.files)
    return Demo(path, tuple(files))


def fill(dossier: OpenDossier, data: Mapping[str, Any] | None = None) -> None:
    """Put the workshop's works, cards, correlations, running order and proposals into a dossier."""
    data = _data() if data is None else data
    _import(dossier, data["works"])
    names = {"official_name", "name_as_cited", "source", "as_of", "checked_by"}
    cards = [
        Card(card["work"], gazette=tuple(card.get("gazette", ())), **{n: card[n] for n in names if n in card})
        for card in data["cards"]
    ]
    dossier.session.perform(Step("card", put(dossier.dossier, *cards), "demo", at=clock.now()))
    correlations = [
        Correlation(
            Ref.parse(c["eu"]), Ref.parse(c["national"]), c.get("grade"), c.get("reason", ""), c.get("note", ""),
            "Workshop team", clock.now(),
        )
        for group in data["correlations"].values()
        for c in group
    ]  # fmt: skip
    for correlation in correlations:
        dossier.provision(correlation.eu)
        dossier.provision(correlation.national)
    dossier.session.perform(Step("link", put(dossier.dossier, *correlations), "demo", at=clock.now()))
    stops = [Stop(Ref.parse(s["ref"]), s.get("columns", 3), s["notes"]) for s in data.get("running_order", ())]
    for stop in stops:
        dossier.provision(stop.ref)
    order = RunningOrder(running_orders.NAME, tuple(stops))
    dossier.session.perform(Step("running-order", put(dossier.dossier, order), "demo", at=clock.now()))
    for proposal in data["proposals"]:
        _propose(dossier, proposal)


def work_keys() -> frozenset[str]:
    """The keys of the workshop's works."""
    return frozenset(work["key"] for work in _data()["works"])


def _import(dossier: OpenDossier, works: Sequence[Mapping[str, str]]) -> None:
    candidates = []
    for work in works:
        file = paths.resources() / "demo" / work["file"]
        reading = importing.preview(file, work["country"], work["language"])
        candidates.append(
            importing.Candidate(
                reading, file, work["country"], work["language"], work["key"], work["title"], work["stage"]
            )
        )
    importing.store_all(dossier, candidates)


def _propose(dossier: OpenDossier, proposal: Mapping[str, Any]) -> None:
    for edit in proposal["edits"]:
        mode = edit["mode"]
        drafting.propose(
            dossier,
            proposal["key"],
            Ref(proposal["work"], edit["target"]),
            text=edit["text"] if mode in ("text", "insert-after") else None,
            insert_after=mode == "insert-after",
            heading=edit["text"] if mode == "heading" else None,
            delete=mode == "delete",
            author=proposal["author"],
            justification=edit.get("justification", ""),
            basis=Ref.parse(edit["basis"]) if edit.get("basis") else None,
            title=proposal["title"],
        )
    reasoned = replace(dossier.proposal(proposal["key"]), justification=proposal.get("justification", ""))
    dossier.session.perform(Step("propose", put(dossier.dossier, reasoned), reasoned.key, reasoned.author, clock.now()))


def _data() -> dict[str, Any]:
    file = paths.resources() / "demo" / "demo.toml"
    if not file.is_file():
        raise NotFoundError("no-demo", path=str(file))
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _free(path: Path) -> Path:
    number = 1
    while (candidate := path.with_name(f"{path.stem}-{number}{path.suffix}")).exists():
        number += 1
    return candidate
