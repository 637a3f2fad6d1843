"""The figures of a period as CSV and as a workbook: one line a number, its definition beside it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date
from math import ceil
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

from app.content.figure_names import line_name
from app.content.phrases import Phrases
from app.exchange.own_table import escaped, is_risky, marked
from app.records.figures import (
    Definition,
    FigureKey,
    FigureLine,
    FigureReport,
    FigureTable,
    Former,
    Period,
    Spread,
)

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

SHEET = "Zahlen"
_HEADS = (
    "figure",
    "line",
    "count",
    "before",
    "of",
    "of_before",
    "median",
    "lower",
    "upper",
    "median_before",
    "unit",
    "definition",
    "version",
    "since",
    "first",
    "last",
    "counted",
)
_WIDTHS = (28, 32, 11, 11, 8, 11, 11, 11, 11, 14, 14, 60, 9, 12, 12, 12, 12)

_LINE = _HEADS.index("line")
_NUMBERS = range(_HEADS.index("count"), _HEADS.index("unit"))
_HIGH = 15  # points of a line
_A4 = 9  # ECMA-376, pageSetup paperSize

Value: TypeAlias = str | int | date | None


def write_csv(report: FigureReport, phrases: Phrases, out: BinaryIO) -> None:
    """As Excel opens it: semicolons, UTF-8 with a mark; days DD.MM.YYYY. What must not be told is
    "< 5", a sum "gesperrt"; a cell of no meaning is empty. What a spreadsheet takes for a formula
    is escaped."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    rows.writerow(heads(phrases))
    for row in lines(report, phrases):
        rows.writerow(escaped(_text(each)) for each in row)
    out.write(b"\xef\xbb\xbf" + text.getvalue().encode())


def write_xlsx(report: FigureReport, phrases: Phrases, out: BinaryIO) -> None:
    """The same with proper types: numbers and days; texts are never computed. Printed, names and
    numbers stand on one page, without the definitions."""
    import xlsxwriter

    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False})
    book.set_properties({"title": phrases.text("figures.title")})
    sheet = book.add_worksheet(SHEET)
    sheet.freeze_panes(1, 2)
    head_face = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}
    bold, bold_right = book.add_format(head_face), book.add_format({**head_face, "align": "right"})
    plain = book.add_format({"num_format": "@", "valign": "top"})
    hidden = book.add_format({"num_format": "@", "align": "right"})
    long = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    quoted = book.add_format({"num_format": "@", "quote_prefix": True})
    days = book.add_format({"num_format": "dd.mm.yyyy"})
    for column, (head, width) in enumerate(zip(heads(phrases), _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, head, bold_right if column in _NUMBERS else bold)
    sheet.set_row(0, 3 * _HIGH)
    number = 0
    for number, row in enumerate(lines(report, phrases), 1):
        said = str(row[_LINE])
        if len(said) > _WIDTHS[_LINE]:
            sheet.set_row(number, _HIGH * ceil(len(said) / (_WIDTHS[_LINE] - 4)))
        for column, value in enumerate(row):
            if isinstance(value, str):
                face = hidden if column in _NUMBERS else long if column == _LINE else plain
                sheet.write_string(
                    number, column, marked(value), quoted if is_risky(value) else face
                )
            elif isinstance(value, date):
                sheet.write_datetime(number, column, value, days)
            elif value is not None:
                sheet.write_number(number, column, value)
    sheet.autofilter(0, 0, number, len(_HEADS) - 1)
    _set_page(sheet, number, report.period)
    book.close()


def _set_page(sheet: Worksheet, number: int, period: Period) -> None:
    """Across one page from the name to what is counted, the heads on each."""
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.print_area(0, 0, number, _HEADS.index("unit"))
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer(f"&L{period.first:%d.%m.%Y}–{period.last:%d.%m.%Y}&R&P / &N")


def heads(phrases: Phrases) -> list[str]:
    """The first line."""
    return [phrases.text(f"figures.csv.{each}") for each in _HEADS]


def lines(report: FigureReport, phrases: Phrases) -> Iterator[list[Value]]:
    """Every number, then what was not counted and what holds for all."""
    tail: list[Value] = [report.period.first, report.period.last, report.counted_on]
    for table in report.tables:
        for row in _table(table, phrases):
            yield row + tail
        if table.former is not None:
            for row in _former(table.former, phrases):
                yield row + tail
    for left, count in report.left_out:
        told = phrases.text("figures.few") if count is None else str(count)
        yield _hint(phrases.text(f"figures.left.{left.value}", count=told), phrases) + tail
    if report.is_empty:
        yield _hint(phrases.text("figures.csv.empty"), phrases) + tail
    else:
        yield _hint(phrases.text("figures.csv.few"), phrases) + tail
        holds = "rule_joint" if report.period.is_joint else "rule_alone"
        yield _hint(phrases.text(f"figures.{holds}"), phrases) + tail
    if report.example:
        yield _hint(phrases.text("figures.csv.example"), phrases) + tail


def _table(table: FigureTable, phrases: Phrases) -> Iterator[list[Value]]:
    known = table.definition
    few = phrases.text("figures.few")
    for line in table.lines:
        name = line.name or line_name(known.key, line.code, phrases)
        before = _told(line.before, few) if table.compares else None
        numbers = [_told(line.count, few), before, *_shares(line, table, few)]
        yield _row(known, name, [*numbers, *_days(line, table, few)], phrases)
    if table.unknown != 0 or (table.compares and table.unknown_before != 0):
        before = _told(table.unknown_before, few) if table.compares else None
        name = phrases.text("figures.unknown")
        yield _row(known, name, [_told(table.unknown, few), before, *[None] * 6], phrases)
    if table.has_total:
        locked = phrases.text("figures.locked")
        before = _told(table.total_before, locked) if table.compares else None
        name = phrases.text("figures.total")
        yield _row(known, name, [_told(table.total, locked), before, *[None] * 6], phrases)


def _former(former: Former, phrases: Phrases) -> Iterator[list[Value]]:
    """What was told of the year before then: only in its column."""
    known = former.definition
    few = phrases.text("figures.few")
    told = [(line_name(known.key, each.code, phrases), each.count) for each in former.lines]
    if former.unknown != 0:
        told.append((phrases.text("figures.unknown"), former.unknown))
    told.append((phrases.text("figures.total"), former.total))
    locked = phrases.text("figures.locked")
    for at, (name, count) in enumerate(told, 1):
        hidden = locked if at == len(told) else few
        figure, *rest = _row(known, name, [None, _told(count, hidden), *[None] * 6], phrases)
        yield [phrases.text("figures.csv.former", figure=str(figure)), *rest]


def _row(known: Definition, name: str, numbers: list[Value], phrases: Phrases) -> list[Value]:
    return [
        phrases.text(f"figures.titles.{known.key.value}"),
        name,
        *numbers,
        phrases.text(f"figures.unit_names.{known.unit.value}"),
        known.text,
        known.version,
        known.since,
    ]


def _shares(line: FigureLine, table: FigureTable, few: str) -> list[Value]:
    if table.definition.key is not FigureKey.STILL_HERE:
        return [None, None]
    return [_told(line.of, few), _told(line.of_before, few) if table.compares else None]


def _days(line: FigureLine, table: FigureTable, few: str) -> list[Value]:
    if table.definition.key is not FigureKey.STAGE_DAYS:
        return [None] * 4
    now: list[Value] = [few, None, None]
    if line.days is not None:
        now = [line.days.median, line.days.lower, line.days.upper]
    elif line.count == 0:
        now = [None] * 3
    return [*now, _median(line.days_before, line.before, few) if table.compares else None]


def _median(days: Spread | None, count: int | None, few: str) -> Value:
    if days is not None:
        return days.median
    return None if count == 0 else few


def _told(count: int | None, few: str) -> Value:
    return few if count is None else count


def _hint(text: str, phrases: Phrases) -> list[Value]:
    return [phrases.text("figures.csv.hint"), text, *[None] * 12]


def _text(value: Value) -> str:
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    return "" if value is None else str(value)
