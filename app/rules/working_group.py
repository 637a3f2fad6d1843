"""What a topic of the working group waits for, and what a day means for its meeting."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from enum import Enum

from app.rules import calendar

SATURDAY = 5
NEAR = 120
"""Minutes between the beginnings of two meetings that get in each other's way."""


class TopicState(Enum):
    """How far a topic has come, in the order of the group's own procedure."""

    COLLECTED = "collected"
    RESEARCHED = "researched"
    PROPOSED = "proposed"
    DECIDED = "decided"
    RUNNING = "running"
    DONE = "done"
    DROPPED = "dropped"


class EntryKind(Enum):
    """What a line to a topic is; the code in the data file."""

    NOTE = "note"
    PROPOSAL = "proposal"
    RESEARCH = "research"
    DECISION = "decision"
    TASK = "task"


class NextStep(Enum):
    """What a topic waits for."""

    KEYWORDS = "keywords"
    RESEARCH = "research"
    PROPOSALS = "proposals"
    DECISION = "decision"
    START = "start"
    TASKS = "tasks"
    END = "end"
    NOTHING = "nothing"


class MeetingRemark(Enum):
    """What should be known of the day of a meeting."""

    HOLIDAY = "holiday"
    WEEKEND = "weekend"
    SCHOOL_HOLIDAYS = "school_holidays"
    SAME_TIME = "same_time"
    SAME_DAY = "same_day"


def next_step(
    state: TopicState, *, has_keywords: bool, kinds: Collection[EntryKind], open_tasks: int
) -> NextStep:
    """What is next: topics are collected, given keywords, researched, proposals are gathered, one
    is decided and carried out. `kinds`: of the lines that are there."""
    if state in (TopicState.DONE, TopicState.DROPPED):
        return NextStep.NOTHING
    if not has_keywords:
        return NextStep.KEYWORDS
    match state:
        case TopicState.COLLECTED:
            done = EntryKind.RESEARCH in kinds
            return NextStep.PROPOSALS if done else NextStep.RESEARCH
        case TopicState.RESEARCHED:
            return NextStep.DECISION if EntryKind.PROPOSAL in kinds else NextStep.PROPOSALS
        case TopicState.PROPOSED:
            return NextStep.DECISION
        case TopicState.DECIDED:
            return NextStep.START
        case _:
            return NextStep.TASKS if open_tasks else NextStep.END


def remarks(
    on: date, start: int | None, others: Iterable[tuple[date, int | None]]
) -> tuple[MeetingRemark, ...]:
    """What should be known of a meeting's day: a public holiday of Lower Saxony, a weekend, school
    holidays; another meeting on it, near in time or of unknown time. `start` in minutes."""
    found = []
    if calendar.holiday_name(on):
        found.append(MeetingRemark.HOLIDAY)
    elif on.weekday() >= SATURDAY:
        found.append(MeetingRemark.WEEKEND)
    elif calendar.school_holiday_name(on):
        found.append(MeetingRemark.SCHOOL_HOLIDAYS)
    same = [other for day, other in others if day == on]
    if any(start is None or each is None or abs(each - start) < NEAR for each in same):
        found.append(MeetingRemark.SAME_TIME)
    elif same:
        found.append(MeetingRemark.SAME_DAY)
    return tuple(found)


def united_keywords(typed: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """The keywords typed, each once whatever its capitals, as they are written where they are
    known already; blank ones left out."""
    written = {each.casefold(): each for each in known}
    found: dict[str, str] = {}
    for each in typed:
        word = " ".join(each.split())
        if word:
            found.setdefault(word.casefold(), written.get(word.casefold(), word))
    return tuple(found.values())
