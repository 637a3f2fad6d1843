"""Introductions of people to employers: only with consent, and what came of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.careers import IntroductionDraft, IntroductionView
from app.records.events import CaseEvent, EventKind
from app.records.papers import PaperKind
from app.rules.job_terms import IntroductionState
from app.rules.terms import Purpose, Recipient
from app.services import career_contents, career_records, checks, existing
from app.services.derived import full_name
from app.services.folder_contents import office_of
from app.services.job_openings import existing_opening, refuse_closed
from app.services.office import setting_of
from app.services.papers import PaperOrder
from app.services.transactions import Transactions
from db import journal
from db.folding import words
from db.repositories import careers, cases, consents, providers
from db.repositories.providers import Whole
from db.tables.career import Introduction
from db.tables.case import Person
from db.tables.consent import Consent

if TYPE_CHECKING:
    from app.folder.papers import PaperSheet
    from app.folder.speech import Speech

_TOUCHED = frozenset({Topic.SUPPORT, Topic.NETWORK})


class Introductions:
    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def of_case(self, case_id: int) -> tuple[IntroductionView, ...]:
        """Those of a case and of the case tied to it, newest first. Raises
        `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            existing.case(session, case_id)
            people = [
                each
                for person in cases.people(session, case_id)
                for each in careers.one_human(session, person.id)
            ]
            return tuple(
                career_records.introduction(session, row, case_id)
                for row in careers.introductions(session, (case_id,), people)
            )

    def may_introduce(self, person_id: int, provider_id: int) -> bool:
        """Whether the person allowed to pass their data on to this employer by name."""
        with self._transactions.reading() as session:
            existing.person(session, person_id)
            whole = existing.provider(session, provider_id)
            return _consent(session, person_id, whole) is not None

    def add(self, case_id: int, draft: IntroductionDraft) -> Done:
        """Introduce somebody of a case, or plan to. Raises `Refused`: INTRODUCTION_NOT_ALLOWED
        without a consent (Art. 6 Abs. 1 Buchst. a DSGVO) that names the employer, EMPLOYER_CLOSED,
        OPENING_ENDED, ALREADY_INTRODUCED, or beside the field."""
        with self._transactions.command(Act.INTRODUCTION_ADDED, case_id) as session:
            existing.case(session, case_id)
            person = existing.person(session, draft.person)
            if person.case_id != case_id:
                raise Refused(Reason.NO_SUCH_PERSON, "person", id=draft.person)
            draft, whole = self._settled(session, draft)
            self._refuse_ended(session, draft, whole)
            _refuse_twice(session, draft)
            consent = _consent(session, person.id, whole)
            if consent is None:
                raise _not_allowed(person, whole)
            row = Introduction(case_id=case_id, person_id=person.id, consent_id=consent.id)
            _fill(row, draft, whole)
            session.add(row)
            session.flush()
            return _done(session, Act.INTRODUCTION_ADDED, row, person, whole)

    def edit(self, introduction_id: int, draft: IntroductionDraft) -> Done:
        """Note the next step or what came of it. Where the consent was withdrawn only an end can
        be noted, unless there is a new one. Raises `Refused`: NO_SUCH_INTRODUCTION, and as
        `add`."""
        with self._transactions.command(Act.INTRODUCTION_EDITED) as session:
            row = _existing(session, introduction_id)
            person = existing.person(session, row.person_id)
            draft, whole = self._settled(session, replace(draft, person=row.person_id))
            if (row.provider_id, row.opening_id) != (draft.provider, draft.opening):
                self._refuse_ended(session, draft, whole)
            same_employer = row.provider_id == whole.at.id
            if not draft.state.is_declined and not (
                same_employer and career_records.is_allowed(session, row)
            ):
                consent = _consent(session, person.id, whole)
                if consent is None:
                    raise _not_allowed(person, whole)
                row.consent_id = consent.id
            _fill(row, draft, whole)
            session.flush()
            return _done(session, Act.INTRODUCTION_EDITED, row, person, whole)

    def remove(self, introduction_id: int) -> Done:
        """Take an introduction out that was entered by mistake. Raises
        `Refused(NO_SUCH_INTRODUCTION)`."""
        with self._transactions.command(Act.INTRODUCTION_REMOVED) as session:
            row = _existing(session, introduction_id)
            person = existing.person(session, row.person_id)
            whole = career_records.employer(session, row.provider_id)
            done = _done(session, Act.INTRODUCTION_REMOVED, row, person, whole)
            session.delete(row)
            session.flush()
            return done

    def profile_sheet(self, person_id: int, provider_id: int) -> PaperOrder:
        """The short profile for an employer: what the consent covers and no more. Raises
        `Refused`: NO_SUCH_PERSON, NO_SUCH_PROVIDER; the sheet itself INTRODUCTION_NOT_ALLOWED
        without a consent that names the employer, NO_PROFILE."""
        with self._transactions.reading() as session:
            person = existing.person(session, person_id)
            existing.provider(session, provider_id)
            name, case_id = full_name(person), person.case_id

        def made(session: Session, speech: Speech) -> PaperSheet:
            from app.folder.papers import PaperSheet
            from app.folder.sheets.career import profile

            today = self._transactions.today()
            found = existing.person(session, person_id)
            whole = existing.provider(session, provider_id)
            if _consent(session, person_id, whole) is None:
                raise _not_allowed(found, whole)
            printed = career_contents.profile_of(session, found, whole.organisation.name)
            return PaperSheet(
                title=speech.text("careers.profile"),
                parts=(profile(printed, speech),),
                office=office_of(session, today, existing.case(session, case_id)),
                created=today,
                name=name,
                example=setting_of(session, "example") == "yes",
            )

        return PaperOrder(PaperKind.PROFILE, name, made, case_id)

    def _settled(
        self, session: Session, draft: IntroductionDraft
    ) -> tuple[IntroductionDraft, Whole]:
        """The draft with the employer of its opening, its days checked."""
        checks.storable(draft)
        today = self._transactions.today()
        if draft.opening is not None:
            opening = existing_opening(session, draft.opening)
            draft = replace(draft, provider=opening.provider_id)
        provider = draft.provider
        if provider is None:
            raise Refused(Reason.BLANK, "provider")
        checks.day(draft.on, "on")
        if draft.state is not IntroductionState.PLANNED and draft.on > today:
            raise Refused(Reason.DATE_IN_FUTURE, "on")
        if draft.state.is_declined and not draft.because.strip():
            raise Refused(Reason.REASON_MISSING, "because")
        if draft.state.is_over:
            draft = replace(draft, next_on=None)
        checks.span(("on", draft.on), ("next_on", draft.next_on))
        return draft, existing.provider(session, provider)

    def _refuse_ended(self, session: Session, draft: IntroductionDraft, whole: Whole) -> None:
        today = self._transactions.today()
        refuse_closed(whole, today)
        if draft.opening is None:
            return
        opening = existing_opening(session, draft.opening)
        over = opening.valid_to is not None and opening.valid_to < today
        if opening.filled_on is not None or over:
            raise Refused(Reason.OPENING_ENDED, "opening", name=opening.title)


def introduction_events(session: Session, of_cases: Collection[int] | None) -> Iterator[CaseEvent]:
    """Every introduction, and its next appointment where it goes on, in the case it was entered in
    and in the case tied to it."""
    homes = _homes(session)
    people = [person for person, (case, _) in homes.items() if of_cases and case in of_cases]
    for row in careers.introductions(session, of_cases, people):
        whole = providers.by_id(session, row.provider_id)
        if whole is None:
            continue
        opening = None if row.opening_id is None else careers.opening(session, row.opening_id)
        named = (opening.title if opening else "", whole.organisation.name)
        title = ", ".join(part for part in named if part)
        state = IntroductionState(row.state)
        goes_on = not state.is_over and career_records.is_allowed(session, row)
        places = [(row.case_id, row.person_id)]
        places += [homes[row.person_id]] if row.person_id in homes else []
        for case_id, person_id in places:
            if of_cases is not None and case_id not in of_cases:
                continue
            planned = state is IntroductionState.PLANNED and row.next_on is None
            yield _event(row, case_id, person_id, title, row.on, is_open=goes_on and planned)
            if row.next_on is not None:
                yield _event(row, case_id, person_id, title, row.next_on, is_open=goes_on)


def _homes(session: Session) -> dict[int, tuple[int, int]]:
    """Where else a tied person stands: case and person, by the person."""
    found: dict[int, tuple[int, int]] = {}
    for row in careers.ties(session):
        found[row.person_id] = row.own_case_id, row.own_person_id
        found[row.own_person_id] = row.case_id, row.person_id
    return found


def _event(
    row: Introduction, case_id: int, person_id: int, title: str, on: date, *, is_open: bool
) -> CaseEvent:
    return CaseEvent(
        EventKind.INTRODUCTION, case_id, on, title, row.id, person=person_id, is_open=is_open
    )


def _consent(session: Session, person_id: int, whole: Whole) -> Consent | None:
    """The newest consent of a human to pass data on to this employer by name."""
    code = Purpose.SHARE.value
    found = [
        consent
        for each in careers.one_human(session, person_id)
        for consent in consents.holding(session, each, code, Recipient.EMPLOYER.value)
        if _names(consent, whole)
    ]
    return max(found, key=lambda each: (each.given_on, each.id)) if found else None


def _names(consent: Consent, whole: Whole) -> bool:
    """Whether a consent names an employer: all words of the one name stand in the other."""
    said, meant = words(consent.recipient_name), words(whole.organisation.name)
    return bool(said and meant) and (set(meant) <= set(said) or set(said) == set(meant))


def _not_allowed(person: Person, whole: Whole) -> Refused:
    return Refused(
        Reason.INTRODUCTION_NOT_ALLOWED,
        "provider",
        name=full_name(person),
        place=whole.organisation.name,
    )


def _refuse_twice(session: Session, draft: IntroductionDraft) -> None:
    if draft.opening is None:
        return
    human = careers.one_human(session, draft.person)
    for row in careers.introductions_to(session, draft.opening):
        if row.person_id in human and not IntroductionState(row.state).is_over:
            raise Refused(Reason.ALREADY_INTRODUCED, "opening", on=f"{row.on:%d.%m.%Y}")


def _existing(session: Session, introduction_id: int) -> Introduction:
    found = careers.introduction(session, introduction_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_INTRODUCTION, id=introduction_id)
    return found


def _fill(row: Introduction, draft: IntroductionDraft, whole: Whole) -> None:
    row.provider_id = whole.at.id
    row.opening_id = draft.opening
    row.state = draft.state.value
    row.on = draft.on
    row.next_on = draft.next_on
    row.because = draft.because.strip()


def _done(session: Session, act: Act, row: Introduction, person: Person, whole: Whole) -> Done:
    journal.name_case(session, row.case_id)
    facts = {
        "name": full_name(person),
        "place": whole.organisation.name,
        "id": str(row.id),
    }
    return Done(act, _TOUCHED, journal.batch_of(session), row.case_id, facts)
