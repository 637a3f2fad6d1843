"""What a school would cover of the need that the parents' duties leave."""

from __future__ import annotations

from dataclasses import replace

from app.records.schools import SchoolCover, SchoolView
from app.rules.care_household import GivenCare, InCare, covered_by_given
from app.rules.cover import CareKind
from app.rules.terms import MemberRole
from app.services.care_board import Workshop

_INSTEAD = {
    False: frozenset({CareKind.SCHOOL, CareKind.ALL_DAY}),
    True: frozenset({CareKind.ALL_DAY}),
}
"""What is booked and would not be with a school, and with an all-day offer beside one."""
_WEEKS = 4
_KEY = -2  # of no provider and no carer


class SchoolCovers:
    """What schools would cover of one child's need; the same hours are computed once."""

    def __init__(self, workshop: Workshop, person_id: int) -> None:
        self._workshop = workshop
        self._child = _child_of(workshop, person_id)
        self._known: dict[tuple[str, bool], int] = {}

    def of(self, school: SchoolView) -> SchoolCover | None:
        """Minutes a week that stay open with what is booked but another school (beside an all-day
        offer but another one), with the lessons of this one, with its all-day hours too; None
        where nothing has to be covered or no duty is known.

        The way from and to the school is not counted: what is told is the least that stays open.
        """
        if self._child is None or not self._workshop.need.minutes:
            return None
        beside = school.is_all_day
        before = self._open(self._child, "", beside=beside)
        if not school.hours.strip():
            return SchoolCover(before)
        after = self._open(self._child, school.hours, beside=beside)
        if school.whole_day == school.hours.strip().rstrip(";"):
            return SchoolCover(before, after)
        return SchoolCover(before, after, self._open(self._child, school.whole_day, beside=beside))

    def _open(self, child: InCare, hours: str, *, beside: bool) -> int:
        key = hours, beside
        if key not in self._known:
            given = tuple(each for each in child.given if each.kind not in _INSTEAD[beside])
            if hours:
                kind = CareKind.ALL_DAY if beside else CareKind.SCHOOL
                given = (*given, GivenCare(_KEY, kind, hours))
            person, workshop = replace(child, given=given), self._workshop
            told = covered_by_given(workshop.need, person, workshop.days, lambda *_: 0)
            self._known[key] = told.open // _WEEKS
        return self._known[key]


def _child_of(workshop: Workshop, person_id: int) -> InCare | None:
    """The person as care sees it; None who is looked no care for."""
    found = (each for each in workshop.household.persons if each.id == person_id)
    return next((each for each in found if each.role is MemberRole.CHILD), None)
