"""The tab of candidates."""

from __future__ import annotations

from app.done import Topic
from ui.page import Page


class CandidatesPage(Page):
    """Empty until its rows are built."""

    topics = frozenset({Topic.CANDIDATES})
    needs_case = False

    def refresh(self) -> None:
        """Nothing to fetch yet."""
