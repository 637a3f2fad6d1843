"""What the records of a household imply, and what they leave unknown."""

from __future__ import annotations

from datetime import date

import pytest

from app.rules.deriving import derive, school_entry, school_year
from app.rules.facts import VOCABULARY, FactKey, FactScope, Known, Source
from app.rules.origins import FREE_MOVEMENT, VISA_FREE_LONG_STAY, Origin, origin_of
from app.rules.terms import MemberRole

from .makers import TODAY, make_household, make_member, nurse_from_india

CHILD, PARTNER, OTHER = MemberRole.CHILD, MemberRole.PARTNER, MemberRole.OTHER


def value(facts, key: str, member: int | None = None) -> str | None:
    known = facts.seen_from(member).get(FactKey(key))
    return known.value if known else None


def test_every_fact_key_has_an_entry_with_values_and_a_meaning():
    assert set(VOCABULARY) == set(FactKey)
    for key, word in VOCABULARY.items():
        assert word.meaning, key
        assert len(set(word.values)) == len(word.values) >= 2, key


def test_only_pregnancy_and_care_are_special_categories():
    art9 = {key for key, word in VOCABULARY.items() if word.art9}
    assert art9 == {FactKey.PREGNANT, FactKey.CARE_NEED}


def test_an_empty_record_implies_next_to_nothing():
    facts = derive(make_household(), TODAY)
    no_child = {key for key in FactKey if key.value.startswith("child_")}
    assert set(facts.seen_from(1)) == no_child | {FactKey.FAMILY_OF_EU_CITIZEN}
    assert set(facts.seen_from(None)) == {FactKey.FAMILY_OF_EU_CITIZEN}


def test_a_household_without_a_professional_has_facts_too():
    facts = derive(make_household(make_member(5, PARTNER, nationality="FR")), TODAY)
    assert value(facts, "partner") == "yes"
    assert value(facts, "origin") is None
    assert value(facts, "origin", 5) == "eu"


@pytest.mark.parametrize(
    ("country", "origin"),
    [("DE", "de"), ("NL", "eu"), ("NO", "eu"), ("CH", "eu"), ("GB", "third"), ("IN", "third"),
     ("US", "third")],
)  # fmt: skip
def test_a_nationality_comes_under_one_of_three_laws(country, origin):
    assert origin_of(country) is Origin(origin)


def test_the_country_lists_are_those_of_the_law():
    assert len(FREE_MOVEMENT) == 26 + 3 + 1
    assert "DE" not in FREE_MOVEMENT
    assert " ".join(sorted(VISA_FREE_LONG_STAY)) == "AU CA GB IL JP KR NZ US"
    assert not FREE_MOVEMENT & VISA_FREE_LONG_STAY


@pytest.mark.parametrize(
    ("nationality", "origin", "entry", "visa_free"),
    [
        ("IN", "IN", "visa", "no"),
        ("IN", "DE", "resident", "no"),
        ("IN", None, None, "no"),
        ("US", "US", None, "yes"),
        ("US", "DE", "resident", "yes"),
        ("NL", "NL", "free", "no"),
        ("DE", "US", "free", "no"),
        (None, "IN", None, None),
    ],
)
def test_the_way_of_entry_follows_from_nationality_and_country(
    nationality, origin, entry, visa_free
):
    facts = derive(make_household(make_member(nationality=nationality), origin=origin), TODAY)
    assert (value(facts, "entry"), value(facts, "visa_free_41")) == (entry, visa_free)


@pytest.mark.parametrize(
    ("profession", "regulated", "own_practice"),
    [("nurse", "yes", "no"), ("doctor", "yes", None), ("trainee", "no", "no"),
     ("student", "no", "no"), ("midwife", "yes", None), ("other", None, None),
     ("astronaut", None, None), (None, None, None)],
)  # fmt: skip
def test_a_profession_implies_licence_and_practice_only_where_it_is_sure(
    profession, regulated, own_practice
):
    facts = derive(make_household(profession=profession), TODAY)
    assert value(facts, "regulated") == regulated
    assert value(facts, "own_practice") == own_practice
    assert value(facts, "profession") == (profession if profession != "astronaut" else None)


def test_an_own_practice_is_the_workplace_unless_another_is_recorded():
    settled = derive(make_household(profession="doctor", own_practice="yes"), TODAY)
    assert value(settled, "workplace") == "practice"
    both = make_household(profession="doctor", own_practice="yes", workplace="clinic")
    assert value(derive(both, TODAY), "workplace") == "clinic"


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
    household = make_household(make_member(), make_member(2, CHILD, birth))
    facts = derive(household, day)
    assert [value(facts, key, 2) or "-" for key in STAGES] == expected.split()


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
    ("nationality", "recorded", "third"),
    [("IN", {}, "yes"), ("NL", {}, "no"), (None, {}, None),
     (None, {"partner_third_country": "yes"}, "yes")],
)  # fmt: skip
def test_a_partners_nationality_says_whether_the_partner_comes_from_a_third_country(
    nationality, recorded, third
):
    partner = make_member(2, PARTNER, nationality=nationality)
    facts = derive(make_household(make_member(), partner, **recorded), TODAY)
    assert value(facts, "partner") == "yes"
    assert value(facts, "partner_third_country") == third


def test_without_a_partner_nobody_looks_for_work():
    facts = derive(make_household(partner="no"), TODAY)
    assert value(facts, "partner_job_search") == value(facts, "partner_third_country") == "no"
    unknown = derive(make_household(), TODAY)
    assert value(unknown, "partner_job_search") is None


def test_without_a_car_there_is_none_from_abroad():
    assert value(derive(make_household(car="no"), TODAY), "car_from_abroad") == "no"
    assert value(derive(make_household(car="yes"), TODAY), "car_from_abroad") is None


@pytest.mark.parametrize(
    ("own", "sponsor", "role", "kin"),
    [
        ("IN", "NL", PARTNER, "yes"),
        ("IN", "NL", CHILD, "yes"),
        ("IN", "NL", OTHER, None),
        ("IN", "DE", PARTNER, "no"),
        ("IN", "IN", PARTNER, "no"),
        ("IN", None, PARTNER, None),
        (None, "NL", PARTNER, None),
        (None, "DE", PARTNER, "no"),
        ("NL", "NL", PARTNER, "no"),
    ],
)
def test_relatives_of_a_citizen_with_free_movement_come_under_another_law(own, sponsor, role, kin):
    """§§ 1, 3 FreizügG/EU; relatives of Germans come under §§ 28 ff. AufenthG."""
    household = make_household(
        make_member(1, nationality=sponsor), make_member(2, role, nationality=own)
    )
    assert value(derive(household, TODAY), "family_of_eu_citizen", 2) == kin


@pytest.mark.parametrize(
    ("birth", "after_1970", "adult", "licence"),
    [((1970, 12, 31), "no", "yes", None), ((1971, 1, 1), "yes", "yes", None),
     ((1970,), "no", "yes", None), ((2008,), "yes", None, None),
     ((2009, 11, 25), "yes", "no", "none"), ((2012,), "yes", "no", "none"),
     (None, None, None, None)],
)  # fmt: skip
def test_a_birth_says_what_age_alone_can_say(birth, after_1970, adult, licence):
    """§ 20 Abs. 8 IfSG, § 2 BGB, § 10 FeV."""
    facts = derive(make_household(make_member(birth=birth)), TODAY)
    assert value(facts, "born_after_1970") == after_1970
    assert value(facts, "adult") == adult
    assert value(facts, "licence_from") == licence


def test_recorded_answers_go_before_derived_ones_and_keep_their_source():
    household = make_household(
        make_member(nationality="US", entry="visa"), origin="US", moves_from="eu"
    )
    facts = derive(household, TODAY)
    assert facts.seen_from(1)[FactKey.ENTRY] == Known("visa", Source.RECORDED, 1)
    assert facts.seen_from(None)[FactKey.MOVES_FROM] == Known("eu", Source.RECORDED)


def test_an_answer_of_a_person_recorded_for_the_household_is_the_professionals():
    household = make_household(make_member(1), make_member(2, PARTNER), licence_from="third")
    facts = derive(household, TODAY)
    assert value(facts, "licence_from", 1) == value(facts, "licence_from") == "third"
    assert value(facts, "licence_from", 2) is None


def test_answers_out_of_scope_or_unknown_to_the_vocabulary_are_unknown():
    household = make_household(make_member(1, housing="rent", german_level="c9"), housing="tent")
    facts = derive(household, TODAY)
    assert value(facts, "housing") is value(facts, "german_level") is None


def test_every_derived_value_is_one_the_vocabulary_knows():
    facts = derive(nurse_from_india(), TODAY)
    for member in (None, 1, 2, 3, 4):
        for key, known in facts.seen_from(member).items():
            assert known.value in VOCABULARY[key].values
            if VOCABULARY[key].scope is FactScope.HOUSEHOLD:
                assert facts.seen_from(None)[key] == known
