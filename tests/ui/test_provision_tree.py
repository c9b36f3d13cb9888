"""The tree of a preview: sound for Qt, made as far as one looks."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tomas_desktop.model.provision import Provision
from tomas_desktop.ui.models.provision_tree import EID, ProvisionTree

LAW = (
    Provision("preface", "preface", children=(Provision("preface__para_1", "paragraph", text="ZAKON"),)),
    Provision(
        "chp_1", "chapter", "Glava prva", "OSNOVNE ODREDBE",
        children=(
            Provision(
                "art_1", "article", "Član 1", "Predmet",
                children=(Provision("art_1__para_1", "paragraph", "(1)", "", "Ovaj zakon uređuje. " * 9),),
            ),
            Provision("art_2", "article", "Član 2"),
        ),
    ),
)  # fmt: skip


def tree(qtbot: QtBot) -> ProvisionTree:
    model = ProvisionTree()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_nodes(LAW)
    return model


def test_each_unit_has_its_number_and_its_first_words(qtbot: QtBot) -> None:
    model = tree(qtbot)
    chapter = model.index(1, 0)
    assert [model.index(0, 0).data(), chapter.data()] == ["Preface", "Glava prva · OSNOVNE ODREDBE"]
    assert [model.index(row, 0, chapter).data() for row in range(2)] == ["Član 1 · Predmet", "Član 2"]
    paragraph = model.index(0, 0, model.index(0, 0, chapter))
    assert paragraph.data().startswith("(1) Ovaj zakon uređuje.")
    assert len(paragraph.data()) <= 90


def test_a_unit_is_found_by_its_eid(qtbot: QtBot) -> None:
    model = tree(qtbot)
    index = model.index_of("art_1__para_1")
    assert index.data(EID) == "art_1__para_1"
    assert model.parent(index) == model.index_of("art_1")
    assert model.index_of("art_9") == QModelIndex()


def test_another_text_takes_the_place_of_the_first(qtbot: QtBot) -> None:
    model = tree(qtbot)
    model.index_of("art_1__para_1")
    model.set_nodes(LAW[:1])
    assert model.rowCount() == 1
    assert not model.index_of("art_1").isValid()
    model.set_nodes(())
    assert model.rowCount() == 0


def test_only_what_is_unfolded_is_made(qtbot: QtBot) -> None:
    model = ProvisionTree()
    model.set_nodes([Provision(f"art_{i}", "article", f"Član {i}", children=LAW) for i in range(1000)])
    assert model.rowCount() == 1000
    model.index(7, 0)
    assert len(model._roots) == 1
