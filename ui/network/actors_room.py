"""The room of the actors: who belongs to the network, who works with whom, and who with nobody."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.done import Topic
from app.records.network import ActorView, LinkView
from app.records.papers import PaperKind
from ui.network import words
from ui.network.actor_form import ActorForm
from ui.network.link_form import LinkForm
from ui.network.picture_view import PictureView
from ui.page import Workplace
from ui.widgets import link_words
from ui.widgets.buttons import push
from ui.widgets.empty_state import EmptyState
from ui.widgets.list_room import ListRoom
from ui.widgets.runs import Run
from ui.widgets.views import ViewsRoom


class ActorsRoom(ViewsRoom):
    """Akteure."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(
            workplace,
            "Ansicht der Akteure",
            (
                ("actors", "Akteure", ActorsView(workplace)),
                ("links", "Verbindungen", LinksView(workplace)),
                ("picture", "Wer mit wem", PictureView(workplace)),
            ),
            parent,
        )


class ActorsView(ListRoom):
    """The bodies of the network."""

    topics = frozenset({Topic.NETWORK, Topic.PROVIDERS})

    def __init__(self, workplace: Workplace) -> None:
        self._rows: dict[int, ActorView] = {}
        self.actor_form = ActorForm(workplace)
        super().__init__(
            workplace,
            "Akteure",
            self.actor_form,
            EmptyState(
                "network",
                "Akteure der Region",
                "Kommunen, Krankenhäuser, Praxen, Verbände: wer im Netzwerk welche Rolle hat und "
                "wen man dort fragt.",
                "Akteur eintragen",
            ),
        )

    def lines(self) -> Sequence[tuple[int, str, str]]:
        assert self.desk is not None  # noqa: S101 - asked only with a desk
        today = self.workplace.today()
        self._rows = {view.id: view for view in self.desk.network.actors()}
        return [
            (key, view.draft.name, words.actor_line(view, today))
            for key, view in self._rows.items()
        ]

    def show_row(self, row_id: int) -> None:
        self.actor_form.show_actor(self._rows[row_id])

    def show_new(self) -> None:
        self.actor_form.show_actor(None)

    def orientation(self) -> list[Run]:
        today = self.workplace.today()
        active = [view for view in self._rows.values() if view.is_active(today)]
        members = sum(view.draft.in_group for view in active)
        return [
            Run("Akteure: ", strong=True),
            Run(f"{len(active)} im Netzwerk, {members} in der Arbeitsgruppe."),
        ]


class LinksView(ListRoom):
    """The links between services."""

    topics = frozenset({Topic.NETWORK, Topic.PROVIDERS})

    def __init__(self, workplace: Workplace) -> None:
        self._rows: dict[int, LinkView] = {}
        self.link_form = LinkForm(workplace)
        super().__init__(
            workplace,
            "Verbindungen",
            self.link_form,
            EmptyState(
                "arrow-left-right",
                "Wer mit wem zusammenarbeitet",
                "Verbinden Sie zwei Einträge des Verzeichnisses. In der Mappe steht dann bei "
                "beiden, mit wem sie zusammenarbeiten.",
                "Verbindung eintragen",
            ),
        )

    def lines(self) -> Sequence[tuple[int, str, str]]:
        assert self.desk is not None  # noqa: S101 - asked only with a desk
        today = self.workplace.today()
        self._rows = {view.id: view for view in self.desk.network.links()}
        return [
            (key, f"{view.first.name} – {view.second.name}", link_words.link_line(view, today))
            for key, view in self._rows.items()
        ]

    def show_row(self, row_id: int) -> None:
        self.link_form.show_link(self._rows[row_id])

    def show_new(self) -> None:
        self.link_form.show_link(None)

    def orientation(self) -> list[Run]:
        gone = sum(bool(view.gone) for view in self._rows.values())
        told = f"{len(self._rows)} eingetragen"
        said = f"{told}, {gone} führen ins Leere." if gone else f"{told}."
        return [Run("Verbindungen: ", strong=True), Run(said)]

    def strip_actions(self) -> list[QWidget]:
        return [push("Netzwerkblatt …", self._print, "printer")]

    def _print(self) -> None:
        from ui.widgets.paper_dialog import open_paper, paper

        left_out = "Notizen und Verbindungen, die nicht mehr gelten, stehen nicht auf dem Blatt."
        sheet = paper(lambda desk: desk.network.sheet(), PaperKind.NETWORK, None, "", left_out)
        open_paper(self.workplace, sheet, self)
