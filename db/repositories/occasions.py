"""Questions about occasions and invitations; functions, session first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.tables.mentor import Invitation, Occasion


def by_id(session: Session, occasion_id: int) -> Occasion | None:
    return session.get(Occasion, occasion_id)


def every(session: Session) -> Sequence[Occasion]:
    """All of them by day, the archived ones among them."""
    return session.scalars(
        select(Occasion).order_by(Occasion.on, Occasion.start, Occasion.id)
    ).all()


def invitation(session: Session, invitation_id: int) -> Invitation | None:
    return session.get(Invitation, invitation_id)


def between(session: Session, occasion_id: int, case_id: int) -> Invitation | None:
    """The one of this case to this occasion."""
    return session.scalar(
        select(Invitation).where(
            Invitation.occasion_id == occasion_id, Invitation.case_id == case_id
        )
    )


def invitations(session: Session, occasion_id: int) -> Sequence[Invitation]:
    """Those to an occasion, as they were entered."""
    asked = select(Invitation).where(Invitation.occasion_id == occasion_id)
    return session.scalars(asked.order_by(Invitation.id)).all()


def of_cases(
    session: Session, cases: Collection[int] | None = None
) -> Sequence[tuple[Invitation, Occasion]]:
    """The invitations of these cases, of all where None, with their occasions by day; those to
    archived occasions are left out."""
    asked = (
        select(Invitation, Occasion)
        .join(Occasion, Occasion.id == Invitation.occasion_id)
        .where(Occasion.archived_on.is_(None))
        .order_by(Occasion.on, Occasion.start, Occasion.id)
    )
    if cases is not None:
        asked = asked.where(Invitation.case_id.in_(cases))
    return [(row[0], row[1]) for row in session.execute(asked)]


def ahead(session: Session, case_id: int, today: date) -> Sequence[tuple[Invitation, Occasion]]:
    """What a family is invited to, or comes to, on this day or later."""
    asked = (
        select(Invitation, Occasion)
        .join(Occasion, Occasion.id == Invitation.occasion_id)
        .where(
            Invitation.case_id == case_id,
            Invitation.state.in_(("invited", "accepted")),
            Occasion.archived_on.is_(None),
            Occasion.on >= today,
        )
        .order_by(Occasion.on, Occasion.start, Occasion.id)
    )
    return [(row[0], row[1]) for row in session.execute(asked)]
