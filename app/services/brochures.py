"""Other people's PDFs the office puts into folders: read, kept cleaned, described, archived."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused, Trouble, Unavailable
from app.folder.brochures.apart import not_too_large, read_apart
from app.progress import Steps
from app.records.brochures import (
    BrochureDraft,
    BrochureFound,
    BrochureRow,
    PrintedBrochure,
    Removed,
    Treatment,
)
from app.services import checks
from app.services.transactions import Transactions
from db.journal import batch_of
from db.repositories import brochures, stored
from db.tables.composition import Brochure, StoredFile

_TOUCHED = frozenset({Topic.FOLDERS})


class Brochures:
    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def read(self, data: bytes, password: str = "") -> Steps[BrochureFound]:
        """Look through a PDF and make it ready for folders, in a process of its own; nothing is
        stored. Raises `Refused`: BROCHURE_TOO_LARGE (`megabytes`, `most`), NOT_A_PDF,
        BROCHURE_TOO_LONG (`count`, `most`), BROCHURE_BROKEN, beside the password PASSWORD_NEEDED
        and PASSWORD_WRONG."""
        return (yield from read_apart(data, password))

    def open(self, path: Path, password: str = "") -> Steps[BrochureFound]:
        """The same of a file, which is not read where it is too large. Raises as `read` does, and
        `Unavailable` (NO_SUCH_FILE, CANNOT_READ)."""
        try:
            not_too_large(path.stat().st_size)
            data = path.read_bytes()
        except FileNotFoundError as error:
            raise Unavailable(Trouble.NO_SUCH_FILE, path) from error
        except OSError as error:
            raise Unavailable(Trouble.CANNOT_READ, path) from error
        return (yield from read_apart(data, password))

    def add(self, found: BrochureFound, draft: BrochureDraft) -> Done:
        """Keep what was read. Raises `Refused` beside the field: BLANK (title), ALT_MISSING where
        pages become figures, UNKNOWN_LANGUAGE, TEXT_NOT_STORABLE."""
        draft = _checked(draft, found.facts.treatment)
        with self._transactions.command(Act.BROCHURE_ADDED) as session:
            row = Brochure(
                file_id=stored.keep(session, found.content),
                pages=found.facts.pages,
                treatment=found.facts.treatment.value,
                removed=" ".join(sorted(each.value for each in found.facts.removed)),
                added_on=self._transactions.today(),
            )
            _write(row, draft)
            session.add(row)
            session.flush()
            return _done(Act.BROCHURE_ADDED, session, row)

    def edit(self, brochure_id: int, draft: BrochureDraft) -> Done:
        """Say something else of a brochure; raises `Refused` as `add`, and NO_SUCH_BROCHURE."""
        with self._transactions.command(Act.BROCHURE_EDITED) as session:
            row = _found(session, brochure_id)
            _write(row, _checked(draft, Treatment(row.treatment)))
            session.flush()
            return _done(Act.BROCHURE_EDITED, session, row)

    def archive(self, brochure_id: int) -> Done:
        """Offer a brochure no more; compositions leave it out. Raises `Refused`:
        NO_SUCH_BROCHURE."""
        with self._transactions.command(Act.BROCHURE_ARCHIVED) as session:
            row = _found(session, brochure_id)
            row.archived_on = row.archived_on or self._transactions.today()
            session.flush()
            return _done(Act.BROCHURE_ARCHIVED, session, row)

    def restore(self, brochure_id: int) -> Done:
        """Offer an archived brochure again; raises `Refused(NO_SUCH_BROCHURE)`."""
        with self._transactions.command(Act.BROCHURE_RESTORED) as session:
            row = _found(session, brochure_id)
            row.archived_on = None
            session.flush()
            return _done(Act.BROCHURE_RESTORED, session, row)

    def all(self) -> tuple[BrochureRow, ...]:
        """Those in use by title, then the archived ones."""
        with self._transactions.reading() as session:
            return tuple(_row(each) for each in brochures.everything(session))

    def preview(self, brochure_id: int) -> bytes:
        """The cleaned file; raises `Refused(NO_SUCH_BROCHURE)`."""
        with self._transactions.reading() as session:
            return _content(session, _found(session, brochure_id))


def printed(session: Session, ids: Iterable[int]) -> tuple[PrintedBrochure, ...]:
    """The brochures of these ids as folders take them; archived ones are left out."""
    found = []
    for row in brochures.in_use(session, ids):
        file = session.get(StoredFile, row.file_id)
        if file is None:
            raise Unavailable(Trouble.BROCHURE_UNREADABLE)
        found.append(
            PrintedBrochure(
                row.id,
                _draft(row),
                row.pages,
                Treatment(row.treatment),
                f"{row.id}:{file.sha256}",
                file.content,
            )
        )
    return tuple(found)


def _found(session: Session, brochure_id: int) -> Brochure:
    row = session.get(Brochure, brochure_id)
    if row is None:
        raise Refused(Reason.NO_SUCH_BROCHURE, id=brochure_id)
    return row


def _content(session: Session, row: Brochure) -> bytes:
    try:
        return stored.content(session, row.file_id)
    except KeyError:
        raise Unavailable(Trouble.BROCHURE_UNREADABLE) from None


def _checked(draft: BrochureDraft, treatment: Treatment) -> BrochureDraft:
    checks.storable(draft)
    title, alt = " ".join(draft.title.split()), " ".join(draft.alt.split())
    checks.not_blank(title, "title")
    if draft.language:
        checks.language(draft.language)
    if treatment is not Treatment.TAGGED and not alt:
        raise Refused(Reason.ALT_MISSING, "alt")
    return BrochureDraft(title, draft.language, alt, " ".join(draft.publisher.split()))


def _write(row: Brochure, draft: BrochureDraft) -> None:
    row.title, row.language = draft.title, draft.language
    row.alt, row.publisher = draft.alt, draft.publisher


def _draft(row: Brochure) -> BrochureDraft:
    return BrochureDraft(row.title, row.language, row.alt, row.publisher)


def _row(row: Brochure) -> BrochureRow:
    known = {each.value: each for each in Removed}
    return BrochureRow(
        row.id,
        _draft(row),
        row.pages,
        Treatment(row.treatment),
        frozenset(known[code] for code in row.removed.split() if code in known),
        row.added_on,
        row.archived_on,
    )


def _done(act: Act, session: Session, row: Brochure) -> Done:
    facts = {"id": str(row.id), "name": row.title}
    return Done(act, _TOUCHED, batch_of(session), None, facts)
