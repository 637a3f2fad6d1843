"""Consents, and the people behind the roles of a case."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Key, Text, one_of


class Consent(Base):
    """What a person allowed: for which purpose, to whom, in which words, when and how (Art. 7
    Abs. 1 DSGVO asks for the proof). `withdrawn_on`: no more from that day on (Art. 7 Abs. 3)."""

    __tablename__ = "consents"
    __table_args__ = (
        CheckConstraint(
            one_of("purpose", "health_data", "share", "contact_channel", "photo", "statistics"),
            name="purpose",
        ),
        CheckConstraint(one_of("way", "signed", "text", "spoken"), name="way"),
        CheckConstraint("withdrawn_on IS NULL OR withdrawn_on >= given_on", name="withdrawn_on"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    purpose: Mapped[str]
    recipient: Mapped[str]
    recipient_name: Mapped[Text]
    wording: Mapped[Text]
    given_on: Mapped[date]
    way: Mapped[str]
    withdrawn_on: Mapped[date | None]


class RoleHolder(Base):
    """The person behind a role of a case; with a `step_id` for that step alone."""

    __tablename__ = "role_holders"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    step_id: Mapped[int | None] = mapped_column(ForeignKey("steps.id"), index=True)
    role: Mapped[str]
    name: Mapped[str]
    organisation: Mapped[Text]
    phone: Mapped[Text]
    email: Mapped[Text]
    languages: Mapped[Text]
