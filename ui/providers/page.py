"""The tab of providers: kinds and filters left, the list, one provider in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app import paths
from app.done import Topic
from app.errors import Refused
from app.records.directory import ProviderOrder, ProviderQuery
from app.records.providers import Category, ProviderDraft
from ui import theme, wording
from ui.page import Page, Workplace
from ui.providers.aside import ARCHIVED, Aside
from ui.providers.form import ProviderForm
from ui.providers.importing import Importing
from ui.providers.origins import origins
from ui.providers.provider_list import ProviderList
from ui.widgets.buttons import push
from ui.widgets.empty_state import EmptyState
from ui.widgets.runs import Run

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done


class ProvidersPage(Page):
    """List left, form right; every act through the one door."""

    topics = frozenset({Topic.PROVIDERS, Topic.OFFICE})

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
        self.list.import_wanted.connect(self._import)
        self._form = ProviderForm()
        self._form.saved.connect(self._save)
        self._form.checked.connect(self._confirm)
        self._form.archived.connect(self._archive)
        self._form.restored.connect(self._restore)
        self._form.discarded.connect(self._show_chosen)
        self._nobody = EmptyState(
            "building-2", "Kein Anbieter gewählt", "Wählen Sie links einen Anbieter aus."
        )
        self._importing = Importing(workplace, self)
        self._lay_out()
        QShortcut(QKeySequence("F2"), self, self._edit)

    def refresh(self) -> None:
        self._count()
        self.list.halves.look(self.desk, self.case_id)
        self.list.refresh(origins(self.desk, self.case_id, paths.resources()))
        self._show_chosen()

    def desk_opened(self) -> None:
        self._show_chosen()

    def refusal(self, refused: Refused) -> None:
        if refused.field == "name":
            self.aside.say(wording.refused(refused))
        else:
            self._form.refuse(refused)

    def reveal(self, row_id: int) -> None:
        self._chosen = row_id
        self.list.ask(ProviderQuery())
        self.list.show_provider(row_id)
        self._show_chosen()

    def search_field(self) -> QWidget:
        return self.list.search

    def orientation(self) -> list[Run]:
        counts = self.workplace.lists.category_counts()
        total = sum(counts.values())
        if not total:
            return [Run("Anbieter: ", strong=True), Run("noch keine eingetragen.")]
        return [
            Run("Anbieter: ", strong=True),
            Run(f"{_number(total)} im Verzeichnis. „Geprüft am“ setzt nur, wer nachgesehen hat."),
        ]

    def strip_actions(self) -> list[QWidget]:
        return [push("Liste einlesen …", self._import, "download")]

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
        self._right.setCurrentWidget(self._form)

    def _new(self) -> None:
        self._chosen = None
        self.list.show_provider(None)
        self._right.setCurrentWidget(self._form)
        self._form.begin()

    def _edit(self) -> None:
        if self._right.currentWidget() is self._form:
            self._form.editor("organisation").setFocus()

    def _save(self, draft: ProviderDraft) -> None:
        chosen = self._chosen

        def command(desk: Desk) -> Done:
            if chosen is None:
                done = desk.providers.add(draft)
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

    def _import(self) -> None:
        self._importing.ask()

    def _choose(self, provider_id: int) -> None:
        self._chosen = provider_id
        self._show_chosen()

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
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        for part, share in ((self.aside, 0), (self.list, 3), (self._right, 2)):
            splitter.addWidget(part)
            splitter.setStretchFactor(splitter.count() - 1, share)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([theme.px(self, wide) for wide in (200, 688, 478)])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(splitter)


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")
