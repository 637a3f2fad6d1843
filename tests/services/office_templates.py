"""An office that looks after a handful of templates itself, and two families to try them on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.desk import Desk, open_desk
from app.records.templates import StepDraft
from app.rules.calendar import Day
from app.rules.facts import FactKey
from app.rules.terms import AnchorKind, Track
from db.file import open_file
from tests.conftest import TODAY
from tests.makers import make_case
from tests.services.catalogues import resources, step

STEPS = (
    step("m_a", offset="P3D"),
    step("m_b", when=[{"origin": ["third"]}], roles=["service_point", "person"]),
    step("m_after", after="m_a", offset="P2D"),
    step("m_other", anchor="entry", depends_on=["m_a"]),
    step("m_child", scope="per_child", anchor="move_in", offset="-P1W"),
)
SETS = (("standard", ()), ("short", ("m_other",)))


def office(path: Path, folder: Path, day: date = TODAY, steps: Sequence[str] = STEPS) -> Desk:
    """All services on a data file with these templates alone."""
    return open_desk(
        open_file(path), resources(folder, steps, sets=SETS), lambda: day, "Tomke Harms"
    )


def family(desk: Desk, **changes: object) -> int:
    """A family from Tunisia with a child and a contract of 2 November 2026."""
    case = make_case(desk, children=1, **changes)
    desk.plan.set_anchor(case, AnchorKind.CONTRACT, Day(date(2026, 11, 2)))
    desk.household.record(case, None, FactKey.HOUSING, "own")
    return case


def dues(desk: Desk, case: int) -> Mapping[str, date | None]:
    """The steps of the onboarding by template, and when they are due."""
    steps = desk.plan.view(case, Track.ONBOARDING).steps
    return {each.template: each.due.on if each.due else None for each in steps}


def own_step(desk: Desk, **changes: object) -> StepDraft:
    """A sound step of the office's own, five days after the contract."""
    draft = desk.templates.new(Track.ONBOARDING, "phase")
    said = {"de": "Schlüssel übergeben", "en": "Hand over the keys"}
    sound = replace(
        draft,
        title=said,
        short=said,
        explain=said,
        anchor="contract",
        offset="P5D",
        roles=("service_point",),
        office_type="service_point",
        office={"de": "Servicestelle", "en": "Service point"},
    )
    return replace(sound, **changes)


def moved(desk: Desk) -> StepDraft:
    """The first step counted six days later."""
    return replace(desk.templates.draft("m_a"), offset="P9D")


def everything(desk: Desk, case: int) -> tuple[object, ...]:
    """All that is told of the plan of a case."""
    listed = desk.plan.whole(case)
    views = [desk.plan.view(case, track) for track in Track]
    return listed, [view.steps for view in views], desk.lists.case_rows([case])
