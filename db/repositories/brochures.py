"""Brochures the office keeps."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.tables.composition import Brochure


def everything(session: Session) -> list[Brochure]:
    """All, those in use first, by title."""
    order = (Brochure.archived_on.is_not(None), Brochure.title, Brochure.id)
    return list(session.scalars(select(Brochure).order_by(*order)))


def in_use(session: Session, ids: Iterable[int]) -> list[Brochure]:
    """Those of these ids that are not archived."""
    wanted = Brochure.id.in_(list(ids)), Brochure.archived_on.is_(None)
    return list(session.scalars(select(Brochure).where(*wanted).order_by(Brochure.id)))
