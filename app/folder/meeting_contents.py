"""What the minutes of a meeting say, frozen; the group's own words, in German only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.rules.working_group import EntryKind, TopicState


@dataclass(frozen=True)
class MinutesTask:
    """Something to do: who does it (blank: nobody named) and by when."""

    text: str
    who: str = ""
    due: date | None = None
    done: bool = False


@dataclass(frozen=True)
class MinutesTopic:
    """A topic as far as it was spoken about: what was said by kind, then the tasks."""

    title: str
    state: TopicState
    keywords: tuple[str, ...] = ()
    said: tuple[tuple[EntryKind, tuple[MinutesTask, ...]], ...] = ()


@dataclass(frozen=True)
class Sitting:
    """A day, its hour in minutes where it is agreed, and the place."""

    on: date
    start: int | None = None
    place: str = ""


@dataclass(frozen=True)
class Minutes:
    """`open_tasks`: of all topics, what nobody has done yet; `next`: the meeting after this."""

    title: str
    sitting: Sitting
    created: date
    present: tuple[str, ...] = ()
    excused: tuple[str, ...] = ()
    topics: tuple[MinutesTopic, ...] = ()
    open_tasks: tuple[MinutesTask, ...] = ()
    next: Sitting | None = None
