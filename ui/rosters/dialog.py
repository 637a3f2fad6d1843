"""Duties and ways of a household: each parent, and who else is there; saved where it is typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.done import Act, Done, Topic
from app.errors import Refused
from app.records.care import WorkBoard
from ui import theme, wording
from ui.page import Workplace
from ui.rosters import duty_words
from ui.rosters.carers_pane import CarersPane
from ui.rosters.parent_pane import ParentPane
from ui.theme import Tone
from ui.widgets.buttons import Segments, link, primary, push
from ui.widgets.paragraphs import wrapped
from ui.widgets.scrolling import Hairline

if TYPE_CHECKING:
    from app.desk import Desk

WIDE, HIGH = 1286, 692
NOBODY = "Im Haushalt steht noch niemand, der arbeiten könnte."
ROOMY = 1_000  # pixels at 100 %: below, the message stands above the buttons
OTHERS = 0
"""The segment of who else is there; the others are ids of persons."""


class DutiesDialog(QDialog):
    """Every save is one act, taken back with Ctrl+Z here and in the window."""

    def __init__(
        self, workplace: Workplace, desk: Desk, case_id: int, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._desk = desk
        self._case_id = case_id
        self._board: WorkBoard | None = None
        self._named: list[tuple[int, str]] = []
        self._name = desk.candidates.head(case_id).name
        self.setWindowTitle(f"Dienste und Wege – {self._name}")
        self.setModal(True)
        self.parents: dict[int, ParentPane] = {}
        self.others = CarersPane(workplace)
        self.others.edited.connect(self._dress)
        self.who: Segments[int] = Segments("Wer", ())
        self.sentence = wrapped("", Tone.SECOND)
        self.message = wrapped("", Tone.SECOND)
        self.undo = link("Rückgängig", workplace.acts.undo, "undo-2")
        self.save_button = primary("Speichern", self.save, "check")
        self.save_button.setToolTip("Speichern (Strg+Enter)")
        self.leave_button = push("&Verwerfen", self._discard)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.others)
        self._lay_out()
        self._connect()
        self.refresh()
        self.show_part(next(iter(self.parents), OTHERS))
        self.pane().lead()

    def refresh(self) -> None:
        """Show what the file has now; what is half typed stays."""
        try:
            board = self._desk.rosters.board(self._case_id)
        except Refused:
            self._close()
            return
        for view in board.parents:
            if view.person not in self.parents:
                self.parents[view.person] = self._made()
            self.parents[view.person].show_parent(view)
        gone = self.parents.keys() - {view.person for view in board.parents}
        for person in gone:
            self._stack.removeWidget(self.parents[person])
            self.parents.pop(person).deleteLater()
        self.others.show_board(board)
        self._tell(board)
        self._board = board
        self._dress()
        if self.who.key() is None:
            self.show_part(next(iter(self.parents), OTHERS))

    def show_part(self, person: int) -> None:
        """Show a parent by id, or OTHERS."""
        self.who.choose(person)
        self._stack.setCurrentWidget(self.parents.get(person, self.others))
        self._dress()

    def pane(self) -> ParentPane | CarersPane:
        """What is shown now."""
        return self.parents.get(self.who.key() or OTHERS, self.others)

    def save(self) -> None:
        """Keep everything that is typed, whoever it is about; what is refused is shown."""
        self._end_typing()
        self._say("")
        for person, pane in self._panes():
            if pane.is_changed and not pane.save():
                self.show_part(person)
                break
        self._dress()

    def reject(self) -> None:
        """Close; asks where something is typed that is not kept."""
        self._end_typing()
        if not self._is_changed() or self._workplace.asking.confirm(
            "Ohne Speichern schließen?",
            "Was hier eingetippt wurde, ist noch nicht gespeichert.",
            "Schließen",
        ):
            self._close()

    def done(self, result: int) -> None:
        acts = self._workplace.acts
        for signal, slot in (
            (acts.changed, self._changed),
            (acts.done, self._done),
            (acts.refused, self._refused),
            (acts.steps_back, self._show_undo),
        ):
            signal.disconnect(slot)
        super().done(result)
        self.deleteLater()

    def _end_typing(self) -> None:
        """A cell in which one still types counts as typed."""
        for pane in self.parents.values():
            pane.form.grid.end_typing()

    def _close(self) -> None:
        super().reject()

    def _made(self) -> ParentPane:
        pane = ParentPane(self._workplace)
        pane.edited.connect(self._dress)
        self._stack.addWidget(pane)
        return pane

    def _is_changed(self) -> bool:
        return any(pane.is_changed for _, pane in self._panes())

    def _panes(self) -> tuple[tuple[int, ParentPane | CarersPane], ...]:
        return (*self.parents.items(), (OTHERS, self.others))

    def _discard(self) -> None:
        self.pane().discard()
        self._dress()

    def _dress(self) -> None:
        """The segments say where something is typed; the buttons do what there is to do."""
        board = self._board
        if board is None:
            return
        names = [
            (view.person, _marked(view.name, changed=self.parents[view.person].is_changed))
            for view in board.parents
        ]
        names.append((OTHERS, _marked("Wer noch da ist", changed=self.others.is_changed)))
        if names != self._named:
            self._named = names
            self.who.set_choices(names)
        self.save_button.setEnabled(self._is_changed())
        self.leave_button.setEnabled(self.pane().is_changed)

    def _tell(self, board: WorkBoard) -> None:
        parts = [duty_words.known(view, self._workplace.today()) for view in board.parents]
        self.sentence.setText(f"{'; '.join(parts)}." if parts else NOBODY)

    def _changed(self, topics: frozenset[Topic], _initiator: object) -> None:
        if topics & {Topic.CARE, Topic.CANDIDATES, Topic.PROVIDERS}:
            self.refresh()

    def _done(self, did: Done) -> None:
        if did.act is not Act.CASE_VIEWED:
            self._say(wording.done(did))

    def _refused(self, refused: Refused, initiator: object) -> None:
        if initiator is None:  # of an undo; what is typed says its own beside the field
            self._say(wording.refused(refused))

    def _say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self._said.setVisible(self._roomy or bool(sentence))
        self._show_undo()

    def _show_undo(self) -> None:
        self.undo.setVisible(self._workplace.acts.can_undo and bool(self.message.text()))

    def _connect(self) -> None:
        acts = self._workplace.acts
        acts.changed.connect(self._changed)
        acts.done.connect(self._done)
        acts.refused.connect(self._refused)
        acts.steps_back.connect(self._show_undo)
        self.who.chosen.connect(self.show_part)
        for keys, act in (
            ("Ctrl+Z", acts.undo),
            ("Ctrl+Shift+Z", acts.redo),
            ("Ctrl+Y", acts.redo),
            ("Ctrl+Return", self.save),
            ("Ctrl+Enter", self.save),
            ("Ctrl+PgDown", partial(self._step, 1)),
            ("Ctrl+PgUp", partial(self._step, -1)),
        ):
            QShortcut(QKeySequence(keys), self, act)
        self.undo.setToolTip("Das Letzte zurücknehmen (Strg+Z)")
        self._show_undo()

    def _step(self, by: int) -> None:
        """The next part, or the one before."""
        keys = [*self.parents, OTHERS]
        at = keys.index(self.who.key() or OTHERS)
        self.show_part(keys[(at + by) % len(keys)])

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        wide, high = self._size()
        self._roomy = roomy = wide >= theme.px(self, ROOMY)
        way = QBoxLayout.Direction
        head = QBoxLayout(way.LeftToRight if roomy else way.TopToBottom)
        head.setContentsMargins(16, 10, 16, 10)
        head.setSpacing(16 if roomy else 6)
        head.addWidget(self.who)
        head.addWidget(self.sentence, 1)
        head.setAlignment(self.who, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(Hairline())
        outer.addWidget(self._stack, 1)
        outer.addWidget(Hairline())
        outer.addLayout(self._foot(roomy=roomy))
        self.resize(wide, high)

    def _foot(self, *, roomy: bool) -> QVBoxLayout:
        self._said = QWidget()
        said = QHBoxLayout(self._said)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(8)
        said.addWidget(self.message, 1)
        said.addWidget(self.undo)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        if roomy:
            buttons.addWidget(self._said, 1)
        else:
            buttons.addStretch(1)
        buttons.addWidget(push("S&chließen", self.reject))
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.save_button)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 8, 16, 8)
        foot.setSpacing(8)
        if not roomy:
            foot.addWidget(self._said)
            self._said.hide()
        foot.addLayout(buttons)
        return foot

    def _size(self) -> tuple[int, int]:
        """As wished, within the window it stands over."""
        wide, high = theme.px(self, WIDE), theme.px(self, HIGH)
        parent = self.parentWidget()
        if parent is None:
            return wide, high
        room = parent.window().size()
        return min(wide, room.width() - 40), min(high, room.height() - 40)


def open_duties(workplace: Workplace, case_id: int, parent: QWidget) -> DutiesDialog | None:
    """Open the dialog about a case over a page; None while the file is being opened. It deletes
    itself when it is closed."""
    desk = workplace.acts.desk
    if desk is None:
        return None
    dialog = DutiesDialog(workplace, desk, case_id, parent)
    dialog.open()
    return dialog


def _marked(name: str, *, changed: bool) -> str:
    return f"{name} •" if changed else name
