"""Who works where, who is away, and how much everybody has to do."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.tables.case import Case
from db.tables.contact import Contact
from db.tables.office import Absence, Advisor, ServicePoint
from db.tables.step import Step


def points(session: Session) -> Sequence[ServicePoint]:
    """All service points, those archived last."""
    return session.scalars(
        select(ServicePoint).order_by(ServicePoint.archived_on.is_not(None), ServicePoint.id)
    ).all()


def point(session: Session, point_id: int) -> ServicePoint | None:
    return session.get(ServicePoint, point_id)


def absences(session: Session) -> Sequence[Absence]:
    """All of them, in the order they begin."""
    return session.scalars(select(Absence).order_by(Absence.first, Absence.id)).all()


def absence(session: Session, absence_id: int) -> Absence | None:
    return session.get(Absence, absence_id)


def open_cases(session: Session, advisor_id: int | None) -> Sequence[Case]:
    """The cases of an advisor (None: of nobody) that are not closed, those that rest too, what is
    due first first."""
    return session.scalars(
        select(Case)
        .where(Case.advisor_id == advisor_id, Case.closed_on.is_(None))
        .order_by(Case.due_key, Case.sort_key, Case.id)
    ).all()


def running_at(session: Session, point_id: int) -> int:
    """How many cases that are not closed an advisor of this service point has."""
    return (
        session.scalar(
            select(func.count())
            .select_from(Case)
            .join(Advisor, Advisor.id == Case.advisor_id)
            .where(Advisor.service_point_id == point_id, Case.closed_on.is_(None))
        )
        or 0
    )


def running_counts(session: Session) -> dict[int | None, int]:
    """Advisor → how many running cases; None: of nobody."""
    found = session.execute(
        select(Case.advisor_id, func.count())
        .where(Case.closed_on.is_(None), Case.held_until.is_(None))
        .group_by(Case.advisor_id)
    )
    return {row[0]: row[1] for row in found}


def follow_up_counts(session: Session, until: date) -> dict[int | None, int]:
    """Advisor of the case → how many contacts of running cases wait to be followed up, due until
    a day."""
    found = session.execute(
        select(Case.advisor_id, func.count())
        .join(Contact, Contact.case_id == Case.id)
        .where(
            Case.closed_on.is_(None),
            Case.held_until.is_(None),
            Contact.follow_up_on <= until,
            Contact.followed_up_on.is_(None),
        )
        .group_by(Case.advisor_id)
    )
    return {row[0]: row[1] for row in found}


def deadlines(
    session: Session, kinds: Collection[str], until: date
) -> Iterator[tuple[int | None, date, str, int]]:
    """Advisor, day, its precision, and how many open steps of these kinds end then; of running
    cases, up to a day."""
    found = session.execute(
        select(Case.advisor_id, Step.due, Step.precision, func.count())
        .join(Step, Step.case_id == Case.id)
        .where(
            Case.closed_on.is_(None),
            Case.held_until.is_(None),
            Step.state == "open",
            Step.applies == "yes",
            Step.kind.in_(sorted(kinds)),
            Step.due <= until,
        )
        .group_by(Case.advisor_id, Step.due, Step.precision)
    )
    for advisor, due, precision, count in found:
        if due is not None:
            yield advisor, due, precision, count


def deadlines_of(
    session: Session, kinds: Collection[str], cases: Collection[int], until: date
) -> dict[int, int]:
    """Case → how many of its open steps of these kinds end up to a day."""
    found = session.execute(
        select(Step.case_id, func.count())
        .where(
            Step.case_id.in_(cases),
            Step.state == "open",
            Step.applies == "yes",
            Step.kind.in_(sorted(kinds)),
            Step.due <= until,
        )
        .group_by(Step.case_id)
    )
    return {row[0]: row[1] for row in found}
