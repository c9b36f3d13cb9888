"""The words of a web page, counted by hand-made means that share nothing with the importers: no parser, no tree."""

from __future__ import annotations

import html
import re
from pathlib import Path

from tomas_desktop.text.tokens import words

_INLINE = r"a|abbr|b|big|cite|code|del|dfn|em|font|i|ins|q|s|small|span|strike|strong|sub|sup|tt|u|var|txt_te"


def page_words(path: Path) -> list[str]:
    """Every word printed by the body of a page: inline parts joined, blocks parted."""
    source = path.read_bytes().decode("utf-8")
    body = re.search(r"(?is)<body\b[^>]*>(.*)", source)
    text = body[1] if body else source
    text = re.sub(r"(?is)<!--.*?-->|<script\b.*?</script>|<style\b.*?</style>", "", text)
    text = re.sub(rf"(?is)</?(?:{_INLINE})(?:\s[^>]*)?/?>", "", text)
    return words(html.unescape(re.sub(r"(?s)<[^>]*>", " ", text)))
