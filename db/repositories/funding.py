"""Questions about programmes of funding and applications."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from db.tables.case import AnchorDate, Case
from db.tables.funding import FundingApplication, FundingProgramme
from db.tables.practice import Practice, PracticeInterest


def programmes(session: Session) -> Sequence[FundingProgramme]:
    """What the office wrote or changed, in the order it was first written."""
    return session.scalars(select(FundingProgramme).order_by(FundingProgramme.id)).all()


def programme(session: Session, code: str) -> FundingProgramme | None:
    question = select(FundingProgramme).where(FundingProgramme.code == code)
    return session.scalars(question).one_or_none()


def application(session: Session, application_id: int) -> FundingApplication | None:
    return session.get(FundingApplication, application_id)


def applications(session: Session, case_id: int) -> Sequence[FundingApplication]:
    question = select(FundingApplication).where(FundingApplication.case_id == case_id)
    return session.scalars(question.order_by(FundingApplication.id)).all()


def of_person(session: Session, person_id: int) -> Sequence[FundingApplication]:
    question = select(FundingApplication).where(FundingApplication.person_id == person_id)
    return session.scalars(question.order_by(FundingApplication.id)).all()


def running(
    session: Session, cases: Collection[int] | None
) -> Sequence[tuple[FundingApplication, AnchorDate | None]]:
    """The applications of these running cases, of all where None, with the date of the case that
    the last day to apply is counted from."""
    question = (
        select(FundingApplication, AnchorDate)
        .join(Case, Case.id == FundingApplication.case_id)
        .outerjoin(
            AnchorDate,
            and_(
                AnchorDate.case_id == FundingApplication.case_id,
                AnchorDate.kind == FundingApplication.anchor,
            ),
        )
        .where(Case.closed_on.is_(None))
        .order_by(FundingApplication.id)
    )
    if cases is not None:
        question = question.where(FundingApplication.case_id.in_(cases))
    return [(row, anchor) for row, anchor in session.execute(question)]


def practices(session: Session, case_id: int) -> Sequence[Practice]:
    """The practices that somebody of a case takes over or took over, the last noted first."""
    question = (
        select(Practice)
        .join(PracticeInterest, PracticeInterest.practice_id == Practice.id)
        .where(
            PracticeInterest.case_id == case_id,
            PracticeInterest.state.in_(("agreed", "taken_over")),
        )
        .order_by(PracticeInterest.id.desc())
    )
    return session.scalars(question).all()
