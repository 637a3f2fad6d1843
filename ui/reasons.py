"""Why a step applies, does not, or cannot be told yet: whole sentences. No Qt here: the terminal
says the same words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from app.records.plan import BecauseView, ListedStep
from app.rules.calendar import Precision
from app.rules.terms import Answer
from ui.widgets.fact_words import asked, sentence
from ui.words import STEP_STATES

OWN = "Von der Servicestelle hinzugefügt."
BY_HAND = "Von Hand in den Plan genommen."
LEFT_OUT = "In den gewählten Meilensteinen nicht enthalten."
WITHHELD = (
    "Hängt an einer freiwilligen Angabe (Art. 9 DSGVO), nach der nicht gefragt wird; "
    "der Schritt lässt sich von Hand aufnehmen."
)


class Reasoned(Protocol):
    """A step with what decided: one of the plan, or one of the list of all steps."""

    @property
    def own(self) -> bool: ...
    @property
    def by_hand(self) -> bool: ...
    @property
    def applies(self) -> Answer: ...
    @property
    def because(self) -> tuple[BecauseView, ...]: ...
    @property
    def ask(self) -> tuple[str, ...]: ...
    @property
    def person_name(self) -> str: ...


def reasons(step: Reasoned) -> tuple[str, ...]:
    """Which facts decided whether a step applies; at least one sentence."""
    if step.own:
        return (OWN,)
    facts = sentence(step.because)
    if step.applies is Answer.UNCLEAR:
        questions = "; ".join(asked(key, step.person_name) for key in step.ask)
        missing = f"Noch zu klären: {questions}."
        return (missing, f"Bekannt ist: {facts}.") if facts else (missing,)
    if step.applies is Answer.NO:
        return (f"Gilt nicht, denn: {facts}." if facts else "Gilt für diesen Haushalt nicht.",)
    if step.by_hand:
        return (BY_HAND,)
    return (f"Gilt, denn: {facts}." if facts else "Gilt für jeden Haushalt.",)


def listed(step: ListedStep) -> tuple[str, ...]:
    """The same for a line of the list of all steps, which may stand outside the plan."""
    found: Sequence[str] = reasons(step)
    if step.applies is Answer.NO and step.withheld:
        found = (*found, WITHHELD) if step.because else (WITHHELD,)
    return (*found, LEFT_OUT) if step.left_out and step.step is None else tuple(found)


def line(step: ListedStep) -> str:
    """A step in one line: 01.03.2027 | offen | Wohnsitz anmelden (Amira) | Gilt, denn: …"""
    due = "ohne Datum"
    if step.due is not None:
        is_month = step.due.precision is Precision.MONTH
        due = f"{step.due.on:%m.%Y}" if is_month else f"{step.due.on:%d.%m.%Y}"
    state = STEP_STATES[step.state] if step.state else "nicht im Plan"
    late = ", überfällig" if step.late else ""
    whom = f" ({step.person_name})" if step.person_name else ""
    return f"{due:<10} | {state}{late} | {step.title}{whom} | {' '.join(listed(step))}"
