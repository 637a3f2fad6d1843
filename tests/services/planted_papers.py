"""Every single sheet and every plan of a visit that a data file gives, for the search in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import Refused
from app.progress import finish
from app.records.figures import Period
from app.records.staying import TalkKind

if TYPE_CHECKING:
    from app.desk import Desk
    from app.services.papers import PaperOrder

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def papers(desk: Desk, cases: list[int], folder: Path) -> Iterator[tuple[str, bytes]]:
    """By the code of its kind; what is refused for a case is no sheet of it."""
    for order in _orders(desk, cases):
        with suppress(Refused):
            made = order()
            yield f"{made.kind.value} {made.name}", desk.papers.preview(made, "de")
    for case in cases:
        for visit in desk.visits.of_case(case):
            path = folder / f"visit{visit.id}.ics"
            finish(desk.visits.save_calendar(visit.id, path, "de"))
            yield f"visit_calendar {visit.id}", path.read_bytes()


def _orders(desk: Desk, cases: list[int]) -> Iterator[Callable[[], PaperOrder]]:
    for case in cases:
        yield lambda case=case: desk.staying.sheet(case, TalkKind.DAY30)
        yield lambda case=case: desk.training.sheet(case)
        yield lambda case=case: desk.housing.sheet(case)
        yield lambda case=case: desk.moving.sheet(case)
        yield lambda case=case: desk.funding.sheet(case)
        for elder in desk.elders.board(case).elders:
            yield lambda case=case, elder=elder.person: desk.elders.sheet(case, elder)
        yield lambda case=case: desk.own_practice.sheet(case)
        yield lambda case=case: desk.schools.sheet(case)
        yield lambda case=case: desk.induction.ward_sheet(case)
        yield lambda case=case: desk.induction.newcomer_sheet(case)
        for invitation in desk.occasions.of_case(case):
            yield lambda key=invitation.invitation.id: desk.occasions.sheet(key)
        for mentorship in desk.mentors.of_case(case).mentorships:
            yield lambda key=mentorship.id: desk.mentors.sheet(key)
            yield lambda key=mentorship.id: desk.mentors.mentor_sheet(key)
        for visit in desk.visits.of_case(case):
            yield lambda key=visit.id: desk.visits.sheet(key)
        for member in desk.careers.members(case):
            yield lambda key=member.person: desk.openings.sheet(key)
        for each in desk.introductions.of_case(case):
            yield lambda each=each: desk.introductions.profile_sheet(
                each.draft.person, each.draft.provider
            )
    for absence in desk.team.absences():
        yield lambda key=absence.id: desk.team.handover_sheet(key)
    for meeting in desk.working_group.meetings():
        yield lambda key=meeting.id: desk.working_group.sheet(key)
    yield desk.network.sheet
    yield lambda: desk.figures.sheet(finish(desk.figures.report(YEAR)))
