"""Folders that were saved or printed for a case."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Key, Text, one_of


class PrintedFolder(Base):
    """`sha256` of the file that was handed out; `sheets` of paper, printed on both sides.
    `bilingual`: German stands beside the language."""

    __tablename__ = "printed_folders"
    __table_args__ = (
        CheckConstraint(one_of("way", "saved", "printed"), name="way"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    at: Mapped[datetime]
    who: Mapped[Text]
    language: Mapped[str]
    bilingual: Mapped[bool] = mapped_column(default=False, server_default="0")
    way: Mapped[str]
    pages: Mapped[int]
    sheets: Mapped[int]
    sha256: Mapped[str]
