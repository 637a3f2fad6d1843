"""Consents: what the people of a case allowed, and whether it still holds."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.records.consents import ConsentDraft, ConsentView
from app.rules.terms import ConsentWay, Purpose, Recipient
from app.services.derived import called_name
from db.repositories import cases, consents
from db.tables.case import Case
from db.tables.consent import Consent


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
