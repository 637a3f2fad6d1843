"""A card of a place of care, painted: number, name, share, two lines of reasons, state, check."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.rules.checking import CheckAge
from ui import theme
from ui.care.card_model import CARD_ROLE, CardFace
from ui.providers.check_badge import LOOKS
from ui.theme import Tone
from ui.widgets.runs import Run, paint_runs, width_of

Index = QModelIndex | QPersistentModelIndex
HIGH, LINE, MARGIN, TEXT, BAR, DISC = 88, 20, 16, 44, 3, 20  # pixels at 100 %
REASON_LINES = 2


class CardDelegate(QStyledItemDelegate):
    """Rows are 88 pixels high at 100 %."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(160, theme.px(option.font, HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        face = index.data(CARD_ROLE)
        if not isinstance(face, CardFace):
            return
        colours = theme.colours_of(option.palette)
        rect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(rect, QColor(colours.selection))
            awake = bool(option.state & QStyle.StateFlag.State_Active)
            bar = QRect(rect.left(), rect.top(), BAR, rect.height())
            painter.fillRect(bar, QColor(colours.accent if awake else colours.edge))
        painter.setPen(QPen(QColor(colours.hairline)))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        self._disc(painter, option, face, chosen=chosen)
        self._lines(painter, option, face)
        painter.restore()

    def _disc(
        self, painter: QPainter, option: QStyleOptionViewItem, face: CardFace, *, chosen: bool
    ) -> None:
        """The number as it stands on the map."""
        colours, unit = theme.colours_of(option.palette), theme.px(option.font, 100) / 100
        font = theme.face_font("small", figures=True)
        said = str(face.number)
        wide = max(DISC * unit, theme.advance(said, "small", figures=True) + 8 * unit)
        left, top = option.rect.left() + (TEXT - 6) * unit - wide, option.rect.top() + 6 * unit
        disc = QRectF(max(left - 4 * unit, option.rect.left() + 5), top, wide, DISC * unit)
        painter.setPen(QPen(QColor(colours.edge if face.apart else colours.accent), unit))
        painter.setBrush(QColor(colours.accent if chosen else colours.panel))
        painter.drawRoundedRect(disc.adjusted(0.5, 0.5, -0.5, -0.5), disc.height() / 2, 10 * unit)
        painter.setFont(font)
        ink = colours.second if face.apart else colours.accent
        painter.setPen(QColor(colours.on_accent if chosen else ink))
        painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), said)

    def _lines(self, painter: QPainter, option: QStyleOptionViewItem, face: CardFace) -> None:
        px = theme.px(option.font, 100) / 100
        left, right = round(TEXT * px), round(MARGIN * px)
        inner = option.rect.adjusted(left, round(5 * px), -right, 0)
        high = round(LINE * px)
        line = QRect(inner.left(), inner.top(), inner.width(), high)
        palette = option.palette
        share = [Run(face.share, strong=True)]
        wide = width_of(share)
        paint_runs(painter, line.adjusted(line.width() - wide, 0, 0, 0), share, palette)
        name = [Run(face.name, strong=True)]
        paint_runs(painter, line.adjusted(0, 0, -wide - round(8 * px), 0), name, palette)
        told = line.translated(0, high)
        painter.setPen(theme.colour_of(palette, Tone.INK))
        wrapped(painter, told, face.told, high, REASON_LINES)
        last = line.translated(0, high * (1 + REASON_LINES) - round(px))
        due = face.age in (CheckAge.STALE, CheckAge.NEVER)
        icon, tone = LOOKS[face.age]
        shown = "" if face.age is CheckAge.FRESH or not face.checked else icon
        check = [Run(face.checked, strong=due, tone=tone if due else Tone.SECOND, icon=shown)]
        wide = width_of(check) if face.checked else 0
        paint_runs(painter, last.adjusted(last.width() - wide, 0, 0, 0), check, palette)
        state = [Run(face.state, tone=Tone.INK if face.icon else Tone.SECOND, icon=face.icon)]
        paint_runs(painter, last.adjusted(0, 0, -wide - round(8 * px), 0), state, palette)


def wrapped(painter: QPainter, first: QRect, text: str, high: int, most: int) -> None:
    """Write a text on at most so many lines, the last one elided."""
    font = theme.face_font()
    painter.setFont(font)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    starts = []
    for _ in range(most + 1):
        made = layout.createLine()
        if not made.isValid():
            break
        made.setLineWidth(first.width())
        starts.append((made.textStart(), made.textLength()))
    layout.endLayout()
    flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for at, (start, length) in enumerate(starts[:most]):
        line = text[start : start + length]
        if at == most - 1 and len(starts) > most:
            metrics = painter.fontMetrics()
            line = metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, first.width())
        painter.drawText(first.translated(0, at * high), flags, line.rstrip())
