"""Who may go for the steps of a case, with their duties: read once, and only where asked."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from sqlalchemy import Row
from sqlalchemy.orm import Session

from app.rules.care_need import Parent, Ways
from app.rules.goers import Goer, Goers
from app.rules.rosters import Duty, Roster, ShiftKind
from app.rules.terms import MemberRole, Role
from app.services.care_records import PARENTS
from app.services.derived import called_name
from db.repositories import care_places
from db.tables.case import Person
from db.tables.step import Step


class WhoGoes:
    """The parents of a case as they may go to an office. One query where nobody has a roster."""

    def __init__(self, session: Session, people: Iterable[Person]) -> None:
        """`people`: everybody of the case."""
        self._session = session
        self._people = {person.id: person for person in people}
        self._known: dict[tuple[int, ...], Goers | None] = {}

    def of(self, step: Step) -> Goers | None:
        """Who may go for a step; None where duties do not count: no roster of theirs is entered,
        the family has no part in it, or it is the matter of an adult who is no parent. For the
        household and for a child any parent goes."""
        if Role.PERSON.value not in step.roles.split() or not self._rosters:
            return None
        role = self._people[step.person_id].role if step.person_id in self._people else ""
        if step.person_id in self._parents:
            who: tuple[int, ...] = (step.person_id,)
        elif step.person_id is None or role == MemberRole.CHILD.value:
            who = tuple(self._parents)
        else:
            return None
        if who not in self._known:
            goers = tuple(self._parents[person] for person in who)
            works = any(goer.parent.rosters for goer in goers)
            self._known[who] = Goers(goers) if works else None
        return self._known[who]

    @cached_property
    def _rosters(self) -> dict[int, tuple[Roster, ...]]:
        """By person."""
        return rosters_of(self._session, self._people)

    @cached_property
    def _parents(self) -> dict[int, Goer]:
        told = care_places.working_lives(self._session, self._people)
        lives = {life.person_id: life for life in told}
        return {
            person.id: Goer(
                called_name(person),
                _parent(person.id, self._rosters.get(person.id, ()), lives.get(person.id)),
            )
            for person in self._people.values()
            if MemberRole(person.role) in PARENTS
        }


def rosters_of(session: Session, people: Iterable[int]) -> dict[int, tuple[Roster, ...]]:
    """The rosters of these persons by person; one query where nobody has any."""
    kept = care_places.rosters(session, people)
    duties: dict[int, list[Duty]] = {}
    for each in care_places.duties(session, [row.id for row in kept]) if kept else ():
        duty = Duty(each.day, each.start, each.finish, each.label, ShiftKind(each.kind))
        duties.setdefault(each.roster_id, []).append(duty)
    found: dict[int, tuple[Roster, ...]] = {}
    for row in kept:
        roster = Roster(row.first, row.last, row.weeks, tuple(duties.get(row.id, ())))
        found[row.person_id] = (*found.get(row.person_id, ()), roster)
    return found


def _parent(person: int, rosters: tuple[Roster, ...], life: Row[*tuple[Any, ...]] | None) -> Parent:
    """A parent who goes alone: the ways to care are left out."""
    if life is None:
        return Parent(person, rosters)
    ways = Ways(
        to_work=life.to_work,
        from_work=life.from_work,
        changing=life.changing,
        buffer=life.buffer,
        sleep=life.sleep,
    )
    return Parent(person, rosters, ways, life.at_home)
