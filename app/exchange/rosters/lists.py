"""Lists: one row a duty, with its date and its times or its code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.exchange.rosters import days, names, times
from app.exchange.rosters.asked import Asked
from app.exchange.rosters.codes import Codes, meaning, slot
from app.exchange.rosters.days import Month, date_of, read_day, split_moment
from app.exchange.rosters.gathering import Gathering
from app.exchange.rosters.grids import titles
from app.exchange.rosters.list_heads import Heads
from app.exchange.rosters.pages import Page, Row, cell_text, is_blank
from app.exchange.rosters.words import NOT_PEOPLE, is_free, plain
from app.records.roster_imports import RosterNoteCode
from app.rules.rosters import DAY

_FIRST_YEARS = 1901  # a spreadsheet's time alone is on a day of 1899 or 1900


@dataclass(frozen=True)
class _Moment:
    """What a cell says of a time: minutes of its day, and its date where it has one."""

    minutes: int | None
    on: date | None = None


def read_list(page: Page, heads: Heads, asked: Asked, codes: Codes, into: Gathering) -> None:
    """Take the person's duties of a page. Raises `Refused(NAME_NOT_IN_ROSTER)`."""
    owned = _by_name(page, heads)
    mine = names.whose(
        {each: page.place(rows[0]) for each, rows in owned.items()}, asked.sought, into
    )
    for other, rows in owned.items():
        if other and other not in mine:
            for row in rows:
                into.say(RosterNoteCode.SOMEBODY_ELSE, page.place(row), other)
    month = days.month_of(titles(page, heads.row), asked.today)
    reader = _Rows(page, heads, asked, codes, into, month)
    for row in sorted(row for name in mine for row in owned.get(name, ())):
        reader.take(row)


def _by_name(page: Page, heads: Heads) -> dict[str, list[int]]:
    """The rows of each name as the list has it, its parts joined; a blank one repeats the last."""
    found: dict[str, list[int]] = {}
    name = ""
    for place in range(heads.row + 1, len(page.rows)):
        row = page.rows[place]
        if is_blank(row):
            continue
        told = " ".join(filter(None, (cell_text(row, at) for at in heads.person)))
        name = told.replace("\n", " ") or name
        found.setdefault(name, []).append(place)
    return found


@dataclass
class _Rows:
    """The rows of one person; a blank date repeats the one above."""

    page: Page
    heads: Heads
    asked: Asked
    codes: Codes
    into: Gathering
    month: Month | None
    before: date | None = None

    def take(self, place: int) -> None:
        row = self.page.rows[place]
        on = self._date(place, row)
        if on is None:
            return
        day = on.toordinal()
        label = next(filter(None, (cell_text(row, at) for at in self.heads.code)), "")
        known = self.codes.known(label)
        if known is None and label and is_free(label):
            self.into.free(day, self.page.place(place, self.heads.code[0]), label)
            return
        pairs = [pair for pair in self.heads.pairs if any(cell_text(row, at) for at in pair)]
        timed = [pair for pair in pairs if not self._is_nothing(row, pair, label)]
        for pair in timed:
            self._take_pair(place, row, on, pair, label)
        if not timed:
            self._take_cell(place, row, day, label)

    def _date(self, place: int, row: Row) -> date | None:
        """The day of a row; None, told where it should be one."""
        column = self.heads.date
        cell = row[column] if 0 <= column < len(row) else ""
        text = cell_text(row, column)
        if not text:
            is_more = any(all(cell_text(row, at) for at in pair) for pair in self.heads.pairs)
            spans = any(times.spans(cell_text(row, at))[0] for at in self.heads.span)
            return self.before if is_more or spans else None
        if plain(text).startswith(NOT_PEOPLE):
            return None
        written = read_day(split_moment(cell)[0])
        found = (
            RosterNoteCode.NOT_A_DATE
            if written is None
            else date_of(written, self.month, self.asked.today)
        )
        where = self.page.place(place, column)
        if not isinstance(found, date):
            self.into.say(found, where, text)
            self.before = None
            return None
        self.before = found if self.into.knows(found, where, text) else None
        return self.before

    def _is_nothing(self, row: Row, pair: tuple[int, int], label: str) -> bool:
        """Whether a pair of times says only that there is none: 00:00 to 00:00."""
        both = [self._moment(row, at).minutes for at in pair]
        return both == [0, 0] and (not label or self.codes.known(label) is not None)

    def _moment(self, row: Row, column: int) -> _Moment:
        cell = row[column] if 0 <= column < len(row) else ""
        before, after = split_moment(cell)
        if after:
            written = read_day(before)
            on = date_of(written, self.month, self.asked.today) if written else None
            if isinstance(on, date):
                return _Moment(times.clock(after), on if on.year >= _FIRST_YEARS else None)
        written = read_day(cell) if isinstance(cell, str) else None
        if written and written.year is not None and written.year < _FIRST_YEARS:
            return _Moment(DAY)  # 24:00 as a spreadsheet counts it
        return _Moment(times.clock(cell))

    def _take_pair(self, place: int, row: Row, on: date, pair: tuple[int, int], label: str) -> None:
        start, end = (self._moment(row, at) for at in pair)
        texts = [cell_text(row, at) for at in pair]
        text = "–".join(texts)
        wrong = next(
            (at for at, each in zip(pair, (start, end), strict=True) if each.minutes is None), None
        )
        if start.minutes is None or end.minutes is None or wrong is not None:
            self._lose(place, wrong if wrong is not None else pair[0], on, text)
            return
        last = self._end_date(row, on) or end.on
        if last is None:
            found = times.span(start.minutes, end.minutes)
        else:
            stop = end.minutes + (last - on).days * DAY
            found = (start.minutes, stop) if start.minutes < min(stop, DAY) else None
        if found is None:
            self._lose(place, pair[1], on, text)
            return
        made = slot(*found, label, self.codes)
        self.into.duty(on.toordinal(), made, self.page.place(place, pair[0]), text)

    def _end_date(self, row: Row, on: date) -> date | None:
        column = self.heads.end_date
        cell = row[column] if 0 <= column < len(row) else ""
        written = read_day(split_moment(cell)[0]) if cell_text(row, column) else None
        found = date_of(written, Month(on.year, on.month), self.asked.today) if written else None
        return found if isinstance(found, date) else None

    def _take_cell(self, place: int, row: Row, day: int, label: str) -> None:
        """A duty by a column that holds both times, else by its code."""
        for at in self.heads.span:
            text = cell_text(row, at)
            if text and (not label or times.spans(text)[0]):
                said = meaning(f"{label}\n{text}" if label else text, self.codes)
                self.into.take(day, said, self.page.place(place, at), text)
                return
        column = self.heads.code[0] if self.heads.code else self.heads.date
        self.into.take(day, meaning(label, self.codes), self.page.place(place, column), label)

    def _lose(self, place: int, column: int, on: date, text: str) -> None:
        self.into.say(RosterNoteCode.NOT_A_TIME, self.page.place(place, column), text)
        self.into.lost.add(on.toordinal())
