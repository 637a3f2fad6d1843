"""What a folder's file is called: case number, language, day. Names of people are in no file name,
as it is seen by whoever passes the list of files."""

from __future__ import annotations

from datetime import date
from enum import Enum

from app.content.languages import OFFICE_LANGUAGE


class FileKind(Enum):
    """What the file holds; the value stands at the end of its name."""

    FOLDER = ""
    EXCHANGE = "_austausch"
    BOOKLET = "_heft"


def proposed(
    case_id: int,
    language: str,
    bilingual: bool,  # noqa: FBT001 - it is one of the parts of the name
    on: date,
    kind: FileKind = FileKind.FOLDER,
) -> str:
    """00042_ar-de_2026-11-29.pdf; `language` as in BCP 47, `bilingual` with German beside it."""
    beside = f"-{OFFICE_LANGUAGE}" if bilingual and language != OFFICE_LANGUAGE else ""
    return f"{case_id:05d}_{language}{beside}_{on:%Y-%m-%d}{kind.value}.pdf"
