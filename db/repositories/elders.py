"""Questions about what elders want."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.tables.elders import ElderNeed


def need_of(session: Session, person_id: int) -> ElderNeed | None:
    return session.scalars(select(ElderNeed).where(ElderNeed.person_id == person_id)).one_or_none()


def needs_of_case(session: Session, case_id: int) -> Sequence[ElderNeed]:
    of_case = select(ElderNeed).where(ElderNeed.case_id == case_id)
    return session.scalars(of_case.order_by(ElderNeed.id)).all()


def resting_on(session: Session, consent_ids: Sequence[int]) -> Sequence[ElderNeed]:
    """What rests on these consents."""
    return session.scalars(select(ElderNeed).where(ElderNeed.consent_id.in_(consent_ids))).all()
