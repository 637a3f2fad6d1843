"""The office of a step in words: who is in charge, and why that cannot be said yet. No Qt."""

from __future__ import annotations

from app.records.plan import StepView
from app.rules.responsibility import LEVELS, Level
from app.rules.terms import OfficeType
from ui.words import OFFICE_TYPES

BY_HOME = frozenset({Level.MUNICIPALITY, Level.COUNTY})
NO_HOME = "Wohnort fehlt oder ist nicht im Verzeichnis"
LINE = 48  # letters that a line of the list has room for
_KINDS = {kind.value: kind for kind in OfficeType}


def needs_home(step: StepView) -> bool:
    """Whether the home decides who is in charge, and it is not known."""
    kind = _KINDS.get(step.office_type)
    return kind is not None and LEVELS[kind] in BY_HOME and not step.body


def in_charge(step: StepView) -> str:
    """Küstenklinikum; Meldebehörde (Bürgerbüro), Stadt Norden; else as the template names it.
    Blank where a step needs no office."""
    if step.provider is not None:
        return step.provider.name
    return _by_home(step) or step.office or kind_of(step)


def heading(step: StepView) -> str:
    """One name for all steps at the same office, however their templates put it."""
    if step.provider is not None:
        return step.provider.name
    return _by_home(step) or kind_of(step) or step.office


def in_short(step: StepView) -> str:
    """The same for a line of a list: a long name gives way to the kind of office."""
    ways = [words for words in (in_charge(step), heading(step), kind_of(step)) if words]
    return next((words for words in ways if len(words) <= LINE), ways[-1] if ways else "")


def kind_of(step: StepView) -> str:
    """The kind of office: Ausländerbehörde. Blank where there is none."""
    kind = _KINDS.get(step.office_type)
    return OFFICE_TYPES[kind] if kind is not None else ""


def _by_home(step: StepView) -> str:
    kind = _KINDS.get(step.office_type)
    if kind is None or not step.body:
        return ""
    if LEVELS[kind] is Level.STATE:
        return step.body
    return f"{OFFICE_TYPES[kind]}, {step.body}"
