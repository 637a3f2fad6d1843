"""Who else is there for the children, and what the household asks of care."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import Refused
from app.records.care import CarerDraft, CarerView, FrameDraft, WorkBoard
from ui.page import Workplace
from ui.rosters.carer_form import KINDS, CarerForm
from ui.rosters.frame_form import FrameForm
from ui.rosters.halves import Halves
from ui.rosters.sending import Sending
from ui.widgets.buttons import link
from ui.widgets.empty_state import EmptyState
from ui.widgets.hours_echo import echo
from ui.widgets.line_list import LineList
from ui.widgets.section import Section

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done


class CarersPane(QWidget):
    """`edited()` when what is typed has changed. Nothing typed is lost without a question."""

    edited = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._sending = Sending(workplace.acts, self)
        self._board: WorkBoard | None = None
        self._is_new = False
        self.list = LineList("Weitere Betreuung")
        self.add_link = link("&Person", self.begin, "plus")
        self.add_link.setAccessibleName("Person eintragen, die betreut")
        self.section = Section("Wer noch da ist", self.add_link, air=8)
        self.frame = FrameForm()
        self.form = CarerForm()
        self.empty = EmptyState(
            "users",
            "Niemand sonst eingetragen",
            "Großeltern, Freund*innen oder eine Hilfe im Haushalt, die zu festen Zeiten betreuen.",
            "Person eintragen",
        )
        self._lay_out()
        self.list.chosen.connect(self._choose)
        self.form.removed.connect(self.remove)
        self.empty.accepted.connect(self.begin)
        self.form.edited.connect(self.edited)
        self.frame.edited.connect(self.edited)

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not kept."""
        return self.frame.is_changed or self._is_carer_changed

    def show_board(self, board: WorkBoard) -> None:
        """Show who is there as the file has it; what is half typed stays."""
        before = self._ids()
        had = self._board is not None
        self._board = board
        self.frame.show_frame(board.frame)
        self.list.show_lines([(each.id, each.draft.name, _about(each)) for each in board.carers])
        self.list.setVisible(bool(board.carers))
        self._follow(self._ids() - before if had else frozenset())
        self._dress()

    def lead(self) -> None:
        """Lead to where a person is entered."""
        self.add_link.setFocus()

    def begin(self) -> None:
        """A blank form."""
        if self._may_leave_carer():
            self._is_new = True
            self.list.choose(None)
            self.form.begin()
            self._dress()
            self.form.sheet.editor("name").setFocus()

    def remove(self, carer_id: int) -> None:
        """Take a person away; it can be taken back."""
        if self._may_leave_carer():
            self._sending.send(
                lambda desk: desk.rosters.remove_carer(carer_id), self.form.refuse, self._forget
            )

    def save(self) -> bool:
        """Keep all that is typed here; False where something was refused, which is then said."""
        kept = not self.frame.is_changed or self._save_frame()
        return kept and (not self._is_carer_changed or self._save_carer())

    def discard(self) -> None:
        """Show again what is kept."""
        self.frame.discard()
        self._forget()
        self._follow(frozenset())
        self._dress()

    @property
    def _is_carer_changed(self) -> bool:
        return (self._is_new or self.form.carer_id is not None) and self.form.is_changed

    def _save_frame(self) -> bool:
        try:
            draft = self.frame.draft()
        except Refused as refused:
            self.frame.refuse(refused)
            return False
        command = partial(_set_frame, self._case, draft)
        return self._sending.send(command, self.frame.refuse, self.frame.settle)

    def _save_carer(self) -> bool:
        try:
            draft = self.form.draft()
        except Refused as refused:
            self.form.refuse(refused)
            return False
        carer = self.form.carer_id
        command = (
            partial(_add, self._case, draft) if carer is None else partial(_edit, carer, draft)
        )
        return self._sending.send(command, self.form.refuse, self.form.settle)

    @property
    def _case(self) -> int:
        assert self._board is not None  # noqa: S101 - shown before anything can be typed
        return self._board.case

    def _follow(self, fresh: frozenset[int]) -> None:
        if self._is_carer_changed:
            if self.form.carer_id is not None and self.form.carer_id not in self._ids():
                self.form.become_new()
                self._is_new = True
            return
        if self._is_new and not fresh:
            return
        self._is_new = False
        carers = self._board.carers if self._board else ()
        wanted = max(fresh, default=self.form.carer_id)
        shown = next((each for each in carers if each.id == wanted), None) or next(
            iter(carers), None
        )
        self.list.choose(shown.id if shown else None)
        if shown is None:
            self._forget()
        else:
            self.form.show_carer(shown)

    def _choose(self, carer_id: int) -> None:
        carers = self._board.carers if self._board else ()
        view = next((each for each in carers if each.id == carer_id), None)
        if carer_id == self.form.carer_id or view is None:
            return
        if self._may_leave_carer():
            self._is_new = False
            self.form.show_carer(view)
            self._dress()
        else:
            self.list.choose(self.form.carer_id)

    def _forget(self) -> None:
        self.form.carer_id, self._is_new = None, False

    def _may_leave_carer(self) -> bool:
        return not self._is_carer_changed or self._workplace.asking.discard(
            "Die Angaben zur Person sind geändert und noch nicht gespeichert."
        )

    def _dress(self) -> None:
        is_shown = self._is_new or self.form.carer_id is not None
        self.form.setVisible(is_shown)
        self.empty.setVisible(not is_shown)

    def _ids(self) -> frozenset[int]:
        return frozenset(each.id for each in self._board.carers) if self._board else frozenset()

    def _lay_out(self) -> None:
        self.section.body.addWidget(self.list)
        left = QWidget()
        aside = QVBoxLayout(left)
        aside.setContentsMargins(0, 0, 0, 0)
        aside.setSpacing(16)
        aside.addWidget(self.section)
        aside.addWidget(self.frame)
        aside.addStretch(1)
        right = QWidget()
        main = QVBoxLayout(right)
        main.setContentsMargins(0, 0, 0, 0)
        main.addWidget(self.form, 1)
        main.addWidget(self.empty, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Halves(left, right))


def _about(view: CarerView) -> str:
    """Angehörige · Mo–Fr 14–18 Uhr."""
    hours = echo(view.draft.hours_osm) or "Zeiten noch offen"
    return f"{KINDS[view.draft.kind]} · {hours}"


def _set_frame(case_id: int, draft: FrameDraft, desk: Desk) -> Done:
    return desk.rosters.set_frame(case_id, draft)


def _add(case_id: int, draft: CarerDraft, desk: Desk) -> Done:
    return desk.rosters.add_carer(case_id, draft)


def _edit(carer_id: int, draft: CarerDraft, desk: Desk) -> Done:
    return desk.rosters.edit_carer(carer_id, draft)
