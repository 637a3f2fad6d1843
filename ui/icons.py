"""Line icons in the colours of the palette, drawn once and kept.

QtSvg is imported with the first icon. A button remembers which icon it wears, so that a change
from light to dark dresses it again (`redress`).
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QDir, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from ui import theme
from ui.theme import Tone

SIZE = 16
AIR = 4
STROKE = "1.75"


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    for folder in QDir.searchPaths("icons"):
        path = Path(folder) / f"{name}.svg"
        if path.exists():
            break
    else:
        raise FileNotFoundError(f"{name}.svg")
    text = path.read_text("utf-8").replace("currentColor", colour)
    text = text.replace('stroke-width="2"', f'stroke-width="{STROKE}"')
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(text.encode())).render(
        painter, QRectF(0, 0, pixmap.width(), pixmap.height())
    )
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def pixmap(name: str, colour: str, size: int = SIZE) -> QPixmap:
    """An icon as a picture of `size` pixels; `colour` is #rrggbb. For what paints itself."""
    app = QApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QApplication) else 1.0
    return _drawn(name, colour, size, ratio)


def icon(
    name: str, widget: QWidget, tone: Tone = Tone.INK, size: int = SIZE, air: int = 0
) -> QIcon:
    """An icon in the colours of a widget's palette, with `air` pixels free at its right."""
    palette = widget.palette()
    made = QIcon()
    for mode, wanted in ((QIcon.Mode.Normal, tone), (QIcon.Mode.Disabled, Tone.LABEL)):
        drawn = pixmap(name, theme.colour_of(palette, wanted).name(), size)
        made.addPixmap(_with_air(drawn, air) if air else drawn, mode)
    return made


def _with_air(drawn: QPixmap, air: int) -> QPixmap:
    ratio = drawn.devicePixelRatio()
    wider = QPixmap(drawn.width() + round(air * ratio), drawn.height())
    wider.setDevicePixelRatio(ratio)
    wider.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wider)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return wider


def dress(button: QAbstractButton, name: str, tone: Tone = Tone.INK) -> None:
    """Give a button its icon; it wears it in both colour schemes and at every text size."""
    size = theme.px(button, SIZE)
    button.setProperty("icon_name", name)
    button.setProperty("icon_tone", tone.name)
    # Qt leaves 4 pixels between icon and words; the drawings have 8.
    air = theme.px(button, AIR) if button.text() else 0
    button.setIcon(icon(name, button, tone, size, air))
    button.setIconSize(QSize(size + air, size))


def redress(root: QWidget) -> None:
    """Draw the icons of all buttons below `root` again, after the palette changed."""
    for button in root.findChildren(QAbstractButton):
        name = button.property("icon_name")
        if name:
            dress(button, str(name), Tone[str(button.property("icon_tone"))])
