"""Questions about talks, leavings and ambassadors; functions, session first. Where `cases` is None
the answer is about all."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import ColumnElement, func, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.tables.care import CareChoice
from db.tables.case import AnchorDate, Case, Person, RecordedFact
from db.tables.consent import Consent
from db.tables.contact import Contact
from db.tables.staying import Ambassador, Leaving, LeavingReason, Talk, TalkReason
from db.tables.step import Step

Cases = Collection[int] | None


def talk(session: Session, talk_id: int) -> Talk | None:
    return session.get(Talk, talk_id)


def talks(session: Session, cases: Cases = None) -> Sequence[Talk]:
    """In the order they were entered."""
    return session.scalars(select(Talk).where(_of(Talk.case_id, cases)).order_by(Talk.id)).all()


def talks_with(session: Session, person_id: int) -> Sequence[Talk]:
    return session.scalars(select(Talk).where(Talk.person_id == person_id)).all()


def reasons(session: Session, cases: Cases = None) -> Sequence[TalkReason]:
    """What was said in these talks for staying and against it."""
    asked = select(TalkReason).join(Talk, Talk.id == TalkReason.talk_id)
    return session.scalars(asked.where(_of(Talk.case_id, cases)).order_by(TalkReason.id)).all()


def reasons_of(session: Session, talk_id: int) -> Sequence[TalkReason]:
    return session.scalars(select(TalkReason).where(TalkReason.talk_id == talk_id)).all()


def remove_talk(session: Session, talk: Talk) -> None:
    """Delete a talk with what was said for and against."""
    for reason in reasons_of(session, talk.id):
        session.delete(reason)
    session.flush()
    session.delete(talk)


def leaving(session: Session, case_id: int) -> Leaving | None:
    return session.scalar(select(Leaving).where(Leaving.case_id == case_id))


def leavings(session: Session) -> Sequence[Leaving]:
    """The latest first."""
    return session.scalars(select(Leaving).order_by(Leaving.left_on.desc(), Leaving.id)).all()


def leaving_reasons(session: Session, leaving_id: int | None = None) -> Sequence[LeavingReason]:
    """Of one leaving, of all where None."""
    asked = select(LeavingReason).order_by(LeavingReason.id)
    if leaving_id is not None:
        asked = asked.where(LeavingReason.leaving_id == leaving_id)
    return session.scalars(asked).all()


def ambassador(session: Session, ambassador_id: int) -> Ambassador | None:
    return session.get(Ambassador, ambassador_id)


def ambassadors(session: Session, cases: Cases = None) -> Sequence[Ambassador]:
    """By the day they began."""
    asked = select(Ambassador).where(_of(Ambassador.case_id, cases))
    return session.scalars(asked.order_by(Ambassador.since, Ambassador.id)).all()


def same_kind(session: Session, person_id: int, kind: str) -> Ambassador | None:
    """The one a person is already, of this kind."""
    return session.scalar(
        select(Ambassador).where(Ambassador.person_id == person_id, Ambassador.kind == kind)
    )


def resting_on(session: Session, consent_id: int) -> Sequence[Ambassador]:
    return session.scalars(select(Ambassador).where(Ambassador.consent_id == consent_id)).all()


def remove_person(session: Session, person_id: int) -> None:
    """What is kept of talks with a person, and that they are an ambassador."""
    for found in talks_with(session, person_id):
        remove_talk(session, found)
    for each in session.scalars(select(Ambassador).where(Ambassador.person_id == person_id)):
        session.delete(each)
    session.flush()


def consents(session: Session, case_id: int) -> Sequence[Consent]:
    """Those of a case to pass a name on or to print a picture, not withdrawn."""
    return session.scalars(
        select(Consent)
        .where(
            Consent.case_id == case_id,
            Consent.withdrawn_on.is_(None),
            Consent.purpose.in_(("share", "photo")),
        )
        .order_by(Consent.given_on.desc(), Consent.id)
    ).all()


def people(session: Session, cases: Cases = None) -> Sequence[Person]:
    return session.scalars(
        select(Person).where(_of(Person.case_id, cases)).order_by(Person.id)
    ).all()


def every_case(session: Session) -> Sequence[Case]:
    """Closed ones too, by name."""
    return session.scalars(select(Case).order_by(Case.sort_key, Case.id)).all()


def anchors(session: Session, kinds: Sequence[str], cases: Cases = None) -> Sequence[AnchorDate]:
    asked = select(AnchorDate).where(AnchorDate.kind.in_(kinds), _of(AnchorDate.case_id, cases))
    return session.scalars(asked).all()


def steps(session: Session, templates: Sequence[str], cases: Cases = None) -> Sequence[Step]:
    """The steps of these templates that are for the household as a whole or for anybody."""
    asked = select(Step).where(Step.template.in_(templates), _of(Step.case_id, cases))
    return session.scalars(asked.order_by(Step.id)).all()


def late(session: Session, track: str, before: date, cases: Cases = None) -> Sequence[Step]:
    """Open steps of a track that apply and were due before a day, the earliest first."""
    asked = select(Step).where(
        Step.track == track,
        Step.state == "open",
        Step.applies == "yes",
        Step.due < before,
        _of(Step.case_id, cases),
    )
    return session.scalars(asked.order_by(Step.due, Step.id)).all()


def answers(session: Session, key: str, value: str, cases: Cases = None) -> Sequence[RecordedFact]:
    asked = select(RecordedFact).where(RecordedFact.key == key, RecordedFact.value == value)
    return session.scalars(asked.where(_of(RecordedFact.case_id, cases))).all()


def choices(session: Session, cases: Cases = None) -> Sequence[tuple[int, CareChoice]]:
    """What is decided about care, each with its case."""
    asked = select(Person.case_id, CareChoice).join(Person, Person.id == CareChoice.person_id)
    found = session.execute(asked.where(_of(Person.case_id, cases)).order_by(CareChoice.id))
    return [(case_id, choice) for case_id, choice in found]


def last_contacts(session: Session) -> dict[int, date]:
    """The day of the last contact of each case that had one."""
    asked = select(Contact.case_id, func.max(Contact.on)).group_by(Contact.case_id)
    return {row[0]: row[1] for row in session.execute(asked)}


def _of(column: InstrumentedAttribute[int], cases: Cases) -> ColumnElement[bool]:
    return true() if cases is None else column.in_(cases)
