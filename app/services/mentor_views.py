"""Mentorships as the window and the timeline see them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.records.cases import Channel
from app.records.events import CaseEvent, EventKind
from app.records.mentors import MentorshipState, MentorshipView
from app.services.mentor_matching import mentor_name
from db.repositories import mentors, providers
from db.tables.mentor import Mentorship

ANSWER_DAYS = 14
"""Days after which the answer of a mentor who was asked is waited for."""


def mentorship_view(session: Session, row: Mentorship, today: date) -> MentorshipView:
    """One mentorship with what is known of its mentor."""
    mentor = mentors.by_id(session, row.mentor_id)
    if mentor is None:
        raise LookupError(row.mentor_id)
    employer = providers.by_id(session, mentor.employer_id)
    state = MentorshipState(row.state)
    return MentorshipView(
        id=row.id,
        case=row.case_id,
        mentor=mentor.id,
        mentor_name=mentor_name(mentor),
        employer_name=employer.organisation.name if employer else "",
        ward=mentor.ward,
        phone=mentor.phone,
        email=mentor.email,
        state=state,
        noted_on=row.noted_on,
        first=row.first,
        last=row.last,
        because=row.because,
        channel=Channel(row.channel) if row.channel else None,
        group_name=row.group_name,
        waits_since=(today - row.noted_on).days if state is MentorshipState.ASKED else 0,
    )


def mentorship_events(
    session: Session, cases: Collection[int] | None = None
) -> Iterator[CaseEvent]:
    """Answers of mentors that are waited for, and how long somebody accompanies a family."""
    for row in mentors.of_cases(session, cases):
        mentor = mentors.by_id(session, row.mentor_id)
        name = mentor_name(mentor) if mentor else ""
        if row.state == MentorshipState.ASKED.value:
            due = row.noted_on + timedelta(days=ANSWER_DAYS)
            yield CaseEvent(EventKind.MENTORSHIP, row.case_id, due, name, row.id, is_open=True)
        elif row.first is not None:
            yield CaseEvent(
                EventKind.MENTORSHIP, row.case_id, row.first, name, row.id, until=row.last
            )
