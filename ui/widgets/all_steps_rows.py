"""The list of all steps in groups: what applies, what does not, and why. No widgets here."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from enum import Enum
from typing import ClassVar, TypeAlias

from app.records.plan import ListedStep, PlanView
from app.rules.terms import Answer, Role, StepState, Track
from ui import wording
from ui.theme import Tone
from ui.widgets import step_words
from ui.widgets.grouped_model import GroupedModel, Section
from ui.widgets.runs import Run
from ui.widgets.two_line import Lines
from ui.words import DATE_KINDS, ROLES

Key: TypeAlias = tuple[str, int | None]


class Order(Enum):
    """By what the list of all steps is grouped."""

    ANSWER = "answer"
    PHASE = "phase"


class Standing(Enum):
    """Where a template stands for somebody, in the order of the list."""

    APPLIES = "applies"
    UNCLEAR = "unclear"
    BY_HAND_ONLY = "by_hand_only"
    APPLIES_NOT = "applies_not"


GROUPS = {
    Standing.APPLIES: ("Gilt", ""),
    Standing.UNCLEAR: ("Unklar", "eine Angabe fehlt noch"),
    Standing.BY_HAND_ONLY: ("Nur von Hand", "es entscheidet eine Angabe, die nicht erfragt wird"),
    Standing.APPLIES_NOT: ("Gilt nicht", ""),
}
ANSWERS = {
    Standing.APPLIES: "gilt",
    Standing.UNCLEAR: "unklar",
    Standing.BY_HAND_ONLY: "nur von Hand",
    Standing.APPLIES_NOT: "gilt nicht",
}


def standing(step: ListedStep) -> Standing:
    """The answer, with what only an unasked fact (Art. 9 DSGVO) leaves open apart."""
    if step.applies is Answer.NO:
        return Standing.BY_HAND_ONLY if step.withheld else Standing.APPLIES_NOT
    return Standing.APPLIES if step.applies is Answer.YES else Standing.UNCLEAR


def is_in_plan(step: ListedStep) -> bool:
    """Whether the plan shows it as something to do or done."""
    return step.step is not None and (step.applies is not Answer.NO or step.by_hand)


def place(step: ListedStep) -> str:
    """Im Plan, erledigt, von Hand im Plan … or not in the plan."""
    if not is_in_plan(step):
        return "nicht im Plan"
    if step.state is StepState.DONE:
        return "erledigt"
    if step.state is StepState.NOT_NEEDED:
        return "im Plan als nicht nötig"
    return "von Hand im Plan" if step.by_hand else "im Plan"


def why(step: ListedStep) -> str:
    """The reason in whole sentences."""
    return " ".join(wording.why(step))


def for_whom(step: ListedStep) -> str:
    return step.person_name or "alle"


def who(step: ListedStep) -> str:
    """Who acts; of a move that is not the professional alone."""
    moves = step.track is Track.RELOCATION
    return ", ".join(
        step_words.FAMILY if moves and role is Role.PERSON else ROLES[role] for role in step.roles
    )


def key_of(step: ListedStep) -> Key:
    """A template for one person, or for the household."""
    return step.template, step.person


def sections(
    steps: Iterable[ListedStep], plan: PlanView, order: Order, words: str = ""
) -> tuple[Section[ListedStep], ...]:
    """The steps that have all these words, in groups that are not empty."""
    found = [step for step in steps if _matches(step, words)]
    if order is Order.ANSWER:
        named = [(each.value, *GROUPS[each]) for each in Standing]
        placed = [(standing(step).value, step) for step in found]
    else:
        named = [(phase.key, phase.title, "") for phase in plan.phases]
        placed = [(step.phase, step) for step in found]
        known = {key for key, _, _ in named}
        named += [(k, k, "") for k in dict.fromkeys(k for k, _ in placed) if k not in known]
    return tuple(
        Section(f"{order.value}:{key}", title, aside, rows)
        for key, title, aside in named
        if (rows := tuple(step for at, step in placed if at == key))
    )


def _matches(step: ListedStep, words: str) -> bool:
    told = " ".join((step.title, step.short, step.person_name, why(step))).casefold()
    return all(word in told for word in words.casefold().split())


class AllStepsModel(GroupedModel[ListedStep]):
    """A row a template and person: what, for whom, whether it applies, why."""

    columns: ClassVar[tuple[str, ...]] = ("Schritt, für wen", "Gilt es?", "Warum")

    def key_of(self, row: ListedStep) -> Hashable:
        return key_of(row)

    def cell(self, row: ListedStep, column: int) -> Lines:
        if column == 0:
            return Lines((Run(row.short),), (Run(for_whom(row), tone=Tone.SECOND),))
        if column == 1:
            first = Run(ANSWERS[standing(row)], strong=standing(row) is Standing.APPLIES)
            return Lines((first,), (Run(place(row), tone=Tone.SECOND),))
        reasons: Sequence[str] = wording.why(row)
        return Lines((Run(" ".join(reasons)),), (Run(_when(row), tone=Tone.SECOND),))

    def spoken(self, row: ListedStep) -> str:
        return f"{row.short}, {for_whom(row)}, {ANSWERS[standing(row)]}, {place(row)}. {why(row)}"

    def tip(self, row: ListedStep, column: int) -> str:
        return why(row) if column == 2 else row.title if column == 0 else super().tip(row, column)


def _when(step: ListedStep) -> str:
    """The date, what it means, and who acts."""
    due = step_words.day(step.due) if step.due else ""
    roles = who(step)
    return " · ".join(part for part in (due, DATE_KINDS[step.kind], roles) if part)
