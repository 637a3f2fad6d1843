"""What is handed over while an advisor is away, frozen; nothing private is in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.folder.contents import ContactPerson, Office
from app.records.cases import Channel
from app.records.events import EventKind
from app.rules.calendar import Day
from app.rules.terms import DateKind, Stage


@dataclass(frozen=True)
class HandoverItem:
    """Something to do: a step of the plan with its `kind` of date, or what happens besides
    (`event`). `title` is blank where the words stay in the office."""

    due: Day
    title: str = ""
    kind: DateKind = DateKind.ADVICE
    event: EventKind | None = None


@dataclass(frozen=True)
class HandoverCase:
    """One running case: whose, who stands in (several where that changes), when somebody last
    spoke with the family and how, whom to call, what to do in the order of the days."""

    name: str
    stage: Stage
    stands_in: tuple[str, ...] = ()
    last_contact: date | None = None
    channel: Channel | None = None
    call: tuple[ContactPerson, ...] = ()
    items: tuple[HandoverItem, ...] = ()


@dataclass(frozen=True)
class Handover:
    """One absence, from `first` to `last`. `back`: the first working day after it, `until`: the
    last day that is looked at. `example` marks invented people."""

    created: date
    office: Office
    advisor: str
    first: date
    last: date
    back: date
    until: date
    cases: tuple[HandoverCase, ...] = ()
    example: bool = False
