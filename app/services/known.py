"""The recorded answers of a case that may be used: those under Art. 9 DSGVO with consent alone.

A file of the first version, which knew no consents, may hold some nobody allowed. They are
neither used nor shown until the person they speak of consents.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.rules.facts import VOCABULARY
from app.rules.terms import MemberRole, Purpose
from db.repositories import care, cases, consents, elders
from db.tables.care import CareChoice
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


def telling_choices(session: Session, case_id: int) -> Sequence[CareChoice]:
    """Decisions about care that tell of health: those for anybody but a child, since who looks for
    day care for an elder says that one needs it (Art. 9 Abs. 1, Art. 4 Nr. 15 DSGVO)."""
    children = {
        each.id
        for each in cases.people(session, case_id)
        if MemberRole(each.role) is MemberRole.CHILD
    }
    return [
        each for each in care.choices_of_case(session, case_id) if each.person_id not in children
    ]


def uncovered(session: Session, case_id: int) -> frozenset[tuple[str, int]]:
    """The rows of special facts, and of decisions that tell of them, that lack the consent they
    would rest on."""
    facts = (
        ("facts", fact.id)
        for fact in cases.facts(session, case_id)
        if fact.key in CODES and not may_be_kept(session, fact.person_id)
    )
    choices = (
        ("care_choices", choice.id)
        for choice in telling_choices(session, case_id)
        if not may_be_kept(session, choice.person_id)
    )
    wishes = (
        ("elder_needs", need.id)
        for need in elders.needs_of_case(session, case_id)
        if need.consent_id is not None and not may_be_kept(session, need.person_id)
    )
    return frozenset((*facts, *choices, *wishes))
