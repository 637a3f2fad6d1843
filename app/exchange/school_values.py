"""What a row says of a school beside what any provider has: its profile, made tidy part by part."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from app.content.municipalities import municipalities, municipality_of
from app.exchange import cleaning, values
from app.exchange.cleaning import Tidy
from app.exchange.rows import Row
from app.exchange.school_hours import all_day_of
from app.exchange.school_words import ALL_DAY_WORDS, TYPE_WORDS
from app.exchange.table_words import language_code
from app.paths import resources
from app.records.imports import NoteCode
from app.records.school_profiles import BLANK, PARTS, ProfileDraft
from app.rules.school_matching import FIRST_CLASS, LAST_CLASS, AllDay, SchoolType, presumed

_AGS = re.compile(r"[0-9]{8}", re.ASCII)
_TAGS = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?(?:\s[a-z]{2,3}(?:-[A-Za-z]{2,4})?)+")
_LOW_GERMAN = frozenset({"plattdeutsch", "platt"})
_MOST_PLACES = 10_000
_SPAN = re.compile(r"\D*(?P<first>\d{1,2})(?:\D.*?\D|\D)(?P<last>\d{1,2})\D*")
_PARTED = re.compile(r"[;,/\n]")
_LISTED = re.compile(r"[;,/\n]|\bund\b")


def school_of(row: Row, *names: str, lessons: str = "") -> ProfileDraft | None:
    """The profile of a row, None where it says nothing of one but its day and source.

    Where the list does not say the type, it is what the `names` of school and service tell;
    `lessons` are its hours as an OSM opening_hours value.
    """
    if not any(map(row.has, PARTS)):
        return None
    type_ = _type(row)
    first, last = _classes(row)
    found = ProfileDraft(
        type=type_ or SchoolType.OTHER,
        first_class=first,
        last_class=last,
        catchment=_catchment(row),
        all_day=_all_day(row),
        all_day_osm=all_day_of(row, lessons) if row.has("school_all_day_osm") else "",
        all_day_places=_places(row),
        holiday_care=row.yes_no("school_holiday_care"),
        languages=_languages(row),
        german_class=row.yes_no("school_german_class"),
        public_note=_text(row, "school_public_note", cleaning.lines),
        source=_text(row, "school_source", cleaning.line),
        as_of=row.take("school_as_of", values.day(row.raw("school_as_of"))),
    )
    if type_ is None:
        if replace(found, source="", as_of=None) == BLANK:
            return None
        found = replace(found, type=presumed(*names).type or SchoolType.OTHER)
    if found.all_day_places is not None and found.as_of is None:
        row.say("school_as_of", NoteCode.COUNT_NOT_DATED)
    return found


def _type(row: Row) -> SchoolType | None:
    name = "school_type"
    word = _word(row, name)
    found = TYPE_WORDS.get(word.casefold()) or presumed(word).type if word else None
    if word and found is None:
        row.say(name, NoteCode.UNKNOWN_WORD, word)
    return found


def _classes(row: Row) -> tuple[int | None, int | None]:
    first, last = (_class(row, f"school_{edge}_class") for edge in ("first", "last"))
    if first is not None and last is not None and last < first:
        row.say("school_last_class", NoteCode.CLASSES_NONSENSE, f"{first}–{last}")
        return None, None
    return first, last


def _class(row: Row, name: str) -> int | None:
    if not row.has(name):
        return None
    raw = row.raw(name)
    span = _SPAN.fullmatch(raw) if isinstance(raw, str) else None
    if span is not None:  # both ends in one column
        raw = span["first" if name == "school_first_class" else "last"]
    found = row.take(name, cleaning.number(raw))
    if found is not None and not FIRST_CLASS <= found <= LAST_CLASS:
        row.say(name, NoteCode.CLASSES_NONSENSE, str(found))
        return None
    return found


def _catchment(row: Row) -> tuple[str, ...]:
    """Official keys, or names of municipalities; a joint one stands for all its members."""
    name = "school_catchment"
    if not row.has(name):
        return ()
    text = row.text(name).strip()
    keys: dict[str, None] = {}
    unknown = False
    words = text.split() if all(map(_AGS.fullmatch, text.split())) else _PARTED.split(text)
    for word in map(str.strip, words):
        found = _keys(word) if word else ()
        unknown = unknown or bool(word and not found)
        keys |= dict.fromkeys(found)
    if unknown:
        row.say(name, NoteCode.UNKNOWN_WORD, text, " ".join(keys))
    return tuple(keys)


@cache
def _keys(word: str) -> tuple[str, ...]:
    if _AGS.fullmatch(word):
        return (word,)
    listed = municipalities(resources())
    joint = tuple(each.ags for each in listed if each.joint_body.casefold() == word.casefold())
    if joint:
        return joint
    found = municipality_of(word, "", resources())
    return (found.ags,) if found is not None and found.ags else ()


def _all_day(row: Row) -> AllDay:
    name = "school_all_day"
    word = _word(row, name)
    found = ALL_DAY_WORDS.get(word.casefold())
    if word and found is None:
        holds = cleaning.yes_no(word).value
        if holds is False:
            return AllDay.NONE
        row.say(name, NoteCode.ALL_DAY_FORM_MISSING if holds else NoteCode.UNKNOWN_WORD, word)
    return found or AllDay.UNKNOWN


def _places(row: Row) -> int | None:
    name = "school_all_day_places"
    if not row.has(name):
        return None
    found = row.take(name, values.count(cleaning.number(row.raw(name))))
    if found is not None and found > _MOST_PLACES:
        row.say(name, NoteCode.NOT_A_NUMBER, str(found))
        return None
    return found


def _languages(row: Row) -> tuple[str, ...]:
    name = "school_languages"
    if not row.has(name):
        return ()
    text = row.text(name).strip()
    if _TAGS.fullmatch(text):
        return tuple(dict.fromkeys(text.split()))  # as this program writes them into attributes
    return row.codes(name, _language, _LISTED)


def _language(word: str) -> str:
    return "nds" if word.casefold() in _LOW_GERMAN else language_code(word)


def _word(row: Row, name: str) -> str:
    return row.take(name, cleaning.line(row.text(name))) if row.has(name) else ""


def _text(row: Row, name: str, tidy: Callable[[str], Tidy[str]]) -> str:
    return row.take(name, tidy(row.text(name))) if row.has(name) else ""
