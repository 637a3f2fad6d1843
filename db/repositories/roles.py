"""The people behind the roles of a case and of single steps."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.tables.consent import RoleHolder


def of_case(session: Session, case_id: int) -> Sequence[RoleHolder]:
    """Those of the case and those of its steps, as they were entered."""
    return session.scalars(
        select(RoleHolder).where(RoleHolder.case_id == case_id).order_by(RoleHolder.id)
    ).all()


def holder(session: Session, case_id: int, role: str, step_id: int | None) -> RoleHolder | None:
    """Who fills a role of the case (`step_id` None), or of one step alone."""
    return session.scalar(
        select(RoleHolder).where(
            RoleHolder.case_id == case_id,
            RoleHolder.role == role,
            RoleHolder.step_id == step_id,
        )
    )
