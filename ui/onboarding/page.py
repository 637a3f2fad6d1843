"""The tab of onboarding."""

from __future__ import annotations

from app.done import Topic
from ui.page import Page


class OnboardingPage(Page):
    """Empty until its rows are built."""

    topics = frozenset({Topic.PLAN})
    needs_case = True

    def refresh(self) -> None:
        """Nothing to fetch yet."""
