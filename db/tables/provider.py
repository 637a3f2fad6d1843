"""The directory as in Open Referral HSDS 3: organisation, service, location, and the service at
a location, which is what the office calls a provider."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Key, Text, one_of

CATEGORIES = (
    "kita",
    "childminding",
    "school",
    "all_day_care",
    "housing",
    "estate_manager",
    "mover",
    "employer",
    "authority",
    "counselling",
    "language_course",
    "training",
    "doctor",
    "elder_care",
    "club",
    "leisure",
    "funding_body",
    "network",
    "other",
)


class Organisation(Base):
    """`operator`: the body that runs it (Träger)."""

    __tablename__ = "organisations"

    id: Mapped[Key]
    name: Mapped[str]
    operator: Mapped[Text]
    website: Mapped[Text]
    phone: Mapped[Text]
    email: Mapped[Text]


class Service(Base):
    """What an organisation offers; ages in months of age, `languages` as tags. An authority has
    an `office_type` (app.rules.terms) and an `area`: official keys of the municipalities (AGS),
    joint municipalities or counties it is in charge of, blank between; blank: everywhere."""

    __tablename__ = "services"
    __table_args__ = (
        CheckConstraint(one_of("category", *CATEGORIES), name="category"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    category: Mapped[str]
    name: Mapped[Text]
    description: Mapped[Text]
    min_age: Mapped[int | None]
    max_age: Mapped[int | None]
    places: Mapped[int | None]
    languages: Mapped[Text]
    office_type: Mapped[Text]
    area: Mapped[Text]


class Place(Base):
    """Where it is; `municipality` is the official key (AGS), degrees in WGS 84."""

    __tablename__ = "places"
    __table_args__ = (
        CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude"),
        CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    street: Mapped[Text]
    postcode: Mapped[Text]
    town: Mapped[Text]
    municipality: Mapped[Text]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    accessible: Mapped[bool | None]


class ServiceAtPlace(Base):
    """A provider: a service at a place, with its hours (OSM opening_hours beside the text as
    given), when a person last checked it, and where it was imported from. `search`, `sort_key`
    are derived."""

    __tablename__ = "services_at_places"
    __table_args__ = (
        UniqueConstraint("source", "source_key"),
        CheckConstraint("(source IS NULL) = (source_key IS NULL)", name="source"),
        Index("ix_services_at_places_by_name", "sort_key", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    service_id: Mapped[int] = mapped_column(ForeignKey("services.id"), index=True)
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), index=True)
    hours_osm: Mapped[Text]
    hours_given: Mapped[Text]
    note: Mapped[Text]
    checked_on: Mapped[date | None]
    checked_by: Mapped[Text]
    saved_at: Mapped[datetime]
    archived_on: Mapped[date | None]
    archived_because: Mapped[Text]
    source: Mapped[str | None]
    source_key: Mapped[str | None]
    search: Mapped[Text]
    sort_key: Mapped[Text]
