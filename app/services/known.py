"""The recorded answers of a case that may be used: those under Art. 9 DSGVO with consent alone.

A file of the first version, which knew no consents, may hold some nobody allowed. They are
neither used nor shown until the person they speak of consents.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.rules.facts import VOCABULARY
from app.rules.terms import Purpose
from db.repositories import cases, consents
from db.tables.case import RecordedFact

SPECIAL = frozenset(key for key, word in VOCABULARY.items() if word.art9)
CODES = frozenset(key.value for key in SPECIAL)


def may_be_kept(session: Session, person_id: int | None) -> bool:
    """Whether the person allowed it. A fact that names no person has nobody who could."""
    return person_id is not None and bool(
        consents.holding(session, person_id, Purpose.HEALTH_DATA.value)
    )


def known_facts(session: Session, case_id: int) -> Sequence[RecordedFact]:
    """What may be used of what is recorded."""
    return [
        fact
        for fact in cases.facts(session, case_id)
        if fact.key not in CODES or may_be_kept(session, fact.person_id)
    ]


def uncovered(session: Session, case_id: int) -> frozenset[int]:
    """The rows of special facts that lack the consent they would rest on."""
    return frozenset(
        fact.id
        for fact in cases.facts(session, case_id)
        if fact.key in CODES and not may_be_kept(session, fact.person_id)
    )
