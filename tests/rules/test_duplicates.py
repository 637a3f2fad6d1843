"""Which two records may be one provider, how surely, and what is said for and against it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.records.providers import Category, ProviderDraft
from app.rules.duplicates import LARGEST, SHARED_BY, Index
from app.rules.likeness import Likelihood, Likeness

KITA = ProviderDraft(
    organisation="Kita Deichkinder",
    category=Category.KITA,
    street="Am Markt 3",
    postcode="26506",
    town="Norden",
    phone="04931 4711-0",
    latitude=53.5960,
    longitude=7.2050,
)
BARE = replace(KITA, street="", phone="", latitude=None, longitude=None)
CERTAIN, LIKELY, POSSIBLE = Likelihood


def verdict(one, other):
    """How likely it is that both are one, None for not; and what was seen."""
    index = Index()
    index.add(7, one)
    found = index.likely(other)
    if not found:
        return None, set()
    [match] = found
    assert match.id == 7
    return match.likelihood, {each.what for each in match.seen}


@pytest.mark.parametrize(
    ("changes", "likelihood"),
    [
        ({}, CERTAIN),
        ({"organisation": "Kindertagesstätte Deichkinder e. V."}, CERTAIN),
        ({"organisation": "Kita Deichkinder", "phone": ""}, CERTAIN),
        ({"street": "", "latitude": None, "longitude": None}, CERTAIN),
        ({"organisation": "Kita Teichkinder"}, CERTAIN),
        ({"organisation": "Kita Deichkidner", "phone": ""}, LIKELY),
        ({"organisation": "Kita Deichkinder am Park", "phone": ""}, POSSIBLE),
        ({"organisation": "Kita Deichkinder am Park"}, LIKELY),
        ({"organisation": "Kita Sonnenschein"}, POSSIBLE),
        ({"organisation": "Kita Sonnenschein", "phone": ""}, None),
        ({"organisation": "Kita Sonnenschein", "street": "Osterstr. 9", "latitude": 53.61}, None),
        ({"street": "Osterstr. 9", "phone": "", "latitude": 53.5965}, LIKELY),
        ({"street": "Osterstr. 9", "phone": "", "latitude": 53.605}, POSSIBLE),
        ({"street": "Osterstr. 9", "phone": "", "latitude": 53.70}, None),
        ({"postcode": "26524", "town": "Hage", "street": "Weg 1", "phone": ""}, None),
        ({"postcode": "26524", "town": "Hage", "latitude": None, "longitude": None}, POSSIBLE),
        ({"organisation": "Krippe Deichkinder", "phone": ""}, POSSIBLE),
        ({"organisation": "DRK-Kita Deichkinder"}, CERTAIN),
        ({"category": Category.ELDER_CARE}, LIKELY),
        ({"category": Category.OTHER}, CERTAIN),
        ({"category": Category.ELDER_CARE, "phone": ""}, POSSIBLE),
        ({"organisation": "Kita Deichkinder 2"}, LIKELY),
    ],
)
def test_what_is_shared_makes_it_likely(changes, likelihood):
    changed = replace(KITA, **changes)
    assert verdict(KITA, changed)[0] is likelihood
    assert verdict(changed, KITA)[0] is likelihood


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Grundschule 1", "Grundschule 2"),
        ("Kita Himmelblau Haus 1", "Kita Himmelblau Haus 2"),
        ("Kita Paulus Nord", "Kita Paulus Süd"),
        ("Berufsbildende Schulen I", "Berufsbildende Schulen II"),
    ],
)
def test_another_number_is_another_house_whatever_else_they_share(one, other):
    mine, others = replace(KITA, organisation=one), replace(KITA, organisation=other)
    assert verdict(mine, others)[0] is None


def test_two_kinds_of_school_in_one_house_are_two_schools():
    school = replace(BARE, category=Category.SCHOOL, street="Schulstr. 1")
    primary = replace(school, organisation="Realschule Langendamm")
    middle = replace(school, organisation="Grundschule Langendamm")
    assert verdict(primary, middle)[0] is None


def test_an_address_of_two_offices_makes_them_no_pair():
    office = replace(KITA, organisation="Landkreis Aurich", category=Category.AUTHORITY)
    one = replace(office, office_type="youth_office", service="Jugendamt")
    other = replace(office, office_type="immigration", service="Ausländerbehörde")
    assert verdict(one, other)[0] is None
    likelihood, seen = verdict(one, replace(other, office_type=""))
    assert likelihood is POSSIBLE
    assert Likeness.OTHER_SERVICE in seen


def test_places_named_after_their_town_are_one_only_at_one_address():
    one = replace(KITA, organisation="Ev. Kindergarten Norden", phone="")
    assert verdict(one, replace(one, organisation="Kita Norden e. V."))[0] is CERTAIN
    elsewhere = replace(one, street="Osterstr. 9", latitude=53.61)
    assert verdict(one, elsewhere)[0] is None
    assert verdict(one, replace(BARE, organisation="Kita Norden"))[0] is POSSIBLE


def test_a_name_of_another_place_is_another_name():
    one = replace(BARE, organisation="Grundschule Lehe", town="Lehe", category=Category.SCHOOL)
    other = replace(one, organisation="Grundschule Kluse", town="Kluse")
    assert verdict(one, other)[0] is None


@pytest.mark.parametrize(
    ("changes", "seen"),
    [
        ({}, {Likeness.SAME_NAME, Likeness.SAME_ADDRESS, Likeness.SAME_PHONE}),
        (
            {"organisation": "Kita Teichkinder", "phone": "+49 4931 4711"},
            {Likeness.SOUNDS_ALIKE, Likeness.SAME_ADDRESS, Likeness.SAME_PHONE},
        ),
        (
            {"street": "Am Markt 30", "latitude": 53.60},
            {Likeness.SAME_NAME, Likeness.SAME_STREET, Likeness.SAME_PHONE},
        ),
        (
            {"street": "", "postcode": ""},
            {Likeness.SAME_NAME, Likeness.NEAR, Likeness.SAME_PHONE},
        ),
        (
            {"street": "", "latitude": None, "longitude": None, "postcode": ""},
            {Likeness.SAME_NAME, Likeness.SAME_TOWN, Likeness.SAME_PHONE},
        ),
        (
            {"postcode": "26524", "town": "Hage", "latitude": 53.70},
            {Likeness.SAME_NAME, Likeness.OTHER_PLACE, Likeness.FAR, Likeness.SAME_PHONE},
        ),
    ],
)
def test_what_is_seen_is_told(changes, seen):
    _, told = verdict(KITA, replace(KITA, **changes))
    if told:  # the last case is no pair
        assert told == seen
    else:
        assert Likeness.FAR in seen


def test_the_metres_between_them_are_told():
    index = Index()
    index.add(1, KITA)
    [match] = index.likely(replace(KITA, street="", latitude=53.5963))
    [near] = [each for each in match.seen if each.what is Likeness.NEAR]
    assert near.metres == 33


@pytest.mark.parametrize("field", ["email", "website"])
def test_other_ways_to_reach_somebody_count_too(field):
    values = {"email": "info@kita.example", "website": "https://kita.example"}
    mine = replace(BARE, **{field: values[field]})
    _, seen = verdict(mine, replace(mine, organisation="Deichkinder"))
    assert {Likeness.SAME_EMAIL, Likeness.SAME_WEBSITE} & seen


def test_a_number_of_many_records_tells_nothing():
    index = Index()
    for number in range(SHARED_BY + 1):
        street = f"Weg {number}"
        index.add(
            number, replace(KITA, organisation=f"Kita {'abcdefg'[number] * 6}", street=street)
        )
    other = replace(KITA, organisation="Kita Zwergenland", street="Weg 0")
    assert index.likely(other) == ()
    few = Index()
    few.add(1, replace(KITA, organisation="Kita Aaaaaa", street="Weg 0"))
    assert [match.likelihood for match in few.likely(other)] == [POSSIBLE]


def test_the_likeliest_comes_first():
    index = Index()
    index.add(1, replace(KITA, organisation="Kita Deichkinder am Park", phone=""))
    index.add(2, KITA)
    index.add(3, replace(KITA, phone="", street="Osterstr. 9", latitude=53.6))
    assert [match.id for match in index.likely(KITA)] == [2, 1, 3]


def test_each_pair_is_told_once_smaller_id_first():
    index = Index()
    for number in (5, 3, 9):
        index.add(number, KITA)
    assert len(index) == 3
    told = [(each.first, each.second) for found in index.pairs() for each in found]
    assert sorted(told) == [(3, 5), (3, 9), (5, 9)]


def test_an_id_is_taken_once():
    index = Index()
    index.add(1, KITA)
    with pytest.raises(KeyError):
        index.add(1, BARE)


def test_very_many_alike_are_told_in_a_row():
    index = Index()
    for number in range(LARGEST + 10):
        index.add(number, BARE)
    told = [(each.first, each.second) for found in index.pairs() for each in found]
    assert told == [(number, number + 1) for number in range(LARGEST + 9)]
    assert len(index.likely(BARE)) == LARGEST


def test_a_record_that_says_nothing_is_like_no_other():
    index = Index()
    index.add(1, ProviderDraft(organisation="Verein"))
    index.add(2, ProviderDraft(organisation="Verein"))
    assert index.likely(ProviderDraft(organisation="")) == ()
    assert [pair for found in index.pairs() for pair in found] == []


def test_every_likeness_is_for_or_against():
    against = {each for each in Likeness if each.is_against}
    assert against == {
        Likeness.OTHER_NAME,
        Likeness.OTHER_CATEGORY,
        Likeness.OTHER_KIND,
        Likeness.OTHER_BODY,
        Likeness.OTHER_SERVICE,
        Likeness.OTHER_PLACE,
        Likeness.PART_OF,
        Likeness.ONE_NUMBERED,
        Likeness.FAR,
    }
