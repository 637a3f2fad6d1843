"""Which school suits a child: each criterion, what is unknown stays unknown."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from app.rules.school_matching import (
    AllDay,
    Criterion,
    Pupil,
    School,
    SchoolType,
    matched,
    presumed,
)
from app.rules.terms import Answer

TODAY = date(2026, 11, 23)
SCHOOL = School(
    SchoolType.PRIMARY,
    1,
    4,
    catchment=frozenset({"03452019"}),
    all_day=AllDay.OPEN,
    free=2,
    counted=date(2026, 11, 1),
    holiday_care=True,
    german_class=True,
)
PUPIL = Pupil(2, frozenset({"03452019"}), learns_german=True)
YES, NO, UNCLEAR = Answer.YES, Answer.NO, Answer.UNCLEAR


def told(school, pupil=PUPIL):
    return {each.criterion: each.answer for each in matched(school, pupil, TODAY).weighed}


def test_a_school_that_has_all_is_told_so_criterion_by_criterion():
    assert set(told(SCHOOL).values()) == {YES}
    assert matched(SCHOOL, PUPIL, TODAY).fits is YES


def test_an_all_day_offer_beside_a_school_teaches_nothing_and_is_all_day_by_itself():
    beside = replace(SCHOOL, is_beside=True, all_day=AllDay.UNKNOWN, german_class=None)
    assert told(beside)[Criterion.ALL_DAY] is YES
    assert Criterion.GERMAN_CLASS not in told(beside)


@pytest.mark.parametrize(
    ("school", "criterion", "answer", "fits"),
    [
        ({"last": 1}, Criterion.CLASSES, NO, NO),
        ({"first": None, "last": None}, Criterion.CLASSES, UNCLEAR, UNCLEAR),
        ({"last": None}, Criterion.CLASSES, UNCLEAR, UNCLEAR),
        ({"catchment": frozenset({"03452001"})}, Criterion.DISTRICT, NO, NO),
        ({"catchment": frozenset()}, Criterion.DISTRICT, UNCLEAR, UNCLEAR),
        ({"all_day": AllDay.NONE}, Criterion.ALL_DAY, NO, YES),
        ({"all_day": AllDay.UNKNOWN}, Criterion.ALL_DAY, UNCLEAR, YES),
        ({"free": 0}, Criterion.ALL_DAY_PLACE, NO, YES),
        ({"counted": date(2025, 1, 1)}, Criterion.ALL_DAY_PLACE, UNCLEAR, YES),
        ({"free": None, "all_day": AllDay.BOUND}, Criterion.ALL_DAY_PLACE, YES, YES),
        ({"german_class": None}, Criterion.GERMAN_CLASS, UNCLEAR, YES),
        ({"holiday_care": False}, Criterion.HOLIDAY_CARE, NO, YES),
    ],
)
def test_each_criterion_and_what_it_decides(school, criterion, answer, fits):
    made = replace(SCHOOL, **school)
    assert told(made)[criterion] is answer
    assert matched(made, PUPIL, TODAY).fits is fits


def test_what_is_not_known_of_the_child_is_never_called_fitting():
    assert matched(SCHOOL, replace(PUPIL, school_class=None), TODAY).fits is UNCLEAR
    assert matched(SCHOOL, replace(PUPIL, homes=frozenset()), TODAY).fits is UNCLEAR


def test_only_what_is_needed_is_asked():
    asked = told(SCHOOL, Pupil(2, PUPIL.homes, needs_care=False, learns_german=False))
    assert set(asked) == {Criterion.CLASSES, Criterion.DISTRICT}
    gymnasium = School(SchoolType.GYMNASIUM, 5, 13)
    assert Criterion.DISTRICT not in told(gymnasium)  # no district is told of it


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Grundschule am Deich", ""), School(SchoolType.PRIMARY, 1, 4)),
        (("IGS", "Kooperative Gesamtschule"), School(SchoolType.COOPERATIVE_COMPREHENSIVE, 5)),
        (("Grund- und Hauptschule",), School(SchoolType.SECONDARY_GENERAL, 5)),
        (("Grundschule und Oberschule", ""), School()),
        (("Schule am Meer", ""), School()),
        (("KGS Küste", "Gesamtschule"), School(SchoolType.COOPERATIVE_COMPREHENSIVE, 5)),
        (("GS am Deich", ""), School(SchoolType.PRIMARY, 1, 4)),
    ],
)
def test_a_name_tells_a_type_only_where_it_is_one(names, expected):
    assert presumed(*names) == expected


def test_names_tell_the_type_of_most_schools_of_a_real_list(shared):
    rows = json.loads(shared("schools_lower_saxony/schools.json").read_text(encoding="utf-8"))
    told = [presumed(row["name"], row.get("school_type") or "") for row in rows]
    known = [each for each in told if each.type is not None]
    assert len(known) > len(rows) / 2
    primary = [each for each in known if each.type is SchoolType.PRIMARY]
    assert all((each.first, each.last) == (1, 4) for each in primary)
    assert len(primary) > 1000
