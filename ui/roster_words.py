"""German words of rosters read from files: what was understood, what was not, and where. No Qt:
the terminal speaks with the same words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from app.records.roster_imports import (
    Place,
    RosterLayout,
    RosterNote,
    RosterPreview,
    RosterReading,
)
from app.records.roster_imports import RosterNoteCode as Code
from app.rules.rosters import DAY, Duty, Roster
from ui import wording

LAYOUTS: Mapping[RosterLayout, str] = {
    RosterLayout.LIST: "Liste, eine Zeile je Dienst",
    RosterLayout.DAYS: "Plan mit einer Spalte je Tag",
    RosterLayout.WEEKS: "Plan mit einer Spalte je Wochentag",
    RosterLayout.CALENDAR: "Kalender",
}
NOTES: Mapping[Code, str] = {
    Code.NOT_A_TIME: "{text} ist keine Dienstzeit und wurde nicht übernommen.",
    Code.NOT_A_DATE: "{text} ist kein Datum und wurde nicht übernommen.",
    Code.WRONG_WEEKDAY: "{text}: Wochentag und Datum passen nicht zueinander; nicht übernommen.",
    Code.UNKNOWN_CODE: (
        "{text} ist kein Dienst des Arbeitgebers und hat keine Uhrzeit; nicht übernommen."
    ),
    Code.TOO_LONG: "{text} dauert länger als 24 Stunden und wurde nicht übernommen.",
    Code.AT_ONCE: "{text} überschneidet sich mit {other} ({met}) und wurde nicht übernommen.",
    Code.DAY_TWICE: "{text} steht für denselben Tag schon anderswo und wurde nicht übernommen.",
    Code.SOMEBODY_ELSE: "{text} ist jemand anders und wurde nicht gelesen.",
    Code.ALL_DAY: "{text} ist ganztägig, aber weder Dienst noch frei; nicht übernommen.",
    Code.CANCELLED: "{text} ist abgesagt und wurde nicht übernommen.",
    Code.NOT_A_RULE: (
        "{text} wiederholt sich nach einer Regel, die nicht gelesen wird; nur der erste Termin "
        "wurde übernommen."
    ),
    Code.NOT_AN_EVENT: "{text} ist nicht lesbar und wurde nicht übernommen.",
    Code.BEYOND_CALENDAR: (
        "{text} liegt in einem Jahr, dessen Feiertage nicht bekannt sind; nicht übernommen."
    ),
    Code.FAR_OFF: (
        "{text} liegt mehr als zehn Jahre nach dem ersten Dienst und wurde nicht übernommen."
    ),
    Code.OTHER_LAYOUT: "{text} ist anders aufgebaut und wurde nicht gelesen.",
    Code.MONTH_MISSING: (
        "Zu {text} fehlt der Monat. Bitte Monat und Jahr im Titel, im Namen des Blattes oder der "
        "Datei nennen, etwa „Dienstplan März 2027“."
    ),
    Code.NOTHING_FOUND: (
        "Es wurde kein Dienst gefunden. Gelesen werden Listen mit einer Zeile je Dienst, Pläne mit "
        "einer Spalte je Tag oder Wochentag und Kalender (ICS)."
    ),
    Code.OTHER_NAME: "Der Dienstplan nennt {text}. Bitte prüfen, ob es diese Person ist.",
    Code.UNKNOWN_ZONE: (
        "{text} hat eine unbekannte Zeitzone und wurde übernommen, wie die Zeit dasteht."
    ),
    Code.HOLIDAYS_UNKNOWN: (
        "{text} liegt nach den letzten bekannten Schulferien ({known}); übernommen, aber ob dann "
        "Ferien sind, ist nicht bekannt."
    ),
    Code.REPEATS_ON: "{text} wiederholt sich weiter; gelesen wurden die nächsten 13 Monate.",
}
_UNNAMED = "Ein Eintrag"
_DAYS_TOLD = 6


def note(found: RosterNote, known_until: date) -> str:
    """What is said of a place, with the place: Zeile 7, Spalte C: „25:00“ ist keine Dienstzeit …"""
    said = NOTES[found.code].format(
        text=_quoted(found.text) or _UNNAMED,
        other=_quoted(found.other) or _UNNAMED.lower(),
        met=place(found.met) if found.met else "",
        known=f"{known_until:%d.%m.%Y}",
    )
    more = f" und {found.count - 1} weitere" if found.count > 1 else ""
    where = place(found.place)
    return f"{where}{more}: {said}" if where else said


def place(where: Place) -> str:
    """Blatt „März“, Zeile 7, Spalte C; "" for the file as a whole."""
    parts = [f"Blatt „{where.sheet}“"] if where.sheet else []
    parts += [f"Zeile {where.row}"] if where.row else []
    parts += [f"Spalte {where.column}"] if where.column else []
    return ", ".join(parts)


def notes(reading: RosterReading) -> tuple[str, ...]:
    """Everything said of a file, a sentence each; last the days that lack a duty."""
    told = tuple(note(each, reading.known_until) for each in reading.notes)
    return (*told, gap) if (gap := lost(reading)) else told


def lost(reading: RosterReading) -> str:
    """On which days a duty was not understood: the roster has them free; "" where there is none."""
    if not reading.lost:
        return ""
    days = ", ".join(wording.short_day(on) for on in reading.lost[:_DAYS_TOLD])
    more = len(reading.lost) - _DAYS_TOLD
    days += f" und {more} weitere" if more > 0 else ""
    head = "An 1 Tag" if len(reading.lost) == 1 else f"An {len(reading.lost)} Tagen"
    return f"{head} fehlt ein Dienst, der nicht gelesen werden konnte ({days}). Bitte nachtragen."


def heading(preview: RosterPreview) -> str:
    """What would be kept: Amira: 20 Dienste vom 01.03.2027 bis 31.03.2027 (Kalender)."""
    roster = preview.reading.roster
    if roster is None:
        return f"{preview.called}: keine Dienste gefunden."
    return f"{preview.called}: {span(roster)} ({LAYOUTS[preview.reading.layout]})."


def span(roster: Roster) -> str:
    """How many duties, and from when to when or over how many weeks."""
    count = len(roster.duties)
    duties = "1 Dienst" if count == 1 else f"{count} Dienste"
    if roster.weeks:
        weeks = "1 Woche" if roster.weeks == 1 else f"{roster.weeks} Wochen"
        return f"{duties} in {weeks}, die sich ab {roster.first:%d.%m.%Y} wiederholen"
    if roster.last == roster.first:
        return f"{duties} am {roster.first:%d.%m.%Y}"
    return f"{duties} vom {roster.first:%d.%m.%Y} bis {roster.last:%d.%m.%Y}"


def duty(roster: Roster, each: Duty) -> str:
    """One duty in a line: Mo 01.03.2027, 06:00–14:12, F; of a rotation Woche 1, Mo."""
    on = roster.first + timedelta(days=each.day)
    day = wording.day(on)
    if roster.weeks:
        day = f"Woche {each.day // 7 + 1}, {wording.DAYS[on.weekday()]}"
    times = f"{clock(each.start)}–{clock(each.end)}"
    return ", ".join(part for part in (day, times, each.label) if part)


def clock(minutes: int) -> str:
    """A time of the day, beyond midnight that of the next: 30:15 is 06:15."""
    shown = minutes if minutes <= DAY else minutes - DAY
    return f"{shown // 60:02d}:{shown % 60:02d}"


def replaces(preview: RosterPreview) -> str:
    """That a roster read before from a file of this name is replaced; "" where none is."""
    if preview.replaces is None:
        return ""
    return f"Ersetzt den Dienstplan, der schon aus „{preview.source}“ gelesen wurde."


def _quoted(text: str) -> str:
    return f"„{text}“" if text else ""
