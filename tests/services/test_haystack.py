"""Searching in memory finds what the folded words say, in the list's order."""

from __future__ import annotations

from array import array
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.haystack import Haystack
from db.folding import search_text, words

TEXTS = {
    7: "Kita Möwennest, Norden, Arabisch",
    3: "Grundschule Süd, Aurich",
    9: "Müller & Söhne Umzüge, Norden 04931 12345",
    4: "Kinderkrippe Nordlicht",
}


def hay(texts=TEXTS):
    return Haystack(
        array("q", texts), {each: f" {search_text(text)}" for each, text in texts.items()}
    )


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("nord", [7, 9, 4]),
        ("n", [7, 9, 4]),
        ("no ki", [7, 4]),
        ("krippe", [4]),
        ("ippe", [4]),
        ("pp", []),
        ("MÖWE", [7]),
        ("moewe", [7]),
        ("mueller", [9]),
        ("12345", [9]),
        ("norden umzuege", [9]),
        ("norden aurich", []),
        ("…", []),
    ],
)
def test_words_are_found_folded_inside_words_and_at_their_beginning(typed, found):
    assert list(hay().search(typed)) == found


def test_a_word_never_reaches_over_the_end_of_a_text():
    texts = {1: "eins", 2: "zwei"}
    assert list(hay(texts).search("nszw")) == []
    assert list(hay(texts).search("eins zwei")) == []


def test_the_first_finds_need_no_look_at_the_rest():
    found = hay(dict.fromkeys(range(1, 1001), "kita")).search("kita")
    assert list(islice(found, 3)) == [1, 2, 3]
    assert len(list(found)) == 997


@given(
    st.dictionaries(st.integers(1, 50), st.text("abä -ß1", max_size=12), max_size=8),
    st.text("abä -ß1", max_size=6),
)
def test_it_agrees_with_looking_at_each_text(texts, typed):
    asked = words(typed)

    def holds(text):
        kept = words(text)
        return all(
            any(word in each if len(word) >= 3 else each.startswith(word) for each in kept)
            for word in asked
        )

    expected = [each for each, text in texts.items() if asked and holds(text)]
    assert list(hay(texts).search(typed)) == expected
