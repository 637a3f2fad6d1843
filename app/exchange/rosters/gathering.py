"""What was found of duties, put together as a roster; what cannot be left out and told."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from app.errors import Reason, Refused
from app.exchange.rosters.codes import Meaning, Slot
from app.records.roster_imports import Place, RosterNote, RosterNoteCode
from app.rules.calendar import CalendarUnknown, public_holidays, school_holidays_known_until
from app.rules.rosters import (
    LONGEST,
    MOST_DAYS,
    MOST_WEEKS,
    Duty,
    Roster,
    RosterProblem,
    faults,
)

MOST_DUTIES = 2_000
"""Duties of one person: more than five years of them."""

_SHOWN = 80  # signs of a text that a note repeats
_AGGREGATED = frozenset(
    {
        RosterNoteCode.SOMEBODY_ELSE,
        RosterNoteCode.HOLIDAYS_UNKNOWN,
        RosterNoteCode.BEYOND_CALENDAR,
        RosterNoteCode.MONTH_MISSING,
        RosterNoteCode.CANCELLED,
        RosterNoteCode.UNKNOWN_ZONE,
    }
)


def shown(text: str) -> str:
    """A text in one line, without signs that cannot be shown."""
    line = " ".join(text.split())[:_SHOWN]
    return "".join(sign for sign in line if sign.isprintable())


@dataclass(frozen=True)
class Found:
    """A duty, the day it begins on (a date's ordinal, or counted from the first day of a
    rotation), and where it stands."""

    day: int
    slot: Slot
    place: Place
    text: str


@dataclass
class Gathering:
    """Duties, days named and notes, as a reader comes upon them. `weeks`: of a rotation, 0 for
    single days; `names`: who the rows taken are said to be of."""

    notes: list[RosterNote] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)
    weeks: int = 0
    duties: dict[int, list[Found]] = field(default_factory=dict)
    days: set[int] = field(default_factory=set)
    lost: set[int] = field(default_factory=set)
    _free: dict[int, tuple[Place, str]] = field(default_factory=dict)
    _told: dict[tuple[RosterNoteCode, str, str], int] = field(default_factory=dict)
    _count: int = 0

    @property
    def is_blank(self) -> bool:
        """Whether no day was named."""
        return not (self.days or self.lost)

    def say(
        self,
        code: RosterNoteCode,
        place: Place,
        text: str = "",
        other: str = "",
        met: Place | None = None,
    ) -> None:
        """A note; of what is said of many rows alike one, with their count."""
        text, other = shown(text), shown(other)
        key = (code, text if code is RosterNoteCode.SOMEBODY_ELSE else "", place.sheet)
        if code in _AGGREGATED and key in self._told:
            before = self.notes[self._told[key]]
            self.notes[self._told[key]] = replace(before, count=before.count + 1)
            return
        self._told[key] = len(self.notes)
        self.notes.append(RosterNote(code, place, text, other, met))

    def join(self, other: Gathering, sheet: str) -> None:
        """Take over what a page says, of a workbook that of one sheet."""
        self.notes += other.notes
        self.sheets += [sheet] if sheet else []
        self.names += other.names
        self.weeks = max(self.weeks, other.weeks)
        for each in other.duties.values():
            for duty in each:
                self.duty(duty.day, duty.slot, duty.place, duty.text)
        self.days |= other.days
        self.lost |= other.lost
        for day, told in other._free.items():
            self._free.setdefault(day, told)

    def knows(self, on: date, place: Place, text: str) -> bool:
        """Whether a date is one the program counts with; told where it is not, or where school
        holidays are not known yet."""
        try:
            public_holidays(on.year)
        except CalendarUnknown:
            self.say(RosterNoteCode.BEYOND_CALENDAR, place, text)
            return False
        if on > school_holidays_known_until():
            self.say(RosterNoteCode.HOLIDAYS_UNKNOWN, place, text)
        return True

    def take(self, day: int, said: Meaning, place: Place, text: str) -> None:
        """What a cell says of a day; a blank one says that it is free."""
        for slot in said.slots:
            self.duty(day, slot, place, text)
        if said.wrong is not None:
            self.say(said.wrong, place, said.text or text)
            self.lost.add(day)
        elif not said.slots:
            self.free(day, place, text)

    def free(self, day: int, place: Place, text: str) -> None:
        """A day without a duty; `text` says so, be it blank."""
        self.days.add(day)
        if text.strip():
            self._free.setdefault(day, (place, text))

    def duty(self, day: int, slot: Slot, place: Place, text: str) -> None:
        """A duty, unless it is longer than one can be or was named before. Raises
        `Refused(LIST_TOO_LONG)`."""
        if slot.end - slot.start > LONGEST:
            self.say(RosterNoteCode.TOO_LONG, place, text)
            self.lost.add(day)
            return
        before = self.duties.setdefault(day, [])
        if any((slot.start, slot.end) == (each.slot.start, each.slot.end) for each in before):
            self.say(RosterNoteCode.DAY_TWICE, place, text)
            return
        self._count += 1
        if self._count > MOST_DUTIES:
            raise Refused(Reason.LIST_TOO_LONG, count=f"{MOST_DUTIES:,}".replace(",", "."))
        before.append(Found(day, slot, place, text))
        self.days.add(day)

    def ordered(self) -> tuple[RosterNote, ...]:
        """The notes as they stand in the file: by sheet, row and column."""
        order = {sheet: count for count, sheet in enumerate(self.sheets)}

        def key(note: RosterNote) -> tuple[int, int, int, str]:
            where = note.place
            sheet = order.get(where.sheet, len(order)) if where.sheet else -1
            return sheet, where.row, len(where.column), where.column

        return tuple(sorted(self.notes, key=key))

    def contradictions(self) -> None:
        """Tell the days that are said to be free and have a duty."""
        for day, (place, text) in self._free.items():
            if self.duties.get(day):
                self.say(RosterNoteCode.DAY_TWICE, place, text)


def _leave_far_off(found: Gathering, end: int) -> None:
    """Leave out and tell the days from `end` on: a roster does not span so many."""
    for day in sorted(each for each in found.days if each >= end):
        found.days.remove(day)
        for duty in found.duties.pop(day, ()):
            on = date.fromordinal(day)
            found.say(RosterNoteCode.FAR_OFF, duty.place, f"{on:%d.%m.%Y}")
    found.lost = {each for each in found.lost if each < end}


def settled(found: Gathering, monday: date) -> tuple[Roster | None, tuple[date, ...]]:
    """The roster of what was found, a rotation from `monday` on, and the days that lack a duty
    which was not understood. Of two duties at once the later is left out and told."""
    if not found.days:
        return None, ()
    if found.weeks:
        first, last, base = monday, None, 0
    else:
        base = min(found.days)
        _leave_far_off(found, base + MOST_DAYS)
        first, last = date.fromordinal(base), date.fromordinal(max(found.days))
    by_duty = {
        Duty(each.day - base, each.slot.start, each.slot.end, each.slot.label, each.slot.kind): each
        for duties in found.duties.values()
        for each in duties
    }
    roster = Roster(first, last, min(found.weeks, MOST_WEEKS), tuple(sorted(by_duty)))
    wrong: set[Duty] = set()
    for fault in faults(roster):
        wrong.add(fault.duty)
        here = by_duty[fault.duty]
        if fault.problem is RosterProblem.OVERLAP and fault.other is not None:
            met = by_duty[fault.other]
            found.say(RosterNoteCode.AT_ONCE, here.place, here.text, met.text, met.place)
        else:
            found.say(RosterNoteCode.NOT_A_TIME, here.place, here.text)
        found.lost.add(here.day)
    found.contradictions()
    kept = tuple(duty for duty in roster.duties if duty not in wrong)
    lost = (date.fromordinal(first.toordinal() + day - base) for day in sorted(found.lost))
    return replace(roster, duties=kept), tuple(lost)
