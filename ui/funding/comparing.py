"""The office's version of a programme beside the one that is shipped, field by field."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from ui.funding.programme_told import Difference
from ui.theme import Tone
from ui.widgets.buttons import link
from ui.widgets.section import Section, text_label

SHOW, HIDE = "Mit der mitgelieferten Fassung vergleichen", "Vergleich zuklappen"
TAKE = "Übernehmen"
BESIDE_LINK = 3  # pixels around words that stand on one line with a link
TOP = Qt.AlignmentFlag.AlignTop


class Comparing(Section):
    """`taken(names)` where fields of the shipped version are to be taken over, `kept` where the
    office's version is to go on as it is, `rebuilt` when links came or went."""

    taken = Signal(object)
    kept = Signal()
    rebuilt = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.fold = link(SHOW, self._fold)
        super().__init__("Ihre und die mitgelieferte Fassung", self.fold, parent=parent)
        self._told: tuple[Difference, ...] = ()
        self.takes: list[QPushButton] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self.table = QWidget()
        self.table.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.keep = link("Verglichen: Ihre Fassung gilt weiter", self.kept.emit, "check")
        self.body.addWidget(self.table)
        self.body.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)

    def show_differences(self, told: Sequence[Difference], *, is_new: bool) -> None:
        """Lay both side by side; `is_new`: another version is shipped since the office changed
        its own, so they are to be compared now. Nothing is shown where they do not differ."""
        had_focus = self.isAncestorOf(self.window().focusWidget() or self)
        self.setVisible(bool(told))
        self.keep.setVisible(is_new)
        if tuple(told) != self._told:
            self._told = tuple(told)
            self._lay()
            self.rebuilt.emit()
        self._open(is_open=is_new)
        if had_focus and self.takes:
            self.takes[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fold(self) -> None:
        self._open(is_open=self.table.isHidden())

    def _open(self, *, is_open: bool) -> None:
        self.table.setVisible(is_open)
        self.fold.setText(HIDE if is_open else SHOW)
        count = len(self._told)
        self.say(self.title(), "1 Unterschied" if count == 1 else f"{count} Unterschiede")

    def _lay(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.takes = []
        for column, word in ((1, "Ihre Fassung"), (2, "Mitgeliefert")):
            self._grid.addWidget(text_label(word, Tone.LABEL), 0, column)
        for at, told in enumerate(self._told, 1):
            self._lay_row(at, told)

    def _lay_row(self, row: int, told: Difference) -> None:
        label = text_label(told.label, Tone.LABEL, wrap=False)
        label.setContentsMargins(0, BESIDE_LINK, 0, BESIDE_LINK)
        self._grid.addWidget(label, row, 0, TOP)
        for column, whose, said in (
            (1, "Ihre Fassung", told.own),
            (2, "Mitgeliefert", told.shipped),
        ):
            cell = text_label(said)
            cell.setContentsMargins(0, BESIDE_LINK, 0, BESIDE_LINK)
            cell.setAccessibleName(f"{told.label}, {whose}: {said}")
            cell.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(cell, row, column, TOP)
        take = link(TAKE, partial(self.taken.emit, told.names))
        take.setAccessibleName(f"{told.label}: mitgelieferte Fassung übernehmen")
        self.takes.append(take)
        self._grid.addWidget(take, row, 3, TOP)
