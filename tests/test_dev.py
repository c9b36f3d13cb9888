"""The script a fresh clone starts with, and the lists of packages it installs from."""

from __future__ import annotations

import argparse
import ast
import importlib.metadata
import re
import subprocess
import sys
import tomllib
from types import SimpleNamespace
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import dev
from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NEEDS_NO_PIN = {"tomas-desktop", "pip"}  # ourselves; and pip comes with Python


def pins() -> dict[str, Version]:
    lines = [line.partition("#")[0].strip() for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()]
    pairs = [line.split("==") for line in lines if line]
    return {canonicalize_name(name): Version(version) for name, version in pairs}


def requirements() -> list[Requirement]:
    extras = PROJECT["optional-dependencies"]
    return [Requirement(line) for line in [*PROJECT["dependencies"], *extras["dev"]]]


def bare(monkeypatch, **there: Any) -> None:
    """A Debian on which nothing is found but what `there` names."""
    monkeypatch.setattr(dev, "LINUX", True)
    monkeypatch.setattr(dev, "_loads", lambda library: library in there.get("libraries", ()))
    monkeypatch.setattr(dev, "_has_font", lambda: bool(there.get("font")))
    monkeypatch.setattr(dev, "_has_uno", lambda: bool(there.get("uno")))
    monkeypatch.setattr("dev.importlib.util.find_spec", lambda name: there.get("ensurepip"))
    monkeypatch.setattr("dev.shutil.which", lambda name: name if name in there.get("programs", ()) else None)


def recorder(calls: list[Any], answer: Any = 0) -> Any:
    """A stand-in that notes (arguments, named arguments) and starts nothing."""

    def call(*arguments: Any, **named: Any) -> Any:
        calls.append((arguments, named))
        return answer

    return call


# --- the lists of packages


def test_every_pinned_version_is_in_the_range_asked_for():
    pinned = pins()
    outside = [str(one) for one in requirements() if not one.specifier.contains(pinned[canonicalize_name(one.name)])]
    assert outside == []


def test_every_package_drawn_in_is_pinned():
    wanted, seen = ["tomas-desktop", "hatchling"], set()
    while wanted:
        name = canonicalize_name(wanted.pop())
        if name in seen:
            continue
        seen.add(name)
        extras = ["dev"] if name == "tomas-desktop" else [""]
        for one in map(Requirement, importlib.metadata.requires(name) or []):
            if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in extras):
                wanted += [one.name]
    assert seen - NEEDS_NO_PIN <= set(pins())


def test_the_qt_that_aborts_is_refused():
    [qt] = [one for one in requirements() if one.name == "PySide6-Essentials"]
    assert not qt.specifier.contains("6.12.0")
    assert pins()["pyside6-essentials"] == pins()["shiboken6"]


# --- the script itself


def test_the_script_needs_nothing_but_python():
    tree = ast.parse((ROOT / "dev.py").read_text("utf-8"))
    imported = {
        name.partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""])
    }
    assert imported <= sys.stdlib_module_names


def test_an_older_python_gets_one_sentence(monkeypatch, capsys):
    monkeypatch.setattr(dev, "sys", SimpleNamespace(version_info=(3, 9, 2), stderr=sys.stderr))
    assert dev.main(["test"]) == 1
    assert capsys.readouterr().err == "This needs Python 3.11 or newer, and this is Python 3.9.\n"


def test_the_script_can_be_read_by_an_older_python():
    ast.parse((ROOT / "dev.py").read_text("utf-8"), feature_version=(3, 8))


def test_a_bare_machine_gets_everything(monkeypatch):
    bare(monkeypatch)
    missing = dev.missing_packages(full=True)
    assert missing[0] == f"python3.{sys.version_info[1]}-venv"
    assert {*dev.QT_LIBRARIES.values(), "fonts-noto-core"} < set(missing)
    assert missing[-5:] == ["libreoffice-writer", "poppler-utils", "xvfb", "xdotool", "python3-uno"]


def test_without_full_nobody_needs_an_office(monkeypatch):
    bare(monkeypatch, libraries=dev.QT_LIBRARIES, font=True, ensurepip=True)
    assert dev.missing_packages() == []


def test_a_build_with_debians_python_needs_its_library(monkeypatch):
    bare(monkeypatch, libraries=dev.QT_LIBRARIES, font=True, ensurepip=True)
    number = f"3.{sys.version_info[1]}"
    monkeypatch.setattr("dev.sys.base_prefix", "/usr")
    assert dev.missing_packages(build=True) == ["binutils", f"libpython{number}"]
    monkeypatch.setattr("dev.sys.base_prefix", "/opt/python")
    assert dev.missing_packages(build=True) == ["binutils"]


def test_only_what_is_missing_is_installed(monkeypatch):
    bare(monkeypatch, libraries=set(dev.QT_LIBRARIES) - {"libEGL.so.1"}, font=True, ensurepip=True)
    assert dev.missing_packages() == ["libegl1"]


def test_nothing_missing_starts_nothing(monkeypatch):
    monkeypatch.setattr("dev.subprocess.run", lambda *_, **__: pytest.fail("a program was started"))
    dev.install_system([])


@pytest.mark.parametrize(
    ("programs", "root", "answer"),
    [
        ((), True, "Please install what Debian calls libegl1 libgl1, then run this again."),
        (("apt-get",), False, "Please run as root: apt-get install libegl1 libgl1"),
    ],
)
def test_where_it_cannot_install_it_says_what_to_install(monkeypatch, programs, root, answer):
    bare(monkeypatch, programs=programs)
    monkeypatch.setattr("dev.os.geteuid", lambda: 0 if root else 1000, raising=False)
    with pytest.raises(dev.CannotError, match=re.escape(answer)):
        dev.install_system(["libegl1", "libgl1"])


def test_apt_is_asked_without_questions_and_sudo_without_a_password(monkeypatch):
    started: list[Any] = []
    bare(monkeypatch, programs=("apt-get", "sudo"))
    monkeypatch.setattr("dev.os.geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr("dev.sys.stdin", None)
    monkeypatch.setattr("dev.subprocess.run", recorder(started, SimpleNamespace(returncode=0)))
    dev.install_system(["libegl1"])
    front = ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"]
    commands = [arguments[0] for arguments, _ in started]
    assert commands == [[*front, "update"], [*front, "install", "--no-install-recommends", "libegl1"]]


def test_a_set_up_is_remembered_until_the_lists_change(tmp_path):
    for name in ("pyproject.toml", "constraints.txt"):
        (tmp_path / name).write_text("one", "utf-8")
    before = dev.fingerprint(tmp_path)
    assert dev.fingerprint(tmp_path) == before
    (tmp_path / "constraints.txt").write_text("two", "utf-8")
    assert dev.fingerprint(tmp_path) != before


def test_a_second_start_installs_nothing(monkeypatch, tmp_path):
    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr(dev, "STAMP", tmp_path / "set-up")
    monkeypatch.setattr(dev, "venv_python", lambda: tmp_path)
    monkeypatch.setattr(dev, "missing_packages", lambda full, build: [])
    started: list[Any] = []
    monkeypatch.setattr(dev, "_run", recorder(started))
    monkeypatch.setattr(dev, "_is_this_python", lambda python: True)
    dev.set_up()
    assert [arguments[0][-1] for arguments, _ in started] == ["hatchling", f"{dev.ROOT}[dev]"]
    dev.set_up()
    assert len(started) == 2


def test_a_set_up_that_broke_off_is_done_again(monkeypatch, tmp_path):
    monkeypatch.setattr(dev, "STAMP", tmp_path / "set-up")
    monkeypatch.setattr(dev, "venv_python", lambda: tmp_path)
    monkeypatch.setattr(dev, "missing_packages", lambda full, build: [])
    monkeypatch.setattr(dev, "_is_this_python", lambda python: True)

    def breaks(command, **_):
        raise dev.CannotError("no network")

    monkeypatch.setattr(dev, "_run", breaks)
    with pytest.raises(dev.CannotError):
        dev.set_up()
    assert not dev.STAMP.exists()


def test_windows_keeps_its_interpreter_elsewhere(monkeypatch, tmp_path):
    monkeypatch.setattr(dev, "WINDOWS", True)
    assert dev.venv_python(tmp_path) == tmp_path / "Scripts" / "python.exe"


@pytest.mark.parametrize(
    ("linux", "variables", "answer"),
    [
        (True, {}, False),
        (True, {"DISPLAY": ":0"}, True),
        (True, {"WAYLAND_DISPLAY": "wayland-0"}, True),
        (False, {}, True),
    ],
)
def test_a_window_is_opened_where_there_is_a_display(monkeypatch, linux, variables, answer):
    monkeypatch.setattr(dev, "LINUX", linux)
    monkeypatch.setattr("dev.os.environ", variables)
    assert dev.has_display() is answer


def test_arguments_for_pytest_run_pytest_alone(monkeypatch):
    started: list[Any] = []
    monkeypatch.setattr(dev, "set_up", lambda full=False: None)
    monkeypatch.setattr("dev.os.cpu_count", lambda: 1)
    monkeypatch.setattr(dev, "python", recorder(started))
    assert dev.main(["test", "-k", "redline"]) == 0
    assert started == [(("-m", "pytest", "-k", "redline"), {"QT_QPA_PLATFORM": "offscreen"})]


def test_full_checks_the_code_and_skips_nothing(monkeypatch):
    started: list[Any] = []
    set_ups: list[Any] = []
    monkeypatch.setattr(dev, "set_up", recorder(set_ups))
    monkeypatch.setattr("dev.os.cpu_count", lambda: 2)
    monkeypatch.setattr(dev, "python", recorder(started))
    assert dev.main(["test", "--full"]) == 0
    assert set_ups == [((True,), {})]
    assert [(command[1], more.get("TOMAS_FULL")) for command, more in started] == [
        ("ruff", None),
        ("ruff", None),
        ("mypy", None),
        ("pytest", "1"),
    ]


def test_a_tool_that_finds_something_stops_the_run(monkeypatch):
    monkeypatch.setattr(dev, "python", lambda *command, **more: int(command[1] == "mypy"))
    assert dev._lint(fix=False) == 1


def test_the_demo_says_where_its_files_are(monkeypatch, tmp_path, capsys):
    answer = {
        "dossier": "/d/w.tomas",
        "files": [{"country": "rs", "role": "tracked", "format": "docx", "path": "/d/a.docx"}],
    }
    monkeypatch.setattr(dev, "set_up", lambda full=False: None)
    monkeypatch.setattr(dev, "make_demo", lambda out: answer)
    monkeypatch.setattr(dev, "make_pictures", lambda dossier, out: [out / "window.png"])
    assert dev.main(["demo", "--out", str(tmp_path), "--no-window"]) == 0
    said = capsys.readouterr().out
    for path in ("/d/w.tomas", "/d/a.docx", str(tmp_path / "window.png")):
        assert path in said


def test_a_frozen_window_that_closes_by_itself_is_a_failure():
    with pytest.raises(dev.CannotError, match="closed by itself with exit code 3"):
        dev._stays_open([sys.executable, "-c", "raise SystemExit(3)"], dev.environment())


def test_an_argument_nobody_knows_is_wrong_usage(capsys):
    assert dev.main(["lint", "--what"]) == 2
    assert capsys.readouterr().err == "dev.py lint does not know --what.\n"


def test_every_command_is_in_the_page_on_top():
    parser = dev._parser()
    [commands] = [one for one in parser._actions if isinstance(one, argparse._SubParsersAction)]
    assert all(f"dev.py {name} " in (dev.__doc__ or "") for name in commands.choices)


def test_ci_runs_the_whole_test_command():
    script = ROOT / ".ci" / "run"
    text = script.read_text("utf-8")
    assert "set -euo pipefail" in text
    assert "python3 dev.py test --full" in text
    if not dev.WINDOWS:
        assert script.stat().st_mode & 0o111
        assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0
