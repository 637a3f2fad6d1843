"""Which open cases go to whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.errors import Refused
from ui import theme, wording
from ui.page import Workplace
from ui.team import words
from ui.widgets.buttons import primary, push
from ui.widgets.choices import Choice
from ui.widgets.field import Field
from ui.widgets.section import text_label

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

WIDE, HIGH = 460, 440


class HandingDialog(QDialog):
    """All are ticked at first; one act, taken back with one Ctrl+Z."""

    def __init__(
        self,
        workplace: Workplace,
        giver: int | None,
        name: str,
        cases: Sequence[tuple[int, str]],
        takers: Sequence[tuple[int, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._giver = giver
        whose = f"von {name}" if name else words.NOBODY
        self.setWindowTitle(f"Fälle {whose} übergeben")
        self.resize(theme.px(self, WIDE), theme.px(self, HIGH))
        self.list = QListWidget()
        self.list.setAccessibleName("Fälle, die übergeben werden")
        self.list.setProperty("popup", "true")
        self.list.setSpacing(theme.px(self, 3))
        for key, called in cases:
            item = QListWidgetItem(called or "ohne Namen")
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        self.taker = Choice([("", words.SPREAD), *((str(key), called) for key, called in takers)])
        self.reason = text_label("")
        theme.set_face(self.reason, "strong")
        self.reason.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addWidget(Field("&An", self.taker, label_wide=32))
        column.addWidget(self.reason)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(primary("&Übergeben", self.hand_over))
        foot.addWidget(push("Abbrechen", self.reject))
        foot.addStretch(1)
        column.addLayout(foot)
        workplace.acts.refused.connect(self._refused)

    def ticked(self) -> tuple[int, ...]:
        """The ids of the cases that go."""
        items = (self.list.item(at) for at in range(self.list.count()))
        return tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )

    def hand_over(self) -> None:
        """Give the ticked cases; closes where it was done."""
        self.reason.hide()
        code = self.taker.code()
        taker = int(code) if code else None
        made: list[Done] = []

        def run(desk: Desk) -> Done:
            made.append(desk.team.hand_over(self._giver, taker, self.ticked()))
            return made[0]

        self._workplace.acts.do(run, self)
        if made:
            self.accept()

    def done(self, result: int) -> None:
        self._workplace.acts.refused.disconnect(self._refused)
        super().done(result)
        self.deleteLater()

    def _refused(self, refused: Refused, initiator: object) -> None:
        if initiator is self:
            self.reason.setText(wording.refused(refused))
            self.reason.show()
