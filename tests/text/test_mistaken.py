"""Texts that were once read in a wrong encoding: recognised as a whole, put right letter by letter."""

from __future__ import annotations

import pytest

from tomas_desktop.text.mistaken import mistake, read_right

LATIN = "Čuvar čuva šumu, a đak živi u kući. Ćuprija je žuta, Đura čeka."
CYRILLIC = "Градинарот ја чува градината и цвеќињата, љубовта е џин."


def misread(text: str, encoding: str) -> str:
    """The text as a program shows it that takes these bytes for windows-1252."""
    data = text.encode(encoding)
    return "".join(bytes([b]).decode("cp1252", errors="ignore") or chr(b) for b in data)


@pytest.mark.parametrize(
    ("text", "language", "encoding", "name"),
    [
        (LATIN, "sr-Latn", "utf-8", "utf-8"),
        (LATIN, "hr", "utf-8", "utf-8"),
        (LATIN, "sr-Latn", "cp1250", "windows-1250"),
        (CYRILLIC, "mk", "utf-8", "utf-8"),
        (CYRILLIC, "mk", "cp1251", "windows-1251"),
        ("Kopshtari ë çel derën për fëmijët.", "sq", "utf-8", "utf-8"),
    ],
)
def test_a_misread_text_is_read_right(text, language, encoding, name):
    wrong = misread(text, encoding)
    assert mistake([wrong] * 3, language) == name
    assert read_right(wrong, name) == text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (LATIN, "sr-Latn"),
        (CYRILLIC, "mk"),
        ("Le jardinier, à l’aise, préfère les forêts où règne le père Noël.", "fr"),
        ("Größe, Äpfel und Öl: »Gärtner« — „Ä“.", "de"),
        ("Kopshtari ë çel derën për fëmijët.", "sq"),
        ("Français et Møller u čekaonici.", "sr-Latn"),
    ],
)
def test_a_right_text_was_not_misread(text, language):
    assert mistake([text] * 9, language) is None


def test_what_cannot_have_been_misread_stays():
    assert read_right("È – «à» Ä“", "utf-8") == "È – «à» ē"
    assert read_right("Ä Å é", "utf-8") == "Ä Å é"
