"""What happens to one step: shown, looked at while typed, saved, switched off, restored, copied."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.content.languages import OFFICE_LANGUAGE
from app.done import Done
from app.errors import Reason, Refused
from app.progress import Steps
from app.records.templates import ChangePreview, Checked, StepDraft, TemplateRow, TemplateState
from ui.page import Page
from ui.templates.change_dialog import Wanted
from ui.templates.drafts import Drafts
from ui.templates.looking import Looking
from ui.templates.offers import Offers
from ui.templates.step_pane import StepPane
from ui.templates.storing import Decision, Storing
from ui.templates.telling import Names, differences

if TYPE_CHECKING:
    from app.desk import Desk


class StepsSide(QObject):
    """`changed` when what is unsaved changed, `chosen(template)` when a step is to be shown."""

    changed = Signal()
    chosen = Signal(str)

    def __init__(self, page: Page, pane: StepPane) -> None:
        super().__init__(page)
        self._page, self.pane = page, pane
        self.drafts = Drafts()
        self.looking = Looking(page.acts, page.workplace.workshop, self)
        self.storing = Storing(page)
        self.storing.stored.connect(self._stored_now)
        self._offers = Offers(page.workplace.today())
        self._names = Names({}, {}, {}, {})
        self._row: TemplateRow | None = None
        self._stored: StepDraft | None = None
        self._shown = ""
        pane.edited.connect(self._edited)
        pane.saved.connect(self.save)
        pane.discarded.connect(self.discard)
        pane.taken_over.connect(self.take_over)
        pane.versions.restored.connect(self.restore)
        pane.versions.compared.connect(self.compare)
        self.looking.checked.connect(self._checked)
        self.looking.counting.connect(pane.form.when.live.wait)
        self.looking.counted.connect(pane.form.show_applying)
        self.looking.unknown.connect(pane.form.when.live.say_unready)

    @property
    def shown(self) -> str:
        """The id of the step in the form, "" for none."""
        return self._shown

    def offer(self, offers: Offers, names: Names) -> None:
        """What can be chosen, and what steps are called."""
        self._offers, self._names = offers, names

    def show(self, template: str, row: TemplateRow | None) -> bool:
        """Show a step, with what was typed of it; False where it is none any more."""
        desk = self._page.desk
        if desk is None:
            return False
        typed = self.drafts.get(template)
        try:
            stored = None if self.drafts.is_new(template) else desk.templates.draft(template)
        except Refused:
            stored = None
        draft = typed or stored
        if draft is None:
            return False
        same = template == self._shown
        if typed is not None and stored == typed:
            self.drafts.forget(template)
        self._row, self._stored, self._shown = row, stored, template
        versions = desk.templates.versions(template) if row is not None else ()
        shipped = row is not None and desk.templates.original(template) is not None
        self.pane.offer(self._offers, draft)
        self.pane.show_step(draft, row, versions, self._offers.today, shipped=shipped)
        if not same:
            self.pane.to_top()
            self.pane.form.when.live.forget()
        self._say_unsaved()
        self.looking.look_now(draft)
        return True

    def leave(self) -> None:
        """No step is shown any more; what was typed is kept."""
        self._shown, self._row, self._stored = "", None, None
        self.looking.forget()

    def save(self) -> None:
        """Look at the rule, then ask from when it holds and who takes it over."""
        desk, draft = self._page.desk, self.pane.form.draft()
        if desk is None or not self._shown:
            return
        checked = desk.templates.check(draft)
        self._checked(checked)
        if any(
            example.applies is not answer
            for example, answer in zip(draft.examples, checked.examples, strict=False)
        ):
            self.pane.form.refuse(Refused(Reason.EXAMPLE_FAILS, "examples"))
        wrong = self.pane.form.first_fault()
        if wrong is not None:
            self.pane.lead_to(wrong)
            return
        off = self._row is not None and self._row.state is TemplateState.OFF
        self.storing.ask(
            Decision(
                self._shown,
                f"„{_name(draft)}“ {'einschalten' if off else 'speichern'}",
                "Ab wann gilt die Regel wieder?" if off else "Ab wann gilt die neue Regel?",
                "Einschalten" if off else "Speichern",
                partial(desk.templates.preview, draft),
                work=partial(_saving, draft),
            )
        )

    def switch(self) -> None:
        """Switch the step off, or on again as it was."""
        desk, row = self._page.desk, self._row
        if desk is None or row is None or not self._shown:
            return
        if row.state is TemplateState.OFF:
            shipped = desk.templates.original(self._shown) is not None
            self.restore() if shipped and not self.drafts.get(self._shown) else self.save()
            return
        self.storing.ask(
            Decision(
                self._shown,
                f"„{row.short}“ ausschalten",
                "Ab wann soll der Schritt nicht mehr vorkommen?",
                "Ausschalten",
                partial(desk.templates.preview_off, self._shown),
                work=partial(_switching_off, self._shown),
            )
        )

    def restore(self) -> None:
        """Let the shipped version hold again."""
        desk = self._page.desk
        if desk is None or self._row is None:
            return
        self.storing.ask(
            Decision(
                self._shown,
                f"„{self._row.short}“: mitgelieferte Fassung",
                "Ab wann gilt wieder die mitgelieferte Fassung?",
                "Wiederherstellen",
                partial(desk.templates.preview_restore, self._shown),
                work=partial(_restoring, self._shown),
            )
        )

    def take_over(self) -> None:
        """Offer today's rule to the households that still plan by a former one."""
        desk = self._page.desk
        if desk is None or self._row is None:
            return
        template = self._shown

        def held(_day: date) -> Steps[ChangePreview]:
            return desk.templates.held(template)

        self.storing.ask(
            Decision(
                template,
                f"„{self._row.short}“ übernehmen",
                "Für welche Haushalte soll die geltende Regel jetzt auch gelten?",
                "Übernehmen",
                held,
                work=partial(_taking_over, template),
                dated=False,
            )
        )

    def discard(self) -> None:
        """Give up what was typed; asks first."""
        asking = self._page.workplace.asking
        if not self._shown or not asking.confirm(
            "Änderungen verwerfen?",
            "Was Sie an dieser Vorlage getippt haben, geht verloren.",
            "Verwerfen",
        ):
            return
        self.drafts.forget(self._shown)
        shown, self._shown = self._shown, ""
        self.changed.emit()
        self.chosen.emit(shown)

    def copy(self) -> None:
        """A copy of the step as it stands here, not stored yet."""
        desk = self._page.desk
        if desk is not None and self._shown and not self.drafts.is_new(self._shown):
            self._begin(desk.templates.copy(self._shown))

    def new(self, draft: StepDraft) -> None:
        """A new step, not stored yet."""
        self._begin(draft)

    def compare(self, version: int | None) -> None:
        """Lay another version beside what stands in the form; None is the shipped one."""
        desk = self._page.desk
        if desk is None or not self._shown:
            return
        if version is None:
            other, title = desk.templates.original(self._shown), "mitgelieferte Fassung"
        else:
            other, title = desk.templates.version(version), "andere Fassung"
        if other is not None:
            found = differences(self.pane.form.draft(), other, self._names)
            self.pane.versions.show_comparison(title, found)
            self.pane.reveal(self.pane.versions.comparison)

    def refuse(self, refused: Refused) -> None:
        """Say a refusal beside its field: of the dialog while it is open, else of the form."""
        if not self.storing.refuse(refused):
            self.pane.form.refuse(refused)

    def _stored_now(self, template: str) -> None:
        self.drafts.forget(template)

    def _begin(self, draft: StepDraft) -> None:
        self.drafts.begin(draft)
        self.changed.emit()
        self.chosen.emit(draft.id)
        self.pane.form.about.short.setFocus()

    def _edited(self) -> None:
        if not self._shown:
            return
        draft = self.pane.form.draft()
        before = self.drafts.unsaved
        self.drafts.keep(draft, self._stored)
        self._say_unsaved()
        self.pane.show_row(draft, self._row)
        self.looking.look(draft)
        if before != self.drafts.unsaved or self.drafts.is_new(draft.id):
            self.changed.emit()

    def _say_unsaved(self) -> None:
        unsaved = self._shown in self.drafts.unsaved
        self.pane.show_unsaved(unsaved=unsaved, new=self.drafts.is_new(self._shown))

    def _checked(self, checked: Checked) -> None:
        self.pane.form.show_checked(checked)


def _name(draft: StepDraft) -> str:
    return draft.short.get(OFFICE_LANGUAGE, "") or draft.id


def _saving(draft: StepDraft, desk: Desk, wanted: Wanted) -> Steps[Done]:
    return desk.templates.saving(draft, wanted.valid_from, wanted.note, wanted.take_over)


def _switching_off(template: str, desk: Desk, wanted: Wanted) -> Steps[Done]:
    return desk.templates.switching_off(template, wanted.valid_from, wanted.note, wanted.take_over)


def _restoring(template: str, desk: Desk, wanted: Wanted) -> Steps[Done]:
    return desk.templates.restoring(template, wanted.valid_from, wanted.note, wanted.take_over)


def _taking_over(template: str, desk: Desk, wanted: Wanted) -> Steps[Done]:
    return desk.templates.taking_over(template, wanted.take_over)
