"""The tab Heute: what is barred, late and due across all cases, and what comes next week."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.done import Topic
from app.errors import Refused
from app.records.agenda import FIRST, Agenda, AgendaQuery, DueStep, Part
from app.records.cases import NOBODY, CaseQuery
from app.records.chasing import Chase
from app.records.events import EventKind
from ui import reminders, theme
from ui.page import CONTACT, ROUND, Page, Workplace
from ui.settings import EVERYBODY
from ui.today import words
from ui.today.checks import SHOWN
from ui.today.model import CHASES, FIRST_CHASES, Barred, sections
from ui.today.outlook import Outlook
from ui.today.view import SNOOZED, DayList
from ui.widgets.buttons import push
from ui.widgets.choice import Choice
from ui.widgets.empty_state import EmptyState
from ui.widgets.runs import Run
from ui.widgets.side_by_side import SideBySide
from ui.widgets.step_actions import Deed

ROOM = 1200  # pixels at 100 % from which the next days stand beside the list
SIDE = 454
LITTLE = 820  # pixels at 100 % below which the strip's button has no words
NEXT = "Nächste Tage"
FOLDED = "today/folded"
STEP = 100  # rows that "weitere zeigen" adds


class TodayPage(Page):
    """Each row is a step or a case; what is done with it is done here, without leaving the page."""

    topics = frozenset({Topic.PLAN, Topic.CANDIDATES, Topic.OFFICE, Topic.PROVIDERS, Topic.SUPPORT})
    about_case = False

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.agenda: Agenda | None = None
        self._query = AgendaQuery()
        self._chases: tuple[Chase, ...] = ()
        self._most = FIRST_CHASES
        self.list = DayList()
        self.list.set_folded(self._kept_folds())
        self.empty = EmptyState("sun", "", "")
        self.master = QStackedWidget()
        self.master.addWidget(self.list)
        self.master.addWidget(self.empty)
        self.outlook = Outlook()
        self.both = SideBySide(self.master, self.outlook, SIDE, room=ROOM)
        self.scope: Choice[int | None] = Choice("Wessen Fälle", [(None, "Alle")], self)
        self.side_button = push(NEXT, self.both.show_side, "calendar")
        self.side_button.setAccessibleName(NEXT)
        self.side_button.setToolTip("Nächste sieben Tage (F4)")
        self.clear_button = push("Tag aufheben", self.clear_day, "x")
        for control in (self.scope, self.side_button, self.clear_button):
            control.setParent(self)
            control.hide()  # until the strip shows it
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.both)
        self._connect()

    def refresh(self) -> None:
        """Fetch the day; selection, place and focus stay."""
        desk = self.desk
        if desk is None:
            self.empty.say("Der Tag wird geladen …", "Einen Augenblick.")
            self.master.setCurrentWidget(self.empty)
            return
        self._show_scope()
        first = self.agenda is None
        self.agenda = agenda = desk.lists.agenda(self._query)
        if self._query.on is not None and self._query.on not in {day.on for day in agenda.days}:
            self._query = replace(self._query, on=None)  # its day has come
        bars = desk.plan.barring([each.case for each in agenda.barred])
        self._chases = desk.contacts.due(self._query.advisor)
        found = sections(agenda, bars, self._query.on, self._chases, self._most)
        self.list.set_agenda(agenda, found, same=not first)
        self.outlook.set_days(agenda.days, self._query.on)
        due = desk.lists.providers_to_check()
        shown = desk.lists.provider_rows(due[:SHOWN])
        self.outlook.checks.set_rows(shown, len(due), agenda.today)
        if not found:
            self._say_empty()
        self.master.setCurrentWidget(self.list if found else self.empty)

    def case_in_hand(self) -> int | None:
        return self._case_of_row() or self.case_id

    def orientation(self) -> list[Run]:
        """Montag, 23.11.2026: 7 Fälle mit Sperre, 4 Schritte überfällig, 4 heute fällig."""
        return words.sentence(self.agenda, len(self._chases)) if self.agenda is not None else []

    def strip_actions(self) -> list[QWidget]:
        """Whose cases; letting go of a day; the next days where they do not stand beside."""
        if self.agenda is None:
            return []
        day = [self.clear_button] if self._query.on is not None else []
        side = [self.side_button] if self.both.is_narrow else []
        return [*day, self.scope, *side]

    def refusal(self, refused: Refused) -> None:
        """Beside what was typed, or below the buttons of the row."""
        self.list.acts.refuse(refused)

    def reveal(self, row_id: int) -> None:
        """Show this step."""
        self.list.choose(row_id)

    def do(self, deed: Deed) -> None:
        """Run a command through the one door; the list has the focus again."""
        self.acts.do(deed, self)
        if not self.list.acts.is_asking:
            self._to_list()

    def show_day(self, on: date | None) -> None:
        """One of the next days alone, or (None) all again."""
        self._ask(replace(self._query, on=on))
        if self.both.is_narrow:
            self.both.show_master()

    def clear_day(self) -> None:
        """The whole day again."""
        self.show_day(None)
        self._to_list()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side_button.setText("" if self.width() < theme.px(self, LITTLE) else NEXT)

    def _connect(self) -> None:
        acts = self.list.acts
        self.list.ticked.connect(self._tick)
        self.list.chased.connect(self._chase)
        self.list.opened.connect(self._open)
        self.list.more_wanted.connect(self._show_more)
        self.list.folds_changed.connect(self._keep_folds)
        self.outlook.chosen.connect(self.show_day)
        self.outlook.checks.confirmed.connect(self._confirm)
        self.outlook.checks.wanted.connect(self._change_provider)
        self.outlook.checks.round_wanted.connect(self._go_round)
        self.both.narrowed.connect(self.oriented)
        self.scope.chosen.connect(self._choose_scope)
        acts.ticked.connect(self._tick_current)
        acts.snoozed.connect(self._snooze)
        acts.woken.connect(self._wake)
        acts.set_aside.connect(self._set_aside)
        acts.contact_wanted.connect(self._note_contact)
        acts.opened.connect(self._open)
        for keys, act in (
            ("Ctrl+Shift+M", acts.to_tomorrow),
            ("Ctrl+Shift+W", acts.to_next_week),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _step(self) -> DueStep | None:
        row = self.list.row()
        return row if isinstance(row, DueStep) else None

    def _tick(self, step_id: int) -> None:
        self.do(lambda desk: desk.plan.tick(step_id))

    def _chase(self, chase: Chase) -> None:
        """What was to be followed up is done, what was promised was kept."""
        key = chase.event.row
        if chase.event.kind is EventKind.PROMISE:
            self.do(lambda desk: desk.promises.keep(key))
        else:
            self.do(lambda desk: desk.contacts.follow(key))

    def _tick_current(self) -> None:
        row = self.list.row()
        if isinstance(row, DueStep):
            self._tick(row.id)
        elif isinstance(row, Chase) and row.can_tick:
            self._chase(row)

    def _snooze(self, until: date) -> None:
        step = self._step()
        if step is not None:
            step_id = step.id
            self.do(lambda desk: desk.plan.snooze(step_id, until))

    def _wake(self) -> None:
        step = self._step()
        if step is not None:
            step_id = step.id
            self.do(lambda desk: desk.plan.wake(step_id))

    def _set_aside(self, reason: str) -> None:
        step = self._step()
        if step is not None:
            step_id = step.id
            self.do(lambda desk: desk.plan.not_needed(step_id, reason))

    def _note_contact(self) -> None:
        case = self._case_of_row()
        if case is not None:
            self.case_chosen.emit(case)
            self.elsewhere.emit("candidates", CONTACT)

    def _case_of_row(self) -> int | None:
        row = self.list.row()
        if isinstance(row, Chase):
            return row.event.case
        if isinstance(row, Barred):
            return row.case.case
        return row.case if isinstance(row, DueStep) else None

    def _open(self, _key: object = None) -> None:
        """Lead to the step in its plan; to the case where no step is known."""
        row = self.list.row()
        if isinstance(row, DueStep):
            self.case_chosen.emit(row.case)
            self.elsewhere.emit(row.track.value, row.id)
        elif isinstance(row, Chase):
            self.case_chosen.emit(row.event.case)
            self.elsewhere.emit("support", row.event.place)
        elif isinstance(row, Barred):
            case = row.case.case
            self.case_chosen.emit(case)
            leading = next((each for each in row.blockers if each.track is not None), None)
            if leading is not None and leading.track is not None:
                self.elsewhere.emit(leading.track.value, leading.step)
            else:
                self.elsewhere.emit("candidates", case)

    def _confirm(self, provider: int) -> None:
        self.acts.do(lambda desk: desk.providers.confirm_checked(provider), self)

    def _change_provider(self, provider: int) -> None:
        self.elsewhere.emit("providers", provider)

    def _go_round(self) -> None:
        self.elsewhere.emit("providers", ROUND)

    def _show_more(self, part: Part | None) -> None:
        if part is None:
            self._most += STEP
            self._refresh_now()
            return
        limits = {**self._query.limits, part: self._query.limits[part] + STEP}
        self._ask(replace(self._query, limits=limits))

    def _ask(self, query: AgendaQuery) -> None:
        if query != self._query:
            self._query = query
            self._refresh_now()

    def _show_scope(self) -> None:
        """Mine, those I stand in for and all, where an advisor is called like who works here; else
        all of them. Cases of nobody where there are any."""
        desk = self.desk
        if desk is None:
            return
        advisors = desk.office.advisors()
        who, settings = self.workplace.who, self.workplace.settings
        mine = reminders.own(advisors, who)
        if mine is not None:
            away = [
                (key, f"für {name.split()[-1]}") for key, name in desk.team.stands_in_for(mine.id)
            ]
            choices: list[tuple[int | None, str]] = [(mine.id, "Meine"), *away, (None, "Alle")]
        else:
            choices = [(None, "Alle Fälle"), *((each.id, each.name) for each in advisors)]
        if desk.lists.case_count(CaseQuery(advisor=NOBODY)):
            choices.append((NOBODY, "Ohne Ansprechperson"))
        self.scope.set_choices(choices)
        self.scope.set_tight(tight=mine is None)
        unattended = self._query.advisor == NOBODY
        wanted = NOBODY if unattended else reminders.wanted(advisors, settings, who)
        known = wanted if wanted in {key for key, _ in choices} else None
        self.scope.choose(known)
        if known != self._query.advisor:
            self._query = replace(self._query, advisor=known)

    def _choose_scope(self, advisor: int | None) -> None:
        desk = self.desk
        if desk is not None:
            named = {each.id: each.name for each in desk.office.advisors()}
            if advisor != NOBODY:  # a look aside, not kept
                chosen = EVERYBODY if advisor is None else named[advisor]
                self.workplace.settings.agenda_of = chosen
            self._query = AgendaQuery(advisor, self._query.on, FIRST)
            self._refresh_now()

    def _say_empty(self) -> None:
        if self._query.on is not None:
            self.empty.say(words.day_title(self._query.on), "An diesem Tag ist nichts fällig.")
        else:
            self.empty.say(
                "Für heute ist nichts offen",
                "Hier steht jeden Morgen, was überfällig oder heute fällig ist und was einen "
                "ersten Arbeitstag sperrt, aus allen laufenden Fällen. Neues kommt von selbst aus "
                "den Plänen.",
            )

    def _to_list(self) -> None:
        shown = self.list if self.master.currentWidget() is self.list else self.outlook.days
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _kept_folds(self) -> frozenset[str]:
        text = bytes(self.workplace.settings.state(FOLDED).data()).decode(errors="replace")
        known = {CHASES, *(part.value for part in Part)}
        try:
            found = json.loads(text) if text else list(SNOOZED)
        except ValueError:
            found = list(SNOOZED)
        return (
            frozenset(key for key in found if key in known)
            if isinstance(found, list)
            else (frozenset(SNOOZED))
        )

    def _keep_folds(self) -> None:
        kept = QByteArray(json.dumps(sorted(self.list.folded)).encode())
        self.workplace.settings.keep_state(FOLDED, kept)
