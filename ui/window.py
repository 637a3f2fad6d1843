"""The window: tabs, person, orientation, page, messages. It shows; it decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.done import Act, Done, Topic
from app.errors import Refused, Trouble, Unavailable
from ui import icons, person, theme, wording
from ui.acts import Acts
from ui.asking import Asking
from ui.doors import Doors, HolderLike, OpenFile
from ui.files import Files
from ui.finder import Finder
from ui.first_page import FirstPage
from ui.header import Header
from ui.jobs import Workshop
from ui.menu import fill_menu
from ui.message_bar import MessageBar, Offer
from ui.notice import Notice
from ui.page import Page, Workplace
from ui.settings import Settings
from ui.tabs import TABS
from ui.widgets.empty_state import EmptyState
from ui.widgets.person_header import PersonHeader
from ui.widgets.runs import RunLine

if TYPE_CHECKING:
    from app.services.lists import Lists

ORIENTATION = 40


class Window(QMainWindow):
    """`painted` once, after the first paint. Pages are built when they are first shown."""

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
        self.case_id: int | None = None
        self._workplace: Workplace | None = None
        self._pages: dict[int, Page] = {}
        self._strip_buttons: list[QWidget] = []
        self._was_painted = False
        self._who = doors.who
        self.setWindowTitle("Heimathafen")
        self.resize(1366, 768)
        self._build()
        self._connect()
        self._show_tab(-1)
        self.first.first.setFocus()

    def page(self, index: int) -> Page | None:
        """The page of a tab, built now if it was not yet; None while no file is open."""
        if self._workplace is None:
            return None
        if index not in self._pages:
            made = TABS[index].build(self._workplace)
            made.case_chosen.connect(self.show_case)
            made.oriented.connect(self._orient)
            self._pages[index] = made
            self._stack.addWidget(made)
            made.shows(self.case_id)
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

    def build_all(self) -> None:
        """Build and show every tab once, for the self-test and the pictures."""
        for index in range(len(TABS)):
            self.go_to(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.keep_state("window", self.saveGeometry())
        self.workshop.close()
        self.files.close()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            icons.redress(self)

    def _build(self) -> None:
        self.header = Header()
        self.header.set_open(open_=False)
        self.notice = Notice()
        self.faults = Notice()
        self.person = PersonHeader()
        self._sentence = RunLine()
        self._strip_actions = QWidget()
        self._strip_actions_row = QHBoxLayout(self._strip_actions)
        self._strip_actions_row.setContentsMargins(0, 0, 0, 0)
        self._strip_actions_row.setSpacing(8)
        self.strip = QWidget()
        row = QHBoxLayout(self.strip)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._strip_actions)
        self.strip.setMinimumHeight(theme.px(self, ORIENTATION))
        self._stack = QStackedWidget()
        self.first = FirstPage()
        self._choose = EmptyState(
            "users",
            "Noch kein Fall ausgewählt",
            "Wählen Sie unter Kandidat*innen eine Person aus. Dann steht hier, was zu ihr gehört.",
            "Zu den Kandidat*innen",
        )
        self._stack.addWidget(self.first)
        self._stack.addWidget(self._choose)
        self.message_bar = MessageBar(self.workshop)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, self.notice, self.faults, self.person, self.strip):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        column.addWidget(self.message_bar)
        self.setCentralWidget(centre)
        fill_menu(self)
        self.finder = Finder(self)
        state = self.settings.state("window")
        if state != QByteArray():
            self.restoreGeometry(state)

    def _connect(self) -> None:
        self.header.chosen.connect(self._show_tab)
        self._choose.accepted.connect(self._to_candidates)
        self.first.example_wanted.connect(self.files.choose_example)
        self.first.new_wanted.connect(self.files.choose_and_create)
        self.first.open_wanted.connect(self.files.choose_and_open)
        self.first.restore_wanted.connect(self.files.choose_and_restore)
        self.files.opened.connect(self._file_opened)
        self.files.left.connect(self._file_left)
        self.files.troubled.connect(self._troubled)
        self.person.menu_wanted.connect(self.header.search.enter)
        self.files.said.connect(self._said)
        self.files.freed.connect(self._freed)
        self.notice.accepted.connect(self.files.take_over)
        self.faults.accepted.connect(self._show_faults)
        self.acts.done.connect(self._done)
        self.acts.refused.connect(self._refused)
        self.acts.unavailable.connect(self._troubled)
        self.acts.changed.connect(self._changed)
        self.acts.opened.connect(self._desk_opened)
        self.message_bar.undo_wanted.connect(self.acts.undo)
        self.message_bar.redo_wanted.connect(self.acts.redo)
        for at in range(len(TABS)):
            shortcut = QShortcut(QKeySequence(f"Alt+{at + 1}"), self)
            shortcut.activated.connect(lambda at=at: self.go_to(at))

    def _show_tab(self, index: int) -> None:
        """Put the page of a tab, or what stands in its place, into the window."""
        page = self.page(index) if index >= 0 else None
        if page is None:
            self._stack.setCurrentWidget(self.first)
        elif page.needs_case and self.case_id is None:
            self._stack.setCurrentWidget(self._choose)
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
        wanted = self._workplace is not None and TABS[index].header and self.case_id is not None
        if wanted and desk is not None and self.case_id is not None:
            try:
                head = desk.candidates.head(self.case_id)
            except Refused:
                wanted = False
            else:
                self.person.set_person(person.in_words(head, self._today()))
        self.person.setVisible(wanted)

    def _orient(self) -> None:
        page = self._current()
        runs = page.orientation() if page is not None else []
        actions = page.strip_actions() if page is not None else []
        self._sentence.set_runs(runs)
        if actions != self._strip_buttons:
            for old in self._strip_buttons:
                self._strip_actions_row.removeWidget(old)
                old.hide()
            for new in actions:
                self._strip_actions_row.addWidget(new)
                new.show()
            self._strip_buttons = actions
        self.strip.setVisible(bool(runs or actions))
        self._title()

    def _title(self) -> None:
        index = self.header.tabs.currentIndex()
        parts = ["Heimathafen"]
        if self._workplace is not None and index >= 0:
            parts.insert(0, TABS[index].title)
        self.setWindowTitle(" – ".join(parts))

    def _file_opened(self, file: OpenFile, lists: Lists) -> None:
        self._workplace = Workplace(
            self.acts, lists, self.workshop, self.asking, self.settings, self._today
        )
        self.first.set_trouble("", "")
        self.header.set_open(open_=True)
        self.header.set_who(self._who)
        self._show_tab(self.header.tabs.currentIndex())
        page = self._current()
        field = page.search_field() if page is not None else None
        (field or self._stack).setFocus()
        self.message_bar.set_saved(file.path.name)
        if file.writable:
            self.notice.hide()
        else:
            self.notice.say(_held(file.holder, self._today()))

    def _file_left(self) -> None:
        self._workplace = None
        self.header.set_open(open_=False)
        self.case_id = None
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self.notice.hide()
        self.faults.hide()
        self.message_bar.set_saved("")
        self._show_tab(-1)
        self.first.first.setFocus()

    def _desk_opened(self) -> None:
        self._show_person()
        self._orient()
        desk = self.acts.desk
        if desk is not None and desk.faults:
            count = len(desk.faults)
            self.faults.say(
                "In den Vorlagen stimmt eine Stelle nicht."
                if count == 1
                else f"In den Vorlagen stimmen {count} Stellen nicht.",
                "Ansehen",
            )

    def _show_faults(self) -> None:
        desk = self.acts.desk
        if desk is not None:
            told = "\n".join(wording.fault(found) for found in desk.faults)
            self.asking.tell("Was in den Vorlagen nicht stimmt", told)

    def _done(self, did: Done) -> None:
        if did.act is Act.CASE_VIEWED:
            return
        self.message_bar.say(wording.done(did), _offer(did))
        if did.batch is not None:
            at = wording.moment(datetime.now(UTC), self._today())
            self.message_bar.set_saved(f"Gespeichert {at}, {self._who}".rstrip(", "))

    def _refused(self, refusal: Refused, _initiator: object) -> None:
        self.message_bar.say(wording.refused(refusal), icon="info")

    def _changed(self, topics: frozenset[Topic], _initiator: object) -> None:
        if topics & {Topic.CANDIDATES, Topic.PLAN}:
            self._show_person()

    def _troubled(self, trouble: Unavailable) -> None:
        what, remedy = wording.unavailable(trouble)
        if self._workplace is None:
            restorable = trouble.trouble is Trouble.DAMAGED
            self.first.set_trouble(what, remedy, restorable=restorable)
        else:
            self.asking.tell(what, remedy)

    def _said(self, sentence: str) -> None:
        self.message_bar.say(sentence)

    def _freed(self) -> None:
        self.notice.say("Die Datei ist wieder frei.", "Jetzt bearbeiten")

    def _to_candidates(self) -> None:
        self.go_to(0)


def _offer(did: Done) -> Offer:
    if did.batch is None:
        return ""
    return "redo" if did.act is Act.UNDONE else "undo"


def _held(holder: HolderLike | None, today: date) -> str:
    if holder is None:
        return "Auf diesen Datenträger lässt sich nicht schreiben; Sie sehen die Datei nur lesend."
    since = wording.moment(holder.since, today)
    return (
        f"Diese Datei bearbeitet gerade {holder.who} an {holder.host} seit {since}; "
        "Sie sehen sie nur lesend."
    )
