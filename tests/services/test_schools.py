"""Schools on a real file: described, chosen, matched, tied to care, printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.errors import Reason, Refused
from app.folder.contents import PlaceKind
from app.progress import finish
from app.records.care import CareState, ChoiceDraft, RosterDraft, WaysDraft
from app.records.cases import CaseDraft, PersonDraft
from app.records.directory import ProviderQuery
from app.records.events import EventKind
from app.records.housing import InterestDraft, InterestState, OfferDraft, WishDraft
from app.records.providers import Category
from app.records.schools import (
    ProfileDraft,
    SchoolChoiceDraft,
    SchoolCover,
    SchoolRefusal,
    SchoolState,
    WaysFrom,
)
from app.records.travel import TravelDraft
from app.rules.calendar import Day, PartialDate
from app.rules.cover import CareKind
from app.rules.facts import FactKey
from app.rules.home_matching import WayThere
from app.rules.rosters import Duty, Roster
from app.rules.school_matching import AllDay, Criterion, SchoolType
from app.rules.terms import AnchorKind, Answer, Feature, MemberRole
from app.services.events import events
from tests.conftest import TODAY
from tests.makers import NURSE, make_case, make_provider
from tests.readback import readback
from tests.services.test_care_sheets import text_of
from tests.verapdf.engine import verapdf

PROFILE = ProfileDraft(
    SchoolType.PRIMARY,
    1,
    4,
    catchment=("03452019",),
    all_day=AllDay.OPEN,
    all_day_osm="Mo-Th 13:00-15:30",
    all_day_places=3,
    german_class=True,
    as_of=date(2026, 11, 2),
)
CONSIDERED = SchoolChoiceDraft(SchoolState.CONSIDERED)


@pytest.fixture
def case(desk):
    draft = CaseDraft(language="ar", home_postcode="26506", home_town="Norden")
    found = desk.candidates.register(draft, NURSE).case
    child = PersonDraft(MemberRole.CHILD, "Amal", birth=PartialDate(2020, 5, 4))
    desk.household.add(found, child)
    return found


@pytest.fixture
def school(desk):
    made = make_provider(
        desk,
        organisation="Grundschule am Deich",
        category=Category.SCHOOL,
        postcode="26506",
        town="Norden",
        hours_osm="Mo-Fr 08:00-13:00",
    )
    desk.schools.describe(made, PROFILE)
    return made


def child_of(desk, case):
    return desk.schools.board(case).children[0]


def refused(reason, act, *args):
    with pytest.raises(Refused) as told:
        act(*args)
    assert told.value.reason is reason
    return told.value


def test_a_school_of_the_district_with_all_day_places_suits_the_first_class(desk, case, school):
    child = child_of(desk, case)
    assert (child.school_class, child.at_school, child.all_day_right) == (1, True, Answer.YES)
    (match,) = child.matches
    assert (match.school.provider, match.match.fits) == (school, Answer.YES)
    assert Criterion.ALL_DAY_PLACE in {each.criterion for each in match.match.weighed}
    desk.schools.describe(school, replace(PROFILE, catchment=("03452001",)))
    (match,) = child_of(desk, case).matches
    assert match.match.fits is Answer.NO


def test_the_right_to_all_day_care_is_that_of_the_year_a_child_enters(desk, case):
    desk.household.add(case, PersonDraft(MemberRole.CHILD, "Sami", birth=PartialDate(2021, 2, 12)))
    _, child = desk.schools.board(case).children
    assert (child.at_school, child.school_class, child.on) == (False, 1, date(2027, 8, 1))
    assert child.all_day_right is Answer.YES


def test_who_is_in_class_four_today_and_comes_next_year_is_told_schools_of_class_five(desk, case):
    make_provider(desk, organisation="Grundschule Nirgendwo", category=Category.SCHOOL)
    draft = PersonDraft(MemberRole.CHILD, "Sami", birth=PartialDate(2017, 3, 4))
    person = int(desk.household.add(case, draft).facts["person"])
    desk.household.record(case, person, FactKey.SCHOOL_CLASS, "4")
    desk.plan.set_anchor(case, AnchorKind.WORK_START, Day(date(2027, 9, 1)))
    _, child = desk.schools.board(case).children
    assert child.school_class == 5
    assert [each.match.fits for each in child.matches] == [Answer.NO]


def test_the_folder_names_no_primary_school_for_a_child_of_the_fifth_class(desk, case, school):
    """A child is printed beside a school only where the school may have its class."""
    make_provider(desk, organisation="Oberschule Norden", category=Category.SCHOOL)
    draft = PersonDraft(MemberRole.CHILD, "Sami", birth=PartialDate(2015, 2, 3))
    person = int(desk.household.add(case, draft).facts["person"])
    desk.household.record(case, person, FactKey.SCHOOL_CLASS, "5")
    printed = desk.folders.contents(case, "de").places
    assert {each.name: each.why.names for each in printed if each.kind is PlaceKind.SCHOOL} == {
        "Grundschule am Deich": ("Amal",),
        "Oberschule Norden": ("Sami",),
    }


def test_a_school_of_the_list_alone_is_told_by_its_name_and_the_rest_is_open(desk, case):
    make_provider(desk, organisation="Grundschule Nirgendwo", category=Category.SCHOOL)
    (match,) = child_of(desk, case).matches
    assert match.match.fits is Answer.UNCLEAR
    assert match.match.weighed[0].answer is Answer.YES  # class 1 is one of a primary school


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"first_class": 0}, Reason.NOT_A_VALUE, "first_class"),
        ({"last_class": 14}, Reason.NOT_A_VALUE, "last_class"),
        ({"first_class": 5}, Reason.NOT_A_VALUE, "last_class"),
        ({"catchment": ("Norden",)}, Reason.NOT_A_VALUE, "catchment"),
        ({"all_day_osm": "nachmittags"}, Reason.NOT_OPENING_HOURS, "all_day_osm"),
        ({"as_of": None}, Reason.DAY_MISSING, "as_of"),
        ({"as_of": date(2027, 1, 1)}, Reason.DATE_IN_FUTURE, "as_of"),
    ],
)
def test_what_cannot_be_of_a_school_is_told_beside_its_field(desk, school, changes, reason, field):
    told = refused(reason, desk.schools.describe, school, replace(PROFILE, **changes))
    assert told.field == field
    assert desk.schools.profile(school) == PROFILE


def ways(desk, case):
    board = desk.schools.board(case)
    return board, {each.school.name: each.school.way for each in board.children[0].matches}


def test_the_way_to_school_is_by_the_table_else_estimated_and_never_over_water(desk, case):
    for town, postcode in (("Hage", "26524"), ("Norderney", "26548"), ("Norden", "26506")):
        make_provider(
            desk,
            organisation=f"Schule {town}",
            category=Category.SCHOOL,
            postcode=postcode,
            town=town,
            latitude=None,
            longitude=None,
        )
    board, found = ways(desk, case)
    assert (board.starts, board.start) == (WaysFrom.HOME, "Norden")
    assert found["Schule Hage"].estimated
    assert 2 < found["Schule Hage"].minutes < 30
    assert found["Schule Norderney"] == WayThere(ferry=True)
    assert found["Schule Norden"] is None  # of both the post code alone is known
    desk.travel.enter(TravelDraft("Norden", "Hage", 12))
    desk.travel.enter(TravelDraft("Norden", "Norderney", 75, ferry=True))
    _, found = ways(desk, case)
    assert found["Schule Hage"] == WayThere(12)
    assert found["Schule Norderney"] == WayThere(75, ferry=True)


def test_the_way_to_a_kita_is_told_as_that_to_a_school(desk, case):
    child = child_of(desk, case).person
    kitas = {
        town: make_provider(desk, postcode=code, town=town, latitude=None, longitude=None)
        for town, code in (("Hage", "26524"), ("Norderney", "26548"), ("Norden", "26506"))
    }
    for kita in kitas.values():
        desk.care.decide(child, ChoiceDraft(CareState.WANTED, kita))

    def way_to(town):
        cared = child_of(desk, case).cared
        return next(each.way for each in cared if each.provider == kitas[town])

    assert way_to("Hage").estimated
    assert 2 < way_to("Hage").minutes < 30
    assert way_to("Norderney") == WayThere(ferry=True)
    assert way_to("Norden") is None
    desk.travel.enter(TravelDraft("Norden", "Hage", 12))
    assert way_to("Hage") == WayThere(12)
    edited = replace(desk.candidates.case(case).draft, home_town="", home_postcode="")
    desk.candidates.edit(case, edited)
    assert way_to("Hage") is None  # nobody knows where it begins


def test_ways_begin_at_the_promised_home_or_the_only_wish_until_there_is_a_home(
    desk, case, school, tmp_path
):
    case_draft = desk.candidates.case(case).draft
    desk.candidates.edit(case, replace(case_draft, home_town="", home_postcode=""))
    assert desk.schools.board(case).starts is None
    two = WishDraft(municipalities=("03452019", "03452008"))
    desk.housing.keep_wish(case, two)
    board, found = ways(desk, case)
    assert (board.starts, board.home, found["Grundschule am Deich"]) == (None, True, None)
    desk.housing.keep_wish(case, replace(two, municipalities=("03452008",)))
    board, found = ways(desk, case)
    assert (board.starts, board.start) == (WaysFrom.WISH, "Hage")
    assert found["Grundschule am Deich"].estimated
    offer = OfferDraft("3 Zimmer", postcode="26603", town="Aurich", cold_cents=70_000)
    flat = int(desk.housing.add(offer).facts["id"])
    desk.viewings.note(case, flat, InterestDraft(InterestState.ACCEPTED))
    board, found = ways(desk, case)
    assert (board.starts, board.start) == (WaysFrom.PROMISED, "Aurich")
    assert found["Grundschule am Deich"].minutes > 30


def test_the_sheet_tells_the_way_from_a_home_and_not_from_a_wish(desk, case, school, tmp_path):
    desk.travel.enter(TravelDraft("Hage", "Norden", 12))
    desk.travel.enter(TravelDraft("Hage", "Aurich", 31))
    child = child_of(desk, case).person
    desk.schools.choose(child, school, CONSIDERED)
    kita = make_provider(
        desk,
        postcode="26603",
        town="Aurich",
        hours_osm="Mo-Fr 07:00-16:30",
        public_note="Bitte vormittags anrufen",
    )
    desk.care.decide(child, ChoiceDraft(CareState.WANTED, kita))
    edited = replace(desk.candidates.case(case).draft, home_town="Hage", home_postcode="26524")
    desk.candidates.edit(case, edited)
    order = desk.schools.sheet(case)
    text = saved(desk, order, "de", tmp_path)
    assert "Mit dem Auto: 12 Minuten" in text
    assert "Mit dem Auto: 31 Minuten" in text
    assert "Öffnungszeiten: Mo bis Fr: 7:00–16:30" in text
    assert "Bitte vormittags anrufen" in text
    desk.candidates.edit(case, replace(edited, home_town="", home_postcode=""))
    desk.housing.keep_wish(case, WishDraft(municipalities=("03452008",)))
    assert ways(desk, case)[0].starts is WaysFrom.WISH
    assert "Mit dem Auto" not in saved(desk, order, "de", tmp_path)
    offer = OfferDraft("3 Zimmer", postcode="26524", town="Hage", cold_cents=70_000)
    flat = int(desk.housing.add(offer).facts["id"])
    desk.viewings.note(case, flat, InterestDraft(InterestState.ACCEPTED))
    assert "Mit dem Auto: 12 Minuten" in saved(desk, order, "de", tmp_path)


def test_classes_nobody_entered_are_those_the_name_tells(desk, case, school):
    desk.schools.describe(school, replace(PROFILE, first_class=None, last_class=None))
    (match,) = child_of(desk, case).matches
    assert match.match.weighed[0].answer is Answer.YES


def test_a_choice_has_a_reason_where_it_came_to_nothing_and_one_place(desk, case, school):
    child = child_of(desk, case).person
    other = make_provider(desk, organisation="Oberschule", category=Category.SCHOOL)
    employer = make_provider(desk, organisation="Klinik", category=Category.EMPLOYER)
    choose = desk.schools.choose
    refused(Reason.NOT_A_SCHOOL, choose, child, employer, CONSIDERED)
    parent = desk.candidates.case(case).people[0].id
    refused(Reason.NOT_A_CHILD, choose, parent, school, CONSIDERED)
    refused(Reason.REASON_MISSING, choose, child, school, SchoolChoiceDraft(SchoolState.REFUSED))
    choose(child, school, SchoolChoiceDraft(SchoolState.ACCEPTED))
    told = refused(
        Reason.SECOND_SCHOOL, choose, child, other, SchoolChoiceDraft(SchoolState.ATTENDING)
    )
    assert told.facts["other"] == "Grundschule am Deich"
    over = SchoolChoiceDraft(SchoolState.REFUSED, reason=SchoolRefusal.NO_PLACE)
    choose(child, school, over)
    choose(child, other, SchoolChoiceDraft(SchoolState.ATTENDING))
    assert [each.draft.state for each in child_of(desk, case).choices] == [
        SchoolState.REFUSED,
        SchoolState.ATTENDING,
    ]


def test_the_next_day_is_an_open_event_until_there_is_a_place(desk, case, school):
    child = child_of(desk, case).person
    draft = SchoolChoiceDraft(SchoolState.VISITED, next_on=date(2026, 12, 1))
    desk.schools.choose(child, school, draft)
    with desk.transactions.reading() as session:
        (event,) = (each for each in events(session, [case]) if each.kind is EventKind.SCHOOL)
    assert (event.on, event.is_open, event.title) == (
        date(2026, 12, 1),
        True,
        "Grundschule am Deich",
    )
    desk.schools.choose(child, school, replace(draft, state=SchoolState.ACCEPTED))
    with desk.transactions.reading() as session:
        (event,) = (each for each in events(session, [case]) if each.kind is EventKind.SCHOOL)
    assert not event.is_open


def test_who_leaves_the_household_takes_the_choices_along_and_undo_brings_them(desk, case, school):
    child = child_of(desk, case).person
    desk.schools.choose(child, school, CONSIDERED)
    done = desk.household.remove(child)
    assert desk.schools.board(case).children == ()
    desk.history.undo(done.batch)
    assert len(child_of(desk, case).choices) == 1


def test_two_entries_of_one_school_become_one_with_the_further_choice(desk, case, school):
    twin = make_provider(desk, organisation="GS am Deich", category=Category.SCHOOL)
    child = child_of(desk, case).person
    desk.schools.choose(child, school, CONSIDERED)
    desk.schools.choose(child, twin, SchoolChoiceDraft(SchoolState.REGISTERED))
    desk.duplicates.merge(school, twin, {}, "doppelt")
    assert desk.schools.profile(school) == PROFILE
    (choice,) = child_of(desk, case).choices
    assert (choice.school.provider, choice.draft.state) == (school, SchoolState.REGISTERED)


def test_the_sheet_tells_what_is_noted_and_what_surely_fits(desk, case, school, tmp_path):
    order = desk.schools.sheet(case)
    text = saved(desk, order, "de", tmp_path)
    for said in (
        "Amal",
        "Grundschule am Deich",
        "Klasse 1 bis 4",
        "zuständig für Ihren Wohnort",
        "Ganztag, freiwillig",
        "3 Plätze frei",
        "Schuljahr 2026/27",
        "§ 24 Abs. 4 SGB VIII",
    ):
        assert said in text, said
    over = SchoolChoiceDraft(SchoolState.REFUSED, reason=SchoolRefusal.NO_PLACE)
    desk.schools.choose(child_of(desk, case).person, school, over)
    refused(Reason.NO_SCHOOLS, saved, desk, order, "de", tmp_path)


def test_a_school_of_the_care_board_is_told_with_all_that_is_known_of_it(
    desk, case, school, tmp_path
):
    child = child_of(desk, case).person
    desk.care.decide(child, ChoiceDraft(CareState.PROMISED, school))
    order = desk.schools.sheet(case)
    text = saved(desk, order, "de", tmp_path)
    assert "Klasse 1 bis 4" in text
    assert "Platz zugesagt" in text
    assert "Plätze frei" not in text  # who has a place asks for none
    desk.schools.choose(child, school, SchoolChoiceDraft(SchoolState.REGISTERED))
    text = saved(desk, order, "de", tmp_path)
    assert "angemeldet" not in text  # the care board is farther
    assert "Platz zugesagt" in text
    assert "Plätze frei" not in text


def saved(desk, order, language, folder):
    path = folder / "blatt.pdf"
    finish(desk.papers.save(order, language, path))
    return " ".join(text_of(path.read_bytes()).split())


def test_new_forms_and_digital_services_are_found_filtered_and_printed(desk, case):
    clinic = make_provider(
        desk,
        organisation="Haus am Siel",
        category=Category.DOCTOR,
        postcode="26506",
        town="Norden",
        online_form="https://siel.example.org/termin",
        features=("video_consultation", "regional_health_centre", "triage_practice"),
    )
    make_provider(desk, organisation="Praxis am Deich", category=Category.DOCTOR)
    lists = desk.lists

    def found(**query):
        return list(lists.provider_ids(ProviderQuery(**query)))

    triage = frozenset({Feature.TRIAGE_PRACTICE.value})
    assert found(features=triage) == [clinic]
    assert found(online=True) == [clinic]
    assert found(words="notfalltriage") == [clinic]  # as typed at Ctrl+K
    assert desk.providers.provider(clinic).draft.features[0] == "video_consultation"
    told = refused(
        Reason.NOT_A_VALUE,
        desk.providers.edit,
        clinic,
        replace(desk.providers.provider(clinic).draft, features=("fax",)),
    )
    assert told.field == "features"
    places = {each.name: each for each in desk.folders.contents(case, "de").places}
    assert places["Haus am Siel"].features == (
        "regional_health_centre",
        "triage_practice",
        "video_consultation",
    )
    assert places["Haus am Siel"].online_form == "https://siel.example.org/termin"


def test_the_cover_answer_says_what_stays_open_with_lessons_and_with_all_day(desk, case, school):
    nurse = desk.candidates.case(case).people[0].id
    monday = Roster(TODAY, None, 1, (Duty(0, 480, 960),))
    desk.rosters.save_roster(nurse, RosterDraft(monday))
    desk.rosters.set_ways(nurse, WaysDraft())
    child = child_of(desk, case)
    (match,) = child.matches
    assert match.cover == SchoolCover(before=480, lessons=180, all_day=30)
    draft = SchoolChoiceDraft(SchoolState.ATTENDING)
    desk.schools.choose(child.person, school, draft)
    (choice,) = child_of(desk, case).choices
    agreed = ChoiceDraft(CareState.PROMISED, school, hours_osm=choice.school.whole_day)
    desk.care.decide(child.person, agreed)
    (care,) = desk.care.decided(case)
    assert care.answers[0].open == 4 * 30  # the care board says the same
    (standing,) = child_of(desk, case).cared
    assert (standing.kind, standing.state) == (CareKind.SCHOOL, CareState.PROMISED)


def test_the_sheet_is_accessible_in_german_and_arabic(desk, case, school, tmp_path):
    paths = {each: tmp_path / f"schule-{each}.pdf" for each in ("de", "ar")}
    for language, path in paths.items():
        finish(desk.papers.save(desk.schools.sheet(case), language, path))
    assert verapdf(list(paths.values())) == []
    assert [finding for path in paths.values() for finding in readback(path)] == []


def test_an_all_day_offer_is_told_apart_from_the_school_it_belongs_to(desk):
    case = make_case(desk)
    desk.household.add(case, PersonDraft(MemberRole.CHILD, "Mats", birth=PartialDate(2018, 2, 9)))
    for category, service in ((Category.SCHOOL, "Schule"), (Category.ALL_DAY_CARE, "Ganztag")):
        make_provider(desk, organisation="Grundschule am Fehn", category=category, service=service)
    (child,) = desk.schools.board(case).children
    named = [each.school.name for each in child.matches]
    assert named == ["Grundschule am Fehn", "Grundschule am Fehn, Ganztag"]  # the school first
    place = SchoolChoiceDraft(SchoolState.ACCEPTED)
    desk.schools.choose(child.person, child.matches[1].school.provider, place)
    (child,) = desk.schools.board(case).children
    assert not child.has_school
    desk.schools.choose(child.person, child.matches[0].school.provider, place)
    (child,) = desk.schools.board(case).children
    assert child.has_school


def test_an_all_day_offer_covers_what_the_school_that_is_booked_leaves(desk, case, school):
    beside = make_provider(
        desk, organisation="Hort", category=Category.ALL_DAY_CARE, hours_osm="Mo-Fr 13:00-16:00"
    )
    nurse = desk.candidates.case(case).people[0].id
    duty = Roster(TODAY, None, 1, (Duty(0, 480, 960),))
    desk.rosters.save_roster(nurse, RosterDraft(duty))
    desk.rosters.set_ways(nurse, WaysDraft())
    child = child_of(desk, case).person
    booked = ChoiceDraft(CareState.PROMISED, school, hours_osm="Mo-Fr 08:00-13:00")
    desk.care.decide(child, booked)
    found = {each.school.provider: each.cover for each in child_of(desk, case).matches}
    assert found[beside] == SchoolCover(before=180, lessons=0)
    assert found[school].before == 480  # without the one that is booked
