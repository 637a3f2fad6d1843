"""What a clerk should know of each chapter, short in its row and whole below it. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from app.records.compositions import ChapterKind
from app.records.folders import Finding, FindingCode
from ui.folder import finding_words
from ui.folder.chapter_rows import Hint
from ui.folder.finding_words import SHORT
from ui.page import TEXTS

_TRANSLATED = (FindingCode.NOT_TRANSLATED, FindingCode.WORDS_NOT_TRANSLATED)


def hints(
    found: Sequence[Finding], case_id: int, language: str
) -> dict[ChapterKind, tuple[Hint, ...]]:
    """The findings of each chapter, those that ask for something first."""
    by_chapter: dict[ChapterKind, list[Finding]] = {}
    for each in found:
        by_chapter.setdefault(each.chapter, []).append(each)
    return {
        chapter: tuple(
            _hint(each, case_id, language)
            for each in sorted(listed, key=lambda each: each.code not in SHORT)
        )
        for chapter, listed in by_chapter.items()
    }


def _hint(found: Finding, case_id: int, language: str) -> Hint:
    tab, row = _lead(found, case_id, language)
    code = found.code.value if found.code in SHORT else ""
    return Hint(code, finding_words.sentence(found), tab, row)


def _lead(found: Finding, case_id: int, language: str) -> tuple[str, object]:
    """The tab where it is mended, and what is shown there."""
    if found.provider_id is not None:
        return "providers", found.provider_id
    if found.code in _TRANSLATED:
        return "templates", f"{TEXTS}:{language}"
    if found.code is FindingCode.UNPROVEN:
        return "templates", ""
    return "candidates", case_id
