"""From the steps of a case to the entries of a calendar file: which are told, how, how often.

A step told once is told again when it is done, and taken back where it no longer stands in the
plan with a day. Outside the office nothing is said of what rests on a fact under Art. 9 DSGVO and
of steps nobody vouched for.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from app.content.languages import OFFICE_LANGUAGE
from app.content.phrases import Phrases
from app.content.words import Words
from app.exchange.calendar_file import Entry, EntryState
from app.records.calendars import CasesOf, LeftOut, Scope
from app.rules.calendar import Precision
from app.rules.standing import LEGAL
from app.rules.terms import Answer, DateKind, StepState
from app.services import calendar_words
from app.services.calendar_guard import Guard, Sensitive
from app.services.calendar_tasks import OFFICE, Proofs, Reader, Tasks
from app.services.calendar_words import Task
from app.services.planner import Planner
from app.services.transactions import Transactions
from db.repositories.calendars import KeptRow, StepRow, Stored

HEARD = timedelta(days=30)
"""So long after it was first told, what is done or cancelled is told again: there is more than one
calendar, and each has to hear of it."""
WARNINGS = (7, 1)
"""Days before a date of the law on which a calendar reminds: the first that lies ahead."""


@dataclass(frozen=True)
class Line:
    """One step as a file tells it; `kept` is what to remember, None where nothing changed."""

    entry: Entry
    kept: KeptRow | None


@dataclass(frozen=True)
class Sources:
    """What all entries of a file share. `key` names the data file in their UIDs, `phrases` are
    the words by language and `words` what the templates say in it, `changed` says when an entry
    last changed, by its id; `at` is now."""

    planner: Planner
    transactions: Transactions
    phrases: Mapping[str, Phrases]
    words: Mapping[str, Words]
    proofs: Proofs
    changed: Mapping[int, datetime]
    key: str
    at: datetime


class Gathering:
    """Takes one case after another; `left_out` counts the open steps that are not told, and why."""

    def __init__(self, sources: Sources, scope: Scope) -> None:
        self.left_out: Counter[LeftOut] = Counter()
        self._sources = sources
        self._reader = Reader.of(scope)
        role = None if isinstance(scope, CasesOf) else scope.role
        self._role = role.value if role else ""
        self._sensitive = Sensitive(sources.planner)
        self._today = sources.transactions.today()

    def lines(self, session: Session, stored: Stored) -> Iterator[Line]:
        """What the file tells of this case."""
        sources = self._sources
        planner = sources.planner.for_case(session, stored.case.id)
        is_usual = planner is sources.planner
        sensitive = self._sensitive if is_usual else Sensitive(planner)
        guard = Guard(session, stored, planner, sources.transactions, sensitive)
        tasks = Tasks(stored, planner, sources.proofs, sources.words)
        before = {row.step_id: row for row in stored.kept}
        for step in stored.steps:
            kept = before.pop(step.id, None)
            if self._role and self._role not in step.roles.split():
                continue
            told = self._told(stored, step, kept, guard)
            if isinstance(told, LeftOut):
                self.left_out[told] += 1
            elif told is not None and (line := self._line(tasks, step, kept, told)):
                yield line
        for kept in before.values():
            had = not self._role or guard.was_for(
                kept.step_id, self._role, leaves=self._reader.leaves
            )
            if had and (line := self._gone(tasks, kept)):
                yield line

    def _told(
        self, stored: Stored, step: StepRow, kept: KeptRow | None, guard: Guard
    ) -> EntryState | LeftOut | None:
        """How a step is told, or why it is not; None where there is nothing to say of it."""
        applies = Answer.YES if step.by_hand else Answer(step.applies)
        is_open = step.state == StepState.OPEN.value and applies is not Answer.NO
        is_open = is_open and stored.case.closed_on is None
        if self._reader.leaves and guard.covers(step):
            return LeftOut.PROTECTED if is_open else None
        if step.state == StepState.DONE.value:
            return EntryState.DONE if kept else None
        back = EntryState.CANCELLED if kept else None
        if not is_open:
            return back
        if step.kind == DateKind.HINT.value:
            return back or LeftOut.HINT
        if applies is Answer.UNCLEAR and (kept is None or kept.cancelled):
            return back or LeftOut.UNCLEAR
        if self._reader.leaves and step.template in self._sources.proofs.unproven:
            return LeftOut.UNPROVEN
        if step.due is None:
            return back or LeftOut.NO_DATE
        if step.precision != Precision.DAY.value:
            return back or LeftOut.ONLY_MONTH
        return EntryState.OPEN

    def _line(
        self, tasks: Tasks, step: StepRow, kept: KeptRow | None, state: EntryState
    ) -> Line | None:
        """A step of the plan. What is done or taken back stands on its day, or on the one it was
        told with."""
        on = step.due if step.precision == Precision.DAY.value else None
        if kept is not None and (on is None or state is EntryState.CANCELLED):
            on = kept.due
        if on is None:
            return None
        task = tasks.task(step, OFFICE)
        plain = self._entry(step.id, on, task, OFFICE_LANGUAGE, state, step.done_on)
        told = plain
        if self._reader != OFFICE:
            shown, language = tasks.task(step, self._reader), tasks.language(self._reader)
            told = self._entry(step.id, on, shown, language, state, step.done_on)
        cancelled = state is EntryState.CANCELLED
        digest = "" if cancelled else _digest(plain)
        key = kept.id if kept else 0
        row = KeptRow(key, step.case_id, step.id, 0, digest, on, task.title, cancelled)
        return self._counted(told, row, kept)

    def _gone(self, tasks: Tasks, kept: KeptRow) -> Line | None:
        """A step that no longer stands in the plan."""
        task = tasks.dropped(kept.title, self._reader)
        language = tasks.language(self._reader)
        told = self._entry(kept.step_id, kept.due, task, language, EntryState.CANCELLED, None)
        return self._counted(told, kept._replace(digest="", cancelled=True), kept)

    def _counted(self, entry: Entry, row: KeptRow, kept: KeptRow | None) -> Line | None:
        """With its SEQUENCE (RFC 5545, 3.8.7.4), one higher where it says something else than
        before; None where all have heard of what is settled."""
        if kept is None:
            is_new = True
        elif row.cancelled or kept.cancelled:
            is_new = row.cancelled != kept.cancelled
        else:
            is_new = row.digest != kept.digest
        changed = self._sources.at if is_new else self._sources.changed.get(row.id)
        if entry.state is not EntryState.OPEN and (
            changed is None or changed + HEARD < self._sources.at
        ):
            return None
        sequence = kept.sequence + is_new if kept else 0
        told = replace(entry, sequence=sequence, changed=changed)
        return Line(told, row._replace(sequence=sequence) if is_new else None)

    def _entry(
        self,
        step_id: int,
        on: date,
        task: Task,
        language: str,
        state: EntryState,
        done_on: date | None,
    ) -> Entry:
        words = self._sources.phrases[language]
        return Entry(
            key=f"{self._sources.key}-{step_id}",
            sequence=0,
            changed=None,
            on=on,
            summary=calendar_words.summary(task, state, words),
            description=calendar_words.description(task, words),
            categories=calendar_words.categories(task, words),
            state=state,
            done_on=done_on if state is EntryState.DONE else None,
            earliest=task.kind is DateKind.EARLIEST,
            warning=self._warning(task, on),
        )

    def _warning(self, task: Task, on: date) -> int | None:
        if task.kind not in LEGAL:
            return None
        ahead = (on - self._today).days
        return next((days for days in WARNINGS if days < ahead), None)


def _digest(entry: Entry) -> str:
    """SHA-256 (hex) of what an entry says to the office, whoever reads it; the reminder, which
    depends on the day of writing, does not count."""
    said = [
        entry.on.isoformat(),
        entry.state.value,
        str(entry.done_on or ""),
        entry.earliest,
        entry.summary,
        entry.description,
        entry.categories,
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()
