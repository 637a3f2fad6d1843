"""What contacts and promises bring to the timeline and to the day."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.records.events import CaseEvent, EventKind
from db.repositories import contacts
from db.repositories.contacts import Opened


def of_cases(session: Session, cases: Collection[int] | None) -> Iterator[CaseEvent]:
    """What is or was to be followed up, and promises with a day."""
    yield from _made(EventKind.FOLLOW_UP, contacts.follow_ups(session, cases))
    yield from _made(EventKind.PROMISE, contacts.promised(session, cases))


def still_open(session: Session, until: date) -> Iterator[CaseEvent]:
    """Those of running cases that are open and due up to a day."""
    yield from _made(EventKind.FOLLOW_UP, contacts.follow_ups(session, until=until))
    yield from _made(EventKind.PROMISE, contacts.promised(session, until=until))


def _made(kind: EventKind, rows: Sequence[Opened]) -> Iterator[CaseEvent]:
    """Where private words are blank, as on the handover sheet, the title is."""
    for row in rows:
        yield CaseEvent(
            kind=kind,
            case=row.case_id,
            on=row.on,
            title=row.title,
            row=row.id,
            is_open=row.closed_on is None,
        )
