"""Bands on pages: what stays together, whatever the room left."""

from __future__ import annotations

import pytest

from app.typeset.flow import Band, Flow, Piece, Repeat
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


def filled(*heights: float, repeat: float = 8.0) -> list[list[int]]:
    """Which of the rows of one block, of these heights, stand on each page."""
    flow = Flow()
    head = Repeat(repeat, ())
    bands = []
    for number, height in enumerate(heights):
        whole = Piece(0.0, height - 4.0, (number,))  # type: ignore[arg-type]
        bands.append(Band(height, ((whole,),), whole=True, block=1, repeat=head))
    flow.fill(bands)
    return [[mark for placed in page.placed for mark in placed.marks] for page in flow.pages]


@pytest.mark.parametrize("count", range(2, 40))
def test_the_last_row_of_a_block_never_stands_alone_on_a_page(count):
    pages = filled(*[20.0] * count)
    assert sorted(number for page in pages for number in page) == list(range(count))
    assert len(pages[-1]) > 1


def test_a_tall_row_stays_where_it_is_when_the_last_one_does_not():
    assert filled(100.0, 100.0, 60.0) == [[0, 1], [2]]
    assert filled(100.0, 60.0, 60.0, 60.0) == [[0, 1], [2, 3]]


def test_paragraphs_keep_one_distance_and_what_follows_begins_on_the_grid():
    flow = Flow()
    heights = (8.0, 40.0 / 3, 56.0 / 3, 8.0)
    paragraphs = [Band(height, ((line(0.0, 1),),), runs_on=True) for height in heights]
    flow.fill([*paragraphs, Band(8.0, ((line(0.0, 2),),))])
    tops = [placed.y - TOP for placed in flow.pages[0].placed]
    assert tops[:4] == pytest.approx([0.0, 8.0, 64.0 / 3, 40.0])
    assert tops[4] == pytest.approx(48.0)


def test_what_follows_a_paragraph_fits_before_it_is_put():
    """The step down to the grid counts."""
    flow = Flow()
    above = Band(PAGE - 24.0, (), whole=True)
    paragraph = Band(40.0 / 3, ((line(0.0, 1),),), runs_on=True)
    flow.fill([above, paragraph, Band(8.0, ((line(0.0, 2), line(4.0, 3)),), whole=True)])
    below = [max(p.y for p in page.placed) for page in flow.pages if page.placed]
    assert all(y + 8.0 <= BOTTOM + 0.01 for y in below)


def pages_of(*bands: Band, sides: int = 1, begins_left: bool = False) -> list[list[int]]:
    """Which marks stand on each page."""
    flow = Flow(tuple(range(sides)), begins_left=begins_left)
    flow.fill(*[list(bands)] * sides)
    return [[mark for placed in page.placed for mark in placed.marks] for page in flow.pages]


LEAF = Band(0.0, (), opens=True, leaf=True, vanishes=True)


@pytest.mark.parametrize(("begins_left", "expected"), [(False, [[1], [], [2]]), (True, [[1], [2]])])
def test_a_leaf_begins_on_a_right_hand_page(begins_left, expected):
    assert pages_of(rows(4.0, 1, 1), LEAF, rows(4.0, 1, 2), begins_left=begins_left) == expected


def test_a_leaf_at_the_very_beginning_is_the_page_itself_or_the_one_behind_the_tab():
    assert pages_of(LEAF, rows(4.0, 1, 1)) == [[1]]
    assert pages_of(LEAF, rows(4.0, 1, 1), begins_left=True) == [[], [1]]


def test_a_leaf_of_facing_pages_leaves_two_empty_between():
    assert pages_of(rows(4.0, 1, 1), LEAF, rows(4.0, 1, 2), sides=2) == [
        [1],
        [1],
        [],
        [],
        [2],
        [2],
    ]


def test_what_goes_on_over_a_leaf_leaves_the_back_empty():
    cut = [
        Band(100.0, ((Piece(0.0, 100.0, (number,)),),), whole=True, leaf=True)  # type: ignore[arg-type]
        for number in (1, 2, 3, 4, 5)
    ]
    assert pages_of(*cut) == [[1, 2], [], [3, 4], [], [5]]
