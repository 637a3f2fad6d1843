"""Where the heads of a table stand, and what its columns are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from app.exchange.cleaning import as_text

Row = Sequence[object]
Merged = Sequence[tuple[int, int, int, int]]
"""Merged cells: first row, first column, last row, last column, counted from 0."""

_LOOKED_AT = 30  # rows at the top that may be titles and heads
_LONGEST = 60  # signs of a head; what is longer is a title or a text
_HEAD_WORDS = re.compile(
    r"name|einrichtung|bezeichnung|anbieter|organisation|träger|traeger|operator|straße|strasse"
    r"|street|anschrift|adresse|address|hausn|plz|postleit|postcode|zip|\bort\b|town|city|telefon"
    r"|\btel\b|phone|mail|web|internet|homepage|url|zeiten|hours|öffn|plätze|plaetze|places|art\b"
    r"|kategorie|category|typ\b|sprache|language|nummer|\bnr\b|\bid\b|notiz|bemerkung|hinweis|note"
    r"|ansprech|kontakt|contact|breite|länge|latitude|longitude|\blat\b|\blon\b|\blng\b|alter|age"
    r"|gemeinde|stadt|kosten|preis|beschreibung|description|schlüssel|key|angebot|leistung",
    re.IGNORECASE,
)
_DATUM = re.compile(
    r"[+(]?\d[\d\s/().–-]*|\d+[.,]\d+|\S+@\S+|(?:https?://|www\.)\S+|\d{1,2}[.:]\d{2}.*"
    r"|\d{1,2}\.\d{1,2}\.\d{2,4}|\d{4}-\d\d-\d\d.*|\d{5}\s+\w+.*",
    re.IGNORECASE,
)


def text_of(cell: object) -> str:
    """A cell as text for looking at; times and dates as they are written."""
    text = as_text(cell)
    return str(cell) if text is None else text


def find_head(rows: Sequence[Row], merged: Merged = ()) -> tuple[int, int]:
    """First and last row of the heads, counted from 1; (0, 0) where there are none.

    Titles above the heads are passed over: the heads are the first row that is about as wide as
    the table and holds no data. Heads go on below where cells are merged or a group stands above.
    """
    top = rows[:_LOOKED_AT]
    filled = [sum(bool(text_of(cell).strip()) for cell in row) for row in top]
    widest = max(filled, default=0)
    needed = 1 if widest <= 1 else max(2, -(-widest * 6 // 10))
    for place, row in enumerate(top):
        if not filled[place] or _looks_like_data(row):
            if filled[place] >= needed:
                return 0, 0
            continue
        # a title merged across the table is one cell, however wide
        several = filled[place] >= min(2, widest)
        wide = filled[place] >= needed or (several and _spans(merged, place) >= needed)
        if wide and _could_be_heads(row, widest):
            return place + 1, _last(top, place, merged) + 1
    return 0, 0


def columns_of(rows: Sequence[Row], head: tuple[int, int], merged: Merged = ()) -> tuple[str, ...]:
    """What each column is called: heads over several rows joined by " / ", letters where there is
    none, a number behind what occurs twice."""
    width = max((len(row) for row in rows), default=0)
    first, last = head
    parts: list[list[str]] = [[] for _ in range(width)]
    if first:
        for place in range(first - 1, min(last, len(rows))):
            below = rows[place + 1 : last]
            for column, text in enumerate(_spread(rows[place], place, below, merged, width)):
                if text and text not in parts[column]:
                    parts[column].append(text)
    names: list[str] = []
    taken: set[str] = set()
    for column, words in enumerate(parts):
        name = " / ".join(words) or letter(column)
        count = 2
        unique = name
        while unique in taken:
            unique, count = f"{name} ({count})", count + 1
        taken.add(unique)
        names.append(unique)
    return tuple(names)


def letter(column: int) -> str:
    """What Excel calls a column counted from 0: A, B, … Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _spread(row: Row, place: int, below: Sequence[Row], merged: Merged, width: int) -> list[str]:
    """The heads of one row, those of merged cells at each of their columns. Where nothing is known
    of merged cells, a group reaches as far right as blanks above filled heads go."""
    texts = [" ".join(text_of(cell).split()) for cell in row]
    texts += [""] * (width - len(texts))
    for top, left, bottom, right in merged:
        if top <= place <= bottom and left < width and place == top:
            texts[left : right + 1] = [texts[left]] * (min(right, width - 1) - left + 1)
    if not merged and below:
        for column in range(1, width):
            under = below[0][column] if column < len(below[0]) else ""
            if not texts[column] and text_of(under).strip():
                texts[column] = texts[column - 1]
    return texts


def _last(top: Sequence[Row], place: int, merged: Merged) -> int:
    """The last row of heads that begin at `place`: below merged cells, and below a row with gaps
    that the next row fills."""
    last = place
    for first, _, bottom, _ in merged:
        if first == place:
            last = max(last, bottom)
    across = any(first == place and left < right for first, left, _, right in merged)
    while last + 1 < len(top) - 1 and last - place < 3:
        row, below = top[last], top[last + 1]
        gaps = _fills_gaps(row, below)
        if not (across or gaps) or _looks_like_data(below) or not _could_be_heads(below, 1):
            break
        if across and not gaps and last > place:
            break
        if not any(map(_looks_like_data, top[last + 2 : last + 7])):
            break
        last += 1
        across = any(first == last and left < right for first, left, _, right in merged)
    return last


def _fills_gaps(row: Row, below: Row) -> bool:
    texts = [text_of(cell).strip() for cell in row]
    inside = [place for place, text in enumerate(texts) if text]
    return bool(inside) and any(
        text_of(cell).strip() and not (place < len(texts) and texts[place])
        for place, cell in enumerate(below)
        if place > inside[0]
    )


def _looks_like_data(row: Row) -> bool:
    """Whether a cell is a number, a date, a time, an address of the net: heads are words."""
    return any(
        not isinstance(cell, str) or _DATUM.fullmatch(cell.strip())
        for cell in row
        if cell is not None and text_of(cell).strip()
    )


def _could_be_heads(row: Row, widest: int) -> bool:
    texts = [text for cell in row if (text := text_of(cell).strip())]
    if not texts or any(len(text) > _LONGEST for text in texts):
        return False
    known = _known(texts)
    # a list of names alone has no heads; a table has, unless its first row is data
    return known > 0 if widest <= 1 else known > 0 or len(set(texts)) == len(texts)


def _known(texts: Iterable[str]) -> int:
    return sum(_HEAD_WORDS.search(text) is not None for text in texts)


def _spans(merged: Merged, place: int) -> int:
    return sum(right - left + 1 for first, left, _, right in merged if first == place)
