"""What may be said of a provider: each check gives the reason that stands beside the field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import date

from sqlalchemy.orm import Session

from app.errors import Reason, Refused
from app.records.providers import LONGEST_SETTLING, ContactPerson, Cost, ProviderDraft
from app.rules.terms import Feature, OfficeType
from app.services import checks
from db.repositories import providers

_OFFICE_TYPES = frozenset(each.value for each in OfficeType)
_FEATURES = frozenset(each.value for each in Feature)
# county, municipality, joint municipality
_OFFICIAL_KEY = re.compile(r"[0-9]{5}|[0-9]{8}|[0-9]{9}", re.ASCII)
_COUNTS = ("places", "free_places", "waiting", "reserved_places")
_SPANS = (("valid_from", "valid_to"), ("hours_from", "hours_to"), ("closed_from", "closed_until"))
_DAYS = (*(field for span in _SPANS for field in span), "free_as_of")
_MOST_PLACES = 100_000
_MOST_CENTS = 100_000_000  # a million euro: more is a slip of the hand


def check_draft(draft: ProviderDraft) -> None:
    """Raises `Refused` beside the field that cannot be so; of costs and contact persons its facts
    name the `row`, from 0, and the `part`."""
    checks.storable(draft)
    checks.not_blank(draft.organisation, "organisation")
    checks.postcode(draft.postcode, "postcode")
    checks.phone(draft.phone, "phone")
    checks.email(draft.email, "email")
    checks.opening_hours(draft.hours_osm, "hours_osm")
    checks.languages(draft.languages, "languages")
    _check_degrees(draft)
    _check_ages(draft)
    _check_places(draft)
    for field in _DAYS:
        if (on := getattr(draft, field)) is not None:
            checks.day(on, field)
    for first, last in _SPANS:
        _check_span(getattr(draft, first), getattr(draft, last), last)
    for row, cost in enumerate(draft.costs):
        _check_cost(cost, row)
    for row, person in enumerate(draft.contacts):
        _check_contact(person, row)
    _check_charge(draft)


def check_relations(
    session: Session, draft: ProviderDraft, today: date, provider_id: int | None = None
) -> None:
    """What only the directory and the calendar can tell: who is named is there, nobody succeeds
    itself, nothing was counted in the future. Raises `Refused`."""
    if draft.free_as_of is not None and draft.free_as_of > today:
        raise Refused(Reason.DATE_IN_FUTURE, "free_as_of")
    reserved_for = draft.reserved_for
    if reserved_for is not None and providers.organisation(session, reserved_for) is None:
        raise Refused(Reason.NO_SUCH_PROVIDER, "reserved_for", id=reserved_for)
    seen: set[int] = set()
    following = draft.successor
    if following is not None and providers.by_id(session, following) is None:
        raise Refused(Reason.NO_SUCH_PROVIDER, "successor", id=following)
    while following is not None and following not in seen:
        if following == provider_id:
            raise Refused(Reason.SUCCESSOR_IN_CIRCLE, "successor")
        seen.add(following)
        following = providers.successor_of(session, following)


def _check_degrees(draft: ProviderDraft) -> None:
    if (draft.latitude is None) != (draft.longitude is None):
        field = "latitude" if draft.latitude is None else "longitude"
        raise Refused(Reason.NOT_A_COORDINATE, field)
    if draft.latitude is not None and not -90 <= draft.latitude <= 90:
        raise Refused(Reason.NOT_A_COORDINATE, "latitude")
    if draft.longitude is not None and not -180 <= draft.longitude <= 180:
        raise Refused(Reason.NOT_A_COORDINATE, "longitude")


def _check_ages(draft: ProviderDraft) -> None:
    ages = (draft.min_age_months, draft.max_age_months)
    for age, field in zip(ages, ("min_age_months", "max_age_months"), strict=True):
        if age is not None and not 0 <= age <= 1_440:
            raise Refused(Reason.NOT_AN_AGE, field)
    if ages[0] is not None and ages[1] is not None and ages[1] < ages[0]:
        raise Refused(Reason.NOT_AN_AGE, "max_age_months")


def _check_places(draft: ProviderDraft) -> None:
    for field in _COUNTS:
        count = getattr(draft, field)
        if count is not None and not 0 <= count <= _MOST_PLACES:
            raise Refused(Reason.NOT_A_VALUE, field, typed=str(count))
    if draft.places is not None:
        for field in ("free_places", "reserved_places"):
            count = getattr(draft, field)
            if count is not None and count > draft.places:
                raise Refused(Reason.MORE_THAN_PLACES, field, places=draft.places)
    weeks = draft.settling_weeks
    if weeks is not None and not 0 <= weeks <= LONGEST_SETTLING:
        raise Refused(Reason.NOT_A_VALUE, "settling_weeks", typed=str(weeks))
    if draft.free_places is not None and draft.free_as_of is None:
        raise Refused(Reason.DAY_MISSING, "free_as_of")


def _check_span(first: date | None, last: date | None, field: str, **facts: object) -> None:
    if first is not None and last is not None and last < first:
        raise Refused(Reason.ENDS_BEFORE_IT_BEGINS, field, **facts)


def _check_cost(cost: Cost, row: int) -> None:
    _check_texts(cost, "costs")
    if cost.cents is None and not cost.label.strip() and not cost.note.strip():
        raise Refused(Reason.BLANK, "costs", row=row, part="label")
    if cost.cents is not None and not 0 <= cost.cents <= _MOST_CENTS:
        typed = f"{cost.cents / 100:.2f}".replace(".", ",")
        raise Refused(Reason.NOT_A_VALUE, "costs", typed=typed, row=row, part="cents")
    for part in ("valid_from", "valid_to"):
        if (on := getattr(cost, part)) is not None:
            with _in_row(row, part):
                checks.day(on, "costs")
    _check_span(cost.valid_from, cost.valid_to, "costs", row=row, part="valid_to")


def _check_contact(person: ContactPerson, row: int) -> None:
    _check_texts(person, "contacts")
    with _in_row(row, "phone"):
        checks.phone(person.phone, "contacts")
    with _in_row(row, "email"):
        checks.email(person.email, "contacts")
    if not any(text.strip() for text in (person.name, person.area, person.phone, person.email)):
        raise Refused(Reason.BLANK, "contacts", row=row, part="name")


@contextmanager
def _in_row(row: int, part: str) -> Iterator[None]:
    """A refusal inside names the row, from 0, and its part."""
    try:
        yield
    except Refused as refusal:
        facts = refusal.facts | {"row": row, "part": part}
        raise Refused(refusal.reason, refusal.field, **facts) from None


def _check_texts(record: Cost | ContactPerson, field: str) -> None:
    for each in fields(record):
        value = getattr(record, each.name)
        if isinstance(value, str):
            checks.storable_text(value, field)


def _check_charge(draft: ProviderDraft) -> None:
    if draft.office_type and draft.office_type not in _OFFICE_TYPES:
        raise Refused(Reason.NOT_A_VALUE, "office_type", typed=draft.office_type)
    for code in draft.features:
        if code not in _FEATURES:
            raise Refused(Reason.NOT_A_VALUE, "features", typed=code)
    for key in draft.area:
        if not _OFFICIAL_KEY.fullmatch(key):
            raise Refused(Reason.NOT_A_VALUE, "area", typed=key)
