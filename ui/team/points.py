"""The service points: a list, and the one chosen edited beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, fields
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from app.done import Topic
from app.records.office import PointDraft, PointView
from ui.page import Workplace
from ui.team import words
from ui.theme import Tone
from ui.widgets.buttons import link
from ui.widgets.choices import GrowingText
from ui.widgets.empty_state import EmptyState
from ui.widgets.form import Form
from ui.widgets.hours_echo import echo
from ui.widgets.list_room import ListRoom
from ui.widgets.section import text_label

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

ARCHIVE, RESTORE = "Archivieren", "Zurückholen"
_LABELS = {
    "name": "&Name",
    "department": "&Abteilung",
    "street": "&Straße",
    "postcode": "P&LZ",
    "town": "&Ort",
    "phone": "&Telefon",
    "email": "&E-Mail",
    "website": "&Internet",
    "hours_osm": "Sprech&zeit",
    "signatory": "&Unterschrift",
    "greeting": "&Grußwort",
}


class PointForm(Form):
    """A service point: letterhead, hours, greeting and who signs."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self.shown: PointView | None = None
        self._echo = text_label("", Tone.SECOND)
        for name, label in _LABELS.items():
            self.add(name, label, GrowingText(lines=3) if name == "greeting" else QLineEdit())
            if name == "hours_osm":
                self.column.addWidget(self._echo)
        hours = self.editor("hours_osm")
        assert isinstance(hours, QLineEdit)  # noqa: S101 - made above
        hours.setPlaceholderText("Mo-Fr 08:30-12:30; Tu 14:00-16:00; PH off")
        hours.textChanged.connect(self._say_hours)
        self.archive = link("", self._archive, "archive")
        self.add_buttons("Speichern", more=self.archive)

    def show_view(self, view: PointView | None, first: PointDraft) -> None:
        """A service point as the file has it, None for a new one; `first`: the one whose greeting
        and signature hold where this has none."""
        self.shown = view
        self.fill(asdict(view.draft if view else PointDraft()))
        own = view is not None and view.is_first
        for name, said in (("signatory", first.signatory), ("greeting", "")):
            editor = self.editor(name)
            if isinstance(editor, QLineEdit | GrowingText):
                editor.setPlaceholderText("" if own else said or "leer: wie die erste")
        self.archive.setVisible(view is not None)
        self.archive.setText(RESTORE if view is not None and view.archived_on else ARCHIVE)

    def command(self) -> Callable[[Desk], Done]:
        draft = PointDraft(**{each.name: self.value(each.name) for each in fields(PointDraft)})
        return partial(_save, self.shown.id if self.shown else None, draft)

    def _say_hours(self, typed: str) -> None:
        self._echo.setText(echo(typed) if typed.strip() else "")

    def _archive(self) -> None:
        view = self.shown
        if view is not None:
            self.perform(partial(_restore if view.archived_on else _close, view.id))


class PointsPage(ListRoom):
    """Where families find the office: each prints its own letterhead, hours and greeting."""

    topics = frozenset({Topic.OFFICE})
    form: PointForm

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        self._known: dict[int, PointView] = {}
        empty = EmptyState(
            "landmark",
            "Servicestellen",
            "Anschrift, Sprechzeit und Gruß stehen auf den Mappen der Familien, die hier betreut "
            "werden.",
            "Servicestelle anlegen",
        )
        super().__init__(workplace, "Servicestellen", PointForm(workplace), empty, parent)

    def lines(self) -> Sequence[tuple[int, str, str]]:
        if self.desk is None:
            return ()
        self._known = {each.id: each for each in self.desk.team.points()}
        return [
            (key, each.draft.name, words.about_point(each)) for key, each in self._known.items()
        ]

    def show_row(self, row_id: int) -> None:
        self.form.show_view(self._known[row_id], self._first)

    def show_new(self) -> None:
        self.form.show_view(None, self._first)

    @property
    def _first(self) -> PointDraft:
        return next((each.draft for each in self._known.values() if each.is_first), PointDraft())


def _save(key: int | None, draft: PointDraft, desk: Desk) -> Done:
    return desk.team.add_point(draft) if key is None else desk.team.edit_point(key, draft)


def _close(key: int, desk: Desk) -> Done:
    return desk.team.archive_point(key)


def _restore(key: int, desk: Desk) -> Done:
    return desk.team.restore_point(key)
