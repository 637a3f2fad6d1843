"""Facts under Art. 9 DSGVO: kept only while the person consents, erased with the consent.

What was recorded and what followed from it goes in the same command (Art. 17 Abs. 1 lit. b
DSGVO), from the records and from the journal.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.rules.facts import FactKey
from app.rules.terms import AnchorKind, Answer, MemberRole
from app.services import elder_records, existing, kept_prints
from app.services.known import CODES, SPECIAL, telling_choices
from app.services.planner import Planner
from db import journal
from db.repositories import calendars, cases
from db.tables.case import AnchorDate, AnchorMove, Case


def erase(
    session: Session,
    case: Case,
    person_id: int,
    planner: Planner,
    today: date,
    followed: set[tuple[str, int | None]],
) -> int:
    """Erase the special facts of a person, decisions about care and the day since when it is
    needed, which tell of them, and the steps that stood in the plan because of them (`followed`,
    asked while the consent held), worked on or not; the plan follows, and what was printed for the
    case is no more kept. Returns the number of facts erased. Steps taken by hand
    stay: they were not derived from these facts."""
    recorded = _ever_recorded(session, case, person_id)
    gone = {("facts", row) for row in recorded}
    chosen = _ever_chosen(session, case, person_id)
    for choice in telling_choices(session, case.id):
        if choice.person_id == person_id:
            session.delete(choice)
    wished = elder_records.ever_wished(session, case.id, person_id)
    erased = elder_records.forget_told(session, person_id)
    for fact in cases.facts(session, case.id):
        if fact.person_id == person_id and fact.key in CODES:
            session.delete(fact)
            erased += 1
    session.flush()
    if FactKey.CARE_NEED.value in recorded.values():
        gone |= _forget_since(session, case.id)
    if gone:
        dropped = _drop_steps(session, case, planner, followed, today)
        planner.reconcile(session, case, today)
        parts = _with_parts(session, case, planner, dropped)
        told = calendars.forget_words(session, {row for table, row in parts if table == "steps"})
        journal.scrub(session, gone | parts | {("calendar_entries", entry) for entry in told})
    if chosen:
        journal.scrub(session, {("care_choices", row) for row in chosen})
    if wished:
        journal.scrub(session, {("elder_needs", row) for row in wished})
    if gone or chosen or wished:
        kept_prints.erase(session, case.id)
    return erased


def because_of(
    session: Session, case: Case, person_id: int, planner: Planner, today: date
) -> set[tuple[str, int | None]]:
    """The steps (template, person) that apply because of a special fact of this person."""
    return {
        (planned.template, planned.member)
        for planned in planner.situation(session, case, today).planned
        if any(
            because.key in SPECIAL and because.member in (person_id, None)
            for because in planned.verdict.why
        )
    }


def _ever_recorded(session: Session, case: Case, person_id: int) -> dict[int, str]:
    """The rows of special facts of this person with their keys, those that are gone but not
    forgotten too."""
    told = journal.remembered(session, case.id, "facts")
    rows = {
        row: str(columns["key"])
        for row, columns in told.items()
        if columns.get("person_id") == person_id and columns.get("key") in CODES
    }
    return rows | {
        fact.id: fact.key
        for fact in cases.facts(session, case.id)
        if fact.person_id == person_id and fact.key in CODES
    }


def _forget_since(session: Session, case_id: int) -> set[tuple[str, int]]:
    """Take out since when somebody needs care, and how that day was moved, where nobody is left
    of whom it tells; what there ever was of it, to be forgotten."""
    if any(fact.key == FactKey.CARE_NEED.value for fact in cases.facts(session, case_id)):
        return set()
    kind = AnchorKind.CARE_NEED.value
    there: Mapping[str, Sequence[AnchorDate | AnchorMove]] = {
        "anchors": cases.anchors(session, case_id),
        "anchor_moves": cases.anchor_moves(session, case_id),
    }
    gone: set[tuple[str, int]] = set()
    for table, rows in there.items():
        told = journal.remembered(session, case_id, table).items()
        gone |= {(table, row) for row, columns in told if columns.get("kind") == kind}
        for each in rows:
            if each.kind == kind:
                gone.add((table, each.id))
                session.delete(each)
    session.flush()
    return gone


def _ever_chosen(session: Session, case: Case, person_id: int) -> set[int]:
    """The rows of decisions about care that tell of this person's health, those that are gone but
    not forgotten too; none of a child."""
    if MemberRole(existing.person(session, person_id).role) is MemberRole.CHILD:
        return set()
    told = journal.remembered(session, case.id, "care_choices")
    rows = {row for row, columns in told.items() if columns.get("person_id") == person_id}
    return rows | {
        each.id for each in telling_choices(session, case.id) if each.person_id == person_id
    }


def _drop_steps(
    session: Session,
    case: Case,
    planner: Planner,
    followed: set[tuple[str, int | None]],
    today: date,
) -> set[int]:
    """Take out the steps that no longer apply, done ones and those with notes as well."""
    idle = {
        (planned.template, planned.member)
        for planned in planner.situation(session, case, today).planned
        if planned.verdict.answer is Answer.NO
    }
    dropped: set[int] = set()
    for step in cases.steps(session, case.id):
        if (step.template, step.person_id) in followed & idle and not step.by_hand:
            dropped.add(step.id)
            cases.remove_step(session, step)
    session.flush()
    return dropped


def _with_parts(
    session: Session, case: Case, planner: Planner, dropped: set[int]
) -> set[tuple[str, int]]:
    """The rows of these steps, of earlier ones that only special facts can bring into a plan,
    and of what belonged to them: what the journal tells of them would tell of the facts."""
    known = planner.book_of(session, case.id).catalogue.worded()
    telling = {
        template.id
        for template in (*known, *planner.shelf.shipped.steps)
        if (rows := template.rule.condition.rows) and all(SPECIAL & row.keys() for row in rows)
    }
    there = {step.id for step in cases.steps(session, case.id)}
    gone = dropped | {
        row
        for row, columns in journal.remembered(session, case.id, "steps").items()
        if row not in there and columns.get("template") in telling
    }
    parts = {
        (table, row)
        for table in ("step_documents", "role_holders")
        for row, columns in journal.remembered(session, case.id, table).items()
        if columns.get("step_id") in gone
    }
    return parts | {("steps", row) for row in gone}
