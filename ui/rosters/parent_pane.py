"""One parent: work and ways at the left, the rosters and the one chosen at the right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.errors import Refused, Unavailable
from app.records.care import ParentView, RosterDraft, RosterView, WaysDraft
from app.records.employers import PatternRoster
from app.records.roster_imports import RosterPreview
from ui import roster_words, wording
from ui.page import Workplace
from ui.rosters import duty_words
from ui.rosters.halves import Halves
from ui.rosters.reading import NOT_READ, ROSTER_FILES, ReadingBox
from ui.rosters.roster_form import RosterForm
from ui.rosters.sending import Sending
from ui.rosters.ways_form import WaysForm
from ui.theme import Tone
from ui.widgets.buttons import link
from ui.widgets.empty_state import EmptyState
from ui.widgets.line_list import LineList
from ui.widgets.paragraphs import wrapped
from ui.widgets.section import Section

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

AT_HOME = "{name} ist zu Hause: Dienstpläne zählen nicht, solange das Kästchen links gesetzt ist."


class ParentPane(QWidget):
    """`edited()` when what is typed has changed. Nothing typed is lost without a question."""

    edited = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._sending = Sending(workplace.acts, self)
        self._view: ParentView | None = None
        self._is_new = False
        self.ways = WaysForm(workplace.lists)
        self.list = LineList("Dienstpläne")
        self.form = RosterForm(workplace.today)
        self.add_link = link("&Dienstplan", self.begin, "plus")
        self.add_link.setAccessibleName("Neuer Dienstplan")
        self.read_link = link("Ein&lesen …", self.read, "upload")
        self.read_link.setToolTip("Dienstplan aus einer Datei einlesen")
        self.pattern_link = link("Aus &Folge", self.offer_patterns, "calendar")
        self.pattern_link.setToolTip("Einen Dienstplan aus einer Dienstfolge des Arbeitgebers")
        self.section = Section(
            "Dienstpläne", self.add_link, self.pattern_link, self.read_link, air=8
        )
        self.empty = EmptyState(
            "calendar",
            "Noch kein Dienstplan",
            "Tragen Sie ein, wann gearbeitet wird: eine Folge von Wochen, die sich wiederholt, "
            "oder einzelne Tage. Auch eine Datei der Station lässt sich einlesen.",
            "Dienstplan eintragen",
        )
        self.reading = ReadingBox()
        self._at_home = wrapped("", Tone.SECOND)
        self._lay_out()
        self.list.chosen.connect(self._choose)
        self.form.removed.connect(self.remove)
        self.empty.accepted.connect(self.begin)
        self.form.grid.moved.connect(self._bring_day)
        for part in (self.ways, self.form):
            part.edited.connect(self._edited)

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not kept."""
        return self.ways.is_changed or self.form.is_changed

    def show_parent(self, parent: ParentView) -> None:
        """Show a parent as the file has it; what is half typed stays."""
        before = self._ids()
        self._view = parent
        self.ways.show_parent(parent)
        self.form.set_shifts(parent.shifts, parent.employer_name)
        today = self._workplace.today()
        self.list.show_lines(
            [
                (
                    each.id,
                    duty_words.roster_title(each.draft.roster),
                    duty_words.roster_about(each, today),
                )
                for each in parent.rosters
            ]
        )
        count = len(parent.rosters)
        self.section.say(f"Dienstpläne ({count})" if count else "Dienstpläne")
        self.list.setVisible(count > 0)
        self.pattern_link.setVisible(bool(self.patterns()))
        self._follow(self._ids() - before if before or self._is_new else frozenset())
        self._dress()

    def lead(self) -> None:
        """Lead to the duties, where there are none yet to the ways."""
        (self.ways.sheet.editor("employer") if self.form.isHidden() else self.form.grid).setFocus()

    def begin(self) -> None:
        """A new roster, from the first working day or the Monday after the last one on."""
        if self._may_leave_roster():
            self._is_new = True
            self.reading.clear()
            self.list.choose(None)
            self.form.begin(self._next_first())
            self._dress()
            self.form.grid.setFocus()

    def offer_patterns(self) -> None:
        """A menu of the employer's rotations; the one chosen is shown as a roster, not yet kept."""
        menu = QMenu(self.pattern_link)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for each in self.patterns():
            action = menu.addAction(each.name.replace("&", "&&"))
            action.triggered.connect(partial(self.take_pattern, each))
        menu.popup(self.pattern_link.mapToGlobal(self.pattern_link.rect().bottomLeft()))

    def patterns(self) -> tuple[PatternRoster, ...]:
        """The rotations of the employer, from the day on that a new roster begins with."""
        desk, view = self._workplace.acts.desk, self._view
        if desk is None or view is None or view.employer is None:
            return ()
        return desk.employers.rosters(view.employer, self._next_first())

    def take_pattern(self, pattern: PatternRoster, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        """Show a rotation as a new roster, not yet kept."""
        if not self._may_leave_roster():
            return
        self._is_new = True
        self.reading.clear()
        self.list.choose(None)
        self.form.take(RosterDraft(pattern.roster, pattern.name))
        self._dress()
        self.form.grid.setFocus()
        self.edited.emit()

    def read(self) -> None:
        """Read a roster from a file and show it, not yet kept, with what was not understood."""
        desk, view = self._workplace.acts.desk, self._view
        if desk is None or view is None:
            return
        asking = self._workplace.asking
        path = asking.open_file("Dienstplan einlesen", ROSTER_FILES)
        if path is None:
            return
        try:
            preview = desk.roster_imports.preview(path, view.person)
        except Refused as refused:
            asking.tell(NOT_READ, wording.refused(refused))
        except Unavailable as trouble:
            asking.tell(*wording.unavailable(trouble))
        else:
            self._take(preview)

    def remove(self, roster_id: int) -> None:
        """Take a roster away; it can be taken back."""
        if self._may_leave_roster():
            command: Callable[[Desk], Done] = lambda desk: desk.rosters.remove_roster(roster_id)  # noqa: E731
            self._sending.send(command, self.form.refuse, self.form.forget)

    def save(self) -> bool:
        """Keep all that is typed here; False where something was refused, which is then said."""
        kept = not self.ways.is_changed or self._save_ways()
        return kept and (not self.form.is_changed or self._save_roster())

    def discard(self) -> None:
        """Show again what is kept."""
        self.ways.discard()
        self.form.forget()
        self._is_new = False
        self._follow(frozenset())
        self._dress()

    def _take(self, preview: RosterPreview) -> None:
        roster = preview.reading.roster
        if roster is None:
            told = "\n".join(roster_words.notes(preview.reading))
            self._workplace.asking.tell(roster_words.heading(preview), told)
            return
        if not self._may_leave_roster():
            return
        self._is_new = preview.replaces is None
        self.list.choose(preview.replaces)
        self.form.take(RosterDraft(roster, preview.source), preview.replaces)
        self.reading.show_preview(preview)
        self._dress()
        self.form.grid.setFocus()
        self.edited.emit()

    def _save_ways(self) -> bool:
        view = self._view
        assert view is not None  # noqa: S101 - shown before anything can be typed
        try:
            draft = self.ways.draft()
        except Refused as refused:
            self.ways.refuse(refused)
            return False
        command = partial(_set_ways, view.person, draft)
        return self._sending.send(command, self.ways.refuse, self.ways.settle)

    def _save_roster(self) -> bool:
        view = self._view
        assert view is not None  # noqa: S101 - shown before anything can be typed
        try:
            draft = self.form.draft()
        except Refused as refused:
            self.form.refuse(refused)
            return False
        command = partial(_save, view.person, draft, self.form.roster_id)
        return self._sending.send(command, self.form.refuse, self.form.settle)

    def _follow(self, fresh: frozenset[int]) -> None:
        """Show in the form what belongs there now: what was just kept, else what stood there."""
        if self.form.is_changed:
            if self.form.roster_id is not None and self.form.roster_id not in self._ids():
                self.form.become_new()
                self._is_new = True
            return
        if self._is_new and not fresh:
            return
        self._is_new = False
        self.reading.clear()
        wanted = max(fresh, default=self.form.roster_id)
        shown = self._roster(wanted) or self._in_force()
        self.list.choose(shown.id if shown else None)
        if shown is None:
            self.form.forget()
        else:
            self.form.show_roster(shown)

    def _choose(self, roster_id: int) -> None:
        if roster_id == self.form.roster_id:
            return
        view = self._roster(roster_id)
        if view is not None and self._may_leave_roster():
            self._is_new = False
            self.reading.clear()
            self.form.show_roster(view)
            self._dress()
        else:
            self.list.choose(self.form.roster_id)

    def _may_leave_roster(self) -> bool:
        return not self.form.is_changed or self._workplace.asking.discard(
            "Der Dienstplan ist geändert und noch nicht gespeichert."
        )

    def _bring_day(self) -> None:
        grid = self.form.grid
        if grid.hasFocus():
            self._halves.bring(grid.viewport(), grid.visualRect(grid.currentIndex()))

    def _edited(self) -> None:
        self._dress()
        self.edited.emit()

    def _dress(self) -> None:
        view = self._view
        at_home = self.ways.is_at_home
        self._at_home.setText(AT_HOME.format(name=view.name) if view and at_home else "")
        is_shown = self._is_new or self.form.roster_id is not None
        self._at_home.setVisible(at_home and is_shown)
        self.form.setVisible(is_shown)
        self.empty.setVisible(not is_shown)

    def _ids(self) -> frozenset[int]:
        return frozenset(each.id for each in self._view.rosters) if self._view else frozenset()

    def _roster(self, roster_id: int | None) -> RosterView | None:
        rosters = self._view.rosters if self._view else ()
        return next((each for each in rosters if each.id == roster_id), None)

    def _in_force(self) -> RosterView | None:
        """The roster that holds today, else the last one."""
        rosters = self._view.rosters if self._view else ()
        today = self._workplace.today()
        held = [each for each in rosters if each.draft.roster.holds(today)]
        known = held or list(rosters)
        return known[-1] if known else None

    def _next_first(self) -> date:
        today, view = self._workplace.today(), self._view
        if view is not None and not view.rosters and view.begins and view.begins > today:
            return view.begins
        lasts = [each.draft.roster.last for each in view.rosters] if view else []
        after = max([last + timedelta(days=1) for last in lasts if last], default=None)
        day = max(after or today, today)
        return day + timedelta(days=-day.weekday() % 7)

    def _lay_out(self) -> None:
        body = self.section.body
        body.addWidget(self.list)
        body.addWidget(self._at_home)
        body.addWidget(self.reading)
        body.addWidget(self.form, 1)
        body.addWidget(self.empty, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._halves = Halves(self.ways, self.section)
        column.addWidget(self._halves)


def _set_ways(person: int, draft: WaysDraft, desk: Desk) -> Done:
    return desk.rosters.set_ways(person, draft)


def _save(person: int, draft: RosterDraft, roster_id: int | None, desk: Desk) -> Done:
    return desk.rosters.save_roster(person, draft, roster_id)
