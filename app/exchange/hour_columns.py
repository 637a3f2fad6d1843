"""The hours of a row: from columns of times, from OSM notation, or as somebody wrote them."""

from __future__ import annotations

import re
from functools import lru_cache

from app.exchange import cleaning
from app.exchange.cleaning import as_text
from app.exchange.mapping import TIMES
from app.exchange.rows import MappedRow, Row
from app.records.imports import NoteCode

_ZEROS = re.compile(r"0+(?:[:.]0+)?(?:[\s,;/|–-]+0+(?:[:.]0+)?)+")
_SPAN = re.compile(
    r"(?<![\d:.,])(\d{1,2})(?:[:.](\d\d))?\s*(?:Uhr\s*)?(?:-|–|bis)\s*(\d{1,2})(?:[:.](\d\d))?"
    r"(?![\d:.])"
)
_DAWN, _EVENING, _MORNING = 5 * 60, 19 * 60, 9 * 60


def hours_of(row: Row) -> tuple[str, str]:
    """OSM opening_hours and the text as given, "" where unknown; every doubt is told.

    German words are read only where the list says nothing in OSM notation, and taken only where
    the reader has no doubt.
    """
    osm, given = _of_columns(row) if isinstance(row, MappedRow) else ("", "")
    typed = row.take("hours_given", cleaning.lines(row.text("hours_given")))
    noted = row.take("hours_osm", cleaning.line(row.text("hours_osm")))
    if _ZEROS.fullmatch(noted):
        row.say("hours_osm", NoteCode.HOURS_ZERO, noted)
        noted = ""
    own = row.has("hours_osm") and not isinstance(row, MappedRow)  # blank: nobody knows
    if _ZEROS.fullmatch(typed) and not own:
        row.say("hours_given", NoteCode.HOURS_ZERO, typed)
        typed = ""
    if osm:
        return osm, given or typed
    if noted and _is_osm(noted):
        return noted, given or typed
    if noted and not typed:
        return _read(row, "hours_osm", noted), given or noted
    if noted:
        row.say("hours_osm", NoteCode.HOURS_NOT_OSM, noted)
        return "", given or typed
    if given or own:
        return "", given or typed
    return _read(row, "hours_given", typed), typed


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


def _is_osm(text: str) -> bool:
    from app.rules.hours import check

    return check(text) is None


def _read(row: Row, name: str, text: str) -> str:
    """What a German text means in OSM notation, where that is sure; what became of it is told."""
    if not text:
        return ""
    if _is_backwards(text):
        row.say(name, NoteCode.HOURS_BACKWARDS, text)
        return ""
    osm, sure = _proposed(text)
    if not sure:
        row.say(name, NoteCode.HOURS_DOUBTFUL if osm else NoteCode.HOURS_NOT_OSM, text)
        return ""
    if osm != text:
        row.say(name, NoteCode.HOURS_READ, text, osm)
    return osm


@lru_cache(maxsize=32_768)
def _proposed(text: str) -> tuple[str, bool]:
    """A value and whether it is sure. Lists repeat themselves, and are read twice: to be looked at
    and to be taken in."""
    from app.rules.reading_hours.reading import read_hours

    proposal = read_hours(text)
    return proposal.osm, proposal.is_sure


def _is_backwards(text: str) -> bool:
    """Whether a span ends before it begins and is no night: 16 to 7.30 is a slip, 20 to 6 is not
    (and 18 to 2 neither)."""
    for opens, minute, closes, last in _SPAN.findall(text):
        start, end = int(opens) * 60 + int(minute or 0), int(closes) * 60 + int(last or 0)
        night = start >= _EVENING and end <= _MORNING
        if _DAWN <= end < start <= 24 * 60 and not night:
            return True
    return False


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
