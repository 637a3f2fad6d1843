"""The week, the holidays and the closing days as fields: a plan goes in, a plan comes out."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.rules.week_plan import (
    CLOSED_WEEK,
    HolidayRule,
    Holidays,
    SlotKind,
    WeekPlan,
)
from ui import theme
from ui.providers.week import words
from ui.providers.week.closings import ClosingList
from ui.providers.week.day_row import DayRow
from ui.providers.week.kinds import KindButtons
from ui.providers.week.rows import WeekRows
from ui.theme import Tone
from ui.widgets.paragraphs import wrapped
from ui.widgets.section import text_label

LABEL_WIDE = 88
FRESH = WeekPlan(public_holidays=Holidays(HolidayRule.CLOSED))
"""What a new week begins with; the row of the holidays shows it."""


class WeekForm(QWidget):
    """`changed` with each letter."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = WeekRows()
        self.kinds = KindButtons()
        self.public = _choice("Feiertage", words.PUBLIC)
        self.public_day = DayRow("", "Feiertag")
        self.school = _choice("Schulferien", words.SCHOOL)
        self.school_rows = WeekRows(" in den Schulferien", drawn=False)
        self.closings = ClosingList()
        self.by_arrangement = QCheckBox("Sonst nach Vereinbarung")
        self.by_arrangement.setToolTip("An Tagen, für die keine Zeiten eingetragen sind")
        self._row = self.rows.row
        self._public_missing, self._school_missing = _missing(), _missing()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.kinds)
        column.addWidget(self.rows)
        column.addLayout(_row("Feiertage", self.public))
        column.addWidget(self.public_day)
        column.addWidget(self._public_missing)
        column.addLayout(_row("Sch&ulferien", self.school))
        column.addWidget(self.school_rows)
        column.addWidget(self._school_missing)
        column.addWidget(self.closings)
        column.addWidget(self.by_arrangement)
        for part in (self.rows, self.public_day, self.school_rows, self.closings):
            part.changed.connect(self._changed)
        self.rows.entered.connect(self._entered)
        self.school_rows.entered.connect(self._entered)
        self.public_day.line.cursorPositionChanged.connect(self._entered)
        self.public_day.line.entered.connect(self._entered)
        self.kinds.chosen.connect(self._give_kind)
        self.public.activated.connect(self._public_chosen)
        self.school.activated.connect(self._school_chosen)
        self.by_arrangement.clicked.connect(self._changed)
        self.set_plan(FRESH)

    def set_plan(self, plan: WeekPlan) -> None:
        """Show a plan, without telling."""
        self.rows.set_days(plan.days)
        public, school = plan.public_holidays, plan.school_holidays
        self.public.setCurrentIndex(self.public.findData(public.rule))
        self.public_day.set_slots(public.days[0] if public.days else ())
        self.school.setCurrentIndex(self.school.findData(school.rule))
        self.school_rows.set_days(school.days or CLOSED_WEEK)
        self.closings.set_closed(plan.closing_days)
        self.by_arrangement.setChecked(plan.by_arrangement)
        self._show_own()
        self._entered()

    def plan(self) -> WeekPlan:
        """What is typed; what is wrong is left out of it and `is_wrong`."""
        public: HolidayRule = self.public.currentData()
        school: HolidayRule = self.school.currentData()
        return WeekPlan(
            self.rows.days,
            Holidays(public, (self.public_day.slots,)),
            Holidays(school, self.school_rows.days),
            self.closings.closed(),
            self.by_arrangement.isChecked(),
        )

    @property
    def is_wrong(self) -> bool:
        """Whether something in it cannot be kept as it is typed."""
        public, school = self.public_day, self.school_rows
        return (
            self.rows.is_wrong
            or self.closings.is_wrong
            or (self._is_own(self.public) and (public.is_wrong or not public.slots))
            or (self._is_own(self.school) and (school.is_wrong or not any(school.days)))
        )

    def check(self) -> None:
        """Say what is wrong, each beside its field, and lead to the first."""
        self.rows.check()
        self.closings.check()
        self.public_day.check()
        self.school_rows.check()
        self._public_missing.setVisible(self._is_own(self.public) and not self.public_day.slots)
        self._school_missing.setVisible(
            self._is_own(self.school) and not any(self.school_rows.days)
        )
        self._lead()

    def said(self) -> str:
        """The first thing that is said to be wrong."""
        told = [row.reason() for row in self._every_row() if row.isVisibleTo(self)]
        told += [row.said() for row in self.closings.rows]
        told += [words.NO_OWN_HOURS] if self.missing() else []
        return next((each for each in told if each), "")

    def missing(self) -> str:
        """Which own hours are said to be missing."""
        said = (("Feiertage", self._public_missing), ("Schulferien", self._school_missing))
        return ", ".join(name for name, label in said if not label.isHidden())

    def _lead(self) -> None:
        own = self._is_own(self.school)
        if self.rows.is_wrong:
            self.rows.lead()
        elif self._is_own(self.public) and (self.public_day.is_wrong or not self.public_day.slots):
            self.public_day.line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif own and (self.school_rows.is_wrong or not any(self.school_rows.days)):
            self.school_rows.lead()
        else:
            self.closings.lead()

    def _is_own(self, box: QComboBox) -> bool:
        return box.currentData() is HolidayRule.OWN

    def _changed(self) -> None:
        self._public_missing.hide()
        self._school_missing.hide()
        self._entered()
        self.changed.emit()

    def _entered(self) -> None:
        focused = next((row for row in self._every_row() if row.line.hasFocus()), None)
        self._row = focused or self._row
        self.kinds.show_kind(self._row.kind())

    def _give_kind(self, kind: SlotKind) -> None:
        self._row.give_kind(kind)
        self.kinds.show_kind(self._row.kind())

    def _every_row(self) -> list[DayRow]:
        return [*self.rows.rows, self.public_day, *self.school_rows.rows]

    def _public_chosen(self) -> None:
        self._show_own()
        if self._is_own(self.public):
            self.public_day.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.public_day.set_slots(())
        self._changed()

    def _school_chosen(self) -> None:
        if self._is_own(self.school) and not any(self.school_rows.days):
            self.school_rows.set_days(self.rows.days)
        self._show_own()
        if self._is_own(self.school):
            self.school_rows.lead()
        self._changed()

    def _show_own(self) -> None:
        self.public_day.setVisible(self._is_own(self.public))
        self.school_rows.setVisible(self._is_own(self.school))


def _missing() -> QLabel:
    label = wrapped(words.NO_OWN_HOURS)
    theme.set_face(label, "strong")
    label.hide()
    return label


def _choice(name: str, choices: Mapping[HolidayRule, str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for rule, text in choices.items():
        box.addItem(text, rule)
    box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return box


def _label(text: str) -> QLabel:
    label = text_label(text, Tone.LABEL, wrap=False)
    label.setMinimumWidth(theme.px(label, LABEL_WIDE))
    label.setMinimumHeight(theme.px(label, theme.CONTROL))
    return label


def _row(text: str, box: QComboBox) -> QHBoxLayout:
    label = _label(text)
    label.setBuddy(box)
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(label)
    row.addWidget(box)
    row.addStretch(1)
    return row
