"""A mark of the timeline in words, for screen readers and tool tips. No Qt here."""

from __future__ import annotations

from app.records.plan import StepView
from ui.onboarding.arrange import Mark
from ui.onboarding.shapes import WORDS, Shape
from ui.widgets.step_words import spoken
from ui.words import ROLES


def named(mark: Mark) -> str:
    """Date, title, who with the names behind the roles, where it stands, whether it bars."""
    step = mark.step
    parts = [spoken(step), *_people(step)]
    if step.by_hand:
        parts.append("von Hand dazugenommen")
    if mark.shape is Shape.BARRED:
        parts.append(WORDS[Shape.BARRED])
    return ", ".join(parts)


def _people(step: StepView) -> list[str]:
    """Pate/Patin: Hanna Voss, for each role that has a name."""
    return [
        f"{ROLES[holder.role]}: {holder.draft.name}"
        for holder in step.holders
        if holder.role in step.roles and holder.draft.name
    ]
