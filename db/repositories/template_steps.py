"""The steps that many cases have from a few templates: plain rows, no objects."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from db.tables.case import Case, Person
from db.tables.consent import RoleHolder
from db.tables.employer import StepConfirmation
from db.tables.step import Step, StepDocument
from db.tables.template import HeldRule


class TemplateStep(NamedTuple):
    """A step as far as a changed template may change it; `is_worked_on`: papers are there for it,
    or somebody is named for it alone."""

    case_id: int
    person_id: int | None
    template: str
    phase: str
    roles: str
    kind: str
    anchor: str
    offset: str
    applies: str
    state: str
    due: date | None
    precision: str
    done_on: date | None
    pinned: bool
    by_hand: bool
    note: str
    is_worked_on: bool

    @property
    def is_settled(self) -> bool:
        """Whether its date no longer moves."""
        return self.pinned or self.state != "open"

    @property
    def is_untouched(self) -> bool:
        """Whether nobody worked on it."""
        return not (self.is_settled or self.by_hand or self.note or self.is_worked_on)


def of_templates(
    session: Session, wanted: Sequence[int], templates: Collection[str]
) -> dict[int, list[TemplateStep]]:
    """These cases' steps of these templates, by case."""
    papers = select(StepDocument.id).where(StepDocument.step_id == Step.id).exists()
    holders = select(RoleHolder.id).where(RoleHolder.step_id == Step.id).exists()
    said = select(StepConfirmation.id).where(StepConfirmation.step_id == Step.id).exists()
    rows = session.execute(
        select(
            Step.case_id,
            Step.person_id,
            Step.template,
            Step.phase,
            Step.roles,
            Step.kind,
            Step.anchor,
            Step.offset,
            Step.applies,
            Step.state,
            Step.due,
            Step.precision,
            Step.done_on,
            Step.pinned,
            Step.by_hand,
            Step.note,
            papers | holders | said,
        )
        .where(Step.case_id.in_(wanted), Step.template.in_(templates))
        .order_by(Step.id)
    )
    found: dict[int, list[TemplateStep]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(TemplateStep._make(row))
    return found


class NamedPerson(NamedTuple):
    id: int
    given: str
    family: str
    called: str
    passport: str
    own_script: str


def people(session: Session, wanted: Collection[int]) -> list[NamedPerson]:
    """These people by their names."""
    if not wanted:
        return []
    rows = session.execute(
        select(
            Person.id,
            Person.given,
            Person.family,
            Person.called,
            Person.passport,
            Person.own_script,
        ).where(Person.id.in_(wanted))
    )
    return [NamedPerson._make(row) for row in rows]


def retitle(session: Session, template: str, old: str, new: str) -> None:
    """Have the list of cases name the step that presses first by its new short title; who keeps
    the former rule keeps its words. The column is derived, so that no revision is written."""
    keeping = select(HeldRule.case_id).where(HeldRule.template == template)
    session.execute(
        update(Case)
        .where(Case.next_step == old, Case.id.not_in(keeping))
        .values(next_step=new)
        .execution_options(synchronize_session="fetch")
    )
