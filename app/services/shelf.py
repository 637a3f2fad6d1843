"""The shipped templates and what the office laid beside them in the data file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy.orm import Session

from app.content.catalogue import Catalogue
from app.content.faults import parsed
from app.content.own_versions import ORIGINAL, OwnText, overlaid, read_own_step
from app.errors import Fault
from app.rules.terms import Track
from app.services.rulebook import Kept, RuleBook, book
from db.repositories import templates
from db.tables.template import TemplateVersion

Keeping = tuple[str, int | None]
"""A template and the version of it that a case keeps, None for the shipped original."""


class Shelf:
    """Reads what holds on a day. What was read once is remembered: versions never change."""

    def __init__(self, shipped: Catalogue) -> None:
        self.shipped = shipped
        self.as_shipped = book(shipped)
        self._books: dict[frozenset[int], RuleBook] = {frozenset(): self.as_shipped}
        self._kept: dict[int, Kept] = {}

    def read(self, session: Session, today: date) -> RuleBook:
        """The rules that hold on that day; a broken version gives way to the shipped original,
        its fault among those of the catalogue."""
        rows = templates.versions(session)
        holding = [row for row in holding_on(rows, today) if not self._is_left(row)]
        key = frozenset(row.id for row in holding)
        found = self._books.get(key)
        if found is None:
            own = [own_text(row, rows) for row in holding]
            found = book(overlaid(self.shipped, own), key)
            self._books = {frozenset(): self.as_shipped, key: found}
        return found

    def _is_left(self, row: TemplateVersion) -> bool:
        """Whether a version that went back to the shipped original says no more than there is:
        what is shipped changed since, and comes as any newer shipped text does."""
        return row.text == ORIGINAL and row.base != base_of(self.shipped, row.kind, row.template)

    def kept(self, session: Session, template: str, version: int | None) -> Kept:
        """The rule of a step in one version, None for the shipped one."""
        shipped = self.shipped.by_id.get(template)
        if version is None:
            return Kept(shipped, own=False)
        found = self._kept.get(version)
        if found is None:
            row = templates.version(session, version)
            text = row.text if row else ORIGINAL
            if not text:
                found = Kept(None, own=True)
            elif row is None or text == ORIGINAL:
                found = Kept(shipped, own=True)
            else:
                own = OwnText("step", Track(row.track), template, text)
                read, _ = read_own_step(own, self.shipped)
                found = Kept(read or shipped, own=read is not None)
            self._kept[version] = found
        return found


def holding_on(rows: Iterable[TemplateVersion], day: date) -> list[TemplateVersion]:
    """Of each template the version that holds on a day: the one in force latest, then the one
    made last. `rows` in the order they were made."""
    found: dict[tuple[str, str], TemplateVersion] = {}
    for row in rows:
        before = found.get((row.kind, row.template))
        if row.valid_from <= day and (before is None or before.valid_from <= row.valid_from):
            found[row.kind, row.template] = row
    return list(found.values())


def base_of(shipped: Catalogue, kind: str, template: str) -> str:
    """SHA-256 (hex) of a shipped block, blank where nothing of that id is shipped."""
    block = shipped.blocks.get((kind, template))
    return "" if block is None else digest(block)


def block_of(row: TemplateVersion) -> Mapping[str, object]:
    """The one table of a version as it is written; empty where it is none."""
    found = parsed(row.text, row.template)
    tables = [] if isinstance(found, Fault) else found.get(row.kind)
    first = tables[0] if isinstance(tables, list) and tables else {}
    return first if isinstance(first, dict) else {}


def digest(block: Mapping[str, object]) -> str:
    """SHA-256 (hex) over a block whatever its layout; the order of its keys does not count."""
    told = json.dumps(block, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def own_text(row: TemplateVersion, rows: Iterable[TemplateVersion]) -> OwnText:
    """A version as it is read; one that switches a step off with the wording it had before."""
    former = ""
    if row.kind == "step" and not row.text:
        earlier = [
            each
            for each in rows
            if (each.kind, each.template) == (row.kind, row.template)
            and each.text
            and (each.valid_from, each.id) < (row.valid_from, row.id)
        ]
        former = max(earlier, key=lambda each: (each.valid_from, each.id)).text if earlier else ""
    return OwnText(row.kind, Track(row.track), row.template, row.text, former)
