"""Who is in charge: the home decides, at three levels, and § 81a for everybody alike."""

from __future__ import annotations

import inspect

import pytest

from app.rules.responsibility import LEVELS, Body, Level, Municipality, body_in_charge
from app.rules.terms import OfficeType

COUNTY = {"county_key": "03452", "county_body": "Landkreis Aurich"}
NORDEN = Municipality("03452019", "Norden", "Stadt Norden", **COUNTY)
HAGE = Municipality("03452008", "Hage", "Gemeinde Hage", "034525403", "Samtgemeinde Hage", **COUNTY)
BROOKMERLAND = Municipality(
    "", "Brookmerland", "Samtgemeinde Brookmerland", "034525401", "Samtgemeinde Brookmerland",
    **COUNTY,
)  # fmt: skip
EMDEN = Municipality("03402000", "Emden", "Stadt Emden", independent=True)
HOMES = {"Norden": NORDEN, "Hage": HAGE, "Brookmerland": BROOKMERLAND, "Emden": EMDEN,
         "unknown": None}  # fmt: skip

TOWN = {OfficeType.REGISTRY, OfficeType.DOG_TAX, OfficeType.CHILDCARE, OfficeType.SCHOOL}
OF_COUNTY = {
    OfficeType.IMMIGRATION, OfficeType.VEHICLE_REGISTRATION, OfficeType.DRIVING_LICENCE,
    OfficeType.PARENTAL_ALLOWANCE, OfficeType.YOUTH_OFFICE, OfficeType.FAMILY_SERVICE,
    OfficeType.WASTE, OfficeType.CARE_SUPPORT,
}  # fmt: skip


def test_every_office_type_has_a_level():
    assert set(LEVELS) == set(OfficeType)
    assert {office for office, level in LEVELS.items() if level is Level.MUNICIPALITY} == TOWN
    assert {office for office, level in LEVELS.items() if level is Level.COUNTY} == OF_COUNTY
    assert [office for office, level in LEVELS.items() if level is Level.STATE] == [
        OfficeType.CENTRAL_OFFICE_81A
    ]


@pytest.mark.parametrize("office", sorted(TOWN, key=lambda each: each.value))
def test_towns_do_their_own_and_members_leave_it_to_the_joint_municipality(office):
    assert body_in_charge(office, NORDEN) == Body("03452019", "Stadt Norden")
    assert body_in_charge(office, HAGE) == Body("034525403", "Samtgemeinde Hage")
    assert body_in_charge(office, BROOKMERLAND) == Body("034525401", "Samtgemeinde Brookmerland")


@pytest.mark.parametrize("office", sorted(OF_COUNTY, key=lambda each: each.value))
@pytest.mark.parametrize("home", [NORDEN, HAGE, BROOKMERLAND], ids=lambda home: home.name)
def test_the_county_does_the_rest_wherever_in_it_one_lives(office, home):
    assert body_in_charge(office, home) == Body("03452", "Landkreis Aurich")


@pytest.mark.parametrize("office", sorted(TOWN | OF_COUNTY, key=lambda each: each.value))
def test_in_emden_the_town_does_everything(office):
    assert body_in_charge(office, EMDEN) == Body("03402000", "Stadt Emden")


@pytest.mark.parametrize("home", HOMES.values(), ids=HOMES)
def test_the_fast_track_is_the_central_offices_wherever_the_home_is(home):
    """§ 81a AufenthG; in Lower Saxony since 2026 not the county's any more."""
    body = body_in_charge(OfficeType.CENTRAL_OFFICE_81A, home)
    assert body is not None
    assert body.key == ""
    assert body.name.startswith("Zentralstelle")


@pytest.mark.parametrize("home", HOMES.values(), ids=HOMES)
def test_banks_and_employers_have_no_territory(home):
    nobodys = [office for office, level in LEVELS.items() if level is Level.NOBODY]
    assert {OfficeType.BANK, OfficeType.EMPLOYER, OfficeType.TAX_OFFICE} <= set(nobodys)
    assert not any(body_in_charge(office, home) for office in nobodys)


def test_without_a_home_nobody_is_in_charge_yet():
    assert not any(body_in_charge(office, None) for office in TOWN | OF_COUNTY)


def test_the_place_of_work_plays_no_part():
    assert list(inspect.signature(body_in_charge).parameters) == ["office", "home"]
