"""Schools as parents choose them, and where a child stands with one."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Key, Text, one_of

SCHOOL_TYPES = (
    "primary",
    "secondary_general",
    "secondary_modern",
    "oberschule",
    "gymnasium",
    "comprehensive",
    "cooperative_comprehensive",
    "special_needs",
    "vocational",
    "independent",
    "other",
)
ALL_DAY = ("", "none", "open", "partly_bound", "bound")
SCHOOL_STATES = (
    "considered",
    "contacted",
    "visited",
    "registered",
    "accepted",
    "attending",
    "refused",
    "declined",
)


class SchoolProfile(Base):
    """What a school is, beside what the directory says of any provider. Classes from `first_class`
    to `last_class`; `catchment`: official keys (AGS) of the municipalities whose children it takes,
    blank between, blank any; `all_day_osm`: when it is open all day, as opening_hours;
    `all_day_places` free ones were counted on `as_of`; `languages` taught, tags; `german_class`: a
    class for those who learn German (Sprachlernklasse)."""

    __tablename__ = "school_profiles"
    __table_args__ = (
        UniqueConstraint("provider_id"),
        CheckConstraint(one_of("type", *SCHOOL_TYPES), name="type"),
        CheckConstraint(one_of("all_day", *ALL_DAY), name="all_day"),
        CheckConstraint("first_class BETWEEN 1 AND 13", name="first_class"),
        CheckConstraint("last_class BETWEEN 1 AND 13", name="last_class"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    provider_id: Mapped[int] = mapped_column(ForeignKey("services_at_places.id"))
    type: Mapped[str]
    first_class: Mapped[int | None]
    last_class: Mapped[int | None]
    catchment: Mapped[Text]
    all_day: Mapped[Text]
    all_day_osm: Mapped[Text]
    all_day_places: Mapped[int | None]
    holiday_care: Mapped[bool | None]
    languages: Mapped[Text]
    german_class: Mapped[bool | None]
    public_note: Mapped[Text]
    source: Mapped[Text]
    as_of: Mapped[date | None]


class SchoolChoice(Base):
    """Where a child stands with a school; a refusal stays, with why."""

    __tablename__ = "school_choices"
    __table_args__ = (
        UniqueConstraint("person_id", "provider_id"),
        CheckConstraint(one_of("state", *SCHOOL_STATES), name="state"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    provider_id: Mapped[int] = mapped_column(ForeignKey("services_at_places.id"))
    state: Mapped[str]
    starts_on: Mapped[date | None]
    next_on: Mapped[date | None]
    reason: Mapped[Text]
    because: Mapped[Text]
    noted_on: Mapped[date]
