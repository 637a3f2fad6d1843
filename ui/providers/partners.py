"""Who works together with an entry of the directory; a click leads there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.records.network import LinkView
from ui.theme import Tone
from ui.widgets import link_words
from ui.widgets.paragraphs import quiet_link, wrapped
from ui.widgets.section import Section


class Partners(Section):
    """`wanted(provider)` when one of them shall be shown. Not shown without any."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Arbeitet zusammen mit", parent=parent)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.body.addLayout(self._lines)
        self.hide()

    def show_links(self, provider: int, links: Sequence[LinkView], today: date) -> None:
        """The links of this provider: whom they lead to, how, and where one leads nowhere."""
        while (item := self._lines.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for link in links:
            other = link.beside(provider)
            line = quiet_link(other.name, partial(self.wanted.emit, other.provider))
            line.setAccessibleName(f"Zum Eintrag {other.name}")
            self._lines.addWidget(line)
            told = [link_words.link_line(link, today), link.draft.text, link.draft.note]
            told += [link_words.gone(end) for end in link.gone]
            about = wrapped(" · ".join(part for part in told if part), Tone.SECOND)
            self._lines.addWidget(about)
            for widget in (line, about):
                widget.show()
        self.setVisible(bool(links))
