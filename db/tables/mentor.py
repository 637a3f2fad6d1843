"""Mentors at the employers, whom they accompany, and what families are invited to."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Key, Text, one_of
from db.tables.contact import CHANNELS

MENTORSHIP_STATES = ("proposed", "asked", "agreed", "declined", "ended")
OCCASION_KINDS = (
    "ward_party",
    "department_party",
    "newcomers",
    "regional_action",
    "open_day",
    "tour",
    "other",
)
INVITATION_STATES = ("planned", "invited", "accepted", "declined", "attended", "missed")


class Mentor(Base):
    """Somebody of an employer who accompanies newcomers. `capacity`: how many families at once.
    `profession`: a code of the facts; `ward`: where they work; `languages`: BCP 47 tags, blank
    between; `interests`: in words, a comma between; `shifts`: kinds of shifts they work, blank
    between. `note` stays in the office."""

    __tablename__ = "mentors"
    __table_args__ = (
        CheckConstraint("capacity BETWEEN 0 AND 50", name="capacity"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    employer_id: Mapped[int] = mapped_column(ForeignKey("services_at_places.id"), index=True)
    given: Mapped[Text]
    family: Mapped[str]
    phone: Mapped[Text]
    email: Mapped[Text]
    profession: Mapped[Text]
    ward: Mapped[Text]
    languages: Mapped[Text]
    interests: Mapped[Text]
    shifts: Mapped[Text]
    capacity: Mapped[int] = mapped_column(default=1, server_default="1")
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    note: Mapped[Text]


class Mentorship(Base):
    """A mentor for a case. `channel`: how both keep in touch (never what they write), allowed by
    the consent `consent_id`; `group_name`: what a group of a messenger is called."""

    __tablename__ = "mentorships"
    __table_args__ = (
        UniqueConstraint("case_id", "mentor_id"),
        CheckConstraint(one_of("state", *MENTORSHIP_STATES), name="state"),
        CheckConstraint(one_of("channel", "", *CHANNELS), name="channel"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    mentor_id: Mapped[int] = mapped_column(ForeignKey("mentors.id"), index=True)
    state: Mapped[str]
    noted_on: Mapped[date]
    first: Mapped[date | None]
    last: Mapped[date | None]
    because: Mapped[Text]
    channel: Mapped[Text]
    group_name: Mapped[Text]
    consent_id: Mapped[int | None] = mapped_column(ForeignKey("consents.id"))


class Occasion(Base):
    """Something families are invited to: a party of a ward, an action of the region. Minutes of
    the day, wall time; `provider_id`: who invites, where the directory has it, else `host`."""

    __tablename__ = "occasions"
    __table_args__ = (
        CheckConstraint(one_of("kind", *OCCASION_KINDS), name="kind"),
        CheckConstraint("0 <= start AND start < 1440", name="start"),
        CheckConstraint("start < finish AND finish <= 2880", name="finish"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    kind: Mapped[str]
    title: Mapped[str]
    provider_id: Mapped[int | None] = mapped_column(ForeignKey("services_at_places.id"))
    host: Mapped[Text]
    on: Mapped[date] = mapped_column(index=True)
    start: Mapped[int | None]
    finish: Mapped[int | None]
    place: Mapped[Text]
    website: Mapped[Text]
    public_note: Mapped[Text]
    answer_by: Mapped[date | None]
    places: Mapped[int | None]
    archived_on: Mapped[date | None]


class Invitation(Base):
    """A case that is invited, and what became of it."""

    __tablename__ = "invitations"
    __table_args__ = (
        UniqueConstraint("occasion_id", "case_id"),
        CheckConstraint(one_of("state", *INVITATION_STATES), name="state"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    occasion_id: Mapped[int] = mapped_column(ForeignKey("occasions.id"), index=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    state: Mapped[str]
    noted_on: Mapped[date]
