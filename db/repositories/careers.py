"""Profiles, ties between cases, openings, introductions, the classification of occupations."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import delete, func, insert, or_, select
from sqlalchemy.orm import Session

from db.tables.career import (
    CaseTie,
    Introduction,
    JobProfile,
    LanguageLevel,
    OccupationTitle,
    Opening,
)
from db.tables.case import Person

_AT_ONCE = 500


def tie(session: Session, tie_id: int) -> CaseTie | None:
    return session.get(CaseTie, tie_id)


def tie_of_person(session: Session, person_id: int) -> CaseTie | None:
    """The tie that a person is a half of, in either case."""
    mine = or_(CaseTie.person_id == person_id, CaseTie.own_person_id == person_id)
    return session.scalars(select(CaseTie).where(mine).order_by(CaseTie.id)).first()


def ties_of_case(session: Session, case_id: int) -> Sequence[CaseTie]:
    """Those of its members, and the one that makes it somebody's own."""
    mine = or_(CaseTie.case_id == case_id, CaseTie.own_case_id == case_id)
    return session.scalars(select(CaseTie).where(mine).order_by(CaseTie.id)).all()


def ties(session: Session) -> Sequence[CaseTie]:
    return session.scalars(select(CaseTie).order_by(CaseTie.id)).all()


def one_human(session: Session, person_id: int) -> tuple[int, ...]:
    """The ids of all records of the same human: that in a case of its own first."""
    found = tie_of_person(session, person_id)
    return (person_id,) if found is None else (found.own_person_id, found.person_id)


def born_in(session: Session, year: int, but_case: int) -> Sequence[Person]:
    """The people of other cases who were born in a year."""
    return session.scalars(
        select(Person)
        .where(Person.birth_year == year, Person.case_id != but_case)
        .order_by(Person.id)
    ).all()


def profile(session: Session, person_ids: Iterable[int]) -> JobProfile | None:
    """The profile of the first of these who has one."""
    for person_id in person_ids:
        found = session.scalar(select(JobProfile).where(JobProfile.person_id == person_id))
        if found is not None:
            return found
    return None


def languages(session: Session, person_id: int) -> Sequence[LanguageLevel]:
    return session.scalars(
        select(LanguageLevel)
        .where(LanguageLevel.person_id == person_id)
        .order_by(LanguageLevel.level.desc(), LanguageLevel.language)
    ).all()


def opening(session: Session, opening_id: int) -> Opening | None:
    return session.get(Opening, opening_id)


def openings(session: Session) -> Sequence[Opening]:
    return session.scalars(select(Opening).order_by(Opening.id)).all()


def introduction(session: Session, introduction_id: int) -> Introduction | None:
    return session.get(Introduction, introduction_id)


def introductions(
    session: Session, cases: Collection[int] | None, people: Collection[int] = ()
) -> Sequence[Introduction]:
    """Those of these cases (None: of all), or of these people, newest first."""
    question = select(Introduction).order_by(Introduction.on.desc(), Introduction.id.desc())
    if cases is not None:
        of = or_(Introduction.case_id.in_(cases), Introduction.person_id.in_(people))
        question = question.where(of)
    return session.scalars(question).all()


def introductions_to(session: Session, opening_id: int) -> Sequence[Introduction]:
    return session.scalars(
        select(Introduction).where(Introduction.opening_id == opening_id).order_by(Introduction.id)
    ).all()


def resting_on(session: Session, consent_id: int) -> Sequence[Introduction]:
    """The introductions that a consent allowed."""
    return session.scalars(
        select(Introduction).where(Introduction.consent_id == consent_id).order_by(Introduction.id)
    ).all()


def remove_person(session: Session, person_id: int, consents: Iterable[int]) -> None:
    """Take away what belongs to a person who leaves the household, and the hold of others'
    introductions on the consents that go along."""
    for table in (Introduction, JobProfile, LanguageLevel):
        for row in session.scalars(select(table).where(table.person_id == person_id)).all():
            session.delete(row)
    session.flush()
    for consent_id in consents:
        for row in resting_on(session, consent_id):
            row.consent_id = None
    session.flush()


def occupation(session: Session, code: str) -> OccupationTitle | None:
    return session.scalar(select(OccupationTitle).where(OccupationTitle.code == code))


def count_occupations(session: Session) -> int:
    return session.scalar(select(func.count(OccupationTitle.id))) or 0


def occupations(session: Session, words: Sequence[str], most: int) -> Sequence[OccupationTitle]:
    """The titles that hold all these folded words, or codes that begin with the one of digits;
    the most exact codes first."""
    question = select(OccupationTitle)
    for word in words:
        if word.isdigit():
            question = question.where(OccupationTitle.code.like(f"{word}%"))
        else:
            question = question.where(OccupationTitle.search.contains(word, autoescape=True))
    length = func.length(OccupationTitle.code)
    return session.scalars(question.order_by(length.desc(), OccupationTitle.code).limit(most)).all()


def replace_occupations(session: Session, rows: Sequence[tuple[str, str, str]]) -> None:
    """Let these (code, title, folded title) be the classification, whatever was there."""
    session.execute(delete(OccupationTitle))
    for first in range(0, len(rows), _AT_ONCE):
        session.execute(
            insert(OccupationTitle),
            [
                {"code": code, "title": title, "search": search}
                for code, title, search in rows[first : first + _AT_ONCE]
            ],
        )
    session.flush()
