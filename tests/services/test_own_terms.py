"""The user's own terms: changed one by one, brought in, handed out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tomas_desktop.align.glossary import LANGUAGES, Concept, Term, rows, table
from tomas_desktop.errors import NotFoundError, TomasError
from tomas_desktop.services import own_terms, term_exchange, terms

CSAM = "child-sexual-abuse-material"
BUNDLED = {each.id: each for each in terms.all_concepts()}


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TOMAS_CONFIG", str(tmp_path / "config"))
    return tmp_path / "config" / "glossary"


def concept(id: str) -> Concept | None:
    return next((each for each in terms.all_concepts() if each.id == id), None)


def texts(id: str, language: str) -> list[str]:
    found = concept(id)
    return [term.text for term in found.terms.get(language, ())] if found else []


# ---- one by one --------------------------------------------------------------------------------------------


def test_a_preferred_term_stands_first_and_the_others_stay():
    before = texts(CSAM, "sr")
    made = own_terms.set_term(CSAM, "sr-Cyrl", "материјал о злостављању", preferred=True, source="Evronim")
    assert texts(CSAM, "sr") == ["materijal o zlostavljanju", *before]
    assert (made.source, made.note) == ("Evronim", BUNDLED[CSAM].note)
    assert texts(CSAM, "mk") == [term.text for term in BUNDLED[CSAM].terms["mk"]]


def test_a_concept_is_named_by_its_english_term_too():
    own_terms.set_term("Child sexual abuse material", "sq", "material abuzimi")
    assert texts(CSAM, "sq")[-1] == "material abuzimi"


def test_a_term_can_be_deprecated_and_written_again():
    own_terms.set_term("removal-order", "sr", "naredba o uklanjanju", deprecated=True, note="old word")
    [found] = terms.terms_in("naredbe o uklanjanju", "sr-Latn")
    assert (found.concept.id, found.is_deprecated, found.concept.note) == ("removal-order", True, "old word")
    own_terms.set_term("removal-order", "sr", "naredba o uklanjanju")
    [found] = terms.terms_in("naredbe o uklanjanju", "sr-Latn")
    assert (found.is_deprecated, found.is_preferred) == (False, False)


def test_the_only_term_of_a_language_cannot_be_deprecated():
    own_terms.set_concept({"en": ["lamp post"], "sr": ["bandera"]})
    with pytest.raises(TomasError) as trouble:
        own_terms.set_term("lamp-post", "sr", "bandera", deprecated=True)
    assert trouble.value.code == "term-only-deprecated"
    assert texts("lamp-post", "sr") == ["bandera"]


def test_a_new_concept_is_found_changed_and_taken_out(own_folder):
    made = own_terms.set_concept({"en": ["lamp post"], "sr": ["bandera", "uličnı stub"]}, note="ours")
    assert [each.concept for each in terms.find("банде", language="sr")] == [made]
    with pytest.raises(TomasError) as trouble:
        own_terms.set_concept({"en": ["Lamp post"]})
    assert trouble.value.code == "concept-exists"
    own_terms.set_concept({"en": ["lamp post"], "mk": ["бандера"]}, id="lamp-post")
    assert (texts("lamp-post", "sr"), texts("lamp-post", "mk")) == ([], ["бандера"])
    own_terms.remove("lamp post")
    assert concept("lamp-post") is None
    assert not list(own_folder.iterdir())


def test_a_bundled_concept_can_be_taken_out_and_comes_back():
    own_terms.remove(CSAM)
    assert concept(CSAM) is None
    own_terms.reset(CSAM)
    assert concept(CSAM) == BUNDLED[CSAM]


def test_a_bundled_term_can_be_taken_out_and_what_is_as_before_leaves_nothing_behind(own_folder):
    old = texts(CSAM, "en")[-1]
    own_terms.remove_term(CSAM, "en", old)
    assert old not in texts(CSAM, "en")
    own_terms.set_term(CSAM, "en", old)
    assert concept(CSAM) == BUNDLED[CSAM]
    assert not list(own_folder.iterdir())


def test_the_last_term_takes_the_concept_along():
    own_terms.set_concept({"sr": ["bandera"]})
    assert own_terms.remove_term("bandera", "sr", "бандера") is None
    assert concept("bandera") is None


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: own_terms.set_term("nothing", "sr", "x"), "no-concept"),
        (lambda: own_terms.set_term(CSAM, "de", "x"), "no-term-language"),
        (lambda: own_terms.set_term(CSAM, "sr", " ? "), "empty-term"),
        (lambda: own_terms.remove_term(CSAM, "sr", "x"), "no-term"),
        (lambda: own_terms.reset(CSAM), "no-own-concept"),
        (lambda: own_terms.set_concept({"en": [" "]}), "empty-term"),
        (lambda: own_terms.set_concept({"en": ["x"]}, {"sr": ["y"]}), "term-only-deprecated"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(call: Callable[[], object], code, own_folder):
    with pytest.raises(TomasError) as trouble:
        call()
    assert trouble.value.code == code
    assert not own_folder.exists() or not list(own_folder.iterdir())


def test_files_that_people_made_are_read_and_never_written(own_folder):
    own_folder.mkdir(parents=True)
    theirs = own_folder / "ministry.csv"
    theirs.write_text("en;sr\nchild sexual abuse material;naš materijal\n", encoding="utf-8")
    assert texts(CSAM, "sr") == ["naš materijal"]
    own_terms.set_term(CSAM, "sr", "još jedan", preferred=True)
    assert texts(CSAM, "sr") == ["još jedan", "naš materijal"]
    assert theirs.read_text(encoding="utf-8").endswith("naš materijal\n")


def test_a_row_written_by_hand_without_an_id_is_the_same_concept(own_folder):
    own_folder.mkdir(parents=True)
    own_terms.file().write_text("en,sr\nchild sexual abuse material,naš materijal\n", encoding="utf-8")
    own_terms.set_term(CSAM, "sq", "materiali ynë", preferred=True)
    assert (texts(CSAM, "sr"), texts(CSAM, "sq")[0]) == (["naš materijal"], "materiali ynë")
    assert [each.id for each in own_terms.own()] == [CSAM]


# ---- laws --------------------------------------------------------------------------------------------------

LETTERS = {"en": "abcxyz ", "sr": "abčćđšž ", "mk": "абѓќѕџ ", "sq": "abëç "}


@st.composite
def cells(draw: st.DrawFn) -> tuple[dict[str, tuple[Term, ...]], dict[str, tuple[Term, ...]]]:
    terms_, deprecated = {}, {}
    for language in draw(st.sets(st.sampled_from(LANGUAGES), min_size=1)):
        words = st.text(LETTERS[language], min_size=1, max_size=12).map(lambda s: " ".join(s.split())).filter(bool)
        found = draw(st.lists(words, min_size=1, max_size=4, unique=True))
        cut = draw(st.integers(1, len(found)))
        terms_[language] = tuple(Term(text, draw(st.booleans())) for text in found[:cut])
        if found[cut:]:
            deprecated[language] = tuple(Term(text) for text in found[cut:])
    return terms_, deprecated


remarks = st.text("abc č,;\"“|<&>'", max_size=12).map(lambda s: " ".join(s.split()))
concepts = st.builds(
    lambda name, both, note, source, field: Concept(name, both[0], both[1], note, field, source),
    st.from_regex(r"zz-[a-z]{1,6}(-[0-9])?", fullmatch=True),
    cells(),
    remarks,
    remarks,
    st.from_regex(r"[a-z]{1,9}", fullmatch=True),
)
glossaries = st.lists(concepts, max_size=5, unique_by=(lambda c: c.id, lambda c: c.preferred("en") or c.id))


@given(glossaries)
def test_a_table_is_read_as_it_was_written(made):
    assert [each for _, each in rows(table(made), "t.csv")] == made


def small_glossary(folder: Path, name: str, patch: pytest.MonkeyPatch) -> None:
    """A bundled glossary of three concepts, which is read faster than the whole one, and a folder of one's own."""
    three = [CSAM, "removal-order", "institution-audiovisual-media-regulator"]
    (folder / "bundled").mkdir(exist_ok=True)
    (folder / "bundled" / "few.csv").write_text(table(BUNDLED[each] for each in three), encoding="utf-8")
    patch.setattr(terms, "folders", lambda: (folder / "bundled", folder / name))


@given(made=glossaries, form=st.sampled_from([".csv", "dca", "dct", "martif"]))
def test_concepts_go_out_and_come_back_the_same(made, form, tmp_path_factory):
    folder = tmp_path_factory.mktemp("terms")
    with pytest.MonkeyPatch.context() as patch:
        small_glossary(folder, "one", patch)
        own_terms.write({each.id: each for each in made})
        there = {each.id: each for each in terms.all_concepts()}
        file = folder / f"terms{form if form == '.csv' else '.tbx'}"
        count = term_exchange.export_file(file, only_own=True, dialect="dca" if form == ".csv" else form)
        assert count == len(made)
        small_glossary(folder, "two", patch)
        term_exchange.import_file(file)
        assert {each.id: each for each in terms.all_concepts()} == there
        again = term_exchange.import_file(file)
        assert (again.added, again.changed, again.unchanged) == (0, 0, len(made))


@given(both=cells(), id=st.sampled_from([CSAM, "removal-order"]))
def test_a_bundled_concept_said_anew_is_so_and_can_be_reset(both, id, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        small_glossary(tmp_path_factory.mktemp("terms"), "own", patch)
        said, avoided = ({one: [term.text for term in own] for one, own in each.items()} for each in both)
        made = own_terms.set_concept(said, avoided, id=id)
        assert {one: [term.text for term in own] for one, own in made.terms.items()} == said
        assert {one: [term.text for term in own] for one, own in made.deprecated.items()} == avoided
        if own_terms.own():
            own_terms.reset(id)
        assert concept(id) == BUNDLED[id]


# ---- brought in --------------------------------------------------------------------------------------------


def imported(folder: Path, text: str, name: str = "got.csv", encoding: str = "utf-8") -> term_exchange.Imported:
    file = folder / name
    file.write_text(text, encoding=encoding)
    return term_exchange.import_file(file)


def test_what_comes_in_goes_first_and_takes_nothing_away(tmp_path):
    before = texts("removal-order", "sr")
    got = imported(
        tmp_path,
        "en,sr-Cyrl,mk,deprecated_sr\nRemoval order,налог о скидању,,nalozi za uklanjanje\nlamp post,бандера,,\n",
    )
    assert (got.added, got.changed, got.unchanged) == (1, 1, 0)
    assert texts("removal-order", "sr") == ["nalog o skidanju", *(t for t in before if t != "nalozi za uklanjanje")]
    assert [t.text for t in (concept("removal-order") or BUNDLED[CSAM]).deprecated["sr"]] == ["nalozi za uklanjanje"]
    assert texts("lamp-post", "sr") == ["bandera"]


def test_rows_of_one_english_term_are_one_concept(tmp_path):
    assert imported(tmp_path, "en,sr\nlamp post,bandera\nLamp post,stub\n").added == 1
    assert texts("lamp-post", "sr") == ["bandera", "stub"]


def test_a_table_in_an_old_encoding_is_read(tmp_path):
    imported(tmp_path, "en;sr\nlamp post;ulični stub na ćošku, đačko šetalište\n", encoding="windows-1250")
    assert texts("lamp-post", "sr") == ["ulični stub na ćošku, đačko šetalište"]


ONE = (
    '<tbx><text><body><conceptEntry id="c1"><langSec xml:lang="en"><termSec><term>{}</term></termSec></langSec>'
    '<langSec xml:lang="de"><termSec><term>egal</term></termSec></langSec></conceptEntry></body></text></tbx>'
)


def test_ids_of_one_termbase_mean_nothing_in_another(tmp_path):
    got = imported(tmp_path, ONE.format("lamp post"), "a.tbx")
    assert (got.added, got.other_languages, got.languages) == (1, 1, ("de",))
    imported(tmp_path, ONE.format("park bench"), "b.tbx")
    assert [texts("c1", "en"), texts("c1-2", "en")] == [["lamp post"], ["park bench"]]


def test_a_deprecated_term_without_another_finds_no_place(tmp_path):
    status = "<termNote type='administrativeStatus'>deprecatedTerm-admn-sts</termNote>"
    text = ONE.format(f"kiddie stuff</term>{status}<term>")
    got = imported(tmp_path, text, "a.tbx")
    assert (got.added, got.only_deprecated) == (0, 1)


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("<html/>", "a.tbx", "tbx-not-a-termbase"),
        ("<tbx", "a.tbx", "xml-not-well-formed"),
        ("one,two\n1,2\n", "a.csv", "glossary-no-language"),
        ("", "a.csv", "file-empty"),
        ("en,sr\na,b,c\n", "a.csv", "glossary-too-many-cells"),
        ("PK\x03\x04...", "a.xlsx", "file-is-archive"),
    ],
)
def test_a_bad_file_is_one_sentence_and_changes_nothing(tmp_path, own_folder, text, name, code):
    with pytest.raises(TomasError) as trouble:
        imported(tmp_path, text, name)
    assert trouble.value.code == code
    assert not own_folder.exists()


def test_a_form_that_cannot_be_written_is_said(tmp_path):
    for name, dialect, code in (("a.doc", "dca", "terms-format"), ("a.tbx", "xyz", "terms-dialect")):
        with pytest.raises(TomasError) as trouble:
            term_exchange.export_file(tmp_path / name, dialect=dialect)
        assert trouble.value.code == code
    with pytest.raises(NotFoundError):
        own_terms.remove("nothing")
    assert not list(tmp_path.iterdir())
