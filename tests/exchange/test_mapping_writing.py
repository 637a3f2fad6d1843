"""Mappings as files: what is written reads back as the same, byte for byte."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.mapping import (
    DOUBTS,
    SHAPES,
    TARGETS,
    DoubtMap,
    FieldMap,
    HoursMap,
    Mapping,
    read_mapping,
)
from app.exchange.mapping_writing import mapping_text
from app.records.providers import Category
from tests.conftest import ROOT

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
NAMES = WORDS.filter(str.strip)
FIELDS = st.builds(
    FieldMap,
    columns=st.lists(WORDS, min_size=1, max_size=3).map(tuple),
    join=WORDS.map(lambda word: word or " "),
    value=WORDS,
    pattern=st.sampled_from([None, re.compile(r"^(.*?),\s", re.DOTALL)]),
    words=st.dictionaries(WORDS, WORDS, max_size=2),
    split=WORDS,
    shape=st.sampled_from(["", *SHAPES]),
)
DOUBT = st.one_of(
    st.builds(
        DoubtMap,
        st.sampled_from(TARGETS),
        NAMES,
        st.just(re.compile(r"^\d+$", re.DOTALL)),
        st.sampled_from(list(DOUBTS.values())),
    ),
    st.builds(
        DoubtMap,
        st.sampled_from(TARGETS),
        NAMES,
        st.lists(st.text("a|\\.b ü", min_size=1, max_size=5), min_size=1, max_size=3).map(
            lambda words: re.compile("|".join(map(re.escape, words)), re.IGNORECASE)
        ),
        st.sampled_from(list(DOUBTS.values())),
    ),
)
HOURS = st.builds(HoursMap, st.sampled_from(["Mo-Fr", "Sa,Su"]), NAMES, NAMES, st.just("clock"))


@given(
    st.builds(
        Mapping,
        name=NAMES,
        key=WORDS,
        format=st.sampled_from(["json", "csv", "workbook"]),
        records=WORDS,
        stand=WORDS,
        fields=st.dictionaries(
            st.sampled_from([name for name in TARGETS if name != "category"]), FIELDS, max_size=3
        ).map(lambda fields: {**fields, "organisation": FieldMap(columns=("Name",))}),
        hours=st.lists(HOURS, max_size=2).map(tuple),
        doubts=st.lists(DOUBT, max_size=2).map(tuple),
    )
)
def test_a_mapping_comes_back_the_same_and_byte_for_byte(mapping):
    text = mapping_text(mapping)
    again, faults = read_mapping("m.toml", text.encode("utf-8"))
    assert not faults
    assert again == mapping
    assert mapping_text(again) == text


@pytest.mark.parametrize("name", ["schools_lower_saxony", "kitas_schleswig_holstein"])
def test_the_shipped_mappings_come_back_the_same(name):
    raw = (ROOT / "resources" / "mappings" / f"{name}.toml").read_bytes()
    mapping, _ = read_mapping(name, raw)
    again, faults = read_mapping(name, mapping_text(mapping).encode("utf-8"))
    assert not faults
    assert again == mapping


def test_a_constant_and_words_of_kinds_are_written_plainly():
    mapping = Mapping(
        "Kitas",
        "",
        "csv",
        fields={
            "organisation": FieldMap(columns=("Name der Kita",)),
            "category": FieldMap(columns=("Art",), words={"Kita (ev.)": Category.KITA.value}),
        },
    )
    assert mapping_text(mapping) == (
        'name = "Kitas"\nformat = "csv"\nkey = ""\n'
        '\n[fields.category]\nfrom = "Art"\n'
        '\n[fields.category.words]\n"Kita (ev.)" = "kita"\n'
        '\n[fields.organisation]\nfrom = "Name der Kita"\n'
    )
