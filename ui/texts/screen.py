"""Texts and languages: every printed text of a language at the left, one in place at the right."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.content.languages import OFFICE_LANGUAGE
from app.errors import Refused
from app.records.wordings import TextRow, Texts, Wording
from ui.page import Workplace
from ui.texts import words
from ui.texts.exchange import Exchange
from ui.texts.model import SIEVES, Sieve, TextsModel, TextsView, in_groups, sifted
from ui.texts.pane import TextPane
from ui.widgets.buttons import Segments, push
from ui.widgets.choices import Choice
from ui.widgets.empty_state import EmptyState
from ui.widgets.runs import Run
from ui.widgets.search_field import SearchField
from ui.widgets.side_by_side import SideBySide

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

SIDE = 820
ROOM = 1_080  # pixels at 100 % from which list and text stand side by side
FOLLOWS = 150  # milliseconds after the last letter of a search
NOTHING = Texts("", (), ())


class TextsScreen(QWidget):
    """`oriented` when the sentence above changed, `template_wanted(id)` for the German text of a
    step. What is typed stays, for each text, until it is saved or discarded."""

    oriented = Signal()
    template_wanted = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._texts = NOTHING
        self._typed: dict[tuple[str, str], Wording] = {}
        self._chosen = ""
        self.language = Choice()
        self.language.setAccessibleName("Sprache der Texte")
        self.language.activated.connect(lambda _at: self.show_language(self.language.code()))
        self.sieves: Segments[Sieve] = Segments("Welche Texte", SIEVES)
        self.sieves.choose(Sieve.ALL)
        self.sieves.chosen.connect(lambda _sieve: self._narrow())
        self.search = SearchField("Text oder Übersetzung suchen", "Ctrl+F", self)
        self._following = QTimer(self, singleShot=True, interval=FOLLOWS)
        self._following.timeout.connect(self._narrow)
        self.search.searched.connect(lambda _words: self._following.start())
        self.model = TextsModel()
        self.list = TextsView(self.model)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._open)
        self.search.left_down.connect(self.list.setFocus)
        self.check_all = push("Alle gezeigten geprüft …", self._check_shown, "check")
        self.pane = TextPane()
        self.pane.edited.connect(self._edited)
        self.pane.saved.connect(self._save)
        self.pane.discarded.connect(self._discard)
        self.pane.checked.connect(self._check)
        self.pane.unchecked.connect(self._uncheck)
        self.pane.fitting.connect(self._still_fits)
        self.pane.restored.connect(self._restore)
        self.pane.template_wanted.connect(self.template_wanted)
        self.exchange = Exchange(workplace, self.code, self)
        self._nothing = EmptyState("languages", "Kein Text gewählt", "Wählen Sie links einen Text.")
        self._lay_out()
        workplace.acts.refused.connect(self._refused)

    def code(self) -> str:
        """The language shown."""
        return self._texts.language

    def refresh(self) -> None:
        """Fetch the texts; what is chosen and typed stays."""
        desk = self._desk
        if desk is None:
            return
        known = desk.wordings.languages()
        self.language.set_choices(known)
        wanted = self._texts.language
        if wanted not in dict(known):
            wanted = next((code for code, _ in known if code != OFFICE_LANGUAGE), OFFICE_LANGUAGE)
        self._fetch(desk, wanted)

    def show_language(self, language: str) -> None:
        """Show the texts of another language."""
        if self._desk is not None:
            self._fetch(self._desk, language)

    def sift(self, sieve: Sieve) -> None:
        """List only these."""
        self.sieves.choose(sieve)
        self._narrow()

    def orientation(self) -> list[Run]:
        """Texte: 995 Texte, 398 ungeprüft."""
        runs = [Run("Texte: ", strong=True)]
        if self._texts.rows:
            runs.append(Run(f"{words.summary(self._texts)}."))
        if self._typed:
            runs.append(Run(f" {len(self._typed)} nicht gespeichert.", strong=True))
        return runs

    def unsaved(self) -> str:
        """What would be lost if the file were left now."""
        return words.unsaved(len(self._typed))

    def forget(self) -> None:
        """The file was left: what was typed belonged to it."""
        self._typed.clear()
        self._texts = NOTHING
        self._chosen = ""

    @property
    def _desk(self) -> Desk | None:
        return self._workplace.acts.desk

    @property
    def _row(self) -> TextRow | None:
        return next((row for row in self._texts.rows if row.key == self._chosen), None)

    def _fetch(self, desk: Desk, language: str) -> None:
        same = language == self._texts.language
        self._texts = desk.wordings.texts(language)
        self.language.choose(language)
        self._narrow(same=same)
        self.oriented.emit()

    def _narrow(self, *, same: bool = True) -> None:
        """Fill the list by sieve and search; the text chosen stays chosen while it is there."""
        self._following.stop()
        sieve = self.sieves.key() or Sieve.ALL
        rows = sifted(self._texts.rows, sieve, self.search.text())
        self.model.set_unsaved(self._unsaved_here())
        first = self._chosen if any(row.key == self._chosen for row in rows) else None
        self.list.set_sections(in_groups(rows), first, same=same and first is not None)
        self._chosen = str(self.list.current_key() or first or "")
        self.check_all.setVisible(self._texts.language != OFFICE_LANGUAGE)
        self.check_all.setEnabled(bool(self._checkable()))
        self._show_chosen()

    def _unsaved_here(self) -> list[str]:
        return [key for language, key in self._typed if language == self._texts.language]

    def _choose(self, key: object) -> None:
        if key is not None and key != self._chosen:
            self._chosen = str(key)
            self._show_chosen()

    def _open(self, _key: object) -> None:
        self.both.show_side()
        self.pane.text.setFocus()

    def _show_chosen(self) -> None:
        row = self._row
        if row is None:
            self._right.setCurrentWidget(self._nothing)
            return
        typed = self._typed.get((self._texts.language, row.key))
        self.pane.show_text(row, self._texts.language, self._texts.forms, typed)
        self._right.setCurrentWidget(self.pane)

    def _edited(self) -> None:
        row = self._row
        if row is None:
            return
        place, typed = (self._texts.language, row.key), self.pane.text.text()
        before = place in self._typed
        if _same(typed, row.text):
            self._typed.pop(place, None)
        else:
            self._typed[place] = typed
        self.pane.show_unsaved(unsaved=place in self._typed)
        if before is not (place in self._typed):
            self.model.set_unsaved(self._unsaved_here())
            self.oriented.emit()

    def _discard(self) -> None:
        self._typed.pop((self._texts.language, self._chosen), None)
        self._told_saved()

    def _told_saved(self) -> None:
        self.model.set_unsaved(self._unsaved_here())
        self._show_chosen()
        self.oriented.emit()

    def _save(self) -> None:
        self._write("")

    def _write(self, by: str) -> None:
        row = self._row
        if row is None:
            return
        language, typed = self._texts.language, self.pane.text.text()

        def command(desk: Desk) -> Done:
            done = desk.wordings.write(language, row.key, typed, by)
            self._typed.pop((language, row.key), None)
            return done

        self._workplace.acts.do(command, self)

    def _check(self, by: str) -> None:
        """Check what stands there: with what was typed, that is saved at once."""
        if (self._texts.language, self._chosen) in self._typed:
            if by:
                self._write(by)
            else:
                self.pane.say("by", words.NO_CHECKER)
            return
        self._on_chosen(lambda desk, code, keys: desk.wordings.check(code, keys, by))

    def _uncheck(self) -> None:
        self._on_chosen(lambda desk, code, keys: desk.wordings.uncheck(code, keys))

    def _still_fits(self) -> None:
        self._on_chosen(lambda desk, code, keys: desk.wordings.still_fits(code, keys))

    def _restore(self) -> None:
        self._typed.pop((self._texts.language, self._chosen), None)
        self._on_chosen(lambda desk, code, keys: desk.wordings.restore(code, keys))

    def _on_chosen(self, act: Callable[[Desk, str, Collection[str]], Done]) -> None:
        language, keys = self._texts.language, [self._chosen]
        self._workplace.acts.do(lambda desk: act(desk, language, keys), self)

    def _checkable(self) -> list[str]:
        """The texts listed that have a translation."""
        return [
            row.key
            for section in self.model.sections
            for row in section.rows
            if row.text is not None and (self._texts.language, row.key) not in self._typed
        ]

    def _check_shown(self) -> None:
        language, keys = self._texts.language, self._checkable()
        by = self._workplace.asking.text(
            words.checked_all(len(keys), language), words.NO_CHECKER, self.pane.by.text()
        )
        if by:
            self._workplace.acts.do(lambda desk: desk.wordings.check(language, keys, by), self)

    def _refused(self, refused: Refused, initiator: QObject | None) -> None:
        if initiator is self:
            self.pane.refuse(refused)

    def _lay_out(self) -> None:
        master = QWidget()
        column = QVBoxLayout(master)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(16, 8, 16, 8)
        top.setSpacing(8)
        top.addWidget(self.language)
        top.addWidget(self.sieves, 0, Qt.AlignmentFlag.AlignLeft)
        top.addWidget(self.search)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 8, 16, 8)
        foot.addWidget(self.check_all)
        column.addLayout(foot)
        master.setFocusProxy(self.list)
        self._right = QStackedWidget()
        self._right.addWidget(self._nothing)
        self._right.addWidget(self.pane)
        self.both = SideBySide(master, self._right, SIDE, self, room=ROOM)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.both)


def _same(typed: Wording, text: Wording | None) -> bool:
    """Whether nothing was changed: a text that is missing is as good as a blank one."""
    if text is None:
        forms = [typed] if isinstance(typed, str) else list(typed.values())
        return not any(forms)
    if isinstance(typed, str) or isinstance(text, str):
        return typed == text
    return all(said == text.get(form, "") for form, said in typed.items())
