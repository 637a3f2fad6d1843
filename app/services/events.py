"""What happens around cases besides their steps, gathered from all subjects that know of any."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from typing import TypeAlias

from sqlalchemy.orm import Session

from app.records.events import CaseEvent
from app.services import contact_events, existing, staying_events
from app.services.dormitory_views import waiting_events
from app.services.funding_records import funding_events
from app.services.home_board import viewing_events
from app.services.introductions import introduction_events
from app.services.mentor_views import mentorship_events
from app.services.move_board import move_events
from app.services.occasion_views import invitation_events
from app.services.practice_way import practice_events
from app.services.schools import school_events
from app.services.training import course_events
from app.services.transactions import Transactions
from app.services.visit_events import visit_events

Source: TypeAlias = Callable[[Session, Collection[int] | None], Iterable[CaseEvent]]
"""The events of these cases, of all where None."""

OpenSource: TypeAlias = Callable[[Session, date], Iterable[CaseEvent]]
"""The events of all running cases that are open and due up to a day."""

SOURCES: tuple[Source, ...] = (
    contact_events.of_cases,
    mentorship_events,
    invitation_events,
    visit_events,
    introduction_events,
    course_events,
    funding_events,
    staying_events.events,
    viewing_events,
    waiting_events,
    move_events,
    practice_events,
    school_events,
)
"""One function a subject: contacts, mentors, visits, careers, training, staying, the means."""

OPEN: Mapping[Source, OpenSource] = {contact_events.of_cases: contact_events.still_open}
"""Sources of many events that answer what is open and due without reading all of them."""


def events(session: Session, cases: Collection[int] | None = None) -> tuple[CaseEvent, ...]:
    """The events of these cases (None: of all), by day."""
    found = (each for source in SOURCES for each in source(session, cases))
    return tuple(sorted(found, key=lambda each: (each.on, each.case, each.kind.value, each.row)))


def open_events(session: Session, until: date) -> tuple[CaseEvent, ...]:
    """The events of all cases that are open and due up to a day, by day."""
    found: list[CaseEvent] = []
    for source in SOURCES:
        if source in OPEN:
            found += OPEN[source](session, until)
        else:
            found += (each for each in source(session, None) if each.is_open and each.on <= until)
    return tuple(sorted(found, key=lambda each: (each.on, each.case, each.kind.value, each.row)))


class Events:
    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def of_case(self, case_id: int) -> tuple[CaseEvent, ...]:
        """What happens around a case besides its steps, by day. Raises
        `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            existing.case(session, case_id)
            return events(session, (case_id,))
