"""Breaking lines: width, glue, hyphens, long words, direction."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.typeset.blocks import Run
from app.typeset.characters import printable
from app.typeset.lines import Breaker, Line
from app.typeset.styles import TABLE, TEXT
from tests.typeset import samples


def broken(*runs: Run | str, width: float = 50.0, rtl: bool = False, lang: str = "") -> list[Line]:
    given_runs = tuple(Run(run) if isinstance(run, str) else run for run in runs)
    return Breaker(samples.faces()).lines(given_runs, TEXT, width, rtl=rtl, lang=lang)


def said(line: Line) -> str:
    return " ".join(word.text for part in line.segments for word in part.words)


def test_an_empty_text_has_no_lines() -> None:
    assert broken("") == []
    assert broken(" \n ") == []


def test_no_line_is_wider_than_its_column() -> None:
    lines = broken("Wohnungsgeberbestätigung und Meldebescheinigung " * 9)
    assert len(lines) > 5
    assert all(line.width <= 50 for line in lines)


def test_runs_without_a_space_between_them_are_not_parted() -> None:
    lines = broken("Das ist eine lange Zeile mit ", Run("Rechenhilfe", bold=True), ", klar.")
    found = [said(line) for line in lines]
    assert any("Rechenhilfe ," in line for line in found)
    assert not any(line.startswith(",") for line in found)
    glued = next(p for line in lines for p in line.segments if p.words[0].text == "Rechenhilfe")
    assert glued.space is False


def test_a_soft_hyphen_shows_only_where_the_line_ends() -> None:
    assert said(broken("Silben\u00adtrennung", width=80)[0]) == "Silbentrennung"
    narrow = broken("Silben\u00adtrennung", width=20)
    assert [said(line) for line in narrow] == ["Silben\u00ad", "trennung"]
    assert narrow[0].segments[-1].space is False


def test_a_word_may_go_on_behind_its_hyphen() -> None:
    lines = broken("Vermieter-Bestätigung", width=30)
    assert [said(line) for line in lines] == ["Vermieter-", "Bestätigung"]


def test_an_address_parts_at_its_signs_and_says_no_space_there() -> None:
    lines = broken("https://www.example.org/willkommen/familie?nummer=12", width=45)
    assert len(lines) > 1
    assert "".join(said(line) for line in lines).endswith("nummer=12")
    assert all(line.segments[-1].space is False for line in lines)
    assert said(lines[0])[-1] in "/.?&=_-:"


def test_two_hundred_letters_stay_in_the_column() -> None:
    lines = broken("A" * 200)
    assert "".join(said(line) for line in lines) == "A" * 200
    assert all(line.width <= 50 for line in lines)


def test_a_line_end_of_the_text_is_kept() -> None:
    assert [said(line) for line in broken("eins\nzwei")] == ["eins", "zwei"]


def test_a_name_from_the_right_keeps_its_words_in_order_inside_german() -> None:
    (line,) = broken("Frau أميرة حدّاد kommt", width=150)
    drawn = [word.text for part in line.segments for word in part.words]
    assert drawn == ["Frau", "حدّاد", "أميرة", "kommt"]


@pytest.mark.parametrize("lang", ["", "de"])
@pytest.mark.parametrize("width", [60.0, 73.0, 88.0])
def test_the_quick_way_breaks_as_the_full_one(width: float, lang: str) -> None:
    text = "Bitte bringen Sie alle Pässe und die Bestätigung des Vermieters zum Termin mit. " * 4
    faces = samples.faces()
    breaker = Breaker(faces)
    quick = breaker._quick((Run(text),), TABLE, width, lang)
    full = breaker._broken((Run(text),), TABLE, width, rtl=False, lang=lang)
    assert quick is not None
    assert [said(line) for line in quick] == [said(line) for line in full]
    assert [line.width for line in quick] == pytest.approx([line.width for line in full])


def test_a_long_word_is_hyphenated_where_its_language_parts_it() -> None:
    (one, two) = broken("Wohnungsgeberbestätigung", width=36, lang="de")
    assert (said(one), said(two)) == ("Wohnungsgeber\u00ad", "bestätigung")
    assert one.segments[-1].space is False
    assert len(broken("Wohnungsgeberbestätigung", width=36)[0].segments[0].words[0].text) > 14


def test_a_word_is_hyphenated_only_where_the_line_would_be_short() -> None:
    short = broken("Ihre Wohnungsgeberbestätigung", width=50, lang="de")
    assert said(short[0]) == "Ihre Wohnungsgeberbe\u00ad"
    full = broken("Ihre ganze große Wohnungsgeberbestätigung", width=50, lang="de")
    assert said(full[0]) == "Ihre ganze große"


def test_a_name_is_hyphenated_only_where_it_would_not_fit() -> None:
    name = broken("Hinnerk Ziegelmeisterdeich", width=40, lang="de")
    assert [said(line) for line in name] == ["Hinnerk", "Ziegelmeisterdeich"]
    narrow = broken("Hinnerk Ziegelmeisterdeich", width=30, lang="de")
    assert said(narrow[-2]).endswith("\u00ad")
    words = broken("der Ziegelmeisterdeich", width=40, lang="de")
    assert said(words[0]) == "der Ziegelmeister\u00ad"


@pytest.mark.parametrize(
    "word", ["kontakt@wohnungsgeberverband.example", "WOHNUNGSGEBERVERBAND", "Wohnungs\u00adgeber"]
)
def test_addresses_capitals_and_words_with_soft_hyphens_get_no_other(word: str) -> None:
    lines = broken(word, width=30, lang="de")
    hyphens = [said(line) for line in lines if said(line).endswith("\u00ad")]
    assert hyphens == (["Wohnungs\u00ad"] if "\u00ad" in word else [])


def test_a_run_is_hyphenated_in_its_own_language() -> None:
    term = Run("Wohnungsgeberbestätigung", lang="de")
    assert said(broken(term, width=36, lang="ar", rtl=True)[0]).endswith("\u00ad")


def test_a_paragraph_of_law_stays_in_one_line() -> None:
    for width in range(30, 60):
        for line in broken("gemeldet nach § 17 Abs. 1 BMG am 0171 39200 34", width=width):
            assert not said(line).endswith(("§", "Abs.", "0171", "39200"))


def test_a_line_may_end_inside_a_word_where_the_standard_allows_it() -> None:
    text = "Das steht in Kapitel Eins/Zwei/Drei/Vier und im Anhang"
    found = [said(line) for line in broken(text, width=50)]
    assert found == ["Das steht in Kapitel Eins/", "Zwei/Drei/Vier und im", "Anhang"]


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=60), st.floats(min_value=4.0, max_value=60.0))
def test_whatever_is_typed_fits_and_loses_nothing(text: str, width: float) -> None:
    lines = broken(text, width=width)
    for line in lines:
        letters = sum(len(word.text) for part in line.segments for word in part.words)
        assert line.width <= width + 0.01 or letters <= 8
    visible = [c for c in printable(text) if c not in " \n\u00ad\u200b\u00a0"]
    drawn = [c for line in lines for c in said(line) if c not in " \u00ad"]
    assert sorted(drawn) == sorted(visible)
