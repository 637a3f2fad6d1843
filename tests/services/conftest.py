"""What the tests of the services share: a desk with few templates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.desk import Desk
from tests.services.small_templates import small_desk, small_resources


@pytest.fixture
def small(path: Path, tmp_path: Path) -> Iterator[Desk]:
    """All services on a new file, with the templates of `small_templates` alone."""
    desk = small_desk(path, small_resources(tmp_path / "resources"))
    yield desk
    desk.close()
