"""What a household needed, whether it was met, and why not.

What is recorded elsewhere (wishes, choices, applications) tells of needs by itself; what the office
says of one goes before that, since it may know more.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.needs import (
    NeedDraft,
    NeedEarly,
    NeedKind,
    NeedOutcome,
    NeedState,
    NeedView,
    UnmetReason,
)
from app.services import checks, existing
from app.services.transactions import Transactions
from db.journal import batch_of
from db.lists.needs import Recorded, recorded
from db.repositories import needs
from db.tables.case import Case
from db.tables.needs import Need

_TOUCHED = frozenset({Topic.SUPPORT})
_SETTLED = (NeedState.MET, NeedState.UNMET)


class Needs:
    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def of_case(self, case_id: int) -> tuple[NeedView, ...]:
        """The needs of a case in the order of their kinds. Raises `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            return needs_of(session, case, self._transactions.today())

    def say(self, case_id: int, draft: NeedDraft) -> Done:
        """Note where a need stands; noted again it changes. Without a day it was settled today.
        `facts["need_early"]`: before what that was, with the day (`on`), where it is odd. Raises
        `Refused`: NO_SUCH_CASE, DATE_IN_FUTURE (`settled_on`), REASON_MISSING (`reason`) for one
        that was not met and (`because`) for NeedKind.OTHER, NOT_UNMET where reason or outcome
        stand beside another state."""
        today = self._transactions.today()
        _check(draft, today)
        with self._transactions.command(Act.NEED_NOTED, case_id) as session:
            case = existing.case(session, case_id)
            row = needs.of_kind(session, case_id, draft.kind.value)
            if row is None:
                row = Need(case_id=case_id, kind=draft.kind.value, since=today)
                session.add(row)
            row.state = draft.state.value
            row.settled_on = (draft.settled_on or today) if draft.state in _SETTLED else None
            row.reason = draft.reason.value if draft.reason else ""
            row.outcome = draft.outcome.value if draft.outcome else ""
            row.because = draft.because.strip()
            session.flush()
            done = _done(session, Act.NEED_NOTED, row)
            kept = next(e for e in needs_of(session, case, today) if e.kind is draft.kind)
            return replace(done, facts={**done.facts, **_odd(kept)})

    def forget(self, case_id: int, kind: NeedKind) -> Done:
        """Take back what was said: what is recorded counts again. Raises `Refused`: NO_SUCH_CASE,
        NO_SUCH_NEED where nothing was said."""
        with self._transactions.command(Act.NEED_FORGOTTEN, case_id) as session:
            existing.case(session, case_id)
            row = needs.of_kind(session, case_id, kind.value)
            if row is None:
                raise Refused(Reason.NO_SUCH_NEED, "kind")
            session.delete(row)
            session.flush()
            return _done(session, Act.NEED_FORGOTTEN, row)


def needs_of(session: Session, case: Case, today: date) -> tuple[NeedView, ...]:
    """As `Needs.of_case`, in a session that is open."""
    traces = {NeedKind(each.kind): each for each in recorded_of(session, case.id, today)}
    said = {NeedKind(each.kind): each for each in needs.of_case(session, case.id)}
    return tuple(
        _view(kind, traces.get(kind), said.get(kind), case.registered_on)
        for kind in NeedKind
        if kind in traces or kind in said
    )


def open_kinds(session: Session, case: Case, today: date) -> tuple[NeedKind, ...]:
    """The needs of a case nobody settled."""
    found = needs_of(session, case, today)
    return tuple(each.kind for each in found if each.state is NeedState.OPEN)


def recorded_of(session: Session, case_id: int, today: date) -> tuple[Recorded, ...]:
    """What the records of a case tell of its needs."""
    connection = session.connection().connection.driver_connection
    if connection is None:  # a session that is closed has none
        return ()
    return tuple(recorded(connection, today.isoformat(), case_id))


def _check(draft: NeedDraft, today: date) -> None:
    checks.storable(draft)
    if draft.settled_on is not None:
        checks.day(draft.settled_on, "settled_on")
        if draft.settled_on > today:
            raise Refused(Reason.DATE_IN_FUTURE, "settled_on")
    if draft.state is NeedState.UNMET:
        if draft.reason is None:
            raise Refused(Reason.REASON_MISSING, "reason")
    elif draft.reason is not None or draft.outcome is not None:
        raise Refused(Reason.NOT_UNMET, "reason" if draft.reason else "outcome")
    if draft.kind is NeedKind.OTHER and not draft.because.strip():
        raise Refused(Reason.REASON_MISSING, "because")


def _view(
    kind: NeedKind, trace: Recorded | None, row: Need | None, registered_on: date
) -> NeedView:
    seen = None
    if trace is not None:
        seen = NeedState.MET if trace.is_met else NeedState.OPEN
    since = _day(trace.since) if trace is not None else None
    if row is None:
        settled = _day(trace.met_on) if trace is not None else None
        return NeedView(kind, seen or NeedState.OPEN, since, settled, is_said=False, recorded=seen)
    began = since or registered_on
    is_early = row.settled_on is not None and row.settled_on < began
    early = NeedEarly.RECORD if since is not None else NeedEarly.CASE
    since = since or row.since
    if row.settled_on is not None:
        since = min(since, row.settled_on)
    return NeedView(
        kind,
        NeedState(row.state),
        since,
        row.settled_on,
        is_said=True,
        recorded=seen,
        reason=UnmetReason(row.reason) if row.reason else None,
        outcome=NeedOutcome(row.outcome) if row.outcome else None,
        because=row.because,
        early=early if is_early else None,
        began_on=began if is_early else None,
    )


def _odd(view: NeedView) -> dict[str, str]:
    """What is told beside the state that was noted."""
    if view.early is None or view.began_on is None:
        return {}
    return {"need_early": view.early.value, "on": view.began_on.isoformat()}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _done(session: Session, act: Act, row: Need) -> Done:
    facts = {"need": row.kind, "need_state": row.state}
    return Done(act, _TOUCHED, batch_of(session), case=row.case_id, facts=facts)
