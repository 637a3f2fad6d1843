"""What a school is beside what the directory says of any provider."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date

from app.rules.school_matching import AllDay, SchoolType


@dataclass(frozen=True)
class ProfileDraft:
    """A school beside what the directory says of it; see `app.rules.school_matching.School`.
    `catchment`: official keys (AGS, eight digits); `all_day_osm`: when it is open all day, lessons
    left out, as an OSM opening_hours value; `languages` taught, tags. The count of free all-day
    places and all else is as of `as_of`."""

    type: SchoolType
    first_class: int | None = None
    last_class: int | None = None
    catchment: tuple[str, ...] = ()
    all_day: AllDay = AllDay.UNKNOWN
    all_day_osm: str = ""
    all_day_places: int | None = None
    holiday_care: bool | None = None
    languages: tuple[str, ...] = ()
    german_class: bool | None = None
    public_note: str = ""
    source: str = ""
    as_of: date | None = None


BLANK = ProfileDraft(SchoolType.OTHER)
"""A profile of which nobody has said anything yet."""
PARTS: Mapping[str, str] = {f"school_{each.name}": each.name for each in fields(ProfileDraft)}
"""The fields of a profile by what they are called among the fields of a provider."""
