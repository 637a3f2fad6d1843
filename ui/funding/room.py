"""The room Förderprogramme of the network: what is shipped, changed and the office's own."""

from __future__ import annotations

from collections.abc import Sequence

from app.done import Done, Topic
from app.records.funding import ProgrammeView
from app.rules.funding import is_stale
from ui.funding import words
from ui.funding.programme_form import ProgrammeForm
from ui.page import Workplace
from ui.widgets.empty_state import EmptyState
from ui.widgets.list_room import ListRoom
from ui.widgets.runs import Run


class ProgrammesRoom(ListRoom):
    """Every programme; those nobody looked at for a year are told, the archived stand last."""

    topics = frozenset({Topic.NETWORK})

    def __init__(self, workplace: Workplace) -> None:
        self.programmes: dict[int, ProgrammeView] = {}
        self._keys: dict[str, int] = {}
        self._form = ProgrammeForm(workplace)
        empty = EmptyState(
            "euro",
            "Förderprogramme",
            "Was hier steht, wird jeder Familie mit Gründen vorgeschlagen: passt, unklar, passt "
            "nicht.",
            "Programm aufnehmen",
        )
        super().__init__(workplace, "Programme", self._form, empty)

    def lines(self) -> Sequence[tuple[int, str, str]]:
        desk = self.desk
        if desk is None:
            return ()
        views = desk.funding.programmes()
        self.programmes = {self._key(view.programme.code): view for view in views}
        titles = {view.programme.code: view.programme.title for view in views}
        self._form.know_words(titles, desk.funding.papers())
        today = self.workplace.today()
        return [
            (key, view.programme.title, words.told(view, is_stale=is_stale(view.programme, today)))
            for key, view in self.programmes.items()
        ]

    def show_row(self, row_id: int) -> None:
        self._form.show_programme(self.programmes[row_id])

    def show_new(self) -> None:
        self._form.show_new()

    def orientation(self) -> list[Run]:
        today = self.workplace.today()
        used = [each.programme for each in self.programmes.values() if each.archived_on is None]
        old = sum(is_stale(each, today) for each in used)
        return [
            Run("Förderprogramme: ", strong=True),
            Run(f"{len(used)} in Gebrauch, {old} davon mit einem Stand älter als ein Jahr."),
        ]

    def _key(self, code: str) -> int:
        """Programmes have codes, lines numbers."""
        return self._keys.setdefault(code, len(self._keys) + 1)

    def _saved(self, done: Done) -> None:
        """A programme that was entered is the one shown."""
        if "code" in done.facts:
            self._shown = self._key(done.facts["code"])
        super()._saved(done)
