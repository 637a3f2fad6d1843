"""The office's own records, and the journal as the office reads it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.tables.journal import Batch
from db.tables.office import Advisor, SavedFilter, ServicePoint, Setting


def service_point(session: Session) -> ServicePoint | None:
    """The one that speaks for the office as a whole: the first that is in use."""
    return session.scalar(
        select(ServicePoint)
        .order_by(ServicePoint.archived_on.is_not(None), ServicePoint.id)
        .limit(1)
    )


def advisors(session: Session) -> Sequence[Advisor]:
    return session.scalars(select(Advisor).order_by(Advisor.family, Advisor.given)).all()


def advisor(session: Session, advisor_id: int) -> Advisor | None:
    return session.get(Advisor, advisor_id)


def setting(session: Session, key: str) -> Setting | None:
    return session.scalar(select(Setting).where(Setting.key == key))


def saved_filter(session: Session, filter_id: int) -> SavedFilter | None:
    return session.get(SavedFilter, filter_id)


def batch(session: Session, batch_id: int) -> Batch | None:
    return session.get(Batch, batch_id)


def undone_by(session: Session, batch_id: int) -> Batch | None:
    """The batch that took this one back and was not itself taken back."""
    found = session.scalars(
        select(Batch).where(Batch.undoes == batch_id).order_by(Batch.id.desc())
    ).first()
    if found is not None and undone_by(session, found.id) is not None:
        return None
    return found


def batches_of_case(session: Session, case_id: int, limit: int) -> Sequence[Batch]:
    """Newest first."""
    return session.scalars(
        select(Batch).where(Batch.case_id == case_id).order_by(Batch.id.desc()).limit(limit)
    ).all()


def last_batch(session: Session, case_id: int, but: Collection[str]) -> Batch | None:
    """The newest batch of a case whose act is none of these."""
    return session.scalars(
        select(Batch)
        .where(Batch.case_id == case_id, Batch.act.not_in(but))
        .order_by(Batch.id.desc())
        .limit(1)
    ).first()


def saved_filter_named(session: Session, name: str) -> SavedFilter | None:
    return session.scalar(select(SavedFilter).where(SavedFilter.name == name))
