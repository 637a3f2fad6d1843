"""Seams of German compounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.typeset import hyphenation, seams

COMPOUNDS = [
    word
    for line in (Path(__file__).parent / "compounds.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
]


def parted(word: str) -> str:
    found = seams.parts(word).seams
    return "|".join(word[a:b] for a, b in zip((0, *found), (*found, len(word)), strict=True))


def test_compounds_part_at_their_seams_and_nowhere_else() -> None:
    assert len(COMPOUNDS) > 200
    assert [parted(word.replace("|", "")) for word in COMPOUNDS] == COMPOUNDS


@pytest.mark.parametrize(
    "word",
    ["Urinstinkt", "Blumentopferde", "Anmeldung", "Bescheinigung", "Wachstube", "Erblasser"],
)
def test_what_only_looks_like_parts_gets_no_seam(word: str) -> None:
    assert parted(word) == word


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("Zwirbelstraße", "Zwirbel|straße"),
        ("Pflegequux", "Pflegequux"),
        ("Versicherungsquux", "Versicherungs|quux"),
        ("Hygieneschumpel", "Hygiene|schumpel"),
        ("Wohnungsgeberbestätigungen", "Wohnungs|geber|bestätigungen"),
        ("krankenversicherungspflichtig", "kranken|versicherungs|pflichtig"),
    ],
)
def test_a_word_known_in_part_shows_the_seam_that_is_certain(word: str, found: str) -> None:
    assert parted(word) == found


def test_a_word_made_of_parts_is_known_and_a_name_is_not() -> None:
    known = ["Aufenthaltserlaubnis", "Behörden", "Freundlichkeit", "Verträge"]
    names = ["Zwirbelstraße", "Musterfehn", "Haddadzadeh", "Papenburg"]
    assert [word for word in known if not seams.parts(word).known] == []
    assert [word for word in names if seams.parts(word).known] == []


def test_within_a_part_no_scrap_is_left() -> None:
    for word in ("Integrationskurs", "Informationsbrief", "Kombinationstarif"):
        places = hyphenation.places(word, "de")
        cut = next(place for place, seam in places if seam)
        assert all(cut - place > 3 for place, _ in places if place < cut)
