"""What the tests of the content share: a folder of small templates."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.shelf import Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)
