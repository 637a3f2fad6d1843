"""What the office reads of values of schools in a list: its words, never a code."""

from __future__ import annotations

from datetime import date

import pytest

from app.records.importing import FieldChange
from app.records.imports import Note, NoteCode
from app.rules.school_matching import AllDay, SchoolType
from ui import import_words, wording


@pytest.mark.parametrize(
    ("field", "before", "after", "said"),
    [
        ("school_type", SchoolType.OTHER, SchoolType.PRIMARY, "→ Grundschule"),
        ("school_all_day", AllDay.UNKNOWN, AllDay.BOUND, "Ganztag: – → gebunden"),
        ("school_all_day_osm", "", "Mo-Th 13:00-15:30", "Ganztagszeit: – → Mo–Do 13–15:30 Uhr"),
        ("school_catchment", (), ("03452019",), "nimmt Kinder aus: – → Norden"),
        ("school_languages", ("en",), ("en", "nds"), "Englisch → Englisch; Niederdeutsch"),
        ("school_german_class", None, True, "Deutschförderung: – → ja"),
        ("school_as_of", None, date(2026, 9, 1), "Schule, Stand: – → 01.09.2026"),
    ],
)
def test_a_change_is_told_in_words(field, before, after, said):
    assert said in import_words.change(FieldChange(field, before, after))


@pytest.mark.parametrize(
    ("field", "kept", "said"),
    [
        ("school_all_day", "partly_bound", "„teilgebunden“"),
        ("school_type", "gymnasium", "„Gymnasium“"),
        ("school_languages", "en, nds", "„Englisch, Niederdeutsch“"),
        ("school_catchment", "03452019, 03452001", "„Norden, Aurich“"),
        ("category", "kita", "„Kita“"),
        ("accessible", "True", "„ja“"),
        ("phone", "04931 1", "„04931 1“"),
    ],
)
def test_what_is_gone_from_a_list_is_told_in_words(field, kept, said):
    note = Note(4, "k", field, NoteCode.GONE_FROM_LIST, kept)
    assert import_words.note(note).endswith(said)
    assert wording.note(note).endswith(said)
