"""How folders are composed, what the office puts into them, and files kept as they are."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Key, Text, one_of


class Composition(Base):
    """Either one the office keeps under a `name`, or the one a case has at the moment. `plan`: a
    composition as JSON (`app.folder.compositions`)."""

    __tablename__ = "compositions"
    __table_args__ = (
        UniqueConstraint("name"),
        UniqueConstraint("case_id"),
        CheckConstraint("(name IS NULL) <> (case_id IS NULL)", name="of_one"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    name: Mapped[str | None]
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"))
    plan: Mapped[str]


class StoredFile(Base):
    """Bytes kept under their SHA-256, written once and never changed; the journal does not hold
    them. What nothing points at any more is forgotten (`db.repositories.stored`)."""

    __tablename__ = "stored_files"
    __table_args__ = (UniqueConstraint("sha256"), {"sqlite_autoincrement": True})

    id: Mapped[Key]
    sha256: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary)


class Brochure(Base):
    """Somebody else's PDF, cleaned. `alt` says for a screen reader what it shows, `treatment` how
    it gets into a folder: its tags grafted, each page as a picture of lines, or drawn."""

    __tablename__ = "brochures"
    __table_args__ = (
        CheckConstraint(one_of("treatment", "tagged", "figure", "drawn"), name="treatment"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    title: Mapped[str]
    language: Mapped[Text]
    alt: Mapped[Text]
    publisher: Mapped[Text]
    file_id: Mapped[int] = mapped_column(ForeignKey("stored_files.id"))
    pages: Mapped[int]
    treatment: Mapped[str]
    removed: Mapped[Text]
    added_on: Mapped[date]
    archived_on: Mapped[date | None]


class Voucher(Base):
    """Something a family gets by showing its sheet. `provider_id`: who takes it, `audience` whom
    it is for (a code of `app.records.vouchers`), both days included."""

    __tablename__ = "vouchers"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[Key]
    title: Mapped[str]
    text: Mapped[Text]
    provider_id: Mapped[int | None] = mapped_column(ForeignKey("services_at_places.id"))
    issuer: Mapped[Text]
    audience: Mapped[str] = mapped_column(default="everybody", server_default="everybody")
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    archived_on: Mapped[date | None]
