"""Which act a text is: read off titles, first lines, file names and metadata, never invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tomas_desktop.importers import base, identity, stated
from tomas_desktop.jurisdiction import pack as packs
from tomas_desktop.model.identity import Identity

EU, DANISH, RS = packs.load("eu", "en"), packs.load("eu", "da"), packs.load("rs", "sr-Latn")
MK, AL = packs.load("mk", "mk"), packs.load("al", "sq")


@pytest.mark.parametrize(
    ("title", "celex"),
    [
        ("REGULATION (EU) 2030/12 OF THE EUROPEAN PARLIAMENT", "32030R0012"),
        ("Regulation (EU) No 575/2013 of the European Parliament", "32013R0575"),
        ("Council Regulation (EC) No 6/2002 of 12 December 2001 on designs", "32002R0006"),
        ("Directive 2011/93/EU", "32011L0093"),
        ("Directive 95/46/EC", "31995L0046"),
        ("Directive (EU) 2018/1972", "32018L1972"),
        ("Commission Implementing Decision (EU) 2021/914", "32021D0914"),
        ("KOMMISSIONENS GENNEMFØRELSESFORORDNING (EU) 2025/1420 af 17. juli 2025", "32025R1420"),
        ("Proposal for a REGULATION amending Regulation (EU) 2016/679", ""),
        ("Zakon o kućnim ljubimcima", ""),
        ("Convention 108/1981 of the Council of Europe", ""),
        ("Treaty on toys", ""),
    ],
)
def test_the_celex_number_follows_from_the_printed_one(title: str, celex: str) -> None:
    assert identity.celex_of(title) == celex


def test_the_first_lines_of_a_proposal() -> None:
    found = identity.of_text("Proposal for a DIRECTIVE on toys", (), "toys.html", EU).or_else(
        identity.of_lines(["EUROPEAN COMMISSION", "Brussels, 3.2.2030", "COM(2030) 45 final", "2030/0012 (COD)"], EU)
    )
    assert (found.com, found.procedure, found.date) == ("COM(2030) 45 final", "2030/0012(COD)", "2030-02-03")


@pytest.mark.parametrize(
    ("pack", "line", "gazette"),
    [
        (
            RS,
            '("Sl. glasnik RS", br. 1/2020, 2/2020 - ispr., 33/2021 i 4/2022)',
            '"Sl. glasnik RS", br. 1/2020, 2/2020 - ispr., 33/2021 i 4/2022',
        ),
        (RS, "„Službeni glasnik RS”, broj 7 od 3. marta 2020.", "„Službeni glasnik RS”, broj 7 od 3. marta 2020"),
        (MK, "Службен весник на РМ, бр. 15 од 8.1.2010 година", "Службен весник на РМ, бр. 15 од 8.1.2010"),
        (
            AL,
            "botuar në Fletoren Zyrtare nr. 8, datë 2 maj 2015 dhe hyn në fuqi",
            "Fletoren Zyrtare nr. 8, datë 2 maj 2015",
        ),
    ],
)
def test_gazettes_are_kept_as_printed(pack: packs.Pack, line: str, gazette: str) -> None:
    assert identity.of_lines([line], pack).gazette == (gazette,)


def test_a_gazette_gives_no_date_of_the_act() -> None:
    assert identity.of_lines(["„Službeni glasnik RS”, broj 7 od 3. marta 2020."], RS).date == ""


def test_an_albanian_law_has_its_number_and_date() -> None:
    found = identity.of_lines(["LIGJ", "Nr. 123, datë 4.5.1996", "PËR LODRAT"], AL)
    assert (found.number, found.date) == ("123/1996", "1996-05-04")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("32016R0679_GDPR_EN.html", ("32016R0679", "en", "")),
        ("02011L0083-20180701_EN.xml", ("32011L0083", "en", "2018-07-01")),
        ("zakon.html", ("", "", "")),
        ("report-2020.pdf", ("", "", "")),
    ],
)
def test_file_names_of_eur_lex(name: str, expected: tuple[str, str, str]) -> None:
    found = identity.of_file_name(name)
    assert (found.celex, found.language, found.consolidated_on) == expected


def test_lines_that_say_nothing_give_nothing() -> None:
    assert identity.of_lines(["Predmet", "Član 1", "Ovaj zakon uređuje igračke, 15. maja."], RS) == Identity()


def test_a_file_that_states_nothing_gives_nothing() -> None:
    assert stated.of_file(b"Article 1") == stated.of_file(b"<html><head></head></html>") == Identity()


def test_akoma_ntoso_states_its_numbers() -> None:
    xml = (
        b'<akomaNtoso><FRBRWork><FRBRalias name="COMnumber" value="COM(2030) 45"/>'
        b'<FRBRalias name="CELEXnumber" value="52030PC0045"/><FRBRdate date="2030-02-03"/></FRBRWork>'
        b'<FRBRlanguage language="eng"/></akomaNtoso>'
    )
    assert stated.of_file(xml) == Identity(celex="52030PC0045", com="COM(2030) 45", date="2030-02-03", language="en")


@pytest.mark.parametrize(
    ("file", "pack", "expected"),
    [
        (
            "eu-html/52022PC0209_CSAR_EN.html",
            EU,
            {
                "celex": "52022PC0209",
                "com": "COM(2022) 209 final",
                "procedure": "2022/0155(COD)",
                "date": "2022-05-11",
                "language": "en",
            },
        ),
        (
            "eu-html/32016R0679_GDPR_EN.html",
            EU,
            {"celex": "32016R0679", "date": "2016-04-27", "gazette": ("L 119, 4.5.2016, p. 1",)},
        ),
        ("eu-html/32016R0679_GDPR_DA.html", DANISH, {"celex": "32016R0679", "date": "2016-04-27", "language": "da"}),
        (
            "eu-html/32025R1420_DA.html",
            DANISH,
            {"celex": "32025R1420", "eli": "http://data.europa.eu/eli/reg_impl/2025/1420/oj"},
        ),
        ("eu-formex/32016R0679_GDPR_EN.fmx.xml", EU, {"celex": "32016R0679", "date": "2016-04-27", "language": "en"}),
        (
            "eu-formex/02011L0083-2018_consleg_EN.fmx.xml",
            EU,
            {"celex": "32011L0083", "date": "2011-10-25", "consolidated_on": "2022-05-28"},
        ),
        ("eu-akn/32016R0679_GDPR_EN.akn.xml", EU, {"celex": "32016R0679", "language": "en"}),
        ("national-rs/rs_KZ_krivicni-zakonik.lat.txt", RS, {"celex": "", "date": "", "number": ""}),
        ("national-al/al_KP_7895-1995.txt", AL, {"number": "7895/1995", "date": "1995-01-27", "gazette": ()}),
    ],
)
def test_real_files(shared: Path, file: str, pack: packs.Pack, expected: dict[str, object]) -> None:
    found = base.read(shared / "data" / file, pack).identity
    assert {name: getattr(found, name) for name in expected} == expected


def test_the_gazette_chain_of_a_code_is_whole(shared: Path) -> None:
    found = base.read(shared / "data" / "national-rs" / "rs_KZ_krivicni-zakonik.lat.txt", RS).identity
    assert len(found.gazette) == 1
    assert found.gazette[0].count("/") == 11
