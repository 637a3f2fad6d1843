"""Values of foreign lists: tidied, doubted, never guessed and never lost."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.exchange import cleaning
from app.records.imports import NoteCode

TEXTS = (cleaning.line, cleaning.lines, cleaning.postcode, cleaning.phone)
TEXTS += (cleaning.email, cleaning.website)


def codes(tidy):
    return [said.code for said in tidy.said]


@pytest.mark.parametrize(
    ("raw", "value", "said"),
    [
        ("Kita Watt", "Kita Watt", []),
        (" Kita Watt ", "Kita Watt", [NoteCode.TRIMMED]),
        ("22927 ", "22927", [NoteCode.TRIMMED]),
        ("37581\xa0", "37581", [NoteCode.NBSP]),
        ("Bad\xa0Essen", "Bad Essen", [NoteCode.NBSP]),
        ("Wald\nschule", "Wald schule", [NoteCode.LINE_BREAK]),
        ("Wald \r\n schule", "Wald schule", [NoteCode.LINE_BREAK]),
        ("Am  Deich", "Am Deich", [NoteCode.BLANKS]),
        ("   ", "", [NoteCode.TRIMMED]),
        ("a\x00b", "a\ufffdb", [NoteCode.NOT_STORABLE]),
        ("half \ud800", "half \ufffd", [NoteCode.NOT_STORABLE]),
    ],
)
def test_a_line_is_trimmed_and_every_change_is_told(raw, value, said):
    tidy = cleaning.line(raw)
    assert tidy.value == value
    assert codes(tidy) == said


def test_what_was_told_leads_from_the_typed_text_to_the_kept_one():
    tidy = cleaning.line("\xa0Wald\n  schule  Nord ")
    assert tidy.said[0].before == "\xa0Wald\n  schule  Nord "
    assert tidy.said[-1].after == tidy.value == "Wald schule Nord"
    for first, second in zip(tidy.said, tidy.said[1:], strict=False):
        assert first.after == second.before


def test_a_text_of_several_lines_keeps_them():
    assert cleaning.lines(" eins\n\nzwei ").value == "eins\n\nzwei"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("2690", NoteCode.POSTCODE_ZERO_LOST),
        ("266033", NoteCode.POSTCODE_TOO_LONG),
        ("D-26603", NoteCode.POSTCODE_DOUBT),
        ("26 603", NoteCode.POSTCODE_DOUBT),
        ("٢٦٦٠٣", NoteCode.POSTCODE_DOUBT),
    ],
)
def test_a_post_code_of_another_shape_is_kept_and_doubted(raw, code):
    tidy = cleaning.postcode(raw)
    assert (tidy.value, codes(tidy)) == (raw, [code])


@pytest.mark.parametrize(
    "raw",
    [
        "04941 67513",
        "+49 4941 67513",
        "0049 4941 67513",
        "+49 (0)4941 67513",
        "04941/16-5215",
        "112",
        "116117",
        "116 117",
        "+31 20 794 0800",
        "",
    ],
)
def test_a_number_that_is_dialled_as_typed_passes(raw):
    assert codes(cleaning.phone(raw)) == []


@pytest.mark.parametrize(
    "raw",
    [
        "05382 9536O0",  # the letter O: libphonenumber drops what follows it
        "05382 95360 oder 95361",
        "+40 40 529 85-157",
        "04941 67513 Durchwahl",
        "67",
        "00",
        "Tel.",
        "٠٤٩٤١ ٦٧٥١٣",
        "0" * 400,
    ],
)
def test_a_number_that_would_not_be_dialled_is_kept_and_doubted(raw):
    tidy = cleaning.phone(raw)
    assert (tidy.value, codes(tidy)) == (raw, [NoteCode.PHONE_DOUBT])


@pytest.mark.parametrize("raw", ["a@b.de", "kita-nord@web.kita.example.org", "ä@ö.example"])
def test_an_address_with_one_at_and_a_domain_passes(raw):
    assert codes(cleaning.email(raw)) == []


@pytest.mark.parametrize("raw", ["a@b", "a.b.de", "a@b@c.de", "a b@c.de", "a@b..de", "<a@b.de>"])
def test_another_mail_address_is_doubted(raw):
    assert codes(cleaning.email(raw)) == [NoteCode.EMAIL_DOUBT]


@pytest.mark.parametrize(
    "raw", ["www.norden.de", "https://x.example/a?b=1#c", "HTTP://A.DE:8080/", "köln.example"]
)
def test_a_web_address_with_or_without_scheme_passes(raw):
    assert codes(cleaning.website(raw)) == []


@pytest.mark.parametrize("raw", ["keine", "www. norden.de", "ftp://a.de", "a@b.de", "javascript:x"])
def test_another_web_address_is_doubted(raw):
    assert codes(cleaning.website(raw)) == [NoteCode.WEBSITE_DOUBT]


@pytest.mark.parametrize(
    ("given_", "place", "said"),
    [
        (("53.58", "7.20"), (53.58, 7.2), []),
        (("53,58", " 7,20 "), (53.58, 7.2), []),
        ((53.58, 7.2), (53.58, 7.2), []),
        ((7.2, 53.58), (53.58, 7.2), [NoteCode.COORDINATES_SWAPPED]),
        ((None, 9.98756), None, [NoteCode.COORDINATES_MISSING]),
        (("", ""), None, [NoteCode.COORDINATES_MISSING]),
        ((54, 10), (54.0, 10.0), [NoteCode.COORDINATES_ROUGH]),
        ((52.37, 4.9), (52.37, 4.9), [NoteCode.COORDINATES_OUTSIDE]),
        ((0, 0), None, [NoteCode.COORDINATES_NONSENSE]),
        ((535800, 72000), None, [NoteCode.COORDINATES_NONSENSE]),
        ((float("nan"), 7.2), None, [NoteCode.COORDINATES_NONSENSE]),
        (("53° 35′", "7° 12′"), None, [NoteCode.COORDINATES_NONSENSE]),
        ((True, 7.2), None, [NoteCode.COORDINATES_NONSENSE]),
        (([], {}), None, [NoteCode.COORDINATES_NONSENSE]),
    ],
)
def test_coordinates_are_a_place_or_are_told(given_, place, said):
    tidy = cleaning.coordinates(*given_)
    assert tidy.value == place
    assert codes(tidy) == said


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        ((12, 36), (12, 36)),
        ((0, 36), (0, 36)),
        ((36, None), (36, None)),
        ((None, None), (None, None)),
        ((60, 60), (60, 60)),
        ((36, 0), (None, None)),
        ((0, 0), (None, None)),
        ((None, 0), (None, None)),
        ((84, 12), (None, None)),
        ((12, 2000), (None, None)),
    ],
)
def test_ages_nobody_can_have_count_as_unknown_and_are_told(given_, kept):
    tidy = cleaning.ages(*given_)
    assert tidy.value == kept
    assert codes(tidy) == ([] if kept == given_ else [NoteCode.AGES_NONSENSE])


@pytest.mark.parametrize(
    ("raw", "value", "fine"),
    [
        (36, 36, True),
        ("36", 36, True),
        (36.0, 36, True),
        (None, None, True),
        (" ", None, True),
        (36.5, None, False),
        (-1, None, False),
        ("drei", None, False),
        (True, None, False),
        ([3], None, False),
        ("9" * 40, None, False),
    ],
)
def test_a_whole_number_or_a_note(raw, value, fine):
    tidy = cleaning.number(raw)
    assert tidy.value == value
    assert (codes(tidy) == []) == fine


@pytest.mark.parametrize(
    ("raw", "value"),
    [(True, True), (False, False), ("ja", True), ("Nein", False), (0, False), (None, None)],
)
def test_yes_and_no_in_the_words_of_tables(raw, value):
    tidy = cleaning.yes_no(raw)
    assert (tidy.value, tidy.said) == (value, ())


def test_a_word_that_is_neither_yes_nor_no_is_told():
    tidy = cleaning.yes_no("teilweise")
    assert (tidy.value, codes(tidy)) == (None, [NoteCode.NOT_YES_NO])


@pytest.mark.parametrize(
    ("raw", "minutes"),
    [(27_000_000, 450), ("57600000", 960), (0, 0), (86_400_000, 1440), (None, None)],
)
def test_milliseconds_after_midnight_are_minutes(raw, minutes):
    tidy = cleaning.ms_after_midnight(raw)
    assert (tidy.value, tidy.said) == (minutes, ())


@pytest.mark.parametrize("raw", [86_400_001, 27_000_001, -1, "7:30", 2.5, True, [], "٧"])
def test_other_milliseconds_are_told(raw):
    tidy = cleaning.ms_after_midnight(raw)
    assert (tidy.value, codes(tidy)) == (None, [NoteCode.HOURS_NONSENSE])


@pytest.mark.parametrize(
    ("raw", "minutes"), [("7:30", 450), ("07.30 Uhr", 450), ("7", 420), ("24:00", 1440)]
)
def test_times_of_day_are_minutes(raw, minutes):
    assert cleaning.clock(raw).value == minutes


@pytest.mark.parametrize("raw", ["25:00", "7:61", "früh", "24:01"])
def test_other_times_of_day_are_told(raw):
    assert codes(cleaning.clock(raw)) == [NoteCode.HOURS_NONSENSE]


@pytest.mark.parametrize(
    ("raw", "text"),
    [("a", "a"), (None, ""), (26603.0, "26603"), (1.5, "1.5"), (7, "7"), ([1], None), ({}, None)],
)
def test_a_cell_as_text(raw, text):
    assert cleaning.as_text(raw) == text


def nothing_lost(raw, tidy):
    """Every letter and digit typed is in the value or in what is said."""
    kept = tidy.value if isinstance(tidy.value, str) else ""
    said = "".join(each.before for each in tidy.said)
    for sign in raw:
        if sign.isalnum():
            assert sign in kept or sign in said


@pytest.mark.parametrize("clean", TEXTS, ids=lambda clean: clean.__name__)
def test_hard_strings_raise_nothing_and_are_not_lost(clean, shared):
    for raw in json.loads(shared("names/naughty_strings.json").read_text("utf-8")):
        tidy = clean(raw)
        nothing_lost(raw, tidy)
        assert tidy.value == tidy.value.strip()
        assert clean(tidy.value).value == tidy.value


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec=None), max_size=40))
def test_any_text_is_kept_or_told_and_stays_when_read_again(raw):
    for clean in TEXTS:
        tidy = clean(raw)
        nothing_lost(raw, tidy)
        tidy.value.encode("utf-8")
        assert clean(tidy.value).value == tidy.value
    for read in (cleaning.number, cleaning.yes_no, cleaning.ms_after_midnight, cleaning.clock):
        tidy = read(raw)
        if tidy.value is None and raw.strip():
            assert tidy.said
            nothing_lost(raw, tidy)
    pair = cleaning.coordinates(raw, raw)
    assert pair.value is not None or pair.said
