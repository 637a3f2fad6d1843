"""Grids of weekdays: the weeks of a rotation below each other, or calendar weeks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from app.exchange.rosters import days, grids, names
from app.exchange.rosters.asked import Asked
from app.exchange.rosters.codes import Codes, meaning
from app.exchange.rosters.gathering import Gathering
from app.exchange.rosters.grids import Block, Line
from app.exchange.rosters.months import said_of
from app.exchange.rosters.pages import Page
from app.exchange.rosters.words import LINES, plain
from app.records.roster_imports import RosterNoteCode
from app.rules.rosters import MOST_WEEKS

_WEEK = re.compile(
    r"\b(?:woche|wo|w)\W{0,2}(\d{1,2})\b|\b(\d{1,2})\W{0,2}(?:woche|wo|w)\b|^\W*(\d{1,2})\W*$",
    re.IGNORECASE,
)
_CALENDAR_WEEK = re.compile(r"\bkw\b.*|\d{1,2}\.\d{1,2}\..*", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class _Week:
    """One week of somebody: its number in a rotation, or its Monday; the rows it stands in."""

    number: int
    monday: date | None
    lines: list[Line]


def read_weeks(page: Page, asked: Asked, codes: Codes, into: Gathering) -> bool:
    """Take the person's duties of a page; whether it is such a grid at all. Raises
    `Refused(NAME_NOT_IN_ROSTER)`."""
    blocks = [(block, _weeks(block, page, asked)) for block in grids.blocks_of_weeks(page)]
    if not blocks:
        return False
    told = {
        name: page.place(found[0].lines[0].row)
        for _, weeks in blocks
        for name, found in weeks.items()
    }
    chosen = names.whose(told, asked.sought, into)
    for _, weeks in blocks:
        for other, found in weeks.items():
            if other and other not in chosen:
                place = page.place(found[0].lines[0].row)
                into.say(RosterNoteCode.SOMEBODY_ELSE, place, other)
    mine = [
        (block, week) for block, weeks in blocks for name in chosen for week in weeks.get(name, ())
    ]
    if mine and all(week.monday is not None for _, week in mine):
        for block, week in mine:
            _take_dates(block, page, week, codes, into)
    elif mine:
        _take_rotation(mine, page, codes, into)
    return True


def _weeks(block: Block, page: Page, asked: Asked) -> dict[str, list[_Week]]:
    """The weeks of each name in the order of their rows."""
    above = next(
        (found for text in grids.titles(page, block.head) if (found := _monday(text, asked))), None
    )
    weeks: dict[str, list[_Week]] = {}
    name = ""
    for line in _merged(block, page):
        number, monday, who = _read_label(line.label, asked)
        if who:
            name = who
        mine = weeks.setdefault(name, [])
        if not number and monday is None and mine and not (who or name == ""):
            mine[-1].lines.append(line)
            continue
        mine.append(_Week(number or len(mine) + 1, monday or above, [line]))
    return {
        name: found
        for name, found in weeks.items()
        if not all(block.is_blank(page, line) for week in found for line in week.lines)
    }


def _merged(block: Block, page: Page) -> list[Line]:
    """The rows that are somebody's, as `grids.by_name` has it, in their order."""
    lines = [line for found in grids.by_name(block, page).values() for line in found]
    return sorted(lines, key=lambda line: line.row)


def _read_label(label: str, asked: Asked) -> tuple[int, date | None, str]:
    """The number of the week (0: none is said), its Monday, and who it is of."""
    monday = _monday(label, asked)
    if monday is not None:
        return 0, monday, _who(_CALENDAR_WEEK.sub("", label))
    found = _WEEK.search(label)
    number = int(next(filter(None, found.groups()))) if found else 0
    return number, None, _who(_WEEK.sub(" ", label))


def _who(rest: str) -> str:
    word = plain(rest)
    return "" if word in LINES or not any(map(str.isalpha, word)) else rest.strip(" ,:;-–()")


def _monday(text: str, asked: Asked) -> date | None:
    return days.week_in(text, asked.today) or days.monday_in(text, asked.today)


def _take_dates(block: Block, page: Page, week: _Week, codes: Codes, into: Gathering) -> None:
    assert week.monday is not None  # noqa: S101 - asked only for calendar weeks
    for column in block.columns:
        day = week.monday.toordinal() + column.weekday
        place = page.place(week.lines[0].row, column.start)
        on = date.fromordinal(day)
        if into.knows(on, place, f"{on:%d.%m.%Y}"):
            said = said_of(block, page, week.lines, column)
            into.take(day, meaning(said.text, codes), said.place, said.text)


def _take_rotation(
    weeks: list[tuple[Block, _Week]], page: Page, codes: Codes, into: Gathering
) -> None:
    """Weeks by their numbers; a week said twice, or one too many, is left out and told."""
    first = min(week.number for _, week in weeks)
    beside = max(column.weekday for block, _ in weeks for column in block.columns) // 7 + 1
    seen: set[int] = set()
    for block, week in weeks:
        number = (week.number - first) * beside
        place = page.place(week.lines[0].row)
        if week.number in seen:
            into.say(RosterNoteCode.DAY_TWICE, place, week.lines[0].label)
            continue
        if number + beside > MOST_WEEKS:
            into.say(RosterNoteCode.NOT_A_DATE, place, week.lines[0].label)
            continue
        seen.add(week.number)
        into.weeks = max(into.weeks, number + beside)
        for column in block.columns:
            said = said_of(block, page, week.lines, column)
            day = number * 7 + column.weekday
            into.take(day, meaning(said.text, codes), said.place, said.text)
