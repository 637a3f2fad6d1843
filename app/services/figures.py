"""Figures of a period: counted by fixed definitions, safe to be published.

What is guaranteed holds for the reports of all calendar years and quarters together, counted one
way from one state of the records, and for both ways of counting the year before within one report
(`rules/small_counts`, `rules/joint_counts`). A year may be told alone, if its quarters are told to
nobody. Whoever lays other periods beside them, or a report from before records were added, can
subtract; that is told in every file that leaves the house.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from app.content.figures import Definitions, load_definitions
from app.content.languages import OFFICE_LANGUAGE
from app.content.phrases import Phrases, load_office_phrases
from app.done import Act, Done
from app.errors import Reason, Refused
from app.progress import Step, Steps
from app.records.figures import FigureKey, FigureReport, FiguresSaved, FigureTable, Period
from app.records.papers import PaperKind
from app.rules.calendar import plus_months
from app.rules.figures import Rows, Span
from app.services.figure_counts import Counted, Marks
from app.services.figure_rows import gather
from app.services.figure_tables import nothing_of, table
from app.services.figure_years import CountedYear
from app.services.office import setting_of
from app.services.papers import PaperOrder
from app.services.transactions import Transactions, translated
from app.typeset.pace import uninterrupted
from app.writing import writing_to
from db.errors import sorted_errors
from db.journal import batch_of
from db.lists import figures

if TYPE_CHECKING:
    from sqlite3 import Connection

    from sqlalchemy.orm import Session

    from app.folder.papers import PaperSheet
    from app.folder.speech import Speech

READING = "reading_figures"
COUNTING = "counting_figures"
WRITING = "writing_figures"

_Counted = Counted | CountedYear
_Write = Callable[[FigureReport, Phrases, BinaryIO], None]


class Figures:
    def __init__(self, transactions: Transactions, resources: Path) -> None:
        self._transactions = transactions
        self._resources = resources

    def first_year(self) -> int | None:
        """The first year of which anything is recorded that can be counted."""
        with self._connection() as connection:
            found = figures.first_day(connection)
        return None if found is None else date.fromisoformat(found).year

    def report(self, period: Period) -> Steps[FigureReport]:
        """Every figure of a period, beside the same days a year before; without tables where
        nothing is recorded of it. Raises `Refused(ENDS_BEFORE_IT_BEGINS)`."""
        if period.last < period.first:
            raise Refused(Reason.ENDS_BEFORE_IT_BEGINS, "last")
        today = self._transactions.today()
        earlier = year_before(period)
        yield Step(0, 2, READING)
        with self._connection() as connection, uninterrupted():
            spans = [
                Span(each.first.isoformat(), each.last.isoformat()) for each in (period, earlier)
            ]
            rows = gather(connection, spans, today)
        with self._transactions.reading() as session:
            example = setting_of(session, "example") == "yes"
        yield Step(1, 2, COUNTING)
        with uninterrupted():
            return told(rows, self._definitions, period, today, example=example)

    def save_csv(self, report: FigureReport, path: Path) -> Steps[FiguresSaved]:
        """Write every number that may be told, each with its definition, as CSV, and record it.
        Cancelled or failed, nothing is left at `path`. Raises `Refused(EXISTS)`, `Unavailable`
        (DISK_FULL, CANNOT_WRITE)."""
        from app.exchange.figures_file import write_csv

        return self._save(report, path, write_csv)

    def save_xlsx(self, report: FigureReport, path: Path) -> Steps[FiguresSaved]:
        """The same as a workbook."""
        from app.exchange.figures_file import write_xlsx

        return self._save(report, path, write_xlsx)

    def sheet(self, report: FigureReport) -> PaperOrder:
        """A report as it was counted, for paper, in German only."""

        def composed(session: Session, speech: Speech) -> PaperSheet:
            from app.services.figure_sheet import figures_sheet  # ReportLab only for a sheet

            return figures_sheet(report, session, speech)

        return PaperOrder(PaperKind.FIGURES, "", composed)

    def _save(self, report: FigureReport, path: Path, write: _Write) -> Steps[FiguresSaved]:
        if path.resolve() == self._transactions.file.path.resolve():
            raise Refused(Reason.EXISTS, "file", path=str(path))
        phrases, _ = load_office_phrases(self._resources / "phrases", OFFICE_LANGUAGE)
        yield Step(0, 1, WRITING)
        part = path.with_name(path.name + ".part")
        try:
            with writing_to(path), part.open("wb") as file:
                write(report, phrases, file)
            return FiguresSaved(path, self._put(path, lambda: part.replace(path)))
        finally:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)

    def _put(self, path: Path, put: Callable[[], object]) -> Done | None:
        """Record the export, and put the file in its place last: what is not recorded is not
        handed out."""
        if not self._transactions.file.writable:
            with writing_to(path):
                put()
            return None
        with self._transactions.command(Act.FIGURES_EXPORTED) as session:
            batch_of(session)
            with writing_to(path):
                put()
            return Done(Act.FIGURES_EXPORTED, frozenset(), None, facts={"file": path.name})

    @property
    def _definitions(self) -> Definitions:
        return load_definitions(self._resources)

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        file = self._transactions.file
        with translated(file.path), sorted_errors(file.path), closing(file.connect()) as connection:
            yield connection


def told(
    rows: Rows, definitions: Definitions, period: Period, today: date, *, example: bool = False
) -> FigureReport:
    """What may be told of a period, from the rows of it and of the year before."""
    earlier = year_before(period)
    marks = Marks(rows)
    now = _counted(marks, period, today)
    if now.is_empty:
        return FigureReport(period, None, today, (), example=example)
    before = _counted(marks, earlier, today)
    compared = None if before.is_empty else before
    found = (_table(key, definitions, period, now, compared) for key in FigureKey)
    return FigureReport(
        period=period,
        before=None if compared is None else earlier,
        counted_on=today,
        tables=tuple(each for each in found if each is not None),
        left_out=now.left_out(),
        example=example,
    )


def _counted(marks: Marks, period: Period, today: date) -> _Counted:
    if period.is_year and period.is_joint:
        return CountedYear(marks, period.first.year, today)
    return Counted(marks, period.first, period.last, today)


def _table(
    key: FigureKey,
    definitions: Definitions,
    period: Period,
    now: _Counted,
    before: _Counted | None,
) -> FigureTable | None:
    """Both periods by the later definition, the earlier one by that of its own time too."""
    defined = definitions.on(key, period.last)
    if defined is None:
        return None
    then = definitions.on(key, year_before(period).last)
    former = None
    if before is not None and then is not None and then != defined:
        answer = before.answer(key, then.rule)
        if before.is_few_apart(key, defined.rule, then.rule):
            answer = nothing_of(answer)
        former = then.definition, answer
    return table(
        defined.definition,
        now.answer(key, defined.rule),
        before.answer(key, defined.rule) if before is not None else None,
        former,
    )


def year_before(period: Period) -> Period:
    """The same days a year earlier; a last day of a month stays one."""
    after = period.last + timedelta(days=1)
    last = plus_months(after, -12) - timedelta(days=1)
    return replace(period, first=plus_months(period.first, -12), last=last)
