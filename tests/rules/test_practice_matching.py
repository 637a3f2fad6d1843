"""Which practices suit whom: a table of cases, and what holds for all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.calendar import Day, Precision
from app.rules.practice_matching import (
    OLD_DAYS,
    Area,
    AreaState,
    Criterion,
    Offer,
    Seeker,
    Verdict,
    Why,
    area_for,
    judged,
    names,
    rank,
)

TODAY = date(2026, 11, 23)
OPEN = Area("Hausärzte", AreaState.OPEN, TODAY, 4)
OFFER = Offer(
    profession="doctor",
    specialty="Allgemeinmedizin",
    municipality="03452019",
    quarter_seats=4,
    from_day=date(2027, 1, 1),
    to_day=date(2027, 6, 30),
    accessible=True,
    as_of=TODAY,
    area=OPEN,
)
DOCTOR = Seeker(
    profession="doctor",
    specialty="Facharzt für Allgemeinmedizin",
    licence="full",
    municipalities=frozenset({"03452019"}),
    opening=Day(date(2027, 4, 1)),
    accessible=True,
)
LONG_AGO = TODAY - timedelta(days=OLD_DAYS + 1)


def test_a_practice_that_fits_says_so_of_every_criterion():
    found = judged(OFFER, DOCTOR, TODAY)
    assert [each.criterion for each in found] == list(Criterion)
    assert {each.verdict for each in found} == {Verdict.FITS}


@pytest.mark.parametrize(
    ("offer", "seeker", "verdict", "why"),
    [
        ({"profession": "therapist"}, {}, Verdict.FAILS, Why.OTHER_PROFESSION),
        ({"profession": ""}, {}, Verdict.UNKNOWN, Why.PROFESSION_UNKNOWN),
        ({"specialty": ""}, {}, Verdict.UNKNOWN, Why.SPECIALTY_UNKNOWN),
        ({"specialty": "Augenheilkunde"}, {}, Verdict.UNKNOWN, Why.COMPARE_SPECIALTY),
        ({}, {"licence": "temporary"}, Verdict.FAILS, Why.NOT_LICENSED),
        ({}, {"licence": ""}, Verdict.UNKNOWN, Why.LICENCE_UNKNOWN),
        ({"municipality": "03452001"}, {}, Verdict.FAILS, Why.OTHER_PLACE),
        ({}, {"municipalities": ()}, Verdict.UNKNOWN, Why.PLACE_UNKNOWN),
        ({}, {"municipalities": (), "home": {"03452019"}}, Verdict.FITS, Why.AT_HOME),
        ({}, {"municipalities": (), "home": {"03452001"}}, Verdict.UNKNOWN, Why.NOT_AT_HOME),
        ({"to_day": date(2027, 3, 31)}, {}, Verdict.FAILS, Why.GONE_BEFORE),
        ({"from_day": date(2027, 4, 2)}, {}, Verdict.FAILS, Why.LATER_THAN_WANTED),
        (
            {"from_day": date(2027, 4, 2)},
            {"opening": Day(date(2027, 4, 1), Precision.MONTH)},
            Verdict.FITS,
            Why.IN_TIME,
        ),
        ({}, {"opening": None}, Verdict.UNKNOWN, Why.OPENING_UNKNOWN),
        ({"from_day": None, "to_day": None}, {}, Verdict.UNKNOWN, Why.HANDOVER_UNKNOWN),
        ({"area": None}, {}, Verdict.UNKNOWN, Why.AREA_UNKNOWN),
        ({"area": replace(OPEN, as_of=LONG_AGO)}, {}, Verdict.UNKNOWN, Why.AREA_OLD),
        (
            {"area": replace(OPEN, state=AreaState.CLOSED)},
            {},
            Verdict.UNKNOWN,
            Why.AREA_CLOSED,
        ),
        ({"area": replace(OPEN, free_halves=1)}, {}, Verdict.FAILS, Why.TOO_FEW_SEATS),
        ({"area": replace(OPEN, free_halves=None)}, {}, Verdict.UNKNOWN, Why.SEATS_UNKNOWN),
        ({"accessible": False}, {}, Verdict.FAILS, Why.NOT_ACCESSIBLE),
        ({"accessible": None}, {}, Verdict.UNKNOWN, Why.ACCESS_UNKNOWN),
        ({"valid_to": TODAY - timedelta(days=1)}, {}, Verdict.FAILS, Why.EXPIRED),
        ({"as_of": LONG_AGO}, {}, Verdict.UNKNOWN, Why.OLD),
        ({"as_of": None}, {}, Verdict.UNKNOWN, Why.NO_STAND),
    ],
)
def test_each_criterion_has_its_reason(offer, seeker, verdict, why):
    found = judged(replace(OFFER, **offer), replace(DOCTOR, **seeker), TODAY)
    (told,) = [each for each in found if each.why is why]
    assert told.verdict is verdict


def test_in_a_closed_area_seats_come_with_the_practice_alone():
    closed = replace(OFFER, area=replace(OPEN, state=AreaState.CLOSED, free_halves=9))
    whys = {each.why for each in judged(closed, DOCTOR, TODAY)}
    assert {Why.AREA_CLOSED, Why.SEATS_TAKEN_OVER} < whys
    assert Why.SEATS_FREE not in whys


def test_therapists_have_no_plan_of_needs():
    offer = replace(OFFER, profession="therapist", area=None)
    found = judged(offer, replace(DOCTOR, profession="therapist"), TODAY)
    assert Why.NO_AREAS in {each.why for each in found}
    assert Criterion.SEATS not in {each.criterion for each in found}


@pytest.mark.parametrize(
    ("group", "specialty", "same"),
    [
        ("Hausärzte", "Allgemeinmedizin", True),
        ("Hausärzte", "Hausärztin", True),
        ("Hausärzte", "Innere Medizin (hausärztlich)", True),
        ("Hausärzte", "Innere Medizin", False),
        ("Augenärzte", "Augenärztin", True),
        ("Augenärzte", "Allgemeinmedizin", False),
        ("Hausärzte", "", False),
    ],
)
def test_a_group_of_doctors_is_that_of_a_specialty(group, specialty, same):
    assert names(group, specialty) is same


def test_where_two_areas_could_count_none_is_guessed():
    assert area_for("Hausarzt", ["a", "b"], ["Hausärzte", "Augenärzte"]) == "a"
    assert area_for("Hausarzt", ["a", "b"], ["Hausärzte", "Hausärzte Nord"]) is None
    assert area_for("", ["a"], ["Hausärzte"]) is None


@given(
    st.sampled_from([None, *AreaState]),
    st.none() | st.dates(date(2025, 1, 1), date(2028, 1, 1)),
    st.none() | st.integers(1, 40),
    st.sampled_from(["", "doctor", "therapist"]),
)
def test_what_is_not_known_never_counts_for_a_practice(state, on, seats, profession):
    area = None if state is None else replace(OPEN, state=state)
    offer = Offer(profession=profession, quarter_seats=seats, from_day=on, as_of=on, area=area)
    found = judged(offer, Seeker(), TODAY)
    told = {each.criterion: each.verdict for each in found}
    for criterion in (Criterion.PROFESSION, Criterion.PLACE, Criterion.LICENCE, Criterion.HANDOVER):
        assert told[criterion] is Verdict.UNKNOWN
    fails, unknown = rank(found)
    assert fails + unknown <= len(found)
