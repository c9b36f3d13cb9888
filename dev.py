#!/usr/bin/env python3
"""Everything a fresh clone needs, with nothing but Python 3.11 or newer.

    python3 dev.py demo          set up, build the workshop dossier and its Word packages, show the window
    python3 dev.py test          set up, check the code and run the tests (--full: with LibreOffice, nothing skipped)

    python3 dev.py run [FILE]    the program itself         python3 dev.py bench [NAME...]  measured beside its peers
    python3 dev.py lint [--fix]  the code checks alone      python3 dev.py campaign NAME    a long random search
    python3 dev.py screenshots   the pictures in docs/      python3 dev.py build            a folder without Python

The set-up makes `.venv` beside this file and, on Debian and Ubuntu, installs with apt the system
libraries that are missing. It is remembered: the next call starts at once.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "set-up"  # holds the fingerprint of what was installed; written last, so half a set-up is no set-up
WINDOWS = sys.platform == "win32"
LINUX = sys.platform.startswith("linux")

# What Qt's core libraries and its offscreen, X11 and Wayland platforms load, with the Debian package that
# carries it. The library is asked for and not the package: packages are renamed (libglib2.0-0t64).
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
FONT, FONT_PACKAGE = "NotoSerif-Regular.ttf", "fonts-noto-core"  # the smallest package with Noto Serif and Noto Sans
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
FULL_PROGRAMS = {"soffice": "libreoffice-writer", "pdftoppm": "poppler-utils", "Xvfb": "xvfb", "xdotool": "xdotool"}
BUILD_PROGRAMS = {"objdump": "binutils"}  # PyInstaller reads libraries with it
SYSTEM_PYTHON = Path("/usr/bin/python3")  # LibreOffice's `uno` module is installed for this one


class CannotError(Exception):
    """What was asked for cannot be done; the message is one plain sentence."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit code. Trouble ends in one sentence on stderr, never a traceback."""
    if sys.version_info < OLDEST:
        print(too_old(sys.version_info[:2]), file=sys.stderr)
        return 1
    options, rest = _parser().parse_known_args(arguments)
    if rest and not options.takes_more:
        print(f"dev.py {options.command} does not know {' '.join(rest)}.", file=sys.stderr)
        return 2
    try:
        return int(options.run(options, rest))
    except CannotError as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def too_old(version: tuple[int, ...]) -> str:
    """The sentence for a Python that cannot run the program."""
    return f"This needs Python {OLDEST[0]}.{OLDEST[1]} or newer, and this is Python {version[0]}.{version[1]}."


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dev.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, run: object, about: str, takes_more: bool = False) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=about, description=about)
        made.set_defaults(run=run, takes_more=takes_more)
        return made

    demo_parser = command("demo", demo, "build the workshop dossier, export its Word packages, show the window")
    demo_parser.add_argument("--out", default="demo-output", help="folder to write into (default: demo-output)")
    demo_parser.add_argument("--no-window", action="store_true", help="do not open the window at the end")
    command("run", run_program, "run the program; what follows is handed to it", takes_more=True)
    test_parser = command("test", test, "check the code and run the tests; pytest's arguments run pytest alone", True)
    test_parser.add_argument("--full", action="store_true", help="install LibreOffice too, and skip nothing")
    lint_parser = command("lint", lint, "ruff, its formatter and mypy")
    lint_parser.add_argument("--fix", action="store_true", help="mend and format what can be")
    command("bench", bench, "measure the program beside its peers and the floor", takes_more=True)
    campaign_parser = command("campaign", campaign, "a long random search from tests/campaigns")
    campaign_parser.add_argument("name")
    campaign_parser.add_argument("--seconds", type=float, default=600.0)
    campaign_parser.add_argument("--seed", type=int, default=None, help="repeat a run (default: a new one)")
    command("screenshots", screenshots, "make the pictures in docs/screenshots again")
    command("build", build, "freeze the program into one folder and prove that it runs without Python")
    return parser


def set_up(full: bool = False, build: bool = False) -> None:
    """System libraries, then `.venv` with exactly the versions of constraints.txt. Quick when all is there."""
    install_system(missing_packages(full, build))
    wanted = fingerprint()
    if venv_python().exists() and STAMP.is_file() and STAMP.read_text("utf-8") == wanted:
        return
    print("Setting up .venv (the first time takes a minute or two) ...", flush=True)
    STAMP.unlink(missing_ok=True)
    if not _is_this_python(venv_python()):
        shutil.rmtree(VENV, ignore_errors=True)
        # The interpreter under a virtual environment, if we happen to run inside one.
        _run([getattr(sys, "_base_executable", sys.executable), "-m", "venv", str(VENV)])
    pip = [str(venv_python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    pip += ["--constraint", str(ROOT / "constraints.txt")]
    _run([*pip, "hatchling"])
    _run([*pip, "--no-build-isolation", "--editable", f"{ROOT}[dev]"])
    STAMP.write_text(wanted, "utf-8")


def fingerprint(root: Path = ROOT) -> str:
    """What a set-up depends on: the two lists of packages, the Python and the folder's own place."""
    parts = [(root / name).read_bytes() for name in ("pyproject.toml", "constraints.txt")]
    parts += [sys.version.encode(), str(root).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def venv_python(venv: Path = VENV) -> Path:
    """The interpreter inside `.venv`."""
    return venv / ("Scripts/python.exe" if WINDOWS else "bin/python")


def _is_this_python(python: Path) -> bool:
    """True when `.venv` was made by the version that runs now (a half-made one is made again)."""
    asked = [str(python), "-c", "import sys, pip; print(sys.version)"]
    try:
        answer = subprocess.run(asked, capture_output=True, text=True, check=False)
    except OSError:
        return False
    return answer.returncode == 0 and answer.stdout.strip() == sys.version.replace("\r\n", "\n").strip()


def missing_packages(full: bool = False, build: bool = False) -> list[str]:
    """The Debian names of what this machine lacks: Python's venv, Qt's libraries, fonts.

    With `full` also LibreOffice and its Python, with `build` what PyInstaller needs.
    """
    packages = []
    number = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if LINUX:
        if importlib.util.find_spec("ensurepip") is None:
            packages.append(f"python{number}-venv")
        packages += [package for library, package in QT_LIBRARIES.items() if not _loads(library)]
        if not _has_font():
            packages.append(FONT_PACKAGE)
    if full:
        packages += [package for program, package in FULL_PROGRAMS.items() if not shutil.which(program)]
        if not _has_uno():
            packages.append("python3-uno")
    if build and LINUX:
        packages += [package for program, package in BUILD_PROGRAMS.items() if not shutil.which(program)]
        # Debian's own Python carries its library inside; a frozen program needs it as a file.
        if sys.base_prefix == "/usr" and not _loads(f"libpython{number}.so.1.0"):
            packages.append(f"libpython{number}")
    return packages


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_font() -> bool:
    return any(True for folder in FONT_FOLDERS for _ in Path(folder).expanduser().glob(f"**/{FONT}"))


def _has_uno() -> bool:
    if not SYSTEM_PYTHON.exists():
        return False
    # Looked for, not imported: importing it starts half of LibreOffice.
    ask = "import importlib.util, sys; sys.exit(importlib.util.find_spec('uno') is None)"
    return subprocess.run([str(SYSTEM_PYTHON), "-c", ask], check=False).returncode == 0


def install_system(packages: list[str]) -> None:
    """Install Debian packages as root or through sudo; elsewhere say in one line what is missing."""
    if not packages:
        return
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        raise CannotError(f"Please install what Debian calls {names}, then run this again.")
    rights = _rights()
    if rights is None:
        raise CannotError(f"Please run as root: apt-get install {names}")
    print(f"Installing with apt: {names}", flush=True)
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"]
    # A stale or broken list of some other source is no reason to stop: the installation itself decides.
    subprocess.run([*apt, "update"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    _run([*apt, "install", "--no-install-recommends", *packages], quiet=True)


def _rights() -> list[str] | None:
    """What to put in front of apt-get: nothing for root, sudo if there is one, None when neither."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    if shutil.which("sudo"):
        return ["sudo"] if sys.stdin is not None and sys.stdin.isatty() else ["sudo", "-n"]
    return None


def environment(**more: str) -> dict[str, str]:
    """The environment of everything started here: UTF-8, and no stray packages from elsewhere."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    return {**kept, "PYTHONUTF8": "1", "PYTHONNOUSERSITE": "1", **more}


def _run(command: list[str], quiet: bool = False) -> None:
    """Run to the end or raise; `quiet` shows the output only when it failed."""
    out, errors = (subprocess.PIPE, subprocess.STDOUT) if quiet else (None, None)
    try:
        done = subprocess.run(command, cwd=ROOT, env=environment(), stdout=out, stderr=errors, check=False)
    except OSError as trouble:
        raise CannotError(f"{command[0]} could not be started: {trouble.strerror}.") from trouble
    if done.returncode:
        if quiet:
            sys.stderr.write(done.stdout.decode("utf-8", "replace"))
        raise CannotError(f"This failed with exit code {done.returncode}: {' '.join(command)}")


def python(*arguments: str, **more: str) -> int:
    """Run `.venv`'s Python in the checkout and return its exit code."""
    command = [str(venv_python()), *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment(**more), check=False).returncode


def has_display() -> bool:
    """True where a window can be opened."""
    return not LINUX or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def make_demo(out: Path) -> dict[str, object]:
    """Build the workshop dossier and its Word packages in `out`; what the program answered."""
    command = [str(venv_python()), "-m", "tomas_desktop", "demo", str(out), "--no-window", "--json"]
    done = subprocess.run(command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, check=False)
    if done.returncode:
        raise CannotError("The demo could not be made (the reason stands above).")
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


def make_pictures(dossier: str, out: Path, *more: str) -> list[Path]:
    """Draw the window with `dossier` open, without a display; the pictures (`--all`: of every view)."""
    out.mkdir(parents=True, exist_ok=True)
    command = [str(venv_python()), "-m", "tomas_desktop.ui.screenshots", dossier, str(out), *more]
    env = environment(QT_QPA_PLATFORM="offscreen")
    if subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, check=False).returncode:
        raise CannotError("The window could not be drawn (the reason stands above).")
    return sorted(out.glob("*.png"))


def demo(options: argparse.Namespace, _rest: list[str]) -> int:
    """The main job on the workshop dossier: Word packages, a picture of the window, and the window itself."""
    out = Path(options.out).resolve()
    set_up()
    answer = make_demo(out)
    dossier = str(answer["dossier"])
    pictures = make_pictures(dossier, out)
    print(f"\nThe workshop dossier:\n  {dossier}\nIts Word packages:")
    files = answer["files"]
    assert isinstance(files, list)
    for file in files:
        print(f"  {file['country']}  {file['role']:<12} {file['path']}")
    print("The window:")
    for picture in pictures:
        print(f"  {picture}")
    if options.no_window or not has_display():
        return 0
    print("Opening the window ...", flush=True)
    return python("-m", "tomas_desktop", dossier)


def run_program(_options: argparse.Namespace, rest: list[str]) -> int:
    """The program as a user starts it."""
    set_up()
    command = [str(venv_python()), "-m", "tomas_desktop", *rest]
    # Started where the user stands: FILE is relative to that folder.
    return subprocess.run(command, env=environment(), check=False).returncode


def test(options: argparse.Namespace, rest: list[str]) -> int:
    """The code checks and every test; with arguments for pytest, pytest alone."""
    set_up(options.full)
    if not rest and (failed := _lint(fix=False)):
        return failed
    workers = ["-n", "2", "--dist", "loadgroup"] if (os.cpu_count() or 1) > 1 else []
    more = {"TOMAS_FULL": "1"} if options.full else {}
    return python("-m", "pytest", *workers, *rest, QT_QPA_PLATFORM="offscreen", **more)


def lint(options: argparse.Namespace, _rest: list[str]) -> int:
    """The code checks alone."""
    set_up()
    return _lint(options.fix)


def _lint(fix: bool) -> int:
    for tool in (
        ["ruff", "check", "--quiet", "--output-format=concise", *(["--fix"] if fix else []), "."],
        ["ruff", "format", "--quiet", *([] if fix else ["--check"]), "."],
        ["mypy", "--no-error-summary"],
    ):
        if failed := python("-m", *tool):
            print(f"{' '.join(tool[:2])} found the above.", file=sys.stderr)
            return failed
    return 0


def bench(_options: argparse.Namespace, rest: list[str]) -> int:
    """Ours, the peers, the floor and the ratio side by side."""
    set_up()
    return python("-m", "benchmarks", *rest, QT_QPA_PLATFORM="offscreen")


def campaign(options: argparse.Namespace, _rest: list[str]) -> int:
    """A long random search; the seed is printed, so that what it finds can be found again."""
    set_up()
    seed = options.seed if options.seed is not None else int.from_bytes(os.urandom(4), "big")
    arguments = [options.name, "--seconds", str(options.seconds), "--seed", str(seed)]
    return python("-m", "tests.campaigns", *arguments, HYPOTHESIS_PROFILE="campaign", QT_QPA_PLATFORM="offscreen")


def screenshots(_options: argparse.Namespace, _rest: list[str]) -> int:
    """The pictures of the README and the guide, from the workshop dossier."""
    set_up()
    with tempfile.TemporaryDirectory() as folder:
        answer = make_demo(Path(folder))
        for picture in make_pictures(str(answer["dossier"]), ROOT / "docs" / "screenshots", "--all"):
            print(picture)
    return 0


def build(_options: argparse.Namespace, _rest: list[str]) -> int:
    """Freeze the program into `dist/tomas-desktop`, then run it where no Python can be found."""
    set_up(build=True)
    _run([str(venv_python()), "-m", "PyInstaller", "--noconfirm", "--log-level=ERROR", "build_installer.spec"])
    folder = ROOT / "dist" / "tomas-desktop"
    program = folder / ("tomas-desktop.exe" if WINDOWS else "tomas-desktop")
    with tempfile.TemporaryDirectory() as elsewhere:
        nothing = Path(elsewhere) / "empty"
        nothing.mkdir()
        bare = {name: value for name, value in environment().items() if not name.startswith("PYTHON")}
        bare = {**bare, "PATH": str(nothing), "QT_QPA_PLATFORM": "offscreen"}
        for arguments in (["selftest"], ["demo", str(Path(elsewhere) / "demo"), "--no-window"]):
            print(f"Without Python on PATH: tomas-desktop {arguments[0]}", flush=True)
            done = subprocess.run([str(program), *arguments], cwd=elsewhere, env=bare, check=False)
            if done.returncode:
                raise CannotError(f"The frozen program failed at {arguments[0]} with exit code {done.returncode}.")
        print("Without Python on PATH: the window", flush=True)
        _stays_open([str(folder / f"{program.stem}-window"), str(Path(elsewhere) / "demo" / "workshop.tomas")], bare)
    print(folder)
    return 0


def _stays_open(window: list[str], bare: dict[str, str]) -> None:
    """A window that lacks a part of Qt is gone within a second; one that stands is closed again."""
    process = subprocess.Popen(window, env=bare)
    try:
        code = process.wait(timeout=6)
    except subprocess.TimeoutExpired:
        process.kill()
        return
    raise CannotError(f"The frozen window closed by itself with exit code {code}.")


if __name__ == "__main__":
    raise SystemExit(main())
