"""Names of files that are handed out: they say which case, never whose."""

from __future__ import annotations

from datetime import date
from enum import Enum

from app.content.languages import OFFICE_LANGUAGE


class FileKind(Enum):
    """What the file holds; the value begins its name."""

    FOLDER = "Mappe"
    EXCHANGE = "Austauschblaetter"
    BOOKLET = "Heft"


def proposed(
    case_id: int,
    language: str,
    *,
    bilingual: bool,
    on: date,
    kind: FileKind = FileKind.FOLDER,
) -> str:
    """ "Mappe_00012_uk-de_2026-11-29.pdf": the number of the case in five digits, the languages as
    BCP 47 tags, the day; ASCII alone, so that every archive takes it."""
    both = bilingual and language != OFFICE_LANGUAGE
    languages = f"{language}-{OFFICE_LANGUAGE}" if both else language
    return f"{kind.value}_{case_id:05d}_{languages}_{on.isoformat()}.pdf"
