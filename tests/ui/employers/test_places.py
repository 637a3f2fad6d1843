"""Places an employer keeps: entered on its page, the page staying where it was read."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QScrollArea

from app.records.employer_places import EmployerPlaceDraft, PlaceKind
from app.records.providers import Category
from tests.conftest import TODAY
from tests.makers import make_provider
from tests.services.employer_commands import BIKE
from ui import employer_place_words
from ui.tabs import place


@pytest.fixture
def desk(window):
    return window.acts.desk


@pytest.fixture
def kita(desk):
    return make_provider(desk, organisation="Kita Deichkinder", category=Category.KITA, places=20)


@pytest.fixture
def room(window, desk, kita):
    employer = make_provider(desk, organisation="Deichklinik", category=Category.EMPLOYER)
    other = make_provider(desk, organisation="Werft", category=Category.EMPLOYER)
    desk.employer_places.add(EmployerPlaceDraft(kita, other, PlaceKind.RESERVES, 3))
    desk.employers.add_benefit(employer, BIKE)
    window.resize(1366, 600)
    page = window.go_to(place("network"))
    page.ask(f"employers:{employer}")
    return page.room


def test_the_form_opens_in_sight_and_saved_the_page_stays_there(qtbot, room, kita):
    places = room.profile.places
    (around,) = (each for each in room.findChildren(QScrollArea) if each.widget() is room.profile)
    places.begin()
    qtbot.waitUntil(lambda: not places.form.save_button.visibleRegion().isEmpty())
    places.form.provider.choose(kita, "Kita Deichkinder")
    places.form.put("places", "18")
    places.form.save()
    told = places.form.field("places").reason()
    assert told == "Von 20 Plätzen halten Arbeitgeber schon 3 frei. Möglich sind noch 17."
    places.form.put("places", "4")
    places.form.put("cents", "1.200,5")
    places.form.save()
    assert places.form.isHidden()
    assert places.add_link.hasFocus()
    qtbot.waitUntil(lambda: not places.list.visibleRegion().isEmpty())
    assert around.verticalScrollBar().value() > 0
    (line,) = (places.list.model().index(row, 0).data() for row in range(1))
    assert line.endswith("hält 4 Plätze frei, für 1.200,50 € je Platz und Monat")


def test_the_last_day_of_what_has_ended_is_named_as_one_it_held():
    ended = EmployerPlaceDraft(1, 2, PlaceKind.RESERVES, 1, valid_to=date(2026, 7, 31))
    assert employer_place_words.told(ended, TODAY) == "galt bis 31.07.2026: hält 1 Platz frei"
