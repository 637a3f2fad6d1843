"""The vouchers of the office: a list, and the one chosen edited beside it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.done import Done, Topic
from app.errors import Refused
from app.records.vouchers import VoucherView
from ui import theme, wording
from ui.folder.voucher_form import VoucherForm
from ui.page import Workplace
from ui.theme import Tone
from ui.widgets.buttons import link, push
from ui.widgets.empty_state import EmptyState
from ui.widgets.line_list import LineList
from ui.widgets.paragraphs import wrapped
from ui.widgets.scrolling import Hairline, column_on
from ui.widgets.section import Section

WIDE, HIGH, LEFT = 1000, 560, 400


class VouchersDialog(QDialog):
    """Every save is one act, taken back with Ctrl+Z here and in the window; nothing typed is lost
    without a question."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._vouchers: dict[int, VoucherView] = {}
        self.setWindowTitle("Gutscheine")
        self.setModal(True)
        self.list = LineList("Gutscheine")
        self.list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.add_link = link("&Neu", self.begin, "plus")
        self.add_link.setAccessibleName("Gutschein anlegen")
        self.form = VoucherForm(workplace)
        self.empty = EmptyState(
            "hand-heart",
            "Gutscheine für die Mappe",
            "Jede Familie bekommt die Gutscheine, die sie angehen und noch gelten, zum "
            "Ausschneiden.",
            "Gutschein anlegen",
        )
        self.message = wrapped("", Tone.SECOND)
        self.undo = link("Rückgängig", workplace.acts.undo, "undo-2")
        self.undo.setToolTip("Das Letzte zurücknehmen (Strg+Z)")
        self._lay_out()
        self._connect()
        self.refresh()
        if self._vouchers:
            self._choose(next(iter(self._vouchers)))
            self.list.setFocus()

    def refresh(self) -> None:
        """Show what the file has now; what is half typed stays."""
        desk = self._workplace.acts.desk
        if desk is None:
            return
        today = self._workplace.today()
        self._vouchers = {each.id: each for each in desk.vouchers.all()}
        self.list.show_lines(
            [(key, each.draft.title, _about(each, today)) for key, each in self._vouchers.items()]
        )
        shown = self.form.voucher_id
        if shown is not None and not self.form.is_typed:
            if shown in self._vouchers:
                self.form.show_voucher(self._vouchers[shown])
            else:
                self._show_nobody()

    def begin(self) -> None:
        """A blank form."""
        if self._may_leave():
            self.list.choose(None)
            self.form.show_new()
            self._stack.setCurrentWidget(self._right)
            self.form.editor("title").setFocus()

    def reject(self) -> None:
        """Close; asks where something is typed that is not kept."""
        if self._may_leave():
            super().reject()

    def done(self, result: int) -> None:
        acts = self._workplace.acts
        for signal, slot in (
            (acts.changed, self._changed),
            (acts.done, self._told),
            (acts.refused, self._refused),
            (acts.steps_back, self._show_undo),
        ):
            signal.disconnect(slot)
        super().done(result)
        self.deleteLater()

    def _choose(self, voucher_id: int) -> None:
        if voucher_id == self.form.voucher_id and self._stack.currentWidget() is self._right:
            return
        if not self._may_leave():
            self.list.choose(self.form.voucher_id)
            return
        self.list.choose(voucher_id)
        self.form.show_voucher(self._vouchers[voucher_id])
        self._stack.setCurrentWidget(self._right)

    def _saved(self, done: Done) -> None:
        """The one saved is the one shown, as the file has it now."""
        key = int(done.facts["id"])
        self.refresh()
        if key in self._vouchers:
            self.form.show_voucher(self._vouchers[key])
            self.list.choose(key)

    def _left(self) -> None:
        if self.form.voucher_id is None:
            self._show_nobody()

    def _show_nobody(self) -> None:
        self.list.choose(None)
        self.form.show_new()
        self._stack.setCurrentWidget(self.empty)

    def _may_leave(self) -> bool:
        if self._stack.currentWidget() is self.empty or not self.form.is_typed:
            return True
        return self._workplace.asking.discard()

    def _changed(self, topics: frozenset[Topic], _initiator: object) -> None:
        if topics & {Topic.FOLDERS, Topic.PROVIDERS}:
            self.refresh()

    def _told(self, did: Done) -> None:
        self._say(wording.done(did))

    def _refused(self, refused: Refused, initiator: object) -> None:
        if initiator is None:  # of an undo; what is typed says its own beside the field
            self._say(wording.refused(refused))

    def _say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self._show_undo()

    def _show_undo(self) -> None:
        self.undo.setVisible(self._workplace.acts.can_undo and bool(self.message.text()))

    def _connect(self) -> None:
        acts = self._workplace.acts
        acts.changed.connect(self._changed)
        acts.done.connect(self._told)
        acts.refused.connect(self._refused)
        acts.steps_back.connect(self._show_undo)
        self.list.chosen.connect(self._choose)
        self.empty.accepted.connect(self.begin)
        self.form.saved.connect(self._saved)
        self.form.left.connect(self._left)
        for keys, act in (("Ctrl+Z", acts.undo), ("Ctrl+Y", acts.redo), ("Ctrl+N", self.begin)):
            QShortcut(QKeySequence(keys), self, act)
        self._show_undo()

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        section = Section("Gutscheine", self.add_link, air=8)
        section.body.addWidget(self.list)
        left, column = column_on(QPalette.ColorRole.AlternateBase)
        left.setFixedWidth(theme.px(self, LEFT))
        column.addWidget(section)
        self._right = QWidget()
        beside = QVBoxLayout(self._right)
        beside.setContentsMargins(16, 12, 16, 12)
        beside.addWidget(self.form)
        beside.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._right)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(left)
        both.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 8)
        foot.setSpacing(8)
        foot.addWidget(self.message, 1)
        foot.addWidget(self.undo)
        foot.addWidget(push("S&chließen", self.reject))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(both, 1)
        outer.addWidget(Hairline())
        outer.addLayout(foot)
        foot.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.resize(theme.px(self, WIDE), theme.px(self, HIGH))


def _about(view: VoucherView, today: date) -> str:
    """What a line says beside the title: whether and how long it is in the folders."""
    draft = view.draft
    if view.archived_on is not None:
        return "nicht in den Mappen"
    if draft.valid_to is not None:
        word = "abgelaufen am" if view.ended(today) else "bis"
        return f"{word} {draft.valid_to:%d.%m.%Y}"
    return f"ab {draft.valid_from:%d.%m.%Y}" if draft.valid_from else ""
