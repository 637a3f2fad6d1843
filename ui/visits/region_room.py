"""The room of what the region shows of itself: films and pages, and the ferries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.content.languages import language_name
from app.done import Topic
from app.records.region import FilmView, SailingView
from ui.page import Page, Workplace
from ui.visits import words
from ui.visits.region_forms import FilmForm, SailingForm
from ui.widgets.buttons import Segments
from ui.widgets.empty_state import EmptyState
from ui.widgets.list_room import ListRoom
from ui.widgets.runs import Run

LANGUAGES = ("de", "en", "ar", "es", "fr", "hi", "nl", "pl", "pt", "ro", "ru", "tr", "uk", "vi")
FILMS, FERRIES = "films", "ferries"


class FilmsRoom(ListRoom):
    """Films and pages that families get as codes."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.NETWORK})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        languages = sorted(((tag, language_name(tag)) for tag in LANGUAGES), key=lambda e: e[1])
        self.film_form = FilmForm(workplace, languages)
        self._films: dict[int, FilmView] = {}
        super().__init__(
            workplace,
            "Filme, Seiten",
            self.film_form,
            EmptyState(
                "video",
                "Filme und Seiten über die Region",
                "Sie stehen als QR-Code im Besuchsplan und in der Mappe, in der Sprache der "
                "Familie.",
                "Film oder Seite aufnehmen",
            ),
            parent,
        )

    def lines(self) -> Sequence[tuple[int, str, str]]:
        if self.desk is None:
            return ()
        self._films = {each.id: each for each in self.desk.region.films()}
        return [(key, each.draft.title, words.film(each)) for key, each in self._films.items()]

    def show_row(self, row_id: int) -> None:
        self.film_form.show_film(self._films.get(row_id))

    def show_new(self) -> None:
        self.film_form.show_film(None)


class FerriesRoom(ListRoom):
    """The ferries that visits are planned with."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.NETWORK})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        self.sailing_form = SailingForm(workplace)
        self._sailings: dict[int, SailingView] = {}
        super().__init__(
            workplace,
            "Fähren",
            self.sailing_form,
            EmptyState(
                "ship",
                "Fähren zu den Inseln",
                "Mit ihnen rechnet der Besuchsplan. Tragen Sie Abfahrten ein, wie sie im Fahrplan "
                "stehen, hin und zurück.",
                "Fähre eintragen",
            ),
            parent,
        )

    def known(self) -> tuple[SailingView, ...]:
        """The ferries as last shown."""
        return tuple(self._sailings.values())

    def lines(self) -> Sequence[tuple[int, str, str]]:
        if self.desk is None:
            return ()
        self._sailings = {each.id: each for each in self.desk.region.sailings()}
        return [
            (key, words.sailing_title(each), words.sailing(each))
            for key, each in self._sailings.items()
        ]

    def show_row(self, row_id: int) -> None:
        self.sailing_form.show_sailing(self._sailings.get(row_id))

    def show_new(self) -> None:
        self.sailing_form.show_sailing(None)


class RegionRoom(Page):
    """Filme, Fähren: two lists, one shown at a time."""

    about_case = False
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.NETWORK})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.films = FilmsRoom(workplace)
        self.ferries = FerriesRoom(workplace)
        self.segments: Segments[str] = Segments(
            "Was gezeigt wird", [(FILMS, "Filme, Seiten"), (FERRIES, "Fähren")]
        )
        self.segments.chosen.connect(self.show_list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 4)
        head.addWidget(self.segments)
        head.addStretch(1)
        column.addLayout(head)
        for room in (self.films, self.ferries):
            column.addWidget(room, 1)
        self.show_list(FILMS)

    def show_list(self, key: object) -> None:
        """Show the films or the ferries."""
        self.segments.choose(str(key))
        self.films.setVisible(key == FILMS)
        self.ferries.setVisible(key == FERRIES)

    def refresh(self) -> None:
        for room in (self.films, self.ferries):
            room.refresh()

    def ask(self, fact: str) -> None:
        if fact in (FILMS, FERRIES):
            self.show_list(fact)

    def orientation(self) -> list[Run]:
        old = sum(each.outdated for each in self.ferries.known())
        told = f"   {old} Fahrten sind veraltet: bitte neu nachsehen" if old else ""
        return [Run("Filme und Fähren der Region", strong=True), Run(told)]

    def unsaved(self) -> str:
        return self.films.unsaved() or self.ferries.unsaved()
