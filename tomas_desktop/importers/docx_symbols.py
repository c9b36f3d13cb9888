"""Signs that Word takes from a font of pictures (`w:sym`): the letters they stand for, as far as there are any."""

from __future__ import annotations

from lxml import etree

from tomas_desktop.importers.docx_part import W

_GREEK = dict(zip("abgdezhqiklmnxoprstufcyw", "αβγδεζηθικλμνξοπρστυφχψω", strict=True))
_SYMBOL = {ord(latin): greek for latin, greek in _GREEK.items()}
_SYMBOL |= {ord(latin.upper()): greek.upper() for latin, greek in _GREEK.items()}
_SYMBOL |= {0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xBB: "≈", 0xBC: "…"}
_SYMBOL |= {0xAE: "→", 0xA5: "∞", 0xB8: "÷", 0xD6: "√", 0xE5: "∑", 0x2D: "−", 0xD2: "®", 0xD3: "©", 0xA2: "′"}
_PICTURES = {0xA8: "☐", 0x6F: "☐", 0x71: "☐", 0xFE: "☑", 0x78: "☒", 0xFD: "☒", 0xFC: "✓", 0xFB: "✗", 0xE0: "→"}


def printed_as(symbol: etree._Element) -> str:
    """The character; a sign that we do not know is a bullet."""
    try:
        code = int(symbol.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    font = symbol.get(f"{W}font", "").casefold()
    if not 0xF000 <= code <= 0xF0FF and "symbol" not in font and not font.startswith("wingdings"):
        return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE else ""
    low = code & 0xFF
    if font == "symbol":
        return _SYMBOL.get(low) or (chr(low) if 0x20 <= low < 0x7F and not chr(low).isalpha() else "•")
    return _PICTURES.get(low, "•") if font.startswith("wingdings") else "•"
