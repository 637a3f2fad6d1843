"""Who looks for work: profiles, openings, introductions, and cases that belong together."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Key, Text, one_of

LEVELS = ("a1", "a2", "b1", "b2", "c1", "c2", "native")
"""The Common European Framework of Reference for Languages, and the mother tongue."""
INTRODUCTION_STATES = (
    "planned",
    "introduced",
    "interview",
    "trial",
    "offered",
    "hired",
    "declined_by_employer",
    "declined_by_person",
)


class CaseTie(Base):
    """A member of a household who has a case of their own: the same human is `person_id` in the
    household's case and `own_person_id` in `own_case_id`."""

    __tablename__ = "case_ties"
    __table_args__ = (
        UniqueConstraint("person_id"),
        UniqueConstraint("own_case_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    own_case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    own_person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    since: Mapped[date]


class JobProfile(Base):
    """What somebody can do and wants. `occupation` in words; `kldb`: the code of the German
    classification of occupations, where the office has loaded it; `qualification`: a code;
    hours a week; `radius_km` from home, None any."""

    __tablename__ = "job_profiles"
    __table_args__ = (
        UniqueConstraint("person_id"),
        CheckConstraint("min_hours BETWEEN 1 AND 60", name="min_hours"),
        CheckConstraint("max_hours BETWEEN 1 AND 60", name="max_hours"),
        CheckConstraint("min_hours <= max_hours", name="hours"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    occupation: Mapped[Text]
    kldb: Mapped[Text]
    qualification: Mapped[Text]
    qualified_as: Mapped[Text]
    min_hours: Mapped[int | None]
    max_hours: Mapped[int | None]
    available_from: Mapped[date | None]
    radius_km: Mapped[float | None]
    shifts: Mapped[Text]
    wishes: Mapped[Text]
    note: Mapped[Text]


class LanguageLevel(Base):
    """How well somebody speaks a language (BCP 47 tag)."""

    __tablename__ = "language_levels"
    __table_args__ = (
        UniqueConstraint("person_id", "language"),
        CheckConstraint(one_of("level", *LEVELS), name="level"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    language: Mapped[str]
    level: Mapped[str]


class Opening(Base):
    """A job an employer has open, from the first to the last day. `german`: the level of German it
    asks for, blank none; hours a week; `contact`: who is asked there. `filled_on`: no more."""

    __tablename__ = "openings"
    __table_args__ = (
        CheckConstraint(one_of("german", "", *LEVELS), name="german"),
        CheckConstraint("min_hours BETWEEN 1 AND 60", name="min_hours"),
        CheckConstraint("max_hours BETWEEN 1 AND 60", name="max_hours"),
        CheckConstraint("min_hours <= max_hours", name="hours"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    provider_id: Mapped[int] = mapped_column(ForeignKey("services_at_places.id"), index=True)
    title: Mapped[str]
    kldb: Mapped[Text]
    profession: Mapped[Text]
    qualification: Mapped[Text]
    german: Mapped[Text]
    min_hours: Mapped[int | None]
    max_hours: Mapped[int | None]
    shifts: Mapped[Text]
    contact: Mapped[Text]
    website: Mapped[Text]
    public_note: Mapped[Text]
    note: Mapped[Text]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    filled_on: Mapped[date | None]


class Introduction(Base):
    """Somebody of a case introduced to an employer, for an opening or without one; `consent_id`:
    what allowed to pass the data on."""

    __tablename__ = "introductions"
    __table_args__ = (
        CheckConstraint(one_of("state", *INTRODUCTION_STATES), name="state"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    provider_id: Mapped[int] = mapped_column(ForeignKey("services_at_places.id"))
    opening_id: Mapped[int | None] = mapped_column(ForeignKey("openings.id"))
    consent_id: Mapped[int | None] = mapped_column(ForeignKey("consents.id"))
    state: Mapped[str]
    on: Mapped[date]
    next_on: Mapped[date | None]
    because: Mapped[Text]


class OccupationTitle(Base):
    """A line of the classification of occupations the office loaded (KldB 2010): `code` with one
    to five digits; `search` is the title folded."""

    __tablename__ = "occupation_titles"
    __table_args__ = (
        UniqueConstraint("code"),
        Index("ix_occupation_titles_search", "search"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    code: Mapped[str]
    title: Mapped[str]
    search: Mapped[Text]
