"""What is doubtful about opening hours that were read from a text. No Qt: the terminal says the
same words."""

from __future__ import annotations

from collections.abc import Mapping

from app.rules.hours import DAY, DayHours, Opening, Slot
from app.rules.reading_hours.proposal import Doubt, DoubtCode, Proposal
from ui.widgets.hours_echo import ALL_DAY, CLOSED, UNSURE, echo
from ui.wording import day as day_words

NOTHING = "Aus diesem Text ließ sich nichts vorschlagen."
UNDERSTOOD = "Verstanden als: {hours}"
UNKNOWN = "nicht bekannt"

DOUBTS: Mapping[DoubtCode, str] = {
    DoubtCode.UNREAD: "Nicht verstanden und im Vorschlag nicht enthalten.",
    DoubtCode.NOT_A_TIME: "Das ist keine Uhrzeit.",
    DoubtCode.NO_TIMES: "Hier fehlt die Uhrzeit.",
    DoubtCode.NO_DAYS: "Hier fehlen die Wochentage. Bitte prüfen, welche gemeint sind.",
    DoubtCode.ONLY_START: "Nur ein Beginn, kein Ende.",
    DoubtCode.ONLY_END: "Nur ein Ende. Bitte prüfen, ab wann geöffnet ist.",
    DoubtCode.OPEN_END: "Das Ende ist offen.",
    DoubtCode.CLOSES_FIRST: "Das Ende liegt vor dem Beginn. Oder ist es über Nacht geöffnet?",
    DoubtCode.TWELVE_HOURS: "Vormittag oder Nachmittag? Bitte die Stunden prüfen.",
    DoubtCode.OVERLAP: "Diese Zeiten überschneiden sich oder stehen nicht in ihrer Reihenfolge.",
    DoubtCode.DAY_TWICE: "Dieser Tag kommt mehrmals vor. Bitte prüfen, was für ihn gilt.",
    DoubtCode.WHOLE_WEEK: "Das sind alle sieben Tage. Ist das so gemeint?",
    DoubtCode.WORKDAYS: "Mit oder ohne Samstag? Vorgeschlagen ist Montag bis Freitag.",
    DoubtCode.FOREIGN_DAYS: "Tage in einer anderen Sprache: „Do“ und „Di“ können dann den Sonntag "
    "meinen.",
    DoubtCode.SEASON_UNKNOWN: "Von wann bis wann das ist, sagt der Text nicht.",
    DoubtCode.SEASON_VAGUE: "Der Zeitraum ist nur ungefähr angegeben.",
    DoubtCode.SEASON_REACH: "Gilt der Zeitraum auch hier? Das sagt der Text nicht eindeutig.",
    DoubtCode.EVERY_OTHER_WEEK: "In welchen Wochen, sagt der Text nicht.",
    DoubtCode.ARRANGEMENT: "Nur nach Vereinbarung oder zusätzlich? Das sagt der Text nicht.",
    DoubtCode.REMARK: "Als Bemerkung übernommen. Bitte prüfen, wozu sie gehört.",
    DoubtCode.CLOSED_FOR_GOOD: "Dauerhaft geschlossen: Soll der Anbieter ins Archiv?",
    DoubtCode.CLOSED_FOR_NOW: "Vorübergehend geschlossen: Die sonstigen Zeiten stehen nicht da.",
    DoubtCode.REPLACED: "Ohne Tage gilt diese Angabe für alle und ersetzt, was davor steht.",
}


def doubt(found: Doubt) -> str:
    """„werktags“: Mit oder ohne Samstag? …"""
    return f"„{found.text}“: {DOUBTS[found.code]}"


def lines(found: Proposal) -> tuple[str, ...]:
    """Verstanden als: Mo–Fr 8–12 Uhr; then every doubt."""
    first = UNDERSTOOD.format(hours=echo(found.osm)) if found.osm else NOTHING
    return (first, *map(doubt, found.doubts))


def open_day(day: DayHours) -> str:
    """Mo 23.11.2026: 7–8 Uhr (Frühdienst), 8–12 Uhr."""
    if not day.slots:
        said = UNKNOWN if day.opening is Opening.UNKNOWN else CLOSED
    else:
        said = ", ".join(map(_slot, day.slots))
    return f"{day_words(day.on)}: {said}"


def _slot(slot: Slot) -> str:
    said = f"{_clock(slot.start)}–{_clock(slot.end)} Uhr"
    if (slot.start, slot.end) == (0, DAY):
        said = ALL_DAY
    remarks = [each for each in (slot.comment, "" if slot.sure else UNSURE) if each]
    return f"{said} ({' – '.join(remarks)})" if remarks else said


def _clock(minutes: int) -> str:
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02d}" if minute else str(hour)
