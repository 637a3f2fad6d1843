"""Files kept as they are, each once, under the SHA-256 of its bytes."""

from __future__ import annotations

import hashlib

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.tables.all import metadata
from db.tables.composition import StoredFile


def keep(session: Session, content: bytes) -> int:
    """The id under which these bytes lie; what is there already is not written again."""
    digest = hashlib.sha256(content).hexdigest()
    known = session.scalar(select(StoredFile.id).where(StoredFile.sha256 == digest))
    if known is not None:
        return known
    row = StoredFile(sha256=digest, content=content)
    session.add(row)
    session.flush()
    return row.id


def content(session: Session, file_id: int) -> bytes:
    """The bytes of a kept file. Raises `KeyError` where it was forgotten."""
    found = session.scalar(select(StoredFile.content).where(StoredFile.id == file_id))
    if found is None:
        raise KeyError(file_id)
    return found


def forget(session: Session, file_id: int) -> bool:
    """Erase a file for good, unless something still points at it; whether it went."""
    for table in metadata.sorted_tables:
        for key in table.foreign_keys:
            if key.column.table.name == StoredFile.__tablename__:
                column = key.parent
                if session.scalar(select(column).where(column == file_id).limit(1)) is not None:
                    return False
    row = session.get(StoredFile, file_id)
    if row is None:
        return False
    session.delete(row)
    session.flush()
    return True
