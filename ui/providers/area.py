"""The bodies whose territory an entry is in charge of, ticked in a list."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui import theme
from ui.widgets.territories import territories

_KEY = Qt.ItemDataRole.UserRole


class AreaList(QListWidget):
    """Counties, joint municipalities and municipalities; nothing ticked means everywhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.px(self, 146))
        # the sheet draws the edge of lists that stand free
        self.setProperty("popup", "true")
        self.setToolTip("Nichts angekreuzt: zuständig für alle Orte. Leertaste kreuzt an.")
        self._foreign: tuple[str, ...] = ()
        for key, name in territories():
            item = QListWidgetItem(name, self)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setData(_KEY, key)
            item.setSizeHint(QSize(0, theme.px(self, 24)))
            item.setCheckState(Qt.CheckState.Unchecked)

    def keys(self) -> tuple[str, ...]:
        """The official keys that are ticked, in the order of the list; keys that the list does
        not have stay as they were."""
        ticked = (self.item(row) for row in range(self.count()))
        return (
            *(str(item.data(_KEY)) for item in ticked if item.checkState() is _ON),
            *self._foreign,
        )

    def choose(self, keys: Iterable[str]) -> None:
        """Tick these, and show the first of them."""
        wanted = tuple(keys)
        known = {key for key, _ in territories()}
        self._foreign = tuple(key for key in wanted if key not in known)
        first: QListWidgetItem | None = None
        for row in range(self.count()):
            item = self.item(row)
            on = item.data(_KEY) in wanted
            item.setCheckState(_ON if on else Qt.CheckState.Unchecked)
            first = first or (item if on else None)
        self.scrollToItem(first or self.item(0))


_ON = Qt.CheckState.Checked
