"""The window: tabs, person, orientation, page, messages. It shows; it decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.done import Act, Done, Topic
from app.errors import Refused, Trouble, Unavailable
from ui import icons, theme
from ui.acts import Acts
from ui.asking import Asking
from ui.daily import Daily
from ui.doors import Doors, OpenFile
from ui.files import Files
from ui.header import Header
from ui.jobs import Workshop
from ui.leaving import may_leave
from ui.orientation import Orientation
from ui.page import Page, Workplace
from ui.reminders import Reminders
from ui.settings import Settings
from ui.tabs import TABS, lead, place

if TYPE_CHECKING:
    from app.services.lists import Lists
    from ui.finder import Finder
    from ui.first_page import FirstPage
    from ui.message_bar import MessageBar
    from ui.notice import Notice
    from ui.widgets.empty_state import EmptyState
    from ui.widgets.person_header import PersonHeader


class Window(QMainWindow):
    """`painted` once, after the first paint. Pages, strips and headers are built when wanted."""

    painted = Signal()

    def __init__(
        self,
        doors: Doors,
        settings: Settings,
        asking: Asking | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__()
        self._today = today
        self.settings = settings
        self.asking = asking or Asking(self)
        self.acts = Acts(self)
        self.workshop = Workshop(self)
        self.files = Files(doors, self.acts, self.workshop, self.asking, settings, self)
        self.daily = Daily(self.acts, self.workshop, settings, today, self)
        self.case_id: int | None = None
        self._workplace: Workplace | None = None
        self._pages: dict[int, Page] = {}
        self._was_painted = False
        self._is_complete = False
        self._who = settings.who or doors.who
        self.reminders = Reminders(self.acts, settings, self._who, today, self)
        self.setWindowTitle("Heimathafen")
        self.resize(1366, 768)
        self._build()
        self._connect()

    def page(self, index: int) -> Page | None:
        """The page of a tab, built now if it was not yet; None while no file is open."""
        if self._workplace is None:
            return None
        if index not in self._pages:
            made = TABS[index].build(self._workplace)
            made.case_chosen.connect(self.show_case)
            made.oriented.connect(self._orient)
            made.framed.connect(self._show_person)
            made.elsewhere.connect(partial(lead, self))
            self.reminders.day_begun.connect(made.look_again)
            self._pages[index] = made
            self._stack.addWidget(made)
            made.shows(self.case_id)
            if self._is_complete:
                made.complete()
        return self._pages[index]

    def go_to(self, index: int) -> Page | None:
        """Show a tab."""
        self.header.tabs.setCurrentIndex(index)
        return self.page(index)

    def show_case(self, case_id: int | None) -> None:
        """The window is about this case now, on every tab."""
        if case_id == self.case_id:
            return
        self.case_id = case_id
        for page in self._pages.values():
            page.shows(case_id)
        self._show_tab(self.header.tabs.currentIndex())

    @property
    def workplace(self) -> Workplace | None:
        """What the pages work with, None while no file is open."""
        return self._workplace

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._workplace is None:
            self._show_tab(-1)
            self.first.first.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.files.may_leave():
            event.ignore()
            return
        self.settings.keep_state("window", self.saveGeometry())
        self.workshop.close()
        self.files.close()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            icons.redress(self)

    @cached_property
    def first(self) -> FirstPage:
        """What stands here while no file is open."""
        from ui.first_page import FirstPage

        made = FirstPage()
        made.example_wanted.connect(self.files.choose_example)
        made.new_wanted.connect(self.files.choose_and_create)
        made.open_wanted.connect(self.files.choose_and_open)
        made.restore_wanted.connect(self.files.choose_and_restore)
        self._stack.addWidget(made)
        return made

    @cached_property
    def choose(self) -> EmptyState:
        """What stands on a tab of a case while none is chosen."""
        from ui.widgets.empty_state import EmptyState

        made = EmptyState(
            "users",
            "Noch kein Fall ausgewählt",
            "Wählen Sie unter Kandidat*innen eine Person aus. Dann steht hier, was zu ihr gehört.",
            "Zu den Kandidat*innen",
        )
        made.accepted.connect(partial(self.go_to, place("candidates")))
        self._stack.addWidget(made)
        return made

    @cached_property
    def notice(self) -> Notice:
        """The strip of a file that is only read."""
        return self._strip_below_header(self.files.take_over)

    @cached_property
    def faults(self) -> Notice:
        """The strip that tells of broken templates."""
        from ui.notice import tell_faults

        return self._strip_below_header(lambda: tell_faults(self.acts.desk, self.asking))

    @cached_property
    def person(self) -> PersonHeader:
        """The header of the case the window is about."""
        from ui.widgets.person_header import PersonHeader

        made = PersonHeader()
        made.lead(self.header.search.enter, self.show_case)
        self._person_place.addWidget(made)
        return made

    @cached_property
    def message_bar(self) -> MessageBar:
        """The bar at the foot, in the place kept free for it."""
        from ui.message_bar import MessageBar

        made = MessageBar(self.workshop)
        made.undo_wanted.connect(self.acts.undo)
        made.redo_wanted.connect(self.acts.redo)
        self._foot.addWidget(made)
        if self.files.file is not None:
            made.set_saved(self.files.file.path.name)
        return made

    @cached_property
    def finder(self) -> Finder:
        """The list below the global search."""
        from ui.finder import Finder

        return Finder(self)

    def complete(self) -> None:
        """Build what the first paint can do without; done by itself right after it."""
        from ui.menu import fill_menu

        if not self._is_complete:
            self._is_complete = True
            fill_menu(self)
            self.message_bar.show()
            self.finder.hide()
            for page in self._pages.values():
                page.complete()

    def _strip_below_header(self, act: Callable[[], object]) -> Notice:
        from ui.notice import Notice

        made = Notice()
        made.accepted.connect(act)
        self._notices.addWidget(made)
        return made

    def _built(self, name: str) -> bool:
        return name in self.__dict__

    def _build(self) -> None:
        self.header = Header()
        self.header.set_open(open_=False)
        self.strip = Orientation()
        self._stack = QStackedWidget()
        # A page asks for much room; the window still has to fit a small screen.
        self._stack.setMinimumSize(1, 1)
        foot = QWidget()
        foot.setMinimumHeight(theme.px(self, theme.CONTROL))
        self._notices, self._person_place = QVBoxLayout(), QVBoxLayout()
        self._foot = QVBoxLayout(foot)
        centre = QWidget()
        column = QVBoxLayout(centre)
        for layout in (column, self._foot):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self._notices)
        column.addLayout(self._person_place)
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)
        column.addWidget(foot)
        self.setCentralWidget(centre)
        state = self.settings.state("window")
        if state != QByteArray():
            self.restoreGeometry(state)

    def _connect(self) -> None:
        self.painted.connect(self.complete)
        self.header.chosen.connect(self._show_tab)
        self.files.may_leave = partial(may_leave, self._pages, self.asking)
        self.files.opened.connect(self._file_opened)
        self.files.left.connect(self._file_left)
        self.files.left.connect(self.reminders.rest)
        self.files.troubled.connect(self._troubled)
        self.files.said.connect(lambda sentence: self.message_bar.say(sentence))
        self.files.freed.connect(self._freed)
        self.acts.done.connect(self._done)
        self.acts.refused.connect(self._refused)
        self.acts.unavailable.connect(self._troubled)
        self.acts.changed.connect(self._changed)
        self.acts.opened.connect(self._desk_opened)
        self.reminders.counted.connect(self.header.tabs.show_pressing)
        self.reminders.day_begun.connect(self._show_person)
        for at in range(len(TABS)):
            QShortcut(QKeySequence(f"Alt+{at + 1}"), self, partial(self.go_to, at))

    def _show_tab(self, index: int) -> None:
        """Put the page of a tab, or what stands in its place, into the window."""
        page = self.page(index) if index >= 0 else None
        if page is None:
            self._stack.setCurrentWidget(self.first)
        elif page.needs_case and self.case_id is None:
            self._stack.setCurrentWidget(self.choose)
        else:
            self._stack.setCurrentWidget(page)
        self._show_person()
        self._orient()

    def leave_search(self) -> None:
        """Back from the global search to the page."""
        (self._current() or self._stack).setFocus()

    def _current(self) -> Page | None:
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def _show_person(self) -> None:
        index = self.header.tabs.currentIndex()
        desk = self.acts.desk
        page = self._pages.get(index)
        wanted = self._workplace is not None and TABS[index].header and self.case_id is not None
        wanted = wanted and (page is None or page.about_case)
        if wanted and desk is not None and self.case_id is not None:
            try:
                head = desk.candidates.head(self.case_id)
            except Refused:
                wanted = False
            else:
                from ui import person

                self.person.set_person(person.in_words(head, self._today()))
        if wanted or self._built("person"):
            self.person.setVisible(wanted)

    def _orient(self) -> None:
        page = self._current()
        runs = page.orientation() if page is not None else []
        self.strip.show_page(runs, page.strip_actions() if page is not None else [])
        self._title()

    def _title(self) -> None:
        index = self.header.tabs.currentIndex()
        shown = self._workplace is not None and index >= 0
        self.setWindowTitle(f"{TABS[index].title} – Heimathafen" if shown else "Heimathafen")

    def _file_opened(self, file: OpenFile, lists: Lists) -> None:
        self._workplace = Workplace(
            self.acts, lists, self.workshop, self.asking, self.settings, self._today, self._who
        )
        if self._built("first"):
            self.first.set_trouble("", "")
        self.header.set_open(open_=True)
        self.header.set_who(self._who)
        self._show_tab(self.header.tabs.currentIndex())
        page = self._current()
        field = page.search_field() if page is not None else None
        (field or self._stack).setFocus()
        if self._built("message_bar"):
            self.message_bar.set_saved(file.path.name)
        if not file.writable:
            from ui.notice import held

            self.notice.say(held(file.holder, self._today()))

    def _file_left(self) -> None:
        self._workplace = None
        self.header.set_open(open_=False)
        self.case_id = None
        self.strip.forget()
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        for strip in ("notice", "faults"):
            if self._built(strip):
                getattr(self, strip).hide()
        self.message_bar.forget()
        self._show_tab(-1)
        self.first.first.setFocus()

    def _desk_opened(self) -> None:
        self._show_person()
        self._orient()
        desk = self.acts.desk
        if desk is not None and desk.faults:
            from ui import wording

            self.faults.say(wording.faults(len(desk.faults)), "Ansehen")

    def _done(self, did: Done) -> None:
        from ui import wording

        if did.act is Act.CASE_VIEWED:
            return
        self.message_bar.tell(did, wording.done(did))
        if did.batch is not None:
            at = wording.moment(datetime.now(UTC), self._today())
            self.message_bar.set_saved(f"Gespeichert {at}, {self._who}".rstrip(", "))

    def _refused(self, refusal: Refused, _initiator: object) -> None:
        from ui import wording

        self.message_bar.say(wording.refused(refusal), icon="info")

    def _changed(self, topics: frozenset[Topic], _initiator: object) -> None:
        if topics & {Topic.CANDIDATES, Topic.PLAN}:
            self._show_person()

    def _troubled(self, trouble: Unavailable) -> None:
        from ui import wording

        what, remedy = wording.unavailable(trouble)
        if self._workplace is None:
            restorable = trouble.trouble is Trouble.DAMAGED
            self.first.set_trouble(what, remedy, restorable=restorable)
        else:
            self.asking.tell(what, remedy)

    def _freed(self) -> None:
        self.notice.say("Die Datei ist wieder frei.", "Jetzt bearbeiten")
