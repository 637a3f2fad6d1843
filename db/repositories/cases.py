"""Cases and what belongs to them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.tables.case import AnchorDate, AnchorMove, Case, Person, RecordedFact, StageChange
from db.tables.consent import RoleHolder
from db.tables.contact import Contact
from db.tables.employer import StepConfirmation
from db.tables.folder import PrintedFolder
from db.tables.step import Step, StepDocument

RANK = {"professional": 0, "partner": 1, "child": 2, "grandparent": 3, "other": 4}


def by_id(session: Session, case_id: int) -> Case | None:
    return session.get(Case, case_id)


def people(session: Session, case_id: int) -> list[Person]:
    """The household: the professional first, then partner, children, grandparents, others."""
    found = session.scalars(select(Person).where(Person.case_id == case_id).order_by(Person.id))
    return sorted(found, key=lambda person: RANK[person.role])


def person(session: Session, person_id: int) -> Person | None:
    return session.get(Person, person_id)


def facts(session: Session, case_id: int) -> Sequence[RecordedFact]:
    return session.scalars(
        select(RecordedFact).where(RecordedFact.case_id == case_id).order_by(RecordedFact.id)
    ).all()


def fact(session: Session, case_id: int, person_id: int | None, key: str) -> RecordedFact | None:
    return session.scalar(
        select(RecordedFact).where(
            RecordedFact.case_id == case_id,
            RecordedFact.person_id == person_id,
            RecordedFact.key == key,
        )
    )


def anchors(session: Session, case_id: int) -> Sequence[AnchorDate]:
    return session.scalars(
        select(AnchorDate).where(AnchorDate.case_id == case_id).order_by(AnchorDate.on)
    ).all()


def anchor(session: Session, case_id: int, kind: str) -> AnchorDate | None:
    return session.scalar(
        select(AnchorDate).where(AnchorDate.case_id == case_id, AnchorDate.kind == kind)
    )


def anchor_moves(session: Session, case_id: int) -> Sequence[AnchorMove]:
    """How dates of a case were moved, newest first."""
    return session.scalars(
        select(AnchorMove).where(AnchorMove.case_id == case_id).order_by(AnchorMove.id.desc())
    ).all()


def stage_changes(session: Session, case_id: int) -> Sequence[StageChange]:
    """Newest first."""
    return session.scalars(
        select(StageChange)
        .where(StageChange.case_id == case_id)
        .order_by(StageChange.on.desc(), StageChange.id.desc())
    ).all()


def contacts(session: Session, case_id: int) -> Sequence[Contact]:
    """Newest first."""
    return session.scalars(
        select(Contact)
        .where(Contact.case_id == case_id)
        .order_by(Contact.on.desc(), Contact.id.desc())
    ).all()


def contact(session: Session, contact_id: int) -> Contact | None:
    return session.get(Contact, contact_id)


def folders(session: Session, case_id: int) -> Sequence[PrintedFolder]:
    """Newest first."""
    return session.scalars(
        select(PrintedFolder)
        .where(PrintedFolder.case_id == case_id)
        .order_by(PrintedFolder.at.desc(), PrintedFolder.id.desc())
    ).all()


def steps(session: Session, case_id: int) -> Sequence[Step]:
    return session.scalars(select(Step).where(Step.case_id == case_id).order_by(Step.id)).all()


def step(session: Session, step_id: int) -> Step | None:
    return session.get(Step, step_id)


def documents(session: Session, case_id: int) -> Sequence[StepDocument]:
    return session.scalars(
        select(StepDocument)
        .join(Step, Step.id == StepDocument.step_id)
        .where(Step.case_id == case_id)
    ).all()


def documents_of(session: Session, step_id: int) -> Sequence[StepDocument]:
    return session.scalars(select(StepDocument).where(StepDocument.step_id == step_id)).all()


def remove_step(session: Session, step: Step) -> None:
    """Delete a step with its papers, with those who filled a role for it alone and with what they
    said became of it."""
    for document in documents_of(session, step.id):
        session.delete(document)
    own = select(RoleHolder).where(RoleHolder.step_id == step.id)
    for holder in session.scalars(own).all():
        session.delete(holder)
    said = select(StepConfirmation).where(StepConfirmation.step_id == step.id)
    for confirmation in session.scalars(said).all():
        session.delete(confirmation)
    session.flush()
    session.delete(step)


def worked_on(session: Session, case_id: int) -> frozenset[int]:
    """The ids of steps with papers that are there, with people named for them alone, or of which
    somebody said what became of them."""
    papers = (
        select(StepDocument.step_id)
        .join(Step, Step.id == StepDocument.step_id)
        .where(Step.case_id == case_id)
    )
    holders = select(RoleHolder.step_id).where(
        RoleHolder.case_id == case_id, RoleHolder.step_id.is_not(None)
    )
    said = (
        select(StepConfirmation.step_id)
        .join(Step, Step.id == StepConfirmation.step_id)
        .where(Step.case_id == case_id)
    )
    found = session.scalars(papers.union(holders, said))
    return frozenset(step_id for step_id in found if step_id is not None)


def all_ids(session: Session) -> Sequence[int]:
    """Every case, closed ones too."""
    return session.scalars(select(Case.id).order_by(Case.id)).all()


def running_ids(session: Session) -> Sequence[int]:
    """Cases that are not closed."""
    return session.scalars(select(Case.id).where(Case.closed_on.is_(None)).order_by(Case.id)).all()
