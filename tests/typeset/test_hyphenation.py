"""Hyphens of words in languages that have them."""

from __future__ import annotations

import pyphen
import pytest

from app.typeset import hyphenation


def parted(word: str, lang: str) -> str:
    places = hyphenation.places(word, lang)
    return "-".join(word[a:b] for a, b in zip((0, *places), (*places, len(word)), strict=True))


@pytest.mark.parametrize(
    ("word", "lang", "found"),
    [
        ("Wohnungsgeberbestätigung", "de", "Wohnungs-ge-ber-be-stä-ti-gung"),
        ("Aufenthaltserlaubnis", "de-x-leicht", "Aufent-halts-er-laubnis"),
        ("verblijfsvergunning", "nl", "verblijfs-ver-gun-ning"),
        ("реєстрація", "uk", "реєст-рація"),
        ("Anmeldung", "de", "Anmel-dung"),
        ("Behörden", "de", "Behörden"),
        ("ٱلإقامة", "ar", "ٱلإقامة"),
        ("अपार्टमेंट", "hi", "अपार्टमेंट"),
        ("Wohnungsgeberbestätigung", "", "Wohnungsgeberbestätigung"),
    ],
)
def test_a_word_is_parted_where_its_language_parts_it(word: str, lang: str, found: str) -> None:
    assert parted(word, lang) == found


@pytest.mark.parametrize("lang", ["de", "en", "fr", "pl", "uk", "ro"])
def test_the_patterns_are_read_as_their_own_library_reads_them(lang: str) -> None:
    words = [
        "Krankenversicherungskarte",
        "administration",
        "documentation",
        "ubezpieczenia",
        "реєстрація",
        "înregistrarea",
        "Straßenverkehrsamt",
        "Schulanmeldung",
        "enregistrement",
        "przedszkolnego",
    ]
    library = pyphen.Pyphen(
        lang=pyphen.language_fallback(lang),
        left=hyphenation.BEFORE,
        right=hyphenation.AFTER,
    )
    assert [list(hyphenation.places(word, lang)) for word in words] == [
        [int(place) for place in library.positions(word)] for word in words
    ]
