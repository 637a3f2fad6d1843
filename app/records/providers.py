"""What is known about a provider, as it is typed in the form or read from a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import Enum

from app.records.school_profiles import BLANK, PARTS, ProfileDraft


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


class CostPer(Enum):
    """What a price is for."""

    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    HOUR = "hour"
    ONCE = "once"
    OTHER = "other"


@dataclass(frozen=True)
class Cost:
    """A price in euro cents (None: not a number, see `note`) and the days it holds, both included;
    None: open."""

    label: str = ""
    cents: int | None = None
    per: CostPer = CostPer.MONTH
    note: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class ContactPerson:
    """Somebody of an organisation; `area` is what to ask them about (admission, accounts)."""

    name: str = ""
    area: str = ""
    phone: str = ""
    email: str = ""
    note: str = ""


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

    Name, operator, phone, e-mail, website and contact persons belong to the organisation; service,
    category, description, ages, places, costs, languages, appointment and digital services to the
    service; site, address, degrees and accessibility to the place; the rest to the service at this
    place. `free_places` were counted on `free_as_of`; `reserved_places` are kept for the staff of
    the organisation `reserved_for` (id); `settling_weeks`: how many weeks (0 to 26) one settles in
    before one stays all hours. It is there from `valid_from` to `valid_to`, then the
    provider `successor` (id) is; the hours hold from `hours_from` to `hours_to` and rest from
    `closed_from` to `closed_until` (None: until further notice). All last days are included.
    `features` are codes of `app.rules.terms.Feature`. `note` stays in the office, `public_note` may
    be printed for families. `school` is the profile of a school or all-day offer: lists and exports
    carry it, entering a provider leaves it as it is.
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
    contacts: tuple[ContactPerson, ...] = ()
    free_places: int | None = None
    free_as_of: date | None = None
    waiting: int | None = None
    reserved_places: int | None = None
    reserved_for: int | None = None
    costs: tuple[Cost, ...] = ()
    by_appointment: bool | None = None
    online_form: str = ""
    video: bool | None = None
    site: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    successor: int | None = None
    hours_from: date | None = None
    hours_to: date | None = None
    closed_from: date | None = None
    closed_until: date | None = None
    closed_because: str = ""
    public_note: str = ""
    settling_weeks: int | None = None
    features: tuple[str, ...] = ()
    school: ProfileDraft | None = None


FIELDS: tuple[str, ...] = tuple(field.name for field in fields(ProviderDraft))
"""The names of the fields, in the order of the form."""

SCHOOLS = frozenset({Category.SCHOOL, Category.ALL_DAY_CARE})
"""The kinds of help that may have a profile of a school."""
SETTLING = frozenset(
    {Category.KITA, Category.CHILDMINDING, Category.ALL_DAY_CARE, Category.ELDER_CARE}
)
"""The kinds of help in which one settles before one stays all hours."""
LONGEST_SETTLING = 26
"""Weeks: more is a slip of the hand (half a year)."""


def value_of(draft: ProviderDraft, field: str) -> object:
    """A field of the draft, or a part of its school's profile by its name in `PARTS`."""
    part = PARTS.get(field)
    return getattr(draft, field) if part is None else getattr(draft.school or BLANK, part)


def with_values(draft: ProviderDraft, values: Mapping[str, object]) -> ProviderDraft:
    """The draft with other values of these fields, parts of its school's profile among them."""
    parts = {PARTS[name]: value for name, value in values.items() if name in PARTS}
    plain = {name: value for name, value in values.items() if name not in PARTS}
    if parts:
        plain["school"] = replace(draft.school or BLANK, **parts)  # type: ignore[arg-type]
    return replace(draft, **plain)  # type: ignore[arg-type]
