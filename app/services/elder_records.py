"""What elders want, as rows: gone with the person, and with the consent that it rests on."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.rules.terms import Purpose
from db import journal
from db.repositories import consents, elders
from db.tables.consent import Consent


def remove_person(session: Session, person_id: int) -> None:
    """What somebody who is taken out of a household wanted goes with them."""
    need = elders.need_of(session, person_id)
    if need is not None:
        session.delete(need)


def rest_elsewhere(session: Session, withdrawn: Consent) -> None:
    """What rested on a consent that ends rests on another of the person that holds; where there is
    none it is erased with the other facts (`special_facts.erase`)."""
    holding = consents.holding(session, withdrawn.person_id, Purpose.HEALTH_DATA.value)
    if holding:
        for need in elders.resting_on(session, [withdrawn.id]):
            need.consent_id = holding[0].id
        session.flush()


def forget_told(session: Session, person_id: int) -> int:
    """Take away what an elder wants where it tells of health, the notes with it: 1, else 0."""
    need = elders.need_of(session, person_id)
    if need is None or need.consent_id is None:
        return 0
    session.delete(need)
    session.flush()
    return 1


def ever_wished(session: Session, case_id: int, person_id: int) -> set[int]:
    """The rows about what this person wants, those that are gone but not forgotten too."""
    told = journal.remembered(session, case_id, "elder_needs")
    rows = {row for row, columns in told.items() if columns.get("person_id") == person_id}
    need = elders.need_of(session, person_id)
    return rows if need is None else rows | {need.id}
