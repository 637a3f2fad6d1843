"""The gap for planners on real files: what is counted, what is told, what an offer changes."""

from __future__ import annotations

import csv
import dataclasses
import io
from contextlib import closing
from datetime import date
from fractions import Fraction

import pytest
from sqlalchemy import text

from app.desk import open_desk
from app.done import Act
from app.errors import Reason, Refused, Unavailable
from app.progress import finish
from app.records.care import CarerDraft, CarerKind, CareState, ChoiceDraft, RosterDraft
from app.records.care_gap import ALL, GROUPS, OfferDraft
from app.records.cases import CloseReason, PersonDraft
from app.records.providers import Category
from app.rules.calendar import PartialDate
from app.rules.care_gap import AgeGroup, GapLeft, slot_of
from app.rules.care_offer import Bearer
from app.rules.rosters import Duty, Roster
from app.rules.terms import MemberRole
from db.file import open_file
from tests.bench.care_gap import TODAY, gap_file
from tests.conftest import ROOT
from tests.makers import make_case, make_provider
from tests.services.test_care_sheets import text_of

MONDAY = date(2027, 3, 1)
EARLY = RosterDraft(
    Roster(date(2027, 1, 4), None, 1, tuple(Duty(day, 360, 852) for day in range(5)))
)
FROM_1 = GROUPS.index(AgeGroup.FROM_1)


def add_home(desk, *, rosters=True, born=PartialDate(2024, 9, 1), **known):  # noqa: B008
    """A parent alone with a toddler, five early shifts a week."""
    case = make_case(desk, home_town="Norden", home_postcode="26506", **known)
    desk.household.add(case, PersonDraft(MemberRole.CHILD, given="Mika", birth=born))
    people = desk.candidates.case(case).people
    if rosters:
        desk.rosters.save_roster(people[0].id, EARLY)
    return case, people[-1].id


@pytest.fixture
def homes(desk):
    return [add_home(desk) for _ in range(6)]


def report_of(desk):
    return finish(desk.gaps.report(MONDAY))


def test_proposals_cover_nothing_and_promises_and_relatives_do(desk, homes):
    whole = 6 * 492 * 5
    assert report_of(desk).minutes() == whole
    kita = make_provider(desk, category=Category.KITA, hours_osm="Mo-Fr 07:00-13:00")
    for state, taken in ((CareState.PROPOSED, 0), (CareState.WANTED, 0), (CareState.PROMISED, 360)):
        desk.care.decide(homes[0][1], ChoiceDraft(state, provider=kita))
        friday = Fraction(taken, 4)  # Good Friday, of which the hours say nothing
        assert report_of(desk).minutes() == whole - 5 * taken + friday
    desk.rosters.add_carer(
        homes[1][0], CarerDraft(CarerKind.RELATIVE, "Oma", "Mo-Su,PH 06:00-07:00")
    )
    assert report_of(desk).minutes() == whole - 5 * 360 + 90 - 5 * 60


def test_numbers_stand_by_place_age_and_hour(desk, homes):
    report = report_of(desk)
    assert [each.name for each in report.places] == ["Norden"]
    assert report.minutes(0, FROM_1, slot_of(0, 6)) == 6 * 60
    assert report.minutes(0, FROM_1, slot_of(0, 14)) == 6 * 12
    assert report.minutes(0, FROM_1, slot_of(6, 8)) == 0
    assert report.concerned(0) == report.households == 6
    assert report.notes == ()


def test_closed_cases_do_not_count_and_few_are_not_told(desk, homes):
    for case, _ in homes[:2]:
        desk.candidates.close(case, CloseReason.ELSEWHERE)
    report = report_of(desk)
    assert report.minutes() is None
    assert report.concerned() is None
    assert report.households is None
    assert report.table.shown == {}


def test_what_is_left_out_is_told_without_small_numbers(desk, homes):
    for _ in range(5):
        add_home(desk, rosters=False)
    add_home(desk, born=None)
    notes = {each.left: each.count for each in report_of(desk).notes}
    assert notes == {GapLeft.NO_ROSTER: 5, GapLeft.NO_BIRTH: None}


def test_a_report_holds_no_household(desk, homes):
    seen = repr(dataclasses.asdict(report_of(desk)))
    assert "Mika" not in seen
    assert "case" not in seen


def test_what_if_somebody_opened_earlier(desk, homes):
    report = report_of(desk)
    answer = finish(desk.gaps.what_if(report, OfferDraft("Mo-Fr 06:00-07:30", last_month=35)))
    per_week = Fraction(6 * 90 * 19, 4)  # Good Friday, of which the hours say nothing
    assert (answer.helped, answer.whole, answer.freed) == (6, 0, per_week)
    assert (answer.before, answer.after) == (report.minutes(), report.minutes() - per_week)
    assert answer.groups == ((AgeGroup.FROM_1, per_week),)
    older = finish(desk.gaps.what_if(report, OfferDraft("Mo-Fr 06:00-07:30", first_month=36)))
    assert older.helped == 0


def test_places_paid_by_an_employer_are_for_its_staff(desk, homes):
    clinic = make_provider(desk, organisation="Klinik", category=Category.EMPLOYER)
    other = make_provider(desk, organisation="Werft", category=Category.EMPLOYER)
    for _ in range(5):
        add_home(desk, employer=clinic)
    report = report_of(desk)
    draft = OfferDraft("Mo-Fr 05:00-15:00", employer=clinic)
    assert finish(desk.gaps.what_if(report, draft)).helped == 5
    draft = OfferDraft("Mo-Fr 05:00-15:00", employer=other)
    assert finish(desk.gaps.what_if(report, draft)).helped == 0


def test_an_offer_has_a_price_and_bearers_by_hand(desk, homes):
    """10 h a week at 40 € are 520 h and 20.800 € a year: 3.466,67 € for each of six households. 19
    mornings in four weeks (Good Friday is not known) are 95 h open in 10 weeks."""
    shares = ((Bearer.PUBLIC, 75), (Bearer.EMPLOYER, 25))
    draft = OfferDraft("Mo-Fr 05:30-07:30", cents=4000, shares=shares)
    answer = finish(desk.gaps.what_if(report_of(desk), draft))
    cost = answer.cost
    hours = Fraction(19 * 2 * 52, 4)
    assert cost.open_hours == hours
    assert cost.total == 4000 * hours
    assert cost.by == (
        (Bearer.PUBLIC, 3000 * hours),
        (Bearer.EMPLOYER, 1000 * hours),
    )
    assert cost.a_household == round(Fraction(cost.total, 6))
    assert cost.an_hour == round(Fraction(cost.total) / (answer.freed / 60 * 52))
    assert cost.unknown == ()


def test_the_cost_of_few_households_gives_nothing_away(desk, homes):
    """With one household less than may be told, every sum is that of any other number."""
    draft = OfferDraft("Mo-Fr 05:30-07:30", cents=4000, bearer=Bearer.PUBLIC)
    many = finish(desk.gaps.what_if(report_of(desk), draft)).cost
    for case, _ in homes[:2]:
        desk.candidates.close(case, CloseReason.ELSEWHERE)
    answer = finish(desk.gaps.what_if(report_of(desk), draft))
    assert answer.helped is None
    assert (answer.cost.total, answer.cost.by) == (many.total, many.by)
    assert (answer.cost.a_household, answer.cost.an_hour) == (None, None)


@pytest.mark.parametrize(
    ("known", "reason", "field"),
    [
        ({"shares": ((Bearer.PUBLIC, 60), (Bearer.FAMILY, 30))}, Reason.SHARES_NOT_WHOLE, "shares"),
        ({"shares": ((Bearer.OPEN, 100),)}, Reason.NOT_A_NUMBER, "shares"),
        ({"cents": -1}, Reason.NOT_AN_AMOUNT, "cents"),
    ],
)
def test_a_price_that_cannot_be_is_refused(desk, homes, known, reason, field):
    with pytest.raises(Refused) as told:
        finish(desk.gaps.what_if(report_of(desk), OfferDraft("Mo-Fr 06:00-07:00", **known)))
    assert (told.value.reason, told.value.field) == (reason, field)


def test_files_carry_the_offer_and_who_bears_it(desk, homes, tmp_path):
    report = report_of(desk)
    draft = OfferDraft("Mo-Fr 06:00-07:30", cents=4000, shares=((Bearer.PUBLIC, 100),))
    answer = finish(desk.gaps.what_if(report, draft))
    finish(desk.gaps.save_csv(report, tmp_path / "l.csv", answer))
    rows = list(csv.reader(io.StringIO((tmp_path / "l.csv").read_text("utf-8-sig")), delimiter=";"))
    told = dict(rows[rows.index([]) + 2 :])
    euro = f"{answer.cost.total / 100:,.2f}".translate(str.maketrans(",.", ".,"))
    assert told["Kosten im Jahr"] == f"{euro} €"
    assert told["davon öffentliche Hand"] == f"{euro} € (100 %)"
    assert told["Haushalte mit weniger Lücke"] == "6"
    page = text_of(desk.gaps.preview(report, answer))
    assert f"Kosten im Jahr: {euro} €" in " ".join(page.split())


@pytest.mark.parametrize(
    ("limits", "whom"),
    [
        ({}, "Kinder jeden Alters"),
        ({"first_month": 0, "last_month": 35}, "Kinder unter 3 Jahren"),
        ({"first_month": 12, "last_month": 83}, "Kinder von 1 bis 6 Jahren"),
        ({"first_month": 6, "last_month": 20}, "Kinder von 6 bis 20 Monaten"),
        ({"first_month": 36}, "Kinder ab 36 Monaten"),
        ({"elders": True}, "Ältere"),
    ],
)
def test_files_say_for_whom_the_offer_is(desk, homes, tmp_path, limits, whom):
    clinic = make_provider(desk, organisation="Deichklinik", category=Category.EMPLOYER)
    draft = OfferDraft("mo-fr 6-7.30", postcode="26506", radius_km=7.5, employer=clinic, **limits)
    report = report_of(desk)
    finish(desk.gaps.save_csv(report, tmp_path / "l.csv", finish(desk.gaps.what_if(report, draft))))
    rows = list(csv.reader(io.StringIO((tmp_path / "l.csv").read_text("utf-8-sig")), delimiter=";"))
    assert rows[rows.index([]) + 2 :][:4] == [
        ["Zeiten", "Mo–Fr 06:00–07:30"],
        ["für", whom],
        ["nur Beschäftigte von", "Deichklinik"],
        ["in der Nähe", "höchstens 7,5 km um 26506"],
    ]


def test_an_offer_near_a_post_code_helps_those_around(desk, homes):
    report = report_of(desk)
    for postcode, helped in (("26506", 6), ("26603", 0)):
        draft = OfferDraft("Mo-Fr 05:00-15:00", postcode=postcode, radius_km=5)
        assert finish(desk.gaps.what_if(report, draft)).helped == helped


def test_an_older_report_is_computed_again_for_an_offer(desk, homes):
    report = report_of(desk)
    report_of(desk)
    add_home(desk)
    assert finish(desk.gaps.what_if(report, OfferDraft("Mo-Fr 06 bis 8 Uhr"))).helped == 7


@pytest.mark.parametrize(
    ("draft", "reason"),
    [
        (OfferDraft("immer mal"), Reason.NOT_OPENING_HOURS),
        (OfferDraft(""), Reason.NOT_OPENING_HOURS),
        (OfferDraft("Mo-Fr 05:00-07:00", 36, 12), Reason.NOT_AN_AGE),
        (OfferDraft("Mo-Fr 05:00-07:00", radius_km=0), Reason.NOT_A_DISTANCE),
        (OfferDraft("Mo-Fr 05:00-07:00", postcode="0"), Reason.NOT_A_POSTCODE),
        (OfferDraft("Mo-Fr 05:00-07:00", provider=99), Reason.NO_SUCH_PROVIDER),
        (OfferDraft("Mo-Fr 05:00-07:00", employer=99), Reason.NO_SUCH_PROVIDER),
    ],
    ids=lambda each: each.value if isinstance(each, Reason) else "",
)
def test_a_wrong_offer_is_refused(desk, homes, draft, reason):
    report = report_of(desk)
    with pytest.raises(Refused) as refused:
        finish(desk.gaps.what_if(report, draft))
    assert refused.value.reason is reason


def test_csv_holds_what_may_be_told_and_is_recorded(desk, homes, tmp_path):
    report, path = report_of(desk), tmp_path / "luecke.csv"
    saved = finish(desk.gaps.save_csv(report, path))
    assert saved.done.act is Act.GAP_EXPORTED
    assert saved.done.batch is None
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"))
    assert rows[0][:3] == ["Gemeindeschlüssel", "Gemeinde", "Altersgruppe"]
    assert ["03452019", "Norden", "1 und 2", "Montag", "6 bis 7 Uhr", "360", ""] in rows
    assert ["alle", "alle", "alle", "alle", "alle", "14760", "6"] in rows
    assert [each.name for each in tmp_path.glob("luecke*")] == ["luecke.csv"]


def test_a_file_is_not_left_half_written(desk, homes, tmp_path):
    report = report_of(desk)
    for save in (desk.gaps.save_csv, desk.gaps.save_page):
        with pytest.raises(Unavailable):
            finish(save(report, tmp_path / "gone" / "luecke"))
        work = save(report, tmp_path / "stopped")
        next(work)
        work.close()
        assert not list(tmp_path.glob("stopped*"))
        with pytest.raises(Refused):
            finish(save(report, desk.transactions.file.path))


def test_the_file_is_free_while_the_gap_is_computed(desk, homes):
    work = desk.gaps.report(MONDAY)
    next(work)
    add_home(desk)
    assert finish(work).minutes() == 6 * 492 * 5


def test_no_hidden_number_of_an_invented_county_follows_from_the_csv(tmp_path):
    """The numbers of the CSV alone, as somebody outside reads them, attacked by their sums."""
    path = gap_file(tmp_path, 150)
    with closing(open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "x")) as desk:
        report = finish(desk.gaps.report())
    table = report.table
    assert table.hidden
    assert table.number((ALL, ALL, ALL)) is not None
    for place in (*range(len(report.places)), ALL):
        for group in range(len(GROUPS)):
            inside = [(place, group, slot) for slot in range(168)]
            hidden = [key for key in inside if key in table.hidden]
            if hidden and (place, group, ALL) not in table.hidden:
                assert len(hidden) > 1
    for group in (*range(len(GROUPS)), ALL):
        for slot in (*range(168), ALL):
            hidden = [
                place for place in range(len(report.places)) if (place, group, slot) in table.hidden
            ]
            assert len(hidden) != 1 or (ALL, group, slot) in table.hidden


def test_what_left_the_office_stands_in_the_journal_and_cannot_be_taken_back(desk, homes, tmp_path):
    finish(desk.gaps.save_csv(report_of(desk), tmp_path / "luecke.csv"))
    desk.gaps.record_printed()
    with desk.transactions.reading() as session:
        batches = session.execute(text("SELECT id, act FROM batches ORDER BY id DESC")).all()
    assert [each.act for each in batches[:2]] == [Act.GAP_EXPORTED.value] * 2
    for each in batches[:2]:
        with pytest.raises(Refused) as refused:
            desk.history.undo(each.id)
        assert refused.value.reason is Reason.NOTHING_TO_UNDO
