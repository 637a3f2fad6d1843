"""The records behind a draft of a provider: checked, written, read back."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from app.errors import Reason, Refused
from app.records.providers import Category, ContactPerson, Cost, CostPer, ProviderDraft
from app.rules.terms import OfficeType
from app.services import checks
from app.services.derived import renew_provider
from db.journal import Row
from db.repositories import providers
from db.repositories.providers import Whole
from db.tables import provider as tables
from db.tables.provider import Organisation, Place, Service, ServiceAtPlace

_OFFICE_TYPES = frozenset(each.value for each in OfficeType)
# county, municipality, joint municipality
_OFFICIAL_KEY = re.compile(r"[0-9]{5}|[0-9]{8}|[0-9]{9}", re.ASCII)
_COUNTS = ("places", "free_places", "waiting", "reserved_places")
_SPANS = (("valid_from", "valid_to"), ("hours_from", "hours_to"), ("closed_from", "closed_until"))
_MOST_PLACES = 100_000
_MOST_CENTS = 100_000_000  # a million euro: more is a slip of the hand


def check_draft(draft: ProviderDraft) -> None:
    """Raises `Refused` beside the field that cannot be so."""
    checks.storable(draft)
    checks.not_blank(draft.organisation, "organisation")
    checks.postcode(draft.postcode, "postcode")
    checks.phone(draft.phone, "phone")
    checks.email(draft.email, "email")
    checks.opening_hours(draft.hours_osm, "hours_osm")
    _check_degrees(draft)
    _check_ages(draft)
    for field in _COUNTS:
        count = getattr(draft, field)
        if count is not None and not 0 <= count <= _MOST_PLACES:
            raise Refused(Reason.NOT_A_VALUE, field, typed=str(count))
    for first, last in _SPANS:
        _check_span(getattr(draft, first), getattr(draft, last), last)
    for cost in draft.costs:
        _check_span(cost.valid_from, cost.valid_to, "costs")
        if cost.cents is not None and not 0 <= cost.cents <= _MOST_CENTS:
            raise Refused(Reason.NOT_A_VALUE, "costs", typed=str(cost.cents / 100))
    for person in draft.contacts:
        checks.phone(person.phone, "contacts")
        checks.email(person.email, "contacts")
    _check_charge(draft)


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


def _check_span(first: date | None, last: date | None, field: str) -> None:
    if first is not None and last is not None and last < first:
        raise Refused(Reason.ENDS_BEFORE_IT_BEGINS, field)


def _check_charge(draft: ProviderDraft) -> None:
    if draft.office_type and draft.office_type not in _OFFICE_TYPES:
        raise Refused(Reason.NOT_A_VALUE, "office_type", typed=draft.office_type)
    for key in draft.area:
        if not _OFFICIAL_KEY.fullmatch(key):
            raise Refused(Reason.NOT_A_VALUE, "area", typed=key)


def new_provider(
    session: Session,
    draft: ProviderDraft,
    organisation: Organisation | None = None,
    service: Service | None = None,
    place: Place | None = None,
) -> Whole:
    """The records of a new provider, written and found by search; records given are shared and
    take what the draft says of them."""
    if organisation is None:
        organisation = Organisation(name=draft.organisation)
        session.add(organisation)
        session.flush()
    service = service or Service(organisation_id=organisation.id, category=draft.category.value)
    place = place or Place(organisation_id=organisation.id)
    session.add_all([service, place])
    session.flush()
    at = ServiceAtPlace(
        service_id=service.id,
        place_id=place.id,
        saved_at=datetime.now(UTC),
        source=draft.source or None,
        source_key=draft.source_key or None,
    )
    whole = providers.with_parts(session, [Whole(at, service, organisation, place)])[0]
    fill_provider(whole, draft)
    session.add(at)
    return write_parts(session, whole, draft)


def fill_provider(whole: Whole, draft: ProviderDraft) -> None:
    """Write what the draft says; where it came from and who checked it stay."""
    organisation, service, place, at = whole.organisation, whole.service, whole.place, whole.at
    organisation.name = draft.organisation
    organisation.operator = draft.operator
    organisation.website = draft.website
    organisation.phone = draft.phone
    organisation.email = draft.email
    service.category = draft.category.value
    service.name = draft.service
    service.description = draft.description
    service.min_age = draft.min_age_months
    service.max_age = draft.max_age_months
    service.places = draft.places
    service.languages = " ".join(draft.languages)
    service.office_type = draft.office_type
    service.area = " ".join(draft.area)
    service.free_places = draft.free_places
    service.free_as_of = draft.free_as_of
    service.waiting = draft.waiting
    service.reserved_places = draft.reserved_places
    service.reserved_for_id = draft.reserved_for
    service.by_appointment = draft.by_appointment
    service.online_form = draft.online_form
    service.video = draft.video
    place.name = draft.site
    place.street = draft.street
    place.postcode = draft.postcode
    place.town = draft.town
    place.municipality = draft.ags
    place.latitude = draft.latitude
    place.longitude = draft.longitude
    place.accessible = draft.accessible
    at.hours_osm = draft.hours_osm
    at.hours_given = draft.hours_given
    at.hours_from = draft.hours_from
    at.hours_to = draft.hours_to
    at.closed_from = draft.closed_from
    at.closed_until = draft.closed_until
    at.closed_because = draft.closed_because
    at.valid_from = draft.valid_from
    at.valid_to = draft.valid_to
    at.successor_id = draft.successor
    at.note = draft.note
    at.public_note = draft.public_note


def write_parts(session: Session, whole: Whole, draft: ProviderDraft) -> Whole:
    """Costs and contact persons as the draft says, each kept in its row as long as there are as
    many; then what the provider is found by, and that of its neighbours in the organisation."""
    _rewrite(
        session,
        list(whole.costs),
        [cost_row(cost) | {"service_id": whole.service.id} for cost in draft.costs],
        tables.ServiceCost,
    )
    _rewrite(
        session,
        list(whole.contacts),
        [contact_row(each) | {"organisation_id": whole.organisation.id} for each in draft.contacts],
        tables.ContactPerson,
    )
    session.flush()
    whole = providers.with_parts(session, [whole])[0]
    for neighbour in providers.beside(session, whole.organisation.id):
        if neighbour.at.id != whole.at.id:
            renew_provider(replace(neighbour, contacts=whole.contacts))
    renew_provider(whole)
    session.flush()
    return whole


def _rewrite(
    session: Session,
    kept: list[tables.ServiceCost] | list[tables.ContactPerson],
    wanted: list[Row],
    table: type[tables.ServiceCost] | type[tables.ContactPerson],
) -> None:
    for record, values in zip(kept, wanted, strict=False):
        for name, value in values.items():
            setattr(record, name, value)
    for record in kept[len(wanted) :]:
        session.delete(record)
    session.add_all([table(**values) for values in wanted[len(kept) :]])


def cost_row(cost: Cost) -> Row:
    """The columns of a cost."""
    return {
        "label": cost.label,
        "cents": cost.cents,
        "per": cost.per.value,
        "note": cost.note,
        "valid_from": cost.valid_from,
        "valid_to": cost.valid_to,
    }


def contact_row(person: ContactPerson) -> Row:
    """The columns of a contact person."""
    return {
        "name": person.name,
        "area": person.area,
        "phone": person.phone,
        "email": person.email,
        "note": person.note,
    }


def draft_of(whole: Whole) -> ProviderDraft:
    """What the records say, as it would be typed; `whole` with its parts."""
    organisation, service, place, at = whole.organisation, whole.service, whole.place, whole.at
    return ProviderDraft(
        organisation=organisation.name,
        category=Category(service.category),
        operator=organisation.operator,
        service=service.name,
        description=service.description,
        street=place.street,
        postcode=place.postcode,
        town=place.town,
        ags=place.municipality,
        latitude=place.latitude,
        longitude=place.longitude,
        phone=organisation.phone,
        email=organisation.email,
        website=organisation.website,
        hours_osm=at.hours_osm,
        hours_given=at.hours_given,
        min_age_months=service.min_age,
        max_age_months=service.max_age,
        places=service.places,
        languages=tuple(service.languages.split()),
        accessible=place.accessible,
        note=at.note,
        source=at.source or "",
        source_key=at.source_key or "",
        office_type=service.office_type,
        area=tuple(service.area.split()),
        contacts=tuple(
            ContactPerson(each.name, each.area, each.phone, each.email, each.note)
            for each in whole.contacts
        ),
        free_places=service.free_places,
        free_as_of=service.free_as_of,
        waiting=service.waiting,
        reserved_places=service.reserved_places,
        reserved_for=service.reserved_for_id,
        costs=tuple(
            Cost(
                each.label,
                each.cents,
                CostPer(each.per),
                each.note,
                each.valid_from,
                each.valid_to,
            )
            for each in whole.costs
        ),
        by_appointment=service.by_appointment,
        online_form=service.online_form,
        video=service.video,
        site=place.name,
        valid_from=at.valid_from,
        valid_to=at.valid_to,
        successor=at.successor_id,
        hours_from=at.hours_from,
        hours_to=at.hours_to,
        closed_from=at.closed_from,
        closed_until=at.closed_until,
        closed_because=at.closed_because,
        public_note=at.public_note,
    )
