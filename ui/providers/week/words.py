"""German words of the week editor: kinds, mistakes, times, dates. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from app.rules.hours import DAY, HoursProblem
from app.rules.typed_slots import Mistake, SlotProblem, is_night
from app.rules.week_plan import (
    ClosingDays,
    HolidayRule,
    PlanSlot,
    SlotKind,
    Slots,
    WeekPlan,
    counted,
)
from ui import wording

DAY_NAMES = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
KINDS: Mapping[SlotKind, str] = {
    SlotKind.CORE: "Kernzeit",
    SlotKind.EARLY: "Frühdienst",
    SlotKind.LATE: "Spätdienst",
    SlotKind.ON_REQUEST: "nach Vereinbarung",
}
TYPED_KINDS: Mapping[SlotKind, str] = {
    SlotKind.CORE: "",
    SlotKind.EARLY: "früh",
    SlotKind.LATE: "spät",
    SlotKind.ON_REQUEST: "n. V.",
}
PUBLIC: Mapping[HolidayRule, str] = {
    HolidayRule.AS_USUAL: "wie sonst",
    HolidayRule.CLOSED: "geschlossen",
    HolidayRule.OWN: "eigene Zeiten",
}
SCHOOL: Mapping[HolidayRule, str] = {
    HolidayRule.AS_USUAL: "wie sonst",
    HolidayRule.CLOSED: "geschlossen",
    HolidayRule.OWN: "eigene Zeiten",
}
MISTAKES: Mapping[SlotProblem, str] = {
    SlotProblem.NOT_UNDERSTOOD: "„{text}“ ist keine Zeit. Beispiel: 7:30–12, 13–16:30.",
    SlotProblem.NO_END: "„{text}“: Bis wann? Beispiel: 8–12.",
    SlotProblem.NO_SUCH_TIME: "„{text}“: Diese Uhrzeit gibt es nicht.",
    SlotProblem.CLOSES_FIRST: (
        "„{text}“ endet, bevor es beginnt. Über Nacht bitte so: „{text} Folgetag“."
    ),
    SlotProblem.NO_TIME_BETWEEN: "„{text}“: Beginn und Ende sind gleich.",
    SlotProblem.OVERLAP: "Diese Zeiten überschneiden sich: {text}.",
    SlotProblem.NIGHT_BEFORE: "Der Abend davor reicht bis in diese Zeit: {text}.",
}
NOT_A_DAY = "„{text}“ ist kein Tag. Beispiel: 24.12.2026, oder 24.12. für jedes Jahr."
ENDS_FIRST = "Der letzte Tag liegt vor dem ersten."
BOTH_OR_NONE = "Bitte beide Tage mit Jahr oder beide ohne."
NO_FIRST_DAY = "Bitte den ersten Tag eintragen."
NO_OWN_HOURS = "Bitte die eigenen Zeiten eintragen oder „geschlossen“ wählen."


def left_as_it_was(rest: WeekPlan) -> str:
    """Feiertage geschlossen, Schließtage: what a proposal does not speak of, blank for none."""
    told = []
    for name, holidays in (
        ("Feiertage", rest.public_holidays),
        ("Schulferien", rest.school_holidays),
    ):
        if holidays.rule is HolidayRule.CLOSED:
            told.append(f"{name} geschlossen")
        elif holidays.rule is HolidayRule.OWN:
            told.append(f"{name} mit eigenen Zeiten")
    if rest.closing_days:
        told.append("Schließtage")
    return ", ".join(told)


def mistake(found: Mistake) -> str:
    """What is wrong with a piece, and how it is meant to look."""
    return MISTAKES[found.problem].format(text=found.text)


def not_osm(problem: HoursProblem) -> str:
    """Where a value stops being one."""
    near = f", bei „{problem.near.strip()}“" if problem.near.strip() else ""
    return f"Nicht lesbar ab Zeichen {problem.column}{near}. Beispiel: Mo-Fr 08:00-12:30; PH off"


def clock(minutes: int) -> str:
    """8 or 8:30; past midnight the hours begin again."""
    hour, minute = divmod(minutes if minutes <= DAY else minutes - DAY, 60)
    return f"{hour}:{minute:02d}" if minute else str(hour)


def span(slot: PlanSlot) -> str:
    """7:30–12; a night that does not look like one says so."""
    said = f"{clock(slot.start)}–{clock(slot.end)}"
    if slot.end > DAY and not is_night(slot.start, slot.end - DAY):
        return f"{said} Folgetag"
    return said


def written(slots: Iterable[PlanSlot]) -> str:
    """Slots as they are typed: früh 7–8, 8–16, spät 16–17."""
    return ", ".join(f"{TYPED_KINDS[slot.kind]} {span(slot)}".strip() for slot in slots)


def spoken(slots: Slots) -> str:
    """Slots as they are read out: 7–8 Frühdienst, 8–16 Kernzeit; geschlossen."""
    return ", ".join(f"{span(slot)} {KINDS[slot.kind]}" for slot in slots) or "geschlossen"


def hours(minutes: int) -> str:
    """8 h, 8 h 30."""
    whole, rest = divmod(minutes, 60)
    return f"{whole} h {rest:02d}" if rest else f"{whole} h"


def day_sum(slots: Slots) -> str:
    """Hours that may be counted on, blank where there are none."""
    return hours(counted(slots)) if counted(slots) else ""


def week_sum(days: Iterable[Slots]) -> str:
    """42 h 30; blank for none."""
    minutes = sum(counted(slots) for slots in days)
    return hours(minutes) if minutes else ""


def typed_day(day: date, *, yearly: bool) -> str:
    """24.12.2026, or 24.12. for every year."""
    return f"{day:%d.%m.}" if yearly else f"{day:%d.%m.%Y}"


def closing(closed: ClosingDays) -> str:
    """24.12.–01.01. (jedes Jahr): zwischen den Jahren."""
    first = typed_day(closed.first, yearly=closed.yearly)
    last = typed_day(closed.last, yearly=closed.yearly)
    said = first if first == last else f"{first}–{last}"
    if closed.yearly:
        said += " (jedes Jahr)"
    elif closed.first == closed.last:
        said = f"{wording.DAYS[closed.first.weekday()]} {said}"
    return f"{said}: {closed.reason}" if closed.reason else said
