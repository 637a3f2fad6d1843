"""Talks and what was agreed in them, as events of their cases. A talk on the day of its step is no
event: the step stands in the plan already."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from sqlalchemy.orm import Session

from app.records.events import CaseEvent, EventKind
from app.rules.staying import TalkKind
from db.repositories import staying
from db.tables.staying import Talk

TITLES = {
    TalkKind.DAY30: "Gespräch nach 30 Tagen",
    TalkKind.DAY100: "Gespräch nach 100 Tagen",
    TalkKind.DAY365: "Gespräch nach einem Jahr",
    TalkKind.OTHER: "Gespräch",
}


def events(session: Session, cases: Collection[int] | None) -> Iterator[CaseEvent]:
    """Talks held and planned, and what is to be done after one."""
    for talk in staying.talks(session, cases):
        on = talk.held_on or talk.planned_on
        if on is not None:
            yield _event(talk, on, TITLES[TalkKind(talk.kind)], is_open=talk.held_on is None)
        if talk.next_on is not None:  # what was agreed is private, that something was is not
            yield _event(talk, talk.next_on, talk.next_act, is_open=talk.next_done_on is None)


def _event(talk: Talk, on: date, title: str, *, is_open: bool) -> CaseEvent:
    return CaseEvent(
        kind=EventKind.TALK,
        case=talk.case_id,
        on=on,
        title=title,
        row=talk.id,
        person=talk.person_id,
        is_open=is_open,
    )
