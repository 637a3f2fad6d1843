"""Who promised what in a case, until when, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.contacts import PromiseDraft, PromiseState, PromiseView
from app.rules.terms import Role
from app.services import checks, existing
from app.services.transactions import Transactions
from db import journal
from db.repositories import contacts
from db.tables.contact import Promise

_TOUCHED = frozenset({Topic.SUPPORT})


class Promises:
    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def of_case(self, case_id: int) -> tuple[PromiseView, ...]:
        """Open ones first by their day, those without a day behind them; then settled ones, the
        latest first."""
        with self._transactions.reading() as session:
            return in_order(_view(row) for row in contacts.promises(session, case_id))

    def note(self, case_id: int, draft: PromiseDraft) -> Done:
        """Note a promise; `facts["id"]` is its id. Raises `Refused` beside the field, NO_SUCH_CASE,
        NO_SUCH_CONTACT where the contact is none of this case."""
        _check(draft)
        with self._transactions.command(Act.PROMISE_NOTED, case_id) as session:
            existing.case(session, case_id)
            row = Promise(case_id=case_id, noted_on=self._transactions.today())
            _fill(session, row, draft)
            session.add(row)
            return _done(session, Act.PROMISE_NOTED, row)

    def edit(self, promise_id: int, draft: PromiseDraft) -> Done:
        """Change what was promised; raises `Refused`: NO_SUCH_PROMISE, or beside the field."""
        _check(draft)
        with self._transactions.command(Act.PROMISE_EDITED) as session:
            row = _existing(session, promise_id)
            _fill(session, row, draft)
            return _done(session, Act.PROMISE_EDITED, row)

    def keep(self, promise_id: int) -> Done:
        """It was kept. Raises `Refused`: NO_SUCH_PROMISE, PROMISE_SETTLED."""
        with self._transactions.command(Act.PROMISE_KEPT) as session:
            row = _open(session, promise_id)
            row.state, row.settled_on = PromiseState.KEPT.value, self._transactions.today()
            return _done(session, Act.PROMISE_KEPT, row)

    def drop(self, promise_id: int, because: str) -> Done:
        """Nothing will come of it, and why. Raises `Refused`: NO_SUCH_PROMISE, PROMISE_SETTLED,
        REASON_MISSING."""
        checks.storable_text(because, "because")
        if not because.strip():
            raise Refused(Reason.REASON_MISSING, "because")
        with self._transactions.command(Act.PROMISE_DROPPED) as session:
            row = _open(session, promise_id)
            row.state, row.settled_on = PromiseState.DROPPED.value, self._transactions.today()
            row.because = because
            return _done(session, Act.PROMISE_DROPPED, row)

    def reopen(self, promise_id: int) -> Done:
        """It is open after all. Raises `Refused`: NO_SUCH_PROMISE, PROMISE_OPEN."""
        with self._transactions.command(Act.PROMISE_REOPENED) as session:
            row = _existing(session, promise_id)
            if row.state == PromiseState.OPEN.value:
                raise Refused(Reason.PROMISE_OPEN, id=promise_id)
            row.state, row.settled_on, row.because = PromiseState.OPEN.value, None, ""
            return _done(session, Act.PROMISE_REOPENED, row)

    def remove(self, promise_id: int) -> Done:
        """It was never made. Raises `Refused(NO_SUCH_PROMISE)`."""
        with self._transactions.command(Act.PROMISE_REMOVED) as session:
            row = _existing(session, promise_id)
            session.delete(row)
            return _done(session, Act.PROMISE_REMOVED, row)


def in_order(promises: Iterable[PromiseView]) -> tuple[PromiseView, ...]:
    """Open ones by their day, then those without one, then settled ones, the latest first."""

    def place(each: PromiseView) -> tuple[int, int, int]:
        if each.state is not PromiseState.OPEN and each.settled_on is not None:
            return 2, -each.settled_on.toordinal(), -each.id
        due = each.draft.due
        return (1, 0, each.id) if due is None else (0, due.toordinal(), each.id)

    return tuple(sorted(promises, key=place))


def _check(draft: PromiseDraft) -> None:
    checks.storable(draft)
    checks.not_blank(draft.text, "text")
    if draft.due is not None:
        checks.day(draft.due, "due")


def _existing(session: Session, promise_id: int) -> Promise:
    found = contacts.promise(session, promise_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_PROMISE, id=promise_id)
    return found


def _open(session: Session, promise_id: int) -> Promise:
    row = _existing(session, promise_id)
    if row.state != PromiseState.OPEN.value:
        raise Refused(Reason.PROMISE_SETTLED, id=promise_id)
    return row


def _fill(session: Session, row: Promise, draft: PromiseDraft) -> None:
    if draft.contact is not None:
        contact = existing.contact(session, draft.contact)
        if contact.case_id != row.case_id:
            raise Refused(Reason.NO_SUCH_CONTACT, "contact", id=draft.contact)
    row.contact_id = draft.contact
    row.role = draft.role.value
    row.by = draft.by
    row.text = draft.text
    row.due = draft.due


def _view(row: Promise) -> PromiseView:
    draft = PromiseDraft(Role(row.role), row.text, row.by, row.due, row.contact_id)
    return PromiseView(
        id=row.id,
        case=row.case_id,
        draft=draft,
        state=PromiseState(row.state),
        settled_on=row.settled_on,
        because=row.because,
        noted_on=row.noted_on,
    )


def _done(session: Session, act: Act, row: Promise) -> Done:
    session.flush()
    journal.name_case(session, row.case_id)
    case = existing.case(session, row.case_id)
    facts = {"name": case.name, "id": str(row.id)}
    return Done(act, _TOUCHED, journal.batch_of(session), row.case_id, facts)
