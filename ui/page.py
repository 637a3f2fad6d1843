"""The base of a tab: what it works with, when it looks again, what stays where it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.done import Topic
from app.errors import Refused
from ui.acts import Acts
from ui.asking import Asking
from ui.jobs import Workshop
from ui.settings import Settings
from ui.widgets.runs import Run

if TYPE_CHECKING:
    from app.desk import Desk
    from app.services.lists import Lists


@dataclass(frozen=True)
class Workplace:
    """What a page works with: the one door, the lists, long work, questions, settings."""

    acts: Acts
    lists: Lists
    workshop: Workshop
    asking: Asking
    settings: Settings
    today: Callable[[], date] = date.today
    who: str = ""  # who works here


CONTACT = "contact"
"""For `Page.ask`: a new entry of the log of contacts."""
PERSON = "person"
"""For `Page.ask`: a new person of the household of the case."""
CONSENT = "consent"
"""For `Page.ask`: a new consent of the case; "consent:12" to data on the health of a person,
"consent:12:Werft" to hand data on to this employer, "consent:mentor:share" towards a recipient for
a purpose."""
ROUND = "round"
"""For `Page.ask`: the verification round of the directory."""
TEXTS = "texts"
"""For `Page.ask`: texts and languages; with a language behind a colon, those of it."""
CARE = "care"
"""For `Page.ask`: who may care for the children of the case; "care:12" for one of them."""
GAP = "gap"
"""For `Page.ask`: the gap for planners."""


class Page(QWidget):
    """One tab. A page says what it cares for and how to fetch its rows; this says when.

    Implement `refresh` (fetch and feed the models, keeping selection, scroll and focus) and set
    `topics`. `case_chosen(int | None)` tells the window whose case is shown, `oriented` that
    `orientation()` has changed, `elsewhere(key, what)` that something of another tab is wanted: its
    key in `ui.tabs`, the id of a row or the key of a fact that is to be asked; `framed` that
    `about_case` has changed. A page may be built, and refreshed, before the desk is open: show
    what the lists give and wait for `desk_opened`.
    """

    case_chosen = Signal(object)
    oriented = Signal()
    elsewhere = Signal(str, object)
    framed = Signal()

    topics: ClassVar[frozenset[Topic]] = frozenset()
    needs_case = False  # whether it is empty without a case
    about_case = True  # whether the person's header belongs above it

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.case_id: int | None = None
        self._stale = True
        workplace.acts.changed.connect(self._changed)
        workplace.acts.opened.connect(self._opened)
        workplace.acts.refused.connect(self._refused)

    @property
    def acts(self) -> Acts:
        return self.workplace.acts

    @property
    def desk(self) -> Desk | None:
        return self.workplace.acts.desk

    def shows(self, case_id: int | None) -> None:
        """The window is about this case now; None means about none."""
        if case_id == self.case_id:
            return
        self.case_id = case_id
        self.look_again()

    def refresh(self) -> None:
        """Fetch what is shown; keep selection, scroll position and focus."""
        raise NotImplementedError

    def desk_opened(self) -> None:
        """The desk is there: forms may be filled. A refresh follows by itself."""

    def refusal(self, refused: Refused) -> None:
        """A command of this page was refused: say the reason beside its field."""

    def orientation(self) -> list[Run]:
        """One sentence: where am I, what is next. The window shows it above the page."""
        return []

    def strip_actions(self) -> list[QWidget]:
        """The page's buttons for the right end of the orientation strip."""
        return []

    def reveal(self, row_id: int) -> None:
        """Show this row (a step, a provider), for the global search."""

    def ask(self, fact: str) -> None:
        """Lead to the question for a fact (its key) of the case, to CONTACT, PERSON:role, CONSENT,
        ROUND, CARE, GAP or TEXTS."""

    def case_in_hand(self) -> int | None:
        """Whose case the row chosen is about; the window's where rows are about none."""
        return self.case_id

    def search_field(self) -> QWidget | None:
        """The field that Ctrl+F leads to."""
        return None

    def unsaved(self) -> str:
        """What would be lost if the file were left now, as "2 Vorlagen sind"; "" for nothing."""
        return ""

    def complete(self) -> None:
        """Build what the first paint can do without (forms, filters, dialogs); called once,
        right after it, or at once for a page built later."""

    def look_again(self) -> None:
        """Refresh now if visible, else when shown next."""
        self._stale = True
        if self.isVisible():
            self._refresh_now()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh_now()

    def _refresh_now(self) -> None:
        self._stale = False
        self.refresh()
        self.oriented.emit()

    def _changed(self, topics: frozenset[Topic], _initiator: QObject | None) -> None:
        if topics & self.topics:
            self.look_again()

    def _opened(self) -> None:
        self.desk_opened()
        self.look_again()

    def _refused(self, refused: Refused, initiator: QObject | None) -> None:
        if initiator is self:
            self.refusal(refused)
