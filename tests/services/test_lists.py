"""Lists as the window asks for them: order, filters, search, and what another program wrote."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.records.cases import (
    NOBODY,
    CaseOrder,
    CaseQuery,
    CaseState,
    Channel,
    CloseReason,
    ContactDraft,
    Counterpart,
)
from app.records.directory import ProviderOrder, ProviderQuery, ProviderSpot
from app.records.office import AdvisorDraft
from app.records.providers import Category
from app.rules.calendar import Day
from app.rules.terms import AnchorKind, Stage
from app.services.lists import Lists, query_from_json, query_to_json
from db.file import open_file
from tests.conftest import ROOT, TODAY
from tests.makers import FROM_TUNISIA, NURSE, make_case, make_provider, with_dates

ALL = CaseQuery(state=CaseState.ALL)


def named(desk, family, **changes):
    draft = replace(FROM_TUNISIA, **changes)
    case = desk.candidates.register(draft, replace(NURSE, family=family)).case
    assert case is not None
    return case


def test_names_stand_as_in_the_telephone_book_and_blank_ones_last(desk):
    strange = named(desk, "...")
    desk.candidates.register(FROM_TUNISIA, replace(NURSE, family="---", given="???"))
    aerzen, zander, oezil = named(desk, "Ärzen"), named(desk, "Zander"), named(desk, "Özil")
    found = list(desk.lists.case_ids(replace(ALL, order=CaseOrder.NAME)))
    # „..., Amira“ is sorted by the letters it has
    assert found[:4] == [aerzen, strange, oezil, zander]
    assert len(found) == 5


@pytest.mark.parametrize("order", [CaseOrder.DUE, CaseOrder.ARRIVAL], ids=["due", "arrival"])
@pytest.mark.parametrize("descending", [False, True], ids=["up", "down"])
def test_cases_without_a_date_come_last_in_either_direction(desk, order, descending):
    bare = make_case(desk)
    late, early = make_case(desk), make_case(desk)
    for case, on in ((late, date(2027, 5, 1)), (early, date(2027, 1, 10))):
        desk.plan.set_anchor(case, AnchorKind.ENTRY, Day(on))
        desk.plan.set_anchor(case, AnchorKind.WORK_START, Day(on))
    found = list(desk.lists.case_ids(replace(ALL, order=order, descending=descending)))
    assert found == ([late, early, bare] if descending else [early, late, bare])


def test_stages_are_ordered_as_a_family_walks_them(desk):
    arrived, interested = make_case(desk), make_case(desk)
    desk.candidates.stage(arrived, Stage.ARRIVAL)
    up = desk.lists.case_ids(replace(ALL, order=CaseOrder.STAGE))
    assert list(up) == [interested, arrived]


def test_each_state_lists_its_own_cases(desk):
    running, held, closed = make_case(desk), make_case(desk), make_case(desk)
    desk.candidates.hold(held, date(2027, 1, 4), "Elternzeit")
    desk.candidates.close(closed, CloseReason.DECLINED)
    found = {state: set(desk.lists.case_ids(CaseQuery(state=state))) for state in CaseState}
    assert found == {
        CaseState.RUNNING: {running},
        CaseState.HELD: {held},
        CaseState.CLOSED: {closed},
        CaseState.ALL: {running, held, closed},
    }


def test_a_query_narrows_by_stage_advisor_and_days(desk):
    other = make_case(desk)
    advisor = int(desk.office.add_advisor(AdvisorDraft("Imke", "Okken")).facts["id"])
    mine = make_case(desk, advisor=advisor)
    desk.candidates.stage(mine, Stage.CONTRACT)
    desk.plan.set_anchor(other, AnchorKind.ENTRY, Day(date(2026, 12, 3)))
    desk.candidates.note_contact(
        other, ContactDraft(TODAY, Channel.PHONE, Counterpart.FAMILY, "Amira", "Rückruf")
    )
    lists = desk.lists
    assert list(lists.case_ids(CaseQuery(advisor=advisor))) == [mine]
    assert list(lists.case_ids(CaseQuery(advisor=NOBODY))) == [other]
    assert list(lists.case_ids(CaseQuery(stages=frozenset({Stage.CONTRACT})))) == [mine]
    assert list(lists.case_ids(CaseQuery(arrival_within=10))) == [other]
    assert list(lists.case_ids(CaseQuery(arrival_within=9))) == []
    assert lists.stage_counts(CaseQuery()) == {Stage.CONTRACT: 1, Stage.INTEREST: 1}


def test_a_family_is_silent_since_the_last_word_with_it_or_since_it_was_taken_up(desk):
    fresh, called, asked_about = make_case(desk), make_case(desk), make_case(desk)
    long_ago = ContactDraft(
        TODAY - timedelta(days=15), Channel.PHONE, Counterpart.FAMILY, "Amira", "Rückruf"
    )
    for case in (called, asked_about):
        desk.candidates.note_contact(case, long_ago)
    desk.candidates.note_contact(called, replace(long_ago, on=TODAY - timedelta(days=14)))
    desk.candidates.note_contact(
        asked_about, replace(long_ago, on=TODAY, counterpart=Counterpart.BODY, whom="Klinik")
    )
    assert list(desk.lists.case_ids(CaseQuery(silent_for=14))) == [asked_about]
    assert fresh not in desk.lists.case_ids(CaseQuery(silent_for=0))


def test_due_within_takes_in_what_is_late_and_ends_with_its_last_day(desk):
    case = make_case(desk)
    with_dates(desk, case)
    (row,) = desk.lists.case_rows([case])
    assert row.next_due is not None
    days = (row.next_due - TODAY).days
    assert list(desk.lists.case_ids(CaseQuery(due_within=days))) == [case]
    assert list(desk.lists.case_ids(CaseQuery(due_within=days - 1))) == []


def test_a_row_says_what_the_list_shows(desk):
    advisor = int(desk.office.add_advisor(AdvisorDraft("Imke", "Okken")).facts["id"])
    employer = make_provider(desk, organisation="Deichklinik", category=Category.EMPLOYER)
    case = make_case(desk, advisor=advisor, employer=employer)
    desk.plan.set_anchor(case, AnchorKind.MOVE_IN, Day(date(2027, 2, 15)))
    (row,) = desk.lists.case_rows([case])
    assert (row.name, row.employer, row.advisor, row.profession, row.arrival) == (
        "Ben Amor, Amira",
        "Deichklinik",
        "Imke Okken",
        "Pflegefachfrau",
        date(2027, 2, 15),
    )


def test_a_page_keeps_its_order_and_leaves_out_what_is_gone(desk):
    first, second, third = (make_case(desk) for _ in range(3))
    rows = desk.lists.case_rows([third, 9999, first, second])
    assert [row.id for row in rows] == [third, first, second]
    assert desk.lists.case_rows([]) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ben amor", True),
        ("AMOR ben", True),
        ("am", True),
        ("mor", True),
        ("nord 26506", True),
        ("Abends", True),
        ("zz", False),
        ("amor zz", False),
        ("???", False),
    ],
)
def test_search_finds_every_word_in_any_order(desk, words, found):
    case = make_case(desk)
    assert list(desk.lists.case_ids(CaseQuery(words=words))) == ([case] if found else [])
    assert desk.lists.case_count(CaseQuery(words=words)) == int(found)


def test_search_reaches_members_contacts_own_steps_and_the_employer(desk):
    from app.records.plan import OwnStep
    from app.rules.terms import Track

    employer = make_provider(desk, organisation="Klinik am Tief")
    case = make_case(desk, children=1, employer=employer)
    desk.candidates.note_contact(
        case, ContactDraft(TODAY, Channel.EMAIL, Counterpart.BODY, "Standesamt", "Urkunde fehlt")
    )
    desk.plan.add_own(case, OwnStep(Track.RELOCATION, "Klavier transportieren"))
    for words in ("Yasmin", "Standesamt", "Urkunde", "Klavier", "Tief"):
        assert list(desk.lists.case_ids(CaseQuery(words=words))) == [case], words


def test_every_part_of_a_query_survives_being_saved():
    query = CaseQuery(
        words='Ben "Amor" \\ ß',
        state=CaseState.HELD,
        stages=frozenset({Stage.ARRIVAL, Stage.VISIT}),
        advisor=7,
        due_within=0,
        arrival_within=30,
        silent_for=14,
        order=CaseOrder.ARRIVAL,
        descending=True,
    )
    assert query_from_json(query_to_json(query)) == query
    assert query_from_json(query_to_json(CaseQuery())) == CaseQuery()


def test_a_saved_filter_counts_what_it_finds_now(desk):
    make_case(desk)
    held = make_case(desk)
    query = CaseQuery(words="amor", state=CaseState.HELD)
    desk.office.save_filter("Wartend", query)
    desk.office.save_filter("Alle", ALL)
    assert [kept.count for kept in desk.lists.saved_filters()] == [0, 2]
    desk.candidates.hold(held, date(2027, 1, 4), "Visum")
    kept = desk.lists.saved_filters()
    assert [(each.name, each.query, each.count) for each in kept] == [
        ("Wartend", query, 1),
        ("Alle", ALL, 2),
    ]


def test_saving_under_the_same_name_replaces_the_filter(desk):
    first = desk.office.save_filter("Meine", CaseQuery()).facts["id"]
    second = desk.office.save_filter(" Meine ", ALL).facts["id"]
    assert first == second
    (kept,) = desk.lists.saved_filters()
    assert kept.query == ALL
    desk.office.remove_filter(kept.id)
    assert desk.lists.saved_filters() == []


def test_providers_are_listed_by_category_town_and_check(desk):
    norden = make_provider(desk, organisation="B")
    emden = make_provider(desk, organisation="C", town="Emden", postcode="26721")
    nowhere = make_provider(desk, organisation="A", town="", category=Category.SCHOOL)
    desk.providers.confirm_checked(nowhere)
    ids = desk.lists.provider_ids
    assert list(ids(ProviderQuery())) == [nowhere, norden, emden]
    assert list(ids(ProviderQuery(order=ProviderOrder.TOWN))) == [emden, norden, nowhere]
    assert list(ids(ProviderQuery(order=ProviderOrder.CHECKED))) == [norden, emden, nowhere]
    assert list(ids(ProviderQuery(categories=frozenset({Category.SCHOOL})))) == [nowhere]
    assert desk.lists.category_counts() == {Category.KITA: 2, Category.SCHOOL: 1}


def test_spots_are_those_with_a_coordinate_in_the_order_of_the_list(desk):
    norden = make_provider(desk, organisation="Kita Norden")
    nowhere = make_provider(desk, latitude=None, longitude=None)
    aurich = make_provider(
        desk, category=Category.SCHOOL, town="Aurich", latitude=53.47, longitude=7.48
    )
    spots = desk.lists.provider_spots([aurich, 99, nowhere, norden])
    assert spots == [
        ProviderSpot(aurich, "Kita Deichkinder", Category.SCHOOL, "26506", "Aurich", (53.47, 7.48)),
        ProviderSpot(norden, "Kita Norden", Category.KITA, "26506", "Norden", (53.59, 7.2)),
    ]
    assert desk.lists.provider_spots([]) == []


def test_a_command_is_seen_by_lists_at_once(desk):
    assert list(desk.lists.case_ids(ALL)) == []
    case = make_case(desk)
    assert list(desk.lists.case_ids(ALL)) == [case]


def test_asking_whether_the_file_changed_hides_no_change_from_the_lists(desk):
    first = make_case(desk)
    assert list(desk.lists.case_ids(ALL)) == [first]
    desk.lists.changed_elsewhere()
    second = make_case(desk)
    assert desk.lists.changed_elsewhere()
    assert sorted(desk.lists.case_ids(ALL)) == [first, second]


def test_reading_a_list_hides_no_change_from_who_asks_for_changes(desk):
    desk.lists.changed_elsewhere()
    make_case(desk)
    desk.lists.case_ids(ALL)
    assert desk.lists.changed_elsewhere()
    assert not desk.lists.changed_elsewhere()


def test_lists_work_without_a_desk_and_after_being_closed(path, desk):
    case = make_case(desk)
    alone = Lists(open_file(path), lambda: TODAY)
    assert list(alone.case_ids(ALL)) == [case]
    alone.close()
    assert list(alone.case_ids(ALL)) == [case]
    alone.close()


_OTHER = """
import sys
from datetime import date, timedelta
from pathlib import Path
from app.desk import open_desk
from app.services.files import open_data
from tests.makers import make_case
file = open_data(Path(sys.argv[1]))
desk = open_desk(file, Path("resources"), lambda: date(2026, 11, 23), "Imke")
print(make_case(desk))
desk.close()
"""


def test_what_another_process_wrote_is_seen(path):
    from app.services.files import open_data

    reader = Lists(open_data(path, write=False), lambda: TODAY)
    assert list(reader.case_ids(ALL)) == []
    reader.changed_elsewhere()
    assert not reader.changed_elsewhere()
    other = subprocess.run(
        [sys.executable, "-c", _OTHER, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert reader.changed_elsewhere()
    assert list(reader.case_ids(ALL)) == [int(other.stdout)]
    reader.close()
