"""The round opened in its tab, on organisations that nobody checked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.done import Act
from app.records.office import ServicePoint
from app.services.provider_records import new_provider
from tests.makers import KITA
from ui.tabs import place


@pytest.fixture
def office(window):
    """A kita with two services, and two others with one; their organisations by name."""
    desk = window.acts.desk
    desk.office.edit_service_point(ServicePoint(name="Servicestelle"))
    rich = replace(KITA, organisation="Kita A", street="Am Siel 1", phone="04931 1", places=30)
    keys = {}
    with desk.transactions.command(Act.PROVIDER_ADDED) as session:
        whole = new_provider(session, replace(rich, service="Krippe"))
        new_provider(session, replace(rich, service="Hort"), organisation=whole.organisation)
        keys["Kita A"] = whole.organisation.id
        for name in ("Kita B", "Kita C"):
            draft = replace(rich, organisation=name, street="" if name == "Kita C" else "Weg 2")
            keys[name] = new_provider(session, draft).organisation.id
    return keys


@pytest.fixture
def page(window, office, qtbot):
    with qtbot.waitActive(window):
        window.activateWindow()
    found = window.go_to(place("providers"))
    found.show_round()
    return found


@pytest.fixture
def screen(page):
    return page._round
