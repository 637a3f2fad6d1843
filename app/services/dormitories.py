"""Dormitories for trainees and students, and who is on their waiting lists."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.housing import DormitoryDraft, DormitoryView, WaitingDraft
from app.services import checks, existing
from app.services.derived import called_name
from app.services.dormitory_views import dormitory_view, waiting_hints
from app.services.transactions import Transactions
from db.journal import batch_of, is_written
from db.repositories import housing
from db.tables.housing import Dormitory, DormitoryEntry

_KEPT = frozenset({Topic.NETWORK, Topic.SUPPORT})
_NUMBERS = ("places", "free_places", "waiting")


class Dormitories:
    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def all(self) -> tuple[DormitoryView, ...]:
        """Every dormitory by name."""
        with self._transactions.reading() as session:
            found = [dormitory_view(session, row) for row in housing.dormitories(session)]
        return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.provider)))

    def keep(self, provider_id: int, draft: DormitoryDraft) -> Done:
        """Say of an entry of the directory that it is a dormitory, and what for; `facts["id"]` is
        the provider. Raises `Refused`: NO_SUCH_PROVIDER, or beside the field."""
        _check(draft, self._transactions.today())
        with self._transactions.command(Act.DORMITORY_KEPT) as session:
            whole = existing.provider(session, provider_id)
            row = housing.dormitory(session, provider_id)
            if row is None:
                row = Dormitory(provider_id=provider_id)
                session.add(row)
            row.audience = draft.audience.value
            for name in (*_NUMBERS, "free_as_of", "month_cents"):
                setattr(row, name, getattr(draft, name))
            row.website, row.public_note = draft.website.strip(), draft.public_note.strip()
            session.flush()
            facts = {"name": whole.organisation.name, "id": str(provider_id)}
            return Done(Act.DORMITORY_KEPT, _KEPT, batch_of(session), facts=facts)

    def remove(self, provider_id: int) -> Done:
        """It is no dormitory any more; the entry of the directory stays. Raises `Refused`:
        NO_SUCH_DORMITORY, DORMITORY_IN_USE where somebody is noted on its list (`count`)."""
        with self._transactions.command(Act.DORMITORY_REMOVED) as session:
            row = _existing(session, provider_id)
            entries = housing.entries_at(session, provider_id)
            if entries:
                raise Refused(Reason.DORMITORY_IN_USE, count=len(entries))
            name = existing.provider(session, provider_id).organisation.name
            session.delete(row)
            session.flush()
            return Done(Act.DORMITORY_REMOVED, _KEPT, batch_of(session), facts={"name": name})

    def wait(self, person_id: int, provider_id: int, draft: WaitingDraft) -> Done:
        """Note where somebody stands with a dormitory; noted again it changes.
        `facts["waiting_hints"]`: what is odd about its days. Raises `Refused`: NO_SUCH_PERSON,
        NO_SUCH_DORMITORY, or beside the field (DATE_IN_FUTURE for an application to come)."""
        checks.storable(draft)
        checks.day(draft.applied_on, "applied_on")
        _past("applied_on", draft.applied_on, self._transactions.today())
        for name in ("wanted_from", "next_on"):
            on = getattr(draft, name)
            if on is not None:
                checks.day(on, name)
        if draft.rank is not None and draft.rank < 1:
            raise Refused(Reason.NOT_A_VALUE, "rank", typed=str(draft.rank))
        with self._transactions.command(Act.WAITING_NOTED) as session:
            person = existing.person(session, person_id)
            _existing(session, provider_id)
            row = housing.entry_of(session, person_id, provider_id)
            today = self._transactions.today()
            if row is None:
                row = DormitoryEntry(
                    case_id=person.case_id,
                    person_id=person_id,
                    provider_id=provider_id,
                    noted_on=today,
                )
                session.add(row)
            row.state, row.because = draft.state.value, draft.because.strip()
            for name in ("applied_on", "wanted_from", "rank", "next_on"):
                setattr(row, name, getattr(draft, name))
            if is_written(session):
                row.noted_on = today
                session.flush()
            return _waiting(session, Act.WAITING_NOTED, row)

    def forget(self, entry_id: int) -> Done:
        """Take an entry of a waiting list back. Raises `Refused(NO_SUCH_WAITING)`."""
        with self._transactions.command(Act.WAITING_FORGOTTEN) as session:
            row = housing.entry(session, entry_id)
            if row is None:
                raise Refused(Reason.NO_SUCH_WAITING, id=entry_id)
            done = _waiting(session, Act.WAITING_FORGOTTEN, row)
            session.delete(row)
            session.flush()
            return done


def _existing(session: Session, provider_id: int) -> Dormitory:
    found = housing.dormitory(session, provider_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_DORMITORY, "provider", id=provider_id)
    return found


def _check(draft: DormitoryDraft, today: date) -> None:
    checks.storable(draft)
    for name in _NUMBERS:
        value = getattr(draft, name)
        if value is not None and value < 0:
            raise Refused(Reason.NOT_A_VALUE, name, typed=str(value))
    if draft.month_cents is not None and draft.month_cents <= 0:
        raise Refused(Reason.NO_RENT, "month_cents")
    if draft.free_as_of is not None:
        _past("free_as_of", draft.free_as_of, today)
    if draft.places is not None and (draft.free_places or 0) > draft.places:
        raise Refused(Reason.NOT_A_VALUE, "free_places", typed=str(draft.free_places))


def _past(name: str, on: date, today: date) -> None:
    """Refuse a day that nobody means, and one to come."""
    checks.day(on, name)
    if on > today:
        raise Refused(Reason.DATE_IN_FUTURE, name)


def _waiting(session: Session, act: Act, row: DormitoryEntry) -> Done:
    person = existing.person(session, row.person_id)
    name = existing.provider(session, row.provider_id).organisation.name
    facts = {"id": str(row.id), "name": called_name(person), "other": name}
    hints = waiting_hints(row)
    if hints:
        facts["waiting_hints"] = " ".join(each.value for each in hints)
    return Done(act, _KEPT, batch_of(session), case=row.case_id, facts=facts)
