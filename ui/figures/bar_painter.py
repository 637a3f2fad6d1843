"""Paints the rows of a figure: names, bars, numbers. A bar never says more than its number."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.records.figure_bars import FigureBar
from ui import theme
from ui.figures.table_model import BAR, BAR_ROLE, STRONG_ROLE

Index = QModelIndex | QPersistentModelIndex
ROW, PAD, STUB = 24, 8, 26  # pixels at 100 %
_THICK, _THIN, _EDGE = 9, 3, 3


class BarPainter(QStyledItemDelegate):
    """Every row of one height; the bar of a number that is not told is a stub of one length."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme.px(option.font, 40), theme.px(option.font, ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = theme.colours_of(option.palette)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, QColor(colours.selection))
        pad = theme.px(option.font, PAD)
        inner = QRectF(option.rect.adjusted(pad, 0, -pad, 0))
        if index.data(STRONG_ROLE):
            painter.fillRect(
                QRectF(option.rect.left(), option.rect.top(), option.rect.width(), 1),
                QColor(colours.hairline),
            )
        bar = index.data(BAR_ROLE)
        if isinstance(bar, FigureBar):
            paint_bar(painter, inner, bar, colours, theme.px(option.font, 1000) / 1000)
        elif index.column() != BAR:
            self._words(painter, inner, index, colours)
        painter.restore()

    def _words(
        self, painter: QPainter, inner: QRectF, index: Index, colours: theme.Colours
    ) -> None:
        strong: theme.Face | None = "strong" if index.data(STRONG_ROLE) else None
        number = index.column() > BAR
        painter.setFont(theme.face_font(strong, figures=number))
        painter.setPen(QColor(colours.ink))
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, int(inner.width())
        )
        painter.drawText(inner, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), text)


def paint_bar(
    painter: QPainter, place: QRectF, bar: FigureBar, colours: theme.Colours, unit: float
) -> None:
    """One bar into its place; `unit` is a pixel of the drawings."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    middle = place.center().y()
    top = round(middle - (_THICK + _THIN + 1) * unit / 2)
    high = round(_THICK * unit)
    if bar.hidden:
        _stub(painter, QRectF(place.left(), top, round(STUB * unit), high), colours)
    elif bar.span is not None:
        _strip(painter, place, bar.span, colours, unit)
    elif bar.share is not None:
        wide = _wide(bar.share, place.width())
        painter.fillRect(QRectF(place.left(), top, wide, high), QColor(colours.accent))
    if bar.before is not None:
        wide = _wide(bar.before, place.width())
        thin = QRectF(place.left(), top + high + 1, wide, max(2, round(_THIN * unit)))
        painter.fillRect(thin, QColor(colours.edge))


def _stub(painter: QPainter, place: QRectF, colours: theme.Colours) -> None:
    painter.fillRect(place, QBrush(QColor(colours.label), Qt.BrushStyle.BDiagPattern))
    painter.setPen(QPen(QColor(colours.label), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place)


def _strip(
    painter: QPainter,
    place: QRectF,
    span: tuple[float, float, float],
    colours: theme.Colours,
    unit: float,
) -> None:
    low, median, high = (place.left() + each * (place.width() - 1) for each in span)
    middle = round(place.center().y())
    painter.fillRect(QRectF(place.left(), middle, place.width(), 1), QColor(colours.hairline))
    half = round(_THICK * unit / 2)
    if high > low:
        strip = QRectF(round(low), middle - half, round(high - low), 2 * half)
        painter.fillRect(strip, QColor(colours.fill))
        painter.setPen(QPen(QColor(colours.edge), 1))
        painter.drawRect(strip)
    stroke = max(3, round(_EDGE * unit))
    left = min(median - stroke / 2, place.right() - stroke)
    painter.fillRect(
        QRectF(round(left), middle - half - 2, stroke, 2 * half + 4), QColor(colours.accent)
    )


def _wide(share: float, room: float) -> int:
    """As long as the number is large; a little more than nothing is not nothing."""
    return max(round(min(share, 1.0) * room), 1) if share > 0 else 0
