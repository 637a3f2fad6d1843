"""The family of the drawings on a real file, its care page opened in the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from app.records.care import (
    CarerDraft,
    CarerKind,
    RosterDraft,
    ShiftDraft,
    WaysDraft,
)
from app.records.cases import PersonDraft
from app.records.providers import Category
from app.rules.calendar import Day, PartialDate
from app.rules.rosters import Roster, ShiftKind
from app.rules.terms import AnchorKind, MemberRole
from tests.makers import make_case, make_provider
from tests.ui.care import boards
from ui.tabs import place


@dataclass
class Family:
    """Amira and Karim with Yasmin; ids of people and places."""

    case: int
    amira: int
    karim: int
    yasmin: int
    kita: int
    minder: int
    late: int
    quiet: int
    employer: int


def make_family(desk, *, rosters=True):
    """The family of `tests.ui.care.boards`, with a second kita and one without hours."""
    employer = make_provider(
        desk, organisation="Deichklinik", category=Category.EMPLOYER, hours_osm=""
    )
    case = make_case(desk, employer=employer)
    desk.household.add(case, PersonDraft(MemberRole.PARTNER, given="Karim", family="Ben Amor"))
    child = PersonDraft(
        MemberRole.CHILD, given="Yasmin", family="Ben Amor", birth=PartialDate(2022, 5, 17)
    )
    desk.household.add(case, child)
    desk.plan.set_anchor(case, AnchorKind.WORK_START, Day(boards.FIRST))
    amira, karim, yasmin = (each.id for each in desk.candidates.case(case).people)
    if rosters:
        for key, duties, way in ((amira, boards.AMIRAS, 20), (karim, boards.KARIMS, 25)):
            roster = Roster(boards.FIRST, None, 1, duties)
            desk.rosters.save_roster(key, RosterDraft(roster))
            desk.rosters.set_ways(key, WaysDraft(to_work=way, from_work=way))
    desk.rosters.add_shift(employer, ShiftDraft(ShiftKind.BETWEEN, 440, 855, "Z1"))
    near = {"latitude": 53.59, "longitude": 7.2, "min_age_months": 36, "max_age_months": 83}
    kita = make_provider(
        desk,
        organisation="Kita Deichspatzen",
        hours_osm="Mo-Th 07:00-16:00; Fr 07:00-15:00; PH off",
        free_places=2,
        free_as_of=date(2026, 11, 2),
        **near,
    )
    late = make_provider(
        desk, organisation="Kita Marschenhof", hours_osm="Mo-Fr 08:00-14:00; PH off", **near
    )
    quiet = make_provider(desk, organisation="Kita Wattwurm", hours_osm="", **near)
    minder = make_provider(
        desk,
        organisation="Tagespflege Möwennest",
        category=Category.CHILDMINDING,
        hours_osm="Mo,We 14:00-18:00; PH off",
        latitude=53.59,
        longitude=7.2,
    )
    desk.rosters.add_carer(
        case, CarerDraft(CarerKind.RELATIVE, "Oma Leila", "Fr 15:00-17:00; PH off")
    )
    return Family(case, amira, karim, yasmin, kita, minder, late, quiet, employer)


@pytest.fixture
def family(window):
    return make_family(window.acts.desk)


@pytest.fixture
def settled(qtbot):
    """Wait until everything asked of a screen is answered."""

    def wait(screen):
        qtbot.waitUntil(lambda: screen.board is not None and not screen.reading.is_busy)

    return wait


@pytest.fixture
def page(window, family, qtbot):
    """The tab of providers with the family open."""
    with qtbot.waitActive(window):
        window.activateWindow()
    window.show_case(family.case)
    return window.go_to(place("providers"))


@pytest.fixture
def screen(page, settled):
    settled(page.caring.screen)
    return page.caring.screen
