"""What happens to one set of milestones: shown, changed, copied for an employer, removed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.done import Done
from app.errors import Refused
from app.records.templates import SetDraft, TemplateRow
from ui.page import Page
from ui.templates.set_pane import SetPane
from ui.widgets.grouped_model import Section

if TYPE_CHECKING:
    from app.desk import Desk


class SetsSide(QObject):
    """`changed` when what is unsaved changed, `chosen(set)` when one is to be shown. At most one
    set has something unsaved: leaving it keeps what was typed until it is saved or given up."""

    changed = Signal()
    chosen = Signal(str)

    def __init__(self, page: Page, pane: SetPane) -> None:
        super().__init__(page)
        self._page, self.pane = page, pane
        self._typed: dict[str, SetDraft] = {}
        self._new: set[str] = set()
        self._stored: SetDraft | None = None
        self._shown = ""
        pane.edited.connect(self._edited)
        pane.saved.connect(self.save)
        pane.discarded.connect(self.discard)
        pane.removed.connect(self.remove)

    @property
    def shown(self) -> str:
        """The id of the set in the form, "" for none."""
        return self._shown

    @property
    def unsaved(self) -> frozenset[str]:
        """The ids of all sets with something unsaved."""
        return frozenset(self._typed)

    def new_sets(self) -> tuple[SetDraft, ...]:
        """Sets that are not stored yet."""
        return tuple(self._typed[key] for key in self._typed if key in self._new)

    def show(
        self,
        key: str,
        sections: Sequence[Section[TemplateRow]],
        employers: Sequence[tuple[str, str]],
    ) -> bool:
        """Show a set, with what was typed of it; False where it is none any more."""
        desk = self._page.desk
        if desk is None:
            return False
        try:
            stored = None if key in self._new else desk.templates.set_draft(key)
        except Refused:
            stored = None
        draft = self._typed.get(key) or stored
        if draft is None:
            return False
        self._stored, self._shown = stored, key
        self.pane.offer(employers)
        self.pane.show_set(draft, sections)
        self._say_unsaved()
        return True

    def leave(self) -> None:
        """No set is shown any more; what was typed is kept."""
        self._shown, self._stored = "", None

    def copy(self, employer: str = "") -> None:
        """A copy of the set, for an employer where one is named; not stored yet."""
        desk = self._page.desk
        if desk is None or not self._shown or self._shown in self._new:
            return
        draft = desk.templates.copy_set(self._shown, employer)
        self._new.add(draft.id)
        self._typed[draft.id] = draft
        self.changed.emit()
        self.chosen.emit(draft.id)
        self.pane.name.setFocus()

    def save(self) -> None:
        """Store the set as it stands here."""
        draft = self.pane.draft()

        def run(desk: Desk) -> Done:
            done = desk.templates.save_set(draft)
            self._forget(draft.id)
            return done

        self._page.acts.do(run, self._page)
        self.changed.emit()

    def remove(self) -> None:
        """Remove the set, where no case has it."""
        key = self._shown

        def run(desk: Desk) -> Done:
            done = desk.templates.remove_set(key)
            self._forget(key)
            return done

        self._page.acts.do(run, self._page)
        self.changed.emit()

    def discard(self) -> None:
        """Give up what was typed; asks first."""
        if not self._page.workplace.asking.confirm(
            "Änderungen verwerfen?",
            "Was Sie an diesem Satz geändert haben, geht verloren.",
            "Verwerfen",
        ):
            return
        shown = self._shown
        self._forget(shown)
        self.changed.emit()
        self.chosen.emit(shown)

    def refuse(self, refused: Refused) -> None:
        """Say a refusal beside its field."""
        self.pane.refuse(refused)

    def _forget(self, key: str) -> None:
        self._typed.pop(key, None)
        self._new.discard(key)

    def _edited(self) -> None:
        draft, before = self.pane.draft(), self.unsaved
        if draft == self._stored:
            self._forget(draft.id)
        else:
            self._typed[draft.id] = draft
        self._say_unsaved()
        if before != self.unsaved or draft.id in self._new:
            self.changed.emit()

    def _say_unsaved(self) -> None:
        unsaved = self._shown in self._typed
        self.pane.show_unsaved(unsaved=unsaved, new=self._shown in self._new)
