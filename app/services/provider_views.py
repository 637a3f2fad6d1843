"""A provider as its form shows it: its neighbours, whom it names, and who names it."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy.orm import Session

from app.records.directory import ProviderView, Sibling, Use, UseKind
from app.records.providers import Category
from app.services.derived import list_name
from app.services.employer_places import of_service
from app.services.provider_records import draft_of
from db.repositories import cases, providers
from db.repositories.providers import Whole


def provider_view(session: Session, whole: Whole) -> ProviderView:
    """Everything about one provider; `whole` with its parts."""
    draft, at = draft_of(whole), whole.at
    return ProviderView(
        id=at.id,
        draft=draft,
        checked_on=at.checked_on,
        checked_by=at.checked_by,
        saved_at=at.saved_at,
        archived_on=at.archived_on,
        archived_because=at.archived_because,
        used_by=tuple(_uses(session, whole)),
        siblings=tuple(_siblings(session, whole)),
        reserved_for=_organisation(session, draft.reserved_for),
        successor=providers.successor_name(session, whole),
        kept=tuple(of_service(session, whole)),
    )


def _uses(session: Session, whole: Whole) -> Iterator[Use]:
    for case in providers.employing(session, whole.at.id):
        people = cases.people(session, case.id)
        yield Use(UseKind.EMPLOYER, case.id, list_name(people[0]) if people else "")
    for former in providers.succeeded_by(session, whole.at.id):
        yield Use(UseKind.SUCCESSOR, former.at.id, former.organisation.name)
    for keeper in providers.keeping_places_for(session, whole.organisation.id):
        if keeper.at.id != whole.at.id:
            yield Use(UseKind.RESERVED, keeper.at.id, keeper.organisation.name)


def _siblings(session: Session, whole: Whole) -> Iterator[Sibling]:
    for each in providers.beside(session, whole.organisation.id):
        if each.at.id != whole.at.id:
            yield Sibling(
                id=each.at.id,
                category=Category(each.service.category),
                service=each.service.name,
                site=each.place.name,
                town=each.place.town,
                archived=each.at.archived_on is not None,
                same_service=each.service.id == whole.service.id,
                same_place=each.place.id == whole.place.id,
            )


def _organisation(session: Session, organisation_id: int | None) -> str:
    found = providers.organisation(session, organisation_id) if organisation_id else None
    return found.name if found else ""
