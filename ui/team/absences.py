"""Who is away when and who stands in: a list, and the one chosen edited beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.done import Topic
from app.errors import Reason, Refused
from app.records.office import AbsenceDraft, AbsenceView
from app.records.papers import PaperKind
from ui.page import Workplace
from ui.team import words
from ui.widgets import typed_dates
from ui.widgets.buttons import link
from ui.widgets.choices import Choice
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import hinted
from ui.widgets.form import Form
from ui.widgets.list_room import ListRoom
from ui.widgets.paper_dialog import open_paper, paper

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done
    from app.services.papers import PaperOrder

HINT = "TT.MM.JJJJ, auch als 1.3.27"


class AbsenceForm(Form):
    """An absence: who, from when to when, who stands in meanwhile."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._workplace = workplace
        self.shown: AbsenceView | None = None
        self.advisor = Choice()
        self.deputy = Choice()
        self.add("advisor", "&Wer", self.advisor)
        self.add("first", "&Von", hinted(HINT))
        self.add("last", "&Bis", hinted(HINT))
        self.add("deputy", "Ve&rtretung", self.deputy)
        self.sheet_link = link("Übergabeblatt …", self._show_sheet, "file-text")
        self.remove_link = link("Löschen", self._remove, "trash-2")
        more = QWidget()
        row = QHBoxLayout(more)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.sheet_link)
        row.addWidget(self.remove_link)
        self.add_buttons("Speichern", more=more)

    def show_view(self, view: AbsenceView | None) -> None:
        """An absence as the file has it, None for a new one."""
        self.shown = view
        draft = view.draft if view else None
        self.fill(
            {
                "advisor": str(draft.advisor) if draft else "",
                "first": typed_dates.shown(draft.first if draft else None),
                "last": typed_dates.shown(draft.last if draft else None),
                "deputy": str(draft.deputy or "") if draft else "",
            }
        )
        for each in (self.sheet_link, self.remove_link):
            each.setVisible(view is not None)

    def command(self) -> Callable[[Desk], Done]:
        advisor, deputy = self.value("advisor"), self.value("deputy")
        days = {name: typed_dates.whole(self.value(name), name) for name in ("first", "last")}
        for name, missing in (
            ("advisor", not advisor),
            ("first", days["first"] is None),
            ("last", days["last"] is None),
        ):
            if missing:
                raise Refused(Reason.BLANK, name)
        first, last = days["first"], days["last"]
        assert first is not None and last is not None  # noqa: S101, PT018 - refused above
        draft = AbsenceDraft(int(advisor), first, last, int(deputy) if deputy else None)
        return partial(_save, self.shown.id if self.shown else None, draft)

    def _remove(self) -> None:
        if self.shown is not None:
            self.withdraw(partial(_take_out, self.shown.id))

    def _show_sheet(self) -> None:
        if self.shown is not None:
            order = partial(_order, self.shown.id)
            sheet = paper(
                order,
                PaperKind.HANDOVER,
                None,
                self.shown.advisor,
                words.LEFT_OUT,
            )
            open_paper(self._workplace, sheet, self)


class AbsencesPage(ListRoom):
    """Holidays, trips and every other reason: why is not asked."""

    topics = frozenset({Topic.OFFICE, Topic.CANDIDATES})
    form: AbsenceForm

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        self._known: dict[int, AbsenceView] = {}
        empty = EmptyState(
            "calendar",
            "Abwesenheiten",
            "Wer wann nicht da ist und wer vertritt. Die Familien erreichen so immer jemanden. "
            "Einen Grund brauchen Sie nicht einzutragen.",
            "Abwesenheit eintragen",
        )
        super().__init__(workplace, "Abwesenheiten", AbsenceForm(workplace), empty, parent)

    def lines(self) -> Sequence[tuple[int, str, str]]:
        desk = self.desk
        if desk is None:
            return ()
        advisors = [
            (str(each.id), each.name) for each in desk.office.advisors() if each.draft.active
        ]
        self._known = {each.id: each for each in desk.team.absences()}
        past = {str(each.draft.advisor): each.advisor for each in self._known.values()}
        offered = [*advisors, *((key, name) for key, name in past.items()
                                if key not in dict(advisors))]  # fmt: skip
        self.form.advisor.set_choices(offered)
        self.form.deputy.set_choices([("", words.USUAL), *advisors])
        today = self.workplace.today()
        return [
            (key, each.advisor, words.about_absence(each, today))
            for key, each in self._known.items()
        ]

    def show_row(self, row_id: int) -> None:
        self.form.show_view(self._known[row_id])

    def show_new(self) -> None:
        self.form.show_view(None)


def _save(key: int | None, draft: AbsenceDraft, desk: Desk) -> Done:
    return desk.team.add_absence(draft) if key is None else desk.team.edit_absence(key, draft)


def _take_out(key: int, desk: Desk) -> Done:
    return desk.team.remove_absence(key)


def _order(key: int, desk: Desk) -> PaperOrder:
    return desk.team.handover_sheet(key)
