"""The tabs of the window: name, icon, and how each page is built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.page import Page, Workplace

if TYPE_CHECKING:
    from ui.window import Window


def _today(workplace: Workplace) -> Page:
    from ui.today.page import TodayPage

    return TodayPage(workplace)


def _candidates(workplace: Workplace) -> Page:
    from ui.candidates.page import CandidatesPage

    return CandidatesPage(workplace)


def _onboarding(workplace: Workplace) -> Page:
    from ui.onboarding.page import OnboardingPage

    return OnboardingPage(workplace)


def _relocation(workplace: Workplace) -> Page:
    from ui.relocation.page import RelocationPage

    return RelocationPage(workplace)


def _providers(workplace: Workplace) -> Page:
    from ui.providers.page import ProvidersPage

    return ProvidersPage(workplace)


def _support(workplace: Workplace) -> Page:
    from ui.support_tab import SupportPage

    return SupportPage(workplace)


def _network(workplace: Workplace) -> Page:
    from ui.network_tab import NetworkPage

    return NetworkPage(workplace)


def _folder(workplace: Workplace) -> Page:
    from ui.folder.page import FolderPage

    return FolderPage(workplace)


def _templates(workplace: Workplace) -> Page:
    from ui.templates.page import TemplatesPage

    return TemplatesPage(workplace)


@dataclass(frozen=True)
class Tab:
    """`header` puts the person's header above the page; `apart` starts a group of its own."""

    key: str
    title: str
    icon: str
    build: Callable[[Workplace], Page]
    header: bool = True
    apart: bool = False


TABS = (
    Tab("today", "Heute", "sun", _today, header=False),
    Tab("candidates", "Kandidat*innen", "users", _candidates, header=False, apart=True),
    Tab("onboarding", "Onboarding", "flag", _onboarding),
    Tab("relocation", "Umzug", "house", _relocation),
    Tab("providers", "Anbieter", "building-2", _providers),
    Tab("support", "Begleitung", "heart-handshake", _support, apart=True),
    Tab("folder", "Mappe", "book-open", _folder),
    Tab("network", "Netzwerk", "network", _network, header=False, apart=True),
    Tab("templates", "Vorlagen", "clipboard-list", _templates, header=False),
)


FIRST = "candidates"
"""The tab shown at the start: its rows need nothing but the lists."""


def place(key: str) -> int:
    """Where a tab stands."""
    return next(at for at, tab in enumerate(TABS) if tab.key == key)


def lead(window: Window, key: str, what: int | str | None) -> None:
    """Show a row of a tab (a case, a step, a provider), or ask there (see `Page.ask`); None shows
    the tab as it is."""
    page = window.go_to(place(key))
    if page is None:
        return
    if isinstance(what, str):
        page.ask(what)
    elif what is not None:
        page.reveal(what)
