"""Full-text search: the only place that knows FTS5."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from db.folding import words

if TYPE_CHECKING:
    from sqlite3 import Connection

TABLES = ("cases", "services_at_places")


Known = dict[tuple[str, str], set[int]]
"""What earlier questions found, by table and word; its owner empties it when the data changes."""


def ids(
    connection: Connection, table: str, text: str, known: Known | None = None
) -> set[int] | None:
    """The rows that hold every word of the text, each word as part of one (three letters and
    more) or as its beginning (one or two). None where the text holds no letter and no digit.
    """
    if table not in TABLES:
        raise ValueError(table)
    found: set[int] | None = None
    # the longest word narrows most, so the others meet few rows
    for word in sorted(set(words(text)), key=len, reverse=True):
        hits = None if known is None else known.get((table, word))
        if hits is None:
            # one text of all ids is read several times faster than a row for each
            (listed,) = connection.execute(*_question(table, word)).fetchone()
            hits = set(json.loads(listed))
            if known is not None:
                known[table, word] = hits
        found = hits if found is None else found & hits
        if not found:
            return set()
    return found


def _question(table: str, word: str) -> tuple[str, tuple[str]]:
    if len(word) >= 3:
        return (
            f"SELECT json_group_array(rowid) FROM {table}_trigram WHERE {table}_trigram MATCH ?",
            (f'"{word}"',),
        )
    if word.isascii():
        return (
            f"SELECT json_group_array(rowid) FROM {table}_prefix WHERE {table}_prefix MATCH ?",
            (f'"{word}" *',),
        )
    # FTS5's tokenizer does not know the letters of every script; such short words are rare
    return (
        f"SELECT json_group_array(id) FROM {table} WHERE ' ' || search LIKE '% ' || ? || '%'",
        (word,),
    )
