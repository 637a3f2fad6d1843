"""Grids of dates: one column a day, the month in a title, the sheet's name or the file's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.exchange.rosters import days, grids, names
from app.exchange.rosters.asked import Asked
from app.exchange.rosters.codes import Codes, meaning
from app.exchange.rosters.days import Month, date_of
from app.exchange.rosters.gathering import Gathering
from app.exchange.rosters.grids import Block, Column, Line
from app.exchange.rosters.pages import Page, cell_text
from app.records.roster_imports import Place, RosterNoteCode


@dataclass(frozen=True)
class Said:
    """What stands at a day, several cells in lines, and where the first of them is."""

    text: str
    place: Place


def read_days(page: Page, asked: Asked, codes: Codes, into: Gathering) -> bool:
    """Take the person's duties of a page; whether it is such a grid at all. Raises
    `Refused(NAME_NOT_IN_ROSTER)`."""
    blocks = grids.blocks_of_days(page)
    if not blocks:
        return False
    owned = [(block, grids.by_name(block, page)) for block in blocks]
    told = {name: page.place(lines[0].row) for _, rows in owned for name, lines in rows.items()}
    mine = names.whose(told, asked.sought, into)
    for block, rows in owned:
        for other, lines in rows.items():
            if other and other not in mine:
                into.say(RosterNoteCode.SOMEBODY_ELSE, page.place(lines[0].row), other)
        lines = [line for name in mine for line in rows.get(name, ())]
        if lines:
            for column, on in _dates(block, page, asked, into).items():
                said = said_of(block, page, lines, column)
                into.take(on.toordinal(), meaning(said.text, codes), said.place, said.text)
    return True


def said_of(block: Block, page: Page, lines: list[Line], column: Column) -> Said:
    """What the rows of a person say of a day."""
    found = [(line, text) for line in lines if (text := block.text(page, line, column))]
    text = "\n".join(dict.fromkeys(text for _, text in found))
    row = found[0][0].row if found else lines[0].row
    return Said(text, page.place(row, column.start))


def _dates(block: Block, page: Page, asked: Asked, into: Gathering) -> dict[Column, date]:
    """The date of each column; what is none, or stood there before, is told and left out."""
    month = days.month_of(grids.titles(page, block.head), asked.today)
    found: dict[Column, date] = {}
    before: date | None = None
    for column in block.columns:
        written = column.day
        if written is None:
            continue
        if before is not None and written.month is None:
            month = Month(before.year, before.month)
            if written.day < before.day:
                month = month.next
        on = date_of(written, month, asked.today)
        place = page.place(block.head, column.start)
        text = cell_text(page.rows[block.head], column.start)
        if not isinstance(on, date):
            into.say(on, place, text)
            continue
        before = on
        if on in found.values():
            into.say(RosterNoteCode.DAY_TWICE, place, text)
        elif into.knows(on, place, text):
            found[column] = on
    return found
