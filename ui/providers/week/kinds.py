"""The kinds of a slot with their patterns: the legend of the bars, and how a kind is given."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from app.rules.week_plan import SlotKind
from ui import theme
from ui.providers.week import words
from ui.providers.week.painting import BarPainter

SHORT = {SlotKind.ON_REQUEST: words.TYPED_KINDS[SlotKind.ON_REQUEST]}
SWATCH, AIR = QSize(18, 12), 3  # pixels at 100 %


class KindButtons(QWidget):
    """`chosen(SlotKind)`; the kind of the slot at the cursor is pressed.

    They take no focus, so that the cursor stays where it is; the keys are Ctrl+1 to 4.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Art der Zeit am Cursor")
        self._abreast = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self.buttons: dict[SlotKind, QToolButton] = {}
        for number, kind in enumerate(SlotKind, 1):
            button = QToolButton(self)
            button.setText(SHORT.get(kind, words.KINDS[kind]))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setCheckable(True)
            button.setProperty("kind", "flat")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            short = words.TYPED_KINDS[kind]
            typed = f" – oder „{short}“ vor die Zeit schreiben" if short else ""
            button.setToolTip(f"Zeit am Cursor als {words.KINDS[kind]} (Strg+{number}){typed}")
            button.setAccessibleName(f"{words.KINDS[kind]}, Strg+{number}")
            button.clicked.connect(partial(self._clicked, kind))
            self.buttons[kind] = button
        self._dress()
        self._lay()

    def show_kind(self, kind: SlotKind | None) -> None:
        """Press the kind of the slot at the cursor; None where there is no slot."""
        for each, button in self.buttons.items():
            button.setChecked(each is kind)
            button.setEnabled(kind is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()

    def minimumSizeHint(self) -> QSize:
        least = max(button.sizeHint().width() for button in self.buttons.values())
        return QSize(least, super().minimumSizeHint().height())

    def _clicked(self, kind: SlotKind) -> None:
        self.chosen.emit(kind)

    def _dress(self) -> None:
        size = SWATCH * (theme.px(self, 100) / 100)
        for kind, button in self.buttons.items():
            button.setIconSize(size + QSize(theme.px(self, AIR), 0))
            button.setIcon(self._swatch(kind, size))

    def _swatch(self, kind: SlotKind, size: QSize) -> QIcon:
        ratio = self.devicePixelRatioF()
        air = QSize(theme.px(self, AIR), 0)
        picture = QPixmap((size + air) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        bars = BarPainter(painter, theme.colours_of(self.palette()), theme.px(self, 100) / 100)
        bars.bar(QRectF(0.5, 0.5, size.width() - 1, size.height() - 1), kind)
        painter.end()
        icon = QIcon(picture)
        icon.addPixmap(picture, QIcon.Mode.Disabled)
        return icon

    def _lay(self) -> None:
        sizes = [button.sizeHint().width() for button in self.buttons.values()]
        room = sum(sizes) + self._grid.spacing() * (len(sizes) - 1)
        abreast = 4 if room <= self.width() else 2 if 2 * max(sizes) + 4 <= self.width() else 1
        if abreast == self._abreast:
            return
        self._abreast = abreast
        for at, button in enumerate(self.buttons.values()):
            self._grid.removeWidget(button)
            self._grid.addWidget(button, at // abreast, at % abreast)
        for column in range(5):
            self._grid.setColumnStretch(column, 1 if column == abreast else 0)
