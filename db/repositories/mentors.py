"""Questions about mentors and mentorships; functions, session first."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.tables.mentor import Mentor, Mentorship


def by_id(session: Session, mentor_id: int) -> Mentor | None:
    return session.get(Mentor, mentor_id)


def every(session: Session) -> Sequence[Mentor]:
    """All of them by name, those who left among them."""
    return session.scalars(select(Mentor).order_by(Mentor.family, Mentor.given, Mentor.id)).all()


def mentorship(session: Session, mentorship_id: int) -> Mentorship | None:
    return session.get(Mentorship, mentorship_id)


def between(session: Session, case_id: int, mentor_id: int) -> Mentorship | None:
    """The one of this case and this mentor."""
    return session.scalar(
        select(Mentorship).where(Mentorship.case_id == case_id, Mentorship.mentor_id == mentor_id)
    )


def of_cases(session: Session, cases: Collection[int] | None = None) -> Sequence[Mentorship]:
    """Those of these cases, of all where None, as they were entered."""
    asked = select(Mentorship).order_by(Mentorship.id)
    if cases is not None:
        asked = asked.where(Mentorship.case_id.in_(cases))
    return session.scalars(asked).all()


def of_mentor(session: Session, mentor_id: int) -> Sequence[Mentorship]:
    """Those of a mentor, as they were entered."""
    asked = select(Mentorship).where(Mentorship.mentor_id == mentor_id)
    return session.scalars(asked.order_by(Mentorship.id)).all()


def agreed(session: Session, case_id: int) -> Mentorship | None:
    """The mentorship of a case that was agreed and has not ended."""
    asked = select(Mentorship).where(Mentorship.case_id == case_id, Mentorship.state == "agreed")
    return session.scalars(asked.order_by(Mentorship.id)).first()


def loads(session: Session, without_case: int | None = None) -> dict[int, int]:
    """By mentor how many agreed mentorships have not ended, those of one case left out."""
    asked = select(Mentorship.mentor_id, func.count()).where(Mentorship.state == "agreed")
    if without_case is not None:
        asked = asked.where(Mentorship.case_id != without_case)
    found = session.execute(asked.group_by(Mentorship.mentor_id))
    return {row[0]: row[1] for row in found}


def release(session: Session, consent_ids: Collection[int]) -> None:
    """These consents hold no more: the ways of keeping in touch that rest on them are blank."""
    asked = select(Mentorship).where(Mentorship.consent_id.in_(consent_ids))
    for row in session.scalars(asked).all():
        row.channel, row.group_name, row.consent_id = "", "", None
    session.flush()
