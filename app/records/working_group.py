"""The working group as it crosses the boundary: topics, what was said to them, meetings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.rules.working_group import EntryKind, MeetingRemark, NextStep, TopicState


@dataclass(frozen=True)
class TopicDraft:
    title: str
    about: str = ""
    state: TopicState = TopicState.COLLECTED
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True)
class EntryDraft:
    """A line to a topic. `meeting`: where it was said; `actor`: who does it or said it; `due` is
    for tasks."""

    kind: EntryKind
    text: str
    meeting: int | None = None
    actor: int | None = None
    due: date | None = None


@dataclass(frozen=True)
class EntryView:
    id: int
    topic: int
    draft: EntryDraft
    noted_on: date
    done_on: date | None = None
    actor_name: str = ""
    topic_title: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it is a task that nobody has done yet."""
        return self.draft.kind is EntryKind.TASK and self.done_on is None

    def is_late(self, today: date) -> bool:
        """Whether it is an open task whose day has passed."""
        return self.is_open and self.draft.due is not None and self.draft.due < today


@dataclass(frozen=True)
class TopicView:
    """A topic with what was said to it, newest first."""

    id: int
    rank: int
    draft: TopicDraft
    entries: tuple[EntryView, ...]
    next: NextStep
    archived_on: date | None = None

    def late(self, today: date) -> int:
        """How many of its tasks are overdue."""
        return sum(each.is_late(today) for each in self.entries)


@dataclass(frozen=True)
class MeetingDraft:
    """A meeting; `start` in minutes of the day, None where it is not agreed yet."""

    on: date
    start: int | None = None
    place: str = ""
    title: str = ""
    note: str = ""


@dataclass(frozen=True)
class MeetingView:
    """A meeting with who was there, what was said by topic, and what should be known of its day:
    `holiday` is the name of a public holiday, `others` the titles of what else is that day."""

    id: int
    draft: MeetingDraft
    present: tuple[int, ...]
    excused: tuple[int, ...]
    topics: tuple[TopicView, ...]
    remarks: tuple[MeetingRemark, ...] = ()
    holiday: str = ""
