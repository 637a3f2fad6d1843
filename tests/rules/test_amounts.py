"""Amounts and numbers as Germans write them: read as meant, or not at all."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules import amounts


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.500", 150_000),
        ("1.5", 150),
        ("1 500,00 €", 150_000),
        ("EUR 65", 6_500),
        ("65.-", 6_500),
        ("65,--", 6_500),
        ("999.999.999,99", 99_999_999_999),
    ],
)
def test_an_amount_is_read(text, value):
    assert amounts.cents(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "€",
        "0.500",
        "01.500",
        "1'500",
        "1,500",
        "1,500.00",
        "1.000.000.000",
        "9" * 10,
        "1e3",
        "٣",
    ],
)
def test_what_may_be_meant_otherwise_is_no_amount(text):
    with pytest.raises(ValueError, match=re.escape(text)):
        amounts.cents(text)


@pytest.mark.parametrize("text", ["0.500", "1.5", "1.000.000.000", "1 500", "-1", "٣"])
def test_what_may_be_meant_otherwise_is_no_number(text):
    with pytest.raises(ValueError, match=re.escape(text)):
        amounts.number(text)


@given(st.integers(0, 10**9 - 1), st.sampled_from([".", " ", "\u00a0", "\u202f", ""]))
def test_every_amount_grouped_is_read_back(euro, between):
    assert amounts.cents(f"{euro:,}".replace(",", between)) == euro * 100


@pytest.mark.parametrize(
    ("text", "value"), [("72,4 m²", 72), ("72.4", 72), ("1.200 qm", 1200), ("120m2", 120)]
)
def test_an_area_is_read_in_whole_square_metres(text, value):
    assert amounts.square_metres(text) == value


@pytest.mark.parametrize("text", ["72.375", "rund 70", "1e3", "123456"])
def test_what_is_no_area_is_told(text):
    with pytest.raises(ValueError, match=re.escape(text)):
        amounts.square_metres(text)
