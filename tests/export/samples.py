"""A small law in our own words, a proposal over it, and random ones: what the export tests write into Word files."""

from __future__ import annotations

import random
from collections.abc import Sequence

from tomas_desktop.amend.amending_act import Act, AmendingArticle
from tomas_desktop.amend.comparison import MarkedLine, compare
from tomas_desktop.export.submission import (
    AmendedLaw,
    Answer,
    ComparisonRow,
    ConcordanceRow,
    EuAct,
    EuProvision,
    Reason,
    Submission,
)
from tomas_desktop.model.canonical import Line, lines
from tomas_desktop.model.card import Card
from tomas_desktop.model.clause import Clause
from tomas_desktop.model.correlation import Correlation, Grade
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.modification import Modification
from tomas_desktop.model.proposal import Proposal
from tomas_desktop.model.provision import Provision
from tomas_desktop.model.work import Expression, Work

DATE = "2026-11-21T10:00:00Z"
NBSP = "\u00a0"


def paragraph(article: str, number: int, text: str, *points: str) -> Provision:
    eid = f"{article}__para_{number}"
    below = tuple(
        Provision(f"{eid}__point_{i}", "point", num=f"{i})", text=point) for i, point in enumerate(points, start=1)
    )
    return Provision(eid, "paragraph", num=f"({number})", text=text, children=below)


def article(number: str, heading: str, *paragraphs: Provision) -> Provision:
    return Provision(f"art_{number}", "article", f"Član {number}.", heading, children=paragraphs, heading_above=True)


IN_FORCE = (
    Provision("chp_I", "chapter", "I", "Probne odredbe", children=(
        article("1", "Predmet", paragraph("art_1", 1, "Ovim probnim zakonom uređuje se uzorak.")),
        article("2", "Obaveze", paragraph("art_2", 1, "Pružalac usluge, u smislu čl.\u00a05. i 6, dužan je da:",
                                          "proceni rizik;", "o tome vodi evidenciju."),
                paragraph("art_2", 2, "Rok iznosi 30 dana & teče od prijema."),
                paragraph("art_2", 3, "Ova odredba prestaje.")),
    )),
)  # fmt: skip
PROPOSED = (
    Provision("chp_I", "chapter", "I", "Probne odredbe", children=(
        article("1", "Predmet", paragraph("art_1", 1, "Ovim probnim zakonom uređuje se uzorak.")),
        article("2", "Obaveze i rokovi", paragraph(
                    "art_2", 1, "Pružalac usluge, u smislu čl.\u00a05. i 6, dužan je da:",
                    "bez odlaganja proceni rizik;", "o tome vodi evidenciju;", "obavesti nadležni organ."),
                paragraph("art_2", 2, "Rok iznosi 15 dana & teče od prijema <prijave>.")),
    )),
)  # fmt: skip
EU_LINES = tuple(
    lines(
        [
            Provision(
                "art_4",
                "article",
                "Article 4",
                "Sample obligation",
                children=(Provision("art_4__para_1", "paragraph", "1.", text="A provider shall assess the risk."),),
            )
        ]
    )
)

# An act with a sentence, a quoted paragraph with a quotation mark at the end of a line, and a quoted article.
ACT = Act(
    title=("ZAKON", "O IZMENI I DOPUNI PROBNOG ZAKONA"),
    articles=(
        AmendingArticle(
            "Član 1.",
            ("U članu 2. stav 2. menja se i glasi:", "„(2) Rok iznosi „15 dana”", "i teče od prijema.”."),
            (Clause("replace_unit", content=("(2) Rok iznosi „15 dana”", "i teče od prijema.")),),
        ),
        AmendingArticle(
            "Član 2.",
            ("Posle člana 2. dodaje se član 2a, koji glasi:", "„Uzorak", "Član 2a", "Uzorak se čuva.”."),
            (Clause("insert_unit", content=("Uzorak", "Član 2a", "Uzorak se čuva.")),),
        ),
        AmendingArticle("Član 3.", ("Ovaj zakon stupa na snagu osmog dana.",)),
    ),
    before=("ODLUČENO JE:", "Menja se sledeće:"),
    remarks=("[NIJE PROVERENO]",),
)
EU_IN_SERBIAN = (Line("art_4__para_1", "paragraph", "text", "1. Pružalac usluge procenjuje rizik."),)


def answer(eid: str, number: str, grade: Grade | None, reason: str = "", law: str = "Probni zakon") -> Answer:
    """What answers article 4 paragraph 1 of the sample act."""
    correlation = Correlation(Ref("eu-uzorak", "art_4__para_1"), Ref("rs-probni", eid), grade, reason, "Napomena.")
    text = (Line(eid, "paragraph", "text", f"Odredba {number}."),)
    return Answer(law, number, text, correlation, True, int(number.replace(".", "")), "sr-Latn")


def row(eid: str, number: str, *answers: Answer, lines: tuple[Line, ...] = EU_IN_SERBIAN) -> ConcordanceRow:
    return ConcordanceRow(Ref("eu-uzorak", eid), number, lines, answers, "sr-Latn" if lines else "")


CONCORDANCE = (
    row("art_4__para_1", "4.1", answer("art_2__para_1", "2.1", "partial", "Rok je duži."),
        answer("art_1__para_1", "1.1", "full")),
    row("art_4__para_2", "4.2", answer("art_2__para_2", "2.2", "not_transposable", "Obraća se telu EU.")),
)  # fmt: skip

EU_ACT = EuAct(
    "eu-uzorak",
    "Sample Regulation",
    "en",
    (EuProvision(Ref("eu-uzorak", "art_4"), "Article 4"),),
    name="Uredba o uzorcima",
    cited="Regulation (EU) 0000/0",
    celex="00000R0000",
    concordance=CONCORDANCE,
    quoted=Expression("eu-uzorak", "en", "adopted", "2025-03-01", "", "sample.txt", "e" * 64),
    own=Expression("eu-uzorak", "sr-Latn", "adopted", "2025-03-01", "", "uzorak.docx", "d" * 64),
)


def sample_law(
    marked: Sequence[MarkedLine] | None = None, country: str = "rs", language: str = "sr-Latn", key: str = "rs-probni"
) -> AmendedLaw:
    """The sample law and its proposal; the change of article 2 paragraph 1 has a reason and an EU basis."""
    reason = Modification(
        key, "substitution", "art_2__para_1", author="Ana Anić", at=DATE, justification="Procena mora biti brza.",
        basis="eu-uzorak#art_4",
    )  # fmt: skip
    if marked is None:
        marked = [
            MarkedLine(one.base, one.proposed, one.segments, reason)
            if one.line.eid.startswith("art_2__para_1") and one.state != "kept"
            else one
            for one in compare(list(lines(IN_FORCE)), list(lines(PROPOSED)))
        ]
    second = [one for one in marked if one.line.eid.startswith("art_2")]
    compared = ComparisonRow(EU_LINES, tuple(one.base for one in second if one.base), tuple(second))
    return AmendedLaw(
        work=Work(key, country, "Probni zakon"),
        card=Card(key, official_name="Probni zakon", source="radni sažetak", as_of="2026-01-15", checked_by="Ana Anić"),
        proposal=Proposal(key, key, f"{key}/{language}/in-force", author="Ana Anić", at=DATE),
        expression=Expression(key, language, "in-force", "2026-01-15", "0" * 64, source_hash="ab12" * 16),
        marked=tuple(marked),
        modifications=(reason,),
        rows=(compared,),
        reasons=(Reason(reason.id, "Član 2. stav 1.", "Procena mora biti brza.", "Član 4."),),
        act=ACT,
    )


def sample_submission(*laws: AmendedLaw, country: str = "rs") -> Submission:
    return Submission(
        country=country,
        date=DATE,
        author="Ana Anić",
        organisation="Udruženje za uzorke",
        laws=laws or (sample_law(),),
        contact="Trg 1, Grad",
        recipient="Ministarstvo za uzorke",
        eu_acts=(EU_ACT,),
    )


def base_text(marked: Sequence[MarkedLine]) -> list[str]:
    return [line.base.text for line in marked if line.base]


def proposed_text(marked: Sequence[MarkedLine]) -> list[str]:
    return [line.proposed.text for line in marked if line.proposed]


_WORDS = (
    "zakon član stav i u ili lice dete maloletnik kazna zatvora godina sud „izraz” 500.000 § čl.\u00a05. "
    "član\u00a0185a закон дете ќе ѓ њ nenit ligji ë ç – a&b <c> \"d\" 'e' I. x\u0301 (1) 15. 3)"
).split(" ")


def random_marked(seed: int) -> tuple[MarkedLine, ...]:
    """Two versions of a random text of 1 to 7 paragraphs: words and numbers changed, paragraphs inserted and
    deleted at the beginning, in the middle and at the end, everything or nothing."""
    dice = random.Random(seed)
    wild = dice.random() < 0.3

    def said() -> str:
        return " ".join(dice.choice(_WORDS) for _ in range(dice.randint(1, 12)))

    def line(number: int, text: str) -> Line:
        kind = dice.choice(["number", "heading"]) if dice.random() < 0.15 else "text"
        unit = "article" if kind != "text" else "paragraph"
        return Line(f"art_1__para_{number}", unit, kind, text, "", 0)  # type: ignore[arg-type]

    base = [line(i, f"({i}) {said()}") for i in range(dice.randint(0, 7))]
    proposed: list[Line] = []
    for one in base:
        while dice.random() < (0.4 if wild else 0.2):
            proposed.append(line(100 + len(proposed), said()))
        fate = dice.random()
        if fate < (0.5 if wild else 0.25):
            continue
        words = one.text.split(" ")
        if dice.random() < 0.3:
            words.append(dice.choice(["pa još nešto", "i sud."]))
        if dice.random() < 0.2:
            words.insert(0, "Ipak")
        if fate > 0.6:
            for _ in range(dice.randint(1, 3)):
                words[dice.randrange(len(words))] = dice.choice([*_WORDS, "", "dva nova"])
        proposed.append(Line(one.eid, one.unit, one.kind, " ".join(words), "", one.depth))
    while dice.random() < 0.4:
        proposed.append(line(200 + len(proposed), said()))
    if dice.random() < 0.08:
        proposed = []
    reasons = [
        Modification("rs-probni", "substitution", f"unit_{i}", author=author, at=DATE, justification="Zato što & jer.")
        for i, author in enumerate(["Ana Anić", "Борис <Б> & Co", "Çelë"])
    ]
    return tuple(
        MarkedLine(one.base, one.proposed, one.segments, dice.choice([None, *reasons]))
        for one in compare(base, proposed)
    )
