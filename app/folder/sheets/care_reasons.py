"""What is known of a place of care, said to the family it is for.

Only what helps the family: what a clerk weighs (radius, ways, languages) is left to the clerk.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from app.folder.care_contents import CareFact
from app.folder.speech import Speech
from app.records.care import CareState
from app.rules.care_fit import CareReason

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
_OF_THE_EMPLOYER = frozenset({CareReason.OWN_STAFF, CareReason.EMPLOYER_PAYS})
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
        CareReason.OWN_STAFF: ("own_staff_count", "own_staff"),
        CareReason.EMPLOYER_PAYS: ("employer_pays",),
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


def of_place(said: CareFact, state: CareState, speech: Speech) -> str:
    """One reason as a sentence, "" for what is not printed."""
    if state is CareState.PROMISED and said.about in _OF_A_FREE_PLACE:
        return ""
    facts = _worded(said, speech)
    for name in _PRINTED.get(said.about, ()):
        key = f"care.said.{name}"
        if speech.phrases.placeholders(key) <= facts.keys():
            told = speech.text(key, **facts)
            if said.about in _OF_THE_EMPLOYER and said.on:
                until = speech.text("care.said.employer_until", on=facts["on"])
                return f"{told} {until}"
            return told
    return ""


def _worded(said: CareFact, speech: Speech) -> dict[str, str]:
    """What fills the sentences, as far as it is told."""
    found = {
        "on": speech.date(said.on, "numbers") if said.on else "",
        "time": short(said.minutes, speech) if said.minutes is not None else "",
        "weeks": speech.text("care.weeks", count=said.weeks) if said.weeks is not None else "",
        "free": speech.text("care.free", count=said.count) if said.count is not None else "",
        "age": _age(said.months, speech) if said.months is not None else "",
        "count": str(said.count) if said.count is not None else "",
        "amount": speech.money(said.cents) if said.cents is not None else "",
        "name": said.name,
    }
    return {key: text for key, text in found.items() if text}


def _age(months: int, speech: Speech) -> str:
    if months >= _YEARS_FROM and not months % _YEAR:
        return speech.text("care.years", count=months // _YEAR)
    return speech.text("care.months", count=months)
