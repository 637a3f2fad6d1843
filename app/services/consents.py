"""Consents: what the people of a case allowed, and whether it still holds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from app.content.languages import OFFICE_LANGUAGE
from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.folder.consent_words import wording
from app.records.consents import ConsentDraft, ConsentView
from app.rules.terms import ConsentWay, Purpose, Recipient
from app.services import career_ties, checks, elder_records, existing, known, special_facts
from app.services.derived import called_name, full_name
from app.services.planner import Planner
from app.services.printed_words import phrases_in
from app.services.transactions import Transactions
from db import journal
from db.repositories import cases, consents, mentors, staying
from db.tables.case import Case
from db.tables.consent import Consent

_TOUCHED = frozenset({Topic.CANDIDATES, Topic.PLAN})


class Consents:
    def __init__(self, transactions: Transactions, planner: Planner, resources: Path) -> None:
        self._transactions = transactions
        self._planner = planner
        self._resources = resources

    def proposed(
        self, case_id: int, purpose: Purpose, recipient: Recipient, recipient_name: str = ""
    ) -> str:
        """The German words the privacy sheet of a case has for a consent: what a family signs is
        what is kept. The employer of the case is named. Raises `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            name = recipient_name.strip()
            if not name and recipient is Recipient.EMPLOYER and case.employer_id is not None:
                name = existing.provider(session, case.employer_id).organisation.name
            phrases, _ = phrases_in(session, self._resources, OFFICE_LANGUAGE)
        return wording(phrases, purpose, recipient, name)

    def give(self, case_id: int, draft: ConsentDraft) -> Done:
        """Note a consent with the words that were put to the person (Art. 7 Abs. 1 DSGVO). For a
        child, `person` is the child: a parent speaks for it. Raises `Refused` beside the field."""
        checks.storable(draft)
        checks.not_blank(draft.wording, "wording")
        checks.day(draft.given_on, "given_on")
        if draft.given_on > self._transactions.today():
            raise Refused(Reason.DATE_IN_FUTURE, "given_on")
        with self._transactions.command(Act.CONSENT_GIVEN, case_id) as session:
            case = existing.case(session, case_id)
            person = existing.person(session, draft.person)
            if person.case_id != case_id:
                raise Refused(Reason.NO_SUCH_PERSON, "person", id=draft.person)
            consent = Consent(
                case_id=case_id,
                person_id=person.id,
                purpose=draft.purpose.value,
                recipient=draft.recipient.value,
                recipient_name=draft.recipient_name,
                wording=draft.wording,
                given_on=draft.given_on,
                way=draft.way.value,
            )
            session.add(consent)
            session.flush()
            if draft.purpose is Purpose.HEALTH_DATA:
                # what was recorded before anybody asked for consents may be used from now on
                self._planner.reconcile(session, case, self._transactions.today())
            facts = {"name": full_name(person), "id": str(consent.id)}
            return Done(Act.CONSENT_GIVEN, _TOUCHED, journal.batch_of(session), case_id, facts)

    def withdraw(self, consent_id: int, on: date) -> Done:
        """End a consent (Art. 7 Abs. 3 DSGVO). With the last one for health data, the person's
        facts under Art. 9 go for good, from the journal too, and the plan follows; that is not
        taken back. `facts["erased"]` counts them, `facts["stopped"]` names the employers an
        introduction to whom rested on it: nothing more is passed on to them. Who speaks for the
        region by it does so no more."""
        today = self._transactions.today()
        checks.day(on, "withdrawn_on")
        if on > today:
            raise Refused(Reason.DATE_IN_FUTURE, "withdrawn_on")
        with self._transactions.command(Act.CONSENT_WITHDRAWN) as session:
            consent = existing.consent(session, consent_id)
            if consent.withdrawn_on is not None:
                raise Refused(Reason.CONSENT_HAS_ENDED, "withdrawn_on", id=consent_id)
            if on < consent.given_on:
                raise Refused(Reason.WITHDRAWN_BEFORE_GIVEN, "withdrawn_on")
            case = existing.case(session, consent.case_id)
            person = existing.person(session, consent.person_id)
            journal.name_case(session, case.id)
            followed = special_facts.because_of(session, case, person.id, self._planner, today)
            consent.withdrawn_on = on
            _end_ambassadors(session, consent_id, on)
            session.flush()
            stopped = ", ".join(career_ties.stopped_by(session, consent_id))
            mentors.release(session, (consent.id,))
            elder_records.rest_elsewhere(session, consent)
            erased = 0
            if not known.may_be_kept(session, person.id):
                erased = special_facts.erase(
                    session, case, person.id, self._planner, today, followed
                )
            return Done(
                Act.CONSENT_WITHDRAWN,
                _TOUCHED,
                journal.batch_of(session),
                case.id,
                {"name": full_name(person), "erased": str(erased)}
                | ({"stopped": stopped} if stopped else {}),
            )

    def of_case(self, case_id: int) -> tuple[ConsentView, ...]:
        """Every consent of a case, newest first, the withdrawn ones among them."""
        with self._transactions.reading() as session:
            return consents_of(session, existing.case(session, case_id))

    def holds(self, person_id: int, purpose: Purpose, recipient: Recipient | None = None) -> bool:
        """Whether a consent of this person for this purpose may be relied on; `recipient` None
        asks for any."""
        code = recipient.value if recipient else None
        with self._transactions.reading() as session:
            return bool(consents.holding(session, person_id, purpose.value, code))


def _end_ambassadors(session: Session, consent_id: int, on: date) -> None:
    """Whoever speaks for the region by this consent does so no more from that day on."""
    for row in staying.resting_on(session, consent_id):
        if row.until is None or row.until > on:
            row.until = max(on, row.since)


def consents_of(session: Session, case: Case) -> tuple[ConsentView, ...]:
    """Every consent of a case, newest first, the withdrawn ones among them."""
    names = {person.id: called_name(person) for person in cases.people(session, case.id)}
    return tuple(
        ConsentView(
            consent.id,
            _draft_of(consent),
            names.get(consent.person_id, ""),
            consent.withdrawn_on,
        )
        for consent in consents.of_case(session, case.id)
    )


def _draft_of(consent: Consent) -> ConsentDraft:
    return ConsentDraft(
        person=consent.person_id,
        purpose=Purpose(consent.purpose),
        recipient=Recipient(consent.recipient),
        wording=consent.wording,
        given_on=consent.given_on,
        way=ConsentWay(consent.way),
        recipient_name=consent.recipient_name,
    )
