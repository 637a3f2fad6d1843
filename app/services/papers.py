"""Sheets beside the folder: seen, written to a file, told to the journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from app.content.languages import OFFICE_LANGUAGE
from app.content.phrases import Phrases, load_office_phrases
from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.folder.speech import Speech
from app.progress import Steps
from app.records.folders import FolderMade
from app.records.papers import OFFICE_ONLY, PaperKind
from app.services.printed_words import phrases_in
from app.services.transactions import Transactions

if TYPE_CHECKING:
    from app.folder.papers import PaperSheet


@dataclass(frozen=True)
class PaperOrder:
    """A sheet somebody asks for. `sheet` gathers and composes it, in a session for what goes out;
    it raises `Refused` where there is nothing to print. `case`: whose history tells of it, None
    for a sheet of the office. `name`: whom or what it is for."""

    kind: PaperKind
    name: str
    sheet: Callable[[Session, Speech], PaperSheet]
    case: int | None = None


class Papers:
    def __init__(self, transactions: Transactions, resources: Path) -> None:
        self._transactions = transactions
        self._resources = resources

    def preview(self, order: PaperOrder, language: str) -> bytes:
        """The sheet as it would be written now. Raises `Refused` as the order says."""
        from app.folder.papers import preview  # ReportLab only where a sheet is made

        sheet, phrases = self._composed(order, language)
        return preview(sheet, phrases, self._fonts)

    def save(self, order: PaperOrder, language: str, path: Path) -> Steps[FolderMade]:
        """Write the sheet to a file; who took it out is in the journal. Cancelled or failed,
        nothing is left at `path`. Raises `Refused` as the order says, EXISTS for the data file."""
        from app.folder.papers import build

        if path.resolve() == self._transactions.file.path.resolve():
            raise Refused(Reason.EXISTS, "file", path=str(path))
        sheet, phrases = self._composed(order, language)
        made = yield from build(sheet, phrases, self._fonts, path)
        if not self._transactions.file.writable:
            return made
        return replace(made, done=self._told(Act.PAPER_SAVED, order, path.name))

    def record_printed(self, order: PaperOrder) -> Done:
        """Note that a sheet went to a printer."""
        return self._told(Act.PAPER_PRINTED, order)

    def _composed(self, order: PaperOrder, language: str) -> tuple[PaperSheet, Phrases]:
        with self._transactions.outward() as session:
            if order.kind in OFFICE_ONLY:
                phrases, _ = load_office_phrases(self._resources / "phrases", OFFICE_LANGUAGE)
            else:
                phrases, _ = phrases_in(session, self._resources, language)
            return order.sheet(session, Speech(phrases)), phrases

    def _told(self, act: Act, order: PaperOrder, file: str = "") -> Done:
        """A batch of the journal that says who took data out; there is nothing to take back."""
        with self._transactions.command(act, order.case):
            facts = {"name": order.name, "file": file, "paper": order.kind.value}
            return Done(act, frozenset({Topic.FOLDERS}), None, order.case, facts)

    @property
    def _fonts(self) -> Path:
        return self._resources / "fonts"
