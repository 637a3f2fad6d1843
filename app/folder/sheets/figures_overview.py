"""The report of figures on one page: of each question the number most asked for."""

from __future__ import annotations

from collections.abc import Iterator

from app.folder.sheets import figure_words
from app.folder.speech import Speech
from app.records.figure_bars import Drawing, drawing
from app.records.figures import FigureKey, FigureLine, FigureReport, FigureTable
from app.records.needs import NeedKind
from app.typeset import blocks

_SUMS = frozenset(
    {
        FigureKey.HOUSEHOLDS,
        FigureKey.PEOPLE,
        FigureKey.CONSULTATIONS,
        FigureKey.ARRIVALS,
        FigureKey.UNMET,
    }
)
_WHOLE = frozenset(
    {
        FigureKey.HOUSEHOLDS,
        FigureKey.CONSULTATIONS,
        FigureKey.EMPLOYERS,
        FigureKey.STAGE_DAYS,
    }
)
_FOUND = frozenset(
    each.value for each in (NeedKind.HOME, NeedKind.JOB, NeedKind.CHILDCARE, NeedKind.ELDER_CARE)
)


def overview(report: FigureReport, speech: Speech) -> tuple[blocks.Block, ...]:
    """One table, a row a number, with the day since which it is counted so; how, stands at the
    tables that follow."""
    now = figure_words.period(report.period, speech)
    before = "" if report.before is None else figure_words.period(report.before, speech)
    heads = (
        speech.text("figures.line"),
        now,
        *((before,) if before else ()),
        speech.text("figures.since"),
    )
    title = speech.text("figures.overview")
    rows = tuple(row for table in report.tables for row in _rows(table, bool(before), speech))
    summary = speech.text("figures.summary", title=title, period=now)
    return (
        blocks.Heading(2, blocks.words(title), in_contents=False),
        blocks.BarTable(heads, rows, summary),
        blocks.Paragraph(
            blocks.words(speech.text("figures.overview_about")), style=blocks.Style.TABLE
        ),
    )


def _rows(table: FigureTable, beside: bool, speech: Speech) -> Iterator[blocks.BarRow]:  # noqa: FBT001 - private
    key = table.definition.key
    title = speech.text(f"figures.titles.{key.value}")
    if key in _SUMS:
        now = figure_words.total(table.total, speech)
        then = figure_words.total(table.total_before, speech) if table.compares else ""
        yield _row(title, now, then, table, beside, speech, strong=True)
    for line in _lines(table):
        name = figure_words.name(key, line, speech)
        label = _label(table, title, name, speech)
        now, then = _told(line, table, speech)
        yield _row(label, now, then, table, beside, speech)


def _label(table: FigureTable, title: str, name: str, speech: Speech) -> str:
    """What is not told may be more than all that is: nothing is said of it here either."""
    key = table.definition.key
    if key in _SUMS or key is FigureKey.STILL_HERE:
        return name
    if key is FigureKey.STAGE_DAYS:
        return speech.text("figures.stage_median", name=name)
    if key in _WHOLE or key is FigureKey.FOUND:
        return speech.text("figures.of_title", title=title, name=name)
    shown = any(each.count is None for each in table.lines) or table.unknown is None
    return speech.text("figures.most_shown" if shown else "figures.most", title=title, name=name)


def _lines(table: FigureTable) -> tuple[FigureLine, ...]:
    """All lines, those most asked for, or the one most often told."""
    key = table.definition.key
    if key in _WHOLE:
        return table.lines
    if key is FigureKey.FOUND:
        return tuple(each for each in table.lines if each.code in _FOUND)
    if key is FigureKey.STILL_HERE:
        return tuple(each for each in table.lines if each.code.startswith("here_"))
    if key in _SUMS:
        return ()
    told = [each for each in table.lines if each.count]
    return (max(told, key=lambda each: each.count or 0),) if told else ()


def _told(line: FigureLine, table: FigureTable, speech: Speech) -> tuple[str, str]:
    match drawing(table.definition.key):
        case Drawing.STRIPS:
            now = figure_words.days(line.days, speech)
            then = figure_words.days(line.days_before, speech)
        case Drawing.PARTS:
            now = figure_words.count(line.count, speech)
            if line.count is not None and line.of is not None:
                now = speech.text("figures.part", count=now, of=figure_words.count(line.of, speech))
            then = figure_words.count(line.before, speech)
        case Drawing.BARS:
            now = figure_words.count(line.count, speech)
            then = figure_words.count(line.before, speech)
    return now, then if table.compares else ""


def _row(
    label: str,
    now: str,
    then: str,
    table: FigureTable,
    beside: bool,  # noqa: FBT001 - private
    speech: Speech,
    *,
    strong: bool = False,
) -> blocks.BarRow:
    since = speech.date(table.definition.since, "numbers")
    between = (then or speech.text("figures.untold"),) if beside else ()
    return blocks.BarRow(label, (now, *between, since), strong=strong)
