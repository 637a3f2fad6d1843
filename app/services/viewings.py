"""Where a case stands with a home: asked, viewed, accepted, or why nothing came of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.housing import FAILED, InterestDraft, InterestState, ViewingNote
from app.rules.facts import YES, FactKey
from app.services import checks, existing
from app.services.home_board import viewing_notes
from app.services.home_records import existing_offer
from app.services.planner import Planner
from app.services.transactions import Transactions
from db.journal import batch_of
from db.repositories import cases, housing
from db.tables.case import Case, RecordedFact
from db.tables.housing import HousingInterest, HousingOffer

_TOUCHED = frozenset({Topic.SUPPORT, Topic.NETWORK})
_FOUND = _TOUCHED | {Topic.CANDIDATES, Topic.PLAN}
_DAY = range(1440)
_TOLD = (ViewingNote.PAST, ViewingNote.AHEAD)
"""What is told at once, for it is mistyped or the next thing to do."""


class Viewings:
    def __init__(self, transactions: Transactions, planner: Planner) -> None:
        self._transactions = transactions
        self._planner = planner

    def note(self, case_id: int, offer_id: int, draft: InterestDraft) -> Done:
        """Note where a case stands with a home; noted again it changes. Accepting it may record
        that a home is found and archive the offer. `facts["taken"]` names a home another case
        has, `facts["viewing_notes"]` what is odd about the day of the viewing. Raises `Refused`:
        NO_SUCH_CASE, NO_SUCH_HOME, VIEWING_DAY_MISSING, NOT_A_TIME, REASON_MISSING for a failed
        attempt, HOME_ENDED for anything but that where the offer is archived and was not noted
        before."""
        _check(draft)
        with self._transactions.command(Act.HOME_INTEREST_NOTED, case_id) as session:
            case = existing.case(session, case_id)
            offer = existing_offer(session, offer_id)
            row = housing.interest_of(session, case_id, offer_id)
            if row is None:
                if offer.archived_on is not None and draft.state not in FAILED:
                    raise Refused(Reason.HOME_ENDED, "state", other=offer.title)
                row = HousingInterest(case_id=case_id, offer_id=offer_id)
                session.add(row)
            if row.state != draft.state.value or row.noted_on is None:
                row.noted_on = self._transactions.today()
            row.state = draft.state.value
            row.viewing_on, row.viewing_at = draft.viewing_on, draft.viewing_at
            failed = draft.state in FAILED
            row.reason = draft.reason.value if failed and draft.reason else ""
            row.because = draft.because.strip()
            session.flush()
            found = draft.state is InterestState.ACCEPTED
            if found and draft.take_out and offer.archived_on is None:
                offer.archived_on = self._transactions.today()
            if found and draft.home_found:
                self._record_found(session, case)
            done = _done(session, Act.HOME_INTEREST_NOTED, row, case, offer)
            odd = _odd(session, row, offer, self._transactions.today())
            return replace(done, facts={**done.facts, **odd})

    def forget(self, interest_id: int) -> Done:
        """Take a note back that was made by mistake. Raises `Refused(NO_SUCH_INTEREST)`."""
        with self._transactions.command(Act.HOME_INTEREST_FORGOTTEN) as session:
            row = housing.interest(session, interest_id)
            if row is None:
                raise Refused(Reason.NO_SUCH_INTEREST, id=interest_id)
            case = existing.case(session, row.case_id)
            offer = existing_offer(session, row.offer_id)
            done = _done(session, Act.HOME_INTEREST_FORGOTTEN, row, case, offer)
            session.delete(row)
            session.flush()
            return done

    def _record_found(self, session: Session, case: Case) -> None:
        key = FactKey.HOME_FOUND.value
        fact = cases.fact(session, case.id, None, key)
        if fact is None:
            fact = RecordedFact(case_id=case.id, person_id=None, key=key)
            session.add(fact)
        fact.value, fact.noted_on = YES, self._transactions.today()
        self._planner.reconcile(session, case, self._transactions.today())


def _check(draft: InterestDraft) -> None:
    checks.storable_text(draft.because, "because")
    if draft.viewing_on is not None:
        checks.day(draft.viewing_on, "viewing_on")
    elif draft.state is InterestState.VIEWING:
        raise Refused(Reason.VIEWING_DAY_MISSING, "viewing_on")
    if draft.viewing_at is not None and draft.viewing_at not in _DAY:
        raise Refused(Reason.NOT_A_TIME, "viewing_at", typed=str(draft.viewing_at))
    if draft.state in FAILED and draft.reason is None:
        raise Refused(Reason.REASON_MISSING, "reason")


def _odd(
    session: Session, row: HousingInterest, offer: HousingOffer, today: date
) -> dict[str, str]:
    """What is told beside the state that was noted."""
    facts: dict[str, str] = {}
    others = [each for each in housing.taken(session).get(offer.id, ()) if each != row.case_id]
    if others and InterestState(row.state) not in FAILED:
        facts["taken"] = offer.title
    notes = [each for each in viewing_notes(row, (), today) if each in _TOLD]
    if notes:
        facts["viewing_notes"] = " ".join(each.value for each in notes)
    return facts


def _done(
    session: Session, act: Act, row: HousingInterest, case: Case, offer: HousingOffer
) -> Done:
    facts = {
        "id": str(row.id),
        "name": case.name,
        "other": offer.title,
        "home_state": row.state,
    }
    return Done(act, _FOUND, batch_of(session), case=case.id, facts=facts)
