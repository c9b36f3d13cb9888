"""Offline by construction: no module can open a connection, and the main job runs where none can be opened."""

from __future__ import annotations

import ast
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_architecture import ROOT, imports

# Modules that open sockets or fetch addresses. `urllib.parse` only reads them.
NETWORK = frozenset(
    "socket ssl socketserver asyncio http urllib.request urllib.robotparser urllib3 ftplib smtplib poplib imaplib "
    "telnetlib nntplib xmlrpc wsgiref requests httpx aiohttp websockets webbrowser "
    "PySide6.QtNetwork PySide6.QtWebSockets PySide6.QtWebEngineCore PySide6.QtWebEngineWidgets PySide6.QtHttpServer "
    "PySide6.QtWebEngineQuick PySide6.QtWebView".split()
)


def connections(root: Path) -> list[str]:
    """Every import under `root` of a module that can reach a network, one line each."""
    found = []
    for file in sorted(root.rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"), str(file))
        place = file.relative_to(root).as_posix()
        named = [one for one in imports(tree, "tomas_desktop") if _reaches_out(one.module)]
        found += [f"{place}:{one.line}: {one.module}" for one in named]
        for node in ast.walk(tree):  # from urllib import request
            if isinstance(node, ast.ImportFrom) and node.module and not _reaches_out(node.module):
                names = [f"{node.module}.{alias.name}" for alias in node.names]
                found += [f"{place}:{node.lineno}: {name}" for name in names if _reaches_out(name)]
    return found


def _reaches_out(module: str) -> bool:
    parts = module.split(".")
    return any(".".join(parts[:count]) in NETWORK for count in range(1, len(parts) + 1))


def test_no_module_can_open_a_connection():
    assert connections(ROOT) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("import socket", "x.py:1: socket"),
        ("def f():\n    import urllib.request", "x.py:2: urllib.request"),
        ("from urllib import request", "x.py:1: urllib.request"),
        ("from http.client import HTTPConnection", "x.py:1: http.client"),
        ("from PySide6 import QtNetwork", "x.py:1: PySide6.QtNetwork"),
    ],
)
def test_a_planted_connection_is_found(tmp_path, text, fault):
    (tmp_path / "x.py").write_text(text, "utf-8")
    assert connections(tmp_path) == [fault]


def test_reading_an_address_is_no_connection(tmp_path):
    (tmp_path / "x.py").write_text("from urllib.parse import quote\nimport urllib.parse", "utf-8")
    assert connections(tmp_path) == []


GUARDED = """
import sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(f"{name} is blocked: a command must not need the window")

def no_socket(event, args):
    if event.startswith("socket."):
        raise OSError(f"{event}: a command must not need a network")

sys.meta_path.insert(0, NoQt())
sys.addaudithook(no_socket)
from tomas_desktop.__main__ import main
sys.argv[0] = "tomas-desktop"
main()
"""


def run_guarded(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one command where neither Qt nor a socket can be had."""
    command = [sys.executable, "-X", "utf8", "-c", GUARDED, *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("arguments", [["--help"], ["forms"], ["forms", "--json"]])
def test_a_command_needs_neither_qt_nor_a_network(arguments):
    done = run_guarded(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_the_main_job_needs_neither_qt_nor_a_network(tmp_path):
    done = run_guarded("demo", str(tmp_path / "demo"), "--no-window", "--json")
    assert done.returncode == 0, done.stderr
    assert list((tmp_path / "demo").rglob("*.docx"))


def test_the_module_answers_like_the_command():
    done = subprocess.run(
        [sys.executable, "-m", "tomas_desktop", "--help"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "demo" in done.stdout


def test_starting_a_command_loads_nothing_heavy():
    """The cause of a quick start, instead of a number: what is first needed by a job is loaded by that job."""
    ask = (
        "import atexit, sys\n"
        "atexit.register(lambda: print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr))\n"
        "from tomas_desktop.__main__ import main\n"
        "sys.argv = ['tomas-desktop', '--help']\n"
        "main()"
    )
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    loaded = set(done.stderr.split())
    assert "click" in loaded
    assert not {"lxml", "docx", "pypdfium2", "PySide6", "rapidfuzz", "snowballstemmer", "sqlite_utils"} & loaded


@pytest.mark.parametrize("place", ["example.org", "192.0.2.1"])
def test_a_test_cannot_reach_out_either(place):
    with pytest.raises(OSError, match="this program works offline"):
        socket.create_connection((place, 80), timeout=1)
