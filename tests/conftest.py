"""What every test may ask for: a real data file, opened, with a desk where wanted."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db.file import DataFile, open_file

if TYPE_CHECKING:
    from app.desk import Desk

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "data"
TODAY = date(2026, 11, 23)


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
