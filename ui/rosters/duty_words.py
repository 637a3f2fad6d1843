"""Duties and rosters in words: as cells, sentences and lines of a list show them. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType

from app.errors import Reason, Refused
from app.records.care import ParentView, RosterView, ShiftView
from app.rules.rosters import DAY, Duty, Roster, RosterFault, RosterProblem, ShiftKind
from ui.rosters import typed
from ui.rosters.weeks import Weeks
from ui.rosters.words import SHIFT_KINDS, clock

IN_FULL = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
SHORT_KINDS: Mapping[ShiftKind, str] = MappingProxyType(
    {
        ShiftKind.EARLY: "Früh",
        ShiftKind.DAY: "Tag",
        ShiftKind.BETWEEN: "Zwischen",
        ShiftKind.LATE: "Spät",
        ShiftKind.NIGHT: "Nacht",
        ShiftKind.STANDBY: "Bereit.",
        ShiftKind.ON_CALL: "Ruf",
        ShiftKind.OTHER: "Dienst",
    }
)
FREE = "frei"


def short_times(start: int, end: int) -> str:
    """6–14:12, 20:45–6:15: as little as a cell needs."""
    return f"{_short(start)}–{_short(end)}"


def times(duty: Duty) -> str:
    """06:00–14:12, 20:45–06:15 (+1)."""
    return f"{clock(duty.start)}–{clock(duty.end)}"


def name(duty: Duty) -> str:
    """What a cell calls a duty: its code, else its kind in short."""
    return duty.label or SHORT_KINDS[duty.kind]


def as_typed(duties: Sequence[Duty], shifts: Sequence[ShiftView]) -> str:
    """A day as it can be typed again: codes where they mean these times now, else times."""
    told = []
    for duty in duties:
        try:
            named = typed.duties(duty.label, duty.day, shifts) if duty.label else ()
        except Refused:
            named = ()
        told.append(duty.label if named == (duty,) else f"{_short(duty.start)}-{_short(duty.end)}")
    return ", ".join(told)


def in_words(duties: Sequence[Duty]) -> str:
    """F Frühdienst 06:00–14:12; frei."""
    told = (
        " ".join(part for part in (duty.label, SHIFT_KINDS[duty.kind], times(duty)) if part)
        for duty in duties
    )
    return ", ".join(told) or FREE


def day_name(weeks: Weeks, day: int) -> str:
    """Montag, Woche 2; Montag, 07.12.2026."""
    weekday = IN_FULL[weeks.on(day).weekday()]
    if weeks.turning:
        row, _ = weeks.place(day)
        return f"{weekday}, Woche {row + 1}" if weeks.rows > 1 else weekday
    return f"{weekday}, {weeks.on(day):%d.%m.%Y}"


def fault(found: RosterFault, weeks: Weeks) -> str:
    """Why a duty does not count: läuft in den Nachtdienst vom Montag."""
    if found.problem is RosterProblem.OVERLAP and found.other is not None:
        return f"läuft in den {_whole(found.other)} {_from(found.duty, found.other, weeks)}"
    return _PROBLEMS[found.problem]


def unread(refused: Refused, shifts: Sequence[ShiftView]) -> str:
    """Why a cell could not be read, and what can be typed there."""
    if refused.reason is Reason.SHIFT_TOO_LONG:
        return f"„{refused.facts.get('typed')}“ ist länger als 24 Stunden."
    codes = ", ".join(shift.draft.code for shift in shifts if shift.draft.code)
    known = f"ein Kürzel ({codes})" if codes else "Zeiten"
    example = "Zeiten wie 6-14:12" if codes else "zum Beispiel 6-14:12"
    joined = f"{known}, {example}" if codes else f"{known}, {example},"
    return f"„{refused.facts.get('typed')}“ ist kein Dienst: bitte {joined} oder - für frei."


def roster_title(roster: Roster) -> str:
    """4 Wochen ab 02.11.2026; einzelne Tage 01.–31.12.2026."""
    if not roster.weeks:
        return f"einzelne Tage {_period(roster.first, roster.last)}"
    length = "jede Woche" if roster.weeks == 1 else f"{roster.weeks} Wochen"
    until = f" bis {roster.last:%d.%m.%Y}" if roster.last else ""
    return f"{length} ab {roster.first:%d.%m.%Y}{until}"


def roster_about(view: RosterView, today: date) -> str:
    """gilt heute · 20 Dienste · 1 zählt nicht mit · gelesen aus dienstplan.xlsx."""
    roster, count = view.draft.roster, len(view.draft.roster.duties)
    parts = ["gilt heute"] if roster.holds(today) else []
    parts.append("1 Dienst" if count == 1 else f"{count} Dienste")
    if view.faults:
        wrong = len(view.faults)
        parts.append(f"{wrong} {'zählt' if wrong == 1 else 'zählen'} nicht mit")
    if view.draft.source:
        parts.append(f"gelesen aus {view.draft.source}")
    return " · ".join(parts)


def sentence(wrong: int, unread_cells: int) -> str:
    """What is to be looked at in a roster, blank for nothing."""
    parts = []
    if unread_cells:
        verb = "ist" if unread_cells == 1 else "sind"
        noun = "1 Zelle" if unread_cells == 1 else f"{unread_cells} Zellen"
        parts.append(f"{noun} {verb} nicht lesbar")
    if wrong:
        noun = "1 Dienst zählt" if wrong == 1 else f"{wrong} Dienste zählen"
        parts.append(f"{noun} nicht mit")
    return f"{', '.join(parts)}." if parts else ""


_PROBLEMS = {
    RosterProblem.NOT_A_TIME: "hat keine Uhrzeiten",
    RosterProblem.TOO_LONG: "dauert länger als 24 Stunden",
    RosterProblem.OUTSIDE: "liegt außerhalb des Dienstplans",
    RosterProblem.OVERLAP: "läuft in einen anderen Dienst",
}


def _short(minute: int) -> str:
    minute = minute if minute <= DAY else minute - DAY
    hour, rest = divmod(minute, 60)
    return f"{hour}:{rest:02d}" if rest else str(hour)


def _whole(duty: Duty) -> str:
    """Nachtdienst; Dienst U7, where the kind says nothing."""
    if duty.kind is ShiftKind.OTHER:
        return f"Dienst {duty.label}".strip()
    return SHIFT_KINDS[duty.kind]


def _from(duty: Duty, other: Duty, weeks: Weeks) -> str:
    if other.day == duty.day:
        return f"am selben Tag ({times(other)})"
    on = weeks.on(other.day)
    if not weeks.turning:
        return f"vom {IN_FULL[on.weekday()]}, {on:%d.%m.}"
    row, _ = weeks.place(other.day)
    same = row == weeks.place(duty.day)[0]
    return f"vom {IN_FULL[on.weekday()]}" + ("" if same else f", Woche {row + 1}")


def _period(first: date, last: date | None) -> str:
    """01.–31.12.2026, 15.12.2026–10.01.2027, ab 01.12.2026."""
    if last is None:
        return f"ab {first:%d.%m.%Y}"
    if first == last:
        return f"{first:%d.%m.%Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%d.}–{last:%d.%m.%Y}"
    return (
        f"{first:%d.%m.}–{last:%d.%m.%Y}"
        if first.year == last.year
        else (f"{first:%d.%m.%Y}–{last:%d.%m.%Y}")
    )


def week_row(weeks: Weeks, row: int) -> str:
    """Woche 2; KW 49, of a roster of single days."""
    if weeks.turning:
        return f"Woche {row + 1}"
    monday = weeks.first - timedelta(days=weeks.first.weekday()) + timedelta(weeks=row)
    return f"KW {monday.isocalendar().week}"


def outside(count: int) -> str:
    """What saving would leave out: duties on days the roster no longer has."""
    if count == 1:
        return "1 Dienst liegt außerhalb dieser Tage und wird nicht gespeichert."
    return f"{count} Dienste liegen außerhalb dieser Tage und werden nicht gespeichert."


def shift_button(shift: ShiftView) -> str:
    """F  6–14:12."""
    draft = shift.draft
    named = draft.code or draft.name or SHORT_KINDS[draft.kind]
    return f"{named}  {short_times(draft.start, draft.end)}"


def shift_tip(shift: ShiftView) -> str:
    """Frühdienst (F), 06:00–14:12."""
    draft = shift.draft
    named = draft.name or SHIFT_KINDS[draft.kind]
    code = f" ({draft.code})" if draft.code else ""
    return f"{named}{code}, {clock(draft.start)}–{clock(draft.end)}"


def as_cell_text(shift: ShiftView) -> str:
    """What is typed for a shift: its code or name, its times where it has neither."""
    draft = shift.draft
    return draft.code or draft.name or f"{_short(draft.start)}-{_short(draft.end)}"


def known(view: ParentView, today: date) -> str:
    """Until when a parent's duties are known: Karim: Dienste bis 31.12.2026 bekannt."""
    if view.ways.at_home:
        return f"{view.name} ist zu Hause"
    if not view.rosters:
        return f"{view.name}: noch kein Dienstplan"
    rosters = [each.draft.roster for each in view.rosters]
    first = min(roster.first for roster in rosters)
    lasts = [roster.last for roster in rosters if roster.last]
    since = f" ab {first:%d.%m.%Y}" if first > today else ""
    if len(lasts) < len(rosters):
        return f"{view.name}: Dienste{since} bekannt, ohne Ende"
    return f"{view.name}: Dienste{since} bis {max(lasts):%d.%m.%Y} bekannt"
