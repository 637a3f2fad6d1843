"""The report of figures: each number beside how it is counted, bars that print without colour."""

from __future__ import annotations

from dataclasses import replace

from app.folder.figures_contents import FiguresPage
from app.folder.papers import PaperSheet
from app.folder.sheets import figure_words
from app.folder.sheets.figure_words import period
from app.folder.sheets.figures_overview import overview
from app.folder.speech import Speech
from app.records.figure_bars import Drawing, FigureBar, bars, drawing, is_alike
from app.records.figures import (
    FigureReport,
    FigureTable,
    Period,
)
from app.typeset import blocks


def figures(page: FiguresPage, speech: Speech) -> PaperSheet:
    """Head with period and day of counting, every figure with its definition, what is not told."""
    report = page.report
    title = speech.text("figures.title")
    head: tuple[blocks.Block, ...] = (
        blocks.Heading(1, blocks.words(title), in_contents=False),
        blocks.Intro(blocks.words(_about(report, speech))),
    )
    if report.is_empty:
        nothing = blocks.Paragraph(blocks.words(speech.text("figures.nothing")))
        return _sheet(title, ((*head, nothing),), page, speech)
    details = speech.text("figures.details")
    found: list[blocks.Block] = [
        blocks.Heading(1, blocks.words(details), in_contents=False),
        _small(speech.text("figures.read")),
    ]
    found += [_figure(each, report, speech) for each in report.tables]
    if report.left_out:
        found.append(_small(_left_out(report, speech)))
    holds = "figures.rule_joint" if report.period.is_joint else "figures.rule_alone"
    rule = (
        blocks.Heading(2, blocks.words(speech.text("figures.rule_title")), in_contents=False),
        _small(speech.text("figures.rule")),
        _small(speech.text(holds)),
    )
    found.append(blocks.KeepTogether(rule))
    return _sheet(title, ((*head, *overview(report, speech)), tuple(found)), page, speech)


def _sheet(
    title: str, parts: tuple[tuple[blocks.Block, ...], ...], page: FiguresPage, speech: Speech
) -> PaperSheet:
    report = page.report
    return PaperSheet(
        title=title,
        parts=parts,
        office=page.office,
        created=report.counted_on,
        name=period(report.period, speech),
        example=report.example,
    )


def _about(report: FigureReport, speech: Speech) -> str:
    said = [
        speech.text(
            "figures.about",
            period=period(report.period, speech),
            date=speech.date(report.counted_on, "numbers"),
        )
    ]
    if report.period.first <= report.counted_on < report.period.last:
        said.append(speech.text("figures.running"))
    if report.is_empty:
        return " ".join(said)
    if report.before is None:
        said.append(speech.text("figures.alone"))
    else:
        said.append(speech.text("figures.compared", period=period(report.before, speech)))
    return " ".join(said)


def _figure(table: FigureTable, report: FigureReport, speech: Speech) -> blocks.KeepTogether:
    known = table.definition
    title = speech.text(f"figures.titles.{known.key.value}")
    told = speech.text(
        "figures.definition",
        date=speech.date(known.since, "numbers"),
        version=known.version,
        text=known.text,
    )
    found: list[blocks.Block] = [
        blocks.Heading(2, blocks.words(title), in_contents=False),
        blocks.Paragraph(blocks.words(told), style=blocks.Style.TABLE, keep_with_next=True),
        _table(table, report, title, speech),
    ]
    if table.former is not None and report.before is not None:
        found.append(_small(_former(table, report.before, speech)))
    return blocks.KeepTogether(tuple(found))


def _table(table: FigureTable, report: FigureReport, title: str, speech: Speech) -> blocks.BarTable:
    now = period(report.period, speech)
    before = report.before if table.compares else None
    summary = {"title": title, "period": now}
    if before is None:
        said = speech.text("figures.summary", **summary)
    else:
        said = speech.text("figures.summary_before", before=period(before, speech), **summary)
    rows = [_row(each, table, speech) for each in bars(table)]
    if is_alike(table):
        rows = [replace(rows[0], label=speech.text("figures.each"))]
    if table.unknown != 0 or (table.compares and table.unknown_before != 0):
        cells = _counts(table.unknown, table.unknown_before, table, speech)
        rows.append(blocks.BarRow(speech.text("figures.unknown"), cells))
    if table.has_total:
        totals = (table.total, table.total_before) if table.compares else (table.total,)
        cells = tuple(figure_words.total(each, speech) for each in totals)
        rows.append(blocks.BarRow(speech.text("figures.total"), cells, strong=True))
    return blocks.BarTable(_heads(table, now, before, speech), tuple(rows), said)


def _heads(table: FigureTable, now: str, before: Period | None, speech: Speech) -> tuple[str, ...]:
    name = speech.text("figures.line")
    then = () if before is None else (period(before, speech),)
    match drawing(table.definition.key):
        case Drawing.STRIPS:
            words = (speech.text(f"figures.{part}") for part in ("median", "middle", "cases"))
            return (name, *words, *(speech.text("figures.median_before", period=p) for p in then))
        case Drawing.PARTS:
            return (name, now, speech.text("figures.of"), *then)
        case Drawing.BARS:
            return (name, now, *then)


def _row(bar: FigureBar, table: FigureTable, speech: Speech) -> blocks.BarRow:
    line, key = bar.line, table.definition.key
    match drawing(key):
        case Drawing.STRIPS:
            cells: tuple[str, ...] = (
                figure_words.days(line.days, speech),
                figure_words.middle(line.days, speech),
                figure_words.count(line.count, speech),
            )
            if table.compares:
                cells = (*cells, figure_words.days(line.days_before, speech))
        case Drawing.PARTS:
            cells = (figure_words.count(line.count, speech), figure_words.count(line.of, speech))
            if table.compares:
                cells = (*cells, figure_words.count(line.before, speech))
        case Drawing.BARS:
            cells = _counts(line.count, line.before, table, speech)
    name = figure_words.name(key, line, speech)
    return blocks.BarRow(name, cells, bar.share, hidden=bar.hidden, span=bar.span)


def _counts(
    count: int | None, before: int | None, table: FigureTable, speech: Speech
) -> tuple[str, ...]:
    told = (figure_words.count(count, speech),)
    return (*told, figure_words.count(before, speech)) if table.compares else told


def _former(table: FigureTable, before: Period, speech: Speech) -> str:
    told = table.former
    assert told is not None  # noqa: S101 - asked by the caller
    known = told.definition
    lines = ", ".join(
        f"{figure_words.name(known.key, each, speech)} {figure_words.count(each.count, speech)}"
        for each in told.lines
        if each.count is not None
    )
    values: dict[str, str | int] = {
        "period": period(before, speech),
        "version": known.version,
    }
    total = figure_words.counted(told.total, known.unit, speech)
    if lines:
        return speech.text("figures.former_lines", total=total, lines=lines, **values)
    return speech.text("figures.former", total=total, **values)


def _left_out(report: FigureReport, speech: Speech) -> str:
    left = speech.divided(
        speech.text(
            f"figures.left.{each.value}",
            count=speech.text("figures.few_words")
            if count is None
            else figure_words.count(count, speech),
        )
        for each, count in report.left_out
    )
    return speech.text("figures.left_out", left=left)


def _small(text: str) -> blocks.Paragraph:
    return blocks.Paragraph(blocks.words(text), style=blocks.Style.TABLE)
