"""What is known about a provider, as it is typed in the form or read from a list."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import Enum


class Category(Enum):
    """What kind of help a provider gives."""

    KITA = "kita"
    CHILDMINDING = "childminding"
    SCHOOL = "school"
    ALL_DAY_CARE = "all_day_care"
    HOUSING = "housing"
    ESTATE_MANAGER = "estate_manager"
    MOVER = "mover"
    EMPLOYER = "employer"
    AUTHORITY = "authority"
    COUNSELLING = "counselling"
    LANGUAGE_COURSE = "language_course"
    TRAINING = "training"
    DOCTOR = "doctor"
    ELDER_CARE = "elder_care"
    CLUB = "club"
    LEISURE = "leisure"
    FUNDING_BODY = "funding_body"
    NETWORK = "network"
    OTHER = "other"


@dataclass(frozen=True)
class ProviderDraft:
    """One organisation with one service at one place; text as typed, "" and None mean unknown.

    `organisation` is the name people use, `operator` who runs it (Träger). `ags` is the eight-digit
    municipality key. Latitude and longitude are WGS 84 degrees, both or neither. Ages are months
    of age, `max_age_months` as the source gives it. `languages` are ISO 639 codes. `hours_osm` is
    an OpenStreetMap opening_hours value, `hours_given` what the source said. `source` and
    `source_key` name the row of an imported list. An authority has an `office_type` (a code of
    `app.rules.terms.OfficeType`) and is in charge of the homes in its `area`: official keys of
    municipalities (8 digits), joint municipalities (9) or counties (5); none: everywhere.
    """

    organisation: str
    category: Category = Category.OTHER
    operator: str = ""
    service: str = ""
    description: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    ags: str = ""
    latitude: float | None = None
    longitude: float | None = None
    phone: str = ""
    email: str = ""
    website: str = ""
    hours_osm: str = ""
    hours_given: str = ""
    min_age_months: int | None = None
    max_age_months: int | None = None
    places: int | None = None
    languages: tuple[str, ...] = ()
    accessible: bool | None = None
    note: str = ""
    source: str = ""
    source_key: str = ""
    office_type: str = ""
    area: tuple[str, ...] = ()


FIELDS: tuple[str, ...] = tuple(field.name for field in fields(ProviderDraft))
"""The names of the fields, in the order of the form."""
