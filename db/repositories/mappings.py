"""Mappings of columns that the office kept."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.tables.provider import ColumnMapping


def every(session: Session) -> Sequence[ColumnMapping]:
    """Every kept mapping, by name."""
    return session.scalars(select(ColumnMapping).order_by(ColumnMapping.name)).all()


def by_id(session: Session, mapping_id: int) -> ColumnMapping | None:
    return session.get(ColumnMapping, mapping_id)


def by_name(session: Session, name: str) -> ColumnMapping | None:
    return session.scalar(select(ColumnMapping).where(ColumnMapping.name == name))
