"""The promises made in a case: open ones first, late ones marked; the one chosen below them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from app.done import Done
from app.records.cases import CaseView
from app.records.contacts import PromiseState, PromiseView
from ui import wording
from ui.acts import Acts
from ui.asking import Asking
from ui.contacts import words
from ui.contacts.log import Entry
from ui.contacts.promise_form import PromiseForm
from ui.theme import Tone
from ui.widgets.buttons import link
from ui.widgets.paragraphs import wrapped
from ui.widgets.records import Record, Records
from ui.widgets.runs import Run
from ui.widgets.section import Section
from ui.widgets.two_line import Lines
from ui.words import ROLES


class PromisesSection(Section):
    """Enter or F2 on a promise takes it into the form."""

    def __init__(self, acts: Acts, asking: Asking, today: Callable[[], date]) -> None:
        self.add_link = link("&Neu", self.begin, "plus")
        self.add_link.setAccessibleName("Neue Zusage")
        super().__init__("Zusagen", self.add_link)
        self._today = today
        self._view: CaseView | None = None
        self._promises: tuple[PromiseView, ...] = ()
        self.list = Records("Zusagen", ("",), (1,), delegate=Entry(self))
        self.list.opened.connect(self.edit)
        self.none = wrapped(
            "Wer hat etwas zugesagt? Hier steht es mit Namen und Tag, bis es eingehalten ist.",
            Tone.SECOND,
        )
        self.form = PromiseForm(acts, asking, today)
        self.form.saved.connect(self._saved)
        self.form.left.connect(self._left)
        for widget in (self.none, self.list, self.form):
            self.body.addWidget(widget)
            self.body.addSpacing(8)
        self.form.hide()

    @property
    def is_typed(self) -> bool:
        return not self.form.isHidden() and self.form.is_typed

    def show_promises(self, view: CaseView, promises: Sequence[PromiseView]) -> None:
        """Show those of a case; what is half typed stays."""
        other = self._view is None or self._view.head.id != view.head.id
        self._view, self._promises = view, tuple(promises)
        open_ = sum(each.state is PromiseState.OPEN for each in promises)
        late = sum(each.is_late(self._today()) for each in promises)
        told = f"{open_} offen" + (f", {late} überfällig" if late else "")
        self.say("Zusagen", told if promises else "")
        self.list.set_records([_record(each, self._today()) for each in promises])
        self.list.setVisible(bool(promises))
        self.none.setVisible(not promises)
        if other:
            self.form.hide()
        elif not self.form.isHidden() and not self.form.is_typed:
            self._show_again()

    def edit(self, promise_id: int) -> None:
        """Take a promise into the form, unless something is being typed there."""
        found = next((each for each in self._promises if each.id == promise_id), None)
        if self._view is None or found is None:
            return
        if not self.is_typed:
            self.form.show_promise(self._view, found)
            self.form.show()
            self.list.choose(promise_id)
        self.form.lead_to("text")

    def begin(self) -> None:
        """A blank form; what is half typed stays."""
        if self._view is None:
            return
        if not self.is_typed:
            self.form.show_new(self._view)
            self.form.show()
        self.form.lead_to("role" if not self.form.value("text") else "text")

    def _saved(self, _done: Done) -> None:
        self.form.settle()
        self.form.hide()
        self.list.setFocus()

    def _left(self) -> None:
        self.form.hide()
        self.list.setFocus()

    def _show_again(self) -> None:
        shown = self.form.promise_id
        found = next((each for each in self._promises if each.id == shown), None)
        if self._view is not None and found is not None:
            self.form.show_promise(self._view, found)
        elif shown is not None:
            self.form.hide()


def _record(view: PromiseView, today: date) -> Record:
    draft = view.draft
    who = draft.by.strip() or ROLES[draft.role]
    first = [Run(who, strong=True)]
    if draft.by.strip():
        first.append(Run(f" · {ROLES[draft.role]}", tone=Tone.SECOND))
    return Record(view.id, (Lines(tuple(first), (Run(draft.text),), third=_standing(view, today)),))


def _standing(view: PromiseView, today: date) -> tuple[Run, ...]:
    """Bis Fr 27.11.2026; what became of it."""
    due = view.draft.due
    if view.state is not PromiseState.OPEN and view.settled_on is not None:
        because = f": {view.because}" if view.because else ""
        told = f"{words.PROMISE_STATES[view.state]} {wording.day(view.settled_on)}{because}"
        icon = "check" if view.state is PromiseState.KEPT else "x"
        return (Run(told, tone=Tone.SECOND, icon=icon),)
    if due is None:
        return (Run("ohne Tag", tone=Tone.SECOND),)
    if view.is_late(today):
        told = f"{wording.day(due)}, {words.distance(due, today)}"
        return (Run(told, strong=True, icon="triangle-alert"),)
    return (Run(f"bis {wording.day(due)}", icon="bell"),)
