"""Acts of the Union in other languages: one small act, in our own words, is read alike in each of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.jurisdiction.translated_acts import TRANSLATED
from tomas_desktop.importers import plain_text
from tomas_desktop.importers.base import Reading
from tomas_desktop.jurisdiction import marks, pack
from tomas_desktop.jurisdiction.numbering import eid_number, successor
from tomas_desktop.jurisdiction.source import SourceLine
from tomas_desktop.model.canonical import canonical_text
from tomas_desktop.model.provision import Provision, walk

# Each act: two lines of title, the enacting body, two citations, the line before the recitals, two recitals, the
# enacting formula, a title with a chapter of one article and a chapter with a section of two, an annex.
ACTS = {
    "hr": """UREDBA O PČELAMA
o letu pčela
EUROPSKI PARLAMENT I VIJEĆE EUROPSKE UNIJE,
uzimajući u obzir Ugovor o vrtovima,
u skladu s redovnim postupkom,
budući da:
(1) Pčele lete.
(2) Tko ima vrt, ima i pčele.
DONIJELI SU OVU UREDBU:
GLAVA I.
VRTOVI
POGLAVLJE I.
Opće odredbe
Članak 1.
Predmet
1. Ova se Uredba primjenjuje na pčele.
2. Pčela može:
(a) letjeti, ako:
i. sja sunce;
ii. nema vjetra;
(b) spavati.
POGLAVLJE II.
Košnice
ODJELJAK 1.
Boje
Članak 2.
Boja
Košnica je plava.
Članak 2.a
Stupanje na snagu
Ova Uredba stupa na snagu sutra.
Sastavljeno u Bruxellesu 1. svibnja 2026.
PRILOG I.
BOJE KOŠNICA
Plava i žuta.
""",
    "bg": """РЕГЛАМЕНТ ЗА ПЧЕЛИТЕ
относно летенето на пчелите
ЕВРОПЕЙСКИЯТ ПАРЛАМЕНТ И СЪВЕТЪТ НА ЕВРОПЕЙСКИЯ СЪЮЗ,
като взеха предвид Договора за градините,
в съответствие с обикновената процедура,
като имат предвид, че:
(1) Пчелите летят.
(2) Който има градина, има и пчели.
ПРИЕХА НАСТОЯЩИЯ РЕГЛАМЕНТ:
ДЯЛ I
ГРАДИНИ
ГЛАВА I
Общи разпоредби
Член 1
Предмет
1. Настоящият регламент се прилага за пчелите.
2. Пчелата може:
а) да лети, ако:
i) грее слънце;
ii) няма вятър;
б) да спи.
ГЛАВА II
Кошери
РАЗДЕЛ 1
Цветове
Член 2
Цвят
Кошерът е син.
Член 2а
Влизане в сила
Настоящият регламент влиза в сила утре.
Съставено в Брюксел на 1 май 2026 година.
ПРИЛОЖЕНИЕ I
ЦВЕТОВЕ НА КОШЕРИТЕ
Синьо и жълто.
""",
    "fr": """RÈGLEMENT SUR LES ABEILLES
relatif au vol des abeilles
LE PARLEMENT EUROPÉEN ET LE CONSEIL DE L’UNION EUROPÉENNE,
vu le traité sur les jardins,
statuant conformément à la procédure ordinaire,
considérant ce qui suit:
(1) Les abeilles volent.
(2) Qui a un jardin a des abeilles.
ONT ADOPTÉ LE PRÉSENT RÈGLEMENT:
TITRE I
JARDINS
CHAPITRE I
Dispositions générales
Article premier
Objet
1. Le présent règlement s’applique aux abeilles.
2. L’abeille peut:
a) voler, lorsque:
i) le soleil brille;
ii) le vent ne souffle pas;
b) dormir.
CHAPITRE II
Ruches
SECTION 1
Couleurs
Article 2
Couleur
La ruche est bleue.
Article 2 bis
Entrée en vigueur
Le présent règlement entre en vigueur demain.
Fait à Bruxelles, le 1er mai 2026.
ANNEXE I
COULEURS DES RUCHES
Bleu et jaune.
""",
    "it": """REGOLAMENTO SULLE API
relativo al volo delle api
IL PARLAMENTO EUROPEO E IL CONSIGLIO DELL’UNIONE EUROPEA,
visto il trattato sui giardini,
deliberando secondo la procedura ordinaria,
considerando quanto segue:
(1) Le api volano.
(2) Chi ha un giardino ha anche le api.
HANNO ADOTTATO IL PRESENTE REGOLAMENTO:
TITOLO I
GIARDINI
CAPO I
Disposizioni generali
Articolo 1
Oggetto
1. Il presente regolamento si applica alle api.
2. L’ape può:
a) volare, se:
i) splende il sole;
ii) non c’è vento;
b) dormire.
CAPO II
Alveari
SEZIONE 1
Colori
Articolo 2
Colore
L’alveare è blu.
Articolo 2 bis
Entrata in vigore
Il presente regolamento entra in vigore domani.
Fatto a Bruxelles, il 1o maggio 2026
ALLEGATO I
COLORI DEGLI ALVEARI
Blu e giallo.
""",
    "sl": """UREDBA O ČEBELAH
o letenju čebel
EVROPSKI PARLAMENT IN SVET EVROPSKE UNIJE STA –
ob upoštevanju Pogodbe o vrtovih,
v skladu z rednim postopkom,
ob upoštevanju naslednjega:
(1) Čebele letijo.
(2) Kdor ima vrt, ima tudi čebele.
SPREJELA NASLEDNJO UREDBO:
NASLOV I
VRTOVI
POGLAVJE I
Splošne določbe
Člen 1
Vsebina
1. Ta uredba se uporablja za čebele.
2. Čebela lahko:
(a) leti, če:
(i) sije sonce;
(ii) ni vetra;
(b) spi.
POGLAVJE II
Panji
ODDELEK 1
Barve
Člen 2
Barva
Panj je moder.
Člen 2a
Začetek veljavnosti
Ta uredba začne veljati jutri.
V Bruslju, 1. maja 2026
PRILOGA I
BARVE PANJEV
Modra in rumena.
""",
    "el": """ΚΑΝΟΝΙΣΜΟΣ ΓΙΑ ΤΙΣ ΜΕΛΙΣΣΕΣ
σχετικά με την πτήση των μελισσών
ΤΟ ΕΥΡΩΠΑΪΚΟ ΚΟΙΝΟΒΟΥΛΙΟ ΚΑΙ ΤΟ ΣΥΜΒΟΥΛΙΟ ΤΗΣ ΕΥΡΩΠΑΪΚΗΣ ΕΝΩΣΗΣ,
Έχοντας υπόψη τη Συνθήκη για τους κήπους,
Αποφασίζοντας σύμφωνα με τη συνήθη διαδικασία,
Εκτιμώντας τα ακόλουθα:
(1) Οι μέλισσες πετούν.
(2) Όποιος έχει κήπο έχει και μέλισσες.
ΕΞΕΔΩΣΑΝ ΤΟΝ ΠΑΡΟΝΤΑ ΚΑΝΟΝΙΣΜΟ:
ΤΙΤΛΟΣ Ι
ΚΗΠΟΙ
ΚΕΦΑΛΑΙΟ I
Γενικές διατάξεις
Άρθρο 1
Αντικείμενο
1. Ο παρών κανονισμός εφαρμόζεται στις μέλισσες.
2. Η μέλισσα μπορεί:
α) να πετά, όταν:
i) λάμπει ο ήλιος·
ii) δεν φυσά άνεμος·
β) να κοιμάται.
ΚΕΦΑΛΑΙΟ II
Κυψέλες
ΤΜΗΜΑ 1
Χρώματα
Άρθρο 2
Χρώμα
Η κυψέλη είναι μπλε.
Άρθρο 2α
Έναρξη ισχύος
Ο παρών κανονισμός αρχίζει να ισχύει αύριο.
Έγινε στις Βρυξέλλες, 1 Μαΐου 2026.
ΠΑΡΑΡΤΗΜΑ I
ΧΡΩΜΑΤΑ ΚΥΨΕΛΩΝ
Μπλε και κίτρινο.
""",
    "ro": """REGULAMENT PRIVIND ALBINELE
privind zborul albinelor
PARLAMENTUL EUROPEAN ȘI CONSILIUL UNIUNII EUROPENE,
având în vedere Tratatul privind grădinile,
hotărând în conformitate cu procedura ordinară,
întrucât:
(1) Albinele zboară.
(2) Cine are grădină are și albine.
ADOPTĂ PREZENTUL REGULAMENT:
TITLUL I
GRĂDINI
CAPITOLUL I
Dispoziții generale
Articolul 1
Obiect
(1) Prezentul regulament se aplică albinelor.
(2) Albina poate:
(a) să zboare, dacă:
(i) strălucește soarele;
(ii) nu bate vântul;
(b) să doarmă.
CAPITOLUL II
Stupi
SECȚIUNEA 1
Culori
Articolul 2
Culoare
Stupul este albastru.
Articolul 2a
Intrare în vigoare
Prezentul regulament intră în vigoare mâine.
Adoptat la Bruxelles, 1 mai 2026.
ANEXA I
CULORILE STUPILOR
Albastru și galben.
""",
    "hu": """RENDELET A MÉHEKRŐL
a méhek repüléséről
AZ EURÓPAI PARLAMENT ÉS AZ EURÓPAI UNIÓ TANÁCSA,
tekintettel a kertekről szóló szerződésre,
rendes jogalkotási eljárás keretében,
mivel:
(1) A méhek repülnek.
(2) Akinek kertje van, annak méhei is vannak.
ELFOGADTA EZT A RENDELETET:
I. CÍM
KERTEK
I. FEJEZET
Általános rendelkezések
1. cikk
Tárgy
(1) Ezt a rendeletet a méhekre kell alkalmazni.
(2) A méh:
a) repülhet, ha:
i. süt a nap;
ii. nem fúj a szél;
b) alhat.
II. FEJEZET
Kaptárak
1. szakasz
Színek
2. cikk
Szín
A kaptár kék.
2a. cikk
Hatálybalépés
Ez a rendelet holnap lép hatályba.
Kelt Brüsszelben, 2026. május 1-jén.
I. MELLÉKLET
A KAPTÁRAK SZÍNEI
Kék és sárga.
""",
} | TRANSLATED

# The eIds of the letters are each language's own.
SECOND_POINT = {"el": "v"}
INSERTED_ARTICLE = {"fr": "2bis", "it": "2bis"}


def read(language: str) -> Reading:
    order = pack.load("eu", language)
    return plain_text.read(ACTS[language].encode(), Path("act.txt"), order)


def shape(nodes: tuple[Provision, ...]) -> list[tuple[str, str, str, str, str]]:
    return [(node.eid, node.unit, node.num, node.heading, node.text) for node in walk(nodes)]


@pytest.fixture(scope="module", params=ACTS)
def language(request) -> str:
    return request.param


def test_the_same_act_has_the_same_units_in_every_language(language):
    point = "para_2__point_" + SECOND_POINT.get(language, "b")
    inserted = "art_" + INSERTED_ARTICLE.get(language, "2a")
    assert [node.eid for node in walk(read(language).nodes)] == [
        "preface", "preface__para_1", "preface__para_2",
        "preamble", "enacting", "cit_1", "cit_2", "enacting_2", "rec_1", "rec_2", "enacting_3",
        "title_I", "title_I__chp_I",
        "art_1", "art_1__para_1", "art_1__para_2", "art_1__para_2__point_a",
        "art_1__para_2__point_a__subpoint_i", "art_1__para_2__point_a__subpoint_ii", f"art_1__{point}",
        "title_I__chp_II", "title_I__chp_II__sec_1",
        "art_2", "art_2__para_1", inserted, f"{inserted}__para_1",
        "conclusions", "conclusions__para_1", "anx_I", "anx_I__para_1",
    ]  # fmt: skip


def test_headings_stand_below_their_numbers_and_every_word_has_its_place(language):
    reading = read(language)
    lines = ACTS[language].splitlines()
    articles = [node for node in walk(reading.nodes) if node.unit == "article"]
    assert [(node.num, node.heading) for node in articles] == [
        (lines[place], lines[place + 1]) for place in (13, 25, 28)
    ]
    divisions = [node for node in walk(reading.nodes) if node.unit in ("title", "chapter", "section")]
    assert [(node.num, node.heading) for node in divisions] == [
        (lines[place], lines[place + 1]) for place in (9, 11, 21, 23)
    ]
    annex = reading.nodes[-1]
    assert (annex.num, annex.heading) == (lines[-3], lines[-2])
    assert reading.words_in == reading.words_placed
    assert (reading.unplaced, reading.furniture) == ((), ())
    assert [finding.code for finding in reading.findings if finding.code != "number-twice"] == []


def test_the_canonical_text_reads_back(language):
    order = pack.load("eu", language)
    nodes = read(language).nodes
    again = plain_text.read(canonical_text(nodes).encode(), Path("act.txt"), order)
    assert shape(again.nodes) == shape(nodes)


def test_a_sentence_that_cites_an_article_opens_none(language):
    order = pack.load("eu", language)
    number = next(line for line in ACTS[language].splitlines() if marks.article(SourceLine(line), order))
    assert marks.article(SourceLine(f"{number} abc def."), order) is None
    assert marks.article(SourceLine(f"abc {number}"), order) is None


@pytest.mark.parametrize(
    ("language", "unit", "printed", "following", "inserted"),
    [
        ("hr", "article", "Članak 2.", "Članak 3.", "Članak 2.a"),
        ("bg", "article", "Член 2", "Член 3", "Член 2а"),
        ("fr", "article", "Article premier", "Article 2", "Article 1 bis"),
        ("fr", "article", "Article 2 bis", "Article 2 ter", "Article 2 ter"),
        ("fr", "point", "a)", "b)", "a bis)"),
        ("it", "article", "Articolo 2", "Articolo 3", "Articolo 2 bis"),
        ("sl", "article", "Člen 2", "Člen 3", "Člen 2a"),
        ("el", "article", "Άρθρο 2", "Άρθρο 3", "Άρθρο 2α"),
        ("el", "point", "ε)", "στ)", "εα)"),
        ("ro", "article", "Articolul 2", "Articolul 3", "Articolul 2a"),
        ("hu", "article", "2. cikk", "3. cikk", "2a. cikk"),
        ("hu", "chapter", "II. FEJEZET", "III. FEJEZET", "IIa. FEJEZET"),
        ("sr-Latn", "article", "Član 2.", "Član 3.", "Član 2a"),
        ("sr-Cyrl", "article", "Члан 2.", "Члан 3.", "Члан 2а"),
        ("mk", "article", "Член 2", "Член 3", "Член 2а"),
        ("sq", "article", "Neni 2", "Neni 3", "Neni 2a"),
    ],
)
def test_the_number_after_a_number(language, unit, printed, following, inserted):
    order = pack.load("eu", language)
    assert successor(printed, unit, order, taken=()) == following
    assert successor(printed, unit, order, taken=(following,)) == inserted


@pytest.mark.parametrize(
    ("language", "printed", "number"),
    [
        ("bg", "й)", "y"),
        ("bg", "ж)", "zh"),
        ("el", "στ)", "st"),
        ("el", "η)", "ī"),
        ("el", "ι)", "i"),
        ("el", "ΚΕΦΑΛΑΙΟ ΙΧ", "IX"),
        ("el", "ΜΕΡΟΣ ΠΡΩΤΟ", "1"),
        ("fr", "TITRE PREMIER", "1"),
        ("fr", "PREMIÈRE PARTIE", "1"),
        ("fr", "a bis)", "abis"),
        ("it", "PARTE SECONDA", "2"),
        ("hu", "ELSŐ RÉSZ", "1"),
        ("hu", "XII. MELLÉKLET", "XII"),
        ("hr", "DIO PRVI", "1"),
        ("sl", "PRVI DEL", "1"),
        ("sr-Latn", "DEO PRVI", "1"),
        ("sr-Cyrl", "ДЕО ДРУГИ", "2"),
        ("mk", "ПРВ ДЕЛ", "1"),
        ("sq", "PJESA E DYTË", "2"),
    ],
)
def test_numbers_of_every_language_give_an_eid(language, printed, number):
    assert eid_number(printed, pack.load("eu", language)) == number


def test_a_latin_i_among_cyrillic_letters_is_a_numeral():
    order = pack.load("eu", "bg")
    act = "Член 1\nЦел\n1. Пчелата:\n" + "\n".join(f"{letter}) лети;" for letter in "абвгдежз")
    act = act.removesuffix(";") + ", когато:\ni) е топло;\nii) е светло;\nи) спи.\n"
    reading = plain_text.read(act.encode(), Path("act.txt"), order)
    points = reading.nodes[0].children[0].children
    assert [point.num for point in points] == [f"{letter})" for letter in "абвгдежзи"]
    assert [below.num for below in points[7].children] == ["i)", "ii)"]


def test_greek_points_are_counted_in_greek_numerals():
    order = pack.load("eu", "el")
    numbers = "α β γ δ ε στ ζ η θ ι ια ιβ".split()
    act = "Άρθρο 1\nΣκοπός\n1. Η μέλισσα:\n" + "\n".join(f"{number}) πετά·" for number in numbers) + "\n2. Τέλος.\n"
    reading = plain_text.read(act.encode(), Path("act.txt"), order)
    paragraphs = reading.nodes[0].children
    assert [paragraph.num for paragraph in paragraphs] == ["1.", "2."]
    assert [point.num for point in paragraphs[0].children] == [f"{number})" for number in numbers]


def test_a_word_processor_may_say_which_line_is_an_article():
    mark = marks.article(SourceLine("5. cikk", "article"), pack.load("eu", "hu"))
    assert mark is not None
    assert (mark.num, mark.order) == ("5. cikk", 5)
