"""Rotations as an employer writes them: a line a week, Monday first, the codes of its shifts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.rules.rosters import MOST_WEEKS, Duty, Roster, ShiftKind

FREE = "-"
DAYS = 7


@dataclass(frozen=True)
class CodedShift:
    """A shift by its code; minutes as in `app.rules.rosters.Duty`."""

    code: str
    start: int
    end: int
    kind: ShiftKind = ShiftKind.OTHER
    name: str = ""


class BadWeek(ValueError):
    """A line that is no week: `line` counts from 1 (0: there is none), `cells` how many there
    are."""

    def __init__(self, line: int, cells: int) -> None:
        super().__init__(line, cells)
        self.line, self.cells = line, cells


class UnknownCode(ValueError):
    """A code that no shift of the employer has."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def weeks_of(text: str) -> tuple[tuple[str, ...], ...]:
    """The cells of each week, "-" for a free day. Raises `BadWeek`."""
    lines = [line.split() for line in text.splitlines() if line.strip()]
    if not 0 < len(lines) <= MOST_WEEKS:
        raise BadWeek(0, len(lines))
    for number, cells in enumerate(lines, start=1):
        if len(cells) != DAYS:
            raise BadWeek(number, len(cells))
    return tuple(tuple(FREE if cell in ("–", "—") else cell for cell in cells) for cells in lines)


def written(weeks: Sequence[Sequence[str]]) -> str:
    """The weeks as they are kept."""
    return "\n".join(" ".join(cells) for cells in weeks)


def roster_of(text: str, shifts: Iterable[CodedShift], first: date) -> Roster:
    """The rotation as a roster from a day on, without an end: its first week is the calendar week
    of that day. Codes are compared without regard to case. Raises `BadWeek`, `UnknownCode`."""
    known = {shift.code.casefold(): shift for shift in shifts if shift.code}
    weeks = weeks_of(text)
    turn = len(weeks) * DAYS
    duties = []
    for number, cells in enumerate(weeks):
        for day, cell in enumerate(cells):
            if cell == FREE:
                continue
            shift = known.get(cell.casefold())
            if shift is None:
                raise UnknownCode(cell)
            label = shift.name or shift.code
            on = (number * DAYS + day - first.weekday()) % turn
            duties.append(Duty(on, shift.start, shift.end, label, shift.kind))
    duties.sort(key=lambda duty: (duty.day, duty.start))
    return Roster(first, None, len(weeks), tuple(duties))
