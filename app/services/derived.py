"""What a case is found and ordered by, computed anew with every command that touches it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from sqlalchemy.orm import Session

from app.content.languages import language_name
from app.exchange.table_words import feature_word
from app.rules.standing import PRESSING
from app.rules.terms import Answer, DateKind, StepState
from app.services.seen import ARRIVES
from db.folding import search_text, sort_key
from db.repositories import cases, providers
from db.repositories.providers import Whole
from db.tables.case import NEVER, Case, Person
from db.tables.step import Step


class Named(Protocol):
    """A person's row, or a plain row of a bulk read, as far as names go."""

    @property
    def given(self) -> str: ...
    @property
    def family(self) -> str: ...
    @property
    def called(self) -> str: ...
    @property
    def passport(self) -> str: ...
    @property
    def own_script(self) -> str: ...


def renew_case(
    session: Session, case: Case, steps: Sequence[Step], short_title: Callable[[Step], str]
) -> None:
    """Fill the derived columns of a case from its records as they stand in this session; `steps`
    are those of its plan."""
    people = cases.people(session, case.id)
    case.name = list_name(people[0]) if people else ""
    case.sort_key = sort_key(case.name)
    case.arrival_key = _arrival(session, case.id)
    upcoming = pressing(steps)
    case.due_key = str(upcoming[0].due) if upcoming else NEVER
    case.next_step = short_title(upcoming[0]) if upcoming else ""
    case.search = _search(session, case, people, steps)
    session.flush()


def renew_provider(whole: Whole) -> None:
    """Fill the derived columns of a provider; `whole` with its contact persons."""
    organisation, service, place, at = whole.organisation, whole.service, whole.place, whole.at
    at.sort_key = sort_key(organisation.name, service.name)
    at.search = search_text(
        organisation.name,
        organisation.operator,
        organisation.website,
        service.name,
        service.description,
        service.languages,
        *map(language_name, service.languages.split()),
        *map(feature_word, service.features.split()),
        place.name,
        place.street,
        place.postcode,
        place.town,
        at.note,
        at.public_note,
        organisation.phone.replace(" ", ""),
        organisation.email,
        *(text for each in whole.contacts for text in (each.name, each.area, each.note)),
    )


def pressing(steps: Iterable[Step]) -> list[Step]:
    """Open steps that apply and can be late, earliest first."""
    return sorted(
        (
            step
            for step in steps
            if step.due is not None
            and step.state == StepState.OPEN.value
            and step.applies == Answer.YES.value
            and DateKind(step.kind) in PRESSING
        ),
        key=lambda step: (step.due or "", step.id),
    )


def list_name(person: Person) -> str:
    """ "Family, given" for lists; whatever name there is where one is missing."""
    names = [name.strip() for name in (person.family, person.given) if name.strip()]
    return ", ".join(names) or full_name(person)


def full_name(person: Named) -> str:
    """The name as spoken; the spelling of the passport or the own script where there is no
    other."""
    spoken = f"{person.given.strip()} {person.family.strip()}".strip()
    return spoken or person.called or person.passport or person.own_script


def short_name(person: Named) -> str:
    """First name and initial, for whoever need not know more: "Amira B."."""
    first = called_name(person).split()[:1]
    initial = f"{person.family.strip()[:1].upper()}." if person.family.strip() else ""
    return " ".join((*first, initial)).strip()


def called_name(person: Named) -> str:
    """How the person is addressed in lists of the household."""
    return person.called.strip() or person.given.strip() or full_name(person)


def _arrival(session: Session, case_id: int) -> str:
    dates = {anchor.kind: anchor.on for anchor in cases.anchors(session, case_id)}
    for kind in ARRIVES:
        if kind.value in dates:
            return str(dates[kind.value])
    return NEVER


def _search(session: Session, case: Case, people: list[Person], steps: Sequence[Step]) -> str:
    employer = providers.by_id(session, case.employer_id) if case.employer_id is not None else None
    return search_text(
        case.occupation,
        case.source,
        case.home_street,
        case.home_postcode,
        case.home_town,
        case.note,
        employer.organisation.name if employer else "",
        *(
            text
            for person in people
            for text in (
                person.given,
                person.family,
                person.called,
                person.passport,
                person.own_script,
                person.note,
                person.phone.replace(" ", ""),
                person.email,
            )
        ),
        *(
            text
            for contact in cases.contacts(session, case.id)
            for text in (contact.whom, contact.text)
        ),
        *(text for step in steps for text in (step.title, step.note)),
    )
