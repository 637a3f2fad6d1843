"""Who works when, who is there for a child, and what is decided between a family and a provider."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Key, Text, one_of

SHIFT_KINDS = ("early", "day", "between", "late", "night", "standby", "on_call", "other")
CARER_KINDS = ("relative", "household")
CARE_STATES = ("proposed", "wanted", "promised", "declined")


class Shift(Base):
    """A shift of an employer at a site (the provider `employer_id`); `code` is what rosters write.

    Minutes of the day it begins on, wall time; `finish` is after `start` and at most 2880, so a
    shift over midnight ends beyond 1440."""

    __tablename__ = "shifts"
    __table_args__ = (
        CheckConstraint(one_of("kind", *SHIFT_KINDS), name="kind"),
        CheckConstraint("0 <= start AND start < 1440", name="start"),
        CheckConstraint("start < finish AND finish <= 2880", name="finish"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    employer_id: Mapped[int] = mapped_column(ForeignKey("services_at_places.id"), index=True)
    kind: Mapped[str]
    code: Mapped[Text]
    name: Mapped[Text]
    start: Mapped[int]
    finish: Mapped[int]


class Roster(Base):
    """The roster of a person from `first` to `last` (None: open). It repeats every `weeks` weeks,
    counted from `first`; 0: it names single days and does not repeat. `source`: what it was read
    from."""

    __tablename__ = "rosters"
    __table_args__ = (
        CheckConstraint("weeks BETWEEN 0 AND 52", name="weeks"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    first: Mapped[date]
    last: Mapped[date | None]
    weeks: Mapped[int]
    source: Mapped[Text]


class Duty(Base):
    """One duty of a roster: `day` counts from the roster's first day (0); `start` and `finish` as
    in `Shift`."""

    __tablename__ = "duties"
    __table_args__ = (
        CheckConstraint(one_of("kind", *SHIFT_KINDS), name="kind"),
        CheckConstraint("day >= 0", name="day"),
        CheckConstraint("0 <= start AND start < 1440", name="start"),
        CheckConstraint("start < finish AND finish <= 2880", name="finish"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    roster_id: Mapped[int] = mapped_column(ForeignKey("rosters.id"), index=True)
    day: Mapped[int]
    start: Mapped[int]
    finish: Mapped[int]
    kind: Mapped[str]
    label: Mapped[Text]


class WorkingLife(Base):
    """How a parent gets to work and the child to care, in minutes: home to care, care to work, and
    back. `changing` and `buffer` count on both sides of a duty, `sleep` after a night duty.

    `at_home`: works at no time of the roster, so is there for the children. `employer_id`: None,
    for the professional the employer of the case."""

    __tablename__ = "working_lives"
    __table_args__ = (
        UniqueConstraint("person_id"),
        CheckConstraint(
            " AND ".join(
                f"{name} BETWEEN 0 AND 180"
                for name in ("to_care", "to_work", "from_work", "from_care")
            ),
            name="ways",
        ),
        CheckConstraint("changing BETWEEN 0 AND 120", name="changing"),
        CheckConstraint("buffer BETWEEN 0 AND 120", name="buffer"),
        CheckConstraint("sleep BETWEEN 0 AND 720", name="sleep"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    employer_id: Mapped[int | None] = mapped_column(ForeignKey("services_at_places.id"))
    at_home: Mapped[bool] = mapped_column(default=False, server_default="0")
    to_care: Mapped[int] = mapped_column(default=0, server_default="0")
    to_work: Mapped[int] = mapped_column(default=0, server_default="0")
    from_work: Mapped[int] = mapped_column(default=0, server_default="0")
    from_care: Mapped[int] = mapped_column(default=0, server_default="0")
    changing: Mapped[int] = mapped_column(default=0, server_default="0")
    buffer: Mapped[int] = mapped_column(default=0, server_default="0")
    sleep: Mapped[int] = mapped_column(default=0, server_default="0")
    brings: Mapped[bool] = mapped_column(default=True, server_default="1")
    fetches: Mapped[bool] = mapped_column(default=True, server_default="1")


class Carer(Base):
    """Somebody who looks after the children beside the parents: a relative, or help in the
    household. `hours_osm`: when, as an OSM opening_hours value; `way`: minutes between them and a
    place of care."""

    __tablename__ = "carers"
    __table_args__ = (
        CheckConstraint(one_of("kind", *CARER_KINDS), name="kind"),
        CheckConstraint("way BETWEEN 0 AND 180", name="way"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    kind: Mapped[str]
    name: Mapped[Text]
    hours_osm: Mapped[Text]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    way: Mapped[int] = mapped_column(default=0, server_default="0")
    note: Mapped[Text]


class CareChoice(Base):
    """What is decided between a person who needs care (a child, an elder) and a provider or carer.

    Exactly one of `provider_id`, `carer_id`. `hours_osm`: the hours agreed, blank: the provider's;
    `valid_from`: the place is there from then on (None: at once), `valid_to` the last day."""

    __tablename__ = "care_choices"
    __table_args__ = (
        UniqueConstraint("person_id", "provider_id", "carer_id"),
        CheckConstraint(one_of("state", *CARE_STATES), name="state"),
        CheckConstraint("(provider_id IS NULL) <> (carer_id IS NULL)", name="whom"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    provider_id: Mapped[int | None] = mapped_column(ForeignKey("services_at_places.id"))
    carer_id: Mapped[int | None] = mapped_column(ForeignKey("carers.id"))
    state: Mapped[str]
    because: Mapped[Text]
    hours_osm: Mapped[Text]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    noted_on: Mapped[date]


class CareFrame(Base):
    """What a household asks of care: how far it may be from home in km (None: any distance), and
    which languages would be good (tags, blank between)."""

    __tablename__ = "care_frames"
    __table_args__ = (UniqueConstraint("case_id"), {"sqlite_autoincrement": True})

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    radius_km: Mapped[float | None]
    languages: Mapped[Text]
