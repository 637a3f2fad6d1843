"""Calendar files: what they would hold, written to a file, remembered for the next one."""

from __future__ import annotations

import contextlib
import os
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from app.content.languages import OFFICE_LANGUAGE, program_language
from app.content.phrases import printed_languages
from app.done import Act, Done
from app.errors import Reason, Refused
from app.exchange import calendar_file
from app.exchange.calendar_file import EntryState
from app.progress import Step, Steps
from app.records.calendars import (
    CalendarForm,
    CalendarMade,
    CalendarPreview,
    CasesOf,
    OneCase,
    Scope,
    leaves_office,
)
from app.rules.terms import Role
from app.services import existing, known
from app.services.calendar_entries import Gathering, Line, Sources
from app.services.calendar_tasks import Proofs, Reader, Tasks
from app.services.calendar_words import calendar_name
from app.services.confirmations import confirmed
from app.services.office import advisor_name
from app.services.planner import Planner
from app.services.printed_words import phrases_in, words_in
from app.services.transactions import Transactions
from app.writing import writing_to
from db.journal import date_batch
from db.repositories import calendars, office
from db.tables.office import Setting

CASES = 200
"""Cases read at once: how long a cancel may take."""
ENTRIES = 500
"""Entries written at once."""
KEY = "calendar_id"
"""The setting that names the data file in the UIDs: random, and never changed again."""

READING = "reading"
WRITING = "writing"


@dataclass
class _Gathered:
    """Everything of a file before it is written; `name` is what the calendar is called."""

    gathering: Gathering
    key: str
    at: datetime
    name: str = ""
    lines: list[Line] = field(default_factory=list)

    @property
    def cancelled(self) -> int:
        return sum(line.entry.state is EntryState.CANCELLED for line in self.lines)

    @property
    def count(self) -> int:
        return len(self.lines) - self.cancelled


class Calendars:
    def __init__(self, transactions: Transactions, planner: Planner, resources: Path) -> None:
        self._transactions = transactions
        self._planner = planner
        self._resources = resources

    def preview(self, scope: Scope) -> Steps[CalendarPreview]:
        """How much a file would hold and what it would leave out. Raises `Refused`: NO_SUCH_CASE,
        NO_SUCH_ADVISOR."""
        found = yield from self._gathered(scope)
        left_out = found.gathering.left_out
        return CalendarPreview(found.count, found.cancelled, left_out, leaves_office(scope))

    def save(self, scope: Scope, path: Path, form: CalendarForm) -> Steps[CalendarMade]:
        """Write the file and remember what it said, where the data file is open for writing.
        Cancelled or failed, nothing is left at `path`.

        Beside another writer nothing is remembered: the next file counts from what was before.
        Raises `Refused`: NO_SUCH_CASE, NO_SUCH_ADVISOR, NOTHING_TO_EXPORT, EXISTS for the data
        file itself; `Unavailable`: CANNOT_WRITE, DISK_FULL.
        """
        if path.resolve() == self._transactions.file.path.resolve():
            raise Refused(Reason.EXISTS, "file", path=str(path))
        found = yield from self._gathered(scope)
        if not found.lines:
            raise Refused(Reason.NOTHING_TO_EXPORT, "scope")
        part = path.with_name(path.name + ".part")
        try:
            with writing_to(path):
                yield from self._written(found, part, form)
            made = CalendarMade(path, found.count, found.cancelled, found.gathering.left_out)
            if self._transactions.file.writable:
                return replace(made, done=self._record(found, scope, part, path))
            _put(part, path)
            return made
        finally:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)

    def _gathered(self, scope: Scope) -> Steps[_Gathered]:
        at = datetime.now(UTC).replace(microsecond=0)
        with self._transactions.outward() as session:
            wanted = self._cases(session, scope)
            setting = office.setting(session, KEY)
            spoken = [OFFICE_LANGUAGE, *self._spoken(session, scope)]
            phrases = {code: phrases_in(session, self._resources, code)[0] for code in spoken}
            words = {code: words_in(session, self._resources, code) for code in spoken}
            sources = Sources(
                self._planner,
                self._transactions,
                phrases,
                words,
                Proofs(self._planner, confirmed(session)),
                calendars.changed(session, Act.CALENDAR_EXPORTED.value),
                setting.value if setting else uuid.uuid4().hex,
                at,
            )
            found = _Gathered(Gathering(sources, scope), sources.key, at)
            found.name = self._name(session, scope, sources)
        for start in range(0, len(wanted), CASES):
            yield Step(start, len(wanted), READING)
            with self._transactions.outward() as session:
                chunk = calendars.stored(session, wanted[start : start + CASES], known.CODES)
                for stored in chunk:
                    found.lines += found.gathering.lines(session, stored)
        found.lines.sort(key=lambda line: (line.entry.on, line.entry.key))
        return found

    def _cases(self, session: Session, scope: Scope) -> Sequence[int]:
        if isinstance(scope, OneCase):
            return [existing.case(session, scope.case).id]
        if isinstance(scope, CasesOf):
            if office.advisor(session, scope.advisor) is None:
                raise Refused(Reason.NO_SUCH_ADVISOR, "advisor", id=scope.advisor)
            return calendars.cases_of(session, scope.advisor)
        return calendars.cases_of(session, None)

    def _name(self, session: Session, scope: Scope, sources: Sources) -> str:
        """What the calendar is called: after the case, the advisor or the role."""
        of: str | Role
        language = OFFICE_LANGUAGE
        if isinstance(scope, OneCase):
            (stored,) = calendars.stored(session, [scope.case], known.CODES)
            reader, tasks = (
                Reader.of(scope),
                Tasks(
                    stored,
                    self._planner.for_case(session, stored.case.id),
                    sources.proofs,
                    sources.words,
                ),
            )
            of, language = tasks.whom(None, replace(reader, is_own=False)), tasks.language(reader)
        elif isinstance(scope, CasesOf):
            of = advisor_name(office.advisor(session, scope.advisor))
        else:
            of = scope.role
        return calendar_name(of, sources.phrases[language])

    def _written(self, found: _Gathered, part: Path, form: CalendarForm) -> Steps[None]:
        entries = [line.entry for line in found.lines]
        pieces = calendar_file.pieces(
            found.name,
            entries,
            found.at,
            todos=form is not CalendarForm.EVENTS,
            events=form is not CalendarForm.TODOS,
        )
        with part.open("wb") as file:
            for number, piece in enumerate(pieces):
                if number % ENTRIES == 0:
                    yield Step(number, len(entries), WRITING)
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())

    def _record(self, found: _Gathered, scope: Scope, part: Path, path: Path) -> Done:
        """Remember what the file says, and put it in its place last: what is not remembered is
        not handed out. It cannot be taken back, since it may already be in a calendar."""
        case = scope.case if isinstance(scope, OneCase) else None
        with self._transactions.command(Act.CALENDAR_EXPORTED, case) as session:
            date_batch(session, found.at)  # what the next file says of entries that stay
            if office.setting(session, KEY) is None:
                session.add(Setting(key=KEY, value=found.key))
            calendars.keep(session, [line.kept for line in found.lines if line.kept])
            session.flush()
            _put(part, path)
            facts = {"count": str(found.count), "path": path.name}
            return Done(Act.CALENDAR_EXPORTED, frozenset(), None, case, facts)

    def _spoken(self, session: Session, scope: Scope) -> Sequence[str]:
        """The languages of the families a file may be for: one case at most is told its own."""
        if not isinstance(scope, OneCase):
            return ()
        served = printed_languages(self._resources / "phrases")
        return (program_language(existing.case(session, scope.case).language, served)[0],)


def _put(part: Path, path: Path) -> None:
    with writing_to(path):
        part.replace(path)
