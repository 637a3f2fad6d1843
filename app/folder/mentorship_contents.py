"""What the two sheets of a mentorship say, frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.folder.contents import Advisor, Office
from app.rules.calendar import Day


@dataclass(frozen=True)
class MentorSide:
    """The mentor as the newcomer meets them; `languages` are tags."""

    name: str
    organisation: str = ""
    ward: str = ""
    phone: str = ""
    email: str = ""
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class FamilySide:
    """The family as the mentor meets them: what it did not allow to be passed on is blank.
    `names`: those who allow it."""

    names: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    arrival: Day | None = None
    work_start: Day | None = None


@dataclass(frozen=True)
class MentorshipContents:
    """Both sides, and what they have in common: tags of languages, interests in words."""

    office: Office
    created: date
    mentor: MentorSide
    family: FamilySide
    advisor: Advisor | None = None
    shared_languages: tuple[str, ...] = ()
    shared_interests: tuple[str, ...] = ()
    example: bool = False
