"""What is doubtful about a text that is a valid OSM opening_hours value already."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.rules.hours import rules_of
from app.rules.reading_hours.parts import Doubts
from app.rules.reading_hours.proposal import Doubt, DoubtCode, Span
from app.rules.reading_hours.times import DAY
from app.rules.reading_hours.words import OSM_DAYS

_COMMENT = re.compile(r'"[^"]*"')
_TIMES = re.compile(r"(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})")
_ANY_TIME = re.compile(r"\d:\d\d|24/7|sunrise|sunset|dawn|dusk", re.IGNORECASE)
_STATE = re.compile(r"\b(?:off|closed|open|unknown)\b", re.IGNORECASE)
_DAY = r"(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)"
_ANY_DAY = re.compile(rf"\b{_DAY}\b", re.IGNORECASE)
_DAYS = re.compile(rf"^{_DAY}(?:\s*[-,]\s*{_DAY})*(?=[\s:]|$)", re.IGNORECASE)
_NARROWED = re.compile(r"[A-Za-z]{2,}|\d{4}")


def doubts_of_value(text: str) -> tuple[Doubt, ...]:
    """The doubts in the order of the text: what another rule replaces, days without hours, hours
    that close before they open, and ends that stay open."""
    doubts = Doubts(text)
    told: dict[int, list[tuple[int, int]]] = {}
    for separator, start, rule in rules_of(text):
        span = Span(start, start + len(rule))
        plain = _COMMENT.sub(lambda found: " " * len(found[0]), rule)
        _doubt_times(plain, start, doubts)
        has_comment = plain != rule
        has_time = _ANY_TIME.search(plain) is not None
        if not has_time and not has_comment and not _STATE.search(plain):
            doubts.add(DoubtCode.NO_TIMES, span)
        if separator == "||":
            continue
        selector = plain.strip()
        if separator and _is_unselected(selector):
            doubts.add(DoubtCode.REPLACED, span)
        days = _DAYS.match(selector)
        for found in re.finditer(r'"\s*,\s*(?=\d)', rule):
            doubts.add(DoubtCode.REPLACED, Span(start + found.end(), start + len(rule)))
        if days is not None and not separator.startswith(","):
            _doubt_twice(days[0], plain, span, told, doubts)
    return doubts.told()


def tells_hours(text: str) -> bool:
    """Whether a valid value says more than years and dates: these alone are no hours."""
    plain = _COMMENT.sub("", text)
    return (
        plain != text
        or _ANY_TIME.search(plain) is not None
        or _STATE.search(plain) is not None
        or _ANY_DAY.search(plain) is not None
    )


def _is_unselected(selector: str) -> bool:
    """Whether a rule names no days at all and so holds for all of them."""
    rest = _STATE.sub("", selector)
    return _NARROWED.search(rest) is None


def _doubt_times(plain: str, start: int, doubts: Doubts) -> None:
    for found in _TIMES.finditer(plain):
        first, last = int(found[1]) * 60 + int(found[2]), int(found[3]) * 60 + int(found[4])
        span = Span(start + found.start(), start + found.end())
        is_night = first >= 16 * 60 and last <= 8 * 60
        if first == last or (last < first and last and not is_night and DAY - first + last > 720):
            doubts.add(DoubtCode.CLOSES_FIRST, span)
    for found in re.finditer(r"\d{1,2}:\d{2}\+", plain):
        doubts.add(DoubtCode.OPEN_END, Span(start + found.start(), start + found.end()))


def _doubt_twice(
    days: str, plain: str, span: Span, told: dict[int, list[tuple[int, int]]], doubts: Doubts
) -> None:
    """A later rule replaces an earlier one of the same day; people often mean both."""
    times = [
        (int(found[1]) * 60 + int(found[2]), int(found[3]) * 60 + int(found[4]))
        for found in _TIMES.finditer(plain)
    ]
    named = set(_named(days))
    is_whole = len(named) > 1 and {day for day, each in told.items() if each} <= named
    is_off = re.search(r"\b(?:off|closed)\b", plain, re.IGNORECASE) is not None
    for day in sorted(named):
        earlier = told.get(day)
        if earlier and times and not is_off and (not _meet(earlier, times) or is_whole):
            doubts.add(DoubtCode.DAY_TWICE, span)
        told[day] = times


def _named(days: str) -> Iterable[int]:
    for item in re.split(r"\s*,\s*", days):
        ends = [
            OSM_DAYS.index(each)
            for each in OSM_DAYS
            for part in re.split(r"\s*-\s*", item)
            if each.lower() == part.strip().lower()
        ]
        if len(ends) == 2:
            first, last = (
                next(place for place, each in enumerate(OSM_DAYS) if each.lower() == part.lower())
                for part in re.split(r"\s*-\s*", item)
            )
            yield from ((first + step) % 7 for step in range((last - first) % 7 + 1))
        else:
            yield from ends


def _meet(one: Iterable[tuple[int, int]], other: Iterable[tuple[int, int]]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)
