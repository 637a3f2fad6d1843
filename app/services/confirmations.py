"""Who vouched for a step that no source proves, and for which wording of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy.orm import Session

from app.content.languages import OFFICE_LANGUAGE
from app.content.templates import StepTemplate
from app.rules.terms import Grade
from db.repositories import confirmations


class Confirmed(NamedTuple):
    """A confirmation: by whom, on which day, for the text with this digest (SHA-256, hex)."""

    by: str
    on: date
    digest: str


def confirmed(session: Session) -> Mapping[str, Confirmed]:
    """Every confirmation by the template's id, those of a former wording included."""
    return {
        row.template: Confirmed(row.by, row.on, row.digest) for row in confirmations.every(session)
    }


def needs_proof(template: StepTemplate) -> bool:
    """Whether a template rests on general knowledge alone: a mixed grade counts by its first
    letter, and the office's own advice has none."""
    return template.grade is Grade.A


def vouched(template: StepTemplate, known: Mapping[str, Confirmed]) -> Confirmed | None:
    """The confirmation that holds for the template as it stands; None for those that need
    none, and where nobody confirmed this wording."""
    found = known.get(template.id) if needs_proof(template) else None
    return found if found is not None and found.digest == digest_of(template) else None


def is_unproven(template: StepTemplate, known: Mapping[str, Confirmed]) -> bool:
    """Whether a template still waits for a named person to confirm it, so that it stays off
    the paper."""
    return needs_proof(template) and vouched(template, known) is None


def digest_of(template: StepTemplate) -> str:
    """SHA-256 (hex) over what a confirmation vouches for: the German words, the paragraph,
    the date and the papers. Short titles, sources and translations may change."""
    said = [
        template.title.in_language(OFFICE_LANGUAGE),
        template.explain.in_language(OFFICE_LANGUAGE),
        [note.text.in_language(OFFICE_LANGUAGE) for note in template.notes],
        template.basis,
        template.rule.offset_text,
        template.kind.value,
        template.rule.anchor.value if template.rule.anchor else template.rule.after,
        [[paper.id, paper.title.in_language(OFFICE_LANGUAGE)] for paper in template.documents],
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()
