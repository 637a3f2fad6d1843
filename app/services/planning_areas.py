"""What decides about seats for doctors: planning areas, and when the committee meets."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.practice import AreaDraft, AreaView, SessionDraft, SessionView, Uncovered
from app.services.practice_records import (
    Places,
    area_view,
    check_area,
    check_session,
    fill_area,
    fill_session,
    session_view,
)
from app.services.transactions import Transactions
from db.journal import batch_of
from db.repositories import practice
from db.tables.practice import CommitteeDate, PlanningArea

_TOUCHED = frozenset({Topic.NETWORK, Topic.SUPPORT})


class PlanningAreas:
    def __init__(self, transactions: Transactions, resources: Path) -> None:
        self._transactions = transactions
        self._places = Places.of(resources)

    def municipalities(self) -> tuple[tuple[str, str], ...]:
        """Official key (AGS) and name of every municipality of the shipped list, by name."""
        listed = self._places.by_key.values()
        return tuple(sorted(((e.ags, e.name) for e in listed), key=lambda each: each[1].casefold()))

    def areas(self) -> tuple[AreaView, ...]:
        """Every area, by group of doctors, then by name."""
        with self._transactions.reading() as session:
            return tuple(area_view(row, self._places) for row in practice.areas(session))

    def uncovered(self) -> tuple[Uncovered, ...]:
        """For each group of doctors the municipalities that are in none of its areas, of the
        counties its areas reach into; a group whose areas cover them all is left out."""
        return tuple(self._uncovered(self.areas()))

    def add_area(self, draft: AreaDraft) -> Done:
        """Enter an area; `facts["id"]` is its id. Raises `Refused` beside the field: AREA_TWICE,
        TWO_AREAS for a municipality that is in another area of the same doctors (`place` names
        it, `other` the area)."""
        check_area(draft, self._places)
        with self._transactions.command(Act.PLANNING_AREA_ADDED) as session:
            self._check_alone(session, draft, None)
            row = PlanningArea()
            fill_area(row, draft)
            session.add(row)
            session.flush()
            return _done(session, Act.PLANNING_AREA_ADDED, row.id, row.name)

    def edit_area(self, area_id: int, draft: AreaDraft) -> Done:
        """Change an area. Raises `Refused`: NO_SUCH_AREA, or as `add_area`."""
        check_area(draft, self._places)
        with self._transactions.command(Act.PLANNING_AREA_EDITED) as session:
            row = _area(session, area_id)
            self._check_alone(session, draft, area_id)
            fill_area(row, draft)
            session.flush()
            return _done(session, Act.PLANNING_AREA_EDITED, row.id, row.name)

    def remove_area(self, area_id: int) -> Done:
        """Take an area out. Raises `Refused(NO_SUCH_AREA)`."""
        with self._transactions.command(Act.PLANNING_AREA_REMOVED) as session:
            row = _area(session, area_id)
            session.delete(row)
            session.flush()
            return _done(session, Act.PLANNING_AREA_REMOVED, None, row.name)

    def sessions(self) -> tuple[SessionView, ...]:
        """Every meeting of the committee, by day."""
        with self._transactions.reading() as session:
            return tuple(map(session_view, practice.meetings(session)))

    def add_session(self, draft: SessionDraft) -> Done:
        """Enter a meeting; `facts["id"]` is its id. Raises `Refused` beside the field:
        SESSION_TWICE, ENDS_BEFORE_IT_BEGINS where papers are due after it."""
        check_session(draft)
        with self._transactions.command(Act.COMMITTEE_DATE_ADDED) as session:
            _check_once(session, draft, None)
            row = CommitteeDate()
            fill_session(row, draft)
            session.add(row)
            session.flush()
            return _done(session, Act.COMMITTEE_DATE_ADDED, row.id, row.body, row.on.isoformat())

    def edit_session(self, session_id: int, draft: SessionDraft) -> Done:
        """Change a meeting. Raises `Refused`: NO_SUCH_SESSION, or as `add_session`."""
        check_session(draft)
        with self._transactions.command(Act.COMMITTEE_DATE_EDITED) as session:
            row = _meeting(session, session_id)
            _check_once(session, draft, session_id)
            fill_session(row, draft)
            session.flush()
            return _done(session, Act.COMMITTEE_DATE_EDITED, row.id, row.body, row.on.isoformat())

    def remove_session(self, session_id: int) -> Done:
        """Take a meeting out. Raises `Refused(NO_SUCH_SESSION)`."""
        with self._transactions.command(Act.COMMITTEE_DATE_REMOVED) as session:
            row = _meeting(session, session_id)
            session.delete(row)
            session.flush()
            return _done(session, Act.COMMITTEE_DATE_REMOVED, None, row.body, row.on.isoformat())

    def _check_alone(self, session: Session, draft: AreaDraft, area_id: int | None) -> None:
        for row in practice.areas(session):
            if row.id == area_id or row.doctors.casefold() != draft.doctors.strip().casefold():
                continue
            if row.name.casefold() == draft.name.strip().casefold():
                raise Refused(Reason.AREA_TWICE, "name", other=row.name)
            shared = draft.municipalities & frozenset(row.municipalities.split())
            if shared:
                place = ", ".join(self._places.names(shared))
                raise Refused(Reason.TWO_AREAS, "municipalities", place=place, other=row.name)

    def _uncovered(self, areas: tuple[AreaView, ...]) -> Iterator[Uncovered]:
        for doctors, group in groupby(areas, key=lambda each: each.draft.doctors):
            covered = frozenset(key for each in group for key in each.draft.municipalities)
            listed = self._places.by_key
            counties = {listed[key].county_key for key in covered if key in listed} - {""}
            open_ones = [
                key
                for key, each in listed.items()
                if each.county_key in counties and key not in covered
            ]
            if open_ones:
                yield Uncovered(doctors, self._places.names(open_ones))


def _area(session: Session, area_id: int) -> PlanningArea:
    found = practice.area(session, area_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_AREA, id=area_id)
    return found


def _meeting(session: Session, session_id: int) -> CommitteeDate:
    found = practice.meeting(session, session_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_SESSION, id=session_id)
    return found


def _check_once(session: Session, draft: SessionDraft, session_id: int | None) -> None:
    found = practice.meeting_on(session, draft.body.strip(), draft.on)
    if found is not None and found.id != session_id:
        raise Refused(Reason.SESSION_TWICE, "on", on=draft.on.isoformat())


def _done(session: Session, act: Act, row_id: int | None, name: str, on: str = "") -> Done:
    facts = {"name": name} | ({"on": on} if on else {})
    if row_id is not None:
        facts["id"] = str(row_id)
    return Done(act, _TOUCHED, batch_of(session), facts=facts)
