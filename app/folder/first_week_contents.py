"""The first week of a newcomer, frozen: what both sheets of it print and nothing else.

No answers, notes or confirmations have a field here: the ward's sheet leaves the office.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.folder.contents import Address, Advisor, ContactPerson, Document, Office
from app.rules.terms import Role


@dataclass(frozen=True)
class WeekTask:
    """A step of the induction: who takes care of it by role, and by name where one is known.
    `short` is the title in lists, `language` that of both where they are lent from another."""

    title: str
    short: str
    due: date
    roles: tuple[Role, ...]
    name: str = ""
    done_on: date | None = None
    done: bool = False
    language: str = ""

    @property
    def is_access(self) -> bool:
        """Whether it is about what must be set up at a computer."""
        return Role.IT in self.roles


@dataclass(frozen=True)
class WorkDay:
    """A day of the first week; `duties` in minutes (as `app.rules.rosters.Duty`), empty: free,
    None: no roster speaks of it."""

    on: date
    duties: tuple[tuple[int, int], ...] | None = None


@dataclass(frozen=True)
class FirstWeek:
    """`newcomer` by full name; `meets` are the people at the employer, those met first before the
    others; `papers` what to bring."""

    newcomer: str
    employer: str
    first_day: date
    days: tuple[WorkDay, ...]
    tasks: tuple[WeekTask, ...]
    office: Office
    created: date
    address: Address
    meets: tuple[ContactPerson, ...] = ()
    papers: tuple[Document, ...] = ()
    advisor: Advisor | None = None
    example: bool = False

    @property
    def last_day(self) -> date:
        return self.days[-1].on if self.days else self.first_day

    def on(self, day: date) -> tuple[WeekTask, ...]:
        """What is to be done on a day of the week, accesses left out."""
        return tuple(each for each in self.tasks if each.due == day and not each.is_access)
