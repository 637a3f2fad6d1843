"""The journal: a batch per command, a revision per changed row."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Id, Key, Text


class Batch(Base):
    """Who did what, when, to which case: the audit, without a person's words. `undoes` names
    the batch this one takes back."""

    __tablename__ = "batches"

    id: Mapped[Key]
    at: Mapped[datetime]
    who: Mapped[Text]
    act: Mapped[str]
    case_id: Mapped[int | None] = mapped_column(Id, index=True)
    undoes: Mapped[int | None] = mapped_column(ForeignKey("batches.id"), index=True)


class Revision(Base):
    """One row as it was and became: JSON of the changed columns, null where the row was not
    (`before`) or is no more (`after`)."""

    __tablename__ = "revisions"

    id: Mapped[Key]
    batch_id: Mapped[int] = mapped_column(ForeignKey("batches.id"), index=True)
    table: Mapped[str]
    row: Mapped[int] = mapped_column(Id)
    before: Mapped[str | None]
    after: Mapped[str | None]
