"""Whose day it is, and how much of it presses: the number beside the tab, kept up to date."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from app.done import Topic
from app.records.office import AdvisorView
from ui.acts import Acts
from ui.settings import EVERYBODY, Settings

SOON = 100  # milliseconds after a command: its answer comes first
MINUTE = 60_000
_TOPICS = frozenset({Topic.PLAN, Topic.CANDIDATES, Topic.SUPPORT})


def own(advisors: Iterable[AdvisorView], who: str) -> AdvisorView | None:
    """The advisor who works here, by name; None where nobody is called so."""
    name = " ".join(who.split()).casefold()
    return next((each for each in advisors if each.name.casefold() == name), None)


def wanted(advisors: Iterable[AdvisorView], settings: Settings, who: str) -> int | None:
    """Whose cases the day is about: as chosen last, at first those of who works here, else (None)
    everybody's."""
    known = list(advisors)
    chosen = settings.agenda_of
    if chosen == EVERYBODY:
        return None
    found = own(known, chosen or who) or own(known, who)
    return found.id if found else None


class Reminders(QObject):
    """`counted(number)` of steps that are overdue or due today and not put off, and of what else
    was agreed by today, when the file is open, after each command, for others' cases and on a new
    day; `day_begun` when midnight passed.
    """

    counted = Signal(int)
    day_begun = Signal()

    def __init__(
        self,
        acts: Acts,
        settings: Settings,
        who: str,
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._acts = acts
        self._settings = settings
        self._who = who
        self._today = today
        self._day = today()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.count)
        # A computer that slept over midnight wakes with its timers late: so every minute.
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE)
        self._minute.timeout.connect(self.look)
        acts.opened.connect(self._begin)
        acts.changed.connect(self._changed)
        settings.agenda_changed.connect(self._soon.start)

    def count(self) -> None:
        """Count now; nothing is told while no file is open."""
        desk = self._acts.desk
        if desk is not None:
            advisor = wanted(desk.office.advisors(), self._settings, self._who)
            pressing = desk.lists.pressing(advisor) + len(desk.contacts.due(advisor))
            self.counted.emit(pressing)

    def look(self) -> None:
        """See whether another day has begun."""
        day = self._today()
        if day != self._day:
            self._day = day
            self.day_begun.emit()
            self.count()

    def rest(self) -> None:
        """The file is left: there is nothing to remind of."""
        self._soon.stop()
        self._minute.stop()
        self.counted.emit(0)

    def _begin(self) -> None:
        self._minute.start()
        self._soon.start()

    def _changed(self, topics: frozenset[Topic], _initiator: object) -> None:
        if topics & _TOPICS:
            self._soon.start()
