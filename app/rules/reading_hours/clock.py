"""Times of day as people write them, in minutes from midnight."""

from __future__ import annotations

import re

from app.rules.reading_hours.words import NUMBERS

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹°º", "012345678900")
_LATEST = 28 * 60
"""A night's end may be told as an hour after 24, as OSM does."""


def minutes(text: str) -> int | None:
    """8:30, 8.30 Uhr, 8h30, 8 Uhr 30, 0830, 8 or 8³⁰; None where there is no such time."""
    raised = re.fullmatch(r"(\d{1,2})([⁰¹²³⁴⁵⁶⁷⁸⁹°º]{2}).*", text)
    if raised:
        return _checked(int(raised[1]), int(raised[2].translate(_RAISED)))
    digits = re.findall(r"\d+", text)
    if not digits:
        return None
    if len(digits[0]) in (3, 4) and len(digits) == 1:
        return _checked(int(digits[0][:-2]), int(digits[0][-2:]))
    if len(digits[0]) > 2:
        return None
    return _checked(int(digits[0]), int(digits[1]) if len(digits) > 1 else 0)


def half(text: str) -> int | None:
    """halb acht and ½8 are 7:30, viertel vor 8 is 7:45, dreiviertel 8 too."""
    hour = _hour(text)
    if hour is None or not 1 <= hour <= 24:
        return None
    lead = text.lower()
    if "nach" in lead:
        return hour * 60 + 15
    before = 45 if lead.startswith("¼") else 30 if lead.startswith(("halb", "½")) else 15
    return hour * 60 - before


def meridiem(text: str) -> int | None:
    """9 AM, 7:30 PM."""
    at = minutes(re.sub(r"[^\d:.]", "", text).rstrip("."))
    if at is None or at >= 13 * 60:
        return None
    return at % 720 + (720 if "p" in text.lower() else 0)


def spoken(text: str) -> int | None:
    """acht Uhr; Mitternacht is the end of the day."""
    if text.lower().startswith("mitternacht"):
        return 24 * 60
    hour = _hour(text)
    return None if hour is None else hour * 60


def osm(at: int) -> str:
    """08:30; after midnight 26:00."""
    return f"{at // 60:02d}:{at % 60:02d}"


def _hour(text: str) -> int | None:
    digits = re.search(r"\d+", text)
    if digits:
        return int(digits[0])
    return next((NUMBERS[word] for word in text.lower().split() if word in NUMBERS), None) or next(
        (number for word, number in NUMBERS.items() if text.lower().endswith(word)), None
    )


def _checked(hour: int, minute: int) -> int | None:
    at = hour * 60 + minute
    return at if minute < 60 and at <= _LATEST else None
