"""A CSV file: text in, rows of cells out; the delimiter found, odd rows told."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from app.exchange.limits import LARGEST, check_rows
from app.progress import Step, Steps

DELIMITERS = (";", ",", "\t", "|")
"""What may part the cells of a row, the likely one first."""

_LOOKED_AT = 100  # rows a delimiter is judged by
_LONGEST = 100  # lines of one record: more is a quotation mark that nobody closed
_STEP = 2_000
READING = "reading_list"


def find_delimiter(text: str) -> str:
    """The delimiter that parts most rows alike; that of Excel's line "sep=;" before all."""
    told = _told(text)
    if told:
        return told
    best, delimiter = (0.0, 0), DELIMITERS[0]
    for tried in DELIMITERS:
        sample = list(islice(_records(_lines(text), tried), _LOOKED_AT))
        widths = Counter(len(cells) for _, cells, _ in sample if any(cells))
        if not widths:
            continue
        width, count = max(widths.items(), key=lambda each: (each[0] > 1, each[1], each[0]))
        judged = (count / widths.total() if width > 1 else 0.0, width)
        if judged[0] > 0 and judged > best:
            best, delimiter = judged, tried
    return delimiter


def read_csv(text: str, delimiter: str) -> Steps[tuple[list[tuple[str, ...]], frozenset[int]]]:
    """Every record as its cells, blank ones too, so that the place in the list is the row as a
    spreadsheet counts it (from 0 here); and the places of records whose quotation mark nobody
    closed, taken line by line.

    Raises `Refused(LIST_TOO_LONG)`.
    """
    lines = _lines(text)
    rows: list[tuple[str, ...]] = []
    spoilt: set[int] = set()
    if _told(text):
        rows.append(())
        next(lines)
    for _, cells, is_spoilt in _records(lines, delimiter):
        if is_spoilt:
            spoilt.add(len(rows))
        rows.append(tuple(cells))
        if len(rows) % _STEP == 0:
            check_rows(len(rows))
            yield Step(len(rows), 0, READING)
    check_rows(len(rows))
    return rows, frozenset(spoilt)


def _told(text: str) -> str:
    head = text[:8].splitlines()[:1]
    if head and head[0].lower().startswith("sep=") and len(head[0]) == 5:
        return head[0][4]
    return "\t" if head and head[0].lower() == "sep=\t" else ""


def _lines(text: str) -> Iterator[str]:
    """Lines with their ends. Unlike str.splitlines, only \\n, \\r and \\r\\n end one."""
    return iter(io.StringIO(text, newline=""))


def _records(lines: Iterator[str], delimiter: str) -> Iterator[tuple[int, Sequence[str], bool]]:
    """Number of lines, cells, and whether a quotation mark stayed open."""
    for line in lines:
        if '"' not in line:
            yield 1, _plain(line, delimiter), False
            continue
        gathered = [line]
        while _is_open(gathered, delimiter) and len(gathered) <= _LONGEST:
            following = next(lines, None)
            if following is None:
                break
            gathered.append(following)
        if len(gathered) > 1 and _is_open(gathered, delimiter):
            for place, each in enumerate(gathered):
                yield 1, _plain(each, delimiter), place == 0
        else:
            spoilt = _is_open(gathered, delimiter)
            cells = _plain(line, delimiter) if spoilt else _quoted(gathered, delimiter)
            yield len(gathered), cells, spoilt


def _is_open(gathered: Sequence[str], delimiter: str) -> bool:
    """Whether a quoted cell goes on behind these lines. Only a mark at the start of a cell opens
    one, as RFC 4180 has it; an inch sign inside a text opens nothing."""
    start = rf"(?:\A|(?<=[\n\r{re.escape(delimiter)}]))"
    closed = re.compile(rf'{start}"(?:[^"]++|"")*+"')
    return re.search(rf'{start}"', closed.sub("", "".join(gathered))) is not None


def _plain(line: str, delimiter: str) -> list[str]:
    return line.rstrip("\r\n").split(delimiter)


def _quoted(gathered: Sequence[str], delimiter: str) -> list[str]:
    before = csv.field_size_limit(LARGEST)  # of the whole process: others count on theirs
    try:
        return next(csv.reader(gathered, delimiter=delimiter), [])
    finally:
        csv.field_size_limit(before)
