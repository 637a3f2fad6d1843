"""A small picture of who works with whom: three columns by sector, a line for each link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.records.network import LinkEnd, LinkKind, LinkView
from app.rules.network import Sector
from ui import theme
from ui.theme import Tone
from ui.widgets import link_words

COLUMNS: tuple[tuple[str, frozenset[Sector]], ...] = (
    ("Ambulant", frozenset({Sector.OUTPATIENT})),
    ("Stationär oder beides", frozenset({Sector.INPATIENT, Sector.BOTH})),
    ("Außerhalb oder ohne Angabe", frozenset({Sector.OUTSIDE, Sector.UNKNOWN})),
)
STYLES: Mapping[LinkKind, Qt.PenStyle] = MappingProxyType(
    {
        LinkKind.EMERGENCY: Qt.PenStyle.DashLine,
        LinkKind.TRAINING: Qt.PenStyle.DotLine,
    }
)
"""Kinds that are drawn with a line of their own; the others are whole."""
WIDE, HIGH, ACROSS, HEAD = 210, 28, 72, 28


class NetworkPicture(QWidget):
    """`chosen(provider)` with a click or Enter; arrow keys go from name to name."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ends: tuple[LinkEnd, ...] = ()
        self._links: tuple[LinkView, ...] = ()
        self._places: dict[int, QRect] = {}
        self._at: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Bild der Verbindungen")

    def show_picture(self, ends: Sequence[LinkEnd], links: Sequence[LinkView]) -> None:
        """These, and the links that have both their ends among them."""
        self._ends = tuple(ends)
        keys = {end.provider for end in ends}
        self._links = tuple(
            each for each in links if {each.first.provider, each.second.provider} <= keys
        )
        self._places = {}
        for column, (_, sectors) in enumerate(COLUMNS):
            for row, end in enumerate(e for e in self._ends if e.sector in sectors):
                left = theme.px(self, column * (WIDE + ACROSS))
                top = theme.px(self, HEAD + row * (HIGH + 8))
                self._places[end.provider] = QRect(
                    left, top, theme.px(self, WIDE), theme.px(self, HIGH)
                )
        if self._at not in self._places:
            self._at = next(iter(self._places), None)
        self.setAccessibleDescription("\n".join(self.told()))
        self.updateGeometry()
        self.update()

    def told(self) -> list[str]:
        """Every line of the picture in words."""
        return [
            f"{each.first.name} – {each.second.name}: {link_words.LINK_KINDS[each.draft.kind]}"
            for each in self._links
        ]

    def place_of(self, provider: int) -> QRect:
        """Where a name stands."""
        return self._places[provider]

    def sizeHint(self) -> QSize:
        bottom = max((rect.bottom() for rect in self._places.values()), default=0)
        wide = theme.px(self, 3 * WIDE + 2 * ACROSS + 24)
        return QSize(wide, bottom + theme.px(self, 12))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        for provider, rect in self._places.items():
            if rect.contains(at):
                self._at = provider
                self.update()
                self.chosen.emit(provider)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = list(self._places)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
        by = step.get(Qt.Key(event.key()))
        if by is not None and keys:
            at = keys.index(self._at) if self._at in keys else 0
            self._at = keys[(at + by) % len(keys)]
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at is not None:
            self.chosen.emit(self._at)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.face_font("strong"))
        painter.setPen(theme.colour_of(self.palette(), Tone.SECOND))
        for column, (title, _) in enumerate(COLUMNS):
            left = theme.px(self, column * (WIDE + ACROSS))
            painter.drawText(left, theme.px(self, 16), title)
        for link in self._links:
            self._draw_link(painter, link)
        painter.setFont(theme.face_font())
        for end in self._ends:
            self._draw_end(painter, end)

    def _draw_link(self, painter: QPainter, link: LinkView) -> None:
        style = STYLES.get(link.draft.kind, Qt.PenStyle.SolidLine)
        painter.setPen(QPen(theme.colour_of(self.palette(), Tone.ACCENT), 1.5, style))
        one, other = (self._places[end.provider] for end in (link.first, link.second))
        if one.left() > other.left():
            one, other = other, one
        path = QPainterPath()
        if one.left() == other.left():
            begin = QPointF(one.right(), one.center().y())
            end = QPointF(other.right(), other.center().y())
            bow = theme.px(self, ACROSS // 2)
            path.moveTo(begin)
            path.cubicTo(begin + QPointF(bow, 0), end + QPointF(bow, 0), end)
        else:
            begin = QPointF(one.right(), one.center().y())
            end = QPointF(other.left(), other.center().y())
            middle = (end.x() - begin.x()) / 2
            path.moveTo(begin)
            path.cubicTo(begin + QPointF(middle, 0), end - QPointF(middle, 0), end)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _draw_end(self, painter: QPainter, end: LinkEnd) -> None:
        rect = self._places[end.provider]
        colours = theme.colours_of(self.palette())
        linked = any(end.provider in (e.first.provider, e.second.provider) for e in self._links)
        focused = self.hasFocus() and end.provider == self._at
        pen = QPen(
            QColor(colours.accent) if focused else theme.colour_of(self.palette(), Tone.LABEL)
        )
        pen.setWidthF(2 if focused else 1)
        pen.setStyle(Qt.PenStyle.SolidLine if linked else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(self.palette().base())
        painter.drawRoundedRect(rect, 4, 4)
        mark = " · Video" if end.video else ""
        room = rect.adjusted(theme.px(self, 8), 0, -theme.px(self, 8), 0)
        shown = QFontMetrics(painter.font()).elidedText(
            f"{end.name}{mark}", Qt.TextElideMode.ElideMiddle, room.width()
        )
        painter.setPen(theme.colour_of(self.palette(), Tone.INK))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
