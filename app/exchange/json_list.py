"""A JSON file that holds a list of records, however deep: bytes in, rows out."""

from __future__ import annotations

import json
from collections.abc import Iterator

from app.errors import Reason, Refused
from app.exchange.decoding import decoded
from app.exchange.limits import check_rows, check_size

_DEEPEST = 6  # nested keys looked through for a list
_INDEXED = 3  # parts of a nested list that become columns of their own


def parsed(raw: bytes, encoding: str = "") -> tuple[object, str]:
    """The document and the encoding it was written in; RFC 8259 asks for UTF-8, files do not ask.

    Raises `Refused`: LIST_TOO_LARGE, LIST_EMPTY, ENCODING_BROKEN, NOT_A_LIST with `why` = not_json
    (and `line`, 0: unknown) or too_deep.
    """
    check_size(len(raw))
    text, found = decoded(raw, encoding)
    if not text.strip():
        raise Refused(Reason.LIST_EMPTY)
    try:
        document: object = json.loads(text)
    except json.JSONDecodeError as error:
        raise Refused(Reason.NOT_A_LIST, why="not_json", line=error.lineno) from error
    except RecursionError as error:
        raise Refused(Reason.NOT_A_LIST, why="too_deep") from error
    except ValueError as error:  # a number of more digits than Python converts
        raise Refused(Reason.NOT_A_LIST, why="not_json", line=0) from error
    return document, found


def lists_in(document: object) -> tuple[str, ...]:
    """The paths at which lists of objects lie, the longest list first; "" is the document."""
    found = sorted(_lists(document, ""), key=lambda pair: -pair[1])
    return tuple(path for path, _ in found)


def rows_at(document: object, records: str) -> list[object]:
    """The list at a path of nested keys. Raises `Refused`: NOT_A_LIST with `why` = no_list,
    LIST_TOO_LONG."""
    found = at_path(document, records) if records else document
    if not isinstance(found, list):
        raise Refused(Reason.NOT_A_LIST, "records", why="no_list", records=records)
    check_rows(len(found))
    return found


def at_path(record: object, path: str) -> object:
    """The value at a path of nested keys and places of lists ("address.city", "phones.0.number");
    None where a key is missing.

    A key that itself holds a dot, as the columns of tables may, is tried first.
    """
    if isinstance(record, dict) and path in record:
        found: object = record[path]
        return found
    here = record
    for key in path.split("."):
        if isinstance(here, list) and key.isascii() and key.isdigit():
            here = here[int(key)] if int(key) < len(here) else None
        elif isinstance(here, dict):
            here = here.get(key)
        else:
            return None
    return here


def flat(record: dict[str, object]) -> dict[str, object]:
    """An object with nested ones as one row: values by dotted path. Lists of plain values stay
    lists; the first objects of a list are taken apart as "phones.0.number", and the list stays
    beside them."""
    out: dict[str, object] = {}
    _flatten(record, "", out, 0)
    return out


def _flatten(record: dict[str, object], before: str, out: dict[str, object], depth: int) -> None:
    for key, value in record.items():
        path = f"{before}{key}"
        if isinstance(value, dict) and depth < _DEEPEST:
            _flatten(value, f"{path}.", out, depth + 1)
            continue
        out.setdefault(path, value)
        if isinstance(value, list) and depth < _DEEPEST:
            for place, part in enumerate(value[:_INDEXED]):
                if isinstance(part, dict):
                    _flatten(part, f"{path}.{place}.", out, depth + 1)


def _lists(here: object, path: str, depth: int = 0) -> Iterator[tuple[str, int]]:
    if isinstance(here, list):
        if any(isinstance(each, dict) for each in here[:100]) or (path == "" and not here):
            yield path, len(here)
    elif isinstance(here, dict) and depth < _DEEPEST:
        for key, value in here.items():
            yield from _lists(value, f"{path}.{key}" if path else key, depth + 1)
