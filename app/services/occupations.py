"""The German classification of occupations (KldB 2010), read from the file the office has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from app.errors import Reason, Refused
from app.exchange.sources import LARGEST, open_source
from app.progress import Step, Steps
from app.services.import_files import bytes_of
from db.folding import search_text

LOADING = "loading_occupations"
_CODE = re.compile(r"[0-9]{1,5}")
_NAMES = {
    "code": ("kldb", "code", "schluessel", "schlussel", "kldb2010", "kldb 2010"),
    "title": ("titel", "bezeichnung", "title"),
}
_FEWEST = 30  # titles; the main groups alone are 37
_STEP = 200


def read_occupations(path: Path) -> Steps[list[tuple[str, str, str]]]:
    """Code, title and folded title of each line of the classification, codes once each. Raises
    `Refused(NOT_A_CLASSIFICATION)` where columns for code and title are missing or hardly a line
    has a code, and as any list does; `Unavailable` where it cannot be read."""
    data, name = bytes_of(path, LARGEST)
    source = yield from open_source(data, name)
    columns = {" ".join(each.casefold().split()): each for each in source.columns}
    code, title = (_column(columns, _NAMES[key]) for key in ("code", "title"))
    found: dict[str, tuple[str, str, str]] = {}
    for number, row in enumerate(source.rows):
        if number % _STEP == 0:
            yield Step(number, len(source.rows), LOADING)
        digits = str(row.values.get(code, "")).strip()
        words = " ".join(str(row.values.get(title, "")).split())
        if _CODE.fullmatch(digits) and words:
            found[digits] = (digits, words, search_text(words))
    if len(found) < _FEWEST or len(found) * 2 < len(source.rows):
        raise Refused(Reason.NOT_A_CLASSIFICATION, "file", path=path.name)
    return list(found.values())


def _column(columns: dict[str, str], names: Sequence[str]) -> str:
    for name in names:
        if name in columns:
            return columns[name]
    raise Refused(Reason.NOT_A_CLASSIFICATION, "file", known=", ".join(columns.values())[:120])
