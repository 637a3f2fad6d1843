"""The log of contacts of a case: what was said with whom, newest first."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.records.cases import ContactView
from ui import theme, wording
from ui.contacts import words
from ui.contacts.line_entry import ICONS
from ui.theme import Tone
from ui.widgets.records import Record
from ui.widgets.runs import Run, paint_runs, plain
from ui.widgets.two_line import LINES_ROLE, Lines
from ui.words import CHANNELS, COUNTERPARTS

Index = QModelIndex | QPersistentModelIndex


class Entry(QStyledItemDelegate):
    """Day and with whom, below it the whole text, wrapped, and what was agreed."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines: Lines = index.data(LINES_ROLE)
        view = option.widget
        width = view.width() if isinstance(view, QWidget) else option.rect.width()
        head = theme.px(option.font, 20)
        text = self._text_rect(QRect(0, 0, width, 10000), lines)
        below = head if lines.third else 0
        return QSize(80, head + text.height() + below + theme.px(option.font, 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        lines: Lines = index.data(LINES_ROLE)
        colours = theme.colours_of(option.palette)
        rect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.selection))
        painter.setPen(QPen(QColor(colours.hairline)))
        painter.drawLine(rect.left(), rect.top(), rect.right(), rect.top())
        margin = theme.px(option.font, 4)
        head = QRect(rect.left() + margin, rect.top() + margin, rect.width() - 2 * margin, 0)
        head.setHeight(theme.px(option.font, 20))
        paint_runs(painter, head, lines.first, option.palette)
        painter.setFont(theme.face_font())
        painter.setPen(QColor(colours.ink))
        below = rect.adjusted(0, theme.px(option.font, 20) + margin, 0, 0)
        text = self._text_rect(below, lines)
        painter.drawText(text, _WRAP, plain(lines.second))
        if lines.third:
            foot = QRect(head.left(), text.bottom() + 1, head.width(), head.height())
            paint_runs(painter, foot, lines.third, option.palette)
        painter.restore()

    def _text_rect(self, rect: QRect, lines: Lines) -> QRect:
        margin = theme.px(theme.face_font(), 4)
        inner = rect.adjusted(margin, 0, -margin, 0)
        return QFontMetrics(theme.face_font()).boundingRect(inner, _WRAP, plain(lines.second))


_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


def record(contact: ContactView, today: date) -> Record:
    """A contact as a row: day, with whom, how and who, what is to be followed up; its words."""
    draft = contact.draft
    whom = draft.whom.strip() or COUNTERPARTS[draft.counterpart]
    first = (
        Run(f"{wording.day(draft.on)}  ", tone=Tone.SECOND),
        Run(whom, strong=True, icon=ICONS[draft.channel]),
        Run("".join(f" · {part}" for part in _beside(contact)), tone=Tone.SECOND),
    )
    return Record(contact.id, (Lines(first, (Run(draft.text),), third=_follow_up(contact, today)),))


def _beside(contact: ContactView) -> list[str]:
    draft = contact.draft
    how = CHANNELS[draft.channel]
    parts = [f"{how}, {contact.advisor}" if contact.advisor else how]
    if draft.minutes is not None:
        parts.append(words.minutes(draft.minutes))
    if draft.topics:
        parts.append(words.topics(draft.topics))
    return parts


def _follow_up(contact: ContactView, today: date) -> tuple[Run, ...]:
    on = contact.draft.follow_up_on
    if on is None:
        return ()
    what = contact.draft.follow_up.strip() or "nachfassen"
    if not contact.is_open:
        return (Run(f"{what}: erledigt", tone=Tone.SECOND, icon="check"),)
    late = f", {words.distance(on, today)}" if on < today else ""
    icon = "triangle-alert" if on < today else "bell"
    return (Run(f"{wording.day(on)}{late}: ", strong=True, icon=icon), Run(what))
