"""What an exchange sheet has that the folder's own has not: the banner above, bars in the margin.

Both are artifacts, as foot and tab are: the list that comes with the sheets says the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.typeset import shapes, styles
from app.typeset.binding import SetPage
from app.typeset.furniture import Side
from app.typeset.inline import Tick
from app.typeset.marks import ARTIFACT, Mark, Placed, Sequence, Shape
from app.typeset.mirror import mirrored
from app.typeset.setter import Setter
from app.typeset.styles import AREA_WIDTH, POINT, SHEET_WIDTH, Colour

_TOP, _HEIGHT = 9.0, 15.0
_FIRST, _SECOND = 15.5, 20.7
_LEFT, _MIDDLE, _BOX, _BESIDE = 4.0, 62.0, 136.0, 142.0
_BAR, _OUTSIDE = 1.4, 2.5
_ABOVE, _BELOW = 3.1, 1.1


@dataclass(frozen=True, slots=True)
class Banner:
    """`title` bold over what the page `replaces`; `stand` bold over what is said `about` its
    other side; `removed` beside a tick box, left out where nothing is taken out."""

    title: str
    replaces: str
    stand: str
    about: str = ""
    removed: str = ""


def exchanged(page: SetPage, banner: Banner, changed: Iterable[float], setter: Setter) -> SetPage:
    """The page with a banner in its upper margin and a bar beside each changed line, which is told
    by its baseline (mm from the top). What it had keeps its place."""
    side, own = Side(right=page.right), setter.facing(page.lang or setter.lang)
    marks = tuple(_banner(banner, own))
    marks = mirrored(marks) if own.mirrors else marks
    placed = (Placed(side.left_edge, 0.0, marks), Placed(0.0, 0.0, tuple(_bars(changed, side))))
    return replace(page, sequences=(*page.sequences, Sequence(ARTIFACT, -1, placed)))


def empty(*, right: bool) -> SetPage:
    """The back of a leaf that is printed on one side alone."""
    return SetPage("", 0, (), blank=True, right=right)


def _banner(banner: Banner, setter: Setter) -> list[Mark]:
    frame = shapes.rounded(AREA_WIDTH, _HEIGHT, 1.0)
    marks: list[Mark] = [Shape(ARTIFACT, 0.0, _TOP, frame, stroke=Colour.INK, line=POINT)]
    for x, end, first, second in (
        (_LEFT, _MIDDLE, banner.title, banner.replaces),
        (_MIDDLE, _BOX, banner.stand, banner.about),
    ):
        room = end - x - 3.0
        marks += setter.single(first, styles.H2, ARTIFACT, x, _FIRST, width=room)
        marks += setter.single(second, styles.TABLE, ARTIFACT, x, _SECOND, width=room)
    if banner.removed:
        marks += shapes.tick_box(_BOX, _FIRST, Tick.OPEN, ARTIFACT)
        room = AREA_WIDTH - _BESIDE - 1.0
        lines = setter.lines(banner.removed, styles.TABLE, room)
        for words in setter.marks(lines, banner.removed, styles.TABLE, ARTIFACT, _BESIDE, _FIRST):
            marks += words
    return marks


def _bars(changed: Iterable[float], side: Side) -> Iterable[Shape]:
    """Bars in the outer margin; those that touch are one."""
    left = (
        SHEET_WIDTH - styles.OUTER_MARGIN + _OUTSIDE
        if side.right
        else (styles.OUTER_MARGIN - _OUTSIDE - _BAR)
    )
    spans: list[tuple[float, float]] = []
    for baseline in sorted(changed):
        top, bottom = baseline - _ABOVE, baseline + _BELOW
        if spans and top <= spans[-1][1]:
            spans[-1] = (spans[-1][0], bottom)
        else:
            spans.append((top, bottom))
    for top, bottom in spans:
        path = shapes.rectangle(0.0, 0.0, _BAR, bottom - top)
        yield Shape(ARTIFACT, left, top, path, fill=Colour.INK)
