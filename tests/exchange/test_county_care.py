"""Care in the example county: rosters that can be counted with, and who stands ready."""

from __future__ import annotations

import shutil
from datetime import date
from itertools import pairwise

import pytest

from app.exchange.county import FAMILIES, PROVIDERS, read_county
from app.records.care import CareState
from app.records.providers import Category
from app.rules.hours import Opening, lower_saxony, week
from app.rules.rosters import LONGEST, Duty, ShiftKind, duties_on, faults
from app.rules.terms import MemberRole
from tests.conftest import ROOT, TODAY

EXAMPLE = ROOT / "resources" / "example"
MONDAY, SUNDAY = date(2026, 11, 9), date(2026, 11, 15)  # an ordinary week


@pytest.fixture(scope="module")
def county():
    found, told = read_county(EXAMPLE)
    assert told == ()
    return found


def of(county, category):
    return [each for each in county.providers if each.draft.category is category]


def provider(county, organisation, category=None):
    return next(
        each
        for each in county.providers
        if each.draft.organisation == organisation and category in (None, each.draft.category)
    )


def minutes(draft):
    """When it is surely open in an ordinary week, as (weekday, start, end)."""
    days = week(draft.hours_osm, MONDAY, lower_saxony(MONDAY, SUNDAY)) if draft.hours_osm else ()
    return [(place, *slot) for place, day in enumerate(days) for slot in day.minutes]


def test_childminders_stand_ready_at_all_hours_and_in_many_towns(county):
    minders = [each.draft for each in of(county, Category.CHILDMINDING)]
    assert len(minders) >= 8
    assert len({draft.town for draft in minders}) == 5
    open_at = [minutes(draft) for draft in minders]
    assert any(start == 5 * 60 + 30 for each in open_at for _, start, _ in each)
    assert any(end >= 21 * 60 for each in open_at for _, _, end in each if end < 1440)
    # over midnight, and on Sundays
    assert any({0, 1440} <= {edge for _, *slot in each for edge in slot} for each in open_at)
    assert any(day == 6 and end - start > 600 for each in open_at for day, start, end in each)
    unknown = [draft for draft in minders if not draft.hours_osm]
    assert {bool(draft.hours_given) for draft in unknown} == {True, False}
    assert any("Vereinbarung" in draft.hours_osm for draft in minders)
    assert {True, False} == {draft.free_places == 0 for draft in minders}


def test_a_school_has_an_all_day_offer_beside_it_that_rests_in_the_holidays(county):
    offer = provider(county, "Grundschule Musterfehn", Category.ALL_DAY_CARE)
    school = county.providers[offer.beside - 1]
    assert school.draft.category is Category.SCHOOL
    assert offer.draft.street == school.draft.street
    assert minutes(offer.draft)
    autumn = date(2026, 10, 19)
    days = week(offer.draft.hours_osm, autumn, lower_saxony(autumn, date(2026, 10, 25)))
    assert {day.opening for day in days} == {Opening.CLOSED}


def test_elders_are_cared_for_by_day_at_several_places(county):
    by_day = [each.draft for each in of(county, Category.ELDER_CARE) if each.draft.places]
    assert len({draft.town for draft in by_day}) >= 3
    assert all(minutes(draft) for draft in by_day)


def test_a_kita_keeps_places_for_the_staff_of_the_clinic(county):
    kita = provider(county, "Betriebskita Klinikzwerge")
    assert 0 < kita.draft.reserved_places < kita.draft.places
    kept_for = county.providers[kita.reserved_for - 1]
    assert kept_for is provider(county, "Küstenklinikum Beispielhafen")


def test_the_clinic_has_every_kind_of_shift(county):
    shifts = {each.code: each for each in provider(county, "Küstenklinikum Beispielhafen").shifts}
    times = {code: (each.start, each.end, each.kind) for code, each in shifts.items()}
    assert times == {
        "F": (360, 852, ShiftKind.EARLY),
        "T": (450, 960, ShiftKind.DAY),
        "Z": (690, 1200, ShiftKind.BETWEEN),
        "S": (795, 1260, ShiftKind.LATE),
        "N": (1245, 1815, ShiftKind.NIGHT),
        "B": (480, 480 + LONGEST, ShiftKind.STANDBY),
        "R": (960, 1890, ShiftKind.ON_CALL),
    }
    # houses differ
    other = provider(county, "Krankenhaus Probemarsch").shifts
    assert {each.start for each in other if each.kind is ShiftKind.EARLY} == {375}


def works(county):
    for family in county.families:
        for work in family.work:
            yield family, family.people[work.person], work


def test_every_roster_can_be_counted_with(county):
    found = 0
    for _, person, work in works(county):
        for draft in work.rosters:
            assert faults(draft.roster) == (), person.given
            assert draft.roster.first.weekday() == 0, person.given
            found += len(draft.roster.duties)
        if work.rosters:
            assert person.role in (MemberRole.PROFESSIONAL, MemberRole.PARTNER)
            assert work.ways is not None
    assert found > 80


def test_nobody_has_less_than_ten_hours_between_duties(county):
    """§ 5 (2) ArbZG; a surgery closes at noon and opens again."""
    for _, person, work in works(county):
        duties = duties_on([draft.roster for draft in work.rosters], TODAY, 400)
        ends = [(duty.on.toordinal() * 1440 + duty.end, duty) for duty in duties]
        for (end, _), (_, after) in pairwise(ends):
            pause = after.on.toordinal() * 1440 + after.start - end
            assert pause >= 600 or (pause, after.start) == (180, 900), (person.given, after)


def weeks_of(family, place):
    return [draft.roster.weeks for draft in family.work[place].rosters]


def test_the_families_work_as_families_do(county):
    first, doctor, _, _, returned, alone = county.families
    assert (weeks_of(first, 0), weeks_of(first, 1)) == ([4], [1])
    # of two parents one by four weeks, with single days over Christmas, one by two
    assert (weeks_of(returned, 0), weeks_of(returned, 1)) == ([4, 0], [2])
    kinds = {duty.kind for draft in returned.work[0].rosters for duty in draft.roster.duties}
    assert {ShiftKind.EARLY, ShiftKind.LATE, ShiftKind.NIGHT, ShiftKind.BETWEEN} <= kinds
    standby = [d for each in doctor.work[0].rosters for d in each.roster.duties]
    assert any(duty.kind is ShiftKind.STANDBY for duty in standby)
    assert [person.role for person in alone.people] == [MemberRole.PROFESSIONAL, MemberRole.CHILD]
    turns = alone.work[0].rosters[-1].roster
    assert (turns.weeks, turns.last) == (2, None)
    assert turns.duties[3] == Duty(5, 360, 852, "F", ShiftKind.EARLY)
    assert {duty.kind for duty in turns.duties} == {ShiftKind.EARLY, ShiftKind.LATE}


def test_what_is_decided_fits_who_it_is_decided_for(county):
    states = set()
    for family in county.families:
        promised = []
        for choice in family.choices:
            person, draft = family.people[choice.person], choice.draft
            assert person.role not in (MemberRole.PROFESSIONAL, MemberRole.PARTNER)
            assert family.stages[0].on <= choice.on <= TODAY
            assert (draft.state is CareState.DECLINED) == bool(draft.because)
            states.add(draft.state)
            if draft.provider is None:
                continue
            category = county.providers[draft.provider - 1].draft.category
            elder = person.role is MemberRole.GRANDPARENT
            assert (category is Category.ELDER_CARE) == elder
            if category is Category.KITA and draft.state is CareState.PROMISED:
                promised.append(choice.person)
        assert len(set(promised)) == len(promised)
    assert states == set(CareState)


def test_a_grandmother_is_to_be_cared_for_and_families_ask_for_care_nearby(county):
    returned = county.families[4]
    [granny] = [p for p, each in enumerate(returned.people) if each.role is MemberRole.GRANDPARENT]
    assert sum(choice.person == granny for choice in returned.choices) >= 3
    assert {carer.kind.value for carer in returned.carers} == {"household", "relative"}
    assert sum(family.frame is not None for family in county.families) >= 3


# --- faults ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "old", "new", "key", "problem", "nearest"),
    [
        (FAMILIES, '"F F F F F - -",', '"F F F F X - -",', "family.0.person.0.roster.0.weeks",
         "unknown_value", ""),
        (FAMILIES, '"F F F F F - -",', '"F F F F F -",', "family.0.person.0.roster.0.weeks",
         "wrong_type", ""),
        (FAMILIES, '"F F F F F - -",', '"F F F F 25:00-26:00 - -",',
         "family.0.person.0.roster.0.weeks", "unknown_value", ""),
        (FAMILIES, "first = 2027-02-01\nweeks", "weeks", "family.0.person.0.roster.0.first",
         "key_missing", ""),
        (FAMILIES, "first = 2027-02-01\nweeks", "first = 2027-02-01\nwochen",
         "family.0.person.0.roster.0.days", "key_missing", ""),
        (FAMILIES, "to_care = 15", "to_kare = 15", "family.0.person.0.ways.to_kare",
         "unknown_key", "to_care"),
        (FAMILIES, 'employer = "vhs"', 'employer = "vsh"', "family.0.person.1.ways.employer",
         "unknown_value", "vhs"),
        (FAMILIES, 'provider = "hort_moewe"', 'provider = "hort_mowe"',
         "family.0.choice.3.provider", "unknown_value", "hort_moewe"),
        (FAMILIES, 'provider = "hort_moewe"\n', "", "family.0.choice.3.provider",
         "key_missing", ""),
        (FAMILIES, 'provider = "hort_moewe"', 'provider = "hort_moewe"\ncarer = 1',
         "family.0.choice.3.carer", "unknown_value", ""),
        (FAMILIES, 'person = 2\nprovider = "hort_moewe"', 'provider = "hort_moewe"',
         "family.0.choice.3.person", "key_missing", ""),
        (FAMILIES, 'hours_osm = "We 13:00-18:00"', 'hours_osm = "mittwochs"',
         "family.4.carer.1.hours_osm", "wrong_type", ""),
        (FAMILIES, "radius_km = 20", 'radius_km = "20"', "family.0.frame.radius_km",
         "wrong_type", ""),
        (PROVIDERS, 'begins = "06:00"', 'begins = "6 Uhr"', "provider.38.shift.0.begins",
         "wrong_type", ""),
        (PROVIDERS, 'code = "F"\nname', "name", "provider.38.shift.0.code", "key_missing", ""),
        (PROVIDERS, 'kind = "standby"', 'kind = "standbye"', "provider.38.shift.5.kind",
         "unknown_value", "standby"),
    ],
)  # fmt: skip
def test_a_fault_of_care_names_file_and_key(tmp_path, name, old, new, key, problem, nearest):
    folder = tmp_path / "county"
    shutil.copytree(EXAMPLE, folder)
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")
    found, told = read_county(folder)
    assert found is None
    assert (name, key, problem, nearest) in [
        (each.file, each.key, str(each.problem), each.nearest) for each in told
    ]
    assert all(each.line for each in told)
