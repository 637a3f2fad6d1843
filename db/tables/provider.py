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
COST_PER = ("month", "week", "day", "hour", "once", "other")


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
    joint municipalities or counties it is in charge of, blank between; blank: everywhere.

    `free_places` were counted on `free_as_of`; `waiting` people stand on the list; of `places`
    `reserved_places` are kept for the staff of the organisation `reserved_for_id`.
    `online_form` is a web address, `video` whether it can be had by video; `settling_weeks`: how
    long a child settles in before it can stay all hours. `features`: codes of digital services and
    new forms of care it has, blank between."""

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
    free_places: Mapped[int | None]
    free_as_of: Mapped[date | None]
    waiting: Mapped[int | None]
    reserved_places: Mapped[int | None]
    reserved_for_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"))
    by_appointment: Mapped[bool | None]
    online_form: Mapped[Text]
    video: Mapped[bool | None]
    settling_weeks: Mapped[int | None]
    features: Mapped[Text]


class ServiceCost(Base):
    """What a service costs: `cents` of a euro `per` (a code of `CostPer`), from the first to the
    last day it is so; what it is for stands in `label`."""

    __tablename__ = "service_costs"
    __table_args__ = (
        CheckConstraint(one_of("per", *COST_PER), name="per"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    service_id: Mapped[int] = mapped_column(ForeignKey("services.id"), index=True)
    label: Mapped[Text]
    cents: Mapped[int | None]
    per: Mapped[str]
    note: Mapped[Text]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class ContactPerson(Base):
    """Somebody of an organisation and what to ask them about (`area`)."""

    __tablename__ = "contact_persons"

    id: Mapped[Key]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    name: Mapped[Text]
    area: Mapped[Text]
    phone: Mapped[Text]
    email: Mapped[Text]
    note: Mapped[Text]


class Place(Base):
    """Where it is; `name` is what the site is called, `municipality` the official key (AGS),
    degrees are WGS 84."""

    __tablename__ = "places"
    __table_args__ = (
        CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude"),
        CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    name: Mapped[Text]
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
    are derived.

    It stands there from `valid_from` to `valid_to`, then `successor_id` does; its hours hold from
    `hours_from` to `hours_to` and rest from `closed_from` to `closed_until` (None: until further
    notice). `note` stays in the office, `public_note` may be printed. `asked_on`: a letter of the
    verification round was printed. `imported` is the draft of the last import as JSON."""

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
    hours_from: Mapped[date | None]
    hours_to: Mapped[date | None]
    closed_from: Mapped[date | None]
    closed_until: Mapped[date | None]
    closed_because: Mapped[Text]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    successor_id: Mapped[int | None] = mapped_column(ForeignKey("services_at_places.id"))
    note: Mapped[Text]
    public_note: Mapped[Text]
    checked_on: Mapped[date | None]
    checked_by: Mapped[Text]
    asked_on: Mapped[date | None]
    saved_at: Mapped[datetime]
    archived_on: Mapped[date | None]
    archived_because: Mapped[Text]
    source: Mapped[str | None]
    source_key: Mapped[str | None]
    imported: Mapped[Text]
    search: Mapped[Text]
    sort_key: Mapped[Text]


class DistinctPair(Base):
    """Two providers that look alike and are not the same: somebody has looked. first < second."""

    __tablename__ = "distinct_pairs"
    __table_args__ = (
        UniqueConstraint("first_id", "second_id"),
        CheckConstraint("first_id < second_id", name="order"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    first_id: Mapped[int] = mapped_column(ForeignKey("services_at_places.id"))
    second_id: Mapped[int] = mapped_column(ForeignKey("services_at_places.id"))


class ColumnMapping(Base):
    """How the columns of a list that comes again are read: the mapping file as TOML, and the
    names of the columns it was made for, as a JSON list."""

    __tablename__ = "column_mappings"
    __table_args__ = (UniqueConstraint("name"), {"sqlite_autoincrement": True})

    id: Mapped[Key]
    name: Mapped[str]
    text: Mapped[str]
    columns: Mapped[Text]
    made_on: Mapped[date]


class ProviderFilter(Base):
    """A saved filter of the directory; `query`: a provider query as JSON."""

    __tablename__ = "provider_filters"
    __table_args__ = (UniqueConstraint("name"), {"sqlite_autoincrement": True})

    id: Mapped[Key]
    name: Mapped[str]
    query: Mapped[str]


class TravelTime(Base):
    """Minutes from town to town by car, a ferry and its waiting included; first < second."""

    __tablename__ = "travel_times"
    __table_args__ = (
        UniqueConstraint("first", "second"),
        CheckConstraint("first < second", name="order"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    first: Mapped[str]
    second: Mapped[str]
    minutes: Mapped[int]
    ferry: Mapped[bool]
    note: Mapped[Text]
