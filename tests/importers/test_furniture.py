"""What is put aside says by which rule, wherever it goes."""

from __future__ import annotations

import copy
import json
import pickle

from tomas_desktop.importers.furniture import Furniture, words_by_kind


def test_a_piece_is_its_text_and_knows_its_kind():
    piece = Furniture("page 3 of 9", "page number")
    assert piece == "page 3 of 9"
    assert json.dumps([piece]) == '["page 3 of 9"]'
    for again in (copy.deepcopy(piece), pickle.loads(pickle.dumps(piece))):
        assert (again, again.kind) == ("page 3 of 9", "page number")


def test_words_are_counted_by_kind_in_a_fixed_order():
    aside = [Furniture("7", "page number"), Furniture("The Gazette", "running head"), Furniture("8", "page number")]
    assert list(words_by_kind(aside).items()) == [("running head", 2), ("page number", 2)]
