"""One written sample folder for all tests of the room."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.typeset.file import to_bytes
from app.typeset.pages import Pages, compose
from tests.typeset import samples


@pytest.fixture(scope="session")
def sample_pages() -> Pages:
    return compose(samples.sample(), samples.faces())


@pytest.fixture(scope="session")
def sample_file(sample_pages: Pages, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("typeset") / "sample.pdf"
    path.write_bytes(to_bytes(sample_pages))
    return path
