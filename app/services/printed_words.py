"""The printed words of a language: the shipped ones with the office's own laid over them."""

from __future__ import annotations

import json
from pathlib import Path

from sqlalchemy.orm import Session

from app.content.languages import OFFICE_LANGUAGE
from app.content.phrases import Phrase, Phrases, load_phrases, reworded
from app.content.words import (
    PHRASES,
    Check,
    Entry,
    OwnWording,
    Words,
    load_words,
    overlaid,
)
from app.errors import Fault
from db.repositories import wordings
from db.tables.wording import Wording


def words_in(session: Session, resources: Path, language: str) -> Words:
    """What the templates say in a language. German is what the templates themselves say: the
    office changes it there."""
    if language == OFFICE_LANGUAGE:
        return Words(OFFICE_LANGUAGE)
    shipped, _ = load_words(resources / "phrases", language)
    return overlaid(shipped, own_wordings(session, language))


def phrases_in(
    session: Session, resources: Path, language: str
) -> tuple[Phrases, tuple[Fault, ...]]:
    """The phrases of a language as they are printed, and what is wrong with the shipped files."""
    shipped, faults = load_phrases(resources / "phrases", language)
    own = own_wordings(session, shipped.language)
    texts = {
        key.removeprefix(PHRASES): wording.text
        for key, wording in own.items()
        if key.startswith(PHRASES) and wording.text is not None
    }
    return reworded(shipped, texts), faults


def own_wordings(session: Session, language: str) -> dict[str, OwnWording]:
    """What the office changed in a language, by key."""
    return {row.key: own_wording(row) for row in wordings.of_language(session, language)}


def own_wording(row: Wording) -> OwnWording:
    check = Check(row.checked_by, row.checked_on) if row.checked_on else None
    return OwnWording(text_of(row.text), Entry(row.source, check))


def text_of(kept: str) -> Phrase | None:
    """A text as the data file keeps it; None where the shipped one stands."""
    if not kept.startswith("{"):
        return kept or None
    try:
        forms = json.loads(kept)
    except ValueError:
        return kept  # a text that begins with a placeholder
    if not isinstance(forms, dict) or not forms:
        return kept
    return {str(form): str(text) for form, text in forms.items()}


def kept_as(text: Phrase) -> str:
    """A text as the data file keeps it."""
    return text if isinstance(text, str) else json.dumps(dict(text), ensure_ascii=False)
