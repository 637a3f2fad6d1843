"""Members of a household who look for work: their profile, and a case of their own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.progress import Steps
from app.records.careers import (
    MOST_HOURS,
    CareerView,
    Occupation,
    OwnCaseDraft,
    ProfileDraft,
    TieView,
)
from app.rules.facts import VOCABULARY, FactKey, FactScope
from app.rules.job_terms import Level
from app.rules.terms import MemberRole, Stage
from app.services import (
    career_records,
    career_ties,
    checks,
    existing,
    plan_sets,
)
from app.services.derived import full_name
from app.services.known import CODES
from app.services.occupations import read_occupations
from app.services.planner import Planner
from app.services.transactions import Transactions
from db import journal
from db.folding import words
from db.repositories import careers, cases, providers
from db.tables.career import CaseTie, JobProfile, LanguageLevel
from db.tables.case import Case, Person, RecordedFact, StageChange

_PROFILE = frozenset({Topic.SUPPORT, Topic.CANDIDATES, Topic.PLAN})
_TIED = frozenset({Topic.CANDIDATES, Topic.PLAN, Topic.SUPPORT})
_MOST = 12
_FURTHEST_KM = 500.0
# asked anew in the case of one's own, or told there by the case itself
_STAYS = CODES | {FactKey.PROFESSION.value}


class Careers:
    def __init__(self, transactions: Transactions, planner: Planner) -> None:
        self._transactions = transactions
        self._planner = planner

    def members(self, case_id: int) -> tuple[CareerView, ...]:
        """The grown-up members of a household, the professional first. Raises
        `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            today = self._transactions.today()
            return tuple(
                career_records.career(session, person)
                for person in cases.people(session, case.id)
                if career_records.grown_up(person, today)
            )

    def ties(self, case_id: int) -> tuple[TieView, ...]:
        """The cases tied to this one. Raises `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            existing.case(session, case_id)
            return tuple(
                career_records.tie(session, row) for row in careers.ties_of_case(session, case_id)
            )

    def edit_profile(self, person_id: int, draft: ProfileDraft) -> Done:
        """Note what somebody can do and wants. The level of German is the answer GERMAN_LEVEL of
        the person, in each case they stand in; the plans follow. Raises `Refused`: NO_SUCH_PERSON,
        NOT_GROWN_UP, or beside the field."""
        _check(draft)
        today = self._transactions.today()
        with self._transactions.command(Act.PROFILE_EDITED) as session:
            person = self._grown_up(session, person_id)
            human = careers.one_human(session, person_id)
            row = careers.profile(session, human)
            if row is None and draft != ProfileDraft(german=draft.german):
                row = JobProfile(person_id=person_id)
                session.add(row)
            if row is not None:
                _fill(row, draft)
                session.flush()
                _speak(session, row.person_id, draft)
            for each in human:
                self._note_german(session, each, draft.german, today)
            return _done(session, Act.PROFILE_EDITED, person, _PROFILE)

    def remove_profile(self, person_id: int) -> Done:
        """Take a profile away; the level of German stays an answer of the person. Raises
        `Refused`: NO_SUCH_PERSON, NO_PROFILE."""
        with self._transactions.command(Act.PROFILE_REMOVED) as session:
            person = existing.person(session, person_id)
            row = careers.profile(session, careers.one_human(session, person_id))
            if row is None:
                raise Refused(Reason.NO_PROFILE, name=full_name(person))
            for level in careers.languages(session, row.person_id):
                session.delete(level)
            session.delete(row)
            session.flush()
            return _done(session, Act.PROFILE_REMOVED, person, _PROFILE)

    def open_own_case(self, person_id: int, draft: OwnCaseDraft, *, anew: bool = False) -> Done:
        """Take up a member as the professional of a case of its own, tied to this one: same
        advisor, home and language, the answers about the person copied but for those under Art. 9
        DSGVO, whose consent was given for this case. `facts["id"]` is the new case.

        Raises `Refused`: NOT_GROWN_UP, IS_OWN_CASE for the professional, ALREADY_TIED; and
        PERSON_HAS_CASE (facts `case`, `person`) where somebody of another case may be the same
        human: tie that one, or say `anew`."""
        checks.storable(draft)
        today = self._transactions.today()
        with self._transactions.command(Act.OWN_CASE_OPENED) as session:
            person = self._grown_up(session, person_id)
            _refuse_tied(session, person)
            home = existing.case(session, person.case_id)
            known = career_records.known_cases(session, person)
            if known and not anew:
                raise Refused(
                    Reason.PERSON_HAS_CASE,
                    name=full_name(person),
                    other=known[0].case_name,
                    case=known[0].case,
                    person=known[0].person,
                )
            if draft.employer is not None and providers.by_id(session, draft.employer) is None:
                raise Refused(Reason.NO_SUCH_PROVIDER, "employer", id=draft.employer)
            own = self._case_beside(session, home, draft, today)
            professional = Person(case_id=own.id, role=MemberRole.PROFESSIONAL.value)
            career_ties.copy_to(person, professional)
            session.add(professional)
            session.flush()
            for fact in cases.facts(session, home.id):
                if fact.person_id == person.id and _goes_along(fact):
                    session.add(_copied(fact, own.id, professional.id))
            _add_tie(session, person, professional, today)
            self._planner.reconcile(session, own, today)
            journal.name_case(session, own.id)
            facts = {"name": full_name(person), "other": home.name, "id": str(own.id)}
            return Done(Act.OWN_CASE_OPENED, _TIED, journal.batch_of(session), own.id, facts)

    def tie(self, person_id: int, case_id: int, person_there: int) -> Done:
        """Tie the case that a member has already: `person_there` is its professional and the same
        human. What both cases say of the human stays as it is until one of them is edited. Raises
        `Refused`: NOT_GROWN_UP, IS_OWN_CASE, ALREADY_TIED, NO_SUCH_CASE, NO_SUCH_PERSON,
        NOT_THE_PROFESSIONAL, SAME_CASE."""
        with self._transactions.command(Act.CASES_TIED) as session:
            person = self._grown_up(session, person_id)
            _refuse_tied(session, person)
            own = existing.case(session, case_id)
            if own.id == person.case_id:
                raise Refused(Reason.SAME_CASE)
            other = existing.person(session, person_there)
            if other.case_id != own.id:
                raise Refused(Reason.NO_SUCH_PERSON, id=person_there)
            if other.role != MemberRole.PROFESSIONAL.value:
                raise Refused(Reason.NOT_THE_PROFESSIONAL, name=full_name(other), other=own.name)
            if any(row.own_case_id == own.id for row in careers.ties_of_case(session, own.id)):
                raise Refused(Reason.ALREADY_TIED, name=full_name(other), other=own.name)
            home = existing.case(session, person.case_id)
            row = _add_tie(session, person, other, self._transactions.today())
            journal.name_case(session, home.id)
            facts = {"name": full_name(person), "other": own.name, "id": str(row.id)}
            return Done(Act.CASES_TIED, _TIED, journal.batch_of(session), home.id, facts)

    def untie(self, tie_id: int) -> Done:
        """Part two cases; both stay as they are. Raises `Refused(NO_SUCH_TIE)`."""
        with self._transactions.command(Act.CASES_UNTIED) as session:
            row = careers.tie(session, tie_id)
            if row is None:
                raise Refused(Reason.NO_SUCH_TIE, id=tie_id)
            told = career_records.tie(session, row)
            session.delete(row)
            session.flush()
            journal.name_case(session, told.case)
            facts = {"name": told.person_name, "other": told.own_case_name}
            return Done(Act.CASES_UNTIED, _TIED, journal.batch_of(session), told.case, facts)

    def occupations(self, typed: str) -> tuple[Occupation, ...]:
        """The lines of the classification that hold these words or begin with this code, the most
        exact first; none where the office has not loaded it."""
        asked = words(typed)
        if not asked:
            return ()
        with self._transactions.reading() as session:
            found = careers.occupations(session, asked, _MOST)
            return tuple(Occupation(row.code, row.title) for row in found)

    def occupation(self, code: str) -> str:
        """The title of a code, blank where it is not known."""
        with self._transactions.reading() as session:
            found = careers.occupation(session, code.strip())
            return found.title if found else ""

    def count_occupations(self) -> int:
        """How many lines of the classification are loaded."""
        with self._transactions.reading() as session:
            return careers.count_occupations(session)

    def load_occupations(self, path: Path) -> Steps[Done]:
        """Read the KldB 2010 from a table with a column for the code and one for the title; it
        takes the place of what was loaded before. Reference data: the journal says that it was
        loaded, and there is nothing to take back. Raises `Refused(NOT_A_CLASSIFICATION)` and as
        any list does."""
        rows = yield from read_occupations(path)
        with self._transactions.command(Act.OCCUPATIONS_LOADED) as session:
            careers.replace_occupations(session, rows)
        facts = {"count": str(len(rows)), "file": path.name}
        return Done(Act.OCCUPATIONS_LOADED, frozenset({Topic.NETWORK}), facts=facts)

    def _grown_up(self, session: Session, person_id: int) -> Person:
        person = existing.person(session, person_id)
        if not career_records.grown_up(person, self._transactions.today()):
            raise Refused(Reason.NOT_GROWN_UP, name=full_name(person))
        return person

    def _case_beside(self, session: Session, home: Case, draft: OwnCaseDraft, today: date) -> Case:
        own = Case(
            stage=Stage.INTEREST.value,
            stage_rank=0,
            registered_on=today,
            advisor_id=home.advisor_id,
            deputy_id=home.deputy_id,
            employer_id=draft.employer,
            language=home.language,
            profession=draft.profession,
            occupation=draft.occupation.strip(),
            origin=home.origin,
            source=home.source,
            home_street=home.home_street,
            home_postcode=home.home_postcode,
            home_town=home.home_town,
            onboarding_set=plan_sets.proposed(
                session, self._planner, draft.employer, draft.profession
            ),
        )
        session.add(own)
        session.flush()
        session.add(StageChange(case_id=own.id, on=today, stage=Stage.INTEREST.value))
        return own

    def _note_german(self, session: Session, person_id: int, level: str, today: date) -> None:
        """One answer in each case; blank forgets it. Plans follow where it changed."""
        person = existing.person(session, person_id)
        case = existing.case(session, person.case_id)
        key = FactKey.GERMAN_LEVEL.value
        fact = cases.fact(session, case.id, person_id, key)
        known = career_records.german_of(session, (person_id,))
        if known == level or not (level or fact):
            return
        if not level and fact is not None:
            session.delete(fact)
        elif fact is None:
            session.add(
                RecordedFact(
                    case_id=case.id, person_id=person_id, key=key, value=level, noted_on=today
                )
            )
        else:
            fact.value, fact.noted_on = level, today
        session.flush()
        self._planner.reconcile(session, case, today)


def _check(draft: ProfileDraft) -> None:
    checks.storable(draft)
    if draft.kldb.strip() and not is_code(draft.kldb):
        raise Refused(Reason.NOT_A_CODE, "kldb", typed=draft.kldb)
    if draft.german and not VOCABULARY[FactKey.GERMAN_LEVEL].allows(draft.german):
        raise Refused(Reason.NOT_A_VALUE, "german", typed=draft.german)
    checks.languages(draft.languages, "languages")
    hours(draft.min_hours, draft.max_hours)
    if draft.available_from is not None:
        checks.day(draft.available_from, "available_from")
    if draft.radius_km is not None and not 0 < draft.radius_km <= _FURTHEST_KM:
        raise Refused(Reason.NOT_A_DISTANCE, "radius_km", typed=f"{draft.radius_km:g}")


def is_code(typed: str) -> bool:
    """Whether a text is written as a code of the KldB 2010: one to five digits."""
    digits = typed.strip()
    return digits.isascii() and digits.isdigit() and len(digits) <= 5


def hours(least: int | None, most: int | None) -> None:
    """Refuse hours a week that nobody works, beside their field."""
    for field, value in (("min_hours", least), ("max_hours", most)):
        if value is not None and not 1 <= value <= MOST_HOURS:
            raise Refused(Reason.NOT_WEEKLY_HOURS, field, typed=value, most=MOST_HOURS)
    if least is not None and most is not None and least > most:
        raise Refused(Reason.NOT_WEEKLY_HOURS, "max_hours", typed=most, most=MOST_HOURS)


def _fill(row: JobProfile, draft: ProfileDraft) -> None:
    row.occupation = draft.occupation.strip()
    row.kldb = draft.kldb.strip()
    row.qualification = draft.qualification.value if draft.qualification else ""
    row.qualified_as = draft.qualified_as.strip()
    row.min_hours, row.max_hours = draft.min_hours, draft.max_hours
    row.available_from = draft.available_from
    row.radius_km = draft.radius_km
    row.shifts = career_records.written(draft.shifts)
    row.wishes = draft.wishes.strip()
    row.note = draft.note.strip()


def _speak(session: Session, person_id: int, draft: ProfileDraft) -> None:
    wanted = {tag: level for tag, level in draft.languages.items() if tag != "de"}
    for row in careers.languages(session, person_id):
        level: Level | None = wanted.pop(row.language, None)
        if level is None:
            session.delete(row)
        else:
            row.level = level.value
    session.flush()
    for tag, level in wanted.items():
        session.add(LanguageLevel(person_id=person_id, language=tag, level=level.value))
    session.flush()


def _refuse_tied(session: Session, person: Person) -> None:
    row = careers.tie_of_person(session, person.id)
    if row is not None:
        told = career_records.tie(session, row)
        raise Refused(Reason.ALREADY_TIED, name=full_name(person), other=told.own_case_name)
    if person.role == MemberRole.PROFESSIONAL.value:
        raise Refused(Reason.IS_OWN_CASE, name=full_name(person))


def _goes_along(fact: RecordedFact) -> bool:
    known = {key.value: word for key, word in VOCABULARY.items()}
    word = known.get(fact.key)
    return word is not None and word.scope is FactScope.PERSON and fact.key not in _STAYS


def _copied(fact: RecordedFact, case_id: int, person_id: int) -> RecordedFact:
    return RecordedFact(
        case_id=case_id,
        person_id=person_id,
        key=fact.key,
        value=fact.value,
        noted_on=fact.noted_on,
    )


def _add_tie(session: Session, person: Person, own: Person, today: date) -> CaseTie:
    row = CaseTie(
        case_id=person.case_id,
        person_id=person.id,
        own_case_id=own.case_id,
        own_person_id=own.id,
        since=today,
    )
    session.add(row)
    session.flush()
    return row


def _done(session: Session, act: Act, person: Person, touched: frozenset[Topic]) -> Done:
    journal.name_case(session, person.case_id)
    facts = {"name": full_name(person), "id": str(person.id)}
    return Done(act, touched, journal.batch_of(session), person.case_id, facts)
