"""Above the form: whose entry it is, how far its check carries, its neighbours, who names it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from app.records.directory import Beside, ProviderView, Sibling
from app.rules.in_force import bounds
from ui import theme, wording
from ui.providers import words
from ui.providers.check_badge import CheckBadge
from ui.theme import Tone
from ui.widgets.flow import FlowLayout
from ui.widgets.hours_words import told
from ui.widgets.paragraphs import Paragraphs, quiet_link
from ui.widgets.section import text_label

MOST = 4  # neighbours that are shown before the rest is counted
LONGEST = 40  # letters of a neighbour's name; the middle of a longer one is told in its tip
_FURTHER = (
    (Beside.SERVICE, "Weiteres Angebot an diesem Standort"),
    (Beside.PLACE, "Weiterer Standort mit demselben Angebot"),
    (Beside.BOTH, "Anderes Angebot an einem weiteren Standort"),
)


class ProviderHead(QWidget):
    """`sibling_wanted(id)` when a neighbour shall be shown, `further_wanted(Beside)` when another
    entry of the organisation shall be made."""

    sibling_wanted = Signal(int)
    further_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = text_label()
        theme.set_face(self._title, "name")
        self._about = text_label("", Tone.SECOND)
        self.badge = CheckBadge()
        self._bounds = Paragraphs()
        self._saved = text_label("", Tone.LABEL)
        self.further = quiet_link("Weiterer Eintrag …", lambda: None, "plus")
        self.further.setToolTip("Ein weiteres Angebot oder ein weiterer Standort derselben Stelle")
        menu = QMenu(self.further)
        for beside, text in _FURTHER:
            menu.addAction(text, partial(self.further_wanted.emit, beside))
        self.further.setMenu(menu)
        self._chips = QWidget()
        self._flow = FlowLayout(spacing=8)
        self._chips.setLayout(self._flow)
        self._also = text_label("auch:", Tone.LABEL, wrap=False)
        self._rest = text_label("", Tone.LABEL, wrap=False)
        for part in (self._also, self._rest, self.further):
            self._flow.addWidget(part)
        self._links: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        for widget in (
            *(self._title, self._about, self.badge, self._bounds, self._saved, self._chips),
        ):
            column.addWidget(widget)

    def begin(self, title: str, sentence: str) -> None:
        """A new entry: its title, and what is known so far."""
        self._say(title, "", (), sentence)
        self.badge.hide()
        self._chips.hide()

    def show_view(self, view: ProviderView, today: date) -> None:
        """Everything about an entry that is saved."""
        draft = view.draft
        offer = draft.service or words.CATEGORIES[draft.category]
        place = ", ".join(part for part in (draft.site, draft.town) if part)
        limits = [
            f"{each[:1].upper()}{each[1:]}." for each in told(bounds(draft, today), view.successor)
        ]
        if view.archived_on is not None:
            limits.insert(
                0, f"Archiviert am {wording.day(view.archived_on)}: {view.archived_because}"
            )
        limits += [f"{each}." for each in words.uses(view.used_by)]
        self._say(
            draft.organisation,
            " · ".join(part for part in (offer, place) if part),
            limits,
            f"Gespeichert {wording.moment(view.saved_at, today)}",
        )
        self.badge.tell(view.checked_on, view.checked_by, draft.category, today)
        self.badge.show()
        self._chip(view.siblings)
        self._chips.setVisible(bool(view.siblings) or view.archived_on is None)
        self.further.setVisible(view.archived_on is None)

    def text(self) -> str:
        """Everything it says, a line each."""
        told_ = (self._title.text(), self._about.text(), self.badge.text(), self._bounds.text())
        return "\n".join((*told_, self._saved.text(), *(each.text() for each in self._links)))

    def _link(self, sibling: Sibling) -> QPushButton:
        said = words.sibling(sibling)
        half = LONGEST // 2
        short = said if len(said) <= LONGEST else f"{said[: half - 1].rstrip()}…{said[-half:]}"
        button = quiet_link(short, partial(self.sibling_wanted.emit, sibling.id))
        button.setAccessibleName(f"Zum Eintrag {said}")
        button.setToolTip(said)
        return button

    def _say(self, title: str, about: str, limits: Sequence[str], saved: str) -> None:
        self._title.setText(title)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self._bounds.set_texts(tuple(limits))
        self._saved.setText(saved)

    def _chip(self, siblings: Sequence[Sibling]) -> None:
        for old in self._links:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._links = [self._link(each) for each in siblings[:MOST]]
        self._also.setVisible(bool(self._links))
        self._flow.removeWidget(self.further)
        for chip in self._links:
            self._flow.addWidget(chip)
            chip.show()  # else it takes no room before the next turn of the events
        rest = len(siblings) - len(self._links)
        self._rest.setText(f"und {rest} weitere" if rest > 0 else "")
        self._rest.setVisible(rest > 0)
        self._flow.removeWidget(self._rest)
        for part in (self._rest, self.further):
            self._flow.addWidget(part)
