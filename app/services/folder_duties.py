"""The duties of a household as its folder holds them against opening hours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.folder.place_contents import Duties, Worker
from app.rules.care_need import Parent
from app.rules.duty_weeks import known_weeks, needed
from app.rules.goers import Goer
from app.rules.terms import MemberRole
from app.services.care import usual_first
from app.services.care_board import monday_of
from app.services.care_records import PARENTS, ways_of
from app.services.derived import called_name
from app.services.goers import rosters_of
from db.repositories import care_places
from db.tables.case import Case, Person

WEEKS = 4


def duties_of(session: Session, case: Case, people: Iterable[Person], today: date) -> Duties | None:
    """The weeks from the first that a roster speaks of wholly, counted from the day the household
    starts to work; None where no roster does. Who has no roster for that week, or stays at home,
    is not among the workers."""
    parents = [each for each in people if MemberRole(each.role) in PARENTS]
    rosters = rosters_of(session, [each.id for each in parents])
    if not rosters:
        return None
    lives = {
        life.person_id: life
        for life in care_places.working_lives(session, [each.id for each in parents])
    }
    told = [
        Parent(
            person.id,
            rosters.get(person.id, ()),
            ways_of(life),
            bool(life and life.at_home),
        )
        for person in parents
        for life in (lives.get(person.id),)
    ]
    monday = monday_of(usual_first(session, case, today))
    weeks = {
        each.id: known_weeks(Goer("", _alone(each)), monday, WEEKS)
        for each in told
        if each.rosters and not each.at_home
    }
    first = min((min(known) for known in weeks.values() if known), default=None)
    if first is None:
        return None
    counted = sorted({each for known in weeks.values() if first in known for each in known})
    return Duties(
        first,
        counted[-1] + timedelta(days=6),
        tuple(
            Worker(called_name(person), MemberRole(person.role), tuple(weeks[person.id].values()))
            for person in parents
            if first in weeks.get(person.id, {})
        ),
        needed(told, counted) if any(e.role == MemberRole.CHILD.value for e in people) else (),
    )


def _alone(parent: Parent) -> Parent:
    """Who goes alone, without the ways to care."""
    return replace(parent, ways=replace(parent.ways, to_care=0, from_care=0))
