"""The ways a cost of the move may be paid back, from the shipped file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.content.faults import Block, Problem, Report, read_toml
from app.content.file_states import once
from app.content.tables import Table
from app.errors import Fault
from app.rules.refunds import Ask, CostKind, Need, Paper, RefundRule, Way

FILE = Path("moving", "refunds.toml")
_GRADES = ("G", "S", "A")


def refund_rules(resources: Path) -> tuple[RefundRule, ...]:
    """The sound ways of the file, in its order; none where it cannot be read."""
    return _read(resources / FILE)[0]


def faults_of_refunds(resources: Path) -> tuple[Fault, ...]:
    """What could not be read: the file, or single ways, by line and key."""
    return _read(resources / FILE)[1]


@once
def _read(path: Path) -> tuple[tuple[RefundRule, ...], tuple[Fault, ...]]:
    found = read_toml(path, FILE.as_posix())
    if isinstance(found, Fault):
        return (), (found,)
    values, text = found
    report = Report(FILE.as_posix(), text)
    rows = values.get("way", [])
    rules: dict[Way, RefundRule] = {}
    for index, row in enumerate(rows if isinstance(rows, list) else ()):
        block = report.block("way", index)
        if not isinstance(row, dict):
            block.fault("way", Problem.WRONG_TYPE)
            continue
        rule = _way(Table(row, block))
        if rule.way in rules:
            block.fault("way", Problem.DUPLICATE_ID, rule.way.value)
        if block.is_sound:
            rules[rule.way] = rule
    return tuple(rules.values()), tuple(report.faults)


def _way(table: Table[Block]) -> RefundRule:
    """Only to be used where `table.place` is still sound."""
    grade = table.text("grade", needed=True)
    if grade and grade not in _GRADES:
        table.fault("grade", Problem.UNKNOWN_VALUE, grade, _GRADES)
    stand = table.date("stand")
    if stand is None and not table.has("stand"):
        table.fault("stand", Problem.KEY_MISSING)
    workdays = table.integer("workdays") or 0
    if workdays < 0:
        table.fault("workdays", Problem.WRONG_TYPE)
    rule = RefundRule(
        way=table.member("way", Way),
        ask=table.member("ask", Ask),
        need=table.member("need", Need),
        kinds=frozenset(table.members("kinds", CostKind)),
        papers=table.members("papers", Paper),
        basis=table.text("basis", needed=True),
        source=table.text("source", needed=True),
        grade=grade,
        stand=stand or date.min,
        workdays=workdays,
        valid_to=table.date("valid_to"),
    )
    table.close()
    return rule
