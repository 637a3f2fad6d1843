"""The log of contacts of a case, and what was promised in them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Key, Text, one_of

CHANNELS = ("phone", "email", "visit", "video", "letter", "messenger")


class Contact(Base):
    """One entry of the contact log. `provider_id`: the body it was with, where the directory has
    it; `minutes`: how long it took. `follow_up` is to be done on `follow_up_on`, and was done on
    `followed_up_on`."""

    __tablename__ = "contacts"
    __table_args__ = (
        CheckConstraint(one_of("channel", *CHANNELS), name="channel"),
        CheckConstraint(one_of("counterpart", "family", "body"), name="counterpart"),
        CheckConstraint("minutes BETWEEN 1 AND 1440", name="minutes"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    advisor_id: Mapped[int | None] = mapped_column(ForeignKey("advisors.id"))
    on: Mapped[date] = mapped_column(index=True)
    channel: Mapped[str]
    counterpart: Mapped[str]
    whom: Mapped[Text]
    text: Mapped[Text]
    provider_id: Mapped[int | None] = mapped_column(ForeignKey("services_at_places.id"))
    minutes: Mapped[int | None]
    follow_up_on: Mapped[date | None]
    follow_up: Mapped[Text]
    followed_up_on: Mapped[date | None]


class ContactTopic(Base):
    """What a contact was about; one contact may have several topics."""

    __tablename__ = "contact_topics"
    __table_args__ = (UniqueConstraint("contact_id", "topic"), {"sqlite_autoincrement": True})

    id: Mapped[Key]
    contact_id: Mapped[int] = mapped_column(ForeignKey("contacts.id"), index=True)
    topic: Mapped[str]


class Promise(Base):
    """Who promised what, until when, and what became of it. `role`: on whose side (a code of
    `Role`), `by`: who by name."""

    __tablename__ = "promises"
    __table_args__ = (
        CheckConstraint(one_of("state", "open", "kept", "dropped"), name="state"),
        CheckConstraint("(state = 'open') = (settled_on IS NULL)", name="settled_on"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contacts.id"))
    role: Mapped[str]
    by: Mapped[Text]
    text: Mapped[str]
    due: Mapped[date | None]
    state: Mapped[str] = mapped_column(default="open", server_default="open")
    settled_on: Mapped[date | None]
    because: Mapped[Text]
    noted_on: Mapped[date]
