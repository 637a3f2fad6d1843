"""The terminal's command for figures: a year, a quarter or a range, counted and written."""

from __future__ import annotations

import argparse
from datetime import date, timedelta
from pathlib import Path

from app.grammar import Exit
from app.progress import finish
from app.records.figures import (
    Definition,
    FigureLine,
    FigureReport,
    FigureTable,
    Former,
    Period,
    Spread,
)
from app.rules.calendar import plus_months
from app.services.shown import Facts
from app.terminal import Terminal, as_json, desk_on, say_unrecorded


def figures(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    """Tell every figure of a period and write what was asked for."""
    period = _period(call)
    if period is None:
        terminal.say(
            "Falscher Aufruf: Bitte --year (mit oder ohne --quarter, oder mit --alone) oder --from "
            "und --to."
        )
        return Exit.WRONG_CALL
    with desk_on(terminal, file) as desk:
        report = finish(desk.figures.report(period))
        for path, save in ((call.csv, desk.figures.save_csv), (call.xlsx, desk.figures.save_xlsx)):
            if path is not None:
                terminal.say(str(finish(save(report, path)).path))
        say_unrecorded(terminal, desk.transactions.file)
    if call.json:
        terminal.print(as_json(_facts(report)))
        return Exit.DONE
    if report.is_empty:
        terminal.say("In diesem Zeitraum ist nichts festgehalten. Das ist keine Null.")
    for table in report.tables:
        _tell(terminal, table)
    for left, count in report.left_out:
        terminal.say(f"{left.value}\t{_number(count)}")
    if not report.is_empty:
        terminal.say(_holds(period))
    return Exit.DONE


def _period(call: argparse.Namespace) -> Period | None:
    """The period that is meant; None where the call does not say, or says it twice."""
    dated = call.first is not None and call.last is not None
    if (call.year is None) == (not dated) or (call.year is None) != (
        call.first is not None or call.last is not None
    ):
        return None
    if dated:
        return None if call.quarter or call.alone else Period(call.first, call.last)
    if call.quarter is None:
        return Period(date(call.year, 1, 1), date(call.year, 12, 31), call.alone)
    if call.alone:
        return None
    first = date(call.year, 3 * call.quarter - 2, 1)
    return Period(first, plus_months(first, 3) - timedelta(days=1))


def _holds(period: Period) -> str:
    """Beside what else the numbers are safe."""
    if period.is_joint:
        return (
            "Jahre und Quartale sind gemeinsam geschützt, frei gewählte Zeiträume, Nachträge und "
            "eine geänderte Zählweise nicht."
        )
    return (
        "Geschützt ist dieser Zeitraum mit seinem Vergleich allein: Wer einen anderen danebenlegt, "
        "kann abziehen."
    )


def _tell(terminal: Terminal, table: FigureTable) -> None:
    key = table.definition.key.value
    for line in table.lines:
        told = [_number(line.count)]
        if table.compares:
            told.append(_number(line.before))
        terminal.print("\t".join((key, line.code, *told)))
    if table.has_total:
        totals = [_total(table.total)]
        if table.compares:
            totals.append(_total(table.total_before))
        terminal.print("\t".join((key, "alle", *totals)))


def _facts(report: FigureReport) -> Facts:
    """Every number with its definition; null where it must not be told."""
    return {
        "period": _days(report.period),
        "before": None if report.before is None else _days(report.before),
        "counted_on": report.counted_on.isoformat(),
        "is_empty": report.is_empty,
        "is_example": report.example,
        "is_joint": report.period.is_joint,
        "figures": [_table(each) for each in report.tables],
        "left_out": {left.value: count for left, count in report.left_out},
    }


def _table(table: FigureTable) -> Facts:
    found: Facts = {
        **_definition(table.definition),
        "lines": [_line(each, table) for each in table.lines],
        "unknown": table.unknown,
    }
    if table.compares:
        found["unknown_before"] = table.unknown_before
    if table.has_total:
        found["total"] = table.total
        if table.compares:
            found["total_before"] = table.total_before
    if table.former is not None:
        found["former"] = _former(table.former)
    return found


def _former(former: Former) -> Facts:
    return {
        **_definition(former.definition),
        "lines": [{"code": each.code, "count": each.count} for each in former.lines],
        "unknown": former.unknown,
        "total": former.total,
    }


def _line(line: FigureLine, table: FigureTable) -> Facts:
    found: Facts = {"code": line.code, "count": line.count}
    if table.compares:
        found["before"] = line.before
    if line.of is not None or line.of_before is not None:
        found |= {"of": line.of, "of_before": line.of_before}
    if line.days is not None or line.days_before is not None:
        found |= {"days": _spread(line.days), "days_before": _spread(line.days_before)}
    return found


def _definition(known: Definition) -> Facts:
    return {
        "figure": known.key.value,
        "unit": known.unit.value,
        "version": known.version,
        "since": known.since.isoformat(),
        "definition": known.text,
    }


def _spread(days: Spread | None) -> Facts | None:
    if days is None:
        return None
    return {"median": days.median, "lower": days.lower, "upper": days.upper}


def _days(period: Period) -> Facts:
    return {"first": period.first.isoformat(), "last": period.last.isoformat()}


def _number(count: int | None) -> str:
    return "< 5" if count is None else str(count)


def _total(count: int | None) -> str:
    return "gesperrt" if count is None else str(count)
