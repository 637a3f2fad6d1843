"""A JSON file that is a list of records: bytes in, rows out."""

from __future__ import annotations

import json

from app.errors import Reason, Refused

LARGEST = 200 * 1024 * 1024
"""The most bytes a list may have; a bigger one is refused before it is parsed."""


def read_rows(raw: bytes, records: str) -> list[object]:
    """The rows of the list that stands at the path `records` ("" for the document itself).

    Raises `Refused(NOT_A_LIST)` with `why` = too_large (and `megabytes`), not_utf8, not_json
    (with `line`), too_deep, no_list (with `records`) or empty_file.
    """
    if len(raw) > LARGEST:
        raise Refused(Reason.NOT_A_LIST, why="too_large", megabytes=len(raw) // 2**20)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = raw[: error.start].count(b"\n") + 1
        raise Refused(Reason.NOT_A_LIST, why="not_utf8", line=row) from error
    if not text.strip():
        raise Refused(Reason.NOT_A_LIST, why="empty_file")
    try:
        found: object = json.loads(text)
    except json.JSONDecodeError as error:
        raise Refused(Reason.NOT_A_LIST, why="not_json", line=error.lineno) from error
    except RecursionError as error:
        raise Refused(Reason.NOT_A_LIST, why="too_deep") from error
    except ValueError as error:  # a number of more digits than Python converts
        raise Refused(Reason.NOT_A_LIST, why="not_json", line=0) from error
    if records:
        found = at_path(found, records)
    if not isinstance(found, list):
        raise Refused(Reason.NOT_A_LIST, why="no_list", records=records)
    return found


def at_path(record: object, path: str) -> object:
    """The value at a path of nested keys ("address.city"); None where a key is missing.

    A key that itself holds a dot, as the columns of tables may, is tried first.
    """
    if isinstance(record, dict) and path in record:
        found: object = record[path]
        return found
    here = record
    for key in path.split("."):
        if not isinstance(here, dict):
            return None
        here = here.get(key)
    return here
