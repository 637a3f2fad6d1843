"""Questions about moves, quotes and costs."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.tables.case import Case
from db.tables.funding import FundingApplication
from db.tables.moving import Move, MoveCost, MoveQuote


def move_of(session: Session, case_id: int) -> Move | None:
    return session.scalars(select(Move).where(Move.case_id == case_id)).one_or_none()


def quote(session: Session, quote_id: int) -> MoveQuote | None:
    return session.get(MoveQuote, quote_id)


def quotes(session: Session, case_id: int) -> Sequence[MoveQuote]:
    question = select(MoveQuote).where(MoveQuote.case_id == case_id)
    return session.scalars(question.order_by(MoveQuote.id)).all()


def cost(session: Session, cost_id: int) -> MoveCost | None:
    return session.get(MoveCost, cost_id)


def costs(session: Session, case_id: int) -> Sequence[MoveCost]:
    """By the day they arise, those without one last."""
    question = select(MoveCost).where(MoveCost.case_id == case_id)
    order = (MoveCost.incurred_on.is_(None), MoveCost.incurred_on, MoveCost.id)
    return session.scalars(question.order_by(*order)).all()


def costs_of_quote(session: Session, quote_id: int) -> Sequence[MoveCost]:
    question = select(MoveCost).where(MoveCost.quote_id == quote_id)
    return session.scalars(question.order_by(MoveCost.id)).all()


def running_quotes(session: Session, wanted: Collection[int] | None) -> Sequence[MoveQuote]:
    """The quotes of these running cases, of all where None."""
    question = (
        select(MoveQuote)
        .join(Case, Case.id == MoveQuote.case_id)
        .where(Case.closed_on.is_(None))
        .order_by(MoveQuote.id)
    )
    if wanted is not None:
        question = question.where(MoveQuote.case_id.in_(wanted))
    return session.scalars(question).all()


def running_costs(session: Session, wanted: Collection[int] | None) -> Sequence[MoveCost]:
    """The costs of these running cases, of all where None."""
    question = (
        select(MoveCost)
        .join(Case, Case.id == MoveCost.case_id)
        .where(Case.closed_on.is_(None))
        .order_by(MoveCost.id)
    )
    if wanted is not None:
        question = question.where(MoveCost.case_id.in_(wanted))
    return session.scalars(question).all()


def applications(session: Session, case_id: int, states: Collection[str]) -> Sequence[str]:
    """Titles of the case's applications for programmes in these states."""
    question = (
        select(FundingApplication.title)
        .where(FundingApplication.case_id == case_id, FundingApplication.state.in_(states))
        .order_by(FundingApplication.id)
    )
    return session.scalars(question).all()
