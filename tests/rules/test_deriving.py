"""What the records of a household imply, and what they leave unknown."""

from __future__ import annotations

import pytest

from app.rules.childhood import CHILD_FACTS
from app.rules.deriving import derive
from app.rules.facts import VOCABULARY, FactKey, FactScope, Known, Source
from app.rules.origins import FREE_MOVEMENT, VISA_FREE_LONG_STAY, Origin, origin_of
from app.rules.terms import MemberRole

from .makers import FAMILIES, TODAY, make_household, make_member, value

CHILD, PARTNER, OTHER = MemberRole.CHILD, MemberRole.PARTNER, MemberRole.OTHER


def test_every_fact_key_has_an_entry_with_values_and_a_meaning():
    assert set(VOCABULARY) == set(FactKey)
    for key, word in VOCABULARY.items():
        assert word.meaning, key
        assert word.is_country or len(set(word.values)) == len(word.values) >= 2, key


def test_a_closed_fact_allows_its_values_and_a_country_any_country():
    assert VOCABULARY[FactKey.HOUSING].allows("rent")
    assert not VOCABULARY[FactKey.HOUSING].allows("tent")
    countries = VOCABULARY[FactKey.LICENCE_COUNTRY]
    assert all(countries.allows(code) for code in ("IN", "GG", "XK", "US-FL"))
    assert not any(countries.allows(code) for code in ("in", "IND", "CA-ON", "US-", "ÄÖ", ""))


def test_only_pregnancy_care_and_health_are_special_categories():
    """Art. 9 Abs. 1 DSGVO."""
    art9 = {key for key, word in VOCABULARY.items() if word.art9}
    assert art9 == {FactKey.PREGNANT, FactKey.CARE_NEED, FactKey.HEALTH_NEED}


def test_no_special_category_is_ever_derived():
    for make in FAMILIES.values():
        facts = derive(make(), TODAY)
        for sight in (facts.household, *facts.members.values()):
            told = {key for key, known in sight.items() if VOCABULARY[key].art9}
            assert all(sight[key].source is Source.RECORDED for key in told)


def test_an_empty_record_implies_next_to_nothing():
    facts = derive(make_household(), TODAY)
    no_child = {*CHILD_FACTS, FactKey.SCHOOL_CLASS}
    proven = {FactKey.FAMILY_OF_EU_CITIZEN, FactKey.JOB_ENDS_EARLY}
    assert set(facts.seen_from(1)) == no_child | proven
    assert set(facts.seen_from(None)) == proven


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


@pytest.mark.parametrize("family", FAMILIES)
def test_every_derived_value_is_one_the_vocabulary_knows(family):
    household = FAMILIES[family]()
    facts = derive(household, TODAY)
    for member in (None, *(each.id for each in household.members)):
        for key, known in facts.seen_from(member).items():
            assert VOCABULARY[key].allows(known.value)
            if VOCABULARY[key].scope is FactScope.HOUSEHOLD:
                assert facts.seen_from(None)[key] == known


@pytest.mark.parametrize(
    ("nationality", "recorded", "origin", "entry", "visa_free"),
    [
        (None, {"origin": "eu"}, "eu", "free", "no"),
        (None, {"origin": "de"}, "de", "free", "no"),
        (None, {"origin": "third"}, "third", None, None),
        ("IN", {"origin": "eu"}, "eu", "free", "no"),
        ("GB", {"origin": "eu"}, "eu", "free", "yes"),
    ],
    ids=["free movement", "German", "third country, which one unknown", "two nationalities",
         "two, one of them visa-free"],
)  # fmt: skip
def test_a_recorded_origin_says_what_it_can_without_the_nationality(
    nationality, recorded, origin, entry, visa_free
):
    facts = derive(make_household(make_member(nationality=nationality, **recorded)), TODAY)
    found = [value(facts, key, 1) for key in ("origin", "entry", "visa_free_41")]
    assert found == [origin, entry, visa_free]


def test_third_country_nationals_who_live_in_germany_enter_no_more():
    household = make_household(make_member(origin="third"), origin="DE")
    assert value(derive(household, TODAY), "entry") == "resident"


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        # A spouse may stay abroad.
        ({"partner": "no"}, {"married": None, "partner_job_search": "no"}),
        ({"partner": "yes"}, {"married": None, "partner_job_search": None}),
        ({"housing": "own"}, {"waste_by_tenant": "yes"}),
        ({"housing": "dormitory"}, {"waste_by_tenant": "no"}),
        ({"housing": "rent"}, {"waste_by_tenant": None}),
        ({"housing": "own", "waste_by_tenant": "no"}, {"waste_by_tenant": "no"}),
        ({}, {"waste_by_tenant": None, "pet": None, "dog": None, "car": None}),
        ({"dog": "yes"}, {"pet": "yes"}),
        ({"dog": "no"}, {"pet": None}),
        ({"pet": "no"}, {"dog": "no"}),
        ({"pet": "yes"}, {"dog": None}),
        ({"car": "no"}, {"car_from_abroad": "no"}),
        ({"car_from_abroad": "yes"}, {"car": "yes"}),
    ],
    ids=str,
)
def test_an_answer_of_the_household_says_what_follows_from_it(recorded, expected):
    facts = derive(make_household(**recorded), TODAY)
    assert {key: value(facts, key) for key in expected} == expected


def test_a_home_that_is_recorded_is_found_and_one_that_is_not_is_not_said_to_be_missing():
    known = derive(make_household(home_known=True), TODAY).household[FactKey.HOME_FOUND]
    assert known == Known("yes", Source.HOME)
    assert value(derive(make_household(), TODAY), "home_found") is None
    told = make_household(home_known=True, home_found="no")
    assert value(derive(told, TODAY), "home_found") == "no"


LICENCES = {
    # id: birth, recorded, licence_from, licence_test
    "Germany": (None, {"licence_country": "DE"}, "de", None),
    "EU": (None, {"licence_country": "FR"}, "eu", None),
    "EEA": (None, {"licence_country": "NO"}, "eu", None),
    "Switzerland is no member of the EEA": (None, {"licence_country": "CH"}, "third", "none"),
    "not listed": (None, {"licence_country": "IN"}, "third", "both"),
    "state of the USA": (None, {"licence_country": "US-FL"}, "third", "theory"),
    "looked up nowhere": (None, {"licence_country": "BD"}, "third", "ask"),
    "third country, which one unknown": (None, {"licence_from": "third"}, "third", None),
    "recorded group": (None, {"licence_from": "third", "licence_country": "MD"}, "third",
                       "practical"),
    "the two contradict": (None, {"licence_from": "third", "licence_country": "FR"}, "third",
                           "ask"),
    "recorded none": (None, {"licence_from": "none", "licence_country": "IN"}, "none", None),
    "too young": ((2010, 1, 1), {}, "none", None),
    "too young, and yet": ((2010, 1, 1), {"licence_country": "UA"}, "third", "none"),
    "no such country": (None, {"licence_country": "India"}, None, None),
    "recorded test": (None, {"licence_country": "IN", "licence_test": "ask"}, "third", "ask"),
    "nobody said": (None, {}, None, None),
}  # fmt: skip


@pytest.mark.parametrize("case", LICENCES.values(), ids=LICENCES)
def test_the_country_of_a_licence_says_its_group_and_its_tests(case):
    """§§ 28 to 31 FeV."""
    birth, recorded, licence_from, licence_test = case
    facts = derive(make_household(make_member(birth=birth, **recorded)), TODAY)
    found = (value(facts, "licence_from", 1), value(facts, "licence_test", 1))
    assert found == (licence_from, licence_test)
