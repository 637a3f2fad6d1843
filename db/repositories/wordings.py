"""The office's own wordings of printed texts."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.tables.wording import Wording


def of_language(session: Session, language: str) -> Sequence[Wording]:
    """Every own wording in a language, by key."""
    asked = select(Wording).where(Wording.language == language).order_by(Wording.key)
    return session.scalars(asked).all()


def of_key(session: Session, language: str, key: str) -> Wording | None:
    asked = select(Wording).where(Wording.language == language, Wording.key == key)
    return session.scalar(asked)
