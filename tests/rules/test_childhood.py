"""Children: stages by age and school year, the class, the first day at school."""

from __future__ import annotations

from datetime import date

import pytest

from app.rules.calendar import Day
from app.rules.childhood import (
    CHILD_FACTS,
    classes_on,
    school_entry,
    school_starts,
    school_year,
)
from app.rules.deriving import derive
from app.rules.facts import FactKey, Source
from app.rules.terms import AnchorKind, MemberRole

from .makers import TODAY, make_household, make_member, value

CHILD, PARTNER = MemberRole.CHILD, MemberRole.PARTNER


def child_facts(*keys: str, birth=None, day=TODAY, today=None, **recorded) -> list[str]:
    """Those facts of a child, "-" where unknown; `day` is the arrival where `today` is given."""
    child = make_member(2, CHILD, birth, **recorded)
    household = make_household(make_member(), child, arrival=day if today else None)
    facts = derive(household, today or day)
    return [value(facts, key, 2) or "-" for key in keys]


STAGES = ("child_under_1", "child_1_2", "child_kita", "child_school", "child_class1")


@pytest.mark.parametrize(
    ("birth", "day", "expected"),
    [
        ((2026, 5, 5), TODAY, "yes no no no no"),
        ((2025, 11, 24), TODAY, "no yes no no no"),
        ((2025, 11, 25), TODAY, "yes no no no no"),
        ((2023, 11, 24), TODAY, "no no yes no no"),
        ((2023, 11, 25), TODAY, "no yes no no no"),
        ((2020, 10, 1), date(2026, 7, 31), "no no yes no no"),
        ((2020, 10, 1), date(2026, 8, 1), "no no no yes yes"),
        ((2020, 10, 2), date(2026, 8, 1), "no no yes no no"),
        ((2019, 10, 1), date(2026, 8, 1), "no no no yes no"),
        ((2020, 6, 1), date(2030, 7, 31), "no no no yes yes"),
        ((2020, 6, 1), date(2030, 8, 1), "no no no yes no"),
        ((2008, 11, 24), TODAY, "no no no no no"),
        ((2008, 11, 25), TODAY, "no no no yes no"),
        ((2025,), TODAY, "- - no no no"),
        ((2025, 3), TODAY, "no yes no no no"),
        ((2025, 11), TODAY, "- - no no no"),
        ((2023,), TODAY, "no - - no no"),
        ((2020,), TODAY, "no no - - -"),
    ],
)
def test_a_child_is_in_one_stage_or_in_an_unknown_one(birth, day, expected):
    """§ 24 SGB VIII, § 64 NSchG; a birth on 1 October completes the year on 30 September."""
    assert child_facts(*STAGES, birth=birth, day=day) == expected.split()


def test_ages_count_on_arrival_where_that_is_still_ahead():
    child = make_member(2, CHILD, (2024, 1, 10))
    now = derive(make_household(make_member(), child), TODAY)
    later = derive(make_household(make_member(), child, arrival=date(2027, 2, 1)), TODAY)
    past = derive(make_household(make_member(), child, arrival=date(2020, 1, 1)), TODAY)
    assert value(now, "child_1_2", 2) == value(past, "child_1_2", 2) == "yes"
    assert value(later, "child_kita", 2) == "yes"


def test_a_school_start_put_off_is_recorded_and_goes_before_the_age():
    child = make_member(2, CHILD, (2020, 8, 15), child_school="no", child_kita="yes")
    facts = derive(make_household(make_member(), child), date(2026, 9, 1))
    assert value(facts, "child_kita", 2) == "yes"
    assert facts.seen_from(2)[FactKey.CHILD_SCHOOL].source is Source.RECORDED


@pytest.mark.parametrize(("birth", "year"), [(date(2020, 10, 1), 2026), (date(2020, 10, 2), 2027),
                                            (date(2020, 1, 1), 2026)])  # fmt: skip
def test_school_begins_in_the_year_a_child_turns_six_by_the_end_of_september(birth, year):
    assert school_entry(birth) == year


def test_the_school_year_begins_in_august():
    assert (school_year(date(2026, 7, 31)), school_year(date(2026, 8, 1))) == (2025, 2026)


@pytest.mark.parametrize(
    ("children", "recorded", "seen"),
    [
        ([], {}, (None, None)),
        ([], {"children": "no"}, ("no", "no")),
        ([], {"children": "yes"}, ("yes", None)),
        ([(2025, 1, 1)], {}, ("yes", "yes")),
        ([(2025, 1, 1)], {"children": "no"}, ("yes", "yes")),
        ([(2019, 1, 1)], {}, ("yes", "no")),
        ([(2019, 1, 1), None], {}, ("yes", None)),
        ([(2025, 1, 1), None], {}, ("yes", "yes")),
    ],
    ids=["nobody said", "none", "some, not named", "one", "people prove more than a record",
         "another age", "one of unknown age", "one fits, one unknown"],
)  # fmt: skip
def test_the_household_sees_what_holds_for_any_child(children, recorded, seen):
    members = [make_member(n, CHILD, birth) for n, birth in enumerate(children, 2)]
    facts = derive(make_household(make_member(), *members, **recorded), TODAY)
    assert (value(facts, "children"), value(facts, "child_1_2")) == seen


@pytest.mark.parametrize(
    ("birth", "day", "under_15_months", "under_8"),
    [
        ((2025, 8, 25), TODAY, "yes", "yes"),
        ((2025, 8, 24), TODAY, "no", "yes"),
        ((2025, 8, 31), date(2026, 11, 30), "yes", "yes"),
        ((2025, 8), TODAY, "-", "yes"),
        ((2027, 1, 1), TODAY, "yes", "yes"),
        ((2018, 11, 25), TODAY, "no", "yes"),
        ((2018, 11, 24), TODAY, "no", "no"),
        ((2018,), TODAY, "no", "-"),
        (None, TODAY, "-", "-"),
    ],
    ids=["a day under", "15 months today", "no such day in the month", "month only", "to be born",
         "a day under eight", "eight today", "year only", "unknown"],
)  # fmt: skip
def test_allowance_and_leave_ask_for_the_age_of_a_child(birth, day, under_15_months, under_8):
    """§ 4 Abs. 1, § 15 Abs. 2 BEEG."""
    found = child_facts("child_under_15_months", "child_under_8", birth=birth, day=day)
    assert found == [under_15_months, under_8]


@pytest.mark.parametrize(
    ("birth", "school_class"),
    [((2020, 12, 1), "none"), ((2020, 9, 30), "1"), ((2017, 9, 30), "4"), ((2016, 9, 30), "-"),
     ((2020,), "-"), ((2020, 3), "1"), ((2024,), "none"), (None, "-")],
    ids=["enters next year", "first", "fourth", "from class 5 on it is asked", "two classes fit",
         "month is enough", "year is enough", "unknown"],
)  # fmt: skip
def test_a_birth_says_the_class_of_the_primary_school_only(birth, school_class):
    assert child_facts("school_class", birth=birth) == [school_class]


@pytest.mark.parametrize(
    ("birth", "recorded", "expected"),
    [
        ((2020, 12, 1), "1", "no yes yes 1"),
        ((2020, 6, 1), "none", "yes no no none"),
        ((2020, 6, 1), "1", "no yes yes 1"),
        ((2019, 6, 1), "1", "no yes yes 1"),
        ((2020, 6, 1), "2", "no yes no 2"),
        ((2014, 6, 1), "none", "no yes no none"),
        ((2008, 6, 1), "13", "no no no 13"),
        (None, "1", "no yes yes 1"),
        (None, "2", "no yes no 2"),
        (None, "5", "no - no 5"),
        (None, "none", "- - - none"),
    ],
    ids=["early entry", "put off by a year", "as by birth", "repeats", "skipped one",
         "of school age without a school", "of age", "without a birth", "entered before 2026",
         "age unknown", "nothing known"],
)  # fmt: skip
def test_a_recorded_class_goes_before_the_age(birth, recorded, expected):
    """Class n in school year y was entered in y - n + 1 (§ 24 Abs. 4 SGB VIII from 2026 on)."""
    keys = ("child_kita", "child_school", "child_class1", "school_class")
    assert child_facts(*keys, birth=birth, school_class=recorded) == expected.split()


def test_the_class_recorded_today_counts_on_when_the_family_arrives_a_year_later():
    """In class 4 in 2029/30 having entered in 2026; a year later out of the primary school."""
    keys = ("child_class1", "school_class")
    today, later = date(2030, 3, 1), date(2030, 9, 1)
    assert child_facts(*keys, today=today, day=today, school_class="4") == ["yes", "4"]
    assert child_facts(*keys, today=today, day=later, school_class="4") == ["no", "4"]


@pytest.mark.parametrize(
    ("birth", "recorded", "day", "classes"),
    [
        ((2015, 2, 3), "4", date(2027, 6, 1), {4}),
        ((2015, 2, 3), "4", date(2027, 9, 1), {5}),
        (None, "4", date(2027, 9, 1), {5}),
        ((2020, 9, 1), None, date(2027, 3, 1), {1}),
        ((2023, 9, 1), None, date(2027, 3, 1), {0}),
        ((2015, 2, 3), None, date(2027, 3, 1), {5, 6, 7}),
        (None, None, date(2027, 3, 1), set()),
    ],
    ids=["this year", "next year", "no birth", "by birth", "not yet", "may have repeated", "open"],
)
def test_the_classes_a_child_may_be_in_when_it_comes(birth, recorded, day, classes):
    told = {} if recorded is None else {"school_class": recorded}
    child = make_member(2, CHILD, birth, **told)
    assert classes_on(child, day, date(2026, 11, 23)) == classes


def test_what_a_class_says_is_told_from_what_a_birth_says():
    child = make_member(2, CHILD, (2020, 12, 1), school_class="1")
    seen = derive(make_household(make_member(), child), TODAY).seen_from(2)
    assert seen[FactKey.CHILD_SCHOOL].source is Source.RECORDED
    assert seen[FactKey.CHILD_UNDER_8].source is Source.BIRTH


def test_an_answer_about_school_itself_goes_before_the_class():
    assert child_facts("child_school", school_class="1", child_school="no") == ["no"]


@pytest.mark.parametrize("role", [role for role in MemberRole if role is not CHILD])
def test_nobody_but_children_is_a_child_or_goes_to_school(role):
    facts = derive(make_household(make_member(1, role, (2010, 1, 1))), TODAY)
    assert {value(facts, key.value, 1) for key in CHILD_FACTS} == {"no"}
    assert value(facts, "school_class", 1) == "none"


@pytest.mark.parametrize(
    ("births", "recorded", "seen"),
    [
        ([], {}, None),
        ([], {"children": "no"}, "none"),
        ([(2020, 3, 1)], {}, "1"),
        ([(2020, 3, 1), (2020, 5, 1)], {}, "1"),
        ([(2020, 3, 1), (2019, 5, 1)], {}, None),
        ([(2020, 3, 1), None], {}, None),
    ],
    ids=["nobody said", "no children", "one", "twins", "two classes", "one unknown"],
)
def test_the_household_sees_a_class_only_where_all_children_share_it(births, recorded, seen):
    members = [make_member(n, CHILD, birth) for n, birth in enumerate(births, 2)]
    facts = derive(make_household(make_member(), *members, **recorded), TODAY)
    assert value(facts, "school_class") == seen


@pytest.mark.parametrize(
    ("birth", "recorded", "today", "start"),
    [
        ((2023, 11, 20), {}, TODAY, date(2030, 8, 1)),
        ((2020, 6, 1), {}, date(2026, 7, 31), date(2026, 8, 1)),
        ((2020, 6, 1), {}, date(2026, 8, 1), None),
        ((2020, 6, 1), {"child_school": "no"}, date(2026, 8, 1), date(2027, 8, 1)),
        ((2020, 6, 1), {"child_kita": "yes"}, date(2026, 8, 1), date(2027, 8, 1)),
        ((2020, 12, 1), {"school_class": "1"}, TODAY, None),
        ((2021,), {}, TODAY, None),
        ((2021, 3), {}, TODAY, date(2027, 8, 1)),
        (None, {}, TODAY, None),
    ],
    ids=["years ahead", "tomorrow", "today it is over", "put off", "still in day care",
         "goes already", "two years fit", "month is enough", "unknown"],
)  # fmt: skip
def test_the_first_day_at_school_is_a_childs_own_date_while_it_is_ahead(
    birth, recorded, today, start
):
    child = make_member(2, CHILD, birth, **recorded)
    household = make_household(make_member(1, birth=(2023, 11, 20)), child)
    expected = {(2, AnchorKind.SCHOOL_START): Day(start)} if start else {}
    assert school_starts(household, today) == expected
