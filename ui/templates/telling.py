"""A step field by field in words, so that two versions can be laid side by side. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.records.templates import StepDraft, Texts
from app.rules.planning import Scope
from app.rules.schedule import parse_offset
from app.rules.terms import Blocker
from ui import fact_names
from ui.templates import words
from ui.widgets.step_words import counted
from ui.words import ANCHORS, OFFICE_TYPES, ROLES

NOTHING = "–"


@dataclass(frozen=True)
class Names:
    """What steps, documents, phases and sets are called, by id."""

    steps: Mapping[str, str]
    documents: Mapping[str, str]
    phases: Mapping[str, str]
    sets: Mapping[str, str]


@dataclass(frozen=True)
class Difference:
    """A field in which two versions differ, by its label, in the words of both."""

    name: str
    label: str
    left: str
    right: str


def differences(left: StepDraft, right: StepDraft, names: Names) -> tuple[Difference, ...]:
    """The fields in which two versions differ, in the order of the form."""
    found = []
    for name, label in words.FIELDS.items():
        if getattr(left, name) != getattr(right, name):
            found.append(
                Difference(name, label, in_words(left, name, names), in_words(right, name, names))
            )
    return tuple(found)


def in_words(draft: StepDraft, name: str, names: Names) -> str:
    """One field of a step in words; a dash where it is blank."""
    told = _TELLERS[name](draft, names) if name in _TELLERS else str(getattr(draft, name))
    return told or NOTHING


def offset(text: str) -> str:
    """14 Tage danach, 2 Wochen davor; what is no distance stays as it is written."""
    try:
        parse_offset(text)
    except ValueError:
        return text
    told = counted(text)
    return f"{told} {'davor' if text.startswith('-') else 'danach'}" if told else "am selben Tag"


def _spoken(texts: Texts) -> str:
    return "\n".join(texts[language] for language in texts)


def _listed(codes: tuple[str, ...], names: Mapping[str, str]) -> str:
    return "\n".join(names.get(code, code) for code in codes)


def _notes(draft: StepDraft) -> str:
    return "\n".join(f"{fact_names.rows(note.when)}:\n{_spoken(note.text)}" for note in draft.notes)


def _examples(draft: StepDraft) -> str:
    told = []
    for each in draft.examples:
        facts = fact_names.row({key: (value,) for key, value in each.facts.items()})
        told.append(f"{words.ANSWERS[each.applies]}: {facts or 'nichts bekannt'}")
    return "\n".join(told)


_ROLES = {role.value: name for role, name in ROLES.items()}
_OFFICES = {kind.value: name for kind, name in OFFICE_TYPES.items()}
_SCOPES = {scope.value: name for scope, name in words.SCOPES.items()}
_KINDS = {kind.value: name for kind, name in words.KINDS.items()}
_ANCHORS = {anchor.value: name for anchor, name in ANCHORS.items()}
_BLOCKERS = {each.value: words.blocker(each.value) for each in Blocker}

_TELLERS: Mapping[str, Callable[[StepDraft, Names], str]] = {
    "title": lambda draft, _: _spoken(draft.title),
    "short": lambda draft, _: _spoken(draft.short),
    "explain": lambda draft, _: _spoken(draft.explain),
    "office": lambda draft, _: _spoken(draft.office),
    "phase": lambda draft, names: names.phases.get(draft.phase, draft.phase),
    "scope": lambda draft, _: _SCOPES.get(draft.scope or Scope.ONCE.value, draft.scope),
    "when": lambda draft, _: fact_names.rows(draft.when),
    "anchor": lambda draft, _: _ANCHORS.get(draft.anchor, draft.anchor),
    "after": lambda draft, names: names.steps.get(draft.after, draft.after),
    "offset": lambda draft, _: offset(draft.offset),
    "kind": lambda draft, _: _KINDS.get(draft.kind, draft.kind),
    "shift": lambda draft, _: words.SHIFTS.get(draft.shift or "none", draft.shift),
    "first_day_counts": lambda draft, _: "ja" if draft.first_day_counts else "nein",
    "promptly": lambda draft, _: "ja" if draft.promptly else "nein",
    "roles": lambda draft, _: _listed(draft.roles, _ROLES),
    "office_type": lambda draft, _: _OFFICES.get(draft.office_type, draft.office_type),
    "documents": lambda draft, names: _listed(draft.documents, names.documents),
    "depends_on": lambda draft, names: _listed(draft.depends_on, names.steps),
    "grade": lambda draft, _: words.grade(draft.grade),
    "stand": lambda draft, _: f"{draft.stand:%d.%m.%Y}" if draft.stand else "",
    "clears": lambda draft, _: _BLOCKERS.get(draft.clears, draft.clears),
    "leads_to": lambda draft, _: _BLOCKERS.get(draft.leads_to, draft.leads_to),
    "notes": lambda draft, _: _notes(draft),
    "examples": lambda draft, _: _examples(draft),
    "only_in": lambda draft, names: _listed(draft.only_in, names.sets),
}
