"""What every test may lean on.

Some tests read real laws and tools from the folder `shared/` beside the checkout, and some ask
LibreOffice what it makes of a Word file. Where these are missing such a test is skipped and says why;
with TOMAS_FULL=1 (`python3 dev.py test --full`) it fails instead, so that nothing goes unseen.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

import pytest
from hypothesis import HealthCheck, Phase, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
SYSTEM_PYTHON = Path("/usr/bin/python3")  # the one that LibreOffice's `uno` module is installed for

# No deadlines anywhere: a slow machine is not a wrong program. Both profiles of the ordinary runs are
# derandomised; only "hunt" and a campaign look for something new each time. Hypothesis still takes constants
# out of the source it finds loaded, so an ordinary run in other company may meet other examples: after a new
# property, `HYPOTHESIS_PROFILE=hunt pytest -m hypothesis` shows what it had not thought of.
_calm = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
settings.register_profile("fast", deadline=None, derandomize=True, max_examples=50, suppress_health_check=_calm)
settings.register_profile("ci", deadline=None, derandomize=True, max_examples=200, suppress_health_check=_calm)
settings.register_profile(
    "hunt", deadline=None, max_examples=1000, print_blob=True, suppress_health_check=list(HealthCheck)
)
settings.register_profile(
    "campaign",
    deadline=None,
    max_examples=20_000,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    print_blob=True,
)


def full() -> bool:
    """True under `dev.py test --full`, where nothing may be skipped for want of a tool or a folder."""
    return os.environ.get("TOMAS_FULL") == "1"


settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if full() else "fast"))


def _missing(reason: str) -> NoReturn:
    if full():
        pytest.fail(reason)
    pytest.skip(reason)


def _no_network(event: str, args: tuple[Any, ...]) -> None:
    """Refuse every connection that leaves this machine; pipes between our own processes stay open."""
    if event == "socket.connect":
        address = args[1]
        if isinstance(address, tuple) and address[0] not in ("127.0.0.1", "::1"):
            raise OSError(f"a test tried to reach {address[0]}: this program works offline")
    elif event == "socket.getaddrinfo" and args[0] not in (None, "localhost", "127.0.0.1", "::1"):
        raise OSError(f"a test tried to look up {args[0]}: this program works offline")


sys.addaudithook(_no_network)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One office at a time: the tests that ask LibreOffice all go to the same worker."""
    for item in items:
        if "word_oracle" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("office"))


def by_path(path: Path) -> ModuleType:
    """A tool of the folder beside the checkout, imported from its file."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real laws and checking tools that lies beside the checkout."""
    if not (SHARED / "data").is_dir():
        _missing("no folder shared/ beside the checkout: real laws cannot be read")
    return SHARED


@pytest.fixture(scope="session")
def read_once(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """`read_once(law) -> Reading`: a law of `tests/importers/laws.toml`, read once in a run of the tests."""
    from tests.importers import read_once as readings

    return readings.reader(shared / "data", tmp_path_factory)


@pytest.fixture(scope="session")
def docx_schema(shared: Path) -> ModuleType:
    """`docx_schema.check(path) -> list[str]`: what is wrong with a Word file (ISO 29500 and Word's own rules)."""
    return by_path(shared / "tools" / "docx_schema.py")


@pytest.fixture(scope="session")
def word_oracle(shared: Path) -> ModuleType:
    """`word_oracle.inspect([path]) -> [report]`: what LibreOffice sees, as it is, all accepted, all rejected."""
    if not (shutil.which("soffice") and SYSTEM_PYTHON.exists()):
        _missing("no LibreOffice Writer (soffice): a Word file cannot be read by a second program")
    return by_path(shared / "tools" / "word_oracle.py")


@pytest.fixture(scope="session")
def x_programs() -> None:
    """An X server without a screen, and a program that presses keys in it."""
    missing = [name for name in ("Xvfb", "xdotool") if not shutil.which(name)]
    if missing:
        _missing(f"no {' and no '.join(missing)}: real keys cannot be pressed")
