"""What is imported before the first rows are painted: exact, without a clock."""

from __future__ import annotations

from tests.bench.first_rows import PROGRAM, timed

HEAVY = {"sqlalchemy", "alembic", "reportlab", "PIL", "asyncio", "uharfbuzz", "holidays", "babel"}


def test_the_first_rows_are_painted_before_anything_heavy_is_imported(path):
    _, modules = timed(PROGRAM, str(path))
    assert {"PySide6", "sqlcipher3", "app", "ui"} <= modules
    assert modules & HEAVY == set()
    # what reads and writes lists is for whoever has one
    assert not {name for name in modules if name.startswith(("app.exchange", "app.folder"))}
