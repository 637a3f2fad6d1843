"""Which date moves to when, what moves with it, and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.errors import Refused
from app.records.redating import AnchorChange
from app.rules.calendar import Day
from app.rules.terms import AnchorKind
from ui import theme, wording
from ui.redating import words
from ui.theme import Tone
from ui.widgets.date_entry import DateEntry
from ui.words import ANCHORS

ABREAST = 3  # dates side by side that may move along
PAUSE = 150  # milliseconds after the last key until the preview follows


class RedatingForm(QWidget):
    """`changed()` when something else is to be previewed. A date that is none is told below."""

    changed = Signal()

    def __init__(
        self, anchors: Sequence[tuple[AnchorKind, Day]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._anchors = dict(anchors)
        self.kind = QComboBox()
        self.kind.setAccessibleName("Anker")
        for kind, _ in anchors:
            self.kind.addItem(ANCHORS[kind], kind)
        self.entry = DateEntry()
        self.entry.setAccessibleName("neu")
        self.entry.setFixedWidth(theme.px(self, 120))
        self.reason = QLineEdit()
        self.reason.setAccessibleName("Grund")
        self.reason.setPlaceholderText("z. B. Visum dauert länger")
        self._old = QLabel()
        self._wrong = QLabel()
        self._wrong.setWordWrap(True)
        theme.set_face(self._wrong, "strong")
        self._wrong.hide()
        self.along: dict[AnchorKind, _Along] = {}
        self._along_grid = QGridLayout()
        self._along_grid.setHorizontalSpacing(24)
        self._along_grid.setVerticalSpacing(4)
        self._along = QWidget()
        self._along.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.changed)
        self._lay_out()
        self.kind.activated.connect(self._other)
        self.entry.textEdited.connect(self._typed)
        self.entry.editingFinished.connect(self._finished)

    def begin(self, kind: AnchorKind, day: Day | None = None) -> None:
        """Move this date, to this day or from where it is."""
        self.kind.setCurrentIndex(max(self.kind.findData(kind), 0))
        self._show_old()
        self.entry.set_day(day or self._anchors.get(kind))

    @property
    def anchor(self) -> AnchorKind:
        """The date that moves."""
        return AnchorKind(self.kind.currentData())

    def moves(self) -> tuple[tuple[AnchorKind, Day], ...]:
        """What is to move to when; raises Refused(NOT_A_DATE) for what is typed and no date."""
        day = self.entry.day()
        main = ((self.anchor, day),) if day is not None else ()
        return (*main, *((kind, each.day) for kind, each in self.along.items() if each.is_taken))

    def say(self, reason: str) -> None:
        """Why the date was refused; blank takes it back."""
        self._wrong.setText(reason)
        self._wrong.setVisible(bool(reason))
        self.entry.setAccessibleDescription(reason)

    def wrong(self) -> str:
        """What is told below the date."""
        return self._wrong.text()

    def offer(self, together: Sequence[AnchorChange]) -> None:
        """What belongs to this date and could move with it; what was ticked stays ticked, and
        follows by the same distance."""
        proposed = {change.kind: change for change in together}
        kinds = [kind for kind in self._anchors if kind in proposed]
        for kind in [each for each in self.along if each not in kinds]:
            gone = self.along.pop(kind)
            self._along_grid.removeWidget(gone)
            gone.deleteLater()
        for at, kind in enumerate(kinds):
            if kind not in self.along:
                self.along[kind] = _Along(kind)
                self.along[kind].toggled.connect(self.changed)
            self._along_grid.addWidget(self.along[kind], at // ABREAST, at % ABREAST)
            change = proposed[kind]
            if change.old is not None and change.new is not None:
                self.along[kind].show_days(change.old, change.new)
        self._along.setVisible(bool(self.along))

    def take_along(self, kinds: Sequence[AnchorKind], at_least: Day | None = None) -> None:
        """Move these along; the first of them not before a day."""
        for kind in kinds:
            if kind in self.along:
                self.along[kind].take(at_least if kind is kinds[0] else None)
        self.changed.emit()

    def old(self, kind: AnchorKind) -> Day | None:
        """The day a date has now."""
        return self._anchors.get(kind)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        for name, widget in (
            ("Anker", self.kind),
            ("bisher", self._old),
            ("neu", self.entry),
            ("Grund", self.reason),
        ):
            label = QLabel(name)
            theme.set_tone(label, Tone.LABEL)
            if widget is not self._old:
                label.setBuddy(widget)
            first.addWidget(label)
            first.addWidget(widget, 1 if widget is self.reason else 0)
            if widget is not self.reason:
                first.addSpacing(8)
        along = QLabel("Wandert mit")
        theme.set_tone(along, Tone.LABEL)
        row = QHBoxLayout(self._along)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(along, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._along_grid)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addWidget(self._wrong)
        column.addWidget(self._along)

    def _show_old(self) -> None:
        self._old.setText(words.shown(self._anchors.get(self.anchor)))

    def _other(self) -> None:
        self._show_old()
        self.say("")
        for each in self.along.values():
            each.leave()
        self.entry.set_day(self._anchors.get(self.anchor))
        self.changed.emit()

    def _typed(self) -> None:
        self._timer.start()

    def _finished(self) -> None:
        self._timer.stop()
        try:
            self.entry.day()
        except Refused as refused:
            self.say(wording.refused(refused))
            return
        self.changed.emit()


class _Along(QWidget):
    """A date that may move along: its name with the days, ticked or not."""

    toggled = Signal()

    def __init__(self, kind: AnchorKind) -> None:
        super().__init__()
        self._name = ANCHORS[kind]
        self._new: Day | None = None
        self._own: Day | None = None
        self.box = QCheckBox()
        self.box.toggled.connect(self._hit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)

    @property
    def is_taken(self) -> bool:
        return self.box.isChecked() and self._new is not None

    @property
    def day(self) -> Day:
        """Where it would move."""
        assert self._new is not None  # noqa: S101 - only asked of what is taken
        return self._new

    def show_days(self, old: Day, new: Day) -> None:
        """By the same distance, but not before the day a remedy asked for."""
        self._new = max(new, self._own) if self._own is not None else new
        self.box.setText(f"{self._name} → {words.shown(self._new)}")
        self.box.setToolTip(f"bisher {words.shown(old)}")
        self.box.setAccessibleDescription(f"bisher {words.shown(old)}")

    def take(self, at_least: Day | None) -> None:
        """Tick it without telling."""
        self._own = at_least
        if at_least is not None and self._new is not None:
            self._new = max(self._new, at_least)
        with QSignalBlocker(self.box):
            self.box.setChecked(True)

    def leave(self) -> None:
        """Untick it without telling."""
        self._own = None
        with QSignalBlocker(self.box):
            self.box.setChecked(False)

    def _hit(self) -> None:
        if not self.box.isChecked():
            self._own = None
        self.toggled.emit()
