"""Which column of a list holds what: by its heads, by the person's name, else by what it holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.exchange.rosters import names, times
from app.exchange.rosters.days import read_day, read_weekday, split_moment
from app.exchange.rosters.names import Sought
from app.exchange.rosters.pages import Page, Row, cell_text, is_blank
from app.exchange.rosters.words import HEADS, OTHER_LINES, Head, plain

_LOOKED_AT = 40  # rows at the top that may be titles and heads
_SAMPLE = 60
_MOST = 6 / 10  # of the cells of a column that say what it holds
_NUMBERED = re.compile(r"(?: \d{1,2}| uhr| uhrzeit| hh mm| name)$")


@dataclass(frozen=True)
class Heads:
    """Columns counted from 0, -1 where there is none; `row` of the heads, -1 without. Where a row
    has several duties `pairs` holds the columns of each."""

    row: int
    date: int
    end_date: int = -1
    pairs: tuple[tuple[int, int], ...] = ()
    span: tuple[int, ...] = ()
    code: tuple[int, ...] = ()
    person: tuple[int, ...] = ()


def find_heads(page: Page) -> Heads | None:
    """How the page is read as a list whose heads say so; None where it is none."""
    for place, row in enumerate(page.rows[:_LOOKED_AT]):
        columns = [(head_of(cell_text(row, at)), at) for at in range(len(row))]
        found = _of_heads(page, place, [(head, at) for head, at in columns if head is not None])
        if found is not None:
            return found
    return None


def find_people(page: Page, sought: Sought) -> Heads | None:
    """A list whose rows are days and whose columns are people: the person's column is the code.
    Raises `Refused(NAME_NOT_IN_ROSTER)`."""
    for place, row in enumerate(page.rows[:_LOOKED_AT]):
        texts = {at: cell_text(row, at).replace("\n", " ") for at in range(len(row))}
        dates = [at for at, text in texts.items() if head_of(text) is Head.DATE]
        if not dates or not _holds_days(page, place, dates[0]):
            continue
        people = {
            text: at
            for at, text in texts.items()
            if at not in dates and text and not _says_nothing(page, place, at, text)
        }
        if people:
            mine = names.chosen(list(people), sought).names
            return Heads(place, dates[0], code=tuple(people[name] for name in mine))
    return None


def guess_heads(page: Page) -> Heads | None:
    """How a list without heads is read, by what its columns hold; None where none holds dates."""
    rows = [row for row in page.rows if not is_blank(row)][:_SAMPLE]
    width = max((len(row) for row in rows), default=0)
    date = _first(rows, range(width), _is_date)
    if date < 0:
        return None
    others = [at for at in range(width) if at != date]
    span = _first(rows, others, lambda cell: bool(times.spans(str(cell))[0]))
    clocks = [at for at in others if at != span and _share(rows, at, _is_clock) >= _MOST]
    pairs = ((clocks[0], clocks[1]),) if len(clocks) > 1 and span < 0 else ()
    left = [at for at in others if at != span and at not in clocks]
    code = [at for at in left if _share(rows, at, lambda cell: read_weekday(cell) is None) > 0]
    if span < 0 and not pairs and not code:
        return None
    return Heads(-1, date, pairs=pairs, span=(span,) if span >= 0 else (), code=tuple(code[:1]))


def head_of(text: str) -> Head | None:
    """What a column holds by its head; None where it does not say."""
    word = plain(text)
    for tried in (word, _NUMBERED.sub("", word), word.replace(" ", "")):
        for head, words in HEADS.items():
            if tried in words:
                return head
    return None


def _of_heads(page: Page, place: int, columns: list[tuple[Head, int]]) -> Heads | None:
    by_head: dict[Head, list[int]] = {head: [] for head in Head}
    for head, at in columns:
        by_head[head].append(at)
    begins, ends = by_head[Head.FROM], by_head[Head.TO]
    pairs = tuple(zip(begins, ends, strict=False))
    dates = by_head[Head.DATE]
    if not dates and pairs:
        # the times have their dates beside them
        moments = any(split_moment(cell)[1] for cell in _below(page, place, begins[0]))
        dates = begins[:1] if moments else []
    if not dates or not (pairs or by_head[Head.SPAN] or by_head[Head.CODE]):
        return None
    return Heads(
        place,
        max(dates, key=lambda at: _days_in(page, place, at)),
        next(iter(by_head[Head.END_DATE]), -1),
        pairs,
        tuple(by_head[Head.SPAN]),
        tuple(by_head[Head.CODE]),
        tuple(by_head[Head.PERSON]),
    )


def _below(page: Page, place: int, column: int) -> list[object]:
    rows = page.rows[place + 1 : place + 1 + _SAMPLE]
    return [row[column] for row in rows if cell_text(row, column)]


def _days_in(page: Page, place: int, column: int) -> int:
    return sum(_is_day(cell) for cell in _below(page, place, column))


def _holds_days(page: Page, place: int, column: int) -> bool:
    below = _below(page, place, column)
    return bool(below) and _days_in(page, place, column) >= _MOST * len(below)


def _says_nothing(page: Page, place: int, column: int, text: str) -> bool:
    """Whether a column beside the dates is nobody's: weekdays, hours, remarks."""
    if plain(text) in OTHER_LINES or plain(text) in ("wochentag", "wt", "kw"):
        return True
    below = _below(page, place, column)
    return bool(below) and all(read_weekday(cell) is not None for cell in below)


def _first(rows: Iterable[Row], columns: Iterable[int], is_such: Callable[[object], bool]) -> int:
    rows = list(rows)
    return next((at for at in columns if _share(rows, at, is_such) >= _MOST), -1)


def _share(rows: Iterable[Row], column: int, is_such: Callable[[object], bool]) -> float:
    cells = [row[column] for row in rows if cell_text(row, column)]
    return sum(map(is_such, cells)) / len(cells) if cells else 0.0


def _is_day(cell: object) -> bool:
    return read_day(split_moment(cell)[0]) is not None


def _is_date(cell: object) -> bool:
    """A day with its month: a number alone may be anything."""
    written = read_day(split_moment(cell)[0])
    return written is not None and written.month is not None


def _is_clock(cell: object) -> bool:
    return times.clock(cell) is not None
