"""What lies where on a composed page, for tests."""

from __future__ import annotations

import itertools

from app.typeset.binding import SetPage
from app.typeset.marks import ARTIFACT, Mark, Placed, Shape, Text
from app.typeset.styles import POINT


def placed_texts(page: SetPage, *, artifacts: bool = False) -> list[tuple[float, float, Text]]:
    """(left, baseline, text) of a page in mm."""
    found = []
    for sequence in page.sequences:
        if sequence.element == ARTIFACT and not artifacts:
            continue
        for placed, mark in _marks(sequence.placed):
            if isinstance(mark, Text):
                found.append((placed.x + mark.x, placed.y + mark.y, mark))
    return found


def placed_shapes(page: SetPage) -> list[tuple[float, float, Shape]]:
    """(left, top, path) of the figures of a page in mm."""
    return [
        (placed.x + mark.x, placed.y + mark.y, mark)
        for sequence in page.sequences
        if sequence.element != ARTIFACT
        for placed, mark in _marks(sequence.placed)
        if isinstance(mark, Shape)
    ]


def overlaps(page: SetPage) -> list[tuple[str, str]]:
    """Pairs of texts that are printed over each other."""
    boxes = [
        (x, x + m.width, y - m.size * POINT * 0.7, y + m.size * POINT * 0.2, said(m))
        for x, y, m in placed_texts(page)
        if m.width
    ]
    return [
        (one[4], other[4])
        for one, other in itertools.combinations(boxes, 2)
        if not (one[1] <= other[0] + 0.1 or other[1] <= one[0] + 0.1)
        and not (one[3] <= other[2] + 0.1 or other[3] <= one[2] + 0.1)
    ]


def said(mark: Text) -> str:
    return " ".join(word.text for word in mark.words)


def _marks(parts: tuple[Placed, ...]) -> list[tuple[Placed, Mark]]:
    return [(placed, mark) for placed in parts for mark in placed.marks]
