"""The people of a household, and the answers they gave."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.cases import PersonDraft
from app.rules.facts import VOCABULARY, FactKey
from app.services import (
    career_ties,
    checks,
    elder_records,
    existing,
    funding_records,
    known,
    own_practice,
    schools,
    training,
)
from app.services.derived import full_name
from app.services.planner import Planner
from app.services.transactions import Transactions
from db import journal
from db.repositories import care, careers, cases, consents, housing, mentors, staying
from db.tables.case import Case, Person, RecordedFact

_TOUCHED = frozenset({Topic.CANDIDATES, Topic.PLAN, Topic.CARE})


class Household:
    def __init__(self, transactions: Transactions, planner: Planner) -> None:
        self._transactions = transactions
        self._planner = planner

    def add(self, case_id: int, draft: PersonDraft) -> Done:
        """Take a person into the household; the plan follows."""
        checks.person(draft, self._transactions.today())
        with self._transactions.command(Act.PERSON_ADDED, case_id) as session:
            case = existing.case(session, case_id)
            person = Person(case_id=case_id)
            fill_person(person, draft)
            session.add(person)
            session.flush()
            return self._done(Act.PERSON_ADDED, session, case, person=str(person.id))

    def edit(self, person_id: int, draft: PersonDraft) -> Done:
        """Change what is known of a person; names, birth and ways to reach them follow in the
        case that is tied to this one."""
        checks.person(draft, self._transactions.today())
        with self._transactions.command(Act.PERSON_EDITED) as session:
            person = existing.person(session, person_id)
            fill_person(person, draft)
            career_ties.follow(session, person, self._planner, self._transactions.today())
            return self._done(Act.PERSON_EDITED, session, existing.case(session, person.case_id))

    def remove(self, person_id: int) -> Done:
        """Take a person out, with the answers, consents and steps that concern nobody else, when
        they work, who was to care for them, what they want as elders, their profile, introductions,
        courses and talks, and that they speak for the region. The last person stays: a case without
        anybody is closed instead. Raises `Refused`: LAST_PERSON, and PERSON_TIED where they have a
        case of their own: the cases are parted first."""
        with self._transactions.command(Act.PERSON_REMOVED) as session:
            person = existing.person(session, person_id)
            case = existing.case(session, person.case_id)
            if len(cases.people(session, case.id)) == 1:
                raise Refused(Reason.LAST_PERSON)
            if careers.tie_of_person(session, person_id) is not None:
                raise Refused(Reason.PERSON_TIED, name=full_name(person))
            for step in cases.steps(session, case.id):
                if step.person_id == person_id:
                    cases.remove_step(session, step)
            for fact in cases.facts(session, case.id):
                if fact.person_id == person_id:
                    session.delete(fact)
            care.remove_person(session, person_id)
            staying.remove_person(session, person_id)
            training.remove_person(session, person_id)
            funding_records.remove_person(session, person_id)
            housing.remove_person(session, person_id)
            own_practice.remove_person(session, person_id)
            schools.remove_person(session, person_id)
            elder_records.remove_person(session, person_id)
            allowed = consents.of_person(session, person_id)
            careers.remove_person(session, person_id, [each.id for each in allowed])
            mentors.release(session, [each.id for each in allowed])
            for consent in allowed:
                session.delete(consent)
            session.flush()
            session.delete(person)
            return self._done(Act.PERSON_REMOVED, session, case)

    def record(self, case_id: int, person_id: int | None, key: FactKey, value: str) -> Done:
        """Note an answer. A fact under Art. 9 DSGVO needs the consent of the person it speaks of
        (for a child: of the child, given by a parent), else `Refused(CONSENT_MISSING)`."""
        if not VOCABULARY[key].allows(value):
            raise Refused(Reason.NOT_A_VALUE, key.value, typed=value)
        with self._transactions.command(Act.FACT_RECORDED, case_id) as session:
            case = existing.case(session, case_id)
            if person_id is not None and existing.person(session, person_id).case_id != case_id:
                raise Refused(Reason.NO_SUCH_PERSON, id=person_id)
            if VOCABULARY[key].art9 and not known.may_be_kept(session, person_id):
                raise Refused(Reason.CONSENT_MISSING, key.value)
            fact = cases.fact(session, case_id, person_id, key.value)
            if fact is None:
                fact = RecordedFact(case_id=case_id, person_id=person_id, key=key.value)
                session.add(fact)
            fact.value, fact.noted_on = value, self._transactions.today()
            return self._done(Act.FACT_RECORDED, session, case, key=key.value)

    def forget(self, case_id: int, person_id: int | None, key: FactKey) -> Done:
        """Take an answer back: the fact is unknown again."""
        with self._transactions.command(Act.FACT_FORGOTTEN, case_id) as session:
            case = existing.case(session, case_id)
            fact = cases.fact(session, case_id, person_id, key.value)
            if fact is None:
                raise Refused(Reason.NOTHING_TO_UNDO, key.value)
            session.delete(fact)
            return self._done(Act.FACT_FORGOTTEN, session, case, key=key.value)

    def _done(self, act: Act, session: Session, case: Case, **facts: str) -> Done:
        self._planner.reconcile(session, case, self._transactions.today())
        journal.name_case(session, case.id)
        return Done(act, _TOUCHED, journal.batch_of(session), case.id, {"name": case.name} | facts)


def fill_person(person: Person, draft: PersonDraft) -> None:
    """Names as typed; a birth date as far as it is known."""
    for name in (
        "given",
        "family",
        "called",
        "passport",
        "own_script",
        "nationality",
        "interests",
        "phone",
        "email",
        "note",
    ):
        setattr(person, name, getattr(draft, name))
    person.role = draft.role.value
    person.languages = " ".join(draft.languages)
    person.gender = draft.gender.value if draft.gender else ""
    born = draft.birth
    person.birth_year = born.year if born else None
    person.birth_month = born.month if born else None
    person.birth_day = born.day if born else None
