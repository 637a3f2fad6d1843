"""Mapping files: read whole, or every fault with line, key and nearest name."""

from __future__ import annotations

import pytest

from app.exchange.mapping import read_mapping
from app.records.imports import NoteCode

GOOD = """name = "Liste"
key = "id"

[fields.organisation]
from = "name"

[fields.street]
from = ["strasse", "nr"]

[fields.category]
value = "kita"

[[hours]]
days = "Mo-Fr"
opens = "von"
closes = "bis"
as = "clock"

[[doubts]]
field = "organisation"
from = "name"
words = ["auslaufend"]
code = "maybe_closed"
"""


def faults(text):
    mapping, found = read_mapping("liste.toml", text.encode())
    assert mapping is None
    return [(fault.line, fault.key, str(fault.problem), fault.nearest) for fault in found]


def test_a_mapping_is_read_whole():
    mapping, found = read_mapping("liste.toml", GOOD.encode())
    assert found == ()
    assert (mapping.name, mapping.key, mapping.format, mapping.records) == (
        "Liste",
        "id",
        "json",
        "",
    )
    assert mapping.fields["street"].columns == ("strasse", "nr")
    assert mapping.fields["category"].value == "kita"
    assert [(slot.days, slot.opens, slot.unit) for slot in mapping.hours] == [
        ("Mo-Fr", "von", "clock")
    ]
    assert mapping.doubts[0].code is NoteCode.MAYBE_CLOSED
    assert mapping.doubts[0].pattern.search("Schule, Auslaufend ab 2015")


def test_a_byte_order_mark_is_no_fault():
    assert read_mapping("liste.toml", b"\xef\xbb\xbf" + GOOD.encode())[1] == ()


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("[fields.street]", "[fields.stret]", (7, "fields.stret", "unknown_key", "street")),
        ('as = "clock"', 'as = "clok"', (17, "hours.0.as", "unknown_value", "clock")),
        (
            'value = "kita"',
            'value = "kitta"',
            (11, "fields.category.value", "unknown_value", "kita"),
        ),
        ('key = "id"\n', "\n", (0, "key", "key_missing", "")),
        ('key = "id"', "key = 5", (2, "key", "wrong_type", "")),
        (
            'from = "name"\n\n',
            'form = "name"\n\n',
            (5, "fields.organisation.form", "unknown_key", "from"),
        ),
        ('value = "kita"', "", (10, "fields.category", "no_origin", "")),
        ('days = "Mo-Fr"', 'days = "Mo bis Fr"', (14, "hours.0.days", "bad_weekdays", "")),
        (
            'code = "maybe_closed"',
            'code = "maybe_close"',
            (23, "doubts.0.code", "unknown_value", "maybe_closed"),
        ),
        ('words = ["auslaufend"]', 'pattern = "("', (22, "doubts.0.pattern", "bad_pattern", "")),
        ('words = ["auslaufend"]', "words = [5]", (22, "doubts.0.words", "wrong_type", "")),
        ('key = "id"', 'key = "id"\nformat = "xml"', (3, "format", "unknown_value", "")),
        ('name = "Liste"', 'nmae = "x"\nname = "Liste"', (1, "nmae", "unknown_key", "name")),
        (
            "[fields.organisation]",
            "[fields.operator]",
            (0, "fields.organisation", "key_missing", ""),
        ),
    ],
)
def test_a_fault_names_line_key_and_the_nearest_name(old, new, fault):
    assert old in GOOD
    assert fault in faults(GOOD.replace(old, new, 1))


def test_all_faults_are_told_at_once():
    text = GOOD.replace("[fields.street]", "[fields.stret]").replace('as = "clock"', 'as = "x"')
    assert {line for line, *_ in faults(text)} == {7, 17}


def test_the_line_of_a_second_table_is_its_own():
    text = GOOD + '\n[[hours]]\ndays = "Sa"\nopens = "von"\ncloses = "bis"\nas = "uhr"\n'
    assert faults(text) == [(29, "hours.1.as", "unknown_value", "")]


@pytest.mark.parametrize(
    ("raw", "line", "problem"),
    [
        (b'name = "a"\nkey = \n', 2, "not_toml"),
        (b'name = "a"\nkey = "\xff"\n', 2, "not_utf8"),
        (b'name = "a"\nname = "b"\n', 2, "not_toml"),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(raw, line, problem):
    mapping, found = read_mapping("liste.toml", raw)
    assert mapping is None
    assert [(fault.file, fault.line, str(fault.problem)) for fault in found] == [
        ("liste.toml", line, problem)
    ]


@pytest.mark.parametrize(
    "text", ["fields = 3", "hours = 3", "[fields]\nstreet = 3", "hours = [1]", "doubts = {}"]
)
def test_tables_that_are_none_are_faults_and_no_crash(text):
    assert any(problem == "wrong_type" for _, _, problem, _ in faults(text))
