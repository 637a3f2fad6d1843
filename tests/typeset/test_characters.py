"""What of a text reaches a font."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.typeset.characters import printable


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("Müller", "Müller"),
        ("a\tb", "a b"),
        ("a\r\nb\u2028c", "a\nb\nc"),
        ("a\x00b\x1bc\x7f", "abc"),
        ("a\ud800b", "a\ufffdb"),
        ("\u202ea\u2066b\u2069\u200f", "ab"),
        ("\ufeffa\ufffe\ufdd0", "a\ufffd\ufffd"),
        ("e\u0301", "é"),
        ("a\u202fb", "a\u00a0b"),
        ("👍\ufe0f", "👍"),
        ("ن\u200cم", "ن\u200cم"),
        ("a" + "\u0351" * 30, "a" + "\u0351" * 4),
    ],
)
def test_controls_and_their_like_are_neutralised(typed: str, set_: str) -> None:
    assert printable(typed) == set_


@given(st.text(st.characters()))
def test_no_control_and_no_surrogate_is_left(text: str) -> None:
    for character in printable(text):
        assert character == "\n" or unicodedata.category(character) not in ("Cc", "Cs")
        assert unicodedata.bidirectional(character) not in (
            "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
        )  # fmt: skip
