"""Praxen: those that are handed over, the planning areas, when the committee meets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.done import Topic
from app.records.practice import AreaView, PracticeView, SessionView
from ui.page import Workplace
from ui.practice import words
from ui.practice.forms import AreaForm, PracticeForm, SessionForm
from ui.widgets.empty_state import EmptyState
from ui.widgets.list_room import ListRoom
from ui.widgets.paragraphs import Paragraphs
from ui.widgets.runs import Run
from ui.widgets.views import ViewsRoom


class PracticesRoom(ViewsRoom):
    """Praxen."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        self.practices = PracticesView(workplace)
        self.areas = AreasView(workplace)
        self.sessions = SessionsView(workplace)
        super().__init__(
            workplace,
            "Ansicht der Praxen",
            (
                ("practices", "Praxen", self.practices),
                ("areas", "Planungsbereiche", self.areas),
                ("sessions", "Sitzungen", self.sessions),
            ),
            parent,
        )


class PracticesView(ListRoom):
    """The practices that are handed over."""

    topics = frozenset({Topic.NETWORK, Topic.PROVIDERS, Topic.SUPPORT})

    def __init__(self, workplace: Workplace) -> None:
        self._rows: dict[int, PracticeView] = {}
        self.practice_form = PracticeForm(workplace)
        super().__init__(
            workplace,
            "Praxen",
            self.practice_form,
            EmptyState(
                "stethoscope",
                "Praxen, die abgegeben werden",
                "Was hier steht, wird Familien mit eigener Praxis vorgeschlagen, mit Gründen zu "
                "jedem Punkt.",
                "Praxis aufnehmen",
            ),
        )

    def lines(self) -> Sequence[tuple[int, str, str]]:
        assert self.desk is not None  # noqa: S101 - asked only with a desk
        self.practice_form.know_places(self.desk.planning_areas.municipalities())
        today = self.workplace.today()
        self._rows = {view.id: view for view in self.desk.own_practice.practices()}
        return [
            (key, view.draft.title, words.told(view, today)) for key, view in self._rows.items()
        ]

    def show_row(self, row_id: int) -> None:
        self.practice_form.show_practice(self._rows[row_id])

    def show_new(self) -> None:
        self.practice_form.show_practice(None)

    def orientation(self) -> list[Run]:
        current = [view for view in self._rows.values() if view.archived_on is None]
        talks = sum(bool(view.interested) for view in current)
        return [
            Run("Praxen: ", strong=True),
            Run(f"{len(current)} werden abgegeben, mit {talks} ist jemand im Gespräch."),
        ]


class AreasView(ListRoom):
    """The areas of the plan of needs, and which municipality is in none."""

    topics = frozenset({Topic.NETWORK})

    def __init__(self, workplace: Workplace) -> None:
        self._rows: dict[int, AreaView] = {}
        self.area_form = AreaForm(workplace)
        self.told = Paragraphs()
        super().__init__(
            workplace,
            "Planungsbereiche",
            self.area_form,
            EmptyState(
                "map",
                "Planungsbereiche der Kassenärztlichen Vereinigung",
                "Für jede Arztgruppe steht hier, welche Gemeinden zusammengehören und ob Sitze "
                "frei sind (§§ 99, 103 SGB V). Zahlen tragen Sie mit Stand ein.",
                "Planungsbereich aufnehmen",
            ),
        )

    def above(self) -> QWidget:
        """Which municipalities are in no area."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 8)
        column.addWidget(self.told)
        return holder

    def lines(self) -> Sequence[tuple[int, str, str]]:
        assert self.desk is not None  # noqa: S101 - asked only with a desk
        areas = self.desk.planning_areas
        self.area_form.know_places(areas.municipalities())
        self._rows = {view.id: view for view in areas.areas()}
        self.told.set_texts(tuple(map(words.about_uncovered, areas.uncovered())))
        return [(key, view.draft.name, words.about_area(view)) for key, view in self._rows.items()]

    def show_row(self, row_id: int) -> None:
        self.area_form.show_area(self._rows[row_id])

    def show_new(self) -> None:
        self.area_form.show_area(None)

    def orientation(self) -> list[Run]:
        closed = sum(view.draft.state.value == "closed" for view in self._rows.values())
        return [
            Run("Planungsbereiche: ", strong=True),
            Run(f"{len(self._rows)} eingetragen, {closed} davon gesperrt."),
        ]


class SessionsView(ListRoom):
    """The meetings of the committee on admission."""

    topics = frozenset({Topic.NETWORK})

    def __init__(self, workplace: Workplace) -> None:
        self._rows: dict[int, SessionView] = {}
        self.session_form = SessionForm(workplace)
        super().__init__(
            workplace,
            "Sitzungen",
            self.session_form,
            EmptyState(
                "calendar",
                "Sitzungen des Zulassungsausschusses",
                "Mit Sitzung und Abgabetag wird für jede Familie gerechnet, bis wann die "
                "Unterlagen da sein müssen.",
                "Sitzung eintragen",
            ),
        )

    def lines(self) -> Sequence[tuple[int, str, str]]:
        assert self.desk is not None  # noqa: S101 - asked only with a desk
        today = self.workplace.today()
        found = self.desk.planning_areas.sessions()
        ahead = [view for view in found if view.draft.on >= today]
        past = [view for view in reversed(found) if view.draft.on < today]
        self._rows = {view.id: view for view in (*ahead, *past)}
        return [
            (key, words.day(view.draft.on), words.about_session(view, today))
            for key, view in self._rows.items()
        ]

    def show_row(self, row_id: int) -> None:
        self.session_form.show_session(self._rows[row_id])

    def show_new(self) -> None:
        body = next((view.draft.body for view in self._rows.values()), "")
        self.session_form.show_session(None, body)

    def orientation(self) -> list[Run]:
        today = self.workplace.today()
        ahead = [view for view in self._rows.values() if view.draft.on >= today]
        said = f"{len(ahead)} stehen bevor." if ahead else "Sitzungstermine fehlen."
        return [Run("Sitzungen: ", strong=True), Run(said)]
