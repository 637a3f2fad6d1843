"""Cases nobody spoke with for longer than their stage allows, each with what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.chasing import NextAct, NextKind, SilentCase
from app.records.events import CaseEvent
from app.rules import silence
from app.rules.terms import Stage
from app.services import events
from app.services.office import advisor_name, setting_of
from app.services.transactions import Transactions
from db import journal
from db.repositories import contacts, office
from db.repositories.contacts import Quiet
from db.tables.case import NEVER
from db.tables.office import Setting

_TOUCHED = frozenset({Topic.OFFICE, Topic.SUPPORT})


class Silence:
    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def weeks(self) -> Mapping[Stage, int]:
        """After how many weeks without contact with the family a case of each stage is silent."""
        with self._transactions.reading() as session:
            return silence.from_text(setting_of(session, silence.SETTING))

    def set_weeks(self, weeks: Mapping[Stage, int]) -> Done:
        """Set them for every stage; raises `Refused(NOT_SILENCE_WEEKS)` beside the stage's field,
        its code."""
        for stage in Stage:
            if not 1 <= weeks[stage] <= silence.MOST:
                raise Refused(Reason.NOT_SILENCE_WEEKS, stage.value)
        with self._transactions.command(Act.SILENCE_SET) as session:
            setting = office.setting(session, silence.SETTING) or Setting(key=silence.SETTING)
            setting.value = silence.to_text(weeks)
            session.add(setting)
            session.flush()
            return Done(Act.SILENCE_SET, _TOUCHED, journal.batch_of(session))

    def cases(self) -> tuple[SilentCase, ...]:
        """Running cases that are silent, the longest first; held and closed ones rest. Only
        contacts with the family count; without any, the day the case was taken up."""
        today = self._transactions.today()
        with self._transactions.reading() as session:
            weeks = silence.from_text(setting_of(session, silence.SETTING))
            found = [
                row
                for row in contacts.quiet(session)
                if silence.is_silent(_since(row), Stage(row.stage), today, weeks)
            ]
            upcoming = _upcoming(session) if found else {}
            called = {each.id: advisor_name(each) for each in office.advisors(session)}
        silent = [
            SilentCase(
                id=row.id,
                name=row.name,
                stage=Stage(row.stage),
                advisor=row.advisor_id,
                advisor_name=called.get(row.advisor_id or 0, ""),
                last=row.last,
                since=_since(row),
                weeks=silence.weeks_since(_since(row), today),
                next=_next(row, upcoming.get(row.id)),
            )
            for row in found
        ]
        return tuple(sorted(silent, key=lambda each: each.since))


def _since(row: Quiet) -> date:
    return row.last or row.registered_on


def _upcoming(session: Session) -> dict[int, CaseEvent]:
    """The open event of each running case that comes first."""
    first: dict[int, CaseEvent] = {}
    for event in events.open_events(session, date.max):
        first.setdefault(event.case, event)
    return first


def _next(row: Quiet, event: CaseEvent | None) -> NextAct:
    due = None if row.due == NEVER else date.fromisoformat(row.due)
    if event is not None and (due is None or event.on <= due):
        return NextAct(NextKind.EVENT, event.title, event.on, event)
    if due is not None:
        return NextAct(NextKind.STEP, row.next_step, due)
    return NextAct(NextKind.PROPOSED)
