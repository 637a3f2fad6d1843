"""The office's own wordings in the data file, written row by row."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from app.content.phrases import Phrase
from app.content.words import Entry
from app.done import Topic
from app.services.printed_words import kept_as
from db.repositories import wordings
from db.tables.wording import Wording

TOUCHED = frozenset({Topic.TEXTS, Topic.FOLDERS})


class Store:
    """The rows of one language, inside one command."""

    def __init__(self, session: Session, language: str) -> None:
        self._session = session
        self._language = language
        self._rows = {row.key: row for row in wordings.of_language(session, language)}

    def put(self, key: str, text: Phrase | None, entry: Entry) -> None:
        """Keep a text, None for the shipped one, and what the ledger says of it; a row that says
        nothing is not kept."""
        if text is None and entry == Entry():
            self.forget([key])
            return
        row = self._row(key)
        row.text = "" if text is None else kept_as(text)
        _enter(row, entry)

    def note(self, key: str, entry: Entry) -> None:
        """Change what the ledger says; the text stays."""
        _enter(self._row(key), entry)

    def forget(self, keys: Iterable[str]) -> int:
        """Give up what is kept of these texts; how many there were."""
        gone = [self._rows.pop(key) for key in dict.fromkeys(keys) if key in self._rows]
        for row in gone:
            self._session.delete(row)
        return len(gone)

    def _row(self, key: str) -> Wording:
        row = self._rows.get(key)
        if row is None:
            row = self._rows[key] = Wording(language=self._language, key=key, text="", source="")
            self._session.add(row)
        return row


def _enter(row: Wording, entry: Entry) -> None:
    row.source = entry.source
    row.checked_by = entry.check.by if entry.check else ""
    row.checked_on = entry.check.on if entry.check else None
