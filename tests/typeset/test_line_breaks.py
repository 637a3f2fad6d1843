"""The Unicode Line Breaking Algorithm against its test file, and what the house holds together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.typeset.line_breaks import _by_rule, conforming, opportunities
from tests import unicode_tables


def parts(text: str, lang: str = "de") -> list[str]:
    places = sorted(opportunities(text, lang))
    return [text[a:b] for a, b in zip([0, *places], [*places, len(text)], strict=True)]


def test_every_case_of_the_database() -> None:
    seen = 0
    for (case,) in unicode_tables.rows("auxiliary/LineBreakTest.txt"):
        fields = case.split()
        text = "".join(chr(int(point, 16)) for point in fields[1::2])
        told = {place for place, sign in enumerate(fields[0::2]) if sign == "÷"}
        seen += 1
        assert conforming(text) == told - {0, len(text)}, case
    assert seen > 7_000


@pytest.mark.parametrize("name", unicode_tables.TABLES)
def test_the_tables_are_those_of_the_database(name: str) -> None:
    kept = (unicode_tables.TYPESET / name).read_text(encoding="utf-8")
    assert kept == unicode_tables.TABLES[name](), f"Unicode {unicode_tables.version()}"


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("nach § 17 Abs. 1 BMG", "de", ["nach ", "§ 17 ", "Abs. 1 ", "BMG"]),
        ("Telefon 0171 39200 34, gern", "de", ["Telefon ", "0171 39200 34, ", "gern"]),
        ("7–13 Uhr", "de", ["7–13 Uhr"]),
        ("12,50 € im Monat", "de", ["12,50 € ", "im ", "Monat"]),
        ("z. B. eine", "de", ["z. B. ", "eine"]),
        ("Am 3. Dezember", "de", ["Am ", "3. ", "Dezember"]),
        ("(Ausländerbehörde) und", "de", ["(Ausländerbehörde) ", "und"]),
        ("Vermieter-Bestätigung", "de", ["Vermieter-", "Bestätigung"]),
        ("und/oder", "de", ["und/", "oder"]),
        ("»So« ist es", "de", ["»So« ", "ist ", "es"]),
        ("Vraiment ? « Oui » !", "fr", ["Vraiment ? ", "« Oui » !"]),
        ("اتصلوا بالرقم 0171 39200 34", "ar", ["اتصلوا ", "بالرقم ", "0171 39200 34"]),
        ("नमस्ते। दुनिया", "hi", ["नमस्ते। ", "दुनिया"]),
    ],
)
def test_what_stays_together(text: str, lang: str, found: list[str]) -> None:
    assert parts(text, lang) == found


@settings(max_examples=500)
@given(st.text(st.sampled_from("aßЖمٍ1 .,:;()!?،؛-/«\u00a0\u0301"), max_size=25))
def test_the_short_way_for_plain_text_finds_what_the_rules_find(text: str) -> None:
    assert conforming(text) == _by_rule(text)
