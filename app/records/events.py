"""What happens around a case besides its steps: for the timeline, and for the day of the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class EventKind(Enum):
    """What it is; each belongs to a room of the tab Begleitung."""

    FOLLOW_UP = "follow_up"
    PROMISE = "promise"
    MENTORSHIP = "mentorship"
    INVITATION = "invitation"
    VISIT = "visit"
    INTRODUCTION = "introduction"
    COURSE = "course"
    TALK = "talk"
    VIEWING = "viewing"
    MOVE = "move"
    SCHOOL = "school"
    APPLICATION = "application"
    PRACTICE = "practice"


ROOMS = {
    EventKind.FOLLOW_UP: "contacts",
    EventKind.PROMISE: "contacts",
    EventKind.MENTORSHIP: "mentor",
    EventKind.INVITATION: "invitations",
    EventKind.VISIT: "visit",
    EventKind.INTRODUCTION: "work",
    EventKind.COURSE: "training",
    EventKind.TALK: "talks",
    EventKind.VIEWING: "home",
    EventKind.MOVE: "move",
    EventKind.SCHOOL: "school",
    EventKind.APPLICATION: "funding",
    EventKind.PRACTICE: "practice",
}
"""The key of the room it is looked after in."""


@dataclass(frozen=True)
class CaseEvent:
    """Something of a case on a day, or from `on` to `until`. `title` in the words of the office;
    `person`: the member of the household it is about; `is_open`: somebody still has to act, at the
    latest on `on`. `row`: its id in its room."""

    kind: EventKind
    case: int
    on: date
    title: str
    row: int
    until: date | None = None
    person: int | None = None
    is_open: bool = False

    @property
    def place(self) -> str:
        """Its room and row in the tab Begleitung as the window is asked for them: visit:12."""
        row = f"promise-{self.row}" if self.kind is EventKind.PROMISE else str(self.row)
        return f"{ROOMS[self.kind]}:{row}"
