"""Members of a household who may live in a dormitory, and their waiting lists."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy.orm import Session

from app.records.events import CaseEvent, EventKind
from app.records.housing import (
    WAITS,
    Audience,
    DormitoryDraft,
    DormitoryMember,
    DormitoryView,
    WaitingDraft,
    WaitingHint,
    WaitingState,
    WaitingView,
)
from app.rules.facts import FactKey
from app.rules.terms import MemberRole
from app.services.derived import called_name
from app.services.known import known_facts
from db.repositories import cases, housing, providers
from db.tables.case import Case
from db.tables.housing import Dormitory, DormitoryEntry

LEARNERS = ("trainee", "student")
_WAITS = tuple(each.value for each in WAITS)


def dormitory_view(session: Session, row: Dormitory) -> DormitoryView:
    """A dormitory with its entry in the directory."""
    whole = providers.by_id(session, row.provider_id)
    entries = housing.entries_at(session, row.provider_id)
    return DormitoryView(
        provider=row.provider_id,
        name=whole.organisation.name if whole else "",
        town=whole.place.town if whole else "",
        phone=whole.organisation.phone if whole else "",
        draft=DormitoryDraft(
            audience=Audience(row.audience),
            places=row.places,
            free_places=row.free_places,
            free_as_of=row.free_as_of,
            waiting=row.waiting,
            month_cents=row.month_cents,
            website=row.website,
            public_note=row.public_note,
        ),
        waiting_here=len({each.case_id for each in entries if each.state in _WAITS}),
    )


def waiting_view(row: DormitoryEntry, name: str) -> WaitingView:
    """An entry of a waiting list; `name` of the dormitory."""
    return WaitingView(
        id=row.id,
        person=row.person_id,
        provider=row.provider_id,
        dormitory=name,
        draft=WaitingDraft(
            state=WaitingState(row.state),
            applied_on=row.applied_on,
            wanted_from=row.wanted_from,
            rank=row.rank,
            next_on=row.next_on,
            because=row.because,
        ),
        hints=waiting_hints(row),
    )


def waiting_hints(row: DormitoryEntry) -> tuple[WaitingHint, ...]:
    """What is odd about the days of an entry."""
    found = (
        (WaitingHint.WANTED_BEFORE, row.wanted_from),
        (WaitingHint.ASK_BEFORE, row.next_on),
    )
    return tuple(hint for hint, on in found if on is not None and on < row.applied_on)


def members_of(session: Session, case: Case) -> tuple[DormitoryMember, ...]:
    """Those who learn a trade or study, and whoever is on a list."""
    rows = housing.entries_of_case(session, case.id)
    facts = {
        fact.person_id: fact.value
        for fact in known_facts(session, case.id)
        if fact.key == FactKey.PROFESSION.value
    }
    names = providers.names_of_providers(session, [each.provider_id for each in rows])
    found = []
    for person in cases.people(session, case.id):
        own = case.profession if person.role == MemberRole.PROFESSIONAL.value else ""
        profession = facts.get(person.id) or own
        entries = tuple(
            waiting_view(each, names.get(each.provider_id, ""))
            for each in rows
            if each.person_id == person.id
        )
        if profession in LEARNERS or entries:
            found.append(
                DormitoryMember(person.id, called_name(person), profession == "student", entries)
            )
    return tuple(found)


def waiting_events(session: Session, wanted: Collection[int] | None = None) -> Iterator[CaseEvent]:
    """The days on which the office asks how it stands with a waiting list; open."""
    rows = [each for each in housing.open_entries(session, wanted, _WAITS) if each.next_on]
    names = providers.names_of_providers(session, [each.provider_id for each in rows])
    for row in rows:
        if row.next_on is not None:
            yield CaseEvent(
                EventKind.VIEWING,
                row.case_id,
                row.next_on,
                names.get(row.provider_id, ""),
                row.id,
                person=row.person_id,
                is_open=True,
            )
