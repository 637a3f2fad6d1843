"""The answer for a household, on a real file: the week of the mock-up, to the minute."""

from __future__ import annotations

from datetime import date

import pytest

from app.errors import Reason, Refused
from app.records.care import (
    CarerDraft,
    CarerKind,
    CareState,
    ChoiceDraft,
    RosterDraft,
    WaysDraft,
)
from app.records.care_board import Trial
from app.records.cases import PersonDraft
from app.records.providers import Category
from app.rules.calendar import PartialDate
from app.rules.care_fit import CareReason, Verdict
from app.rules.care_need import Unsaid
from app.rules.cover import Gap
from app.rules.rosters import Duty, Roster
from app.rules.terms import MemberRole
from app.services import existing
from tests.makers import make_case, make_provider

MONDAY = date(2027, 3, 1)
"""The four weeks from here have Good Friday (26 March) in them."""


def weekly(*duties):
    return RosterDraft(Roster(MONDAY, None, 1, tuple(Duty(*each) for each in duties)))


class Family:
    """Amira and Karim with Yasmin, and the places around them."""

    def __init__(self, desk):
        self.desk = desk
        self.case = make_case(desk)
        people = desk.candidates.case(self.case).people
        self.amira = people[0].id
        desk.household.add(self.case, PersonDraft(MemberRole.PARTNER, given="Karim"))
        born = PartialDate(2023, 3, 1)
        desk.household.add(self.case, PersonDraft(MemberRole.CHILD, given="Yasmin", birth=born))
        by_name = {each.name: each.id for each in desk.candidates.case(self.case).people}
        self.karim = next(key for name, key in by_name.items() if "Karim" in name)
        self.yasmin = next(key for name, key in by_name.items() if "Yasmin" in name)
        rosters = desk.rosters
        rosters.save_roster(
            self.amira,
            weekly((0, 510, 990), (1, 360, 855), (2, 510, 990), (3, 360, 855), (4, 690, 1200)),
        )
        rosters.save_roster(
            self.karim,
            weekly((0, 420, 990), (1, 330, 900), (2, 420, 990), (3, 330, 900), (4, 600, 1060)),
        )
        rosters.set_ways(self.amira, WaysDraft(to_work=20, from_work=20))
        rosters.set_ways(self.karim, WaysDraft(to_work=25, from_work=25))
        self.kita = make_provider(
            desk,
            organisation="Kita Deichspatzen",
            category=Category.KITA,
            hours_osm="Mo-Th 07:00-16:00; Fr 07:00-15:00; PH off",
            min_age_months=36,
            max_age_months=83,
            latitude=53.6,
            longitude=7.2,
            free_places=2,
            free_as_of=date(2026, 11, 2),
        )
        self.minder = make_provider(
            desk,
            organisation="Tagespflege Möwennest",
            category=Category.CHILDMINDING,
            hours_osm="Mo,We 14:00-18:00; PH off",
            latitude=53.6,
            longitude=7.2,
        )
        rosters.add_carer(
            self.case, CarerDraft(CarerKind.RELATIVE, "Oma Leila", "Fr 15:00-17:00; PH off")
        )

    def board(self):
        return self.desk.care.board(self.case, MONDAY)

    def child(self):
        (child,) = self.board().persons
        return child

    def card(self, provider):
        return next(c for c in self.child().cards if c.helper.provider == provider)


@pytest.fixture
def family(desk):
    return Family(desk)


def names(child, answer):
    return [child.helpers[key].name for key in answer.helpers]


def test_the_week_of_the_mockup_is_covered_to_the_minute(family):
    child = family.child()
    best = child.answers[0]
    week = best.days[:7]
    assert sum(day.needed for day in week) == 42 * 60 + 5
    assert sum(day.needed - day.open for day in week) == 38 * 60 + 20
    assert [(day.on.weekday(), day.open) for day in week if day.open] == [(1, 80), (3, 80), (4, 65)]
    assert names(child, best) == ["Kita Deichspatzen", "Tagespflege Möwennest", "Oma Leila"]
    friday = week[4].pieces
    assert [(piece.start, piece.end) for piece in friday] == [(670, 900), (900, 1020), (1020, 1085)]
    assert friday[-1].gap is Gap.LATE


def test_a_public_holiday_is_a_closed_day(family):
    good_friday = family.child().answers[0].days[25]
    assert good_friday.holiday == "Karfreitag"
    assert good_friday.open == good_friday.needed == 415
    assert {piece.gap for piece in good_friday.pieces} == {Gap.CLOSED}


def test_a_handover_is_told_only_where_somebody_goes_somewhere(family):
    handovers = family.child().answers[0].handovers
    # the childminder is in the same house, Oma Leila comes from elsewhere
    assert [(each.second % 2, each.goes % 2, len(each.days)) for each in handovers] == [(1, 1, 3)]


def test_lines_put_equal_gaps_together_and_proposals_close_them(family):
    best = family.child().answers[0]
    early = next(line for line in best.lines if line.gap is Gap.EARLY)
    assert (early.minutes, len(early.days)) == (80, 8)
    proposal = best.proposals[0]
    assert (proposal.start, proposal.later, proposal.closes) == (360, 440, 8 * 80)
    tried = family.desk.care.tried(
        family.case,
        family.yasmin,
        best.helpers,
        Trial(family.amira, (date(2027, 3, 2), date(2027, 3, 4)), 440, 855),
        MONDAY,
    )
    assert [day.open for day in tried.days[:4]] == [0, 0, 0, 0]
    assert family.child().answers[0].open == best.open  # nothing of it is kept


def test_unknown_hours_are_not_covered(family):
    quiet = make_provider(family.desk, organisation="Kita Wattwurm", hours_osm="")
    card = family.card(quiet)
    assert (card.covered, card.verdict) == (0, Verdict.UNSURE)
    assert CareReason.HOURS_UNKNOWN in {each.reason for each in card.said}
    assert all(quiet * 2 not in answer.helpers for answer in family.child().answers)


def test_at_most_one_kita_even_where_two_would_cover_more(family):
    make_provider(
        family.desk,
        organisation="Kita Frühaufsteher",
        category=Category.KITA,
        hours_osm="Mo-Fr 05:30-10:00; PH off",
        latitude=53.6,
        longitude=7.2,
    )
    child = family.child()
    for answer in child.answers:
        kinds = [child.helpers[key].kind.value for key in answer.helpers]
        assert kinds.count("kita") <= 1


def test_a_promised_place_is_part_of_each_answer_and_a_declined_one_of_none(family):
    care = family.desk.care
    care.decide(
        family.yasmin, ChoiceDraft(CareState.DECLINED, family.kita, because="nimmt erst im August")
    )
    assert family.card(family.kita).verdict is Verdict.DECLINED
    child = family.child()
    assert all(family.kita * 2 not in answer.helpers for answer in child.answers)
    care.decide(family.yasmin, ChoiceDraft(CareState.PROMISED, family.kita))
    assert all(family.kita * 2 in answer.helpers for answer in family.child().answers)


def test_a_place_counts_from_its_day_and_settling_in_takes_weeks(family):
    before = family.child().answers[0].covered
    family.desk.care.decide(
        family.yasmin,
        ChoiceDraft(CareState.PROMISED, family.kita, valid_from=date(2027, 3, 8)),
    )
    days = family.child().answers[0].days
    kita = family.kita * 2
    assert all(not day.windows.get(kita) for day in days[:7])
    assert days[7].windows[kita]
    assert family.child().answers[0].covered < before


def test_a_kita_for_others_staff_fits_only_them(family):
    clinic = make_provider(family.desk, organisation="Deichklinik", category=Category.EMPLOYER)
    with family.desk.transactions.reading() as session:
        organisation = existing.provider(session, clinic).organisation.id
    reserved = make_provider(
        family.desk,
        organisation="Betriebskita",
        category=Category.KITA,
        hours_osm="Mo-Su 05:00-22:00",
        reserved_for=organisation,
    )
    assert family.card(reserved).verdict is Verdict.UNFIT
    family.desk.rosters.set_ways(family.karim, WaysDraft(to_work=25, from_work=25, employer=clinic))
    assert family.card(reserved).verdict is Verdict.FITS
    assert reserved * 2 in family.child().answers[0].helpers


def test_a_temporary_closure_is_said_and_not_counted_on(family):
    resting = make_provider(
        family.desk,
        organisation="Kita Umbau",
        hours_osm="Mo-Fr 05:00-20:00; PH off",
        min_age_months=36,
        max_age_months=83,
        closed_from=date(2027, 3, 1),
        closed_until=date(2027, 3, 14),
    )
    card = family.card(resting)
    assert CareReason.RESTS in {each.reason for each in card.said}
    assert 0 < card.covered < family.child().needed * 0.6
    assert CareReason.RESTS not in {each.reason for each in family.card(family.kita).said}


def test_an_undo_leaves_no_child_with_two_kitas(family):
    other = make_provider(family.desk, organisation="Kita Siel")
    care, history = family.desk.care, family.desk.history
    care.decide(family.yasmin, ChoiceDraft(CareState.PROMISED, family.kita))
    forgotten = care.forget(family.yasmin, provider=family.kita)
    care.decide(family.yasmin, ChoiceDraft(CareState.PROMISED, other))
    with pytest.raises(Refused) as refused:
        history.undo(forgotten.batch)
    assert refused.value.reason is Reason.SECOND_KITA
    assert [each.draft.provider for each in care.choices(family.case)] == [other]


def test_age_and_distance_are_hard_rules_with_reasons(family):
    young = make_provider(
        family.desk,
        organisation="Krippe",
        category=Category.KITA,
        hours_osm="Mo-Fr 06:00-18:00",
        min_age_months=6,
        max_age_months=35,
    )
    assert family.card(young).verdict is Verdict.UNFIT
    assert {each.reason for each in family.card(young).said} >= {CareReason.TOO_OLD}


def test_who_has_no_roster_counts_as_away_and_is_named(family):
    board = family.desk.rosters.board(family.case)
    karim = next(each for each in board.parents if each.person == family.karim)
    family.desk.rosters.remove_roster(karim.rosters[0].id)
    board = family.board()
    (left,) = board.left
    assert (left.unsaid, left.name, left.days) == (Unsaid.NO_ROSTER, "Karim", 28)
    assert board.persons[0].needed > 4 * (42 * 60 + 5)


def test_a_parent_at_home_leaves_no_need(family):
    family.desk.rosters.set_ways(family.karim, WaysDraft(at_home=True))
    assert family.child().needed == 0


def test_a_child_without_a_birth_date_is_computed_and_named(family):
    family.desk.household.add(family.case, PersonDraft(MemberRole.CHILD, given="Elias"))
    elias = family.board().persons[1]
    assert elias.age_months is None
    assert [each.reason for each in elias.said] == [CareReason.AGE_UNKNOWN]
    assert elias.answers[0].covered > 0


def test_a_case_and_a_person_that_are_not_there_are_refused(family):
    with pytest.raises(Refused) as refused:
        family.desk.care.board(99)
    assert refused.value.reason is Reason.NO_SUCH_CASE
    with pytest.raises(Refused) as refused:
        family.desk.care.answers(family.case, family.karim, 2, MONDAY)
    assert refused.value.reason is Reason.NO_SUCH_PERSON


def test_decided_holds_only_what_is_proposed_wanted_or_promised(family):
    (before,) = family.desk.care.decided(family.case, MONDAY)
    assert names(before, before.answers[0]) == ["Oma Leila"]
    family.desk.care.decide(family.yasmin, ChoiceDraft(CareState.WANTED, family.kita))
    (child,) = family.desk.care.decided(family.case, MONDAY)
    assert names(child, child.answers[0]) == ["Kita Deichspatzen", "Oma Leila"]


def test_a_school_is_proposed_only_where_the_family_named_it(family):
    born = PartialDate(2019, 9, 3)
    family.desk.household.add(family.case, PersonDraft(MemberRole.CHILD, given="Elias", birth=born))
    school = make_provider(
        family.desk,
        organisation="Grundschule Norddeich",
        category=Category.SCHOOL,
        hours_osm="Mo-Fr 08:00-13:00; SH off; PH off",
    )
    elias = family.board().persons[1]
    assert [card.helper.provider for card in elias.cards if card.helper.provider] == [
        school,
        family.minder,
    ]
    assert all(school * 2 not in answer.helpers for answer in elias.answers)
    other = make_provider(
        family.desk, organisation="Grundschule Aurich", category=Category.SCHOOL, hours_osm=""
    )
    assert other in {card.helper.provider for card in family.board().persons[1].cards}
    family.desk.care.decide(elias.person, ChoiceDraft(CareState.PROMISED, school))
    assert other not in {card.helper.provider for card in family.board().persons[1].cards}
    answer = family.board().persons[1].answers[0]
    assert answer.by[school * 2] > 0
    easter = next(day for day in answer.days if day.on == date(2027, 3, 23))
    assert easter.windows[school * 2] == ()


def test_dates_beyond_the_known_holidays_are_named(family):
    family.desk.household.add(
        family.case, PersonDraft(MemberRole.CHILD, given="Elias", birth=PartialDate(2026, 9, 3))
    )
    far = family.desk.care.board(family.case, date(2039, 3, 7))
    (elias,) = (each for each in far.persons if each.name == "Elias")
    assert CareReason.HOLIDAYS_UNKNOWN in {each.reason for each in elias.said}
