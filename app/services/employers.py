"""Employers: what they offer their staff, how they rota, whom the office sends there."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.content.languages import OFFICE_LANGUAGE
from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.employers import (
    BenefitDraft,
    EmployerRow,
    EmployerView,
    PatternDraft,
    PatternRoster,
    SiteWarning,
)
from app.records.providers import Category
from app.rules import shift_patterns
from app.rules.shift_patterns import BadWeek, UnknownCode
from app.rules.terms import AnchorKind
from app.services import (
    care_records,
    checks,
    employer_places,
    employer_records,
    existing,
    plan_sets,
)
from app.services.planner import Planner
from app.services.seen import anchor_days
from app.services.transactions import Transactions
from db import journal
from db.repositories import cases, employers, providers
from db.tables.employer import Benefit, EmployerProfile, ShiftPattern

_PROFILE = frozenset({Topic.PROVIDERS})
_ROTA = frozenset({Topic.CARE})


class Employers:
    def __init__(self, transactions: Transactions, planner: Planner) -> None:
        self._transactions = transactions
        self._planner = planner

    def all(self) -> tuple[EmployerRow, ...]:
        """Every employer of the directory that is not archived, by name, and archived ones that
        running cases still have."""
        with self._transactions.reading() as session:
            counts = employers.running_cases(session)
            offered = employers.benefits_counted(session)
            known = [
                each
                for each in providers.in_use(session)
                if each.service.category == Category.EMPLOYER.value
            ]
            missing = counts.keys() - {each.at.id for each in known}
            known += providers.of_ids(session, sorted(missing))
            return tuple(
                EmployerRow(
                    id=each.at.id,
                    name=each.organisation.name,
                    site=each.place.name,
                    town=each.place.town,
                    cases=counts.get(each.at.id, 0),
                    benefits=offered.get(each.at.id, 0),
                    valid_to=each.at.valid_to,
                )
                for each in known
            )

    def profile(self, provider_id: int) -> EmployerView:
        """Everything known of an employer at its site. Raises `Refused(NO_SUCH_PROVIDER)`."""
        today = self._transactions.today()
        with self._transactions.reading() as session:
            whole = existing.provider(session, provider_id)
            noted = employers.profile(session, provider_id)
            own_set = plan_sets.proposed(session, self._planner, provider_id, "")
            plan_set = self._planner.set_named(own_set)
            return EmployerView(
                id=provider_id,
                name=whole.organisation.name,
                town=whole.place.town,
                phone=whole.organisation.phone,
                email=whole.organisation.email,
                website=whole.organisation.website,
                ways_in=noted.ways_in if noted else "",
                sites=employer_records.sites(session, whole),
                benefits=employer_records.benefits(session, provider_id),
                contacts=employer_records.contact_persons(whole),
                shifts=care_records.shifts(session, provider_id),
                patterns=employer_records.patterns(session, provider_id),
                plan_set=plan_set.id if plan_set else "",
                plan_set_title=plan_set.title.in_language(OFFICE_LANGUAGE) if plan_set else "",
                has_own_set=bool(own_set),
                reserved=employer_records.reserved(session, whole.organisation.id),
                cases=employer_records.employed(session, provider_id),
                slips=employer_records.slipped(session, provider_id, self._planner, today),
                warning=employer_records.warning(session, whole, today, None),
                kept=tuple(employer_places.of_employer(session, whole)),
            )

    def warning(self, provider_id: int, work_start: date | None = None) -> SiteWarning | None:
        """What is wrong with a site for somebody who starts then; None where nothing is. Raises
        `Refused(NO_SUCH_PROVIDER)`."""
        with self._transactions.reading() as session:
            whole = existing.provider(session, provider_id)
            return employer_records.warning(session, whole, self._transactions.today(), work_start)

    def warning_of_case(self, case_id: int) -> SiteWarning | None:
        """What is wrong with the site a case starts at. Once its work has begun only a site that
        is gone is told. Raises `Refused(NO_SUCH_CASE)`."""
        today = self._transactions.today()
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            if case.employer_id is None or case.closed_on is not None:
                return None
            whole = existing.provider(session, case.employer_id)
            start = anchor_days(cases.anchors(session, case_id)).get(AnchorKind.WORK_START)
            return employer_records.warning(session, whole, today, start.on if start else None)

    def note_ways_in(self, provider_id: int, text: str) -> Done:
        """Note how to get in touch with the right people there. Raises `Refused`:
        NO_SUCH_PROVIDER, TEXT_NOT_STORABLE."""
        checks.storable_text(text, "ways_in")
        with self._transactions.command(Act.EMPLOYER_NOTED) as session:
            whole = existing.provider(session, provider_id)
            noted = employers.profile(session, provider_id)
            if noted is None and text.strip():
                noted = EmployerProfile(provider_id=provider_id)
                session.add(noted)
            if noted is not None:
                noted.ways_in = text.strip()
            session.flush()
            facts = {"name": whole.organisation.name, "id": str(provider_id)}
            return Done(Act.EMPLOYER_NOTED, _PROFILE, journal.batch_of(session), facts=facts)

    def add_benefit(self, provider_id: int, draft: BenefitDraft) -> Done:
        """Enter what an employer gives its staff. Raises `Refused`: NO_SUCH_PROVIDER, BLANK,
        ENDS_BEFORE_IT_BEGINS, NOT_A_DATE, TEXT_NOT_STORABLE."""
        _check_benefit(draft)
        with self._transactions.command(Act.BENEFIT_ADDED) as session:
            existing.provider(session, provider_id)
            row = Benefit(provider_id=provider_id)
            _fill_benefit(row, draft)
            session.add(row)
            return _benefit_done(session, Act.BENEFIT_ADDED, row)

    def edit_benefit(self, benefit_id: int, draft: BenefitDraft) -> Done:
        """Raises `Refused`: as `add_benefit`, NO_SUCH_BENEFIT."""
        _check_benefit(draft)
        with self._transactions.command(Act.BENEFIT_EDITED) as session:
            row = _benefit(session, benefit_id)
            _fill_benefit(row, draft)
            return _benefit_done(session, Act.BENEFIT_EDITED, row)

    def remove_benefit(self, benefit_id: int) -> Done:
        """Raises `Refused(NO_SUCH_BENEFIT)`."""
        with self._transactions.command(Act.BENEFIT_REMOVED) as session:
            row = _benefit(session, benefit_id)
            session.delete(row)
            return _benefit_done(session, Act.BENEFIT_REMOVED, row)

    def add_pattern(self, employer_id: int, draft: PatternDraft) -> Done:
        """Enter a rotation. Raises `Refused`: NO_SUCH_PROVIDER, BLANK, NOT_A_PATTERN (`line`,
        `cells`), UNKNOWN_SHIFT_CODE (`code`), TEXT_NOT_STORABLE."""
        with self._transactions.command(Act.PATTERN_ADDED) as session:
            existing.provider(session, employer_id)
            row = ShiftPattern(employer_id=employer_id)
            _fill_pattern(session, row, draft)
            session.add(row)
            return _pattern_done(session, Act.PATTERN_ADDED, row)

    def edit_pattern(self, pattern_id: int, draft: PatternDraft) -> Done:
        """Change a rotation; rosters made of it keep their duties. Raises `Refused`: as
        `add_pattern`, NO_SUCH_PATTERN."""
        with self._transactions.command(Act.PATTERN_EDITED) as session:
            row = _pattern(session, pattern_id)
            _fill_pattern(session, row, draft)
            return _pattern_done(session, Act.PATTERN_EDITED, row)

    def remove_pattern(self, pattern_id: int) -> Done:
        """Take a rotation away; rosters made of it stay. Raises `Refused(NO_SUCH_PATTERN)`."""
        with self._transactions.command(Act.PATTERN_REMOVED) as session:
            row = _pattern(session, pattern_id)
            session.delete(row)
            return _pattern_done(session, Act.PATTERN_REMOVED, row)

    def rosters(self, employer_id: int, first: date) -> tuple[PatternRoster, ...]:
        """The rotations of an employer as rosters from a day on, not kept yet; those with a
        code that no shift has are left out."""
        found = []
        with self._transactions.reading() as session:
            known = employer_records.coded(session, employer_id)
            for row in employers.patterns(session, employer_id):
                try:
                    roster = shift_patterns.roster_of(row.weeks, known, first)
                except (BadWeek, UnknownCode):
                    continue
                found.append(PatternRoster(row.name, roster))
        return tuple(found)


def _check_benefit(draft: BenefitDraft) -> None:
    checks.storable(draft)
    checks.not_blank(draft.title, "title")
    checks.span(("valid_from", draft.valid_from), ("valid_to", draft.valid_to))


def _fill_benefit(row: Benefit, draft: BenefitDraft) -> None:
    row.kind = draft.kind.value
    row.title = draft.title.strip()
    row.public_note = draft.public_note.strip()
    row.website = draft.website.strip()
    row.valid_from, row.valid_to = draft.valid_from, draft.valid_to


def _fill_pattern(session: Session, row: ShiftPattern, draft: PatternDraft) -> None:
    checks.storable(draft)
    checks.not_blank(draft.name, "name")
    checks.not_blank(draft.weeks, "weeks")
    known = employer_records.coded(session, row.employer_id)
    try:
        shift_patterns.roster_of(draft.weeks, known, date(2026, 1, 5))
    except BadWeek as error:
        raise Refused(Reason.NOT_A_PATTERN, "weeks", line=error.line, cells=error.cells) from None
    except UnknownCode as error:
        raise Refused(Reason.UNKNOWN_SHIFT_CODE, "weeks", code=error.code) from None
    row.name = draft.name.strip()
    row.weeks = shift_patterns.written(shift_patterns.weeks_of(draft.weeks))


def _benefit(session: Session, benefit_id: int) -> Benefit:
    found = employers.benefit(session, benefit_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_BENEFIT, id=benefit_id)
    return found


def _pattern(session: Session, pattern_id: int) -> ShiftPattern:
    found = employers.pattern(session, pattern_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_PATTERN, id=pattern_id)
    return found


def _benefit_done(session: Session, act: Act, row: Benefit) -> Done:
    session.flush()
    facts = {"name": row.title, "id": str(row.id)}
    return Done(act, _PROFILE, journal.batch_of(session), facts=facts)


def _pattern_done(session: Session, act: Act, row: ShiftPattern) -> Done:
    session.flush()
    facts = {"name": row.name, "id": str(row.id)}
    return Done(act, _ROTA, journal.batch_of(session), facts=facts)
