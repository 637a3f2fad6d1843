"""Exchange sheets: what changed since a folder was handed out, and the sheets that say so."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.content.languages import OFFICE_LANGUAGE
from app.done import Act, Done
from app.errors import Reason, Refused, Trouble, Unavailable
from app.folder.compositions import written
from app.folder.editions import Edition, Extras
from app.folder.plan import CHAPTERS
from app.progress import Step, Steps
from app.records.compositions import Composition
from app.records.exchanges import Anew, ExchangeState, SheetChange, Why
from app.records.folders import FolderMade, FolderRow, PrintKind, Way
from app.services import existing, kept_prints
from app.services.folder_editions import Editions
from app.services.folders import Folders
from app.services.printed_words import phrases_in
from app.services.transactions import Transactions

if TYPE_CHECKING:
    from app.folder.differences import Difference
    from app.folder.exchange_build import Compared
    from app.folder.kept import PrintRecord
    from app.typeset.file import Finishing
    from app.typeset.pages import Pages

# As many packs as may be shown before one of them is printed.
_PREVIEWS = 4


@dataclass(frozen=True)
class _Since:
    """The print that is mended, and what the family's folder is now."""

    row: FolderRow
    record: PrintRecord | None
    edition: Edition
    extras: Extras


@dataclass(frozen=True)
class _Pack:
    pages: Pages
    seen: Compared
    changed: int
    not_printable: tuple[str, ...]
    finishing: Finishing


class Exchanges:
    def __init__(
        self, transactions: Transactions, folders: Folders, editions: Editions, resources: Path
    ) -> None:
        self._transactions = transactions
        self._folders = folders
        self._editions = editions
        self._resources = resources
        self._seen: dict[str, FolderMade] = {}

    def state(
        self,
        case_id: int,
        since: int | None = None,
        *,
        language: str | None = None,
        bilingual: bool | None = None,
        composition: Composition | None = None,
    ) -> ExchangeState:
        """What changed since a print, None: the last one of the case. `language` and `bilingual`
        say how the folder is wanted now, None: as it was. Raises `Refused`: NO_SUCH_CASE,
        NO_SUCH_PRINT."""
        row = self._row(case_id, since)
        language = row.language if language is None else language
        bilingual = row.bilingual if bilingual is None else bilingual
        bilingual = bilingual and language != OFFICE_LANGUAGE
        state = ExchangeState(row, language, bilingual)
        if (language, bilingual) != (row.language, row.bilingual):
            return replace(state, anew=Anew.LANGUAGE)
        found = self._found(case_id, row, composition)
        if found.record is None:
            return replace(state, anew=Anew.NOT_KEPT)
        from app.folder.exchange_build import compared, leaves

        seen = compared(
            found.edition.contents,
            found.edition.phrases,
            found.extras,
            self._fonts,
            found.record,
        )
        titles = self._titles()
        return replace(
            state,
            sheets=tuple(_told(each, titles) for each in seen.found),
            whole=len(seen.marks),
            leaves=leaves(
                found.edition.contents,
                found.edition.phrases,
                found.extras,
                self._fonts,
                found.record,
                seen,
            ),
        )

    def preview(
        self, case_id: int, since: int | None = None, *, composition: Composition | None = None
    ) -> bytes:
        """The pack as it would be written now: a list, and each sheet that differs. Raises
        `Refused`: as `state`, NOTHING_CHANGED, PRINT_NOT_KEPT."""
        from app.typeset.file import to_bytes

        row = self._row(case_id, since)
        pack, extras = self._pack(case_id, row, composition)
        data = to_bytes(pack.pages, pack.finishing)
        self._seen[hashlib.sha256(data).hexdigest()] = _made(data, Path(), row, pack, extras)
        while len(self._seen) > _PREVIEWS:
            self._seen.pop(next(iter(self._seen)), None)
        return data

    def save(
        self,
        case_id: int,
        since: int | None,
        path: Path,
        *,
        composition: Composition | None = None,
    ) -> Steps[FolderMade]:
        """Write the pack to a file and record it, where the data file is open for writing; raises
        as `preview`. Cancelled or failed, nothing is left at `path` and what lay there stays."""
        from app.folder.build import COMPOSING
        from app.typeset.file import write

        self._folders.refuse_data_file(path)
        yield Step(0, 1, COMPOSING)
        row = self._row(case_id, since)
        pack, extras = self._pack(case_id, row, composition)
        yield from write(pack.pages, path, pack.finishing)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise Unavailable(Trouble.CANNOT_READ, path) from error
        made = _made(content, path, row, pack, extras)
        if not self._transactions.file.writable:
            return made
        done = self._folders.record(Act.EXCHANGE_SAVED, case_id, made, Way.SAVED)
        return replace(made, done=done)

    def measured(self, data: bytes) -> FolderMade:
        """What to record of a pack that was shown and went to the printer. Raises
        `Refused(NO_SUCH_PRINT)` where it is none of the last that were made."""
        made = self._seen.get(hashlib.sha256(data).hexdigest())
        if made is None:
            raise Refused(Reason.NO_SUCH_PRINT)
        return made

    def record_printed(self, case_id: int, made: FolderMade) -> Done:
        """Note that exchange sheets went to a printer: from then on the family's folder is what
        they make of it."""
        return self._folders.record(Act.EXCHANGE_PRINTED, case_id, made, Way.PRINTED)

    def _row(self, case_id: int, since: int | None) -> FolderRow:
        with self._transactions.reading() as session:
            existing.case(session, case_id)
            row = kept_prints.newest(session, case_id)
            if since is not None:
                row = kept_prints.row_of(session, since)
            if row is None or row.case_id != case_id:
                raise Refused(Reason.NO_SUCH_PRINT, id=since or 0)
            return kept_prints.told(row)

    @property
    def _fonts(self) -> Path:
        return self._resources / "fonts"

    def _found(self, case_id: int, row: FolderRow, composition: Composition | None) -> _Since:
        with self._transactions.reading() as session:
            record = kept_prints.record_of(session, kept_prints.row_of(session, row.id))
        notice = record is None or record.editions[0].translation is not None
        edition, extras = self._editions.of(
            case_id, row.language, composition, bilingual=row.bilingual, notice=notice
        )
        return _Since(row, record, edition, extras)

    def _pack(
        self, case_id: int, row: FolderRow, composition: Composition | None
    ) -> tuple[_Pack, Extras]:
        from app.folder.build import finishing, not_printable
        from app.folder.exchange_build import pack

        found = self._found(case_id, row, composition)
        if found.record is None:
            raise Refused(Reason.PRINT_NOT_KEPT, id=row.id)
        made, seen = pack(
            found.edition.contents,
            found.edition.phrases,
            found.extras,
            self._fonts,
            found.record,
        )
        if not seen.found:
            raise Refused(Reason.NOTHING_CHANGED, id=row.id)
        changed = sum(each.why is not Why.ALONG for each in seen.found)
        missing = not_printable(found.edition.contents, made.faces)
        finish = finishing(found.edition.phrases, found.extras)
        return _Pack(made, seen, changed, missing, finish), found.extras

    def _titles(self) -> dict[str, str]:
        """The German titles of the chapters by their keys."""
        with self._transactions.reading() as session:
            words = phrases_in(session, self._resources, OFFICE_LANGUAGE)[0]
        return {kind.value: words.text(title) for kind, (title, _) in CHAPTERS.items()}


def _told(each: Difference, titles: dict[str, str]) -> SheetChange:
    now = () if each.why is Why.GONE else each.sheet.sides
    was = each.was.sides if each.was else ()
    return SheetChange(
        key=each.sheet.chapter,
        place=each.sheet.place,
        why=each.why,
        number=each.sheet.number,
        chapter=titles.get(each.sheet.chapter, each.sheet.title),
        pages=tuple(side.label for side in now if side.label),
        replaces=tuple(side.label for side in was if side.label),
        same_sides=sum(each.same(side) for side in (0, 1)),
    )


def _made(content: bytes, path: Path, row: FolderRow, pack: _Pack, extras: Extras) -> FolderMade:
    from app.folder.kept import packed

    return FolderMade(
        path=path,
        language=row.language,
        pages=pack.pages.count,
        sheets=pack.pages.sheets,
        not_printable=pack.not_printable,
        sha256=hashlib.sha256(content).hexdigest(),
        bilingual=row.bilingual,
        fonts_missing=pack.pages.faces.lacking,
        unequal=pack.seen.whole.unequal,
        kind=PrintKind.EXCHANGE,
        since=row.id,
        changed=pack.changed,
        content=content,
        record=packed(pack.seen.record),
        composition=written(extras.composition),
    )
