"""What was handed out as a calendar file, so that a second import updates the first."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Key, Text


class CalendarEntry(Base):
    """A step as it last stood in a calendar file (RFC 5545). `step_id` is no reference: the step
    may be gone, and its entry is then sent once more as cancelled. `sequence` rises with every
    change of `digest` (SHA-256, hex, of what the entry said)."""

    __tablename__ = "calendar_entries"

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    step_id: Mapped[int] = mapped_column(unique=True)
    sequence: Mapped[int]
    digest: Mapped[str]
    due: Mapped[date]
    title: Mapped[Text]
    cancelled: Mapped[bool] = mapped_column(default=False)
