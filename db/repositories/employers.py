"""Profiles of employers, their benefits and rotations, and what became of steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.tables.case import Case
from db.tables.employer import Benefit, EmployerProfile, ShiftPattern, StepConfirmation
from db.tables.step import Step


class InductionRow(NamedTuple):
    """A step of the onboarding of a case that starts at an employer."""

    id: int
    case_id: int
    template: str
    roles: str
    anchor: str
    due: date | None
    precision: str
    state: str
    done_on: date | None
    closed_on: date | None


def profile(session: Session, provider_id: int) -> EmployerProfile | None:
    return session.scalar(select(EmployerProfile).where(EmployerProfile.provider_id == provider_id))


def benefits(session: Session, provider_id: int) -> Sequence[Benefit]:
    """In the order they were entered."""
    of_provider = select(Benefit).where(Benefit.provider_id == provider_id)
    return session.scalars(of_provider.order_by(Benefit.id)).all()


def benefit(session: Session, benefit_id: int) -> Benefit | None:
    return session.get(Benefit, benefit_id)


def patterns(session: Session, employer_id: int) -> Sequence[ShiftPattern]:
    of_employer = select(ShiftPattern).where(ShiftPattern.employer_id == employer_id)
    return session.scalars(of_employer.order_by(ShiftPattern.name, ShiftPattern.id)).all()


def pattern(session: Session, pattern_id: int) -> ShiftPattern | None:
    return session.get(ShiftPattern, pattern_id)


def running_cases(session: Session) -> dict[int, int]:
    """How many running cases each employer has."""
    counted = select(Case.employer_id, func.count()).where(
        Case.closed_on.is_(None), Case.employer_id.is_not(None)
    )
    rows = session.execute(counted.group_by(Case.employer_id))
    return {row[0]: row[1] for row in rows if row[0] is not None}


def benefits_counted(session: Session) -> dict[int, int]:
    """How many benefits are entered of each employer."""
    rows = session.execute(select(Benefit.provider_id, func.count()).group_by(Benefit.provider_id))
    return {row[0]: row[1] for row in rows}


def confirmations(session: Session, case_id: int) -> Sequence[StepConfirmation]:
    """What was said of the steps of a case."""
    of_case = select(StepConfirmation).join(Step, Step.id == StepConfirmation.step_id)
    return session.scalars(
        of_case.where(Step.case_id == case_id).order_by(StepConfirmation.id)
    ).all()


def confirmation(session: Session, step_id: int, role: str) -> StepConfirmation | None:
    return session.scalar(
        select(StepConfirmation).where(
            StepConfirmation.step_id == step_id, StepConfirmation.role == role
        )
    )


def induction(session: Session, employer_id: int) -> list[InductionRow]:
    """Every step of the onboarding of the cases that start at an employer, closed ones too."""
    rows = session.execute(
        select(
            Step.id,
            Step.case_id,
            Step.template,
            Step.roles,
            Step.anchor,
            Step.due,
            Step.precision,
            Step.state,
            Step.done_on,
            Case.closed_on,
        )
        .join(Case, Case.id == Step.case_id)
        .where(
            Case.employer_id == employer_id,
            Step.track == "onboarding",
            Step.template != "",
            Step.applies == "yes",
        )
        .order_by(Step.id)
    )
    return [InductionRow._make(row) for row in rows]


def outcomes(session: Session, employer_id: int) -> dict[int, set[str]]:
    """What was said of the steps of an employer's cases, by step."""
    rows = session.execute(
        select(StepConfirmation.step_id, StepConfirmation.outcome)
        .join(Step, Step.id == StepConfirmation.step_id)
        .join(Case, Case.id == Step.case_id)
        .where(Case.employer_id == employer_id)
    )
    found: dict[int, set[str]] = {}
    for step_id, outcome in rows:
        found.setdefault(step_id, set()).add(outcome)
    return found


def unite_profiles(session: Session, old: int, new: int) -> None:
    """Before what points at the old employer points at the new one: of two profiles one stays with
    the words of both; a benefit or rotation that both have goes once."""
    mine, other = profile(session, new), profile(session, old)
    if mine is not None and other is not None:
        texts = dict.fromkeys(each.ways_in for each in (mine, other) if each.ways_in)
        mine.ways_in = "\n".join(texts)
        session.delete(other)
    known = {(each.kind, each.title) for each in benefits(session, new)}
    for benefit_ in benefits(session, old):
        if (benefit_.kind, benefit_.title) in known:
            session.delete(benefit_)
    rotations = {(each.name, each.weeks) for each in patterns(session, new)}
    for rotation in patterns(session, old):
        if (rotation.name, rotation.weeks) in rotations:
            session.delete(rotation)
    session.flush()
