"""Breaking lines: width, glue, hyphens, long words, direction."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.typeset.blocks import Run
from app.typeset.characters import printable
from app.typeset.lines import Breaker, Line
from app.typeset.styles import (
    CHAPTER_TITLE,
    GREETING,
    H1,
    HEAD,
    NAME,
    NAMES,
    ROW_TITLE,
    TABLE,
    TABLE_BOLD,
    TEXT,
    Type,
    keeping_words,
)
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
    short = broken("Ihre Wohnungsgeberbestätigung gilt", width=56, lang="de")
    assert said(short[0]) == "Ihre Wohnungsgeber\u00ad"
    full = broken("Ihre ganze große Wohnungsgeberbestätigung", width=56, lang="de")
    assert said(full[0]) == "Ihre ganze große"


def test_a_seam_goes_before_a_place_that_fills_the_line_more() -> None:
    lines = broken("Ein Integrationskurs hilft", width=34, lang="de")
    assert [said(line) for line in lines] == ["Ein Integrations\u00ad", "kurs hilft"]
    lines = broken("Das Verwaltungsgericht hier", width=30, lang="de")
    assert [said(line) for line in lines] == ["Das Verwal\u00ad", "tungsgericht", "hier"]
    wide = broken("Fiktionsbescheinigung", width=40, lang="de")
    assert [said(line) for line in wide] == ["Fiktions\u00ad", "bescheinigung"]


def test_a_compound_is_parted_within_its_parts_only_where_the_line_were_half_empty() -> None:
    def first(text: str, width: float) -> str:
        return said(broken(text, width=width, lang="de")[0])

    assert first("Wir wollen Integrationskurse auch", 44) == "Wir wollen Integrations\u00ad"
    assert first("Wir wollen Integrationskurse auch", 42) == "Wir wollen Integra\u00ad"
    assert first("Wir wollen Integrationskurse auch", 40) == "Wir wollen"
    assert first("Wir wollen Anforderungen auch", 40) == "Wir wollen Anforde\u00ad"


def test_the_last_word_of_a_paragraph_stays_whole_where_it_fits() -> None:
    text = "Ihre Aufenthaltserlaubnis"
    assert [said(line) for line in broken(text, width=46, lang="de")] == text.split()
    (one, two) = broken(f"{text} auch", width=46, lang="de")
    assert (said(one), said(two)) == ("Ihre Aufenthalts\u00ad", "erlaubnis auch")
    lines = broken(f"{text}\nmehr", width=46, lang="de")
    assert [said(line) for line in lines] == [*text.split(), "mehr"]


def test_no_more_than_two_hyphens_stand_below_each_other() -> None:
    word = "unterschiedlichsten"
    for width in range(38, 60):
        lines = broken(f"{word} " * 14 + "Ende", width=width, lang="de")
        ends = "".join("-" if said(line).endswith("\u00ad") else "." for line in lines)
        assert "---" not in ends
    wide = broken("Donaudampfschifffahrtsgesellschaftsunterlage", width=20, lang="de")
    assert sum(said(line).endswith("\u00ad") for line in wide) > 2


def test_headings_and_names_keep_their_words_whole_where_these_fit() -> None:
    words = (Run("Ihre Wohnungsgeberbestätigung gilt"),)
    breaker = Breaker(samples.faces())
    whole = breaker.lines(words, keeping_words(TEXT), 56, lang="de")
    parted = breaker.lines(words, TEXT, 56, lang="de")
    assert said(whole[0]) == "Ihre"
    assert said(parted[0]) == "Ihre Wohnungsgeber\u00ad"
    narrow = breaker.lines(words, keeping_words(TEXT), 36, lang="de")
    assert [said(line) for line in narrow] == ["Ihre Wohnungs\u00ad", "geberbestätigung", "gilt"]
    styles = (H1, HEAD, CHAPTER_TITLE, NAME, NAMES, GREETING)
    assert all(style.whole for style in styles)


def test_a_name_is_hyphenated_only_where_it_would_not_fit() -> None:
    text = "der Hinnerkmeisterdiek von da"
    name = broken(text, width=42, lang="de")
    assert said(name[0]) == "der"
    assert any(said(line).endswith("\u00ad") for line in broken(text, width=30, lang="de"))
    word = broken("der Ziegelmeisterdeich von da", width=40, lang="de")
    assert said(word[0]) == "der Ziegelmeister\u00ad"


def test_a_german_term_in_another_language_stays_whole_where_it_fits() -> None:
    text = "permis de séjour (Aufenthaltserlaubnis) à apporter"
    for width in range(46, 80):
        lines = [said(line) for line in broken(text, width=width, lang="fr")]
        assert any("(Aufenthaltserlaubnis)" in line for line in lines)
    narrow = [said(line) for line in broken(text, width=36, lang="fr")]
    assert "(Aufenthalts\u00ad" in " ".join(narrow)
    small = "examen (betriebsärztlicher Dienst) de plus"
    assert not any(
        said(line).endswith("\u00ad")
        for width in range(40, 80)
        for line in broken(small, width=width, lang="fr")
    )
    several = "carte (Antrag auf Wohnungsgeberbestätigung hier) et plus"
    assert "Wohnungsgeber\u00ad bestätigung" in " ".join(
        said(line) for line in broken(several, width=40, lang="en")
    )


def test_a_term_without_brackets_is_german_where_german_parts_make_it() -> None:
    (one, two) = broken("Fiktionsbescheinigung", width=40, lang="pl")
    assert (said(one), said(two)) == ("Fiktions\u00ad", "bescheinigung")
    russian = [said(line) for line in broken("это Fiktionsbescheinigung там", width=46, lang="ru")]
    assert russian == ["это", "Fiktionsbescheinigung", "там"]


@pytest.mark.parametrize("style", [ROW_TITLE, TABLE_BOLD])
@pytest.mark.parametrize("width", [38.0, 52.0, 58.0, 66.0])
@pytest.mark.parametrize("lang", ["ar", "pl", "en", "uk", "de", ""])
def test_no_bracket_stands_alone(style: Type, width: float, lang: str) -> None:
    term = "(Wohnungsgeberbestätigung)"
    titles = [
        [Run(f"potwierdzenie {term}")],
        [Run(f"{term} و"), Run("أكثر")],
        [Run("подтверждение ("), Run("Wohnungsgeberbestätigung", lang="de"), Run(") там")],
        [Run(f"{'x' * 9} {term}, ale")],
        [Run("(Übereinstimmungsbescheinigung)"), Run(term, bold=True)],
    ]
    for runs in titles:
        lines = Breaker(samples.faces()).lines(runs, style, width, rtl=lang == "ar", lang=lang)
        for line in lines:
            assert any(map(str.isalnum, said(line)))
            assert not said(line).startswith(")")
            assert line.width <= width


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
