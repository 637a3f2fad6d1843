"""Every printed text with its key, in the order in which it is read and translated."""

from __future__ import annotations

from collections.abc import Iterator

from app.content.catalogue import Catalogue
from app.content.languages import OFFICE_LANGUAGE
from app.content.phrases import Phrase, Phrases
from app.content.templates import Spoken
from app.content.words import PHRASES, TEMPLATES


def spoken_texts(catalogue: Catalogue) -> Iterator[Spoken]:
    """What the templates say: phases, sets, documents, then the steps, those switched off last."""
    for phases in catalogue.phases.values():
        yield from (phase.title for phase in phases)
    yield from (plan_set.title for plan_set in catalogue.sets)
    yield from (paper.title for paper in (catalogue.papers or {}).values() if paper)
    for step in catalogue.worded():
        yield from (step.title, step.short, step.explain, step.office)
        yield from (note.text for note in step.notes)


def german_texts(catalogue: Catalogue, phrases: Phrases) -> dict[str, Phrase]:
    """Every German text by its key; `phrases` are the German ones."""
    texts: dict[str, Phrase] = {PHRASES + key: text for key, text in phrases.words.items()}
    for spoken in spoken_texts(catalogue):
        texts[TEMPLATES + spoken.key] = spoken.texts.get(OFFICE_LANGUAGE, "")
    return texts
