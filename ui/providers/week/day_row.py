"""One day of the week: its times as they are typed, drawn as bars beneath, mistakes beside."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

from app.rules.typed_slots import SlotProblem, TypedDay, read_day, with_kind
from app.rules.week_plan import SlotKind, Slots
from ui import theme
from ui.providers.week import words
from ui.providers.week.painting import FIGURE, BarPainter, DayScale, bounds
from ui.theme import Tone
from ui.widgets.paragraphs import wrapped
from ui.widgets.section import text_label

NAME_WIDE, SUM_WIDE, BAR_HIGH, LINE_WIDE, INSET = 24, 54, 12, 232, 8  # pixels at 100 %
SPACING = 8
KIND_KEYS: Mapping[Qt.Key, SlotKind] = {
    Qt.Key.Key_1: SlotKind.CORE,
    Qt.Key.Key_2: SlotKind.EARLY,
    Qt.Key.Key_3: SlotKind.LATE,
    Qt.Key.Key_4: SlotKind.ON_REQUEST,
}
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class DayLine(QLineEdit):
    """Times of a day; `moved(1)` by arrow or Enter, `filled` by Ctrl+D, `spread` by
    Ctrl+Shift+D, `kind_wanted(SlotKind)` by Ctrl+1 to 4, `entered` and `left` by the focus."""

    moved = Signal(int)
    filled = Signal()
    spread = Signal()
    kind_wanted = Signal(object)
    entered = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.setAccepted(_is_mine(event))
            if event.isAccepted():
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if modifiers == _CTRL and key in KIND_KEYS:
            self.kind_wanted.emit(KIND_KEYS[key])
        elif key == Qt.Key.Key_D and modifiers == _CTRL:
            self.filled.emit()
        elif key == Qt.Key.Key_D and modifiers == _CTRL | _SHIFT:
            self.spread.emit()
        elif key == Qt.Key.Key_Up and not modifiers:
            self.moved.emit(-1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return) and not modifiers:
            self.moved.emit(1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class DayBar(QWidget):
    """The slots of a day as bars; `clicked(minute)`. Only a picture for the eye: the line beside
    it says the same."""

    clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slots: Slots = ()
        self._bounds = bounds(())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    def set_slots(self, slots: Slots, within: tuple[int, int]) -> None:
        """Show these slots between two minutes of the day."""
        self._slots, self._bounds = slots, within
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self, 120), theme.px(self, BAR_HIGH))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        scale = _scale(self, self._bounds)
        share = (event.position().x() - scale.left) / scale.wide
        self.clicked.emit(round(scale.first + share * (scale.last - scale.first)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colours, unit = theme.colours_of(self.palette()), theme.px(self, 100) / 100
        bars = BarPainter(painter, colours, unit)
        scale = _scale(self, self._bounds)
        place = QRectF(0, 0, self.width(), self.height())
        bars.lines(scale, place)
        painter.setPen(colours.hairline)
        base = place.bottom() - 0.5
        painter.drawLine(QPointF(scale.left, base), QPointF(scale.left + scale.wide, base))
        bars.slots(self._slots, scale, place.adjusted(0, 0, 0, -1), told=False)
        painter.end()


class HoursScale(QWidget):
    """The hours over the bars of the days."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bounds = bounds(())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_bounds(self, within: tuple[int, int]) -> None:
        self._bounds = within
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self, 120), theme.px(self, 16))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        unit = theme.px(self, 100) / 100
        bars = BarPainter(painter, theme.colours_of(self.palette()), unit)
        place = QRectF(0, 0, self.width(), self.height())
        bars.hours(_scale(self, self._bounds), place)
        painter.end()


class DayRow(QWidget):
    """`changed` with each letter; what is wrong is said when the line is left, and taken back as
    soon as it is right. Blank is closed."""

    changed = Signal()

    def __init__(
        self, short: str, name: str, parent: QWidget | None = None, *, drawn: bool = True
    ) -> None:
        super().__init__(parent)
        self.name = name
        self._drawn = drawn
        self.line = DayLine()
        self.line.setAccessibleName(f"Zeiten am {name}")
        self.bar = DayBar()
        self._day = TypedDay()
        self._night: Slots = ()
        self._bounds = bounds(())
        self._name = text_label(short, wrap=False)
        theme.set_face(self._name, "strong")
        self._name.setBuddy(self.line)
        self._sum = text_label("", Tone.SECOND, wrap=False)
        self._sum.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._reason = wrapped()
        theme.set_face(self._reason, "strong")
        self._reason.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACING)
        self._grid.setVerticalSpacing(2)
        self.set_wide(wide=False)
        self.line.textEdited.connect(self._typed)
        self.line.left.connect(self._left)
        self.line.kind_wanted.connect(self.give_kind)
        self.bar.clicked.connect(self._point)

    @property
    def slots(self) -> Slots:
        """The slots typed; what is wrong is not among them."""
        return self._day.slots

    @property
    def is_wrong(self) -> bool:
        return bool(self._day.mistakes)

    def set_slots(self, slots: Slots) -> None:
        """Show slots, without telling."""
        self.put(words.written(slots))
        self.line.setCursorPosition(0)
        self.check()

    def put(self, text: str) -> None:
        """Show a text as it was typed, without telling."""
        self.line.setText(text)
        self._read()

    def set_night(self, night: Slots, within: tuple[int, int]) -> None:
        """What the evening before leaves to this morning, and the scale of the bar."""
        self._night, self._bounds = night, within
        self.bar.set_slots((*night, *self.slots), within)

    def set_wide(self, *, wide: bool) -> None:
        """Put the bar beside the line, or beneath it."""
        wide = wide and self._drawn
        for each in (self._name, self.line, self.bar, self._sum, self._reason):
            self._grid.removeWidget(each)
        self._name.setMinimumWidth(theme.px(self, NAME_WIDE))
        self._sum.setMinimumWidth(theme.px(self, SUM_WIDE))
        self.line.setMinimumWidth(theme.px(self, LINE_WIDE if wide else LINE_WIDE / 2))
        self._grid.addWidget(self._name, 0, 0)
        self._grid.addWidget(self.line, 0, 1)
        self._grid.addWidget(self.bar, 0 if wide else 1, 2 if wide else 1)
        self._grid.addWidget(self._sum, 0, 3 if wide else 2)
        self._grid.addWidget(self._reason, 2, 1, 1, 3)
        self._grid.setColumnStretch(1, 0 if wide else 1)
        self._grid.setColumnStretch(2, 1 if wide else 0)
        self.bar.setVisible(self._drawn)

    def kind(self) -> SlotKind | None:
        """The kind of the slot at the cursor."""
        typed = self._day.at(self.line.cursorPosition())
        return typed.slot.kind if typed else None

    def give_kind(self, kind: SlotKind) -> None:
        """Make the slot at the cursor one of this kind; the cursor stays in it."""
        typed = self._day.at(self.line.cursorPosition())
        if typed is None:
            return
        text = with_kind(self.line.text(), typed, words.TYPED_KINDS[kind])
        grown = len(text) - len(self.line.text())
        self.put(text)
        self.line.setCursorPosition(max(typed.start, typed.end + grown))
        self.changed.emit()

    def say(self, reason: str) -> None:
        """Say what is wrong; a blank reason takes it back."""
        if reason == self._reason.text() and self._reason.isHidden() is not bool(reason):
            return
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self.line.setAccessibleDescription(reason)
        self.line.setProperty("wrong", "true" if reason else "false")
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)

    def reason(self) -> str:
        """What is said to be wrong."""
        return self._reason.text()

    def check(self) -> None:
        """Say what is wrong with what is typed, or with the night before it."""
        if self._day.mistakes:
            self.say("\n".join(words.mistake(each) for each in self._day.mistakes))
            return
        until = max((slot.end for slot in self._night), default=0)
        touched = tuple(slot for slot in self.slots if slot.start < until)
        night = words.MISTAKES[SlotProblem.NIGHT_BEFORE]
        self.say(night.format(text=words.written(touched)) if touched else "")

    def _typed(self) -> None:
        self._read()
        if self._reason.text():
            self.check()
        self.changed.emit()

    def _read(self) -> None:
        self._day = read_day(self.line.text())
        self._sum.setText(words.day_sum(self.slots))
        self.bar.set_slots((*self._night, *self.slots), self._bounds)

    def _left(self) -> None:
        self.check()
        if not self._day.mistakes:
            self.put(words.written(self.slots))

    def _point(self, minute: int) -> None:
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)
        for typed in self._day.typed:
            if typed.slot.start <= minute < typed.slot.end:
                self.line.setCursorPosition(typed.end)


def _scale(widget: QWidget, within: tuple[int, int]) -> DayScale:
    """The hours across a widget, with room at both ends for half a figure."""
    air = theme.px(widget, INSET)
    return DayScale(*within, air, widget.width() - 2 * air, theme.px(widget, FIGURE))


def _is_mine(event: QKeyEvent) -> bool:
    """Whether a key is for the line and not for a shortcut of the window."""
    key, modifiers = event.key(), event.modifiers()
    if key == Qt.Key.Key_D:
        return modifiers in (_CTRL, _CTRL | _SHIFT)
    return modifiers == _CTRL and key in KIND_KEYS
