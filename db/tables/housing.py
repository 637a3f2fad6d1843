"""What a household looks for to live in, what is offered, and what came of it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Key, Text, one_of

HOME_KINDS = ("flat", "house", "shared", "room", "dormitory", "temporary")
TENURES = ("rent", "buy")
PETS = ("", "yes", "ask", "no")
INTEREST_STATES = (
    "proposed",
    "asked",
    "viewing",
    "viewed",
    "applied",
    "accepted",
    "refused",
    "declined",
)
WAITING_STATES = ("applied", "waiting", "offered", "moved_in", "refused", "withdrawn")


class HousingWish(Base):
    """What a household looks for. `kinds`, `tenures`: codes, blank between, blank any;
    `municipalities`: official keys (AGS), blank between, blank any. Rooms are counted in halves,
    rent is in cents of a euro a month with all that comes with it (warm), `price_cents` what a
    house may cost. `minutes_to_work`: the way by car of the professional, None any."""

    __tablename__ = "housing_wishes"
    __table_args__ = (
        UniqueConstraint("case_id"),
        CheckConstraint("half_rooms BETWEEN 2 AND 40", name="half_rooms"),
        CheckConstraint("rent_cents > 0", name="rent_cents"),
        CheckConstraint("price_cents > 0", name="price_cents"),
        CheckConstraint("minutes_to_work BETWEEN 1 AND 240", name="minutes_to_work"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    kinds: Mapped[Text]
    tenures: Mapped[Text]
    municipalities: Mapped[Text]
    half_rooms: Mapped[int | None]
    square_metres: Mapped[int | None]
    rent_cents: Mapped[int | None]
    price_cents: Mapped[int | None]
    wanted_from: Mapped[date | None]
    latest_from: Mapped[date | None]
    accessible: Mapped[bool] = mapped_column(default=False, server_default="0")
    pets: Mapped[bool] = mapped_column(default=False, server_default="0")
    furnished: Mapped[bool | None]
    minutes_to_work: Mapped[int | None]
    public_note: Mapped[Text]
    note: Mapped[Text]
    noted_on: Mapped[date]


class HousingOffer(Base):
    """A home that is offered. `provider_id`: who offers it, where the directory has them. Cents of
    a euro a month: `cold_cents` without, `extra_cents` the running costs, `heating_cents` where it
    stands apart; `price_cents` for what is sold. `entitled_only`: for holders of a certificate
    (Wohnberechtigungsschein, § 27 WoFG). It may be had from `free_from` to `free_until`, and holds
    as information until `valid_to`. `source_key`: what a list that comes again calls it."""

    __tablename__ = "housing_offers"
    __table_args__ = (
        UniqueConstraint("source", "source_key"),
        CheckConstraint(one_of("kind", *HOME_KINDS), name="kind"),
        CheckConstraint(one_of("tenure", *TENURES), name="tenure"),
        CheckConstraint(one_of("pets", *PETS), name="pets"),
        CheckConstraint("half_rooms BETWEEN 2 AND 40", name="half_rooms"),
        CheckConstraint("square_metres > 0", name="square_metres"),
        CheckConstraint("cold_cents > 0", name="cold_cents"),
        CheckConstraint("price_cents > 0", name="price_cents"),
        CheckConstraint("(source IS NULL) = (source_key IS NULL)", name="source"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    provider_id: Mapped[int | None] = mapped_column(ForeignKey("services_at_places.id"), index=True)
    kind: Mapped[str]
    tenure: Mapped[str]
    title: Mapped[str]
    street: Mapped[Text]
    postcode: Mapped[Text]
    town: Mapped[Text]
    municipality: Mapped[Text]
    half_rooms: Mapped[int | None]
    square_metres: Mapped[int | None]
    floor: Mapped[int | None]
    cold_cents: Mapped[int | None]
    extra_cents: Mapped[int | None]
    heating_cents: Mapped[int | None]
    deposit_cents: Mapped[int | None]
    price_cents: Mapped[int | None]
    free_from: Mapped[date | None]
    free_until: Mapped[date | None]
    accessible: Mapped[bool | None]
    pets: Mapped[Text]
    furnished: Mapped[bool | None]
    entitled_only: Mapped[bool] = mapped_column(default=False, server_default="0")
    contact: Mapped[Text]
    phone: Mapped[Text]
    email: Mapped[Text]
    website: Mapped[Text]
    public_note: Mapped[Text]
    note: Mapped[Text]
    entered_on: Mapped[date]
    valid_to: Mapped[date | None]
    source: Mapped[str | None]
    source_key: Mapped[str | None]
    archived_on: Mapped[date | None]
    archived_because: Mapped[Text]


class HousingInterest(Base):
    """Where a case stands with an offer. A failed attempt stays, with `reason` (a code) and
    `because` in words. A viewing is on `viewing_on`, `viewing_at` minutes of the day."""

    __tablename__ = "housing_interests"
    __table_args__ = (
        UniqueConstraint("case_id", "offer_id"),
        CheckConstraint(one_of("state", *INTEREST_STATES), name="state"),
        CheckConstraint("viewing_at BETWEEN 0 AND 1439", name="viewing_at"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    offer_id: Mapped[int] = mapped_column(ForeignKey("housing_offers.id"), index=True)
    state: Mapped[str]
    noted_on: Mapped[date]
    viewing_on: Mapped[date | None]
    viewing_at: Mapped[int | None]
    reason: Mapped[Text]
    because: Mapped[Text]


class Dormitory(Base):
    """What the directory does not say of a dormitory (a provider): for whom it is, what a place
    costs in cents of a euro a month, from when one may apply. `free_places` were counted on
    `free_as_of`."""

    __tablename__ = "dormitories"
    __table_args__ = (
        UniqueConstraint("provider_id"),
        CheckConstraint(one_of("audience", "trainees", "students", "both"), name="audience"),
        CheckConstraint("month_cents > 0", name="month_cents"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    provider_id: Mapped[int] = mapped_column(ForeignKey("services_at_places.id"))
    audience: Mapped[str]
    places: Mapped[int | None]
    free_places: Mapped[int | None]
    free_as_of: Mapped[date | None]
    waiting: Mapped[int | None]
    month_cents: Mapped[int | None]
    website: Mapped[Text]
    public_note: Mapped[Text]


class DormitoryEntry(Base):
    """Somebody on the waiting list of a dormitory; `rank`: their place on it, where it is told."""

    __tablename__ = "dormitory_entries"
    __table_args__ = (
        UniqueConstraint("person_id", "provider_id"),
        CheckConstraint(one_of("state", *WAITING_STATES), name="state"),
        CheckConstraint("rank > 0", name="rank"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    provider_id: Mapped[int] = mapped_column(ForeignKey("services_at_places.id"))
    state: Mapped[str]
    applied_on: Mapped[date]
    wanted_from: Mapped[date | None]
    rank: Mapped[int | None]
    next_on: Mapped[date | None]
    because: Mapped[Text]
    noted_on: Mapped[date]
