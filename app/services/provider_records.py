"""The records behind a draft of a provider: written and read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from app.records.providers import Category, ContactPerson, Cost, CostPer, ProviderDraft
from app.services.derived import renew_provider
from app.services.provider_checks import check_draft as check_draft
from app.services.school_records import profile_of
from db.journal import Row
from db.repositories import providers
from db.repositories.providers import Whole
from db.tables import provider as tables
from db.tables.provider import Organisation, Place, Service, ServiceAtPlace


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
    service.settling_weeks = draft.settling_weeks
    service.by_appointment = draft.by_appointment
    service.online_form = draft.online_form
    service.video = draft.video
    service.features = " ".join(draft.features)
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
        settling_weeks=service.settling_weeks,
        features=tuple(service.features.split()),
        school=None if whole.school is None else profile_of(whole.school),
    )
