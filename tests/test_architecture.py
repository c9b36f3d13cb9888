"""Who may import whom.

The table is the plan of the house: the nouns know nobody, importers and storage never meet, only the
services introduce them, and only `ui` knows Qt. An import inside a function or under TYPE_CHECKING is
an import: it is knowledge all the same.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PACKAGE = "tomas_desktop"
ROOT = Path(__file__).resolve().parents[1] / PACKAGE
CEILING = 400  # lines; a file above it holds two ideas
OVER_THE_CEILING: frozenset[str] = frozenset()  # paths inside the package, each with the reason in a comment


@dataclass(frozen=True)
class Door:
    """What one room may import: other rooms, and packages from outside the standard library."""

    rooms: frozenset[str]
    packages: frozenset[str] = frozenset()


def _door(rooms: str = "", packages: str = "") -> Door:
    return Door(frozenset(rooms.split()), frozenset(packages.split()))


LOWER = "model text jurisdiction storage importers amend align checks export exchange errors paths"
DOORS = {
    "__init__": _door(),
    "__main__": _door("cli ui"),
    "errors": _door(),
    "paths": _door(),
    "model": _door("errors"),
    "text": _door("", "snowballstemmer"),
    "jurisdiction": _door("model text paths errors"),
    "storage": _door("model text errors", "sqlite_utils"),
    "importers": _door("model text jurisdiction errors", "lxml docx pypdfium2 charset_normalizer"),
    "amend": _door("model text jurisdiction errors", "diff_match_patch rapidfuzz"),
    "align": _door("model text jurisdiction errors", "rapidfuzz"),
    "checks": _door("model text jurisdiction amend align errors"),
    "export": _door("model text jurisdiction amend paths errors", "docx lxml"),
    "exchange": _door("model text jurisdiction amend errors", "lxml pygit2 dulwich"),
    "services": _door(LOWER, "platformdirs"),
    "cli": _door("services model errors paths", "click rich"),
    "ui": _door("services amend model text paths errors", "PySide6"),
}


@dataclass(frozen=True)
class Import:
    """One imported module: its full dotted name, where it stands, and whether it runs when the file is loaded."""

    module: str
    line: int
    lazy: bool


def imports(tree: ast.Module, inside: str) -> Iterator[Import]:
    """Every import of a file, wherever it stands; `inside` is the package that relative imports start from."""

    def visit(node: ast.AST, lazy: bool) -> Iterator[Import]:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, node.lineno, lazy)
        elif isinstance(node, ast.ImportFrom):
            parents = inside.split(".")
            base = ".".join(parents[: len(parents) - node.level + 1]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            # `from tomas_desktop import model` names a room, `from tomas_desktop.model import work` a part of one.
            names = [alias.name for alias in node.names] if module == PACKAGE else [""]
            for name in names:
                yield Import(f"{module}.{name}".rstrip("."), node.lineno, lazy)
        elif isinstance(node, ast.Call) and _called(node) in ("import_module", "__import__") and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield Import(first.value, node.lineno, lazy)
        inner = lazy or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for child in ast.iter_child_nodes(node):
            yield from visit(child, inner)

    yield from visit(tree, False)


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def broad_excepts(tree: ast.Module) -> Iterator[int]:
    """The lines of handlers that would swallow a bug: bare, Exception or BaseException, and no `raise` at the end."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler) and not _passes_on(node):
            caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            names = [None if one is None else getattr(one, "id", getattr(one, "attr", "")) for one in caught]
            if {None, "Exception", "BaseException"} & set(names):
                yield node.lineno


def _passes_on(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def faults(root: Path) -> list[str]:
    """Everything under `root` (a package folder) that breaks the house rules, one line each."""
    found = []
    for file in sorted(root.rglob("*.py")):
        inside = file.relative_to(root)
        place = inside.as_posix()
        room = inside.parts[0].removesuffix(".py")
        text = file.read_text("utf-8")
        tree = ast.parse(text, str(file))
        if text.count("\n") > CEILING and place not in OVER_THE_CEILING:
            found.append(f"{place}: over {CEILING} lines")
        if room != "cli" and place != "ui/tasks.py":
            found += [f"{place}:{line}: swallows every error" for line in broad_excepts(tree)]
        if room not in DOORS:
            found.append(f"{place}: the plan of the house knows no room {room}")
            continue
        package = ".".join((PACKAGE, *inside.parts[:-1]))
        for one in imports(tree, package):
            if trouble := _judge(room, one):
                found.append(f"{place}:{one.line}: {trouble}")
    return found


def _judge(room: str, one: Import) -> str | None:
    top, _, rest = one.module.partition(".")
    if top != PACKAGE:
        known = top in sys.stdlib_module_names or top in DOORS[room].packages
        return None if known else f"{room} may not import the package {top}"
    other = rest.partition(".")[0]
    if other in ("", "__version__", room):
        return None
    if other not in DOORS[room].rooms:
        return f"{room} may not import {other}"
    if room == "__main__" and not one.lazy:
        return f"{room} may import {other} only inside a function"
    return None


def test_every_import_follows_the_plan_of_the_house():
    assert faults(ROOT) == []


def test_every_room_of_the_plan_leads_somewhere():
    for name, door in DOORS.items():
        assert door.rooms <= set(DOORS), name
        assert name not in door.rooms, name


def test_the_plan_has_no_circle():
    def reachable(room: str, seen: set[str]) -> set[str]:
        for other in DOORS[room].rooms - seen:
            reachable(other, seen | {other})
            seen |= {other} | reachable(other, seen | {other})
        return seen

    for room in DOORS:
        assert room not in reachable(room, set())


def test_no_exemption_outlives_its_reason():
    for place in OVER_THE_CEILING:
        assert (ROOT / place).read_text("utf-8").count("\n") > CEILING


@pytest.mark.parametrize(
    ("place", "text", "fault"),
    [
        ("model/work.py", "import lxml", "model/work.py:1: model may not import the package lxml"),
        ("model/work.py", "from tomas_desktop.text import tokens", "model/work.py:1: model may not import text"),
        ("model/work.py", "from ..text import tokens", "model/work.py:1: model may not import text"),
        ("model/deep/er.py", "from ...text import tokens", "model/deep/er.py:1: model may not import text"),
        ("storage/x.py", "from tomas_desktop import importers", "storage/x.py:1: storage may not import importers"),
        ("storage/x.py", "import tomas_desktop.importers.base", "storage/x.py:1: storage may not import importers"),
        ("amend/x.py", "def f():\n    import PySide6.QtCore", "amend/x.py:2: amend may not import the package PySide6"),
        (
            "align/x.py",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from tomas_desktop.ui.theme import Theme",
            "align/x.py:3: align may not import ui",
        ),
        (
            "checks/x.py",
            "import importlib\nimportlib.import_module('tomas_desktop.storage')",
            "checks/x.py:2: checks may not import storage",
        ),
        ("cli/x.py", "from tomas_desktop.amend import redline", "cli/x.py:1: cli may not import amend"),
        ("attic/x.py", "", "attic/x.py: the plan of the house knows no room attic"),
        ("__main__.py", "import tomas_desktop.cli", "__main__.py:1: __main__ may import cli only inside a function"),
        ("text/x.py", "\n" * 401, "text/x.py: over 400 lines"),
        ("text/x.py", "try:\n    pass\nexcept Exception:\n    pass", "text/x.py:3: swallows every error"),
        ("text/x.py", "try:\n    pass\nexcept:\n    pass", "text/x.py:3: swallows every error"),
        ("ui/x.py", "try:\n    pass\nexcept (OSError, Exception):\n    pass", "ui/x.py:3: swallows every error"),
    ],
)
def test_a_planted_fault_is_found(tmp_path, place, text, fault):
    (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / place).write_text(text, "utf-8")
    assert faults(tmp_path) == [fault]


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (
            "model/work.py",
            "import json\nfrom tomas_desktop.errors import TomasError\nfrom tomas_desktop import __version__",
        ),
        ("text/x.py", "from tomas_desktop.text.tokens import words\nfrom .tokens import words"),
        ("services/x.py", "def f():\n    from tomas_desktop.export import docx_writer\n    import platformdirs"),
        ("__main__.py", "def window():\n    from tomas_desktop.ui.application import run"),
        ("cli/x.py", "try:\n    pass\nexcept Exception:\n    pass"),
        ("ui/tasks.py", "import PySide6.QtCore\ntry:\n    pass\nexcept Exception:\n    pass"),
        ("storage/x.py", "try:\n    pass\nexcept BaseException:\n    undo()\n    raise"),
        ("text/x.py", "\n" * 400),
    ],
)
def test_what_the_plan_allows_is_no_fault(tmp_path, place, text):
    (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / place).write_text(text, "utf-8")
    assert faults(tmp_path) == []
