"""Paragraphs from the right, and stretches in them that run from the left."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.content.isolates import isolated
from app.typeset import bidi
from app.typeset.characters import settable
from app.typeset.inline import Run
from app.typeset.isolation import base_level
from app.typeset.isolation import isolated as isolated_stretches
from app.typeset.line import Line
from app.typeset.lines import Breaker
from app.typeset.styles import TEXT
from tests.typeset import samples


def broken(*runs: Run | str, width: float = 500.0, rtl: bool = True, lang: str = "") -> list[Line]:
    given_runs = tuple(Run(run) if isinstance(run, str) else run for run in runs)
    return Breaker(samples.faces()).lines(given_runs, TEXT, width, rtl=rtl, lang=lang)


def drawn(line: Line) -> str:
    """Words as they lie on the paper from left to right, each spelled as it is read."""
    segments = sorted(line.segments, key=lambda segment: segment.x)
    shown = ""
    end = 0.0
    for segment in segments:
        if segment.x > end + 0.1:
            shown += " "
        shown += " ".join(
            "".join("".join(reversed(g.text)) if g.rtl else g.text for g in word.glyphs)
            for word in segment.words
        )
        end = segment.x + segment.width
    return shown


def mirrored(text: str) -> str:
    """Arabic as it lies on the paper from left to right; signs in it as they are typed."""
    return "".join(reversed(text))


def only(*runs: Run | str, rtl: bool = True) -> str:
    (line,) = broken(*runs, rtl=rtl)
    return drawn(line)


@pytest.mark.parametrize(
    ("before", "foreign", "after"),
    [
        ("اتصلوا بالرقم ", "0171 39200 34", " الآن."),
        ("اتصلوا بالرقم ", "04941 / 12-3456", "، من فضلكم."),
        ("هاتف ", "+49 4941 123456", ""),
        ("اكتبوا إلى ", "moin@servicestelle.example", "."),
        ("انظر ", "https://www.example.org/a/b?c=1&d=2", "."),
        ("العنوان: ", "Markt 1, 26603 Aurich", "، في المدينة."),
        ("العنوان: ", "26603 Aurich", "."),
        ("العنوان: ", "Fischteichweg 7–13, 26603 Aurich", ""),
        ("حتى ", "14.12.2026", "."),
        ("حتى ", "14.12.", "!"),
        ("يوم ", "3. Dezember 2026", "، صباحًا."),
        ("الساعة ", "14:30 Uhr", "."),
        ("حسب ", "§ 17 Abs. 1 BMG", "، فورًا."),
        ("الرسوم ", "12,50 €", " لكل شخص."),
        ("خصم ", "25 %", " فقط."),
        ("رقم الطبيب ", "116 117", "؛ مجاني."),
        ("تسجيل ", "Haupt- und Nebenwohnung", " معًا"),
        ("مترجمون ", "vereidigte Übersetzer*innen", " فقط"),
    ],
)
def test_what_runs_from_the_left_is_not_turned(before: str, foreign: str, after: str) -> None:
    assert only(before + foreign + after) == mirrored(after) + foreign + mirrored(before)


def test_a_german_term_in_brackets_stands_in_them() -> None:
    seen = only("لدى مكتب الأجانب (Ausländerbehörde) في المدينة")
    assert seen == (mirrored(" في المدينة") + ")Ausländerbehörde(" + mirrored("لدى مكتب الأجانب "))


def test_times_of_an_arabic_sentence_are_read_from_the_right() -> None:
    assert only("من 8:00–12:00 ظهرًا") == mirrored(" ظهرًا") + "12:00–8:00" + mirrored("من ")
    assert only("8:00–12:00") == "12:00–8:00"


@pytest.mark.parametrize("text", ["Markt 1, 26603 Aurich", "Bitte bringen Sie alle Pässe mit."])
def test_a_paragraph_without_a_letter_from_the_right_runs_from_the_left(text: str) -> None:
    assert only(text) == text


def test_runs_keep_their_order_and_are_told_in_the_order_they_are_read() -> None:
    runs = (Run("أحضروا "), Run("جوازات السفر", bold=True), Run(" معكم."))
    (line,) = broken(*runs)
    assert [segment.run for segment in line.segments] == [0, 1, 2]
    assert [segment.space for segment in line.segments] == [True, True, False]
    first, second, third = line.segments
    assert third.x < second.x < first.x
    assert first.x + first.width == pytest.approx(line.width)
    assert third.x == 0.0


def test_a_link_is_one_stretch_whatever_it_says() -> None:
    runs = (Run("هاتف "), Run("04941/12-34 (Büro)", href="tel:+4949411234"), Run("."))
    assert only(*runs) == "." + "04941/12-34 (Büro)" + mirrored("هاتف ")


def test_values_of_a_phrase_are_set_apart() -> None:
    school = isolated("3. Kreis-Schule e.V.")
    assert only(f"مدرسة {school}، وداعًا") == (
        mirrored("، وداعًا") + "3. Kreis-Schule e.V." + mirrored("مدرسة ")
    )


def test_what_a_person_typed_to_turn_text_turns_nothing() -> None:
    typed = isolated("Ha\u202edd\u2067ad")
    assert only(f"السيدة {typed} هنا") == (mirrored(" هنا") + "Haddad" + mirrored("السيدة "))
    assert only("Ha\u202edd\u2067ad \u2069\u2068x", rtl=False) == "Haddad x"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\u2068b\u2069c", "a\u2068b\u2069c"),
        ("\u2068a\u2068b\u2069\u2069", "\u2068a\u2068b\u2069\u2069"),
        ("a\u2068b", "ab"),
        ("a\u2069b\u2068", "ab"),
        ("\u2068a\nb\u2069", "a\nb"),
        ("\u2067a\u2069\u202e", "a"),
        ("\u2068\u202ea\x00\u2069", "\u2068a\u2069"),
    ],
)
def test_only_whole_pairs_of_isolates_reach_the_paragraph(typed: str, kept: str) -> None:
    assert settable(typed) == kept


@pytest.mark.parametrize(
    ("value", "put"),
    [
        ("أميرة", "أميرة"),
        (12, "12"),
        ("0171 39200", "0171 39200"),
        ("Aurich", "\u2068Aurich\u2069"),
        ("\u2068Aurich\u2069 و", "\u2068\u2068Aurich\u2069 و\u2069"),
        ("A\u2069b\u2068c", "\u2068Abc\u2069"),
        ("A\u200fb", "\u2068Ab\u2069"),
    ],
)
def test_a_value_is_isolated_where_it_has_letters_from_the_left(value: str | int, put: str) -> None:
    assert isolated(value) == put


def test_an_arabic_name_does_not_turn_a_german_line() -> None:
    name = mirrored("أميرة حدّاد")
    assert only("Frau أميرة حدّاد, 26603 Aurich", rtl=False) == f"Frau {name}, 26603 Aurich"
    assert only("Frau أميرة حدّاد (36), Telefon 1", rtl=False) == f"Frau {name} (36), Telefon 1"
    assert only("Herr م14 kommt", rtl=False) == "Herr 14م kommt"


def test_lines_of_a_mixed_paragraph_begin_where_they_are_read() -> None:
    text = "سجلوا محل الإقامة (Wohnsitz anmelden) لدى Bürgerbüro حتى 14.12.2026 من فضلكم " * 3
    lines = broken(text, width=60.0)
    assert len(lines) > 4
    assert all(line.width <= 60 for line in lines)
    words = [word for line in lines for part in line.segments for word in part.words]
    assert sum(word.text.count("2026") for word in words) == 3
    # The first word of the text stands at the right end of the first line.
    first = max(lines[0].segments, key=lambda part: part.x)
    assert first.words[-1].text == "سجلوا"
    assert all(line.segments[-1].space for line in lines[:-1])


def test_a_bracket_stays_with_a_term_that_is_wider_than_the_column() -> None:
    lines = broken("تأكيد السكن (Wohnungsgeberbestätigung) من", width=36.0, lang="ar")
    found = [drawn(line) for line in lines]
    assert found == [
        mirrored("تأكيد السكن"),
        "Wohnungsgeber-" + "(",
        mirrored(" من") + ")" + "bestätigung",
    ]


def test_arabic_is_never_hyphenated() -> None:
    lines = broken("المستشفيات والمؤسسات الاستشفائية", width=22.0, lang="ar")
    assert not any("\u00ad" in w.text for line in lines for p in line.segments for w in p.words)


@settings(max_examples=150, deadline=None)
@given(
    st.text(st.sampled_from("ab 12.,-/()§€\nمحد،شאב\u2068\u2069\u202e\u00ad\u200b"), max_size=40),
    st.booleans(),
    st.floats(min_value=6.0, max_value=60.0),
)
def test_nothing_is_lost_and_no_segment_lies_on_another(text: str, rtl: bool, width: float) -> None:
    lines = broken(text, rtl=rtl, width=width)
    said = "".join(w.text for line in lines for p in line.segments for w in p.words)
    kept = [c for c in settable(text) if c not in " \n\u00ad\u200b\u2068\u2069"]
    assert sorted(c for c in said if c not in " \u00ad") == sorted(kept)
    for line in (line for line in lines if line.segments):
        # what takes no room, as a zero width space does, lies on nothing
        parts = sorted(line.segments, key=lambda part: (part.x, part.width))
        assert all(one.x + one.width <= two.x + 1e-6 for one, two in pairwise(parts))
        assert parts[0].x == 0.0
        assert parts[-1].x + parts[-1].width == pytest.approx(line.width)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.text(st.sampled_from("ab12.,-/()§€محد،שא\u2068\u2069"), min_size=1), max_size=9),
    st.booleans(),
)
def test_a_line_lies_as_its_characters_are_ordered_by_the_standard(
    pieces: list[str], rtl: bool
) -> None:
    text = " ".join(settable(" ".join(pieces)).split())
    assume(not re.search("\u2068+ | \u2069+|^\u2068+$", text))
    plain = text.translate({0x2068: None, 0x2069: None})
    assume(plain == " ".join(plain.split()) and plain)
    base = base_level(plain, rtl=rtl)
    marked = isolated_stretches(text, base)
    kinds = bidi.classes(marked)
    levels = bidi.line_levels(kinds, bidi.levels(marked, kinds, base), base)
    expected = "".join(marked[place] for place in bidi.visual_order(levels))
    (line,) = broken(text, rtl=rtl, width=5000.0)
    assert drawn(line) == expected.translate(dict.fromkeys(range(0x2066, 0x206A)))
