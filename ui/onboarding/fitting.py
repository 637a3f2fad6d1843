"""The scale a plan is shown in: its days, and columns beside them for what lies outside."""

from __future__ import annotations

from app.records.plan import PlanView
from app.rules.calendar import Day
from app.rules.terms import AnchorKind
from ui.onboarding.arrange import shown
from ui.onboarding.axis import EARLIER, LATER, UNDATED
from ui.onboarding.scale import GAPS, NARROWEST, Scale, Zoom, fitted, stretch_of
from ui.onboarding.typeface import Typeface

BESIDE = 160  # pixels the columns beside the days may take
NEAR = 550  # days from today within which an anchor stretches the picture


def scale_for(plan: PlanView, zoom: Zoom, room: float, face: Typeface, unit: float) -> Scale:
    """The scale for `room` pixels; the columns "früher", "später" and "ohne Datum" are there where
    a step needs them."""
    steps = shown(plan)
    days = [step.due.on for step in steps if step.due]
    whole = zoom is Zoom.YEAR
    fixed = [day.on for _, day in used_anchors(plan) if whole or _is_near(day, plan)]
    longest = round((room / unit - BESIDE) / NARROWEST) if zoom is Zoom.MONTHS else None
    stretch = stretch_of([*days, *fixed], plan.today, longest, GAPS[zoom])
    undated = any(step.due is None for step in steps)
    columns = ((EARLIER, stretch.earlier), (LATER, stretch.later), (UNDATED, undated))
    wide = [
        face.small_metrics.horizontalAdvance(name) + 20 * unit if wanted else 0.0
        for name, wanted in columns
    ]
    return fitted(
        stretch,
        zoom,
        room,
        unit=unit,
        earlier_wide=wide[0],
        later_wide=wide[1],
        undated_wide=wide[2],
    )


def used_anchors(plan: PlanView) -> list[tuple[AnchorKind, Day]]:
    """The anchors that dates of the picture are counted from, and the first working day."""
    used = {step.anchor for step in shown(plan)} | {AnchorKind.WORK_START}
    return [(kind, day) for kind, day in plan.anchors if kind in used]


def _is_near(day: Day, plan: PlanView) -> bool:
    return abs((day.on - plan.today).days) < NEAR
