"""A small law of each kind to apply clauses to, in our own words, and short ways to write a clause."""

from __future__ import annotations

from tomas_desktop.amend.consolidate import Consolidated, consolidate
from tomas_desktop.jurisdiction import pack
from tomas_desktop.jurisdiction.pack import Pack
from tomas_desktop.jurisdiction.source import SourceLine
from tomas_desktop.jurisdiction.structure import build
from tomas_desktop.model.canonical import lines
from tomas_desktop.model.clause import Clause, Step
from tomas_desktop.model.provision import Provision

RS, MK = pack.load("rs", "sr-Latn"), pack.load("mk", "mk")
AL, EU = pack.load("al", "sq"), pack.load("eu", "en")


def read(text: str, grammar: Pack) -> tuple[Provision, ...]:
    return build([SourceLine(line) for line in text.strip().splitlines()], grammar).nodes


RS_LAW = read(
    """
Glava prva
OPŠTE ODREDBE
Predmet
Član 1.
(1) Vrt je ograđen. Vrt je zelen. Vrt je otvoren.
(2) Čuvar čuva vrt:
1) danju;
2) noću.
(3) Čuvar nosi ključ od vrta.
(4) Ključ se ne daje drugom.
Ulaz
Član 2.
Ulaz je slobodan.
Deca ulaze bez pratnje.
Psi ne ulaze.
Glava druga
KAZNE
Gaženje trave
Član 3.
Ko gazi travu:
1) nogom;
2) točkom,
kazniće se kaznom do 3 dinara.
Čl. 4 i 5
Ko bere cveće, vraća ga.
""",
    RS,
)

EU_LAW = read(
    """
Article 1
Aim
1. The garden is green:
(a) in spring;
(b) in summer.
The guard waters it.
Children help.
2. The guard keeps the key.
Article 2
Rules
The gate is open. It is never locked.
Dogs stay outside.
""",
    EU,
)

EU_ACT = read(
    """
REGULATION ON GARDENS
Having regard to the wish of all,
Whereas:
(1) Gardens are green.
(2) Dogs dig.
HAVE ADOPTED THIS REGULATION:
Article 1
Aim
1. The garden is green.
ANNEX I
LIST OF FLOWERS
1. Rose
2. Tulip:
(a) red;
(b) white.
ANNEX II
Form of the permit.
""",
    EU,
)

AL_LAW = read(
    """
Neni 1
Kopshti
Kopshti është i gjelbër.
Roja ruan kopshtin:
a) ditën;
b) natën;
c) në dimër.
Neni 1/1
Çelësi
1. Roja mban çelësin.
2. Çelësi nuk jepet.
""",
    AL,
)


def at(*steps: str) -> tuple[Step, ...]:
    """`at("article 5", "paragraph #2", "point 1) 2)")`: `#` for what is counted, several numbers for several units."""
    out = []
    for each in steps:
        unit, *numbers = each.split(" ")
        out.append(Step(unit, tuple(n.removeprefix("#") for n in numbers) or ("",), any("#" in n for n in numbers)))
    return tuple(out)


def after(law: tuple[Provision, ...], *clauses: Clause, grammar: Pack = RS) -> list[str]:
    """The lines of the law after these clauses, all of which can be applied."""
    result = consolidate(law, clauses, grammar)
    assert result.failed == ()
    return printed(result)


def printed(result: Consolidated) -> list[str]:
    return [line.text for line in lines(result.nodes)]


def refused(law: tuple[Provision, ...], clause: Clause, grammar: Pack = RS) -> tuple[str, dict[str, str]]:
    """Why this clause cannot be applied; the law is as it was."""
    result = consolidate(law, [clause], grammar)
    assert all(a is b for a, b in zip(result.nodes, law, strict=True))
    assert result.applied == ()
    (failure,) = result.failed
    return failure.reason, dict(failure.values)
