"""Who can care for a child on the parents' rosters, and what is decided about it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.care import CareState, ChoiceDraft, ChoiceView
from app.records.care_board import (
    Answer,
    CareBoard,
    Covering,
    CoveringQuery,
    PersonCare,
    Trial,
)
from app.rules import week_need
from app.rules.terms import AnchorKind, MemberRole
from app.services import care_covering, care_records, checks, existing, known
from app.services.care_board import Workshop, monday_of
from app.services.care_data import Geography
from app.services.derived import called_name
from app.services.one_kita import refuse_second_kita
from app.services.rosters import check_minutes
from app.services.transactions import Transactions
from db import journal
from db.repositories import care, cases
from db.tables.care import CareChoice
from db.tables.case import Case, Person

_BEGINS = (AnchorKind.WORK_START, AnchorKind.CARE_START)
_TOUCHED = frozenset({Topic.CARE})


class Care:
    def __init__(self, transactions: Transactions, resources: Path) -> None:
        self._transactions = transactions
        self._resources = resources
        self._kept: tuple[tuple[object, ...], Workshop] | None = None

    def choices(self, case_id: int) -> tuple[ChoiceView, ...]:
        """What is decided for the people of a case. Raises `Refused`: NO_SUCH_CASE."""
        with self._transactions.reading() as session:
            existing.case(session, case_id)
            found = care.choices_of_case(session, case_id)
            return tuple(map(care_records.choice_view, found))

    def board(self, case_id: int, first: date | None = None) -> CareBoard:
        """Who can care for the people of a case over 28 days from the Monday of `first` (None: of
        the day they need it from, see `usual_first`). Raises `Refused`: NO_SUCH_CASE."""
        return self._workshop(case_id, first).board()

    def answers(
        self, case_id: int, person_id: int, helper: int, first: date | None = None
    ) -> tuple[Answer, ...]:
        """The best combinations that a place (its key on the board) is in. Raises `Refused`:
        NO_SUCH_CASE, NO_SUCH_PERSON."""
        workshop = self._workshop(case_id, first)
        _check_person(workshop, person_id)
        return workshop.answers(person_id, helper)

    def tried(
        self,
        case_id: int,
        person_id: int,
        helpers: tuple[int, ...],
        trial: Trial,
        first: date | None = None,
    ) -> Answer:
        """What these places would cover were a parent's duties of some days others; nothing is
        kept. Raises `Refused`: NO_SUCH_CASE, NO_SUCH_PERSON, NOT_A_SHIFT, SHIFT_TOO_LONG."""
        if trial.start != trial.end:
            check_minutes(trial.start, trial.end)
        workshop = self._workshop(case_id, first)
        _check_person(workshop, person_id)
        return workshop.tried(trial).answer_of(person_id, helpers)

    def covering(self, query: CoveringQuery) -> Covering:
        """Which providers of childcare cover all of a need by themselves in an ordinary week.
        Raises `Refused`: NOT_A_NEED."""
        need = week_need.written(query.need)
        if need is None:
            raise Refused(Reason.NOT_A_NEED, "need", typed=query.need)
        days = week_need.ordinary_week(self._transactions.today())
        with self._transactions.reading() as session:
            return care_covering.covering(session, query, need, days)

    def decided(self, case_id: int, first: date | None = None) -> tuple[PersonCare, ...]:
        """For each person the answer of what is proposed, wanted or promised. Raises `Refused`:
        NO_SUCH_CASE."""
        return self._workshop(case_id, first).decided()

    def _workshop(self, case_id: int, first: date | None) -> Workshop:
        """What the answers of a household are computed with: read again only after a command."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            today = self._transactions.today()
            monday = monday_of(first or usual_first(session, case, today))
            key = (case_id, monday, today, journal.last_batch(session))
            if self._kept is None or self._kept[0] != key:
                self._kept = (key, workshop_of(session, case, today, self._resources, monday))
            return self._kept[1]

    def decide(self, person_id: int, draft: ChoiceDraft) -> Done:
        """Note what is decided between a person and a provider or carer; the last word counts.

        Raises `Refused`: NO_SUCH_PERSON, NO_SUCH_PROVIDER, NO_SUCH_CARER (of another household,
        beside a provider, or neither named), REASON_MISSING (declined without a reason),
        NOT_OPENING_HOURS, NOT_A_DATE, ENDS_BEFORE_IT_BEGINS, SECOND_KITA (a child has at most one
        kita promised at a time), TEXT_NOT_STORABLE; CONSENT_MISSING (care for anybody but a child
        tells of health, Art. 9 DSGVO).
        """
        _check(draft)
        with self._transactions.command(Act.CARE_DECIDED) as session:
            person = existing.person(session, person_id)
            name = _named(session, person, draft)
            is_child = MemberRole(person.role) is MemberRole.CHILD
            if not is_child and not known.may_be_kept(session, person_id):
                raise Refused(Reason.CONSENT_MISSING)
            choice = care.choice(session, person_id, draft.provider, draft.carer)
            if choice is None:
                choice = CareChoice(person_id=person_id)
                session.add(choice)
            care_records.fill_choice(choice, draft)
            choice.noted_on = self._transactions.today()
            session.flush()
            refuse_second_kita(session, person.case_id, draft.provider)
            return _done(session, Act.CARE_DECIDED, person, name=name, state=draft.state.value)

    def forget(
        self, person_id: int, *, provider: int | None = None, carer: int | None = None
    ) -> Done:
        """Take back that anything was decided. Raises `Refused`: NO_SUCH_PERSON,
        NOTHING_TO_UNDO."""
        with self._transactions.command(Act.CARE_FORGOTTEN) as session:
            person = existing.person(session, person_id)
            choice = care.choice(session, person_id, provider, carer)
            if choice is None:
                raise Refused(Reason.NOTHING_TO_UNDO)
            name = _named(session, person, care_records.choice_view(choice).draft)
            session.delete(choice)
            return _done(session, Act.CARE_FORGOTTEN, person, name=name)


def workshop_of(
    session: Session,
    case: Case,
    today: date,
    resources: Path,
    monday: date,
    *,
    wide: bool = True,
) -> Workshop:
    """What a household's answer over four weeks from a Monday is computed with; `wide` as in
    `Workshop`."""
    names = {each.id: called_name(each) for each in cases.people(session, case.id)}
    geography = Geography(session, resources)
    return Workshop(session, geography, case.id, names, monday, today, wide=wide)


def usual_first(session: Session, case: Case, today: date) -> date:
    """From when a household needs care: the first working day or the day care is to begin, the
    later of both, where it is still ahead; else today."""
    dates = {each.kind: each.on for each in cases.anchors(session, case.id)}
    ahead = [dates[kind.value] for kind in _BEGINS if kind.value in dates]
    return max([today, *ahead])


def _check_person(workshop: Workshop, person_id: int) -> None:
    if all(each.id != person_id for each in workshop.household.persons):
        raise Refused(Reason.NO_SUCH_PERSON, id=person_id)


def _check(draft: ChoiceDraft) -> None:
    checks.storable(draft)
    if draft.state is CareState.DECLINED and not draft.because.strip():
        raise Refused(Reason.REASON_MISSING, "because")
    checks.opening_hours(draft.hours_osm.strip(), "hours_osm")
    checks.span(("valid_from", draft.valid_from), ("valid_to", draft.valid_to))


def _named(session: Session, person: Person, draft: ChoiceDraft) -> str:
    """The name of what is decided about; exactly one of both must be of this household."""
    if draft.provider is not None and draft.carer is None:
        return existing.provider(session, draft.provider).organisation.name
    carer = care.carer(session, draft.carer) if draft.carer is not None else None
    if carer is None or draft.provider is not None or carer.case_id != person.case_id:
        raise Refused(Reason.NO_SUCH_CARER, id=draft.carer)
    return carer.name


def _done(session: Session, act: Act, person: Person, **facts: str) -> Done:
    session.flush()
    case: Case = existing.case(session, person.case_id)
    journal.name_case(session, case.id)
    return Done(act, _TOUCHED, journal.batch_of(session), case.id, facts)
