"""Openings held against people: what bars, what orders, and that every reason is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.job_matching import Against, For, Offer, Seeker, judge, order, shared_digits
from app.rules.job_terms import Level, Qualification, WorkTime

TODAY = date(2026, 11, 23)
HERE, NEAR, FAR = (53.59, 7.2), (53.6, 7.21), (53.0, 8.8)
ROHAN = Seeker(
    occupation="Elektroingenieur",
    kldb="26304",
    qualification=Qualification.BACHELOR,
    german=Level.A1,
    min_hours=20,
    max_hours=30,
    available_from=date(2027, 3, 1),
    home=HERE,
    radius_km=40,
    shifts=frozenset({WorkTime.DAY}),
)
JOB = Offer("Ingenieurin Elektrotechnik", kldb="26304", place=NEAR)


@pytest.mark.parametrize(
    ("change", "said", "bars"),
    [
        ({"filled_on": TODAY}, Against.FILLED, True),
        ({"valid_to": date(2026, 11, 22)}, Against.ENDED, True),
        ({"valid_to": TODAY}, Against.AVAILABLE_LATER, False),
        ({"valid_from": date(2026, 12, 1)}, Against.NOT_YET, False),
        ({"closed": True}, Against.EMPLOYER_CLOSED, True),
        ({"german": Level.A1}, For.GERMAN, False),
        ({"german": Level.A2}, Against.GERMAN_ONE_STEP, False),
        ({"german": Level.B1}, Against.GERMAN_TOO_LOW, True),
        ({"min_hours": 30, "max_hours": 39}, For.HOURS, False),
        ({"min_hours": 31}, Against.HOURS, True),
        ({"max_hours": 19}, Against.HOURS, True),
        ({"place": FAR}, Against.TOO_FAR, True),
        ({"place": NEAR}, For.NEAR, False),
        ({"place": None}, Against.DISTANCE_UNKNOWN, False),
        ({"qualification": Qualification.VOCATIONAL}, For.QUALIFIED, False),
        ({"qualification": Qualification.MASTERS_DEGREE}, Against.UNDER_QUALIFIED, False),
        ({"shifts": frozenset({WorkTime.NIGHT})}, Against.SHIFTS, False),
        ({"shifts": frozenset({WorkTime.DAY})}, For.SHIFTS, False),
        ({"kldb": "26304"}, For.SAME_OCCUPATION, False),
        ({"kldb": "26303"}, For.LIKE_OCCUPATION, False),
        ({"kldb": "26112"}, For.SAME_FIELD, False),
        ({"kldb": "82102", "title": "Pflegefachfrau"}, Against.OTHER_FIELD, False),
    ],
)
def test_each_reason_is_told_and_bars_where_it_must(change, said, bars):
    judged = judge(ROHAN, replace(JOB, **change), TODAY)
    assert said in (*judged.pros, *judged.cons)
    assert judged.is_barred == bars


def test_unknown_german_is_told_and_bars_nobody():
    judged = judge(replace(ROHAN, german=None), replace(JOB, german=Level.C1), TODAY)
    assert Against.GERMAN_UNKNOWN in judged.cons
    assert not judged.is_barred


def test_what_is_still_to_be_recognised_is_neither_enough_nor_too_little():
    seeker = replace(ROHAN, qualification=Qualification.RECOGNITION_PENDING)
    judged = judge(seeker, replace(JOB, qualification=Qualification.BACHELOR), TODAY)
    assert Against.RECOGNITION_PENDING in judged.cons
    assert not {For.QUALIFIED, Against.UNDER_QUALIFIED} & {*judged.pros, *judged.cons}


@pytest.mark.parametrize(
    ("occupation", "title", "alike"),
    [
        ("Elektroingenieur", "Elektronikerin für Betriebstechnik", True),
        ("Tischler", "Tischlerin oder Tischler", True),
        ("Lehrerin für Mathematik", "Förderung in Mathematik", True),
        ("Tischler", "Elektronikerin", False),
        ("Arzt", "Arzthelferin", False),  # too short to tell
        ("", "Tischler", False),
    ],
)
def test_words_of_the_occupation_count_without_codes(occupation, title, alike):
    judged = judge(Seeker(occupation=occupation), Offer(title), TODAY)
    assert (For.WORDS in judged.pros) == alike


def test_an_other_profession_is_none_in_common():
    both = judge(Seeker(profession="nurse"), Offer("Nachtwache", profession="nurse"), TODAY)
    other = judge(Seeker(profession="other"), Offer("Nachtwache", profession="other"), TODAY)
    assert For.PROFESSION in both.pros
    assert For.PROFESSION not in other.pros


@given(st.text("0123456789", max_size=5), st.text("0123456789", max_size=5))
def test_digits_are_shared_from_the_left_alone(one, other):
    count = shared_digits(one, other)
    assert count == shared_digits(other, one)
    assert one[:count] == other[:count]
    assert count == min(len(one), len(other)) or one[count] != other[count]


@given(st.sampled_from(Level), st.sampled_from(Level))
def test_better_german_never_makes_an_opening_worse(low, high):
    low, high = sorted((low, high), key=lambda each: each.rank)
    for asked in Level:
        offer = replace(JOB, german=asked)
        worse = order(judge(replace(ROHAN, german=low), offer, TODAY))
        better = order(judge(replace(ROHAN, german=high), offer, TODAY))
        assert better <= worse


def test_the_ruled_out_come_last_whatever_their_points():
    fitting = judge(ROHAN, replace(JOB, kldb="", title="Hilfe in der Küche"), TODAY)
    barred = judge(ROHAN, replace(JOB, filled_on=TODAY), TODAY)
    assert barred.points > fitting.points
    assert order(fitting) < order(barred)
