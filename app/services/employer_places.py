"""Places of care that employers keep or pay for: entered, changed, told beside the service.

An employer that the entry of a service names itself (`reserved_for`, as imported lists give it) is
one of them: it is told with the others and changed where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.employer_places import EmployerPlaceDraft, EmployerPlaceView, PlaceKind
from app.services import checks, existing
from app.services.transactions import Transactions
from db.journal import batch_of
from db.repositories import employer_places, providers
from db.repositories.providers import Whole
from db.tables.employer_places import EmployerPlace

_TOUCHED = frozenset({Topic.PROVIDERS, Topic.CARE})


class EmployerPlaces:
    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def of_provider(self, provider_id: int) -> tuple[EmployerPlaceView, ...]:
        """Who keeps or pays for places of a service. Raises `Refused(NO_SUCH_PROVIDER)`."""
        with self._transactions.reading() as session:
            return tuple(of_service(session, existing.provider(session, provider_id)))

    def of_employer(self, provider_id: int) -> tuple[EmployerPlaceView, ...]:
        """Where an employer keeps or pays for places, as entered here (what entries of services say
        themselves is in `Employers.profile`). Raises `Refused(NO_SUCH_PROVIDER)`."""
        with self._transactions.reading() as session:
            return tuple(of_employer(session, existing.provider(session, provider_id)))

    def add(self, draft: EmployerPlaceDraft) -> Done:
        """Enter what an employer keeps or pays. Raises `Refused` beside the field:
        NO_SUCH_PROVIDER, NOT_AN_AMOUNT (none where it pays, or not above 0), NOT_A_NUMBER (`places`
        not above 0), MORE_THAN_PLACES, ENDS_BEFORE_IT_BEGINS, NOT_A_DATE, TEXT_NOT_STORABLE,
        EMPLOYER_PLACE_TWICE."""
        _check(draft)
        with self._transactions.command(Act.EMPLOYER_PLACE_ADDED) as session:
            row = EmployerPlace()
            _fill(session, row, draft)
            session.add(row)
            session.flush()
            return _done(session, Act.EMPLOYER_PLACE_ADDED, row)

    def edit(self, place_id: int, draft: EmployerPlaceDraft) -> Done:
        """Change it. Raises as `add`, and `Refused(NO_SUCH_EMPLOYER_PLACE)`."""
        _check(draft)
        with self._transactions.command(Act.EMPLOYER_PLACE_EDITED) as session:
            row = _existing(session, place_id)
            _fill(session, row, draft)
            session.flush()
            return _done(session, Act.EMPLOYER_PLACE_EDITED, row)

    def remove(self, place_id: int) -> Done:
        """Take it away. Raises `Refused(NO_SUCH_EMPLOYER_PLACE)`."""
        with self._transactions.command(Act.EMPLOYER_PLACE_REMOVED) as session:
            row = _existing(session, place_id)
            facts = _facts(session, row)
            session.delete(row)
            session.flush()
            return Done(Act.EMPLOYER_PLACE_REMOVED, _TOUCHED, batch_of(session), facts=facts)


def of_service(session: Session, whole: Whole) -> Iterator[EmployerPlaceView]:
    """Who keeps or pays for places of an entry's service, the entry's own word first."""
    service = whole.service
    if service.reserved_for_id is not None:
        names = providers.names_of_organisations(session, [service.reserved_for_id])
        yield EmployerPlaceView(
            None,
            EmployerPlaceDraft(whole.at.id, 0, PlaceKind.RESERVES, service.reserved_places),
            _called(whole),
            names.get(service.reserved_for_id, ""),
        )
    for row in employer_places.of_service(session, service.id):
        yield _view(session, row, whole=whole)


def of_employer(session: Session, whole: Whole) -> Iterator[EmployerPlaceView]:
    """Where an employer keeps or pays for places, as entered here."""
    for row in employer_places.of_organisation(session, whole.organisation.id):
        yield _view(session, row, employer=whole)


def _view(
    session: Session,
    row: EmployerPlace,
    *,
    whole: Whole | None = None,
    employer: Whole | None = None,
) -> EmployerPlaceView:
    if whole is None:
        entry = employer_places.entry_of_service(session, row.service_id)
        whole = existing.provider(session, entry or 0)
    if employer is None:
        beside = providers.beside(session, row.organisation_id)
        employer = next((each for each in beside if each.service.category == "employer"), beside[0])
    return EmployerPlaceView(
        row.id,
        EmployerPlaceDraft(
            whole.at.id,
            employer.at.id,
            PlaceKind(row.kind),
            row.places,
            row.cents,
            row.valid_from,
            row.valid_to,
            row.note,
        ),
        _called(whole),
        employer.organisation.name,
    )


def _called(whole: Whole) -> str:
    return ", ".join(p for p in (whole.organisation.name, whole.place.town) if p.strip())


def _check(draft: EmployerPlaceDraft) -> None:
    checks.storable(draft)
    checks.span(("valid_from", draft.valid_from), ("valid_to", draft.valid_to))
    if (draft.cents is None and draft.kind is PlaceKind.PAYS) or (
        draft.cents is not None and draft.cents <= 0
    ):
        raise Refused(Reason.NOT_AN_AMOUNT, "cents", above=0)
    if draft.places is not None and draft.places <= 0:
        raise Refused(Reason.NOT_A_NUMBER, "places", typed=str(draft.places), above=0)


def _fill(session: Session, row: EmployerPlace, draft: EmployerPlaceDraft) -> None:
    whole = _known(session, draft.provider, "provider")
    employer = _known(session, draft.employer, "employer")
    places = whole.service.places
    beside = [e for e in employer_places.of_service(session, whole.service.id) if e.id != row.id]
    if draft.kind is PlaceKind.RESERVES and draft.places is not None and places is not None:
        kept = (whole.service.reserved_places or 0) + _kept_at_most(draft, beside)
        if draft.places + kept > places:
            told = {"kept": kept, "left": max(places - kept, 0)} if kept else {}
            raise Refused(Reason.MORE_THAN_PLACES, "places", places=places, **told)
    for each in beside:
        same = (each.organisation_id, each.kind) == (employer.organisation.id, draft.kind.value)
        if same and _meets((each.valid_from, each.valid_to), (draft.valid_from, draft.valid_to)):
            raise Refused(
                Reason.EMPLOYER_PLACE_TWICE, "valid_from", name=employer.organisation.name
            )
    row.service_id, row.organisation_id = whole.service.id, employer.organisation.id
    row.kind, row.places, row.cents = draft.kind.value, draft.places, draft.cents
    row.valid_from, row.valid_to = draft.valid_from, draft.valid_to
    row.note = draft.note.strip()


def _kept_at_most(draft: EmployerPlaceDraft, beside: Sequence[EmployerPlace]) -> int:
    """Places others keep on the day of the draft's span on which they keep most."""
    first = draft.valid_from or date.min
    spans = [
        (each.valid_from or date.min, each.valid_to or date.max, each.places or 0)
        for each in beside
        if each.kind == PlaceKind.RESERVES.value
    ]
    days = {first} | {start for start, _, _ in spans if start > first}
    return max(
        sum(places for start, end, places in spans if start <= day <= end)
        for day in days
        if day <= (draft.valid_to or date.max)
    )


def _known(session: Session, provider_id: int, field: str) -> Whole:
    found = providers.by_id(session, provider_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_PROVIDER, field, id=provider_id)
    return found


Days = tuple[date | None, date | None]


def _meets(one: Days, other: Days) -> bool:
    return (one[0] or date.min) <= (other[1] or date.max) and (other[0] or date.min) <= (
        one[1] or date.max
    )


def _existing(session: Session, place_id: int) -> EmployerPlace:
    found = employer_places.place(session, place_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_EMPLOYER_PLACE, id=place_id)
    return found


def _done(session: Session, act: Act, row: EmployerPlace) -> Done:
    return Done(act, _TOUCHED, batch_of(session), facts=_facts(session, row))


def _facts(session: Session, row: EmployerPlace) -> dict[str, str]:
    names = providers.names_of_organisations(session, [row.organisation_id])
    entry = employer_places.entry_of_service(session, row.service_id)
    return {
        "id": str(row.id),
        "name": names.get(row.organisation_id, ""),
        "other": existing.provider(session, entry or 0).organisation.name,
    }
