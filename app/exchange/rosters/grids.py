"""Grids: people in rows, days or weekdays in columns. Where the heads stand, whose the rows are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from app.exchange.rosters.days import WrittenDay, read_day, read_weekday
from app.exchange.rosters.names import Sought, fit
from app.exchange.rosters.pages import Page, Row, cell_text, is_blank
from app.exchange.rosters.words import LINES, NOT_PEOPLE, OTHER_LINES, plain

_FEWEST = 5  # days beside each other that are heads
_FEWEST_DATES = 3  # where each has its month
_TITLE = 5  # cells at most that a row of titles has
_TOP, _NEAR = 20, 20  # rows of a page, and above heads, in which titles may stand


@dataclass(frozen=True)
class Column:
    """The columns of one day, `stop` not included: times may stand beside each other. `day` of
    heads that are dates, else `weekday`, counted on where weeks stand beside each other."""

    start: int
    stop: int
    day: WrittenDay | None = None
    weekday: int = 0


@dataclass(frozen=True)
class Line:
    """A row below the heads, counted from 0, and what stands before its days."""

    row: int
    label: str


@dataclass
class Block:
    """Heads in one row (counted from 0), and the rows below them."""

    head: int
    columns: tuple[Column, ...]
    lines: list[Line] = field(default_factory=list)

    def text(self, page: Page, line: Line, column: Column) -> str:
        """What stands at a day in a row; cells beside each other in lines."""
        row = page.rows[line.row]
        found = (cell_text(row, place) for place in range(column.start, column.stop))
        return "\n".join(dict.fromkeys(text for text in found if text))

    def are_blank(self, page: Page, lines: Iterable[Line]) -> bool:
        """Whether nothing stands at any day in these rows: nothing is known, not even free."""
        return not any(self.text(page, line, column) for line in lines for column in self.columns)


def blocks_of_days(page: Page) -> list[Block]:
    """The blocks of a page whose heads are dates or the days of a month."""
    return _blocks(page, _days_of)


def blocks_of_weeks(page: Page) -> list[Block]:
    """The blocks of a page whose heads are weekdays alone."""
    return _blocks(page, _weekdays_of)


def own_lines(block: Block, page: Page) -> Iterator[tuple[Line, bool]]:
    """The rows that are somebody's, and whether a row has a label of its own; without one it
    belongs to the row above."""
    is_own = True
    for line in block.lines:
        word = plain(line.label)
        if word.startswith(NOT_PEOPLE):
            is_own = False
        elif word in OTHER_LINES or _is_of_weekdays(block, page, line):
            continue
        elif word and word not in LINES:
            is_own = True
            yield line, True
        elif is_own:
            yield line, False


def by_name(block: Block, page: Page, sought: Sought) -> dict[str, list[Line]]:
    """The rows of each name, "" for those of a grid that names nobody. Beside whom nothing stands
    is left out, but for who is sought."""
    found: dict[str, list[Line]] = {}
    name = ""
    for line, is_labelled in own_lines(block, page):
        name = line.label if is_labelled else name
        found.setdefault(name, []).append(line)
    return {
        name: lines
        for name, lines in found.items()
        if fit(name, sought) > 0 or not block.are_blank(page, lines)
    }


def titles(page: Page, above: int) -> tuple[str, ...]:
    """What stands in the rows above that is no table, the nearest first, then what the page is
    named after."""
    found: list[str] = []
    top = page.rows[: min(above, _TOP)]
    near = page.rows[max(_TOP, above - _NEAR) : above]
    for row in reversed((*top, *near)):
        filled = list(dict.fromkeys(cell_text(row, at) for at in range(len(row))))
        filled = [text for text in filled if text]
        if 0 < len(filled) <= _TITLE:
            found += dict.fromkeys((" ".join(filled), *filled))
    return (*found, *page.titles)


def _blocks(page: Page, heads_of: Callable[[Page, int], tuple[Column, ...]]) -> list[Block]:
    blocks: list[Block] = []
    for place, row in enumerate(page.rows):
        columns = heads_of(page, place)
        if columns:
            blocks.append(Block(place, columns))
        elif blocks and not is_blank(row):
            blocks[-1].lines.append(Line(place, _label(row, blocks[-1].columns[0].start)))
    return blocks


def _label(row: Row, stop: int) -> str:
    """What stands before the days; where there are words, without numbers beside them."""
    found = list(dict.fromkeys(filter(None, (cell_text(row, at) for at in range(stop)))))
    words = [text for text in found if not text.isdigit()]
    return " ".join(words or found).replace("\n", " ")


def _is_of_weekdays(block: Block, page: Page, line: Line) -> bool:
    found = [text for each in block.columns if (text := block.text(page, line, each))]
    return bool(found) and all(read_weekday(text) is not None for text in found)


def _days_of(page: Page, place: int) -> tuple[Column, ...]:
    """The longest run of days that follow each other, where it is long enough to be heads."""
    row = page.rows[place]
    best: list[tuple[int, WrittenDay]] = []
    run: list[tuple[int, WrittenDay]] = []
    for at, cell in enumerate(row):
        day = read_day(cell) if cell_text(row, at) else None
        if day is None or (run and day == run[-1][1]):
            continue
        if not (run and _follows(run[-1][1], day)):
            run = []
        run.append((at, day))
        best = max(best, run, key=len)
    is_dated = all(day.month is not None for _, day in best)
    if len(best) < (_FEWEST_DATES if is_dated else _FEWEST):
        return ()
    weekdays = _weekdays_beside(page, place)
    stops = _stops([at for at, _ in best], row)
    return tuple(
        Column(at, stop, _with_weekday(day, weekdays.get(at)))
        for (at, day), stop in zip(best, stops, strict=True)
    )


def _follows(before: WrittenDay, day: WrittenDay) -> bool:
    """Whether a day may stand right of another: numbers alone go on by one, others may leave the
    end of a week out."""
    steps = 1 if day.month is None and day.weekday is None else 3
    return 0 < day.day - before.day <= steps or (before.day >= 26 and day.day <= steps)


def _with_weekday(day: WrittenDay, weekday: int | None) -> WrittenDay:
    return replace(day, weekday=weekday) if day.weekday is None else day


def _weekdays_beside(page: Page, place: int) -> dict[int, int]:
    """The weekdays of a row right above or below heads that are numbers."""
    for beside in (place - 1, place + 1):
        row = page.rows[beside] if 0 <= beside < len(page.rows) else ()
        found = {at: day for at, cell in enumerate(row) if (day := read_weekday(cell)) is not None}
        if len(found) >= _FEWEST_DATES:
            return found
    return {}


def _weekdays_of(page: Page, place: int) -> tuple[Column, ...]:
    row = page.rows[place]
    found: list[tuple[int, int]] = []
    for at, cell in enumerate(row):
        weekday = read_weekday(cell)
        if weekday is None:
            continue
        if not found:
            found.append((at, weekday))
            continue
        step = (weekday - found[-1][1]) % 7
        if step:
            found.append((at, found[-1][1] + step))
    if len(found) < _FEWEST or found[0][1] != 0:
        return ()
    stops = _stops([at for at, _ in found], row)
    return tuple(
        Column(at, stop, None, weekday) for (at, weekday), stop in zip(found, stops, strict=True)
    )


def _stops(starts: Sequence[int], row: Row) -> list[int]:
    """Where the columns of each day end: at the next head, blank and merged ones belong to it; the
    last day is as wide as the first."""
    found: list[int] = []
    for count, start in enumerate(starts):
        last = count == len(starts) - 1
        width = found[0] - starts[0] if found else 1
        stop, end = start + 1, start + width if last else starts[count + 1]
        while stop < end and cell_text(row, stop) in ("", cell_text(row, start)):
            stop += 1
        found.append(stop)
    return found
