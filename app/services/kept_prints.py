"""Printed folders as they are kept: the file that was handed out, and what tells its sheets."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from app.errors import Reason, Refused
from app.folder import kept
from app.folder.editions import Former
from app.folder.kept import PrintRecord, unpacked
from app.records.folders import FolderMade, FolderRow, PrintKind, Way
from db import journal
from db.repositories import cases, stored
from db.tables.case import Case
from db.tables.folder import PrintedFolder

_FILES = ("file_id", "record_id")


def row_of(session: Session, folder_id: int) -> PrintedFolder:
    """Raises `Refused(NO_SUCH_PRINT)`."""
    row = session.get(PrintedFolder, folder_id)
    if row is None:
        raise Refused(Reason.NO_SUCH_PRINT, id=folder_id)
    return row


def add(session: Session, case: Case, made: FolderMade, way: Way, who: str) -> None:
    """Note what a case was given, and keep it where there is something to keep."""
    file = stored.keep(session, made.content) if made.content else None
    record = stored.keep(session, made.record) if made.record else None
    session.add(
        PrintedFolder(
            case_id=case.id,
            at=datetime.now(UTC),
            who=who,
            language=made.language,
            bilingual=made.bilingual,
            way=way.value,
            pages=made.pages,
            sheets=made.sheets,
            sha256=made.sha256,
            kind=made.kind.value,
            since_id=made.since,
            changed=made.changed,
            composition=made.composition,
            for_whom=case.name,
            file_id=file,
            record_id=record,
        )
    )
    session.flush()


def told(row: PrintedFolder) -> FolderRow:
    """A print as the window and the terminal know it."""
    return FolderRow(
        id=row.id,
        at=row.at,
        who=row.who,
        language=row.language,
        way=Way(row.way),
        pages=row.pages,
        sheets=row.sheets,
        sha256=row.sha256,
        bilingual=row.bilingual,
        kind=PrintKind(row.kind),
        since=row.since_id,
        changed=row.changed,
        for_whom=row.for_whom,
        is_kept=row.file_id is not None,
    )


def content_of(session: Session, folder_id: int) -> bytes:
    """The file as it was handed out. Raises `Refused`: NO_SUCH_PRINT, PRINT_NOT_KEPT."""
    row = row_of(session, folder_id)
    if row.file_id is None:
        raise Refused(Reason.PRINT_NOT_KEPT, id=folder_id)
    return stored.content(session, row.file_id)


def record_of(session: Session, row: PrintedFolder) -> PrintRecord | None:
    """What was printed; None where it was not kept, was erased, or cannot be read any more."""
    if row.record_id is None:
        return None
    try:
        return unpacked(stored.content(session, row.record_id))
    except (KeyError, ValueError):
        return None


def newest(session: Session, case_id: int) -> PrintedFolder | None:
    """The last print of a case, whole or exchanged: what the family's ring folder holds."""
    return next(_in_the_ring_folder(session, case_id), None)


def _in_the_ring_folder(session: Session, case_id: int) -> Iterator[PrintedFolder]:
    rows = cases.folders(session, case_id)
    return (row for row in rows if row.kind != PrintKind.BOOKLET.value)


def former(session: Session, case_id: int, language: str, *, bilingual: bool) -> Former:
    """The folder the family has in this language, whose days stay where nothing changes."""
    for row in _in_the_ring_folder(session, case_id):
        if row.record_id and (row.language, row.bilingual) == (language, bilingual):
            with suppress(KeyError, ValueError):
                return kept.former(stored.content(session, row.record_id))
    return Former()


def erase(session: Session, case_id: int) -> int:
    """Forget for good what was printed for a case; that something was, when and by whom, stays.
    Returns the number of prints.

    A print does not say which of its sentences follow from which fact, so all of the case go.
    What was taken back goes too, and is not brought again.
    """
    files: set[int] = set()
    rows = [row for row in cases.folders(session, case_id) if row.file_id or row.record_id]
    there = {row.id for row in cases.folders(session, case_id)}
    for row in rows:
        files |= {each for each in (row.file_id, row.record_id) if each is not None}
        row.file_id = row.record_id = None
    session.flush()
    gone = {
        row: columns
        for row, columns in journal.remembered(session, case_id, "printed_folders").items()
        if row not in there
    }
    for columns in gone.values():
        files |= {each for name in _FILES if isinstance(each := columns.get(name), int)}
    journal.scrub(session, {("printed_folders", row) for row in gone})
    for each in files:
        stored.forget(session, each)
    return len(rows)
