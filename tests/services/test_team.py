"""The team on a real file: service points, absences, who stands in, who takes a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.done import Act
from app.errors import Reason, Refused
from app.records.cases import CloseReason
from app.records.office import (
    AbsenceDraft,
    AdvisorDraft,
    PointDraft,
    ServicePoint,
    SettingsDraft,
)
from app.records.plan import OwnStep
from app.rules.calendar import Day
from app.rules.terms import Role, Track
from tests.conftest import TODAY
from tests.makers import FROM_TUNISIA, NURSE, make_case
from ui import wording

COAST = ServicePoint(
    "Servicestelle Küste", town="Norden", greeting="Moin von der Küste", signatory="Die Küste"
)
CENTRE = PointDraft(
    "Welcome Center",
    street="Esplanade 2",
    postcode="26603",
    town="Aurich",
    phone="040 66969-140",
    hours_osm="Mo-We 09:00-12:00",
)
AWAY = (date(2026, 11, 20), date(2026, 12, 3))


class Office:
    """Tomke and Imke at the first service point, Selin at the second."""

    def __init__(self, desk):
        self.desk = desk
        desk.office.edit_service_point(COAST)
        self.centre = int(desk.team.add_point(CENTRE).facts["id"])
        self.tomke = self.add("Tomke", "Harms", languages=("de", "en"))
        self.imke = self.add("Imke", "Okken", languages=("de",))
        self.selin = self.add("Selin", "Wattmann", ("de", "ar"), service_point=self.centre)

    def add(self, given, family, languages=("de",), **more):
        draft = AdvisorDraft(given, family, languages=languages, **more)
        return int(self.desk.office.add_advisor(draft).facts["id"])

    def edit(self, advisor, **changes):
        known = {each.id: each.draft for each in self.desk.office.advisors()}
        return self.desk.office.edit_advisor(advisor, replace(known[advisor], **changes))

    def away(self, advisor, first=AWAY[0], last=AWAY[1], deputy=None):
        done = self.desk.team.add_absence(AbsenceDraft(advisor, first, last, deputy))
        return int(done.facts["id"])

    def advisor_of(self, case):
        return self.desk.candidates.case(case).draft.advisor

    def deadlines(self, case, *days):
        for day in days:
            step = OwnStep(Track.RELOCATION, "Anruf", Day(date(2026, 11, day)))
            self.desk.plan.add_own(case, step)


@pytest.fixture
def office(small):
    return Office(small)


def refusal(act, *given, **named):
    with pytest.raises(Refused) as caught:
        act(*given, **named)
    return caught.value


def test_the_first_service_point_in_use_speaks_for_the_office(office):
    team = office.desk.team
    first, second = team.points()
    assert (first.is_first, first.advisors, second.is_first, second.advisors) == (True, 2, False, 1)
    for each in (office.tomke, office.imke):
        office.edit(each, service_point=office.centre)
    team.archive_point(first.id)
    assert office.desk.office.service_point().name == "Welcome Center"
    assert [each.archived_on for each in team.points()] == [None, TODAY]
    team.restore_point(first.id)
    assert office.desk.office.service_point().name == COAST.name


def test_a_service_point_with_advisors_or_cases_is_not_closed(office):
    team = office.desk.team
    found = refusal(team.archive_point, office.centre)
    assert (found.reason, found.facts["advisors"]) == (Reason.SERVICE_POINT_IN_USE, 1)
    office.edit(office.selin, active=False)
    team.archive_point(office.centre)
    found = refusal(office.edit, office.selin, active=True)
    assert (found.reason, found.field) == (Reason.SERVICE_POINT_ARCHIVED, "service_point")
    for each in (office.tomke, office.imke):
        office.edit(each, active=False)
    found = refusal(team.archive_point, team.points()[0].id)
    assert found.reason is Reason.LAST_SERVICE_POINT


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"name": ""}, Reason.BLANK, "name"),
        ({"postcode": "266"}, Reason.NOT_A_POSTCODE, "postcode"),
        ({"hours_osm": "werktags"}, Reason.NOT_OPENING_HOURS, "hours_osm"),
    ],
)
def test_a_wrong_service_point_is_refused_beside_its_field(office, changes, reason, field):
    found = refusal(office.desk.team.add_point, replace(CENTRE, **changes))
    assert (found.reason, found.field) == (reason, field)


def test_the_settings_hold_for_the_office_as_a_whole(office):
    said = SettingsDraft("Landkreis", "Datenschutz, Am Markt 1", "Zwei Jahre")
    office.desk.team.set_settings(said)
    assert office.desk.team.settings() == said
    assert office.desk.office.service_point().retention == "Zwei Jahre"
    assert office.desk.office.privacy_gaps() == ()


def test_while_the_advisor_is_away_somebody_stands_in(office):
    case = make_case(office.desk, advisor=office.tomke)
    there = office.desk.team.attending(case)
    assert (there.contact, there.deputy, there.away_until) == ("Tomke Harms", "Imke Okken", None)
    office.away(office.tomke)
    there = office.desk.candidates.head(case).attending
    assert (there.contact_id, there.contact) == (office.imke, "Imke Okken")
    assert there.away_until == AWAY[1]
    draft = replace(office.desk.candidates.case(case).draft, deputy=office.selin)
    office.desk.candidates.edit(case, draft)
    assert office.desk.team.attending(case).contact == "Selin Wattmann"
    assert office.desk.team.here() == (office.imke, office.selin)


def test_a_deputy_knows_whose_cases_to_look_after(office):
    team = office.desk.team
    assert team.stands_in_for(office.selin) == ()
    office.away(office.tomke, deputy=office.selin)
    office.away(office.imke, date(2026, 12, 1), date(2026, 12, 2), office.selin)
    assert team.stands_in_for(office.selin) == ((office.tomke, "Tomke Harms"),)
    assert team.stands_in_for(office.imke) == ()


def test_a_deputy_is_somebody_else_who_still_works_here(office):
    found = refusal(office.edit, office.tomke, deputy=office.tomke)
    assert (found.reason, found.field) == (Reason.DEPUTY_OF_ONESELF, "deputy")
    draft = replace(FROM_TUNISIA, advisor=office.tomke, deputy=office.tomke)
    found = refusal(office.desk.candidates.register, draft, NURSE)
    assert (found.reason, found.field) == (Reason.DEPUTY_OF_ONESELF, "deputy")
    office.edit(office.imke, active=False)
    found = refusal(office.edit, office.tomke, deputy=office.imke)
    assert (found.reason, found.field) == (Reason.DEPUTY_LEFT, "deputy")


def test_a_wrong_absence_is_refused_with_the_way_out(office):
    add = office.desk.team.add_absence
    office.away(office.tomke, deputy=office.imke)
    for draft, reason, field, said in (
        (AbsenceDraft(office.tomke, *AWAY), Reason.ABSENCES_OVERLAP, "first", "schon als abwesend"),
        (
            AbsenceDraft(office.selin, *AWAY, office.tomke),
            Reason.DEPUTY_AWAY,
            "deputy",
            "Tomke Harms ist vom Fr 20.11.2026 bis Do 03.12.2026 selbst nicht da.",
        ),
        (
            AbsenceDraft(office.imke, *AWAY, office.tomke),
            Reason.DEPUTIES_IN_CIRCLE,
            "deputy",
            "Kreis",
        ),
        (AbsenceDraft(office.imke, *AWAY), Reason.DEPUTY_ELSEWHERE, "first", "Bitte dort erst"),
        (AbsenceDraft(office.imke, AWAY[1], AWAY[0]), Reason.ENDS_BEFORE_IT_BEGINS, "last", ""),
        (AbsenceDraft(99, *AWAY), Reason.NO_SUCH_ADVISOR, "advisor", ""),
    ):
        found = refusal(add, draft)
        assert (found.reason, found.field) == (reason, field)
        assert said in wording.refused(found)
    assert len(office.desk.team.absences()) == 1


def test_an_absence_may_be_moved_within_its_own_days(office):
    key = office.away(office.tomke, deputy=office.imke)
    later = AbsenceDraft(office.tomke, AWAY[0], date(2026, 12, 10), office.selin)
    office.desk.team.edit_absence(key, later)
    [view] = office.desk.team.absences()
    assert (view.draft, view.advisor, view.deputy) == (later, "Tomke Harms", "Selin Wattmann")
    office.desk.team.remove_absence(key)
    assert office.desk.team.absences() == ()


def test_a_new_case_goes_to_who_speaks_the_language_and_has_least_to_do(office):
    desk = office.desk
    arabic = replace(NURSE, languages=("ar", "fr"))
    done = desk.candidates.register(replace(FROM_TUNISIA, language="de"), arabic)
    assert office.advisor_of(done.case) == office.selin
    assert wording.done(done).endswith("Ansprechperson: Selin Wattmann, spricht Arabisch.")
    office.deadlines(make_case(desk, advisor=office.imke), 25, 26)
    german = replace(NURSE, languages=("de",))
    done = desk.candidates.register(replace(FROM_TUNISIA, language="de"), german)
    assert office.advisor_of(done.case) == office.tomke
    office.away(office.tomke)
    done = desk.candidates.register(replace(FROM_TUNISIA, language="de"), german)
    assert office.advisor_of(done.case) != office.tomke


def test_an_advisor_with_open_cases_does_not_leave(office):
    desk = office.desk
    cases = [make_case(desk, advisor=office.tomke) for _ in range(3)]
    desk.candidates.hold(cases[1], date(2027, 1, 4), "Elternzeit")
    desk.candidates.close(cases[2], CloseReason.SETTLED)
    found = refusal(office.edit, office.tomke, active=False)
    assert (found.reason, found.field, found.facts["count"]) == (
        Reason.ADVISOR_HAS_CASES,
        "active",
        2,
    )
    done = desk.team.hand_over(office.tomke, office.imke)
    assert done.facts["count"] == "2"
    assert [office.advisor_of(case) for case in cases] == [office.imke, office.imke, office.tomke]
    office.edit(office.tomke, active=False)
    assert desk.office.advisors()[-1].id == office.tomke


def test_cases_are_spread_by_language_and_workload_in_one_act(office):
    desk = office.desk
    office.deadlines(make_case(desk, advisor=office.selin), 24, 25, 26)
    cases = [make_case(desk, advisor=office.tomke, language="de") for _ in range(4)]
    for case in cases:
        office.deadlines(case, 27)
    desk.candidates.edit(cases[0], replace(desk.candidates.case(cases[0]).draft, language="ar"))
    done = desk.team.hand_over(office.tomke)
    takers = [office.advisor_of(case) for case in cases]
    assert takers[0] == office.selin
    assert office.tomke not in takers
    assert done.act is Act.CASES_HANDED_OVER
    desk.history.undo(done.batch)
    assert {office.advisor_of(case) for case in cases} == {office.tomke}


def test_a_deputy_who_takes_a_case_over_is_its_deputy_no_more(office):
    desk = office.desk
    kept, given = (make_case(desk, advisor=office.tomke, deputy=office.imke) for _ in range(2))
    desk.team.hand_over(office.tomke, office.imke, [given])
    assert desk.candidates.case(given).draft.deputy is None
    assert desk.candidates.case(kept).draft.deputy == office.imke
    assert office.advisor_of(kept) == office.tomke


def test_handing_over_is_refused_where_nothing_would_come_of_it(office):
    team = office.desk.team
    assert refusal(team.hand_over, office.tomke).reason is Reason.NOTHING_TO_HAND_OVER
    make_case(office.desk, advisor=office.tomke)
    found = refusal(team.hand_over, office.tomke, office.tomke)
    assert (found.reason, found.field) == (Reason.SAME_ADVISOR, "taker")
    office.edit(office.imke, active=False)
    assert refusal(team.hand_over, office.tomke, office.imke).reason is Reason.ADVISOR_LEFT
    office.edit(office.selin, active=False)
    assert refusal(team.hand_over, office.tomke).reason is Reason.NOBODY_TO_TAKE_OVER


def test_cases_of_nobody_are_told_and_given_to_somebody(small):
    case = make_case(small)
    office = Office(small)
    *_, last = small.team.workload()
    assert (last.advisor, last.cases) == (None, 1)
    assert small.team.open_cases(None) == ((case, small.candidates.head(case).name),)
    small.team.hand_over(None, office.imke)
    assert office.advisor_of(case) == office.imke
    assert all(row.advisor is not None for row in small.team.workload())


def test_the_workload_counts_what_runs(office):
    desk = office.desk
    case = make_case(desk, advisor=office.tomke)
    office.deadlines(case, 20, 23, 30)
    held = make_case(desk, advisor=office.tomke)
    office.deadlines(held, 20)
    desk.candidates.hold(held, date(2027, 1, 4), "Elternzeit")
    office.away(office.tomke)
    row = next(each for each in desk.team.workload() if each.advisor == office.tomke)
    assert (row.cases, row.overdue, row.next_7, row.next_30) == (1, 1, 2, 2)
    assert row.away_until == AWAY[1]


def test_a_role_of_the_service_point_names_that_of_the_advisor(office):
    case = make_case(office.desk, advisor=office.selin)
    holder = next(
        each for each in office.desk.roles.of_case(case) if each.role is Role.SERVICE_POINT
    )
    assert holder.draft.organisation == "Welcome Center"


def contents_of(desk, case):
    from app.services.existing import case as existing_case
    from app.services.folder_contents import gathered

    with desk.transactions.outward() as session:
        folders = desk.folders
        return gathered(
            session,
            existing_case(session, case),
            folders._planner,
            folders._resources,
            TODAY,
            "de",
        )


def test_a_folder_prints_the_service_point_of_its_case(office):
    mine = make_case(office.desk, advisor=office.selin)
    other = make_case(office.desk, advisor=office.tomke)
    said = contents_of(office.desk, mine)
    assert said.office.name == "Welcome Center"
    assert said.office.address.lines == ("Esplanade 2", "26603 Aurich")
    assert said.office.hours.known
    assert (said.greeting, said.office.signatory) == (COAST.greeting, COAST.signatory)
    office.desk.team.edit_point(
        office.centre, replace(CENTRE, greeting="Moin aus Aurich", signatory="Das Center")
    )
    said = contents_of(office.desk, mine)
    assert (said.greeting, said.office.signatory) == ("Moin aus Aurich", "Das Center")
    assert contents_of(office.desk, other).office.name == COAST.name


def test_a_folder_names_one_deputy_and_nobody_else_of_the_team(office):
    from app.folder.sheets.people import everybody
    from app.folder.speech import Speech
    from tests.folder.makers import phrases

    case = make_case(office.desk, advisor=office.selin)
    speech = Speech(phrases("de"))
    first, second, *_ = everybody(contents_of(office.desk, case), speech)
    assert (first.name, second.name) == ("Selin Wattmann", "Tomke Harms")
    assert second.organisation == COAST.name
    assert second.purpose == "Hilft Ihnen, wenn Selin Wattmann nicht da ist"
    office.away(office.selin, deputy=office.imke)
    team = {"Tomke Harms", "Imke Okken", "Selin Wattmann"}
    named = [each.name for each in everybody(contents_of(office.desk, case), speech)]
    assert [name for name in named if name in team] == ["Selin Wattmann", "Imke Okken"]
