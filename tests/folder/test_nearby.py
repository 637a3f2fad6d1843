"""The offices and providers of a folder: those that concern the family, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.folder.contents import Address, Place, PlaceKind
from app.folder.nearby import Candidate, Child, Unfit, Wishes, chosen, judged, kind_of
from app.folder.place_contents import Reason, Why
from app.records.providers import Category
from app.rules.school_matching import School
from app.rules.terms import OfficeType

HERE = (53.59, 7.2)
TWO = Child("Meera", 26)
SEVEN = Child("Arun", 86)
FAMILY = Wishes(
    HERE,
    town="Sielhaven",
    children=(TWO, SEVEN),
    learners=("Rajesh",),
    seekers=("Rajesh",),
    permits=("Anitha", "Rajesh"),
    professionals=("Anitha",),
    offices=frozenset({"registry", "nursing_recognition"}),
)
ALONE = Wishes(HERE, offices=frozenset())


def made(category: Category, name: str = "", **changes: object) -> Candidate:
    place = Place(name=name or category.value, address=Address("Deichstraße 1"))
    return replace(Candidate(place, category), **changes)  # type: ignore[arg-type]


def authority(name: str, office_type: str) -> Candidate:
    return made(Category.AUTHORITY, name, office_type=office_type)


OFFICES = (
    authority("Bürgerbüro", "registry"),
    authority("Ausländerbehörde", "immigration"),
    authority("Gesundheitsamt", ""),
)


@pytest.mark.parametrize(
    ("permits", "found"),
    [
        (("Anitha",), ["Ausländerbehörde", "Bürgerbüro", "Gesundheitsamt"]),
        ((), ["Bürgerbüro", "Gesundheitsamt"]),
    ],
)
def test_the_immigration_office_is_for_who_needs_a_title(permits, found):
    """§ 4 AufenthG: no Germans, nobody with free movement."""
    wishes = Wishes(home=None, permits=permits)
    assert [place.name for place in chosen(OFFICES, wishes).places] == found


@pytest.mark.parametrize(
    ("candidate", "family", "alone"),
    [
        (made(Category.KITA, min_age=12, max_age=72), Reason(Why.AGE, ("Meera",)), None),
        (made(Category.KITA), Reason(Why.AGE_UNKNOWN, ("Meera",)), None),
        (made(Category.SCHOOL), Reason(Why.PUPIL, ("Arun",)), None),
        (made(Category.LANGUAGE_COURSE), Reason(Why.GERMAN, ("Rajesh",)), None),
        (made(Category.EMPLOYER), Reason(Why.WORK, ("Rajesh",)), None),
        (made(Category.ELDER_CARE), None, None),
        (made(Category.FUNDING_BODY), None, None),
        (made(Category.HOUSING), Reason(Why.HOME), Reason(Why.HOME)),
        (made(Category.MOVER), Reason(Why.MOVE), Reason(Why.MOVE)),
        (made(Category.COUNSELLING), Reason(Why.NEWCOMER), Reason(Why.NEWCOMER)),
        (authority("", "immigration"), Reason(Why.PERMIT, ("Anitha", "Rajesh")), None),
        (authority("", "nursing_recognition"), Reason(Why.RECOGNITION, ("Anitha",)), None),
        (authority("", "medical_chamber"), None, None),
        (authority("", "dog_tax"), None, None),
        (
            made(Category.AUTHORITY, office_type="registry", in_charge=True),
            Reason(Why.IN_CHARGE, place="Sielhaven"),
            Reason(Why.NEWCOMER),
        ),
    ],
)
def test_the_facts_of_a_household_say_why_a_place_is_there_or_that_nothing_asks_for_it(
    candidate, family, alone
):
    assert judged(candidate, FAMILY) == (family or Unfit.UNNEEDED)
    assert judged(candidate, ALONE) == (alone or Unfit.UNNEEDED)


@pytest.mark.parametrize(
    ("classes", "primary", "other"),
    [
        ({0}, True, False),  # enters when it comes
        ({4}, True, False),
        ({5}, False, True),
        ({4, 5, 6}, True, True),  # may have repeated one
        (set(), True, True),
    ],
)
def test_a_school_is_for_the_children_whose_class_it_has(classes, primary, other):
    """What is printed as "Für Arun" is no primary school for a child of the fifth class."""
    pupil = replace(FAMILY, children=(TWO, replace(SEVEN, classes=frozenset(classes))))
    for school, right in ((School(first=1, last=4), primary), (School(first=5), other)):
        found = judged(made(Category.SCHOOL, school=school), pupil)
        assert found == (Reason(Why.PUPIL, ("Arun",)) if right else Unfit.UNNEEDED)
    chosen_there = made(Category.SCHOOL, school=School(first=12), decided=True)
    assert judged(chosen_there, pupil) == Reason(Why.PUPIL, ("Arun",))


def test_who_has_found_a_home_and_moved_needs_neither_landlords_nor_movers():
    settled = replace(FAMILY, housed=True, moved=True)
    homes = (Category.HOUSING, Category.ESTATE_MANAGER, Category.MOVER)
    assert {judged(made(category), settled) for category in homes} == {Unfit.UNNEEDED}


def test_near_is_what_is_near():
    doctor = made(Category.DOCTOR)
    assert judged(doctor, FAMILY, 14.9) == Reason(Why.NEAR)
    assert judged(doctor, FAMILY, 16.0) == Reason(Why.NEWCOMER)
    assert judged(doctor, FAMILY, None) == Reason(Why.NEWCOMER)


@pytest.mark.parametrize(
    ("changes", "unfit"),
    [
        ({"min_age": 36}, Unfit.AGE),
        ({"full": True}, Unfit.FULL),
        ({"staff": 7}, Unfit.OTHER_STAFF),
        ({"place": Place(name="Kita")}, Unfit.UNREACHABLE),
    ],
)
def test_what_does_not_fit_is_left_out_and_told(changes, unfit):
    free = made(Category.KITA, "Kita am Siel")
    other = made(Category.KITA, "Kita", **changes)
    choice = chosen((free, other), FAMILY)
    assert [place.name for place in choice.places] == ["Kita am Siel"]
    assert [(place.name, why) for place, why in choice.left_out] == [("Kita", unfit)]


def test_a_decided_place_is_printed_though_it_is_full_and_so_are_all_where_none_is_free():
    full = made(Category.KITA, "Voll", full=True)
    free = made(Category.KITA, "Frei")
    both = chosen((full, free), FAMILY)
    assert [place.name for place in both.places] == ["Frei"]
    decided = chosen((replace(full, decided=True), free), FAMILY)
    assert [place.name for place in decided.places] == ["Frei", "Voll"]
    alone = chosen((full,), FAMILY)
    assert [place.name for place in alone.places] == ["Voll"]
    assert alone.left_out == ()


def test_places_for_the_staff_of_a_parents_employer_are_there():
    own = made(Category.KITA, staff=7)
    assert isinstance(judged(own, replace(FAMILY, employers=frozenset({7}))), Reason)


def test_only_what_would_have_been_printed_is_told():
    """The seventh kita is left out for want of room, not for its ages."""
    near = [made(Category.KITA, f"Kita {number}", point=HERE) for number in range(6)]
    far = made(Category.KITA, "Kita fern", point=(53.7, 7.2), min_age=60)
    assert chosen((*near, far), FAMILY).left_out == ()
    assert len(chosen((*near[:5], far), FAMILY).left_out) == 1


@pytest.mark.parametrize("office", ["nursing_recognition", "medical_chamber", "grants"])
def test_bodies_of_the_profession_stand_in_its_chapter_whatever_they_are_kept_under(office):
    assert OfficeType(office)
    assert kind_of(authority("", office)) is PlaceKind.FUNDING
    assert kind_of(made(Category.COUNSELLING, office_type=office)) is PlaceKind.FUNDING
