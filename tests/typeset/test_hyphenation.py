"""Hyphens of words in languages that have them."""

from __future__ import annotations

import pyphen
import pytest

from app.typeset import hyphenation


def parted(word: str, lang: str) -> str:
    """The word with "|" at its seams and "-" at other places."""
    marks = {place: "|" if seam else "-" for place, seam in hyphenation.places(word, lang)}
    return "".join(marks.get(place, "") + letter for place, letter in enumerate(word))


@pytest.mark.parametrize(
    ("word", "lang", "found"),
    [
        ("Wohnungsgeberbestätigung", "de", "Wohnungs|geber|bestä-ti-gung"),
        ("Integrationskurs", "de", "Integra-tions|kurs"),
        ("Gesundheitsamt", "de", "Gesund-heits|amt"),
        ("Aufenthaltserlaubnis", "de-x-leicht", "Aufent-halts|erlaubnis"),
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


def test_a_seam_that_is_not_certain_must_be_one_of_the_patterns_too() -> None:
    for word in ("Zwirbelstraße", "Zwirbelsbescheinigung", "Quaddelpflegerin"):
        patterned = hyphenation.patterned(word, "de")
        assert {place for place, _ in hyphenation.places(word, "de")} <= set(patterned)


@pytest.mark.parametrize(
    ("word", "lang", "may_be"),
    [
        ("Ziegelmeisterdiek", "de", True),
        ("Aufenthaltserlaubnis", "de", False),
        ("unverzüglich", "de", False),
        ("Wojciechowskiego", "pl", True),
        ("ubezpieczenia", "pl", False),
    ],
)
def test_a_capital_may_say_a_name(word: str, lang: str, may_be: bool) -> None:
    assert hyphenation.may_be_name(word, lang) is may_be


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
    assert [list(hyphenation.patterned(word, lang)) for word in words] == [
        [int(place) for place in library.positions(word)] for word in words
    ]
