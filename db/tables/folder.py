"""Folders that were saved or printed for a case, kept as they were handed out."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Key, Text, one_of


class PrintedFolder(Base):
    """`sha256` of the file that was handed out; `sheets` of paper, printed on both sides.
    `bilingual`: German stands beside the language.

    `kind`: the whole folder, a booklet of it, or the sheets to exchange since the print
    `since_id`; then so many of its sheets `changed`. `composition`: as JSON. `for_whom`: the
    family as it was called. `file_id`: the PDF itself, `record_id` what was printed (contents and
    the marks of each sheet, packed JSON); None for what was handed out before they were kept, and
    once they were erased.
    """

    __tablename__ = "printed_folders"
    __table_args__ = (
        CheckConstraint(one_of("way", "saved", "printed"), name="way"),
        CheckConstraint(one_of("kind", "whole", "exchange", "booklet"), name="kind"),
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
    kind: Mapped[str] = mapped_column(default="whole", server_default="whole")
    changed: Mapped[int] = mapped_column(default=0, server_default="0")
    since_id: Mapped[int | None] = mapped_column(ForeignKey("printed_folders.id"))
    composition: Mapped[Text]
    for_whom: Mapped[Text]
    file_id: Mapped[int | None] = mapped_column(ForeignKey("stored_files.id"))
    record_id: Mapped[int | None] = mapped_column(ForeignKey("stored_files.id"))
