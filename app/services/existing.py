"""Records that a command names: found, or refused by name."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.errors import Reason, Refused
from db.repositories import care, cases, consents, providers
from db.repositories.providers import Whole
from db.tables.care import Carer, Roster, Shift
from db.tables.case import Case, Person
from db.tables.consent import Consent
from db.tables.contact import Contact
from db.tables.step import Step


def case(session: Session, case_id: int) -> Case:
    found = cases.by_id(session, case_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_CASE, id=case_id)
    return found


def person(session: Session, person_id: int) -> Person:
    found = cases.person(session, person_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_PERSON, id=person_id)
    return found


def contact(session: Session, contact_id: int) -> Contact:
    found = cases.contact(session, contact_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_CONTACT, id=contact_id)
    return found


def step(session: Session, step_id: int) -> Step:
    found = cases.step(session, step_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_STEP, id=step_id)
    return found


def provider(session: Session, provider_id: int) -> Whole:
    found = providers.by_id(session, provider_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_PROVIDER, id=provider_id)
    return found


def consent(session: Session, consent_id: int) -> Consent:
    found = consents.by_id(session, consent_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_CONSENT, id=consent_id)
    return found


def shift(session: Session, shift_id: int) -> Shift:
    found = care.shift(session, shift_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_SHIFT, id=shift_id)
    return found


def roster(session: Session, roster_id: int) -> Roster:
    found = care.roster(session, roster_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_ROSTER, id=roster_id)
    return found


def carer(session: Session, carer_id: int) -> Carer:
    found = care.carer(session, carer_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_CARER, id=carer_id)
    return found
