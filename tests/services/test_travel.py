"""Travel times from town to town, and where a case lives and works."""

from __future__ import annotations

import pytest

from app.content.postcodes import centre_of
from app.errors import Reason, Refused
from app.records.travel import Spot, TravelDraft
from tests.conftest import ROOT
from tests.makers import make_case, make_provider

RESOURCES = ROOT / "resources"


def kept(desk) -> list[tuple[str, str, int, bool, str]]:
    drafts = [time.draft for time in desk.travel.times()]
    return [(each.first, each.second, each.minutes, each.ferry, each.note) for each in drafts]


def test_nothing_is_shipped_so_nothing_is_known(desk):
    assert desk.travel.times() == ()
    assert desk.travel.minutes("Norden", "Aurich") is None


def test_a_time_is_found_in_both_directions_and_by_parts_of_a_town(desk):
    done = desk.travel.enter(TravelDraft("Norderney", " norden", 75, ferry=True, note=" Fähre "))
    assert dict(done.facts) == {"name": "Norden – Norderney", "count": "75"}
    assert kept(desk) == [("Norden", "Norderney", 75, True, "Fähre")]
    for pair in (("Norden", "Norderney"), ("NORDERNEY", "Norden-Norddeich")):
        found = desk.travel.minutes(*pair)
        assert found is not None
        assert (found.draft.minutes, found.draft.ferry) == (75, True)
    assert desk.travel.minutes("Norden", "Norden-Norddeich") is None


def test_entering_a_route_again_changes_it_whichever_way_it_is_written(desk):
    desk.travel.enter(TravelDraft("Norden", "Aurich", 25))
    desk.travel.enter(TravelDraft("AURICH", "Norden", 28, note="Baustelle"))
    assert kept(desk) == [("Aurich", "Norden", 28, False, "Baustelle")]


def test_a_town_the_map_does_not_have_is_doubted_and_kept_in_its_first_spelling(desk):
    desk.travel.enter(TravelDraft("Norden", "Groningen", 100))
    desk.travel.enter(TravelDraft("GRONINGEN", "Aurich", 95))
    assert [(t.draft.second, t.unknown) for t in desk.travel.times()] == [
        ("Groningen", ("Groningen",)),
        ("Norden", ("Groningen",)),
    ]
    assert kept(desk)[1][:2] == ("Groningen", "Norden")


@pytest.mark.parametrize(
    ("draft", "reason", "field"),
    [
        (TravelDraft("", "Norden", 5), Reason.BLANK, "first"),
        (TravelDraft("Norden", "  ", 5), Reason.BLANK, "second"),
        (TravelDraft("Norden", "norden ", 5), Reason.SAME_TOWN, "second"),
        (TravelDraft("Norden", "Hage", 0), Reason.NOT_MINUTES, "minutes"),
        (TravelDraft("Norden", "Hage", 601), Reason.NOT_MINUTES, "minutes"),
        (TravelDraft("Norden", "Hage", 9, note="\ud800"), Reason.TEXT_NOT_STORABLE, "note"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(desk, draft, reason, field):
    for command in (desk.travel.enter, lambda wrong: desk.travel.take([ROAD, wrong])):
        with pytest.raises(Refused) as caught:
            command(draft)
        assert (caught.value.reason, caught.value.field) == (reason, field)
        assert desk.travel.times() == ()


ROAD = TravelDraft("Aurich", "Norden", 25)


def test_a_time_is_removed_once(desk):
    desk.travel.enter(ROAD)
    (time,) = desk.travel.times()
    assert desk.travel.remove(time.id).facts["name"] == "Aurich – Norden"
    assert desk.travel.times() == ()
    with pytest.raises(Refused) as caught:
        desk.travel.remove(time.id)
    assert caught.value.reason is Reason.NO_SUCH_TRAVEL_TIME


def test_pasted_lines_are_shown_beside_what_stands_and_taken_at_once(desk):
    desk.travel.enter(ROAD)
    read = desk.travel.read_pasted("Norden;aurich;30\nJuist;norden;95;ja\nHage;Groningen;99\nA;B")
    assert [(line.line, line.draft, line.before, line.unknown) for line in read] == [
        (1, TravelDraft("Aurich", "Norden", 30), ROAD, ()),
        (2, TravelDraft("Juist", "Norden", 95, ferry=True), None, ()),
        (3, TravelDraft("Groningen", "Hage", 99), None, ("Groningen",)),
        (4, None, None, ()),
    ]
    assert len(kept(desk)) == 1
    done = desk.travel.take([line.draft for line in read if line.changes])
    assert dict(done.facts) == {"added": "2", "changed": "1"}
    assert [each[2] for each in kept(desk)] == [30, 99, 95]
    again = desk.travel.read_pasted("Norden;Aurich;30")
    assert [line.changes for line in again] == [False]


def test_towns_spelt_alike_after_all_are_one_town_in_pasted_lines(desk):
    (line,) = desk.travel.read_pasted("Krummhörn; Krummhoern ;9")
    assert (line.draft, line.reason) == (None, Reason.SAME_TOWN)


def test_the_towns_are_the_countys_with_its_islands_and_then_those_beside(desk):
    towns = desk.travel.towns()
    own = [town.name for town in towns if town.is_own]
    assert own == [town.name for town in towns][: len(own)]
    assert len(own) == 25
    assert {town.name for town in towns if town.is_own and town.is_island} == {
        *("Juist", "Norderney", "Baltrum", "Memmert")
    }
    assert {"Emden", "Leer", "Wittmund"} <= {town.name for town in towns if not town.is_own}


def test_a_home_is_the_middle_of_its_post_code_and_said_to_be_rough(desk):
    case = make_case(desk)
    places = desk.travel.places_of(case)
    middle = centre_of("26506", RESOURCES)
    assert places.home == Spot("", "Norden", "26506", middle, is_rough=True)
    assert places.work is None


@pytest.mark.parametrize(
    ("town", "postcode", "known"),
    [("Hage", "", True), ("Norden-Norddeich", "", True), ("Tunis", "1001", False), ("", "", False)],
)
def test_without_a_post_code_the_town_of_the_map_is_the_middle(desk, town, postcode, known):
    case = make_case(desk, home_town=town, home_postcode="")
    home = desk.travel.places_of(case).home
    assert (home is not None) == known
    if home is not None:
        near = next(each for each in desk.travel.towns() if each.name == town.split("-")[0])
        assert home.point == near.point
        assert home.is_rough


def test_work_is_where_the_employer_is_exactly_if_known(desk):
    exact = make_provider(desk, organisation="Deichklinik", latitude=53.6, longitude=7.19)
    rough = make_provider(desk, organisation="Inselklinik", latitude=None, longitude=None,
                          postcode="26548", town="Norderney")  # fmt: skip
    nowhere = make_provider(desk, organisation="Fern", latitude=None, longitude=None,
                            postcode="", town="Groningen")  # fmt: skip
    found = [desk.travel.places_of(make_case(desk, employer=key)).work for key in
             (exact, rough, nowhere)]  # fmt: skip
    assert found[0] == Spot("Deichklinik", "Norden", "26506", (53.6, 7.19), is_rough=False)
    assert found[1] is not None
    assert (found[1].is_rough, found[1].point) == (True, centre_of("26548", RESOURCES))
    assert found[2] is None


def test_places_of_a_case_that_is_gone_are_refused(desk):
    with pytest.raises(Refused) as caught:
        desk.travel.places_of(99)
    assert caught.value.reason is Reason.NO_SUCH_CASE


def test_the_table_answers_many_questions_from_one_reading(desk):
    desk.travel.enter(ROAD)
    table = desk.travel.table()
    home, work = desk.travel.names("Norden-Norddeich", "26506"), desk.travel.names("Aurich")
    assert home == ("Norden-Norddeich", "Norden")
    found = table.between(home, work)
    assert found is not None
    assert found.draft == ROAD
