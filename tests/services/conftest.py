"""What the tests of the services share: a desk with few templates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.desk import Desk, open_desk
from app.records.office import AdvisorDraft, ServicePoint
from app.records.providers import Category
from tests.conftest import ROOT, TODAY
from tests.makers import make_case, make_provider, with_dates
from tests.services.exchange_world import World
from tests.services.small_templates import small_desk, small_resources


@pytest.fixture(scope="session")
def few_templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The resources with the templates of `small_templates` alone, made and read once."""
    return small_resources(tmp_path_factory.mktemp("small") / "resources")


@pytest.fixture
def small(path: Path, few_templates: Path) -> Iterator[Desk]:
    """All services on a new file, with the templates of `small_templates` alone."""
    desk = small_desk(path, few_templates)
    yield desk
    desk.close()


@pytest.fixture
def world(file):
    days = [TODAY + timedelta(1)]
    desk = open_desk(file, ROOT / "resources", lambda: days[0], "Tomke Harms")
    desk.office.edit_service_point(ServicePoint(name="Servicestelle Küste"))
    advisor = int(desk.office.add_advisor(AdvisorDraft("Tomke", "Harms")).facts["id"])
    kita = make_provider(desk)
    make_provider(
        desk, organisation="Rathaus Norden", category=Category.AUTHORITY, office_type="registry"
    )
    case = make_case(desk, children=1, advisor=advisor)
    with_dates(desk, case)
    yield World(desk, case, days, kita)
    desk.close()
