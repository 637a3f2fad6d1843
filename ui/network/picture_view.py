"""Who works with whom: a picture by sector, and who is linked with nobody."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.done import Topic
from app.records.network import Picture
from ui.network import words
from ui.network.picture import NetworkPicture
from ui.page import Page, Workplace
from ui.theme import Tone
from ui.widgets.empty_state import EmptyState
from ui.widgets.paragraphs import Paragraphs, wrapped
from ui.widgets.runs import Run
from ui.widgets.section import Section


class PictureView(Page):
    """A click on a name leads to its entry in the directory."""

    about_case = False
    topics = frozenset({Topic.NETWORK, Topic.PROVIDERS})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.shown = Picture((), (), ())
        self.picture = NetworkPicture()
        self.picture.chosen.connect(self._chosen)
        self.video = QCheckBox("Nur wo etwas online oder per Video geht")
        self.video.toggled.connect(self._show)
        self.gaps = Paragraphs()
        self.empty = EmptyState(
            "network",
            "Noch keine Verbindung",
            "Sobald zwei Stellen verbunden sind, steht hier, wer mit wem zusammenarbeitet.",
        )
        self._body = QWidget()
        self._body.setAutoFillBackground(True)
        self._body.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.video)
        column.addWidget(self.picture)
        alone = Section("Ohne jede Verbindung")
        alone.body.addWidget(
            wrapped("Praxen, Dienste und Häuser, die mit niemandem verbunden sind:", Tone.SECOND)
        )
        alone.body.addWidget(self.gaps)
        self._alone = alone
        column.addWidget(alone)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.empty)
        outer.addWidget(self._area)

    def refresh(self) -> None:
        if self.desk is None:
            return
        self.shown = self.desk.network.picture()
        self._show()

    def orientation(self) -> list[Run]:
        picture = self.shown
        return [
            Run("Wer mit wem: ", strong=True),
            Run(
                f"{len(picture.links)} Verbindungen, davon {len(picture.across)} zwischen ambulant "
                f"und stationär; {len(picture.unlinked)} Stellen ohne Verbindung."
            ),
        ]

    def _show(self) -> None:
        picture = self.shown
        ends = [end for end in picture.ends if not self.video.isChecked() or end.is_online]
        self.picture.show_picture(ends, picture.links)
        self.gaps.set_texts([words.end_line(each) for each in picture.unlinked])
        self._alone.setVisible(bool(picture.unlinked))
        self.empty.setVisible(not picture.ends)
        self._area.setVisible(bool(picture.ends))

    def _chosen(self, provider: int) -> None:
        self.elsewhere.emit("providers", provider)
