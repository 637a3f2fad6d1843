"""The room of the working group: topics, meetings, open tasks."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.network.meetings_view import MeetingsView
from ui.network.tasks_view import TasksView
from ui.network.topics_view import TopicsView
from ui.page import Workplace
from ui.widgets.views import ViewsRoom


class GroupRoom(ViewsRoom):
    """Arbeitsgruppe."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(
            workplace,
            "Ansicht der Arbeitsgruppe",
            (
                ("topics", "Themen", TopicsView(workplace)),
                ("meetings", "Sitzungen", MeetingsView(workplace)),
                ("tasks", "Offene Aufgaben", TasksView(workplace)),
            ),
            parent,
        )
