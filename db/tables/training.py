"""Further training: offers with their dates, and who goes."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Key, Text, one_of
from db.tables.career import LEVELS

COURSE_KINDS = (
    "language",
    "profession_language",
    "adaptation",
    "specialisation",
    "management",
    "degree",
    "apprenticeship",
    "school",
    "other",
)
BOOKING_STATES = ("proposed", "wanted", "registered", "attending", "finished", "declined", "left")


class Course(Base):
    """An offer of a provider. `professions`: codes of the facts, blank between, blank for all;
    `german`: the level of German it asks for, `reaches` the one it leads to. It runs from `first`
    to `last`, is open for registering until `register_by`, and holds as information until
    `valid_to`. `cents` of a euro."""

    __tablename__ = "courses"
    __table_args__ = (
        CheckConstraint(one_of("kind", *COURSE_KINDS), name="kind"),
        CheckConstraint(one_of("german", "", *LEVELS), name="german"),
        CheckConstraint(one_of("reaches", "", *LEVELS), name="reaches"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    provider_id: Mapped[int] = mapped_column(ForeignKey("services_at_places.id"), index=True)
    kind: Mapped[str]
    title: Mapped[str]
    professions: Mapped[Text]
    german: Mapped[Text]
    reaches: Mapped[Text]
    first: Mapped[date | None]
    last: Mapped[date | None]
    register_by: Mapped[date | None]
    hours_osm: Mapped[Text]
    places: Mapped[int | None]
    cents: Mapped[int | None]
    funding: Mapped[Text]
    website: Mapped[Text]
    public_note: Mapped[Text]
    source: Mapped[Text]
    as_of: Mapped[date | None]
    valid_to: Mapped[date | None]
    archived_on: Mapped[date | None]


class CourseBooking(Base):
    """Somebody of a case and a course: proposed, wanted, registered, there."""

    __tablename__ = "course_bookings"
    __table_args__ = (
        UniqueConstraint("course_id", "person_id"),
        CheckConstraint(one_of("state", *BOOKING_STATES), name="state"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("courses.id"), index=True)
    state: Mapped[str]
    noted_on: Mapped[date]
    because: Mapped[Text]
