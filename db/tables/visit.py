"""First visits to the region, day by day; ferries and films the office entered for them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Key, Text, one_of

VISIT_KINDS = (
    "interview",
    "ward",
    "kita",
    "school",
    "flat",
    "office",
    "beach",
    "island",
    "leisure",
    "meal",
    "other",
)


class Visit(Base):
    """A visit of a case from `first` to `last`. They stay at `base_id` or at `base` in
    `base_town`; minutes of the day: nothing begins before `wakes` or ends after `rests`."""

    __tablename__ = "visits"
    __table_args__ = (
        CheckConstraint("first <= last", name="span"),
        CheckConstraint("0 <= wakes AND wakes < rests AND rests <= 1440", name="day"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    first: Mapped[date]
    last: Mapped[date]
    base_id: Mapped[int | None] = mapped_column(ForeignKey("services_at_places.id"))
    base: Mapped[Text]
    base_town: Mapped[Text]
    wakes: Mapped[int] = mapped_column(default=480, server_default="480")
    rests: Mapped[int] = mapped_column(default=1200, server_default="1200")
    by_car: Mapped[bool] = mapped_column(default=True, server_default="1")
    public_note: Mapped[Text]
    note: Mapped[Text]


class VisitStop(Base):
    """Something to see or somebody to meet. Minutes of the day: `asked_day`, `asked_start` are
    what was agreed, `day`, `start` what is planned; `minutes` how long; `wanted` 1 (if there is
    time) to 3 (must be)."""

    __tablename__ = "visit_stops"
    __table_args__ = (
        CheckConstraint(one_of("kind", *VISIT_KINDS), name="kind"),
        CheckConstraint("minutes BETWEEN 5 AND 1440", name="minutes"),
        CheckConstraint("0 <= start AND start < 1440", name="start"),
        CheckConstraint("0 <= asked_start AND asked_start < 1440", name="asked_start"),
        CheckConstraint("wanted BETWEEN 1 AND 3", name="wanted"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    visit_id: Mapped[int] = mapped_column(ForeignKey("visits.id"), index=True)
    kind: Mapped[str]
    title: Mapped[Text]
    provider_id: Mapped[int | None] = mapped_column(ForeignKey("services_at_places.id"))
    place: Mapped[Text]
    town: Mapped[Text]
    minutes: Mapped[int]
    wanted: Mapped[int] = mapped_column(default=2, server_default="2")
    asked_day: Mapped[date | None]
    asked_start: Mapped[int | None]
    confirmed: Mapped[bool] = mapped_column(default=False, server_default="0")
    day: Mapped[date | None]
    start: Mapped[int | None]
    contact: Mapped[Text]
    website: Mapped[Text]
    public_note: Mapped[Text]


class Sailing(Base):
    """A ferry the office entered: from town to town at `departs` (minutes of the day), taking
    `minutes`; `outward`: to the island, else from it; on the `days` (OSM opening_hours days, blank
    daily), as of a day."""

    __tablename__ = "sailings"
    __table_args__ = (
        CheckConstraint("0 <= departs AND departs < 1440", name="departs"),
        CheckConstraint("minutes BETWEEN 1 AND 1440", name="minutes"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    from_town: Mapped[str]
    to_town: Mapped[str]
    departs: Mapped[int]
    minutes: Mapped[int]
    outward: Mapped[bool] = mapped_column(default=True, server_default="1")
    days: Mapped[Text]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    source: Mapped[Text]
    as_of: Mapped[date | None]


class MediaLink(Base):
    """A film or page about the region that is printed as a code for the telephone. `language`:
    the tag of what is spoken, blank for pictures alone."""

    __tablename__ = "media_links"

    id: Mapped[Key]
    title: Mapped[str]
    website: Mapped[str]
    language: Mapped[Text]
    about: Mapped[Text]
    checked_on: Mapped[date | None]
    archived_on: Mapped[date | None]
