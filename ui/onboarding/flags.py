"""The names of the anchor dates above their lines, in rows where none is crossed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.rules.calendar import Day, Precision
from app.rules.terms import AnchorKind
from ui.onboarding.scale import Scale
from ui.onboarding.typeface import Typeface
from ui.widgets.runs import Run
from ui.words import ANCHORS

FLAG = 18  # height of a row of names


@dataclass(frozen=True)
class Flag:
    """The name of an anchor above its line; `left` to `right` is what it takes of its row;
    `text` is blank where there was no room for it."""

    kind: AnchorKind | None
    text: str
    x: float
    left: float
    right: float
    row: int
    barred: bool = False


def flags_of(
    anchors: Sequence[tuple[AnchorKind, Day]],
    today: date,
    scale: Scale,
    face: Typeface,
    unit: float,
    most: int = 9,
    *,
    barred: bool = False,
) -> list[Flag]:
    """Today first, then each anchor in the first row with room left or right of its line, first
    with its date, then without; one that finds none in `most` rows keeps only its line. `barred`:
    the first working day is, and says so."""
    gap, pad = 4 * unit, 6 * unit
    badge = f"heute {today:%d.%m.}"
    half = face.width([Run(badge, strong=True)]) / 2 + pad
    x = scale.x(today)
    left = min(max(x - half, 0), scale.width - 2 * half)
    found = [Flag(None, badge, x, left, left + 2 * half, 0)]
    for day, kinds in _by_day(anchors):
        if not scale.stretch.first <= day.on <= scale.stretch.last:
            continue
        names = ", ".join(ANCHORS[kind] for kind in kinds)
        month = day.precision is Precision.MONTH
        dated = f"{names} {day.on:%m.%Y}" if month else f"{names} {day.on:%d.%m.}"
        bars = barred and AnchorKind.WORK_START in kinds
        flag = Flag(kinds[0], "", scale.of(day), 0, 0, most - 1, bars)
        ways = (f"{dated} · gesperrt", f"{names} · gesperrt") if bars else (dated, names)
        for text in ways:
            wide = face.width([Run(text, strong=bars)])
            flag = _placed(replace(flag, text=text), wide, gap, found, scale.width, most)
            if flag.text:
                break
        found.append(flag)
    return found


def _by_day(anchors: Sequence[tuple[AnchorKind, Day]]) -> list[tuple[Day, list[AnchorKind]]]:
    """What falls on the same day shares a line and a name."""
    found: dict[Day, list[AnchorKind]] = {}
    for kind, day in anchors:
        found.setdefault(day, []).append(kind)
    return sorted(found.items(), key=lambda pair: pair[0])


def _placed(flag: Flag, wide: float, gap: float, others: list[Flag], end: float, most: int) -> Flag:
    """In the first row where the name is free, no line from above crosses it, and its own line
    crosses no name below; without its name where there is none."""
    for row in range(most):
        for left in (flag.x + gap, flag.x - gap - wide):
            right = left + wide
            free = left >= 0 and right <= end
            for other in others:
                if other.row == row:
                    free = free and (right + gap < other.left or left - gap > other.right)
                if other.row < row:
                    free = free and not left - gap < other.x < right + gap
                elif other.row > row and other.text:
                    free = free and not other.left - gap < flag.x < other.right + gap
            if free:
                return replace(flag, left=left, right=right, row=row)
    return replace(flag, text="", left=flag.x, right=flag.x, row=most - 1)
