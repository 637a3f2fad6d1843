"""One promise: who, what, until when; and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from app.records.cases import CaseView
from app.records.contacts import PromiseDraft, PromiseState, PromiseView
from app.rules.near_days import near_day
from app.rules.terms import Role
from ui import wording
from ui.acts import Acts
from ui.asking import Asking
from ui.contacts.words import LINE
from ui.widgets import typed_dates
from ui.widgets.buttons import link, push
from ui.widgets.choices import Choice, GrowingText
from ui.widgets.form import Form
from ui.widgets.inline_ask import InlineAsk
from ui.words import CHANNELS, ROLES

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

OFFERED = 12  # contacts: a promise is noted soon after it was made
ORDER = (
    *(Role.EMPLOYER, Role.HR, Role.WARD, Role.MENTOR, Role.LANDLORD, Role.SERVICE_POINT),
    *(Role.PERSON, Role.IT, Role.TOURISM),
)


class PromiseForm(Form):
    """A new promise, or the one shown: kept, dropped with its reason, opened again, removed."""

    def __init__(self, acts: Acts, asking: Asking, today: Callable[[], date]) -> None:
        super().__init__(acts, asking)
        self._today = today
        self._case_id = 0
        self._shown: PromiseView | None = None
        by = QLineEdit()
        by.setPlaceholderText("Name, sonst leer")
        due = QLineEdit()
        due.setPlaceholderText("TT.MM.JJJJ oder fr, 2w; sonst leer")
        self.contact = Choice()
        self.add("role", "We&r", Choice([(role.value, ROLES[role]) for role in ORDER]))
        self.add("by", "&Name", by)
        self.add("text", "&Was", GrowingText("Was zugesagt wurde"))
        self.add("due", "&Bis", due)
        self.add("contact", "&Kontakt", self.contact)
        self.kept = push("Eingehalten", self.keep, "check")
        self.dropped = push("Hinfällig, weil …", self._ask)
        self.reopened = push("Wieder öffnen", self.reopen, "undo-2")
        self.ask = InlineAsk("Warum wird nichts daraus?", "Hinfällig", QLineEdit())
        self.ask.given.connect(self._drop)
        self.ask.left.connect(self.ask.hide)
        acts_row = QHBoxLayout()
        acts_row.setSpacing(8)
        for button in (self.kept, self.dropped, self.reopened):
            acts_row.addWidget(button)
        acts_row.addStretch(1)
        self.column.addLayout(acts_row)
        self.column.addWidget(self.ask)
        self._remove = link("Zusage löschen", self.remove, "trash-2")
        self.add_buttons("Zusage speichern", more=self._remove)
        self._offer()

    @property
    def promise_id(self) -> int | None:
        """The promise shown, None for a new one."""
        return self._shown.id if self._shown else None

    def show_new(self, case: CaseView, contact: int | None = None) -> None:
        """Blank fields, said in this contact."""
        self._show(case, None, PromiseDraft(Role.EMPLOYER, "", contact=contact))

    def show_promise(self, case: CaseView, view: PromiseView) -> None:
        """A promise as the file has it."""
        self._show(case, view, view.draft)

    def command(self) -> Callable[[Desk], Done]:
        contact = self.value("contact")
        draft = PromiseDraft(
            role=Role(self.value("role")),
            text=self.value("text"),
            by=self.value("by"),
            due=self._due(),
            contact=int(contact) if contact else None,
        )
        if self._shown is None:
            return partial(_note, self._case_id, draft)
        return partial(_edit, self._shown.id, draft)

    def keep(self) -> None:
        """It was kept."""
        self._act(_keep)

    def reopen(self) -> None:
        """It is open after all."""
        self._act(_reopen)

    def remove(self) -> None:
        """It was never made; the message bar offers it back."""
        if self._shown is not None and self.send(partial(_remove, self._shown.id)) is not None:
            self.fill(dict(self._base))
            self.left.emit()

    def _act(self, act: Callable[[int, Desk], Done]) -> None:
        if self._shown is not None:
            self.perform(partial(act, self._shown.id))

    def _ask(self) -> None:
        self.ask.editor.clear()
        self.ask.open()

    def _drop(self) -> None:
        because = self.ask.editor.text()
        if not because.strip():
            self.ask.say("Bitte einen Grund angeben.")
            return
        self._act(partial(_drop, because))

    def _due(self) -> date | None:
        typed = self.value("due")
        return near_day(typed, self._today(), LINE.days) or typed_dates.whole(typed, "due")

    def _show(self, case: CaseView, view: PromiseView | None, draft: PromiseDraft) -> None:
        self._case_id, self._shown = case.head.id, view
        contacts = [
            (str(each.id), f"{wording.day(each.draft.on)}, {CHANNELS[each.draft.channel]}")
            for each in case.contacts
        ]
        known = str(draft.contact or "")
        offered = [each for at, each in enumerate(contacts) if at < OFFERED or each[0] == known]
        self.contact.set_choices([("", "keiner"), *offered])
        self.fill(
            {
                "role": draft.role.value,
                "by": draft.by,
                "text": draft.text,
                "due": typed_dates.shown(draft.due),
                "contact": known,
            }
        )
        self._offer()

    def _offer(self) -> None:
        view = self._shown
        is_open = view is not None and view.state is PromiseState.OPEN
        self.kept.setVisible(is_open)
        self.dropped.setVisible(is_open)
        self.reopened.setVisible(view is not None and not is_open)
        self._remove.setVisible(view is not None)
        self.ask.hide()


def _note(case_id: int, draft: PromiseDraft, desk: Desk) -> Done:
    return desk.promises.note(case_id, draft)


def _edit(promise_id: int, draft: PromiseDraft, desk: Desk) -> Done:
    return desk.promises.edit(promise_id, draft)


def _keep(promise_id: int, desk: Desk) -> Done:
    return desk.promises.keep(promise_id)


def _drop(because: str, promise_id: int, desk: Desk) -> Done:
    return desk.promises.drop(promise_id, because)


def _reopen(promise_id: int, desk: Desk) -> Done:
    return desk.promises.reopen(promise_id)


def _remove(promise_id: int, desk: Desk) -> Done:
    return desk.promises.remove(promise_id)
