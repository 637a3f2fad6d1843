"""Places of care that employers keep or pay for, on a real file: told, refused, weighed, united."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.errors import Reason, Refused
from app.records.care import CareState, ChoiceDraft
from app.records.cases import PersonDraft
from app.records.employer_places import EmployerPlaceDraft, PlaceKind
from app.records.providers import Category
from app.rules.calendar import PartialDate
from app.rules.care_fit import CareReason, Verdict
from app.rules.terms import MemberRole
from tests.makers import make_case, make_provider
from tests.services.test_care_gap import EARLY
from tests.services.test_care_sheets import text_of

MONDAY = date(2027, 3, 1)


@pytest.fixture
def clinic(desk):
    return make_provider(desk, organisation="Deichklinik", category=Category.EMPLOYER)


@pytest.fixture
def other(desk):
    return make_provider(desk, organisation="Werft", category=Category.EMPLOYER)


@pytest.fixture
def kita(desk):
    return make_provider(
        desk,
        organisation="Kita Deichkinder",
        category=Category.KITA,
        hours_osm="Mo-Fr 06:00-17:00",
        min_age_months=12,
        max_age_months=83,
        places=20,
    )


@pytest.fixture
def family(desk, clinic):
    case = make_case(desk, employer=clinic)
    child = PersonDraft(MemberRole.CHILD, given="Mika", birth=PartialDate(2024, 9, 1))
    desk.household.add(case, child)
    people = desk.candidates.case(case).people
    desk.rosters.save_roster(people[0].id, EARLY)
    return case, people[-1].id


def card_of(desk, family):
    (person,) = desk.care.board(family[0], MONDAY).persons
    (card,) = person.cards
    return card


def said(desk, family, *reasons):
    card = card_of(desk, family)
    return [(e.reason, dict(e.facts)) for e in card.said if e.reason in reasons]


def refused(reason, act, *args):
    with pytest.raises(Refused) as told:
        act(*args)
    assert told.value.reason is reason
    return told.value


def test_what_the_own_employer_keeps_and_pays_is_said_on_the_card(desk, family, kita, clinic):
    keeps = EmployerPlaceDraft(kita, clinic, PlaceKind.RESERVES, 4, note="GEHEIM")
    desk.employer_places.add(keeps)
    pays = EmployerPlaceDraft(kita, clinic, PlaceKind.PAYS, None, 8000, None, date(2027, 7, 31))
    desk.employer_places.add(pays)
    assert said(desk, family, CareReason.OWN_STAFF, CareReason.EMPLOYER_PAYS) == [
        (CareReason.OWN_STAFF, {"name": "Deichklinik", "count": 4}),
        (
            CareReason.EMPLOYER_PAYS,
            {"name": "Deichklinik", "cents": 8000, "on": date(2027, 7, 31)},
        ),
    ]
    desk.care.decide(family[1], ChoiceDraft(CareState.WANTED, kita))
    printed = " ".join(text_of(desk.folders.care_preview(*family, "de")).split())
    assert "Ihr Arbeitgeber Deichklinik hält hier Plätze für Beschäftigte frei: 4." in printed
    assert "zahlt hier 80,00 € im Monat dazu. Das gilt bis 31.07.2027." in printed
    assert "GEHEIM" not in printed


def test_what_others_keep_is_not_for_this_family(desk, family, kita, clinic, other):
    place = EmployerPlaceDraft(kita, other, PlaceKind.RESERVES, 8)
    key = int(desk.employer_places.add(place).facts["id"])
    assert said(desk, family, CareReason.PARTLY_RESERVED) == [
        (CareReason.PARTLY_RESERVED, {"count": 8, "name": "Werft", "of": 20})
    ]
    desk.employer_places.edit(key, replace(place, places=20))
    assert card_of(desk, family).verdict is Verdict.UNFIT
    desk.employer_places.edit(key, replace(place, kind=PlaceKind.PAYS, cents=5000))
    assert said(desk, family, CareReason.PARTLY_RESERVED, CareReason.EMPLOYER_PAYS) == []


def test_what_has_ended_is_not_said(desk, family, kita, clinic):
    desk.employer_places.add(
        EmployerPlaceDraft(kita, clinic, PlaceKind.RESERVES, 4, valid_to=date(2027, 2, 28))
    )
    assert said(desk, family, CareReason.OWN_STAFF) == []


def test_the_entrys_own_word_stands_with_the_others(desk, kita, clinic, other):
    entry = desk.providers.provider(kita)
    organisation = next(
        each.organisation_id for each in _organisations(desk, clinic) if each.id == clinic
    )
    desk.providers.edit(kita, replace(entry.draft, reserved_for=organisation, reserved_places=6))
    desk.employer_places.add(EmployerPlaceDraft(kita, other, PlaceKind.PAYS, cents=100))
    found = desk.employer_places.of_provider(kita)
    assert [(e.id is None, e.employer_name, e.draft.places) for e in found] == [
        (True, "Deichklinik", 6),
        (False, "Werft", None),
    ]
    assert desk.providers.provider(kita).kept == found
    assert desk.employers.profile(other).kept[0].name.startswith("Kita Deichkinder")
    too_many = EmployerPlaceDraft(kita, other, PlaceKind.RESERVES, 15)
    told = refused(Reason.MORE_THAN_PLACES, desk.employer_places.add, too_many)
    assert (told.field, dict(told.facts)) == ("places", {"places": 20, "kept": 6, "left": 14})


def test_what_others_keep_one_after_the_other_is_not_added_up(desk, kita, clinic, other):
    until = date(2027, 7, 31)
    desk.employer_places.add(
        EmployerPlaceDraft(kita, clinic, PlaceKind.RESERVES, 12, valid_to=until)
    )
    desk.employer_places.add(
        EmployerPlaceDraft(kita, clinic, PlaceKind.RESERVES, 15, valid_from=date(2027, 8, 1))
    )
    mine = EmployerPlaceDraft(kita, other, PlaceKind.RESERVES, 6)
    told = refused(Reason.MORE_THAN_PLACES, desk.employer_places.add, mine)
    assert dict(told.facts) == {"places": 20, "kept": 15, "left": 5}
    desk.employer_places.add(replace(mine, places=5))
    desk.employer_places.edit(
        desk.employer_places.of_provider(kita)[-1].id, replace(mine, places=8, valid_to=until)
    )


def _organisations(desk, provider):
    from db.repositories import care_places

    with desk.transactions.reading() as session:
        return care_places.organisations(session, [provider])


def test_what_cannot_be_is_told_beside_its_field(desk, kita, clinic):
    pays = EmployerPlaceDraft(kita, clinic, PlaceKind.PAYS)
    assert refused(Reason.NOT_AN_AMOUNT, desk.employer_places.add, pays).field == "cents"
    zero = replace(pays, cents=0)
    assert refused(Reason.NOT_AN_AMOUNT, desk.employer_places.add, zero).field == "cents"
    none = replace(pays, cents=1, places=0)
    told = refused(Reason.NOT_A_NUMBER, desk.employer_places.add, none)
    assert (told.field, told.facts["above"]) == ("places", 0)  # 0 is a number: told that it is low
    back = replace(pays, cents=1, valid_from=date(2027, 2, 1), valid_to=date(2027, 1, 1))
    refused(Reason.ENDS_BEFORE_IT_BEGINS, desk.employer_places.add, back)
    once = replace(pays, cents=1, valid_to=date(2027, 1, 31))
    desk.employer_places.add(once)
    again = replace(once, valid_from=date(2027, 1, 31), valid_to=None)
    told = refused(Reason.EMPLOYER_PLACE_TWICE, desk.employer_places.add, again)
    assert (told.field, told.facts["name"]) == ("valid_from", "Deichklinik")
    desk.employer_places.add(replace(again, valid_from=date(2027, 2, 1)))
    refused(Reason.NO_SUCH_EMPLOYER_PLACE, desk.employer_places.remove, 99)
    refused(Reason.NO_SUCH_PROVIDER, desk.employer_places.add, replace(once, provider=99))


def test_uniting_two_entries_keeps_what_employers_pay_once(desk, kita, clinic, other):
    twin = make_provider(desk, organisation="Kita Deich-Kinder", category=Category.KITA)
    same = EmployerPlaceDraft(kita, clinic, PlaceKind.PAYS, cents=8000)
    desk.employer_places.add(same)
    desk.employer_places.add(replace(same, provider=twin))
    desk.employer_places.add(replace(same, provider=twin, employer=other))
    done = desk.duplicates.merge(kita, twin, {}, "doppelt")
    names = [each.employer_name for each in desk.employer_places.of_provider(kita)]
    assert names == ["Deichklinik", "Werft"]
    desk.history.undo(done.batch)
    assert len(desk.employer_places.of_provider(twin)) == 2
