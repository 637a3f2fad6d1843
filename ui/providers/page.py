"""The tab of providers."""

from __future__ import annotations

from app.done import Topic
from ui.page import Page


class ProvidersPage(Page):
    """Empty until its rows are built."""

    topics = frozenset({Topic.PROVIDERS})
    needs_case = False

    def refresh(self) -> None:
        """Nothing to fetch yet."""
