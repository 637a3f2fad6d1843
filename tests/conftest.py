"""What every test may ask for: a real data file, opened, with a desk where wanted."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db.file import VERSION, DataFile, open_file

if TYPE_CHECKING:
    from app.desk import Desk

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
gc.disable()  # what is imported and collected stays: until that is done, no cycles are looked for

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "data"
TODAY = date(2026, 11, 23)
KEPT = ROOT / "tests" / "db" / "versions" / f"{VERSION}.hafen.gz"
"""The example county as this version of the program wrote it."""
LONGEST = ("test_bundle.py", "test_every_language.py", "test_demo.py")
"""Files whose tests wait for one thing that takes long."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first, whatever the order: started last, they keep one processor at work while
    the others have nothing left."""
    items.sort(key=lambda item: item.path.name not in LONGEST)


def pytest_collection_finish(session: pytest.Session) -> None:
    """What is imported and collected lives until the end: whoever looks for cycles need not walk it
    again and again (a seventh of the time of all tests). Cycles are collected between two tests
    and by the window, as in the program; on a job's thread that would end widgets there."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Collect what the tests so far have left behind."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new data file, made once; tests copy it."""
    from db.migrate import create

    path = tmp_path_factory.mktemp("empty") / "leer.hafen"
    create(path)
    return path


@pytest.fixture
def path(tmp_path: Path, empty_file: Path) -> Path:
    """A data file of the test's own."""
    return Path(shutil.copy(empty_file, tmp_path / "amt.hafen"))


@pytest.fixture
def file(path: Path) -> Iterator[DataFile]:
    opened = open_file(path)
    yield opened
    opened.close()


@pytest.fixture
def desk(file: DataFile) -> Iterator[Desk]:
    """All services on a new file; today is 23 November 2026."""
    from app.desk import open_desk

    opened = open_desk(file, ROOT / "resources", lambda: TODAY, "Tomke Harms")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def shared() -> Callable[[str], Path]:
    """A file of the makers' data; the test is skipped where it is absent."""

    def find(name: str) -> Path:
        if not (SHARED / name).exists():
            pytest.skip(f"needs ../shared/data/{name}")
        return SHARED / name

    return find
