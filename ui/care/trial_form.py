"""What would be if a parent worked otherwise on some weekdays: chosen, tried, never saved."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.records.care import ParentView, ShiftDraft
from app.records.care_board import Proposal, Trial
from app.rules.rosters import DAY, LONGEST
from ui import theme
from ui.care import words
from ui.rosters.words import SHIFT_KINDS, typed_clock
from ui.theme import Tone
from ui.widgets.buttons import push
from ui.widgets.choices import Choice
from ui.widgets.flow import FlowLayout
from ui.widgets.section import text_label
from ui.wording import DAYS

FREE, TIMES = "free", "times"
NOT_TIMES = "Bitte so: 6–14:12; über Mitternacht 21:30–6:15."
NO_DAYS = "Bitte wenigstens einen Wochentag ankreuzen."
_BETWEEN = re.compile(r"\s*(?:-|–|bis)\s*")


class TrialForm(QWidget):
    """`wanted(Trial)` to see it."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[date, ...] = ()
        self._parents: Mapping[int, ParentView] = {}
        self.person = Choice()
        self.person.setAccessibleName("Elternteil")
        self.person.currentIndexChanged.connect(self._offer_shifts)
        self.weekdays = [QCheckBox(name) for name in DAYS]
        self.shift = Choice()
        self.shift.setAccessibleName("Anderer Dienst")
        self.shift.currentIndexChanged.connect(self._show_times)
        self.times = QLineEdit()
        self.times.setAccessibleName("Andere Zeiten")
        self.times.setPlaceholderText("6–14:12")
        self.times.setFixedWidth(theme.px(self, 110))
        self.times.returnPressed.connect(self._try)
        self._reason = text_label("")
        theme.set_face(self._reason, "strong")
        self._reason.hide()
        self._lay_out()
        self._show_times()

    def set_choices(
        self, names: Mapping[int, str], parents: Sequence[ParentView], days: Sequence[date]
    ) -> None:
        """Who may be chosen, with the shifts of their employers, and the days there are."""
        self._parents = {each.person: each for each in parents}
        self._days = tuple(days)
        self.person.set_choices([(str(key), name) for key, name in names.items()])
        if not self.person.code() and names:
            self.person.choose(str(next(iter(names))))
        self._offer_shifts()

    def trial(self) -> Trial | None:
        """What is chosen, None with the reason beside it where something is missing."""
        weekdays = {at for at, box in enumerate(self.weekdays) if box.isChecked()}
        times = self._minutes()
        self._say("" if times else NOT_TIMES)
        if times is not None and not weekdays:
            self._say(NO_DAYS)
        if times is None or not weekdays or not self.person.code():
            return None
        days = tuple(on for on in self._days if on.weekday() in weekdays)
        return Trial(int(self.person.code()), days, *times)

    def reason(self) -> str:
        """Why nothing can be tried."""
        return self._reason.text()

    def _try(self) -> None:
        if (trial := self.trial()) is not None:
            self.wanted.emit(trial)

    def _minutes(self) -> tuple[int, int] | None:
        code = self.shift.code()
        if code == FREE:
            return 0, 0
        if code == TIMES:
            return typed_times(self.times.text())
        start, _, end = code.partition("-")
        return (int(start), int(end)) if end else None

    def _offer_shifts(self) -> None:
        code = self.person.code()
        parent = self._parents.get(int(code)) if code else None
        offered = [
            (f"{each.draft.start}-{each.draft.end}", _shift_words(each.draft))
            for each in (parent.shifts if parent else ())
        ]
        unique = dict(offered)
        self.shift.set_choices([*unique.items(), (TIMES, "andere Zeiten"), (FREE, "frei")])
        if not self.shift.code():
            self.shift.setCurrentIndex(0)
        self._show_times()

    def _show_times(self) -> None:
        self.times.setVisible(self.shift.code() == TIMES)

    def _say(self, reason: str) -> None:
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))

    def _lay_out(self) -> None:
        line = QWidget()
        flow = FlowLayout(line, spacing=8)
        flow.addWidget(text_label("Wenn", Tone.SECOND, wrap=False))
        flow.addWidget(self.person)
        for box in self.weekdays:
            flow.addWidget(box)
        for editor in (self.shift, self.times):
            flow.addWidget(editor)
        flow.addWidget(text_label("hätte …", Tone.SECOND, wrap=False))
        flow.addWidget(push("&Ansehen", self._try))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._reason)


def typed_times(text: str) -> tuple[int, int] | None:
    """Minutes of "6-14:12" or "21:30 bis 6:15" (over midnight); None for what is no duty."""
    parts = [part for part in _BETWEEN.split(text.strip()) if part]
    if len(parts) != 2:
        return None
    start, end = map(typed_clock, parts)
    if start is None or end is None or start >= DAY:
        return None
    if end <= start:
        end += DAY
    return (start, end) if end - start <= LONGEST else None


def proposed(one: Proposal) -> Trial:
    """The trial a proposal speaks of."""
    start = one.later if one.later is not None else one.start
    end = one.earlier if one.earlier is not None else one.end
    return Trial(one.person, one.days, start, end)


def told(trial: Trial, names: Mapping[int, str]) -> str:
    """Amira Di und Do 7:20–14:15; frei for none."""
    weekdays = words.joined([DAYS[at] for at in sorted({on.weekday() for on in trial.days})])
    times = (
        "frei" if trial.start == trial.end else words.span(trial.start, (trial.end - 1) % DAY + 1)
    )
    return f"{names.get(trial.person, '')} {weekdays} {times}".strip()


def _shift_words(draft: ShiftDraft) -> str:
    name = draft.name or SHIFT_KINDS[draft.kind]
    return f"{name} {words.span(draft.start, (draft.end - 1) % DAY + 1)}"
