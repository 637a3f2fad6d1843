"""Cases: taking them up, their stages, holding, closing, the contact log."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.cases import (
    CaseDraft,
    CaseHead,
    CaseView,
    CloseReason,
    ContactDraft,
    PersonDraft,
)
from app.rules.terms import Stage
from app.rules.workload import Chosen, choose
from app.services import (
    career_ties,
    case_views,
    checks,
    contact_log,
    existing,
    needs,
    plan_sets,
)
from app.services.attending import applicants, name_of
from app.services.household import fill_person
from app.services.office import check_deputy
from app.services.planner import Planner
from app.services.transactions import Transactions
from db import journal
from db.repositories import office, providers
from db.tables.case import Case, Person, StageChange
from db.tables.contact import Contact

_TOUCHED = frozenset({Topic.CANDIDATES, Topic.PLAN})
_RANK = {stage: rank for rank, stage in enumerate(Stage)}


class Candidates:
    def __init__(self, transactions: Transactions, planner: Planner) -> None:
        self._transactions = transactions
        self._planner = planner

    def case(self, case_id: int) -> CaseView:
        """Everything the form of a case shows; raises `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            return case_views.view(session, case, self._planner, self._transactions.today())

    def head(self, case_id: int) -> CaseHead:
        """The person's header; raises `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            return case_views.head(session, case, self._planner, self._transactions.today())

    def register(self, draft: CaseDraft, professional: PersonDraft) -> Done:
        """Take up a family: a case with its first person, in the first stage. It is given the set
        of milestones that is kept for its employer or profession, else the usual one; without an
        advisor, one that `workload.choose` finds, told in `facts` (`other`, shared `languages`)."""
        today = self._transactions.today()
        checks.case(draft)
        checks.person(professional, today)
        with self._transactions.command(Act.CASE_REGISTERED) as session:
            _check_references(session, draft)
            case = Case(stage=Stage.INTEREST.value, stage_rank=0, registered_on=today)
            _fill(case, draft)
            chosen = _chosen(session, draft, professional, today)
            case.advisor_id = draft.advisor or (chosen.advisor if chosen else None)
            case.onboarding_set = plan_sets.proposed(
                session, self._planner, draft.employer, draft.profession
            )
            session.add(case)
            session.flush()
            journal.name_case(session, case.id)
            person = Person(case_id=case.id)
            fill_person(person, professional)
            session.add_all(
                [person, StageChange(case_id=case.id, on=today, stage=Stage.INTEREST.value)]
            )
            return self._done(Act.CASE_REGISTERED, session, case, **_why(session, chosen))

    def edit(self, case_id: int, draft: CaseDraft) -> Done:
        """Change what is known of a case as a whole; its plan follows."""
        checks.case(draft)
        with self._transactions.command(Act.CASE_EDITED, case_id) as session:
            case = existing.case(session, case_id)
            _check_references(session, draft)
            _fill(case, draft)
            return self._done(Act.CASE_EDITED, session, case)

    def stage(self, case_id: int, stage: Stage, reason: str = "", on: date | None = None) -> Done:
        """Move a case to a stage. A step back is a failed attempt and needs its reason."""
        checks.storable_text(reason, "reason")
        if on is not None and on > self._transactions.today():
            raise Refused(Reason.DATE_IN_FUTURE, "on")
        with self._transactions.command(Act.CASE_STAGED, case_id) as session:
            case = existing.case(session, case_id)
            failed = _RANK[stage] < case.stage_rank
            if failed and not reason.strip():
                raise Refused(Reason.REASON_MISSING, "reason")
            if stage.value != case.stage or reason.strip():
                session.add(
                    StageChange(
                        case_id=case_id,
                        on=on or self._transactions.today(),
                        stage=stage.value,
                        failed=failed,
                        reason=reason,
                    )
                )
            case.stage, case.stage_rank = stage.value, _RANK[stage]
            return self._done(Act.CASE_STAGED, session, case, stage=stage.value)

    def hold(self, case_id: int, until: date, reason: str) -> Done:
        """Put a case on hold until a day, and say why."""
        checks.not_blank(reason, "reason")
        checks.day(until, "until")
        if until <= self._transactions.today():
            raise Refused(Reason.NOT_A_DATE, "until", past=True)
        with self._transactions.command(Act.CASE_HELD, case_id) as session:
            case = existing.case(session, case_id)
            case.held_until, case.held_because = until, reason
            return self._done(Act.CASE_HELD, session, case, until=str(until))

    def resume(self, case_id: int) -> Done:
        with self._transactions.command(Act.CASE_RESUMED, case_id) as session:
            case = existing.case(session, case_id)
            case.held_until, case.held_because = None, ""
            return self._done(Act.CASE_RESUMED, session, case)

    def close(self, case_id: int, because: CloseReason) -> Done:
        """Close a case; nothing of it is deleted. `facts["other"]` names the cases tied to it
        that go on, `facts["needs"]` the needs that are open still (codes, blank between)."""
        with self._transactions.command(Act.CASE_CLOSED, case_id) as session:
            case = existing.case(session, case_id)
            case.closed_on, case.closed_because = self._transactions.today(), because.value
            case.held_until, case.held_because = None, ""
            running = career_ties.still_running(session, case_id)
            told = {"other": running} if running else {}
            kinds = needs.open_kinds(session, case, self._transactions.today())
            if kinds:
                told["needs"] = " ".join(each.value for each in kinds)
            return self._done(Act.CASE_CLOSED, session, case, because=because.value, **told)

    def reopen(self, case_id: int) -> Done:
        with self._transactions.command(Act.CASE_REOPENED, case_id) as session:
            case = existing.case(session, case_id)
            case.closed_on, case.closed_because = None, ""
            return self._done(Act.CASE_REOPENED, session, case)

    def note_contact(self, case_id: int, draft: ContactDraft, advisor: int | None = None) -> Done:
        """Note a contact. Raises `Refused` beside the field; not later than today."""
        checks.contact(draft, self._transactions.today())
        with self._transactions.command(Act.CONTACT_NOTED, case_id) as session:
            case = existing.case(session, case_id)
            contact = Contact(case_id=case_id, advisor_id=advisor or case.advisor_id)
            contact_log.fill(session, contact, draft)
            key = str(contact.id)
            return self._done(Act.CONTACT_NOTED, session, case, on=str(draft.on), id=key)

    def edit_contact(self, contact_id: int, draft: ContactDraft) -> Done:
        checks.contact(draft, self._transactions.today())
        with self._transactions.command(Act.CONTACT_EDITED) as session:
            contact = existing.contact(session, contact_id)
            contact_log.fill(session, contact, draft)
            return self._done(Act.CONTACT_EDITED, session, existing.case(session, contact.case_id))

    def remove_contact(self, contact_id: int) -> Done:
        """Delete an entry; what was promised in it stays."""
        with self._transactions.command(Act.CONTACT_REMOVED) as session:
            contact = existing.contact(session, contact_id)
            contact_log.remove(session, contact)
            return self._done(Act.CONTACT_REMOVED, session, existing.case(session, contact.case_id))

    def _done(self, act: Act, session: Session, case: Case, **facts: str) -> Done:
        self._planner.reconcile(session, case, self._transactions.today())
        journal.name_case(session, case.id)
        return Done(act, _TOUCHED, journal.batch_of(session), case.id, {"name": case.name} | facts)


def _check_references(session: Session, draft: CaseDraft) -> None:
    if draft.advisor is not None and office.advisor(session, draft.advisor) is None:
        raise Refused(Reason.NO_SUCH_ADVISOR, "advisor", id=draft.advisor)
    check_deputy(session, draft.advisor, draft.deputy)
    if draft.employer is not None and providers.by_id(session, draft.employer) is None:
        raise Refused(Reason.NO_SUCH_PROVIDER, "employer", id=draft.employer)


def _chosen(
    session: Session, draft: CaseDraft, professional: PersonDraft, today: date
) -> Chosen | None:
    """Who takes a new case that comes without an advisor."""
    if draft.advisor is not None:
        return None
    languages = frozenset((draft.language, *professional.languages))
    found = (each for each in applicants(session, today) if each.id != draft.deputy)
    return choose(tuple(found), languages)


def _why(session: Session, chosen: Chosen | None) -> dict[str, str]:
    if chosen is None:
        return {}
    facts = {"other": name_of(session, chosen.advisor)}
    return facts | ({"languages": " ".join(chosen.shared)} if chosen.shared else {})


def _fill(case: Case, draft: CaseDraft) -> None:
    case.advisor_id = draft.advisor
    case.deputy_id = draft.deputy
    case.employer_id = draft.employer
    for name in (
        "language",
        "profession",
        "occupation",
        "origin",
        "source",
        "home_street",
        "home_postcode",
        "home_town",
        "note",
    ):
        setattr(case, name, getattr(draft, name))
