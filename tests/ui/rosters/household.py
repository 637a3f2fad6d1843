"""A household whose duties are known: two parents, shifts of a ward, a grandmother."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.records.care import (
    CarerDraft,
    CarerKind,
    FrameDraft,
    RosterDraft,
    ShiftDraft,
    WaysDraft,
)
from app.records.cases import PersonDraft
from app.records.providers import Category
from app.rules.rosters import Duty, Roster, ShiftKind
from app.rules.terms import MemberRole
from tests.makers import make_case, make_provider

if TYPE_CHECKING:
    from app.desk import Desk

SHIFTS = (
    ShiftDraft(ShiftKind.EARLY, 360, 852, "F", "Frühdienst"),
    ShiftDraft(ShiftKind.BETWEEN, 690, 1200, "Z", "Zwischendienst"),
    ShiftDraft(ShiftKind.LATE, 795, 1260, "S", "Spätdienst"),
    ShiftDraft(ShiftKind.NIGHT, 1245, 1815, "N", "Nachtdienst"),
    ShiftDraft(ShiftKind.STANDBY, 480, 1920, "B", "Bereitschaftsdienst"),
)
PATTERN = "FFFSS--  SSNN---  -FFFZ-F  ZZ-FFF-".replace("  ", "")


def two_parents(desk: Desk) -> int:
    """A nurse of the ward and her husband, two children; nothing about their work but the shifts
    of the ward."""
    ward = make_provider(
        desk, organisation="Deichklinik", category=Category.EMPLOYER, site="Haus Norden"
    )
    for shift in SHIFTS:
        desk.rosters.add_shift(ward, shift)
    case = make_case(desk, children=2, employer=ward)
    partner = PersonDraft(role=MemberRole.PARTNER, given="Karim", family="Ben Amor")
    desk.household.add(case, partner)
    return case


def household(desk: Desk) -> int:
    """Two parents, shifts of a ward, a rotation, single days, a grandmother."""
    case = two_parents(desk)
    board = desk.rosters.board(case)
    mother, father = board.parents
    desk.rosters.set_ways(
        mother.person, WaysDraft(10, 12, 12, 10, changing=15, buffer=5, sleep=420)
    )
    coded = {shift.code: shift for shift in SHIFTS}
    duties = tuple(
        Duty(day, coded[code].start, coded[code].end, code, coded[code].kind)
        for day, code in enumerate(PATTERN)
        if code in coded
    )
    first = date(2026, 11, 2)
    desk.rosters.save_roster(mother.person, RosterDraft(Roster(first, None, 4, duties)))
    december = tuple(
        Duty(day, 540, 1020, "", ShiftKind.DAY) for day in range(31) if (day + 1) % 7 not in (5, 6)
    )
    desk.rosters.save_roster(
        father.person,
        RosterDraft(
            Roster(date(2026, 12, 1), date(2026, 12, 31), 0, december), "dienstplan_dezember.xlsx"
        ),
    )
    desk.rosters.add_carer(
        case, CarerDraft(CarerKind.RELATIVE, "Oma Leila", "Mo-Fr 14:00-18:00", way=10)
    )
    desk.rosters.set_frame(case, FrameDraft(15.0, ("ar", "fr")))
    return case
