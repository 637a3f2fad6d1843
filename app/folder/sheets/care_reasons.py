"""What is known of a place of care, said to the family it is for.

Only what helps the family: what a clerk weighs (radius, ways, languages) is left to the clerk.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from app.folder.speech import Speech
from app.records.care import CareState
from app.rules.care_fit import CareReason, Fact, Said

_HOURS_FROM = 120
_YEAR = 12
_YEARS_FROM = 24
_OF_A_FREE_PLACE = frozenset(
    {
        CareReason.PLACE_FREE,
        CareReason.NO_PLACE,
        CareReason.PLACES_UNKNOWN,
        CareReason.OTHER_STAFF,
        CareReason.PARTLY_RESERVED,
        CareReason.AGE_UNKNOWN,
    }
)
"""Said no more once a place is promised."""
_PRINTED: Mapping[CareReason, tuple[str, ...]] = MappingProxyType(
    {
        CareReason.PLACE_FREE: ("place_free_on", "place_free"),
        CareReason.NO_PLACE: ("no_place_on", "no_place"),
        CareReason.PLACES_UNKNOWN: ("places_unknown",),
        CareReason.PLACE_FROM: ("place_from",),
        CareReason.BEGINS: ("begins",),
        CareReason.ENDS: ("ends",),
        CareReason.RESTS: ("rests",),
        CareReason.TOO_YOUNG: ("too_young",),
        CareReason.TOO_OLD: ("too_old",),
        CareReason.AGE_UNKNOWN: ("age_unknown",),
        CareReason.OTHER_STAFF: ("other_staff",),
        CareReason.PARTLY_RESERVED: ("partly_reserved",),
        CareReason.HOURS_UNKNOWN: ("hours_unknown",),
        CareReason.ON_REQUEST: ("on_request",),
        CareReason.SETTLING: ("settling_until", "settling"),
        CareReason.SETTLING_UNKNOWN: ("settling_unknown",),
    }
)
"""The first phrase of which all facts are known is said."""


def hours(minutes: int, speech: Speech) -> str:
    """42 h 05."""
    return speech.text("care.hours", hours=minutes // 60, minutes=f"{minutes % 60:02d}")


def short(minutes: int, speech: Speech) -> str:
    """80 min; from two hours on 2 h 05."""
    if minutes >= _HOURS_FROM:
        return hours(minutes, speech)
    return speech.text("care.minutes", count=minutes)


def of_place(said: Said, state: CareState, speech: Speech) -> str:
    """One reason as a sentence, "" for what is not printed."""
    if state is CareState.PROMISED and said.reason in _OF_A_FREE_PLACE:
        return ""
    facts = _worded(said.facts, speech)
    for name in _PRINTED.get(said.reason, ()):
        key = f"care.said.{name}"
        if speech.phrases.placeholders(key) <= facts.keys():
            return speech.text(key, **facts)
    return ""


def _worded(facts: Mapping[str, Fact], speech: Speech) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in facts.items():
        match name, value:
            case "on", date():
                found["on"] = speech.date(value, "numbers")
            case "minutes", int():
                found["time"] = short(value, speech)
            case "weeks", int():
                found["weeks"] = speech.text("care.weeks", count=value)
            case "count", int():
                found["free"] = speech.text("care.free", count=value)
            case "months", int():
                found["age"] = _age(value, speech)
            case "name", str():
                found["name"] = value
            case _:
                pass
    return found


def _age(months: int, speech: Speech) -> str:
    if months >= _YEARS_FROM and not months % _YEAR:
        return speech.text("care.years", count=months // _YEAR)
    return speech.text("care.months", count=months)
