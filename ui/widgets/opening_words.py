"""The last opening before a deadline in words: when, why there is none, day by day. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.records.plan import StepView
from app.rules import spans
from app.rules.goers import Doubt
from app.rules.hours import DAY, DayHours, Opening, Slot
from app.rules.openings import LastOpening, OfficeSlot, Outcome
from ui import wording

CLOSED, ALL_DAY = "geschlossen", "rund um die Uhr"
ARRANGED, DOUBTFUL = "nach Absprache", "nicht sicher"
ON_DUTY, PARTLY = "im Dienst", "teils im Dienst"
LAST_DATE, BESIDE_DUTY = "Letzter möglicher Termin", "Letzter dienstfreier Termin"
SENTENCES: Mapping[Outcome, str] = {
    Outcome.FOUND: "{label}: {when}",
    Outcome.ON_DUTY: "Vor der Frist ist nur während des Dienstes geöffnet{office}. Bitte "
    "einen anderen Termin vereinbaren oder den Dienst tauschen.",
    Outcome.ONLY_BY_ARRANGEMENT: "Vor der Frist ist nur nach Absprache geöffnet{comment}, zuletzt "
    "am {on}. Bitte rechtzeitig anrufen.",
    Outcome.NONE_LEFT: "Vor der Frist ist nicht mehr geöffnet. Bitte anrufen oder schriftlich "
    "einreichen.",
    Outcome.HOURS_UNKNOWN: "Die Öffnungszeiten fehlen im Verzeichnis, deshalb lässt sich kein "
    "letzter Termin nennen.",
    Outcome.HOLIDAYS_UNKNOWN: "Die Öffnungszeiten hängen an Feiertagen, die für dieses Jahr noch "
    "nicht bekannt sind. Ein letzter Termin lässt sich nicht nennen.",
    Outcome.MONTH_ONLY: "Der letzte Termin steht fest, sobald der Tag der Frist bekannt ist.",
}
SCHOOL = (
    "Die Öffnungszeiten hängen an den Schulferien. Ferien bekannt bis {until}: Ein letzter Termin "
    "lässt sich noch nicht nennen."
)
UNSURE = "Ob vor der Frist geöffnet ist, ist nicht sicher (zuletzt am {on}). Bitte anrufen."
DOUBTS: Mapping[Doubt, str] = {
    Doubt.ROSTER_ENDS: "Der Dienstplan reicht nicht bis dahin.",
    Doubt.NO_ROSTER: "Ein Dienstplan ist nicht erfasst.",
}
_NUMBERS = ("", "", "zwei", "drei", "vier", "fünf", "sechs", "sieben")


@dataclass(frozen=True)
class DayRow:
    """A line of the picture: a day, or days in a row that are alike and without any slot.

    `words` says what the bars do not; `is_last` is the day of the last slot; `away` are the
    minutes of a day with slots in which nobody can go.
    """

    first: date
    last: date
    slots: tuple[Slot, ...]
    words: str
    is_last: bool = False
    away: tuple[tuple[int, int], ...] = ()

    @property
    def label(self) -> str:
        """Fr 26.02.; Sa, So; Di–Do."""
        if self.first == self.last:
            return f"{_weekday(self.first)} {self.first:%d.%m.}"
        sign = ", " if (self.last - self.first).days == 1 else "–"
        return f"{_weekday(self.first)}{sign}{_weekday(self.last)}"


def sentence(last: LastOpening) -> str:
    """What can be said, and what to do where nothing can."""
    if last.outcome is Outcome.FOUND:
        said = SENTENCES[last.outcome].format(label=label(last), when=when(last))
        return ". ".join(part for part in (said, beside(last)) if part)
    if last.outcome is Outcome.ON_DUTY:
        office = f", zuletzt {_of_office(last.office)}" if last.office else ""
        return SENTENCES[last.outcome].format(office=office)
    if last.outcome is Outcome.HOLIDAYS_UNKNOWN and last.known_until is not None:
        return SCHOOL.format(until=wording.day(last.known_until))
    on = wording.day(last.on) if last.on else ""
    if last.outcome is Outcome.ONLY_BY_ARRANGEMENT and not last.comment:
        return UNSURE.format(on=on)
    comment = f" („{last.comment}“)" if last.comment else ""
    return SENTENCES[last.outcome].format(on=on, comment=comment)


def label(last: LastOpening) -> str:
    """What stands before the slot."""
    return BESIDE_DUTY if last.office is not None else LAST_DATE


def beside(last: LastOpening) -> str:
    """What duties make of the slot that was found, as whole sentences: when the office itself is
    open for the last time, who can go, what is not known. Blank where they change nothing."""
    found = [_office_beside(last, last.office)] if last.office is not None else []
    if last.who:
        found.append(f"Gehen {'kann' if len(last.who) == 1 else 'können'}: {', '.join(last.who)}.")
    if last.doubt is not None:
        found.append(DOUBTS[last.doubt])
    return " ".join(found)


def when(last: LastOpening) -> str:
    """Fr 26.02.2027, 11:00–12:30 of a last opening that was found."""
    return f"{wording.day(last.on)}, {span(last.start, last.end)}" if last.on else ""


def in_short(last: LastOpening) -> str:
    """zuletzt offen: Fr 26.02., 11:00–12:30; blank where none was found."""
    if last.outcome is not Outcome.FOUND or last.on is None:
        return ""
    head = "zuletzt offen" if last.office is None else "zuletzt dienstfrei offen"
    return f"{head}: {_short(last.on)}, {span(last.start, last.end)}"


def in_list(step: StepView, today: date) -> str:
    """For a line of the list: letzter Termin Fr 26.02., where that is before the date itself;
    that there is none. Else blank."""
    last = step.last_opening
    if last is None:
        return ""
    if last.outcome is Outcome.NONE_LEFT:
        return "vorher nicht mehr offen"
    if last.outcome is Outcome.ON_DUTY:
        return "offen nur im Dienst"
    if last.outcome is not Outcome.FOUND or last.on is None or last.on == last.deadline.on:
        return ""
    return f"letzter Termin {'heute' if last.on == today else _short(last.on)}"


def title(rows_of: LastOpening) -> str:
    """What the picture shows: Die letzten sieben Tage vor der Frist."""
    number = len(_days(rows_of))
    return (
        "Der Tag der Frist" if number == 1 else f"Die letzten {_NUMBERS[number]} Tage vor der Frist"
    )


def rows(last: LastOpening) -> tuple[DayRow, ...]:
    """The days that still count up to the deadline, those alike and without slots as one."""
    names = dict(last.holidays)
    found: list[DayRow] = []
    for day in _days(last):
        is_last = last.outcome is Outcome.FOUND and day.on == last.on
        away = tuple((start, end) for on, start, end in last.away if on == day.on and day.slots)
        words = _words(day, names.get(day.on, ""), away)
        row = DayRow(day.on, day.on, day.slots, words, is_last, away)
        before = found[-1] if found else None
        if before and not before.slots and not row.slots and before.words == row.words:
            found[-1] = replace(before, last=row.last)
        else:
            found.append(row)
    return tuple(found)


def spoken(last: LastOpening) -> str:
    """The whole picture for a screen reader, a day after the other."""
    told = [
        f"{row.label} {', '.join(part for part in (_slots(row.slots), _told(row)) if part)}"
        for row in rows(last)
    ]
    return f"{title(last)}: {'; '.join(told)}. {sentence(last)}" if told else sentence(last)


def span(start: int, end: int) -> str:
    """8:00–12:30, rund um die Uhr; minutes of a day."""
    if (start, end) == (0, DAY):
        return ALL_DAY
    return f"{clock(start)}–{clock(end)}"


def clock(minutes: int) -> str:
    """8:05; the day's end is 24:00."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def _days(last: LastOpening) -> tuple[DayHours, ...]:
    """Days that are over, or before the period, are no choice any more."""
    return tuple(day for day in last.days if day.on >= last.first)


def _words(day: DayHours, holiday: str, away: tuple[tuple[int, int], ...]) -> str:
    duty = ""
    if day.slots:
        duty = _duty(day.slots, away)
        doubt = next((slot for slot in day.slots if not slot.sure), None)
        # a holiday that the hours do not name is nobody's arrangement
        said = (doubt.comment or (DOUBTFUL if holiday else ARRANGED)) if doubt else ""
    else:
        said = CLOSED if day.opening is Opening.CLOSED else "nicht bekannt"
    return ", ".join(part for part in (holiday, said, duty) if part)


def _duty(slots: tuple[Slot, ...], away: tuple[tuple[int, int], ...]) -> str:
    """Whether nobody can go in the slots of a day, or in some of their minutes."""
    open_minutes = spans.of((slot.start, slot.end) for slot in slots)
    left = open_minutes & ~spans.of(away)
    return "" if left == open_minutes else PARTLY if left else ON_DUTY


def _office_beside(last: LastOpening, office: OfficeSlot) -> str:
    if office.on == last.on and office.start <= last.start and last.end <= office.end:
        return f"Geöffnet {span(office.start, office.end)}, davon ein Teil im Dienst."
    return f"Zuletzt geöffnet {_of_office(office)}, dann aber Dienst."


def _of_office(office: OfficeSlot) -> str:
    return f"{wording.day(office.on)}, {span(office.start, office.end)}"


def _told(row: DayRow) -> str:
    """The words of a row, with the minutes of a duty, its ways and the sleep after it."""
    if not row.words.endswith(ON_DUTY):
        return row.words
    return f"{row.words} ({', '.join(span(*each) for each in row.away)})"


def _slots(slots: tuple[Slot, ...]) -> str:
    return ", ".join(span(slot.start, slot.end) for slot in slots)


def _weekday(day: date) -> str:
    return wording.DAYS[day.weekday()]


def _short(day: date) -> str:
    return f"{_weekday(day)} {day:%d.%m.}"
