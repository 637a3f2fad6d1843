"""One roster: from when to when, repeating or single days, and its duties in a grid."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.errors import Reason, Refused
from app.records.care import RosterDraft, RosterView, ShiftView
from app.rules.calendar import Day
from app.rules.rosters import MOST_WEEKS, Duty, Roster
from ui import theme, wording
from ui.providers.parts.line import mark
from ui.rosters import duty_words
from ui.rosters.grid_view import GridView
from ui.rosters.palette import Palette
from ui.rosters.weeks import WEEK, Weeks
from ui.theme import Tone
from ui.widgets import typed_dates
from ui.widgets.buttons import Segments, link
from ui.widgets.date_entry import HINT, DateEntry
from ui.widgets.flow import FlowLayout
from ui.widgets.paragraphs import wrapped
from ui.widgets.section import text_label

USUAL_WEEKS = 4
MOST_DAYS = 731
DAY_WIDE, WEEKS_WIDE = 102, 44
KEYS = (
    "Tippen: Kürzel oder 6-14:12 · Enter: nächster Tag · Strg+D: Woche in die nächste · "
    "Strg+V: Zeile aus einer Tabelle"
)
FAR = "Einzelne Tage lassen sich für höchstens zwei Jahre eintragen."


@dataclass(frozen=True)
class _Shown:
    """What the fields and the grid were filled with."""

    turning: bool
    first: str
    last: str
    weeks: str
    duties: tuple[Duty, ...]


class RosterForm(QWidget):
    """`edited()` with each change, `removed(id)` when the roster shown shall go."""

    edited = Signal()
    removed = Signal(int)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.roster_id: int | None = None
        self._source = ""
        self._filling = False
        self._shown: _Shown | None = None
        self.kind: Segments[bool] = Segments(
            "Dienstplan", ((True, "Wiederholt sich"), (False, "Einzelne Tage"))
        )
        self.first, self.last, self.weeks = DateEntry(), DateEntry(), QLineEdit()
        self.palette_ = Palette()
        self.grid = GridView()
        self._told = wrapped("", Tone.SECOND)
        self._reason = wrapped()
        theme.set_face(self._reason, "strong")
        self._lay_out()
        self._connect()

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not kept."""
        if self._shown is None:
            return False
        grid = self.grid.grid
        return bool(grid.unread()) or self._shown != self._now(grid.duties())

    def set_shifts(self, shifts: Sequence[ShiftView], employer: str) -> None:
        """The shifts of the parent's employer, to type and to click."""
        self.grid.grid.set_shifts(shifts)
        self.palette_.show_shifts(shifts, employer)

    def begin(self, first: date) -> None:
        """A new roster: four empty weeks from a day on."""
        self._fill(None, RosterDraft(Roster(first, None, USUAL_WEEKS, ())), is_new=True)

    def show_roster(self, view: RosterView) -> None:
        """Show a roster that is kept; nothing is typed yet."""
        self._fill(view.id, view.draft, is_new=False)

    def take(self, draft: RosterDraft, replaces: int | None = None) -> None:
        """Show a roster that is not kept yet, such as one that was read from a file; kept, it
        takes the place of `replaces`."""
        self._fill(replaces, draft, is_new=True)

    def become_new(self) -> None:
        """The roster shown is gone; what is typed would be kept as a new one."""
        self.roster_id = None
        self._remove.hide()

    def forget(self) -> None:
        """Show none; what is typed is given up."""
        self.roster_id, self._shown = None, None

    def draft(self) -> RosterDraft:
        """What is typed; raises `Refused` and says it beside its place."""
        self.refuse(None)
        first, last = self._dates()
        weeks = self._weeks() if self.kind.key() else 0
        unread = self.grid.grid.unread()
        if unread:
            self.grid.lead(unread[0])
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            raise Refused(Reason.NOT_A_SHIFT, "duty")
        duties = self.grid.grid.duties()
        return RosterDraft(Roster(first, last, weeks, duties), self._source)

    def settle(self) -> None:
        """What is typed is kept now."""
        self._shown = self._now(self.grid.grid.duties())

    def refuse(self, refused: Refused | None) -> None:
        """Say a refusal beside its field; None takes every reason back."""
        editors = {"first": self.first, "last": self.last, "weeks": self.weeks}
        for name, editor in editors.items():
            wrong = refused is not None and refused.field == name
            mark(editor, self._sentence(refused) if wrong and refused else "")
            if wrong:
                editor.setFocus(Qt.FocusReason.OtherFocusReason)
        told = "" if refused is None or refused.field == "duty" else self._sentence(refused)
        self._reason.setText(told)
        self._reason.setVisible(bool(told))

    def told(self) -> str:
        """What stands below the grid."""
        return "\n".join(text for text in (self._reason.text(), self._told.text()) if text)

    def _sentence(self, refused: Refused) -> str:
        if refused.facts.get("days"):
            return FAR
        return wording.refused(refused)

    def _fill(self, roster_id: int | None, draft: RosterDraft, *, is_new: bool) -> None:
        roster = draft.roster
        self._filling = True
        self.roster_id, self._source = roster_id, draft.source
        self.kind.choose(bool(roster.weeks))
        self.first.set_day(Day(roster.first))
        self.last.set_day(Day(roster.last) if roster.last else None)
        self.weeks.setText(str(roster.weeks or USUAL_WEEKS))
        self.grid.grid.show_days(_laid_out(roster), roster.duties)
        self.grid.fit()
        self.grid.lead()
        self._filling = False
        self._shown = self._now(() if is_new else self.grid.grid.duties())
        self._remove.setVisible(roster_id is not None and not is_new)
        self.refuse(None)
        self._dress()

    def _now(self, duties: tuple[Duty, ...]) -> _Shown:
        return _Shown(
            bool(self.kind.key()), self.first.text(), self.last.text(), self.weeks.text(), duties
        )

    def _dates(self) -> tuple[date, date | None]:
        first = typed_dates.whole(self.first.text(), "first")
        if first is None:
            raise Refused(Reason.NOT_A_DATE, "first", typed="")
        last = typed_dates.whole(self.last.text(), "last")
        if last is None and not self.kind.key():
            raise Refused(Reason.NOT_A_DATE, "last", typed="")
        if last is not None and last < first:
            raise Refused(Reason.ENDS_BEFORE_IT_BEGINS, "last")
        if not self.kind.key() and last is not None and (last - first).days >= MOST_DAYS:
            raise Refused(Reason.NOT_A_DATE, "last", days=MOST_DAYS)
        return first, last

    def _weeks(self) -> int:
        text = self.weeks.text().strip()
        if not (text.isascii() and text.isdecimal() and 1 <= int(text[:4]) <= MOST_WEEKS):
            raise Refused(Reason.NOT_WEEKS, "weeks")
        return int(text)

    def _turn(self, turning: bool) -> None:  # noqa: FBT001 - the signal's value
        """Another kind: single days need a last one, here the last of the month."""
        if not turning and not self.last.text().strip():
            first = self._first_or_today()
            end = calendar.monthrange(first.year, first.month)[1]
            self.last.set_day(Day(first.replace(day=end)))
        self._edited()

    def _first_or_today(self) -> date:
        try:
            return typed_dates.whole(self.first.text(), "first") or self._today()
        except Refused:
            return self._today()

    def _edited(self) -> None:
        """Other days in the grid as soon as they can be read."""
        if self._filling:
            return
        self._dress()
        try:
            self._reshape()
            self.refuse(None)
        except Refused as refused:
            self._say_quietly(refused)
        self.edited.emit()

    def _reshape(self) -> None:
        first, last = self._dates()
        before = self.grid.grid.weeks
        if self.kind.key():
            weeks = Weeks(first, self._weeks() * WEEK, turning=True)
            moved = 0
        else:
            assert last is not None  # noqa: S101 - `_dates` asks for it
            weeks = Weeks(first, (last - first).days + 1, turning=False)
            moved = 0 if before.turning else (first - before.first).days
        self.grid.grid.reshape(weeks, moved=moved)
        self.grid.fit()

    def _say_quietly(self, refused: Refused) -> None:
        """While typing nothing is marked; the grid waits for what can be read."""
        if refused.field == "last" and self.last.text().strip():
            self._reason.setText(self._sentence(refused))
            self._reason.show()

    def _dress(self) -> None:
        turning = bool(self.kind.key())
        self._weeks_field.setVisible(turning)
        self.last.setPlaceholderText("offen" if turning else HINT)
        self._tell()

    def _tell(self) -> None:
        """The cell that is current: what is wrong there; else how many cells are."""
        grid = self.grid.grid
        day = self.grid.day()
        here = grid.reason_at(day) if day is not None else ""
        if here and day is not None:
            here = f"{duty_words.day_name(grid.weeks, day)}: {here}"
        all_wrong = duty_words.sentence(grid.faulty(), len(grid.unread()))
        outside = grid.outside()
        gone = duty_words.outside(outside) if outside else ""
        keys = "" if here or all_wrong or gone else KEYS
        self._told.setText(" ".join(part for part in (here or all_wrong, gone, keys) if part))
        theme.set_tone(self._told, Tone.SECOND if keys else Tone.INK)
        many = grid.weeks.rows > 1
        self._copy.setVisible(many)
        self._copy_all.setVisible(grid.weeks.rows > 2)

    def _changed(self) -> None:
        self._tell()
        if not self._filling:
            self.edited.emit()

    def _connect(self) -> None:
        for editor in (self.first, self.last, self.weeks):
            editor.textChanged.connect(self._edited)
        self.kind.chosen.connect(self._turn)
        self.grid.moved.connect(self._tell)
        self.grid.grid.changed.connect(self._changed)
        self.palette_.chosen.connect(self.grid.put)

    def _lay_out(self) -> None:
        head = QWidget()
        flow = FlowLayout(head, 8)
        flow.addWidget(self.kind)
        for label, editor, wide, says in (
            ("a&b", self.first, DAY_WIDE, "Dienstplan ab"),
            ("b&is", self.last, DAY_WIDE, "Dienstplan bis"),
            ("W&ochen", self.weeks, WEEKS_WIDE, "Zahl der Wochen"),
        ):
            editor.setAccessibleName(says)
            editor.setFixedWidth(theme.px(self, wide))
            self._weeks_field = _field(label, editor)
            flow.addWidget(self._weeks_field)
        self._copy = link("Woche in die nächste", self.grid.copy_week, "arrow-down")
        self._copy.setToolTip("Die Woche der gewählten Zelle in die nächste Woche (Strg+D)")
        self._copy_all = link("in alle folgenden", partial(self.grid.copy_week, to_all=True))
        self._copy_all.setToolTip("Die Woche in alle folgenden Wochen (Strg+Umschalt+D)")
        self._remove = link("Dienstplan löschen", self._wish_gone, "trash-2")
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self._copy)
        acts.addWidget(self._copy_all)
        acts.addStretch(1)
        acts.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget, stretch in ((head, 0), (self.palette_, 0), (self.grid, 100)):
            column.addWidget(widget, stretch)
        column.addWidget(self._told)
        column.addWidget(self._reason)
        column.addLayout(acts)
        column.addStretch(1)

    def _wish_gone(self) -> None:
        if self.roster_id is not None:
            self.removed.emit(self.roster_id)


def _laid_out(roster: Roster) -> Weeks:
    if roster.weeks:
        return Weeks(roster.first, roster.weeks * WEEK, turning=True)
    last = roster.last or max(
        [roster.first, *(roster.first + timedelta(days=duty.day) for duty in roster.duties)]
    )
    return Weeks(roster.first, min((last - roster.first).days + 1, MOST_DAYS), turning=False)


def _field(label: str, editor: QWidget) -> QWidget:
    holder = QWidget()
    name = text_label(label, Tone.LABEL, wrap=False)
    name.setBuddy(editor)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(name)
    row.addWidget(editor)
    return holder
