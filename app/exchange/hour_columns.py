"""The hours of a row: from columns of times, from OSM notation, or as somebody wrote them."""

from __future__ import annotations

import re

from app.exchange import cleaning
from app.exchange.cleaning import as_text
from app.exchange.mapping import TIMES
from app.exchange.rows import MappedRow, Row
from app.records.imports import NoteCode

_ZEROS = re.compile(r"(?:0+(?:[:.,]0+)?[\s,;/|–-]*){2,}|0+(?:[:.]0+)?\s*[-–]\s*0+(?:[:.]0+)?")
_BACKWARDS = re.compile(
    r"(?<![\d:.])(\d{1,2})(?:[:.](\d\d))?\s*(?:Uhr\s*)?(?:-|–|bis)\s*(\d{1,2})(?:[:.](\d\d))?(?![\d:.])"
)


def hours_of(row: Row) -> tuple[str, str]:
    """OSM opening_hours and the text as given, "" where unknown; every doubt is told."""
    osm, given = _of_columns(row) if isinstance(row, MappedRow) else ("", "")
    typed = row.take("hours_given", cleaning.lines(row.text("hours_given")))
    noted = row.take("hours_osm", cleaning.line(row.text("hours_osm")))
    if _ZEROS.fullmatch(noted):
        row.say("hours_osm", NoteCode.HOURS_ZERO, noted)
        noted = ""
    if _ZEROS.fullmatch(typed):
        row.say("hours_given", NoteCode.HOURS_ZERO, typed)
        typed = ""
    osm = osm or _checked(row, noted)
    return osm or _read(row, typed), given or typed


def _of_columns(row: MappedRow) -> tuple[str, str]:
    osm: list[str] = []
    given: list[str] = []
    slots = row.mapping.hours
    if "hours_osm" in row.mended or not slots:
        return "", ""
    said = [
        (as_text(row.at(slot.opens)) or "", as_text(row.at(slot.closes)) or "") for slot in slots
    ]
    if len(slots) > 1 and all(_ZEROS.fullmatch(f"{opens},{closes}") for opens, closes in said):
        row.say("hours_osm", NoteCode.HOURS_ZERO, ", ".join(" ".join(pair) for pair in said))
        return "", ""
    for slot, pair in zip(slots, said, strict=True):
        opens = row.take("hours_osm", TIMES[slot.unit](row.at(slot.opens)))
        closes = row.take("hours_osm", TIMES[slot.unit](row.at(slot.closes)))
        if opens is None or closes is None:
            given.extend(f"{slot.days}: {text}" for text in pair if text)
            continue
        span = f"{_clock(opens)}-{_clock(closes)}"
        if opens == closes == 0:
            row.say("hours_osm", NoteCode.HOURS_ZERO, span)
            continue
        given.append(span if len(slots) == 1 else f"{slot.days} {span}")
        if closes <= opens:
            row.say("hours_osm", NoteCode.HOURS_BACKWARDS, span)
            continue
        osm.append(f"{slot.days} {span}")
    return "; ".join(osm), "; ".join(given)


def _checked(row: Row, text: str) -> str:
    """The text where it is OSM notation, else nothing; it stays in the note."""
    if not text:
        return ""
    from app.rules.hours import check

    if check(text) is None:
        return text
    row.say("hours_osm", NoteCode.HOURS_NOT_OSM, text)
    return ""


def _read(row: Row, text: str) -> str:
    """What a German text means in OSM notation, where that is sure."""
    if not text:
        return ""
    for opens, minute, closes, last in _BACKWARDS.findall(text):
        start, end = int(opens) * 60 + int(minute or 0), int(closes) * 60 + int(last or 0)
        if end < 12 * 60 and end < start <= 19 * 60:
            row.say("hours_given", NoteCode.HOURS_BACKWARDS, text)
            return ""
    return ""


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
