"""Whether people stay: talks, early signs, who left and why, who speaks for the region."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.papers import PaperKind
from app.records.staying import (
    AmbassadorDraft,
    CaseTalks,
    ConsentChoice,
    LeavingDraft,
    TalkDraft,
)
from app.records.staying import (
    Staying as StayingView,
)
from app.rules.staying import BEST_MOOD, STEPS, WORST_MOOD, TalkKind
from app.rules.terms import Answer, DateKind, Purpose, Recipient, StepState
from app.services import checks, existing, staying_cases, staying_county, staying_sheet
from app.services.derived import full_name
from app.services.papers import PaperOrder
from app.services.planner import Planner
from app.services.transactions import Transactions
from db import journal
from db.repositories import cases, consents, office, staying
from db.tables.case import Case
from db.tables.consent import Consent
from db.tables.staying import Ambassador, Leaving, LeavingReason, Talk, TalkReason
from db.tables.step import Step

_TOUCHED = frozenset({Topic.SUPPORT})
_WITH_PLAN = _TOUCHED | {Topic.PLAN, Topic.CANDIDATES}


class Staying:
    def __init__(self, transactions: Transactions, planner: Planner) -> None:
        self._transactions = transactions
        self._planner = planner

    def of_case(self, case_id: int) -> CaseTalks:
        """The talks of a case and what they say; raises `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            return staying_cases.view(session, case, self._planner, self._transactions.today())

    def overview(self) -> StayingView:
        """Who may leave, what keeps people here, who left, who speaks for the region."""
        with self._transactions.reading() as session:
            return staying_county.view(session, self._planner, self._transactions.today())

    def consents_for(self, case_id: int) -> tuple[ConsentChoice, ...]:
        """What an ambassador of this case may rest on, the newest first: a consent to pass data on
        to another service point or to somebody named, or to print a picture."""
        with self._transactions.reading() as session:
            existing.case(session, case_id)
            return tuple(
                ConsentChoice(
                    each.id,
                    each.person_id,
                    each.given_on,
                    each.recipient_name,
                    each.purpose == Purpose.PHOTO.value,
                )
                for each in staying.consents(session, case_id)
                if _allows(each)
            )

    def sheet(self, case_id: int, kind: TalkKind, talk_id: int | None = None) -> PaperOrder:
        """The sheet to fill in before a talk: questions alone, nothing of what is recorded but the
        name and the day. `talk_id`: of several others this one. Raises `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            name = case.name
        gather = staying_sheet.gathering(case_id, kind, self._transactions.today(), talk_id)
        return PaperOrder(PaperKind.TALK, name, gather, case_id)

    def add_talk(self, case_id: int, draft: TalkDraft) -> Done:
        """Plan a talk or write one down; `facts["id"]` is its id. Raises `Refused`: TALK_EXISTS,
        or beside the field."""
        self._check(draft)
        with self._transactions.command(Act.TALK_ADDED, case_id) as session:
            case = existing.case(session, case_id)
            talk = Talk(case_id=case_id)
            self._fill(session, talk, draft)
            session.add(talk)
            session.flush()
            _give_reasons(session, talk, draft)
            return self._told(Act.TALK_ADDED, session, case, talk, draft)

    def edit_talk(self, talk_id: int, draft: TalkDraft) -> Done:
        """Change a talk; raises `Refused`: NO_SUCH_TALK, TALK_EXISTS, or beside the field."""
        self._check(draft)
        with self._transactions.command(Act.TALK_EDITED) as session:
            talk = _talk(session, talk_id)
            case = existing.case(session, talk.case_id)
            self._fill(session, talk, draft)
            _give_reasons(session, talk, draft)
            return self._told(Act.TALK_EDITED, session, case, talk, draft)

    def remove_talk(self, talk_id: int) -> Done:
        """Delete a talk and what was said; its step stays as it is. Raises
        `Refused(NO_SUCH_TALK)`."""
        with self._transactions.command(Act.TALK_REMOVED) as session:
            talk = _talk(session, talk_id)
            case = existing.case(session, talk.case_id)
            staying.remove_talk(session, talk)
            session.flush()
            return _done(Act.TALK_REMOVED, session, case)

    def note_leaving(self, case_id: int, draft: LeavingDraft) -> Done:
        """Note that a case left its employer or the region, or change that; with `draft.close` it
        is closed in the same step. Raises `Refused` beside the field."""
        checks.storable(draft)
        checks.day(draft.left_on, "left_on")
        if draft.close is not None and draft.left_on > self._transactions.today():
            raise Refused(Reason.DATE_IN_FUTURE, "left_on")
        with self._transactions.command(Act.LEAVING_NOTED, case_id) as session:
            case = existing.case(session, case_id)
            row = staying.leaving(session, case_id) or Leaving(case_id=case_id)
            row.left_on, row.leaves = draft.left_on, draft.leaves.value
            row.may_return, row.note = draft.may_return, draft.note.strip()
            session.add(row)
            session.flush()
            _give_leaving_reasons(session, row, draft)
            touched = _TOUCHED
            if draft.close is not None:
                case.closed_on, case.closed_because = self._transactions.today(), draft.close.value
                case.held_until, case.held_because = None, ""
                self._planner.reconcile(session, case, self._transactions.today())
                touched = _WITH_PLAN
            return _done(Act.LEAVING_NOTED, session, case, touched)

    def remove_leaving(self, case_id: int) -> Done:
        """Take a leaving back; a closed case stays closed. Raises `Refused(NO_LEAVING)`."""
        with self._transactions.command(Act.LEAVING_REMOVED, case_id) as session:
            case = existing.case(session, case_id)
            row = staying.leaving(session, case_id)
            if row is None:
                raise Refused(Reason.NO_LEAVING, id=case_id)
            for reason in staying.leaving_reasons(session, row.id):
                session.delete(reason)
            session.flush()
            session.delete(row)
            return _done(Act.LEAVING_REMOVED, session, case)

    def add_ambassador(self, case_id: int, draft: AmbassadorDraft) -> Done:
        """Enter somebody as an ambassador; `facts["id"]` is the entry. Raises `Refused`:
        AMBASSADOR_CONSENT_MISSING, ALREADY_AMBASSADOR, or beside the field."""
        _check_ambassador(draft)
        with self._transactions.command(Act.AMBASSADOR_ADDED, case_id) as session:
            existing.case(session, case_id)
            row = Ambassador(case_id=case_id)
            return _enter(Act.AMBASSADOR_ADDED, session, row, draft)

    def edit_ambassador(self, ambassador_id: int, draft: AmbassadorDraft) -> Done:
        """Change an entry; raises as `add_ambassador`, NO_SUCH_AMBASSADOR."""
        _check_ambassador(draft)
        with self._transactions.command(Act.AMBASSADOR_EDITED) as session:
            row = _ambassador(session, ambassador_id)
            return _enter(Act.AMBASSADOR_EDITED, session, row, draft)

    def remove_ambassador(self, ambassador_id: int) -> Done:
        """Delete an entry; raises `Refused(NO_SUCH_AMBASSADOR)`."""
        with self._transactions.command(Act.AMBASSADOR_REMOVED) as session:
            row = _ambassador(session, ambassador_id)
            name = full_name(existing.person(session, row.person_id))
            case = existing.case(session, row.case_id)
            session.delete(row)
            return _done(Act.AMBASSADOR_REMOVED, session, case, name=name)

    def _check(self, draft: TalkDraft) -> None:
        checks.storable(draft)
        for name in ("planned_on", "held_on", "next_on", "next_done_on"):
            on = getattr(draft, name)
            if on is not None:
                checks.day(on, name)
        if draft.held_on is not None and draft.held_on > self._transactions.today():
            raise Refused(Reason.DATE_IN_FUTURE, "held_on")
        if draft.mood is not None and not WORST_MOOD <= draft.mood <= BEST_MOOD:
            raise Refused(Reason.NOT_A_MOOD, "mood")
        if draft.speaks_for & draft.against:
            raise Refused(Reason.FOR_AND_AGAINST, "reasons")
        told = draft.mood or draft.intention or draft.speaks_for or draft.against
        if draft.held_on is None and (told or draft.tick):
            raise Refused(Reason.DAY_MISSING, "held_on")
        if draft.kind is TalkKind.OTHER and not (draft.planned_on or draft.held_on):
            raise Refused(Reason.DAY_MISSING, "planned_on")
        if draft.next_on or draft.next_done_on:
            checks.not_blank(draft.next_act, "next_act")

    def _fill(self, session: Session, talk: Talk, draft: TalkDraft) -> None:
        if draft.person is not None:
            _member(session, talk.case_id, draft.person)
        if draft.advisor is not None and office.advisor(session, draft.advisor) is None:
            raise Refused(Reason.NO_SUCH_ADVISOR, "advisor", id=draft.advisor)
        if draft.kind in STEPS:
            for other in staying.talks(session, (talk.case_id,)):
                if other.kind == draft.kind.value and other.id != talk.id:
                    raise Refused(Reason.TALK_EXISTS, "kind", id=other.id)
        talk.kind = draft.kind.value
        talk.person_id, talk.advisor_id = draft.person, draft.advisor
        talk.planned_on, talk.held_on = draft.planned_on, draft.held_on
        talk.mood = draft.mood
        talk.intention = draft.intention.value if draft.intention else ""
        talk.note, talk.next_act = draft.note.strip(), draft.next_act.strip()
        talk.next_on, talk.next_done_on = draft.next_on, draft.next_done_on

    def _told(self, act: Act, session: Session, case: Case, talk: Talk, draft: TalkDraft) -> Done:
        """What was saved, its step ticked along where the draft says so."""
        step = _step(session, case.id, draft.kind) if draft.tick else None
        if step is None:
            return _done(act, session, case, id=str(talk.id))
        step.state, step.done_on, step.reason = StepState.DONE.value, draft.held_on, ""
        step.snoozed_until = None
        self._planner.reconcile(session, case, self._transactions.today())
        return _done(act, session, case, _WITH_PLAN, id=str(talk.id))


def _done(
    act: Act, session: Session, case: Case, touched: frozenset[Topic] = _TOUCHED, **facts: str
) -> Done:
    journal.name_case(session, case.id)
    session.flush()
    told = {"name": case.name} | facts
    return Done(act, touched, journal.batch_of(session), case.id, told)


def _talk(session: Session, talk_id: int) -> Talk:
    found = staying.talk(session, talk_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_TALK, id=talk_id)
    return found


def _ambassador(session: Session, ambassador_id: int) -> Ambassador:
    found = staying.ambassador(session, ambassador_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_AMBASSADOR, id=ambassador_id)
    return found


def _step(session: Session, case_id: int, kind: TalkKind) -> Step | None:
    """The step a talk belongs to, where it is open, applies and can be ticked."""
    template = STEPS.get(kind)
    for step in cases.steps(session, case_id) if template else ():
        is_open = step.state == StepState.OPEN.value and step.applies != Answer.NO.value
        if step.template == template and is_open and step.kind != DateKind.HINT.value:
            return step
    return None


def _member(session: Session, case_id: int, person_id: int) -> None:
    if existing.person(session, person_id).case_id != case_id:
        raise Refused(Reason.NO_SUCH_PERSON, "person", id=person_id)


def _give_reasons(session: Session, talk: Talk, draft: TalkDraft) -> None:
    given = dict.fromkeys((each.value for each in draft.speaks_for), True)
    given |= dict.fromkeys((each.value for each in draft.against), False)
    for row in staying.reasons_of(session, talk.id):
        if row.reason in given:
            row.speaks_for = given.pop(row.reason)
        else:
            session.delete(row)
    session.add_all(
        TalkReason(talk_id=talk.id, reason=reason, speaks_for=speaks_for)
        for reason, speaks_for in sorted(given.items())
    )


def _give_leaving_reasons(session: Session, row: Leaving, draft: LeavingDraft) -> None:
    wanted = {each.value for each in draft.reasons}
    for reason in staying.leaving_reasons(session, row.id):
        if reason.reason in wanted:
            wanted.remove(reason.reason)
        else:
            session.delete(reason)
    session.add_all(LeavingReason(leaving_id=row.id, reason=each) for each in sorted(wanted))


def _check_ambassador(draft: AmbassadorDraft) -> None:
    checks.storable(draft)
    checks.span(("since", draft.since), ("until", draft.until))


def _enter(act: Act, session: Session, row: Ambassador, draft: AmbassadorDraft) -> Done:
    case = existing.case(session, row.case_id)
    _member(session, case.id, draft.person)
    same = staying.same_kind(session, draft.person, draft.kind.value)
    if same is not None and same.id != row.id:
        raise Refused(Reason.ALREADY_AMBASSADOR, "kind", id=same.id)
    consent = consents.by_id(session, draft.consent)
    fits = consent is not None and consent.person_id == draft.person and _allows(consent)
    if not fits or (consent is not None and consent.withdrawn_on is not None):
        raise Refused(Reason.AMBASSADOR_CONSENT_MISSING, "consent", id=draft.consent)
    row.person_id, row.kind = draft.person, draft.kind.value
    row.topics, row.consent_id = draft.topics.strip(), draft.consent
    row.since, row.until = draft.since, draft.until
    session.add(row)
    session.flush()
    name = full_name(existing.person(session, draft.person))
    return _done(act, session, case, name=name, id=str(row.id))


def _allows(consent: Consent) -> bool:
    """Whether a consent lets others know of somebody who speaks for the region."""
    if consent.purpose == Purpose.PHOTO.value:
        return True
    if consent.purpose != Purpose.SHARE.value:
        return False
    if consent.recipient == Recipient.OTHER.value:
        return bool(consent.recipient_name.strip())
    return consent.recipient == Recipient.PARTNER_POINT.value
