"""The English of a step where the office changed it among the texts: shown in its form, and settled
when the form is stored, so that one wording holds and not two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy.orm import Session

from app.content.languages import FALLBACK, OFFICE_LANGUAGE
from app.content.words import TEMPLATES, Entry, OwnWording, fingerprint
from app.records.templates import StepDraft, Texts
from app.services.printed_words import own_wordings
from app.services.wordings_store import Store


def with_english(session: Session, draft: StepDraft) -> StepDraft:
    """The draft as it is printed in English."""
    own = own_wordings(session, FALLBACK)
    if not own:
        return draft

    def over(name: str, texts: Texts) -> Texts:
        return _over(own, _key(draft, name), texts)

    notes = tuple(
        replace(note, text=_over(own, _note(draft, at), note.text, note=True))
        for at, note in enumerate(draft.notes)
    )
    return replace(
        draft,
        title=over("title", draft.title),
        short=over("short", draft.short),
        explain=over("explain", draft.explain),
        office=over("office", draft.office),
        notes=notes,
    )


def settle_english(
    session: Session, before: StepDraft | None, draft: StepDraft, *, now: bool
) -> None:
    """Store that a draft takes over from `before`: English that was changed was made of the German
    text beside it; what lay over the form is in the form from now on, or (not `now`) when its day
    comes, where it is the same."""
    store = Store(session, FALLBACK)
    former = dict(_texts(before)) if before else {}
    for key, texts in _texts(draft):
        english, was = texts.get(FALLBACK, ""), former.get(key, {}).get(FALLBACK, "")
        if english != was:
            store.put(key, None, Entry(fingerprint(texts.get(OFFICE_LANGUAGE, ""))))
        elif now:
            store.uncover(key)


def forget_english(session: Session, draft: StepDraft) -> None:
    """Go back to the shipped English of a step, and to what the ledger says of it."""
    Store(session, FALLBACK).forget([key for key, _ in _texts(draft)])


def _texts(draft: StepDraft) -> Iterator[tuple[str, Texts]]:
    yield _key(draft, "title"), draft.title
    yield _key(draft, "short"), draft.short
    yield _key(draft, "explain"), draft.explain
    yield _key(draft, "office"), draft.office
    for at, note in enumerate(draft.notes):
        yield _note(draft, at), note.text


def _key(draft: StepDraft, name: str) -> str:
    return f"{TEMPLATES}steps.{draft.id}.{name}"


def _note(draft: StepDraft, at: int) -> str:
    return _key(draft, f"notes.{at}")


def _over(own: dict[str, OwnWording], key: str, texts: Texts, *, note: bool = False) -> Texts:
    wording = own.get(key)
    if wording is None or not isinstance(wording.text, str):
        return texts
    if note and wording.entry.source != fingerprint(texts.get(OFFICE_LANGUAGE, "")):
        return texts  # notes are known by their place: this is of another
    return {**texts, FALLBACK: wording.text}
