"""A letter of the keyboard leads to one thing: with two of the same Alt only goes to and fro."""

from __future__ import annotations

import re
from collections import defaultdict

from PySide6.QtWidgets import QAbstractButton, QLabel

from app.rules.calendar import Day
from app.rules.terms import AnchorKind
from tests.services.career_world import make_home
from tests.services.visit_commands import TOUR, WEEK
from ui.network_tab import NetworkPage
from ui.support_tab import SupportPage
from ui.tabs import lead

PAGES = {"support": SupportPage, "network": NetworkPage}
ROOMS = {
    "support": ("visit", "talks", "work"),
    "network": ("openings", "courses", "actors", "group"),
}


def doubled(window):
    """The letters with Alt that are seen more than once, with the words they stand in."""
    found = defaultdict(list)
    for kind in (QLabel, QAbstractButton):
        for each in window.findChildren(kind):
            letter = re.search(r"&(\w)", each.text() or "")
            leads = kind is QAbstractButton or each.buddy() is not None
            if letter and leads and each.isVisible():
                found[letter[1].casefold()].append(each.text())
    return {letter: told for letter, told in found.items() if len(told) > 1}


def test_every_letter_leads_to_one_thing(window):
    desk = window.acts.desk
    home = make_home(desk)
    desk.plan.set_anchor(home.case, AnchorKind.WORK_START, Day(WEEK.first))
    desk.visits.make(home.case, WEEK, (TOUR,))
    window.show_case(home.case)
    for tab, rooms in ROOMS.items():
        for room in rooms:
            lead(window, tab, room)
            assert doubled(window) == {}, room
            page = window.findChild(PAGES[tab]).room
            for act in ("begin", "begin_stop"):
                if room != "group":
                    getattr(page, act, page.refresh)()
                    assert doubled(window) == {}, (room, act)
