"""The tab of providers: kinds and filters left, the list, one provider in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app import paths
from app.done import Topic
from app.errors import Refused
from app.records.directory import ProviderOrder, ProviderQuery
from app.records.providers import Category, ProviderDraft
from ui import theme, wording
from ui.duplicates.dialog import find_duplicates
from ui.page import CARE, GAP, ROUND, Page, Workplace
from ui.providers.aside import ARCHIVED, Aside
from ui.providers.caring import Caring
from ui.providers.exporting import Exporting
from ui.providers.finding import Finding
from ui.providers.form import ProviderForm
from ui.providers.importing import Importing
from ui.providers.origins import origins
from ui.providers.provider_list import ProviderList
from ui.providers.school_section import describe
from ui.providers.shifts import Shifts
from ui.widgets.buttons import push
from ui.widgets.empty_state import EmptyState
from ui.widgets.runs import Run
from ui.widgets.side_by_side import SideBySide

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done
    from ui.checking.screen import RoundScreen
    from ui.gap.screen import GapScreen


SIDE, ROOM = 478, 880  # pixels at 100 %: the form, and from which it stands beside the list


class ProvidersPage(Page):
    """List left, form right; every act through the one door."""

    topics = frozenset({Topic.PROVIDERS, Topic.OFFICE, Topic.CARE, Topic.CANDIDATES, Topic.NETWORK})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._chosen: int | None = None
        self.aside = Aside()
        self.aside.kind_chosen.connect(self._kind_chosen)
        self.aside.query_chosen.connect(self._query_chosen)
        self.aside.keep_wanted.connect(self._keep_filter)
        self.aside.remove_wanted.connect(self._remove_filter)
        self.list = ProviderList(workplace.lists, workplace.today)
        self.list.asked.connect(self.aside.show_query)
        self.list.chosen.connect(self._choose)
        self.list.halves.travel_wanted.connect(self._show_travel)
        self.list.new_wanted.connect(self._new)
        self._form = ProviderForm(Finding(workplace.lists), workplace.today)
        self._form.saved.connect(self._save)
        self._form.checked.connect(self._confirm)
        self._form.archived.connect(self._archive)
        self._form.restored.connect(self._restore)
        self._form.discarded.connect(self._discarded)
        self._form.sibling_wanted.connect(self._go_to)
        self._form.begun.connect(self._begin_further)
        self._form.school.wanted.connect(lambda: describe(workplace, self._chosen, self))
        self._shifts = Shifts(self._form.shifts, workplace.acts, self)
        self._nobody = EmptyState(
            "building-2", "Kein Anbieter gewählt", "Wählen Sie links einen Anbieter aus."
        )
        self._importing = Importing(workplace, self)
        self.list.import_wanted.connect(self._importing.ask)
        self._exporting = Exporting(workplace, self.list.ids, self)
        self._round: RoundScreen | None = None
        self._gap: GapScreen | None = None
        self._whole = QStackedWidget()
        self._lay_out()
        self.caring = Caring(workplace, self._whole, self)
        self.caring.oriented.connect(self.oriented)
        self.caring.left.connect(self._fill)
        QShortcut(QKeySequence("F2"), self, self._edit)

    @property
    def form(self) -> ProviderForm:
        """The form at the right."""
        return self._form

    def refresh(self) -> None:
        if self._round is not None:
            self._round.refresh()
        self.caring.look(self.desk, self.case_id)
        if not self.caring.is_shown:
            self._fill()

    def _fill(self) -> None:
        """The directory, as it is now."""
        self._count()
        self.list.halves.look(self.desk, self.case_id)
        self.list.refresh(origins(self.desk, self.case_id, paths.resources()))
        self._show_chosen()

    def desk_opened(self) -> None:
        if self._round is not None:
            self._round.forget()
        self.caring.forget()
        if self._gap is not None:
            self._gap.forget()
        self._show_chosen()

    def refusal(self, refused: Refused) -> None:
        if refused.field == "name":
            self.aside.say(wording.refused(refused))
        else:
            self._form.refuse(refused)

    def reveal(self, row_id: int) -> None:
        if row_id != self._chosen and not self._may_leave():
            return
        self.leave_round()
        self.caring.leave()
        self._chosen = row_id
        self.list.ask(ProviderQuery())
        self.list.show_provider(row_id)
        self._show_chosen()
        self.both.show_side()

    def search_field(self) -> QWidget:
        screen = self.caring.screen
        return screen.list.search if screen and self.caring.is_shown else self.list.search

    def ask(self, fact: str) -> None:
        if fact == ROUND:
            self.show_round()
        elif fact == GAP:
            self.show_gap()
        elif fact.partition(":")[0] == CARE:
            self.leave_round()
            person = fact.partition(":")[2]
            self.caring.care_for(int(person) if person.isdigit() else None)

    def show_round(self) -> None:
        """The verification round in the place of the directory; what is typed there stays."""
        if self._round is None:
            from ui.checking.screen import RoundScreen  # not before somebody wants it

            self._round = RoundScreen(self.workplace)
            self._round.oriented.connect(self.oriented)
            self._round.form_wanted.connect(self.reveal)
            self._whole.addWidget(self._round)
        self._whole.setCurrentWidget(self._round)
        self._round.refresh()
        self.oriented.emit()

    def show_gap(self) -> None:
        """The gap for planners in the place of the directory."""
        if self._gap is None:
            from ui.gap.screen import GapScreen  # not before somebody wants it

            self._gap = GapScreen(self.workplace)
            self._gap.oriented.connect(self.oriented)
            self._whole.addWidget(self._gap)
        self._whole.setCurrentWidget(self._gap)
        self._gap.refresh()
        self.oriented.emit()

    def leave_round(self) -> None:
        """Back to the directory."""
        if self._screen is not None:
            self._whole.setCurrentIndex(0)
            self.oriented.emit()

    @property
    def _screen(self) -> RoundScreen | GapScreen | None:
        """What stands in the place of the directory."""
        now = self._whole.currentWidget()
        return next((each for each in (self._round, self._gap) if each is now), None)

    def orientation(self) -> list[Run]:
        if self._screen is not None:
            return self._screen.orientation()
        if self.caring.screen is not None and self.caring.is_shown:
            return self.caring.screen.orientation()
        counts = self.workplace.lists.category_counts()
        total = sum(counts.values())
        if not total:
            return [Run("Anbieter: ", strong=True), Run("noch keine eingetragen.")]
        return [
            Run("Anbieter: ", strong=True),
            Run(f"{_number(total)} im Verzeichnis. „Geprüft am“ setzt nur, wer nachgesehen hat."),
        ]

    def strip_actions(self) -> list[QWidget]:
        if self._screen is not None:
            back = push("Zum Verzeichnis", self.leave_round, "chevron-left")
            if self._screen is self._gap:
                return [push("Neu ausrechnen", self._gap.work_out), back]
            return [back]
        if self.caring.is_shown:
            return self.caring.actions()
        return [
            *self.caring.actions(),
            push("Prüfrunde …", self.show_round, "mail"),
            push("Betreuungslücke …", self.show_gap, "clock"),
            push("Doppelte …", self.find_duplicates, "copy"),
            push("Liste einlesen …", self._importing.ask, "download"),
            self._exporting.button(),
        ]

    def find_duplicates(self) -> None:
        """Look for providers that were entered twice."""
        if self.desk is not None:
            find_duplicates(self.workplace, self)

    def _show_chosen(self) -> None:
        desk = self.desk
        if self._right.currentWidget() is self._form and self._form.is_new and self._chosen is None:
            return
        if desk is None or self._chosen is None:
            self._right.setCurrentWidget(self._nobody)
            return
        try:
            view = desk.providers.provider(self._chosen)
        except Refused:
            self._chosen = None
            self._right.setCurrentWidget(self._nobody)
            return
        self._form.show_provider(view, self.workplace.today())
        self._shifts.show(self._chosen)
        links = desk.network.links_of(self._chosen)
        self._form.partners.show_links(self._chosen, links, self.workplace.today())
        self._right.setCurrentWidget(self._form)

    def _may_leave(self) -> bool:
        """Whether nothing typed would be lost by showing another entry, or the user gives it up."""
        if self._right.currentWidget() is not self._form or not self._form.is_changed:
            return True
        if not self.workplace.asking.discard():
            return False
        self._form.forget()
        return True

    def unsaved(self) -> str:
        if self._right.currentWidget() is self._form and self._form.is_changed:
            return "Angaben zu einem Anbieter sind"
        asked = (self._round, self.caring.screen)
        return " ".join(said for each in asked if each and (said := each.unsaved()))

    def _discarded(self) -> None:
        """A new entry is given up; what it was made beside is shown again."""
        if self._form.is_new:
            self._right.setCurrentWidget(self._nobody)
            self._chosen = self._form.origin
            self.list.show_provider(self._chosen)
            self.both.show_master()
        self._show_chosen()

    def _go_to(self, provider_id: int) -> None:
        """Show a neighbour, in the list too where it stands there."""
        if not self._may_leave():
            return
        self._chosen = provider_id
        self.list.show_provider(provider_id)
        self._show_chosen()

    def _begin_further(self) -> None:
        self._chosen = None
        self._shifts.show(None)
        self.list.show_provider(None)
        self._right.setCurrentWidget(self._form)

    def _new(self) -> None:
        if not self._may_leave():
            return
        self._chosen = None
        self._shifts.show(None)
        self.list.show_provider(None)
        self._right.setCurrentWidget(self._form)
        self.both.show_side()
        self._form.begin()

    def _edit(self) -> None:
        if self._right.currentWidget() is self._form:
            self.both.show_side()
            self._form.editor("organisation").setFocus()

    def _save(self, draft: ProviderDraft) -> None:
        chosen, origin, beside = self._chosen, self._form.origin, self._form.beside

        def command(desk: Desk) -> Done:
            if chosen is None:
                done = (
                    desk.providers.add_beside(origin, draft, beside)
                    if origin is not None and beside is not None
                    else desk.providers.add(draft)
                )
                self._chosen = int(done.facts["id"])
                self._form.settle()
                return done
            done = desk.providers.edit(chosen, draft)
            self._form.settle()
            return done

        self.acts.do(command, self)

    def _confirm(self) -> None:
        self._on_chosen(lambda desk, key: desk.providers.confirm_checked(key))

    def _archive(self, reason: str) -> None:
        self._on_chosen(lambda desk, key: desk.providers.archive(key, reason))

    def _restore(self) -> None:
        self._on_chosen(lambda desk, key: desk.providers.restore(key))

    def _on_chosen(self, act: Callable[[Desk, int], Done]) -> None:
        if self._chosen is not None:
            chosen = self._chosen
            self.acts.do(lambda desk: act(desk, chosen), self)

    def _choose(self, provider_id: int) -> None:
        if provider_id != self._chosen and not self._may_leave():
            QTimer.singleShot(0, self, self._select_chosen)
            return
        self._chosen = provider_id
        self._show_chosen()

    def _select_chosen(self) -> None:
        """The row of the entry shown is the current one again."""
        self.list.show_provider(self._chosen)

    def _show_travel(self) -> None:
        from ui.providers.travel_dialog import TravelDialog

        if self.desk is not None:
            TravelDialog(self.workplace, self.desk, self.window()).open()

    def _count(self) -> None:
        lists = self.workplace.lists
        self.aside.show_counts(lists.category_counts(), lists.provider_filters())
        self.aside.show_query(self.list.query)

    def _kind_chosen(self, key: object) -> None:
        kinds = frozenset({key} if isinstance(key, Category) else ())
        self.list.ask(replace(self.list.query, categories=kinds, archived=key == ARCHIVED))

    def _query_chosen(self, query: ProviderQuery) -> None:
        shown = self.list.query.order
        if query.near is not None:
            shown = ProviderOrder.NEAREST
        elif shown is ProviderOrder.NEAREST:
            shown = ProviderOrder.NAME
        self.list.ask(replace(query, order=shown))

    def _keep_filter(self, name: str) -> None:
        made: list[Done] = []
        query = self.list.query

        def run(desk: Desk) -> Done:
            made.append(desk.provider_filters.save(name, query))
            return made[0]

        self.acts.do(run, self)
        if made:
            self.aside.shut_name()

    def _remove_filter(self, filter_id: int) -> None:
        self.acts.do(lambda desk: desk.provider_filters.remove(filter_id), self)

    def _lay_out(self) -> None:
        self._right = QStackedWidget()
        self._right.addWidget(self._nobody)
        self._right.addWidget(self._form)
        self._right.setAutoFillBackground(True)
        self._right.setBackgroundRole(QPalette.ColorRole.Base)
        self.both = SideBySide(self.list, self._right, SIDE, room=ROOM)
        self.both.setMinimumWidth(self.list.minimumWidth())  # as little as one of them needs
        self.list.opened.connect(self.both.show_side)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.addWidget(self.aside)
        splitter.addWidget(self.both)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([theme.px(self, wide) for wide in (200, 1166)])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(splitter)
        outer.addWidget(self._whole)


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")
