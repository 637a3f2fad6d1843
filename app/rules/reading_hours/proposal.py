"""What the reader of German opening hours answers: a value, and every doubt about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class DoubtCode(Enum):
    """Why a person should look at these characters before the value is taken."""

    UNREAD = "unread"
    NOT_A_TIME = "not_a_time"
    NO_TIMES = "no_times"
    NO_DAYS = "no_days"
    ONLY_START = "only_start"
    ONLY_END = "only_end"
    OPEN_END = "open_end"
    CLOSES_FIRST = "closes_first"
    TWELVE_HOURS = "twelve_hours"
    OVERLAP = "overlap"
    DAY_TWICE = "day_twice"
    WHOLE_WEEK = "whole_week"
    WORKDAYS = "workdays"
    FOREIGN_DAYS = "foreign_days"
    SEASON_UNKNOWN = "season_unknown"
    SEASON_VAGUE = "season_vague"
    SEASON_REACH = "season_reach"
    EVERY_OTHER_WEEK = "every_other_week"
    ARRANGEMENT = "arrangement"
    REMARK = "remark"
    CLOSED_FOR_GOOD = "closed_for_good"
    CLOSED_FOR_NOW = "closed_for_now"
    REPLACED = "replaced"


@dataclass(frozen=True, order=True)
class Span:
    """Characters of the text as given: from `start` up to, not with, `end`."""

    start: int
    end: int

    def with_(self, other: Span) -> Span:
        """Both, and all between them."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True)
class Doubt:
    """Characters `start` to `end` of the text as given, what they say, and why they are doubted."""

    code: DoubtCode
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Proposal:
    """`osm` is a valid opening_hours value, blank where none can be proposed; the doubts stand in
    the order of the text."""

    osm: str
    doubts: tuple[Doubt, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether there is a value and nothing to look at."""
        return bool(self.osm) and not self.doubts
