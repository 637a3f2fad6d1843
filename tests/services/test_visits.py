"""Visits on a real file: proposed, planned, agreed, checked; what is told and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from icalendar import Calendar

from app.errors import Reason, Refused
from app.progress import finish
from app.records.care import CareState, ChoiceDraft
from app.records.events import EventKind
from app.records.providers import Category
from app.records.travel import TravelDraft
from app.records.visits import RemarkKind, StopDraft, VisitDraft
from app.rules.calendar import Day
from app.rules.facts import FactKey
from app.rules.terms import AnchorKind, Stage
from app.rules.visit_days import StopKind, Why
from app.services.events import events
from app.services.visit_sheets import gathered
from db.repositories import visits
from tests.conftest import ROOT
from tests.makers import make_case, make_provider
from tests.services.visit_commands import AGREED, BACK, MONDAY, OUT, TOUR, WEEK

TUESDAY = date(2027, 6, 8)
ISLAND = StopDraft(StopKind.ISLAND, place="Strand", town="Testoog", minutes=180)


def made(desk, *stops, draft=WEEK, case=None):
    case = case or make_case(desk)
    return int(desk.visits.make(case, draft, stops).facts["id"])


def planned(desk, *stops, **beside):
    visit = made(desk, *stops, **beside)
    desk.visits.take(visit)
    return desk.visits.one(visit)


def times(view):
    return {
        view.stop(row.stop).draft.kind: (day.on, row.start)
        for day in view.plan.days
        for row in day.rows
    }


def refusal(act):
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.reason, refused.value.field


def test_a_visit_is_proposed_from_what_is_known_of_the_household(desk):
    clinic = make_provider(desk, organisation="Klinik", category=Category.EMPLOYER)
    near = make_provider(desk, organisation="Kita nah", latitude=53.6, longitude=7.2)
    make_provider(desk, organisation="Kita fern", town="Aurich", latitude=53.4, longitude=7.5)
    case = make_case(desk, children=1, employer=clinic)
    kinds = [(each.kind, each.provider) for each in desk.visits.proposed(case, date(2027, 2, 1))]
    assert kinds == [
        (StopKind.INTERVIEW, clinic),
        (StopKind.WARD, clinic),
        (StopKind.KITA, near),
        (StopKind.FLAT, None),
        (StopKind.BEACH, None),
        (StopKind.MEAL, None),
    ]
    desk.household.record(case, None, FactKey.HOUSING, "own")
    desk.region.add_sailing(OUT)
    desk.candidates.stage(case, Stage.CONTRACT)
    found = {each.kind: each for each in desk.visits.proposed(case, date(2029, 8, 1))}
    gone = {StopKind.FLAT, StopKind.KITA, StopKind.BEACH, StopKind.INTERVIEW}
    assert not gone & set(found)
    assert StopKind.WARD in found
    assert found[StopKind.ISLAND].town == "Testoog"


def test_the_kita_that_was_chosen_goes_before_the_nearest(desk):
    make_provider(desk, organisation="Kita nah", latitude=53.6, longitude=7.2)
    chosen = make_provider(desk, organisation="Kita fern", town="Aurich")
    case = make_case(desk, children=1)
    child = desk.candidates.case(case).people[1].id
    desk.care.decide(child, ChoiceDraft(CareState.WANTED, chosen))
    found = desk.visits.proposed(case, date(2027, 2, 1))
    assert [each.provider for each in found if each.kind is StopKind.KITA] == [chosen]


def test_a_plan_keeps_opening_hours_ways_and_what_was_agreed(desk):
    kita = make_provider(desk, town="Aurich", latitude=53.47, longitude=7.48)
    desk.travel.enter(TravelDraft("Aurich", "Norden", 33))
    view = planned(desk, replace(TOUR, provider=kita, asked_day=MONDAY), AGREED)
    assert times(view)[StopKind.INTERVIEW] == (MONDAY, 600)
    on, start = times(view)[StopKind.KITA]
    assert on == MONDAY
    assert 420 <= start <= 16 * 60 - 45
    ways = [leg for day in view.plan.days for row in day.rows for leg in row.way]
    assert any(leg.way.minutes == 33 and not leg.way.estimated for leg in ways)
    assert view.plan.conflicts == ()


def test_planning_shows_first_and_keeps_only_what_is_taken(desk):
    visit = made(desk, TOUR)
    assert desk.visits.plan(visit).days[0].rows
    assert not desk.visits.one(visit).is_planned
    desk.visits.take(visit)
    assert desk.visits.one(visit).is_planned


def test_an_island_needs_a_ferry_there_and_one_back_on_the_day(desk):
    case = make_case(desk)
    visit = made(desk, ISLAND, case=case)
    assert [note.why for note in desk.visits.plan(visit).notes] == [Why.NO_FERRY]
    desk.region.add_sailing(OUT)
    assert [note.why for note in desk.visits.plan(visit).notes] == [Why.NO_FERRY_BACK]
    desk.region.add_sailing(replace(BACK, days="Tu"))
    desk.visits.take(visit)
    view = desk.visits.one(visit)
    assert times(view)[StopKind.ISLAND][0] == TUESDAY
    tuesday = view.plan.days[1]
    ferries = [leg for leg in (*tuesday.rows[0].way, *tuesday.back) if leg.crossing]
    assert [(leg.start, leg.end) for leg in ferries] == [(540, 585), (960, 1005)]
    assert tuesday.rows[0].start >= 585


def test_a_ferry_that_is_taken_out_is_a_conflict_of_the_kept_plan(desk):
    desk.region.add_sailing(OUT)
    back = int(desk.region.add_sailing(BACK).facts["id"])
    view = planned(desk, ISLAND)
    assert view.plan.conflicts == ()
    desk.region.remove_sailing(back)
    again = desk.visits.one(view.id)
    assert times(again) == times(view)
    assert [note.why for note in again.plan.conflicts] == [Why.NO_FERRY_BACK]


def test_two_appointments_at_once_are_told_before_they_are_kept_and_after(desk):
    visit = made(desk, AGREED)
    other = replace(AGREED, kind=StopKind.WARD, asked_start=630)
    (before,) = desk.visits.check_stop(visit, other, None).conflicts
    assert (before.why, before.stop) == (Why.TWO_AT_ONCE, 0)
    desk.visits.add_stop(visit, other)
    (after,) = desk.visits.one(visit).plan.conflicts
    assert after.why is Why.TWO_AT_ONCE


def test_a_closed_provider_is_a_conflict_of_the_kept_plan(desk):
    kita = make_provider(desk)
    view = planned(desk, replace(TOUR, provider=kita))
    draft = desk.providers.provider(kita).draft
    desk.providers.edit(kita, replace(draft, valid_to=date(2027, 5, 31)))
    assert [note.why for note in desk.visits.one(view.id).plan.conflicts] == [Why.ENDED]


def test_a_pinned_stop_stays_where_it_is_until_it_is_free_again(desk):
    view = planned(desk, TOUR)
    key = view.stops[0].id
    desk.visits.pin(key, date(2027, 6, 9), 900)
    desk.visits.take(view.id)
    assert times(desk.visits.one(view.id))[StopKind.KITA] == (date(2027, 6, 9), 900)
    desk.visits.unpin(key)
    assert refusal(lambda: desk.visits.unpin(key))[0] is Reason.STOP_NOT_PINNED
    desk.visits.take(view.id)
    assert times(desk.visits.one(view.id)) == times(view)


def test_days_taken_from_a_visit_take_the_times_of_their_stops(desk):
    view = planned(desk, TOUR)
    desk.visits.pin(view.stops[0].id, date(2027, 6, 9), 900)
    desk.visits.edit(view.id, replace(WEEK, last=TUESDAY))
    again = desk.visits.one(view.id)
    assert again.stops[0].day is None
    assert [note.why for note in again.plan.conflicts] == [Why.NOT_DURING_VISIT]
    assert [note.why for note in desk.visits.plan(view.id).notes] == [Why.NOT_DURING_VISIT]


@pytest.mark.parametrize(
    ("first", "last", "kinds"),
    [
        (date(2026, 11, 16), date(2026, 11, 17), [RemarkKind.PAST]),
        (date(2027, 5, 6), date(2027, 5, 6), [RemarkKind.HOLIDAY]),
        (date(2027, 6, 4), date(2027, 6, 6), [RemarkKind.WEEKEND]),
        (date(2027, 7, 12), date(2027, 7, 13), [RemarkKind.SCHOOL_HOLIDAYS]),
        (date(2027, 6, 9), date(2027, 6, 10), [RemarkKind.OVERLAPS]),
        (date(2027, 6, 14), date(2027, 6, 15), []),
    ],
    ids=["past", "holiday", "weekend", "school holidays", "overlap", "nothing"],
)
def test_what_is_odd_about_the_days_is_told_while_they_are_typed(desk, first, last, kinds):
    case = make_case(desk)
    made(desk, case=case)
    assert [each.kind for each in desk.visits.remarks(case, VisitDraft(first, last))] == kinds


def test_every_ferry_is_an_entry_of_the_calendar_the_one_home_too(desk, tmp_path):
    for each in (OUT, BACK):
        desk.region.add_sailing(each)
    view = planned(desk, ISLAND)
    path = tmp_path / "insel.ics"
    assert finish(desk.visits.save_calendar(view.id, path, "de")).count == 3
    out, _, back = sorted(
        Calendar.from_ical(path.read_bytes()).walk("VEVENT"), key=lambda e: e.decoded("DTSTART")
    )
    assert back["SUMMARY"] == "Fähre von Testoog nach Norden, Fahrzeit 45 Minuten"
    assert [f"{e.decoded(key):%H:%M}" for e in (out, back) for key in ("DTSTART", "DTEND")] == [
        *("07:00", "07:45"),  # 9:00 in summer
        *("14:00", "14:45"),
    ]
    assert out["LOCATION"] == "Norden"
    assert "Fahrplan (erfunden)" in back["DESCRIPTION"]
    assert len({out["UID"], back["UID"]}) == 2


def test_no_hour_of_coming_home_is_printed_where_nobody_knows_the_way(desk):
    visit = planned(desk, TOUR, draft=replace(WEEK, base="", base_town=""))
    with desk.transactions.reading() as session:
        row = visits.by_id(session, visit.id)
        contents = gathered(session, row, ROOT / "resources", MONDAY)
    assert [day.back_at for day in contents.days] == [None, None, None]


def test_who_never_closes_or_tells_no_hours_is_asked_by_day(desk):
    clinic = make_provider(desk, category=Category.EMPLOYER, hours_osm="24/7")
    talk = StopDraft(StopKind.INTERVIEW, provider=clinic, minutes=60)
    flat = StopDraft(StopKind.FLAT, town="Norden", minutes=45)
    late = replace(WEEK, last=WEEK.first, wakes=15 * 60, rests=22 * 60)
    found = times(planned(desk, talk, flat, draft=late))
    assert found[StopKind.INTERVIEW][1] <= 16 * 60
    assert found[StopKind.FLAT][1] <= 19 * 60
    assert times(planned(desk, replace(talk, minutes=180), draft=late)) == {}
    agreed = replace(talk, asked_day=MONDAY, asked_start=18 * 60)
    assert times(planned(desk, agreed, draft=late)) == {StopKind.INTERVIEW: (MONDAY, 18 * 60)}


@pytest.mark.parametrize(
    ("draft", "reason", "field"),
    [
        (replace(WEEK, last=date(2027, 6, 6)), Reason.ENDS_BEFORE_IT_BEGINS, "last"),
        (replace(WEEK, last=date(2027, 7, 9)), Reason.VISIT_TOO_LONG, "last"),
        (replace(WEEK, rests=480), Reason.DAY_TOO_SHORT, "rests"),
        (replace(WEEK, base_id=999), Reason.NO_SUCH_PROVIDER, ""),
    ],
)
def test_a_visit_that_cannot_be_is_refused(desk, draft, reason, field):
    case = make_case(desk)
    assert refusal(lambda: desk.visits.make(case, draft)) == (reason, field)
    assert desk.visits.of_case(case) == ()


def test_a_second_visit_on_the_same_days_is_refused_with_those_days(desk):
    case = make_case(desk)
    made(desk, case=case)
    with pytest.raises(Refused) as refused:
        desk.visits.make(case, replace(WEEK, first=TUESDAY))
    assert refused.value.reason is Reason.VISIT_OVERLAPS
    assert refused.value.facts["other"] == "07.06.2027 – 09.06.2027"


@pytest.mark.parametrize(
    ("stop", "reason", "field"),
    [
        (replace(TOUR, minutes=3), Reason.NOT_STOP_MINUTES, "minutes"),
        (replace(TOUR, asked_day=date(2027, 6, 10)), Reason.STOP_OUTSIDE_VISIT, "asked_day"),
        (replace(TOUR, asked_start=1430), Reason.NOT_A_TIME, "asked_start"),
        (replace(TOUR, website="javascript:x"), Reason.NOT_A_WEBSITE, "website"),
        (replace(TOUR, wanted=4), Reason.NOT_A_VALUE, "wanted"),
    ],
)
def test_a_stop_that_cannot_be_is_refused(desk, stop, reason, field):
    visit = made(desk)
    assert refusal(lambda: desk.visits.add_stop(visit, stop)) == (reason, field)


def test_what_is_not_there_is_refused(desk):
    empty = made(desk)
    for act, reason in (
        (lambda: desk.visits.one(99), Reason.NO_SUCH_VISIT),
        (lambda: desk.visits.take(99), Reason.NO_SUCH_VISIT),
        (lambda: desk.visits.take(empty), Reason.NOTHING_TO_PLAN),
        (lambda: desk.visits.pin(99, MONDAY, 600), Reason.NO_SUCH_VISIT_STOP),
        (lambda: desk.papers.preview(desk.visits.sheet(empty), "de"), Reason.NOTHING_PLANNED),
    ):
        assert refusal(act)[0] is reason


def test_the_first_visit_shows_whether_the_plan_counts_from_it(desk):
    case = make_case(desk)
    first = made(desk, case=case)
    later = made(
        desk,
        case=case,
        draft=replace(WEEK, first=TUESDAY.replace(day=20), last=TUESDAY.replace(day=21)),
    )
    assert desk.visits.one(first).anchor is None
    assert [each.is_first for each in desk.visits.of_case(case)] == [True, False]
    assert desk.visits.one(later).id == later
    desk.plan.set_anchor(case, AnchorKind.VISIT, Day(MONDAY))
    assert desk.visits.one(first).anchor == Day(MONDAY)


def test_a_visit_is_an_event_and_what_nobody_confirmed_an_open_one_a_week_before(desk):
    case = make_case(desk)
    visit = made(desk, AGREED, ISLAND, case=case)
    with desk.transactions.reading() as session:
        waiting, span = events(session, [case])
    assert (waiting.kind, waiting.on, waiting.is_open) == (EventKind.VISIT, date(2027, 5, 31), True)
    assert waiting.title == "Kita am Siel"
    assert (span.on, span.until, span.row) == (MONDAY, date(2027, 6, 9), visit)
    desk.visits.confirm(desk.visits.one(visit).stops[0].id)
    with desk.transactions.reading() as session:
        assert [each.is_open for each in events(session)] == [False]


def test_merging_two_providers_takes_the_stops_along(desk):
    kept, dropped = make_provider(desk), make_provider(desk, organisation="Kita Deichkinder e.V.")
    view = planned(desk, replace(TOUR, provider=dropped))
    desk.duplicates.merge(kept, dropped, {}, "doppelt")
    assert desk.visits.one(view.id).stops[0].draft.provider == kept


def test_the_calendar_has_an_entry_for_each_stop_and_a_later_file_replaces_it(desk, tmp_path):
    view = planned(desk, replace(AGREED, confirmed=True, contact="Frau Siel"), TOUR)
    path = tmp_path / "besuch.ics"
    numbers = []
    for _ in range(2):
        assert finish(desk.visits.save_calendar(view.id, path, "de")).count == 2
        first, second = sorted(
            Calendar.from_ical(path.read_bytes()).walk("VEVENT"), key=lambda e: e["UID"]
        )
        numbers.append((first["UID"], int(first["SEQUENCE"])))
    assert numbers[0][0] == numbers[1][0]
    assert numbers[0][1] < numbers[1][1]
    # ten o'clock in summer is eight in UTC
    assert first.decoded("DTSTART").isoformat() == "2027-06-07T08:00:00+00:00"
    assert (first["STATUS"], second["STATUS"]) == ("CONFIRMED", "TENTATIVE")
    assert "Frau Siel" in first["DESCRIPTION"]
    assert "Kita am Siel" in first["LOCATION"]
    assert not path.with_name("besuch.ics.part").exists()


@pytest.mark.parametrize(
    ("draft", "reason", "field"),
    [
        (replace(OUT, source=" "), Reason.BLANK, "source"),
        (replace(OUT, to_town="norden"), Reason.SAME_TOWN, "to_town"),
        (replace(OUT, departs=1440), Reason.NOT_A_TIME, "departs"),
        (replace(OUT, minutes=0), Reason.NOT_MINUTES, "minutes"),
        (replace(OUT, days="Mo-Fr 08:00"), Reason.NOT_SAILING_DAYS, "days"),
        (replace(OUT, days="werktags"), Reason.NOT_SAILING_DAYS, "days"),
        (replace(OUT, as_of=date(2027, 1, 1)), Reason.DATE_IN_FUTURE, "as_of"),
    ],
)
def test_a_ferry_that_cannot_be_is_refused(desk, draft, reason, field):
    assert refusal(lambda: desk.region.add_sailing(draft)) == (reason, field)


def test_an_old_timetable_is_told_as_outdated(desk):
    desk.region.add_sailing(OUT)
    desk.region.add_sailing(replace(OUT, as_of=date(2026, 3, 1)))
    desk.region.add_sailing(replace(OUT, valid_to=date(2026, 11, 22)))
    assert [each.outdated for each in desk.region.sailings()] == [False, True, True]
