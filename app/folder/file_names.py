"""Names of files that are handed out: they say which case, never whose."""

from __future__ import annotations

from datetime import date

from app.content.languages import OFFICE_LANGUAGE
from app.records.folders import PrintKind

_WHAT = {PrintKind.WHOLE: "Mappe", PrintKind.EXCHANGE: "Austauschblaetter"}


def proposed(
    case_id: int,
    language: str,
    *,
    bilingual: bool,
    on: date,
    kind: PrintKind = PrintKind.WHOLE,
) -> str:
    """ "Mappe_00012_uk-de_2026-11-29.pdf": the number of the case in five digits, the languages as
    BCP 47 tags, the day; ASCII alone, so that every archive takes it."""
    both = bilingual and language != OFFICE_LANGUAGE
    languages = f"{language}-{OFFICE_LANGUAGE}" if both else language
    return f"{_WHAT[kind]}_{case_id:05d}_{languages}_{on.isoformat()}.pdf"
