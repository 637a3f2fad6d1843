"""Every reason of exchange sheets has German words."""

from __future__ import annotations

import pytest

from app.records.exchanges import Anew, SheetChange, Why
from app.records.folders import PrintKind
from ui.folder import exchange_words


@pytest.mark.parametrize(
    ("words", "codes"),
    [(exchange_words.WHY, Why), (exchange_words.ANEW, Anew), (exchange_words.KINDS, PrintKind)],
)
def test_every_code_has_words(words, codes):
    assert set(words) == set(codes)
    assert all(words.values())


def test_a_change_names_chapter_pages_and_reason():
    changed = SheetChange("checklist", 1, Why.CHANGED, 4, "Ihre Checkliste", ("4–1", "4–2"), ())
    gone = SheetChange("cover", 1, Why.GONE, 0, "Willkommen", (), ())
    assert exchange_words.change(changed) == "Ihre Checkliste, 4–1 und 4–2: geändert"
    assert exchange_words.change(gone) == "Willkommen: entfällt"
