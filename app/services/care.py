"""Who can care for a child on the parents' rosters, and what is decided about it."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.care import CareState, ChoiceDraft, ChoiceView
from app.records.providers import Category
from app.services import care_records, checks, existing
from app.services.planner import Planner
from app.services.transactions import Transactions
from db import journal
from db.repositories import care, providers
from db.tables.care import CareChoice
from db.tables.case import Case, Person

_TOUCHED = frozenset({Topic.CARE})


class Care:
    def __init__(self, transactions: Transactions, planner: Planner, resources: Path) -> None:
        self._transactions = transactions
        self._planner = planner
        self._resources = resources

    def choices(self, case_id: int) -> tuple[ChoiceView, ...]:
        """What is decided for the people of a case. Raises `Refused`: NO_SUCH_CASE."""
        with self._transactions.reading() as session:
            existing.case(session, case_id)
            found = care.choices_of_case(session, case_id)
            return tuple(map(care_records.choice_view, found))

    def decide(self, person_id: int, draft: ChoiceDraft) -> Done:
        """Note what is decided between a person and a provider or carer; the last word counts.

        Raises `Refused`: NO_SUCH_PERSON, NO_SUCH_PROVIDER, NO_SUCH_CARER (of another household,
        beside a provider, or neither named), REASON_MISSING (declined without a reason),
        NOT_OPENING_HOURS, NOT_A_DATE, ENDS_BEFORE_IT_BEGINS, SECOND_KITA (a child has at most one
        kita promised at a time), TEXT_NOT_STORABLE.
        """
        _check(draft)
        with self._transactions.command(Act.CARE_DECIDED) as session:
            person = existing.person(session, person_id)
            name = _named(session, person, draft)
            if draft.state is CareState.PROMISED and draft.provider is not None:
                _refuse_second_kita(session, person, draft)
            choice = care.choice(session, person_id, draft.provider, draft.carer)
            if choice is None:
                choice = CareChoice(person_id=person_id)
                session.add(choice)
            care_records.fill_choice(choice, draft)
            choice.noted_on = self._transactions.today()
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


def _refuse_second_kita(session: Session, person: Person, draft: ChoiceDraft) -> None:
    if _category(session, draft.provider) is not Category.KITA:
        return
    for each in care.choices_of_case(session, person.case_id):
        other = care_records.choice_view(each).draft
        if (
            each.person_id == person.id
            and other.state is CareState.PROMISED
            and other.provider not in (None, draft.provider)
            and _category(session, other.provider) is Category.KITA
            and _meet(draft, other)
        ):
            whole = existing.provider(session, other.provider or 0)
            raise Refused(Reason.SECOND_KITA, name=whole.organisation.name)


def _category(session: Session, provider: int | None) -> Category | None:
    whole = providers.by_id(session, provider) if provider is not None else None
    return Category(whole.service.category) if whole else None


def _meet(one: ChoiceDraft, other: ChoiceDraft) -> bool:
    """Whether two decisions hold on a common day."""
    ends_before = one.valid_to and other.valid_from and one.valid_to < other.valid_from
    begins_after = one.valid_from and other.valid_to and other.valid_to < one.valid_from
    return not ends_before and not begins_after


def _done(session: Session, act: Act, person: Person, **facts: str) -> Done:
    session.flush()
    case: Case = existing.case(session, person.case_id)
    journal.name_case(session, case.id)
    return Done(act, _TOUCHED, journal.batch_of(session), case.id, facts)
