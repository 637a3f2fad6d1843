"""A folder written to a file, with all that is told and kept of it."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import Trouble, Unavailable
from app.folder.compositions import written
from app.folder.editions import ALONE, Edition, Extras
from app.progress import Steps
from app.records.folders import FolderMade

if TYPE_CHECKING:
    from app.folder.build import Composer

_log = logging.getLogger(__name__)


def write(
    composer: Composer, edition: Edition, fonts: Path, path: Path, extras: Extras = ALONE
) -> Steps[FolderMade]:
    """Write the file, replacing what lies at `path` only when all is done. Raises `Unavailable`
    as `build`, and CANNOT_READ where it cannot be read back."""
    from app.folder.build import build  # ReportLab only where a folder is made
    from app.folder.kept import packed

    built = yield from build(edition.contents, edition.phrases, fonts, path, composer, extras)
    if built.unequal:
        _log.warning("chapters not beside each other: %s", built.unequal)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Unavailable(Trouble.CANNOT_READ, path) from error
    return FolderMade(
        path=path,
        language=edition.contents.language,
        pages=built.pages,
        sheets=built.sheets,
        not_printable=built.not_printable,
        sha256=hashlib.sha256(content).hexdigest(),
        fonts_missing=built.fonts_missing,
        unequal=built.unequal,
        bilingual=extras.beside is not None,
        content=content if built.record else b"",
        record=packed(built.record) if built.record else b"",
        composition=written(extras.composition) if built.record else "",
    )
