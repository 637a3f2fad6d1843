"""Sets the same blocks in two languages side by side: every row as high as the longer one.

Both sides come from the same records and have the same rows; only their lines differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.typeset.flow import Band, Piece, lowered_column
from app.typeset.marks import lowered
from app.typeset.styles import on_grid


class Unequal(ValueError):
    """The sides have not the same rows: there is nothing to set beside each other."""


def paired(one: Sequence[Band], other: Sequence[Band]) -> tuple[list[Band], list[Band]]:
    """The bands of one block in both languages, each as high as its counterpart.

    Raises Unequal where one side has more rows than the other.
    """
    left, right = _rows(one), _rows(other)
    if len(left) != len(right):
        raise Unequal(f"{len(left)} rows beside {len(right)}")
    sides: tuple[list[Band], list[Band]] = ([], [])
    added = (0.0, 0.0)
    for row, counterpart in zip(left, right, strict=True):
        if len(row) == len(counterpart):
            pairs = list(zip(row, counterpart, strict=True))
        else:
            pairs = [(_joined(row), _joined(counterpart))]
        for pair in pairs:
            both = _levelled(*pair)
            height = max(band.height for band in both)
            for side, band, more in zip(sides, both, added, strict=True):
                side.append(_fitted(band, both, height, more))
            added = (height - both[0].height, height - both[1].height)
    return sides


def _rows(bands: Sequence[Band]) -> list[list[Band]]:
    """Bands by the logical row they belong to."""
    rows: list[list[Band]] = []
    for band in bands:
        if band.begins or not rows:
            rows.append([band])
        else:
            rows[-1].append(band)
    return rows


def _joined(row: Sequence[Band]) -> Band:
    """A row of several bands as one."""
    if len(row) == 1:
        return row[0]
    columns: list[tuple[Piece, ...]] = []
    top = 0.0
    for band in row:
        columns += (lowered_column(column, top) for column in band.columns)
        top += band.height
    whole = all(band.whole for band in row)
    return replace(row[0], height=top, columns=tuple(columns), keep=False, whole=whole, rigid=True)


def _levelled(one: Band, other: Band) -> tuple[Band, Band]:
    """Both with their first lines at the same height: an introduction of one line begins lower
    than one of two."""
    by = _first(one) - _first(other)
    if not by or not one.columns or not other.columns:
        return one, other
    return (one, _lowered(other, by)) if by > 0 else (_lowered(one, -by), other)


def _first(band: Band) -> float:
    return min((column[0].top for column in band.columns if column), default=0.0)


def _lowered(band: Band, by: float) -> Band:
    tail = band.height - band.reach
    moved = replace(band, shift=tuple(at - by for at in band.shifts))
    return replace(moved, height=max(band.height, on_grid(moved.reach + min(tail, 1.0))))


def _fitted(band: Band, both: tuple[Band, Band], height: float, more: float) -> Band:
    """The band as high as its counterpart, with the heads of both in mind; of two feet the
    shorter begins as high as the other."""
    repeat = band.repeat
    if repeat is not None:
        highest = max(each.repeat.height for each in both if each.repeat is not None)
        repeat = replace(repeat, height=highest)
    room = max(each.foot_room for each in both)
    return replace(
        band,
        height=height,
        above=band.joins(more) if band.joins and more else band.above,
        keep=any(each.keep for each in both),
        whole=any(each.whole for each in both),
        opens=any(each.opens for each in both),
        repeat=repeat,
        foot=tuple(lowered(mark, band.foot_room - room) for mark in band.foot),
        foot_room=room,
    )
