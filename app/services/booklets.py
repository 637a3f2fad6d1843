"""A folder as an A5 booklet: the same pages, two on each side of an A4 sheet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.done import Act
from app.progress import Step, Steps
from app.records.compositions import ChapterKind, Composition, Option
from app.records.folders import FolderMade, Way
from app.services import existing
from app.services.compositions import composition_of
from app.services.folders import Folders
from app.services.transactions import Transactions

FOLDING = "folding"


class Booklets:
    def __init__(self, transactions: Transactions, folders: Folders) -> None:
        self._transactions = transactions
        self._folders = folders

    def folder(
        self,
        case_id: int,
        language: str,
        *,
        bilingual: bool = False,
        notice: bool = True,
        composition: Composition | None = None,
    ) -> bytes:
        """The folder a booklet is made of: that of `Folders.preview` without labels for the back
        of a ring folder, which a booklet has not."""
        with self._transactions.reading() as session:
            existing.case(session, case_id)
            asked = composition or composition_of(session, case_id)
        cover = asked.choice(ChapterKind.COVER)
        bare = replace(cover, options=cover.options - {Option.SPINE})
        return self._folders.preview(
            case_id,
            language,
            bilingual=bilingual,
            notice=notice,
            composition=asked.with_choice(bare),
        )

    def folded(self, data: bytes) -> bytes:
        """A folder's file as a booklet, for the preview and the printer; printed, it is recorded
        as the folder it was made of (`Folders.measured`)."""
        from app.folder.booklet import booklet

        return booklet(data)

    def save(
        self,
        case_id: int,
        language: str,
        path: Path,
        *,
        bilingual: bool = False,
        notice: bool = True,
        composition: Composition | None = None,
    ) -> Steps[FolderMade]:
        """Write the folder as a booklet and record it, where the data file is open for writing.

        The arguments are those of `Folders.save`. What is kept is the folder itself, which later
        sheets are compared with; `sheets` are those of the booklet. Cancelled or failed, nothing
        is left at `path`. Raises `Refused(NO_SUCH_CASE)`, `Unavailable` (DISK_FULL, CANNOT_WRITE).
        """
        from app.folder.booklet import page_count, sheets
        from app.typeset.file import put

        self._folders.refuse_data_file(path)
        yield Step(0, 2, FOLDING)
        data = self.folder(
            case_id, language, bilingual=bilingual, notice=notice, composition=composition
        )
        yield Step(1, 2, FOLDING)
        folded = self.folded(data)
        pages = page_count(data)
        measured = self._folders.measured(data, language, pages, bilingual=bilingual)
        made = replace(measured, path=path, sheets=sheets(pages))
        put(folded, path)
        if not self._transactions.file.writable:
            return made
        return replace(made, done=self._folders.record(Act.FOLDER_SAVED, case_id, made, Way.SAVED))
