"""The faces of the paper, read once for all tests of the folder."""

from __future__ import annotations

import pytest

from app.typeset.faces import Faces
from tests.folder.makers import RESOURCES


@pytest.fixture(scope="session")
def faces() -> Faces:
    return Faces.load(RESOURCES / "fonts")
