"""Search: folded words, infixes and beginnings, any script."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import search
from db.file import connect
from db.folding import search_text, sort_key, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Müller-Lüdenscheidt", ["mueller", "luedenscheidt"]),
        ("Mu\u0308ller", ["mueller"]),
        ("STRASSE Straße", ["strasse", "strasse"]),
        ("Đỗ Thị Hương", ["đo", "thi", "huong"]),
        ("Łukasz Ørsted", ["lukasz", "orsted"]),
        ("O’Neill", ["o", "neill"]),
        ("  \t\n", []),
        ("☃ — !", []),
        ("ﬁn ①", ["fin", "1"]),
    ],
)
def test_words_are_folded(text, folded):
    assert words(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text):
    once = words(text)
    assert words(" ".join(once)) == once


def test_german_names_stand_in_german_order():
    names = ["Zeta", "Ärzte", "apfel", "Bär", "Öl", "Oma"]
    assert sorted(names, key=sort_key) == ["Ärzte", "apfel", "Bär", "Öl", "Oma", "Zeta"]


def test_other_scripts_are_found_in_latin_letters_too():
    assert "kovalchuk" in search_text("Ковальчук")


def put(path, texts):
    connection = connect(path, writable=True)
    connection.execute("BEGIN")
    for text in texts:
        connection.execute("INSERT INTO saved_filters (name, query) VALUES (?, '')", (text,))
        connection.execute(
            "INSERT INTO cases (language, stage, stage_rank, registered_on, search, note)"
            " VALUES ('de', 'interest', 0, '2026-01-01', ?, ?)",
            (search_text(text), text),
        )
    connection.execute("COMMIT")
    return connection


@pytest.mark.parametrize(
    ("asked", "found"),
    [("amira", 1), ("mir", 1), ("am", 1), ("a", 1), ("ben am", 1), ("mira x", 0), ("ir", 0)],
)
def test_three_letters_are_found_inside_a_word_fewer_at_its_beginning(path, asked, found):
    connection = put(path, ["Amira Ben Amor"])
    assert len(search.ids(connection, "cases", asked) or ()) == found


@pytest.mark.parametrize("asked", ['"', "* OR *", "☃", "'; DROP TABLE cases; --", "NEAR(", "-"])
def test_signs_ask_for_nothing_and_break_nothing(path, asked):
    connection = put(path, ["Amira Ben Amor"])
    search.ids(connection, "cases", asked)
    assert connection.execute("SELECT count(*) FROM cases").fetchone() == (1,)


def test_no_letter_and_no_digit_asks_for_nothing(path):
    connection = connect(path, writable=False)
    assert search.ids(connection, "cases", " ☃ — ") is None


def test_the_index_follows_changes_and_removals(path):
    connection = put(path, ["Amira"])
    connection.execute("UPDATE cases SET search = 'boris'")
    assert search.ids(connection, "cases", "amira") == set()
    assert search.ids(connection, "cases", "boris") == {1}
    connection.execute("DELETE FROM cases")
    assert search.ids(connection, "cases", "boris") == set()


def test_hard_strings_are_kept_as_typed_and_found(path, shared):
    hard = [
        text
        for text in json.loads(shared("names/naughty_strings.json").read_text("utf-8"))
        if text.strip()
    ]
    connection = put(path, hard)
    kept = [row[0] for row in connection.execute("SELECT note FROM cases ORDER BY id")]
    assert kept == hard
    for number, text in enumerate(hard, start=1):
        if words(text):
            assert number in (search.ids(connection, "cases", text) or ()), text
