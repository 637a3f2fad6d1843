"""Names of files that are handed out: number, language, day, and nobody's name."""

from __future__ import annotations

from datetime import date

import pytest

from app.folder.file_names import FileKind, proposed

DAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("language", "bilingual", "kind", "name"),
    [
        ("de", False, FileKind.FOLDER, "Mappe_00012_de_2026-11-29.pdf"),
        ("uk", True, FileKind.FOLDER, "Mappe_00012_uk-de_2026-11-29.pdf"),
        ("de", True, FileKind.FOLDER, "Mappe_00012_de_2026-11-29.pdf"),
        ("de-x-leicht", False, FileKind.BOOKLET, "Heft_00012_de-x-leicht_2026-11-29.pdf"),
        ("ar", False, FileKind.EXCHANGE, "Austauschblaetter_00012_ar_2026-11-29.pdf"),
    ],
)
def test_a_name_says_case_language_and_day(language, bilingual, kind, name):
    assert proposed(12, language, bilingual=bilingual, on=DAY, kind=kind) == name


def test_the_number_is_not_cut():
    assert "_123456_" in proposed(123456, "de", bilingual=False, on=DAY)
