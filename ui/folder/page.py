"""The tab of folder."""

from __future__ import annotations

from app.done import Topic
from ui.page import Page


class FolderPage(Page):
    """Empty until its rows are built."""

    topics = frozenset({Topic.FOLDERS})
    needs_case = True

    def refresh(self) -> None:
        """Nothing to fetch yet."""
