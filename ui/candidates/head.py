"""The head of a case: who, how far, whose, what is next; and moving the case on from here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from app.done import Done
from app.records.cases import BlockerView, CaseHead
from ui import icons, person, theme, wording
from ui.acts import Acts
from ui.asking import Asking
from ui.candidates.moves import CloseMove, HoldMove, Move, StageMove
from ui.theme import Tone
from ui.widgets.buttons import icon_button, link
from ui.widgets.runs import Run, RunLine
from ui.widgets.section import LABEL_WIDE, text_label
from ui.words import BLOCKERS

if TYPE_CHECKING:
    from app.desk import Desk


class CaseHeadView(QWidget):
    """Fixed above the scrolling column. The moves open below the lines they change."""

    def __init__(self, acts: Acts, asking: Asking, today: Callable[[], date]) -> None:
        super().__init__()
        self._acts = acts
        self._today = today
        self._head: CaseHead | None = None
        self._avatar = QLabel()
        self._avatar.setProperty("kind", "avatar")
        self._avatar.setAlignment(Qt.AlignmentFlag.AlignCenter)
        side = theme.px(self, 40)
        self._avatar.setFixedSize(side, side)
        self.name = text_label()
        theme.set_face(self.name, "name")
        self._line = RunLine()
        self._advisor = RunLine()
        self.more = icon_button("ellipsis", "Was mit dem Fall geschieht (Alt+X)")
        self.more.setShortcut("Alt+X")
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)
        self.change = link("Phase ändern", self.open_stage, "arrow-right")
        self.resume = link("Weiterführen", self._resume, "archive-restore")
        self.stage_move = StageMove(acts, asking)
        self.hold_move = HoldMove(acts, asking)
        self.close_move = CloseMove(acts, asking)
        self.moves: tuple[Move, ...] = (self.stage_move, self.hold_move, self.close_move)
        self._lines = {
            name: RunLine()
            for name in ("Phase", "Weil", "Arbeitsbeginn", "Nächste Frist", "Sperren")
        }
        self._because = text_label("Weil", Tone.LABEL, wrap=False)
        self._barred = text_label("Sperren", Tone.LABEL, wrap=False)
        self._fill_menu()
        self._lay()

    def show_head(self, head: CaseHead) -> None:
        self._head = head
        shown = person.in_words(head, self._today())
        cells = {cell.label: cell.value for cell in shown.cells}
        self._avatar.setText(shown.initials)
        self.name.setText(shown.name or "ohne Namen")
        self._line.set_runs([Run(shown.line, tone=Tone.SECOND)])
        self._advisor.set_runs(list(person.attended(head.attending)))
        if head.next_due is not None:
            far = (head.next_due.on - self._today()).days
            cells["Nächste Frist"] = (
                Run(
                    person.day_words(head.next_due),
                    strong=True,
                    icon="triangle-alert" if far < 0 else "",
                ),
                Run(f" · {wording.distance(far)}", strong=far < 0),
                Run(f" · {head.next_step}", tone=Tone.SECOND),
            )
        cells["Weil"] = (Run(head.held_because),)
        cells["Sperren"] = _barred(head.blockers)
        for label, line in self._lines.items():
            line.set_runs(cells[label])
            line.setAccessibleName(f"{label}: {line.text()}")
        for shown_or_not in (self._lines["Sperren"], self._barred):
            shown_or_not.setVisible(bool(head.blockers))
        held = head.held_until is not None or bool(head.held_because)
        closed = head.closed_on is not None
        self._because.setVisible(bool(head.held_because))
        self._lines["Weil"].setVisible(bool(head.held_because))
        self.change.setVisible(not (held or closed))
        self.resume.setVisible(held or closed)
        self.resume.setText("Wieder aufnehmen" if closed else "Weiterführen")
        self._hold.setEnabled(not closed)
        self._close.setEnabled(not closed)

    @property
    def is_typed(self) -> bool:
        return any(not move.isHidden() and move.is_typed for move in self.moves)

    def open_stage(self) -> None:
        self._open(self.stage_move, "stage")

    def open_hold(self) -> None:
        self._open(self.hold_move, "until")

    def open_close(self) -> None:
        self._open(self.close_move, "because")

    def _open(self, move: Move, name: str) -> None:
        for other in self.moves:
            if other is not move:
                other.hide()
        if move.isHidden() and self._head is not None:
            move.begin(self._head)
            move.show()
        move.editor(name).setFocus()

    def _resume(self) -> None:
        head = self._head
        if head is not None:
            again = _reopen if head.closed_on is not None else _resume
            self._acts.do(lambda desk: again(head.id, desk), self)

    def _shut(self) -> None:
        inside = any(move.has_focus() for move in self.moves)
        for move in self.moves:
            move.hide()
        if not inside:
            return
        (self.change if not self.change.isHidden() else self.resume).setFocus()

    def _fill_menu(self) -> None:
        menu = QMenu(self)
        self.more.setMenu(menu)

        def add(text: str, icon: str, act: Callable[[], None]) -> QAction:
            action = menu.addAction(icons.icon(icon, self), text)
            action.triggered.connect(lambda _checked=False: act())
            return action

        add("&Phase ändern …", "arrow-right", self.open_stage)
        self._hold = add("&Ruhen lassen …", "clock", self.open_hold)
        self._close = add("Fall &abschließen …", "archive", self.open_close)

    def _lay(self) -> None:
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(self.name)
        who.addWidget(self._line)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(who, 1)
        top.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        lines = {"Betreuung": self._advisor, **self._lines}
        for row, (label, line) in enumerate(lines.items()):
            kept = {"Weil": self._because, "Sperren": self._barred}
            shown = kept.get(label) or text_label(label, Tone.LABEL, wrap=False)
            shown.setMinimumWidth(theme.px(self, LABEL_WIDE))
            grid.addWidget(shown, row, 0)
            grid.addWidget(line, row, 1, 1, 1 if label == "Phase" else 2)
            if label == "Phase":
                grid.addWidget(self.change, row, 2)
                grid.addWidget(self.resume, row, 2)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(grid)
        for move in self.moves:
            move.hide()
            move.saved.connect(self._shut)
            move.left.connect(self._shut)
            column.addWidget(move)


def _barred(blockers: Sequence[BlockerView]) -> tuple[Run, ...]:
    """Each bar by its name, those still open in red."""
    open_ones = [BLOCKERS[each.blocker] for each in blockers if each.bars]
    if not open_ones:
        return (Run("alle geklärt", icon="check"),)
    return (Run(", ".join(open_ones), strong=True, tone=Tone.RED, icon="octagon-alert"),)


def _resume(case_id: int, desk: Desk) -> Done:
    return desk.candidates.resume(case_id)


def _reopen(case_id: int, desk: Desk) -> Done:
    return desk.candidates.reopen(case_id)
