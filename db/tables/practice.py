"""The way to a practice of one's own: practices handed over, planning areas, committees."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Key, Text, one_of

PRACTICE_STATES = (
    "considered",
    "contacted",
    "visited",
    "negotiating",
    "agreed",
    "taken_over",
    "declined",
    "refused",
)
AREA_STATES = ("open", "partly", "closed")


class Practice(Base):
    """A practice to be handed over. `specialty` in words, `profession` a code of the facts; `seats`
    in quarters of a full seat; it is handed over between `from_day` and `to_day`, and holds as
    information until `valid_to`."""

    __tablename__ = "practices"
    __table_args__ = (
        CheckConstraint("quarter_seats BETWEEN 1 AND 40", name="quarter_seats"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    provider_id: Mapped[int | None] = mapped_column(ForeignKey("services_at_places.id"), index=True)
    title: Mapped[str]
    profession: Mapped[Text]
    specialty: Mapped[Text]
    town: Mapped[Text]
    municipality: Mapped[Text]
    quarter_seats: Mapped[int | None]
    from_day: Mapped[date | None]
    to_day: Mapped[date | None]
    accessible: Mapped[bool | None]
    contact: Mapped[Text]
    phone: Mapped[Text]
    email: Mapped[Text]
    website: Mapped[Text]
    public_note: Mapped[Text]
    note: Mapped[Text]
    source: Mapped[Text]
    as_of: Mapped[date | None]
    valid_to: Mapped[date | None]
    archived_on: Mapped[date | None]
    archived_because: Mapped[Text]


class PlanningArea(Base):
    """An area of the plan of needs (§ 99 SGB V) for a group of doctors. `municipalities`: official
    keys (AGS), blank between; `coverage_tenths`: how well supplied, in tenths of a percent;
    `free_halves`: seats still to be had, in halves."""

    __tablename__ = "planning_areas"
    __table_args__ = (
        UniqueConstraint("name", "doctors"),
        CheckConstraint(one_of("state", *AREA_STATES), name="state"),
        CheckConstraint("coverage_tenths >= 0", name="coverage_tenths"),
        CheckConstraint("free_halves >= 0", name="free_halves"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    name: Mapped[str]
    doctors: Mapped[str]
    municipalities: Mapped[Text]
    state: Mapped[str]
    coverage_tenths: Mapped[int | None]
    free_halves: Mapped[int | None]
    funded: Mapped[bool | None]
    public_note: Mapped[Text]
    source: Mapped[Text]
    as_of: Mapped[date]


class CommitteeDate(Base):
    """A meeting of a committee that decides; what is to be decided has to be there by
    `papers_by`."""

    __tablename__ = "committee_dates"
    __table_args__ = (UniqueConstraint("body", "on"), {"sqlite_autoincrement": True})

    id: Mapped[Key]
    body: Mapped[str]
    on: Mapped[date]
    papers_by: Mapped[date | None]
    public_note: Mapped[Text]
    source: Mapped[Text]


class PracticeInterest(Base):
    """Where somebody of a case stands with a practice that is handed over."""

    __tablename__ = "practice_interests"
    __table_args__ = (
        UniqueConstraint("person_id", "practice_id"),
        CheckConstraint(one_of("state", *PRACTICE_STATES), name="state"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    practice_id: Mapped[int] = mapped_column(ForeignKey("practices.id"), index=True)
    state: Mapped[str]
    next_on: Mapped[date | None]
    reason: Mapped[Text]
    because: Mapped[Text]
    noted_on: Mapped[date]
