"""Bands on pages: what stays together, whatever the room left."""

from __future__ import annotations

import pytest

from app.typeset.flow import Band, Flow, Piece
from app.typeset.styles import BOTTOM, TOP

PAGE = BOTTOM - TOP


def line(top: float, number: int) -> Piece:
    return Piece(top, top + 4.0, (number,))  # type: ignore[arg-type]


def rows(height: float, columns: int, first: int) -> Band:
    """A row of so many columns, each full of lines of 4 mm."""
    lines = int(height / 4.0)
    pieces = tuple(line(4.0 * at, first + at) for at in range(lines))
    return Band(height, (pieces,) * columns)


@pytest.mark.parametrize("filled", range(0, int(PAGE), 4))
@pytest.mark.parametrize("columns", [1, 3])
def test_a_head_never_stands_alone_at_the_foot_of_a_page(filled, columns):
    flow = Flow()
    head = Band(8.0, ((line(0.0, -1),),), keep=True, whole=True)
    above = [Band(float(filled), (), whole=True)] if filled else []
    flow.fill([*above, head, rows(56.0, columns, 100)])
    told = [{mark for placed in page.placed for mark in placed.marks} for page in flow.pages]
    page = next(marks for marks in told if -1 in marks)
    assert 100 in page
