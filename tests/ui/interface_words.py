"""Every English text of the interface, read from the source: what is handed to `tr`, and the entries of the menus."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

UI = Path(__file__).resolve().parents[2] / "tomas_desktop" / "ui"


@dataclass(frozen=True)
class Text:
    """A text, where it stands, and whether it counts something (`%n`)."""

    text: str
    place: str
    counts: bool


def texts() -> Iterator[Text]:
    """All of them, in the order of the files."""
    for path in sorted(UI.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                for words in _words(node, path.parent.name == "commands"):
                    yield Text(words, f"{path.relative_to(UI)}:{node.lineno}", "%n" in words)


def unreadable() -> list[str]:
    """Where something else than a text as it stands is handed to `tr`: nobody could translate that."""
    return [
        f"{path.relative_to(UI)}:{node.lineno}"
        for path in sorted(UI.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _is_tr(node) and not (node.args and _is_text(node.args[0]))
    ]


def _is_tr(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Attribute) and node.func.attr == "tr"


def _words(node: ast.Call, is_command: bool) -> Iterator[str]:
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    if _is_tr(node) or name == "later":
        places = node.args[:1]
    elif name == "Entry" and is_command and len(node.args) > 2:
        places = node.args[1:3]
    elif name == "Layout":
        places = node.args[:1]
    else:
        return
    for place in places:
        words = _literal(place)
        if words:
            yield words


def _is_text(node: ast.expr) -> bool:
    """A text as it stands, or a field of a table whose texts are marked for translators."""
    return _literal(node) is not None or isinstance(node, ast.Attribute)


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
