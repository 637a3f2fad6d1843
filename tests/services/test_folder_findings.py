"""What a clerk is told of a folder, and the places and duties it is gathered from."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import event

from app.done import Act
from app.folder.place_contents import Why
from app.records.care import RosterDraft
from app.records.compositions import STANDARD, ChapterKind
from app.records.folders import Finding, FindingCode
from app.records.providers import Category
from app.records.roles import HolderDraft
from app.rules import spans
from app.rules.calendar import Day
from app.rules.facts import FactKey
from app.rules.rosters import Duty, Roster
from app.rules.terms import AnchorKind, Role
from db.tables.composition import Voucher
from db.tables.office import Setting
from tests.conftest import TODAY
from tests.makers import make_case, make_provider, with_dates
from tests.services.test_checking import checked

LONG_AGO = TODAY - timedelta(days=200)
EARLY = (6 * 60, 14 * 60)


@pytest.fixture
def case(desk):
    """A nurse with a child of four in Norden, at work from Monday 1 March 2027."""
    made = make_case(desk, children=1)
    with_dates(desk, made)
    return made


def found(desk, case, *codes, **asked):
    """Names by code, of those asked for."""
    return [
        (each.code, each.name)
        for each in desk.folders.findings(case, "de", **asked)
        if each.code in codes
    ]


def professional(desk, case):
    return desk.candidates.case(case).people[0].id


def test_the_age_of_a_check_is_told_by_its_category(desk, case):
    kita = make_provider(desk, organisation="Kita Alt")
    office = make_provider(desk, organisation="Amt", category=Category.COUNSELLING)
    make_provider(desk, organisation="Kita Nie")
    for key in (kita, office):
        checked(desk, key, 200)
    stale, never = (
        desk.folders.findings(case, "de"),
        found(desk, case, FindingCode.NEVER_CHECKED),
    )
    assert Finding(ChapterKind.CHILDREN, FindingCode.STALE, "Kita Alt", kita, LONG_AGO) in stale
    assert [each.name for each in stale if each.code is FindingCode.STALE] == ["Kita Alt"]
    assert never == [(FindingCode.NEVER_CHECKED, "Kita Nie")]
    places = {place.name: place.stale for place in desk.folders.contents(case, "de").places}
    assert places == {"Amt": False, "Kita Alt": True, "Kita Nie": False}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"min_age_months": 72}, FindingCode.WRONG_AGE),
        ({"free_places": 0, "free_as_of": TODAY}, FindingCode.FULL),
        ({"town": "", "postcode": ""}, FindingCode.UNREACHABLE),
    ],
)
def test_what_is_left_out_is_told_with_its_reason(desk, case, changes, code):
    make_provider(desk, organisation="Kita Frei")
    make_provider(desk, organisation="Kita Fort", **changes)
    assert [place.name for place in desk.folders.contents(case, "de").places] == ["Kita Frei"]
    assert found(desk, case, code) == [(code, "Kita Fort")]


def test_a_count_of_free_places_as_old_as_a_check_that_is_due_is_none(desk, case):
    make_provider(desk, organisation="Kita Frei")
    make_provider(desk, organisation="Kita Voll", free_places=0, free_as_of=LONG_AGO)
    places = desk.folders.contents(case, "de").places
    assert [(place.name, place.free) for place in places] == [
        ("Kita Frei", None),
        ("Kita Voll", None),
    ]


def test_missing_people_are_told_until_they_are_entered(desk, case):
    people = (FindingCode.NO_MENTOR, FindingCode.NO_WARD)
    assert [code for code, _ in found(desk, case, *people)] == list(people)
    desk.roles.hold(case, Role.MENTOR, HolderDraft("Jantje Seelhoff"))
    assert [code for code, _ in found(desk, case, *people)] == [FindingCode.NO_WARD]


def test_findings_follow_the_chapters_and_leave_out_those_not_printed(desk, case):
    make_provider(desk)
    kinds = [each.chapter for each in desk.folders.findings(case, "de")]
    assert kinds == sorted(kinds, key=list(ChapterKind).index)
    assert ChapterKind.CHILDREN in kinds
    without = STANDARD.with_choice(type(STANDARD.chapters[0])(ChapterKind.CHILDREN, printed=False))
    told = desk.folders.findings(case, "de", without)
    assert ChapterKind.CHILDREN not in {each.chapter for each in told}


def test_a_home_that_nobody_knows_is_told(desk):
    homeless = make_case(desk, home_town="", home_postcode="")
    assert found(desk, homeless, FindingCode.NO_HOME) == [(FindingCode.NO_HOME, "")]


def test_a_place_knows_why_it_is_there_from_the_records(desk, case):
    make_provider(desk, min_age_months=12, max_age_months=72)
    make_provider(desk, organisation="VHS", category=Category.LANGUAGE_COURSE)
    make_provider(
        desk,
        organisation="Rathaus",
        category=Category.AUTHORITY,
        office_type="registry",
        area=("03452019",),
    )
    why = {place.name: place.why for place in desk.folders.contents(case, "de").places}
    assert (why["Kita Deichkinder"].why, why["Kita Deichkinder"].names) == (Why.AGE, ("Yasmin",))
    assert (why["VHS"].why, why["VHS"].names) == (Why.GERMAN, ("Amira",))
    assert (why["Rathaus"].why, why["Rathaus"].place) == (Why.IN_CHARGE, "Norden")
    desk.household.record(case, professional(desk, case), FactKey.GERMAN_LEVEL, "c1")
    assert "VHS" not in {place.name for place in desk.folders.contents(case, "de").places}


def test_movers_are_for_who_has_yet_to_move(desk, case):
    make_provider(desk, organisation="Umzüge", category=Category.MOVER)
    assert [place.name for place in desk.folders.contents(case, "de").places] == ["Umzüge"]
    desk.plan.set_anchor(case, AnchorKind.MOVE_IN, Day(TODAY - timedelta(days=1)))
    assert desk.folders.contents(case, "de").places == ()


def test_duties_are_those_of_the_weeks_from_the_first_day_of_work(desk, case):
    assert desk.folders.contents(case, "de").duties is None
    amira = professional(desk, case)
    monday = date(2027, 3, 1)
    roster = Roster(monday, None, 2, (Duty(0, *EARLY), Duty(8, *EARLY)))
    desk.rosters.save_roster(amira, RosterDraft(roster))
    duties = desk.folders.contents(case, "de").duties
    assert (duties.first, duties.last) == (monday, date(2027, 3, 28))
    (worker,) = duties.workers
    assert (worker.name, len(worker.weeks)) == ("Amira", 4)
    assert worker.weeks[0] == spans.span(*EARLY)
    assert duties.vary
    assert duties.need == worker.weeks


def test_a_family_without_rosters_costs_one_question_more(desk, case):
    asked = []

    def note(_conn, _cursor, statement, *_):
        if " rosters" in statement:
            asked.append(statement)

    with desk.transactions.reading() as session:
        engine = session.get_bind()
    event.listen(engine, "before_cursor_execute", note)
    desk.folders.contents(case, "de")
    event.remove(engine, "before_cursor_execute", note)
    assert len(asked) <= 1


def test_a_voucher_that_has_ended_and_a_missing_officer_are_told(desk, case):
    yesterday = TODAY - timedelta(days=1)
    with desk.transactions.command(Act.FOLDER_SAVED) as session:
        session.add(Voucher(title="Freibad", valid_to=yesterday))
        session.add(Voucher(title="Museum", valid_to=TODAY))
        session.add(Voucher(title="Kino", valid_to=yesterday, archived_on=TODAY))
    told = desk.folders.findings(case, "de")
    ended = [each for each in told if each.code is FindingCode.VOUCHER_ENDED]
    assert [(each.name, each.on) for each in ended] == [("Freibad", yesterday)]
    assert Finding(ChapterKind.PRIVACY, FindingCode.NO_OFFICER) in told
    with desk.transactions.command(Act.FOLDER_SAVED) as session:
        session.add(Setting(key="officer", value="datenschutz@kreis.example"))
    codes = {each.code for each in desk.folders.findings(case, "de")}
    assert FindingCode.NO_OFFICER not in codes
