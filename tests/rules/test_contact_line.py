"""A contact typed as one line: what is shorthand is understood, no word is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.contact_line import ContactLine, LineTerms, read_line
from app.rules.near_days import DayWords, near_day, recent_day

MONDAY = date(2026, 11, 23)
DAYS = DayWords(
    days={"heute": 0, "morgen": 1},
    weekdays={"mo": 0, "di": 1, "fr": 4, "freitag": 4},
    units={"t": 1, "w": 7, "woche": 7},
    small=frozenset({"in", "am", "den"}),
    ones=frozenset({"einer"}),
)
TERMS = LineTerms(
    channels={"t": "phone", "m": "email"},
    topics={"kita": "childcare", "wohnung": "housing", "arbeit": "work", "arzt": "health"},
    minutes=frozenset({"min", "min."}),
    hours=frozenset({"h", "std."}),
    days=DAYS,
)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", ContactLine()),
        ("t", ContactLine(channel="phone")),
        ("t 15", ContactLine(channel="phone", minutes=15)),
        ("15 Kinder warten", ContactLine(text="15 Kinder warten")),
        ("15min da", ContactLine(minutes=15, text="da")),
        ("15 min da", ContactLine(minutes=15, text="da")),
        ("t 1441 x", ContactLine(channel="phone", text="1441 x")),
        ("T #ki ab März", ContactLine(channel="phone", topics=("childcare",), text="ab März")),
        ("#ar offen", ContactLine(text="#ar offen", unclear=("#ar",))),
        ("# offen", ContactLine(text="# offen")),
        ("wegen #Kita gefragt", ContactLine(topics=("childcare",), text="wegen Kita gefragt")),
        ("Platz? #kita #wohn", ContactLine(topics=("childcare", "housing"), text="Platz?")),
        ("Wichtig: anrufen", ContactLine(text="Wichtig: anrufen")),
        ("t Frau Verma: da", ContactLine(channel="phone", whom="Frau Verma", text="da")),
        ("t Sie sagt. Also: ja", ContactLine(channel="phone", text="Sie sagt. Also: ja")),
        ("da > bald mehr", ContactLine(text="da > bald mehr", undated=True)),
        ("t 1h da", ContactLine(channel="phone", minutes=60, text="da")),
        ("t 1,5 Std. da", ContactLine(channel="phone", minutes=90, text="da")),
        ("t 1,5 da", ContactLine(channel="phone", text="1,5 da")),
        ("t 25 h da", ContactLine(channel="phone", text="25 h da")),
        (
            "da -> in einer Woche fragen",
            ContactLine(text="da", follow_up_on=date(2026, 11, 30), follow_up="fragen"),
        ),
        (
            "da > Mo, 7.12. am Hafen",
            ContactLine(text="da", follow_up_on=date(2026, 12, 7), follow_up="am Hafen"),
        ),
        (
            "da > fr. nachfragen",
            ContactLine(text="da", follow_up_on=date(2026, 11, 27), follow_up="nachfragen"),
        ),
        (
            "a > b >morgen c",
            ContactLine(text="a > b", follow_up_on=date(2026, 11, 24), follow_up="c"),
        ),
        (
            "t 15 #kita #wohnung Frau Verma: Platz ab März? > 3.12. Kita nachfragen",
            ContactLine(
                "phone",
                15,
                ("childcare", "housing"),
                "Frau Verma",
                "Platz ab März?",
                date(2026, 12, 3),
                "Kita nachfragen",
            ),
        ),
    ],
)
def test_a_line_is_read_as_it_is_meant(typed, read):
    assert read_line(typed, MONDAY, TERMS) == read


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("heute", MONDAY),
        ("Morgen", date(2026, 11, 24)),
        ("mo", date(2026, 11, 30)),
        ("di.", date(2026, 11, 24)),
        ("2w", date(2026, 12, 7)),
        ("10t", date(2026, 12, 3)),
        ("0t", None),
        ("999w", None),
        ("23.11.", MONDAY),
        ("22.11.", date(2027, 11, 22)),
        ("1.3", date(2027, 3, 1)),
        ("Fr 4.12.", date(2026, 12, 4)),
        ("am Freitag, den 4.12.2026", date(2026, 12, 4)),
        ("am Freitag", date(2026, 11, 27)),
        ("in 2 w", date(2026, 12, 7)),
        ("4.12. am", None),
        ("29.2.", date(2028, 2, 29)),
        ("31.2.", None),
        ("3.12.26", date(2026, 12, 3)),
        ("3.12.2025", date(2025, 12, 3)),
        ("32.1.2027", None),
        ("bald", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_it_is_said(typed, day):
    assert near_day(typed, MONDAY, DAYS) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("Morgen", date(2026, 11, 22)),
        ("mo", date(2026, 11, 16)),
        ("fr", date(2026, 11, 20)),
        ("23.11.", MONDAY),
        ("24.11.", date(2025, 11, 24)),
        ("Fr, 20.11.", date(2026, 11, 20)),
        ("29.2.", date(2024, 2, 29)),
        ("3.12.26", date(2026, 12, 3)),
        ("2w", None),
        ("", None),
    ],
)
def test_a_day_that_was_is_the_last_of_its_kind(typed, day):
    before = replace(DAYS, days={"morgen": 1})
    assert recent_day(typed, MONDAY, before) == day


PIECES = st.sampled_from(
    [
        *("t", "m", "15", "15min", "min", "1441", "²", "٣min"),
        *("#kita", "#ar", "#", "#wohnung,"),
        *(">", "->", ">fr", "fr", "3.12.", "31.2.", "am", "in", "einer", "woche"),
        *("Frau", "Verma:", "x.", "März?", ":", "W"),
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(min_size=1, max_size=5)), max_size=14), st.dates())
def test_every_word_is_understood_or_stays(words, today):
    today = min(today, date(9000, 1, 1))
    typed = " ".join(words).split()
    line = read_line(" ".join(words), today, TERMS)
    kept = " ".join((line.whom, line.text, line.follow_up)).split()
    taken = list(typed)
    for word in kept:
        shapes = (word, f"#{word}", f"{word}:", f">{word}", f"#{word}:")
        found = next((shape for shape in shapes if shape in taken), None)
        assert found is not None
        taken.remove(found)
    # what is not in the words stands for a value
    tags = [word for word in taken if word.startswith("#")]
    assert all(line.topics for _ in tags)
    rest = [word for word in taken if word not in tags]
    allowed = bool(line.channel) + 2 * (line.minutes is not None)
    allowed += 5 * (line.follow_up_on is not None) + (":" in rest)
    assert len(rest) <= allowed


@given(
    st.sampled_from(sorted(TERMS.channels)),
    st.integers(1, 1440),
    st.lists(st.sampled_from(["kita", "wohnung"]), unique=True),
    st.integers(1, 60),
)
def test_what_is_written_in_order_is_read_back(letter, minutes, topics, ahead):
    day = MONDAY + timedelta(days=ahead)
    tags = "".join(f"#{topic} " for topic in topics)
    typed = f"{letter} {minutes} {tags}Herr Ben Amor: sucht Platz > {day.day}.{day.month}. fragen"
    line = read_line(typed, MONDAY, TERMS)
    assert line.channel == TERMS.channels[letter]
    assert line.minutes == minutes
    assert line.topics == tuple(TERMS.topics[topic] for topic in topics)
    assert (line.whom, line.text) == ("Herr Ben Amor", "sucht Platz")
    assert (line.follow_up_on, line.follow_up) == (day, "fragen")
