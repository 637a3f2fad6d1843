"""What is typed and not saved yet, kept while the clerk looks at something else. No Qt here."""

from __future__ import annotations

from app.content.languages import OFFICE_LANGUAGE
from app.records.templates import StepDraft, TemplateRow, TemplateState
from app.rules.terms import DateKind, Track


class Drafts:
    """Changed steps by id, and those that are not stored at all yet."""

    def __init__(self) -> None:
        self._typed: dict[str, StepDraft] = {}
        self._new: set[str] = set()

    @property
    def unsaved(self) -> frozenset[str]:
        """The ids of all steps with something unsaved."""
        return frozenset(self._typed)

    def begin(self, draft: StepDraft) -> None:
        """A step that is not stored yet: new, or a copy."""
        self._new.add(draft.id)
        self._typed[draft.id] = draft

    def is_new(self, template: str) -> bool:
        """Whether nothing of it is stored."""
        return template in self._new

    def get(self, template: str) -> StepDraft | None:
        """What is typed of a step, None where nothing is."""
        return self._typed.get(template)

    def keep(self, draft: StepDraft, stored: StepDraft | None) -> bool:
        """Remember what is typed, or forget it where it is as stored; whether it is unsaved."""
        if draft == stored:
            self.forget(draft.id)
            return False
        self._typed[draft.id] = draft
        return True

    def forget(self, template: str) -> None:
        """It is saved, or given up."""
        self._typed.pop(template, None)
        self._new.discard(template)

    def new_rows(self, track: Track) -> tuple[TemplateRow, ...]:
        """Lines of the list for the steps of a track that are not stored yet."""
        return tuple(
            TemplateRow(
                template=draft.id,
                track=draft.track,
                phase=draft.phase,
                short=draft.short.get(OFFICE_LANGUAGE, "") or "Ohne Titel",
                kind=DateKind.ADVICE,
                state=TemplateState.OWN,
            )
            for draft in self._typed.values()
            if draft.id in self._new and draft.track is track
        )
