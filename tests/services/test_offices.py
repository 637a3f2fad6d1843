"""Offices in charge: by the home, from the directory, the narrower entry first."""

from __future__ import annotations

import pytest

from app.errors import Reason, Refused
from app.records.providers import Category
from app.rules.facts import FactKey
from app.rules.terms import Track
from tests.makers import make_case, make_provider, with_dates

COUNTY, NORDEN, HAGE = "03452", "03452019", "034525403"


def shown(desk, case, template="register"):
    steps = desk.plan.view(case, Track.RELOCATION).steps
    found = next(step for step in steps if step.template == template)
    return found.body, found.provider.name if found.provider else None


def lives_in(desk, town, postcode):
    case = make_case(desk, home_town=town, home_postcode=postcode)
    with_dates(desk, case)
    return case


def office(desk, name, *area, kind="registry"):
    return make_provider(
        desk, organisation=name, category=Category.AUTHORITY, office_type=kind, area=area
    )


@pytest.mark.parametrize(
    ("town", "postcode", "registry", "waste"),
    [
        pytest.param("Norden", "26506", "Stadt Norden", "Landkreis Aurich", id="a town"),
        pytest.param(
            "Hagermarsch", "26524", "Samtgemeinde Hage", "Landkreis Aurich", id="a member of Hage"
        ),
        pytest.param(
            "Leezdorf", "26529", "Samtgemeinde Brookmerland", "Landkreis Aurich", id="Brookmerland"
        ),
        pytest.param("Emden", "26721", "Stadt Emden", "Stadt Emden", id="a town of its own"),
        pytest.param(
            "Beispielhafen",
            "26506",
            "Stadt Norden",
            "Landkreis Aurich",
            id="invented, by post code",
        ),
        pytest.param("", "", "", "", id="home unknown"),
        pytest.param("Köln", "50667", "", "", id="elsewhere"),
    ],
)
def test_the_body_follows_the_home(small, town, postcode, registry, waste):
    case = lives_in(small, town, postcode)
    assert shown(small, case)[0] == registry
    assert shown(small, case, "hearsay")[0] == waste


def test_a_body_without_a_territory_has_no_name(small):
    case = lives_in(small, "Norden", "26506")
    small.household.record(case, None, FactKey.CAR, "yes")
    assert shown(small, case, "care_or_car") == ("", None)


def test_the_narrowest_entry_of_the_directory_is_in_charge(small):
    at_hage = lives_in(small, "Hagermarsch", "26524")
    office(small, "Überall-Amt")
    assert shown(small, at_hage)[1] == "Überall-Amt"
    office(small, "Kreisamt", COUNTY)
    assert shown(small, at_hage)[1] == "Kreisamt"
    office(small, "Bürgerbüro Hage", HAGE)
    assert shown(small, at_hage)[1] == "Bürgerbüro Hage"
    office(small, "Außenstelle Hagermarsch", "03452009", NORDEN)
    assert shown(small, at_hage)[1] == "Außenstelle Hagermarsch"
    assert shown(small, lives_in(small, "Berumbur", "26524"))[1] == "Bürgerbüro Hage"
    assert shown(small, lives_in(small, "Emden", "26721"))[1] == "Überall-Amt"


def test_an_entry_for_somewhere_else_or_for_something_else_is_not_in_charge(small):
    case = lives_in(small, "Norden", "26506")
    office(small, "Bürgerbüro Hage", HAGE)
    office(small, "Abfallbetrieb", COUNTY, kind="waste")
    assert shown(small, case) == ("Stadt Norden", None)
    assert shown(small, case, "hearsay") == ("Landkreis Aurich", "Abfallbetrieb")


def test_without_a_home_only_an_entry_for_everywhere_is_in_charge(small):
    case = lives_in(small, "", "")
    office(small, "Kreisamt", COUNTY)
    assert shown(small, case) == ("", None)
    office(small, "Überall-Amt")
    assert shown(small, case) == ("", "Überall-Amt")


def test_an_archived_entry_is_not_in_charge(small):
    case = lives_in(small, "Norden", "26506")
    key = office(small, "Bürgerbüro", NORDEN)
    assert shown(small, case)[1] == "Bürgerbüro"
    small.providers.archive(key, "zieht um")
    assert shown(small, case)[1] is None


def test_among_equals_the_first_by_name_is_shown(small):
    case = lives_in(small, "Norden", "26506")
    office(small, "Zweigstelle", NORDEN)
    office(small, "Bürgerbüro", NORDEN)
    assert shown(small, case)[1] == "Bürgerbüro"


def test_the_entry_is_shown_with_address_hours_and_its_last_check(small):
    case = lives_in(small, "Norden", "26506")
    key = make_provider(
        small,
        organisation="Bürgerbüro",
        office_type="registry",
        street="Am Markt 15",
        phone="040 66969-300",
    )
    small.providers.confirm_checked(key)
    steps = small.plan.view(case, Track.RELOCATION).steps
    found = next(step for step in steps if step.template == "register").provider
    assert found.provider == key
    assert found.address == "Am Markt 15, 26506 Norden"
    assert found.phone == "040 66969-300"
    assert (found.hours_osm, found.hours_given) == ("Mo-Fr 07:00-16:00", "Mo–Fr 7–16 Uhr")
    assert found.checked_on is not None


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        pytest.param({"office_type": "buergerbuero"}, "office_type", id="unknown kind"),
        pytest.param({"area": ("Norden",)}, "area", id="a name"),
        pytest.param({"area": ("03452", "345")}, "area", id="no official key"),
    ],
)
def test_a_charge_that_means_nothing_is_refused(small, changes, field):
    with pytest.raises(Refused) as caught:
        make_provider(small, **changes)
    assert (caught.value.reason, caught.value.field) == (Reason.NOT_A_VALUE, field)


def test_what_was_entered_comes_back(small):
    key = office(small, "Bürgerbüro Hage", HAGE, NORDEN)
    draft = small.providers.provider(key).draft
    assert (draft.office_type, draft.area) == ("registry", (HAGE, NORDEN))
