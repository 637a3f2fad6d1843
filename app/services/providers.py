"""The directory: entering providers, changing, checking and archiving them."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.directory import ProviderView
from app.records.providers import Category, ProviderDraft
from app.rules.terms import OfficeType
from app.services import checks, existing
from app.services.derived import list_name, renew_provider
from app.services.planner import Planner
from app.services.transactions import Transactions
from db import journal
from db.repositories import cases, providers
from db.repositories.providers import Whole
from db.tables.provider import Organisation, Place, Service, ServiceAtPlace

_TOUCHED = frozenset({Topic.PROVIDERS})
_OFFICE_TYPES = frozenset(each.value for each in OfficeType)
# county, municipality, joint municipality
_OFFICIAL_KEY = re.compile(r"[0-9]{5}|[0-9]{8}|[0-9]{9}", re.ASCII)


class Providers:
    def __init__(self, transactions: Transactions, planner: Planner) -> None:
        self._transactions = transactions
        self._planner = planner

    def provider(self, provider_id: int) -> ProviderView:
        """Everything the form of a provider shows, with the cases that name it."""
        with self._transactions.reading() as session:
            whole = existing.provider(session, provider_id)
            used_by = []
            for case in providers.employing(session, provider_id):
                people = cases.people(session, case.id)
                used_by.append((case.id, list_name(people[0]) if people else ""))
            return ProviderView(
                id=provider_id,
                draft=draft_of(whole),
                checked_on=whole.at.checked_on,
                checked_by=whole.at.checked_by,
                saved_at=whole.at.saved_at,
                archived_on=whole.at.archived_on,
                archived_because=whole.at.archived_because,
                used_by=tuple(used_by),
            )

    def add(self, draft: ProviderDraft) -> Done:
        """Enter a provider. Nobody has checked it yet."""
        check_draft(draft)
        with self._transactions.command(Act.PROVIDER_ADDED) as session:
            whole = new_provider(session, draft)
            return self._done(Act.PROVIDER_ADDED, session, whole)

    def edit(self, provider_id: int, draft: ProviderDraft) -> Done:
        """Change a provider; the date of the last check stays what it was."""
        check_draft(draft)
        with self._transactions.command(Act.PROVIDER_EDITED) as session:
            whole = existing.provider(session, provider_id)
            fill_provider(whole, draft)
            whole.at.saved_at = datetime.now(UTC)
            renew_provider(whole)
            session.flush()
            for case in providers.employing(session, provider_id):
                self._planner.renew(session, case, self._transactions.today())
            return self._done(Act.PROVIDER_EDITED, session, whole)

    def confirm_checked(self, provider_id: int) -> Done:
        """A person looked at it today: what is entered is right."""
        with self._transactions.command(Act.PROVIDER_CHECKED) as session:
            whole = existing.provider(session, provider_id)
            whole.at.checked_on = self._transactions.today()
            whole.at.checked_by = self._transactions.who
            return self._done(Act.PROVIDER_CHECKED, session, whole)

    def archive(self, provider_id: int, reason: str) -> Done:
        """Take a provider out of the lists; it stays where it is named."""
        checks.storable_text(reason, "reason")
        if not reason.strip():
            raise Refused(Reason.REASON_MISSING, "reason")
        with self._transactions.command(Act.PROVIDER_ARCHIVED) as session:
            whole = existing.provider(session, provider_id)
            whole.at.archived_on = self._transactions.today()
            whole.at.archived_because = reason
            return self._done(Act.PROVIDER_ARCHIVED, session, whole)

    def restore(self, provider_id: int) -> Done:
        with self._transactions.command(Act.PROVIDER_RESTORED) as session:
            whole = existing.provider(session, provider_id)
            whole.at.archived_on, whole.at.archived_because = None, ""
            return self._done(Act.PROVIDER_RESTORED, session, whole)

    def _done(self, act: Act, session: Session, whole: Whole) -> Done:
        session.flush()
        return Done(
            act,
            _TOUCHED,
            journal.batch_of(session),
            facts={"name": whole.organisation.name, "id": str(whole.at.id)},
        )


def check_draft(draft: ProviderDraft) -> None:
    """Raises `Refused` beside the field that cannot be so."""
    checks.storable(draft)
    checks.not_blank(draft.organisation, "organisation")
    checks.postcode(draft.postcode, "postcode")
    checks.phone(draft.phone, "phone")
    checks.email(draft.email, "email")
    checks.opening_hours(draft.hours_osm, "hours_osm")
    if (draft.latitude is None) != (draft.longitude is None):
        field = "latitude" if draft.latitude is None else "longitude"
        raise Refused(Reason.NOT_A_COORDINATE, field)
    if draft.latitude is not None and not -90 <= draft.latitude <= 90:
        raise Refused(Reason.NOT_A_COORDINATE, "latitude")
    if draft.longitude is not None and not -180 <= draft.longitude <= 180:
        raise Refused(Reason.NOT_A_COORDINATE, "longitude")
    ages = (draft.min_age_months, draft.max_age_months)
    for age, field in zip(ages, ("min_age_months", "max_age_months"), strict=True):
        if age is not None and not 0 <= age <= 1_440:
            raise Refused(Reason.NOT_AN_AGE, field)
    if ages[0] is not None and ages[1] is not None and ages[1] < ages[0]:
        raise Refused(Reason.NOT_AN_AGE, "max_age_months")
    if draft.places is not None and not 0 <= draft.places <= 100_000:
        raise Refused(Reason.NOT_A_VALUE, "places")
    _check_charge(draft)


def _check_charge(draft: ProviderDraft) -> None:
    if draft.office_type and draft.office_type not in _OFFICE_TYPES:
        raise Refused(Reason.NOT_A_VALUE, "office_type", typed=draft.office_type)
    for key in draft.area:
        if not _OFFICIAL_KEY.fullmatch(key):
            raise Refused(Reason.NOT_A_VALUE, "area", typed=key)


def new_provider(session: Session, draft: ProviderDraft) -> Whole:
    """The four records of a new provider, written and found by search."""
    organisation = Organisation(name=draft.organisation)
    session.add(organisation)
    session.flush()
    service = Service(organisation_id=organisation.id, category=draft.category.value)
    place = Place(organisation_id=organisation.id)
    session.add_all([service, place])
    session.flush()
    at = ServiceAtPlace(
        service_id=service.id,
        place_id=place.id,
        saved_at=datetime.now(UTC),
        source=draft.source or None,
        source_key=draft.source_key or None,
    )
    whole = Whole(at, service, organisation, place)
    fill_provider(whole, draft)
    renew_provider(whole)
    session.add(at)
    session.flush()
    return whole


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
    place.street = draft.street
    place.postcode = draft.postcode
    place.town = draft.town
    place.municipality = draft.ags
    place.latitude = draft.latitude
    place.longitude = draft.longitude
    place.accessible = draft.accessible
    at.hours_osm = draft.hours_osm
    at.hours_given = draft.hours_given
    at.note = draft.note


def draft_of(whole: Whole) -> ProviderDraft:
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
    )
