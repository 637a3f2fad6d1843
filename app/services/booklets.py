"""A folder as an A5 booklet: the same pages, two on each side of an A4 sheet."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from app.content.languages import OFFICE_LANGUAGE
from app.done import Act
from app.progress import Step, Steps
from app.records.compositions import ChapterKind, Composition, Option
from app.records.folders import FolderMade, PrintKind, Way
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

    def made(
        self,
        case_id: int,
        language: str,
        *,
        bilingual: bool = False,
        notice: bool = True,
        composition: Composition | None = None,
    ) -> FolderMade:
        """The booklet, not written anywhere: `content` is its file for the printer, and what
        `Folders.record_printed` notes. `pages` are those of the folder, `sheets` those of A4 it is
        folded from. Raises `Refused(NO_SUCH_CASE)`."""
        from app.folder.booklet import booklet, page_count, sheets

        data = self.folder(
            case_id, language, bilingual=bilingual, notice=notice, composition=composition
        )
        pages = page_count(data)
        folded = booklet(data)
        return FolderMade(
            path=Path(),
            language=language,
            pages=pages,
            sheets=sheets(pages),
            not_printable=(),
            sha256=hashlib.sha256(folded).hexdigest(),
            bilingual=bilingual and language != OFFICE_LANGUAGE,
            kind=PrintKind.BOOKLET,
            content=folded,
        )

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

        The arguments are those of `Folders.save`. Cancelled or failed, nothing is left at `path`.
        Raises `Refused(NO_SUCH_CASE)`, `Unavailable` (DISK_FULL, CANNOT_WRITE).
        """
        from app.typeset.file import put

        self._folders.refuse_data_file(path)
        yield Step(0, 1, FOLDING)
        made = self.made(
            case_id, language, bilingual=bilingual, notice=notice, composition=composition
        )
        made = replace(made, path=path)
        put(made.content, path)
        if not self._transactions.file.writable:
            return made
        return replace(made, done=self._folders.record(Act.BOOKLET_SAVED, case_id, made, Way.SAVED))
