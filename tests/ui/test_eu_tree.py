"""The tree of the EU act: sound for Qt, every article once, a grade per country."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tomas_desktop.model.correlation import Correlation, Grade
from tomas_desktop.model.identifiers import Ref
from tomas_desktop.model.provision import Provision
from tomas_desktop.ui.models.eu_tree import EID, GRADES, IS_DIVISION, EuTree

ACT = (
    Provision("preface", "preface", text="Summary"),
    Provision(
        "chp_I", "chapter", "CHAPTER I", "GENERAL PROVISIONS",
        children=(
            Provision("art_1", "article", "Article 1", "Scope"),
            Provision("art_2", "article", "Article 2", "Terms"),
        ),
    ),
    Provision("art_3", "article", "Article 3", "Entry into force"),
)  # fmt: skip


def correlation(eu: str, work: str, grade: Grade | None) -> Correlation:
    return Correlation(Ref("act", eu), Ref(work, "art_1"), grade)


def tree(qtbot: QtBot) -> EuTree:
    model = EuTree()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_act(ACT)
    return model


def test_divisions_hold_their_articles(qtbot: QtBot) -> None:
    model = tree(qtbot)
    assert [model.index(row, 0).data(EID) for row in range(model.rowCount())] == ["chp_I", "art_3"]
    chapter = model.index(0, 0)
    assert chapter.data() == "I  General provisions"
    assert chapter.data(IS_DIVISION)
    assert [model.index(row, 0, chapter).data() for row in range(2)] == ["1  Scope", "2  Terms"]
    assert model.parent(model.index(1, 0, chapter)) == chapter


def test_a_suggestion_is_shown_as_one_and_a_rejected_one_not_at_all(qtbot: QtBot) -> None:
    model = tree(qtbot)
    suggested = replace(correlation("art_1", "kz", None), status="suggested")
    rejected = replace(correlation("art_2", "kz", None), status="rejected")
    model.set_correlations([suggested, rejected], "act", {"kz": "rs"}, ["rs"])
    assert model.index_of("art_1").data(GRADES) == (("rs", "suggested", True),)
    assert model.index_of("art_2").data(GRADES) == (("rs", None, False),)
    model.set_correlations([suggested, correlation("art_1", "kz", "none")], "act", {"kz": "rs"}, ["rs"])
    assert model.index_of("art_1").data(GRADES) == (("rs", "none", True),)


def test_the_best_grade_of_each_country_is_shown(qtbot: QtBot) -> None:
    model = tree(qtbot)
    links = [
        correlation("art_1__para_2", "kz", "partial"),
        correlation("art_1", "kz", "none"),
        correlation("art_1", "mk", None),
    ]
    model.set_correlations(links, "act", {"kz": "rs", "mk": "mk"}, ["rs", "mk", "al"])
    article = model.index_of("art_1")
    assert article.data(GRADES) == (("rs", "partial", True), ("mk", None, True), ("al", None, False))
    assert (
        article.data(Qt.ItemDataRole.AccessibleTextRole)
        == "1  Scope: Serbia partial, North Macedonia not graded, Albania gap"
    )


def test_another_act_takes_the_place_of_the_first(qtbot: QtBot) -> None:
    model = tree(qtbot)
    model.set_act(ACT[2:])
    assert model.rowCount() == 1
    assert not model.index_of("art_1").isValid()
    assert model.index_of("nothing") == QModelIndex()
