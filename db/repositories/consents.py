"""Consents of the people of a case."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.tables.consent import Consent


def by_id(session: Session, consent_id: int) -> Consent | None:
    return session.get(Consent, consent_id)


def of_case(session: Session, case_id: int) -> Sequence[Consent]:
    """Newest first."""
    return session.scalars(
        select(Consent)
        .where(Consent.case_id == case_id)
        .order_by(Consent.given_on.desc(), Consent.id.desc())
    ).all()


def of_person(session: Session, person_id: int) -> Sequence[Consent]:
    return session.scalars(
        select(Consent).where(Consent.person_id == person_id).order_by(Consent.id)
    ).all()


def holding(
    session: Session, person_id: int, purpose: str, recipient: str | None = None
) -> Sequence[Consent]:
    """The consents of a person for this purpose that were not withdrawn."""
    asked = select(Consent).where(
        Consent.person_id == person_id,
        Consent.purpose == purpose,
        Consent.withdrawn_on.is_(None),
    )
    if recipient is not None:
        asked = asked.where(Consent.recipient == recipient)
    return session.scalars(asked.order_by(Consent.id)).all()
