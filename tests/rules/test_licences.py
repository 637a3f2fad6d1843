"""Which tests a foreign licence of class B asks for: every country that was looked up."""

from __future__ import annotations

import pytest

from app.rules import licences
from app.rules.facts import VOCABULARY, FactKey
from app.rules.origins import EUROPEAN_UNION, Origin

LISTED = {
    "none": {
        "Albania": "AL", "Andorra": "AD", "Bosnia and Herzegovina": "BA", "Guernsey": "GG",
        "Isle of Man": "IM", "Jersey": "JE", "Gibraltar": "GI", "Israel": "IL", "Japan": "JP",
        "Kosovo": "XK", "Monaco": "MC", "Montenegro": "ME", "Namibia": "NA",
        "New Caledonia": "NC", "French Polynesia": "PF", "New Zealand": "NZ",
        "North Macedonia": "MK", "Republic of Korea": "KR", "San Marino": "SM",
        "Switzerland": "CH", "Serbia": "RS", "Singapore": "SG", "South Africa": "ZA",
        "Taiwan": "TW", "Ukraine": "UA", "United Kingdom": "GB",
    },
    "practical": {"Moldova": "MD"},
    "theory": {
        "Connecticut": "US-CT", "Florida": "US-FL", "Missouri": "US-MO", "Nebraska": "US-NE",
        "North Carolina": "US-NC", "Oregon": "US-OR", "Tennessee": "US-TN", "Indiana": "US-IN",
        "Minnesota": "US-MN", "Mississippi": "US-MS", "District of Columbia": "US-DC",
    },
    "both": {
        "India": "IN", "Philippines": "PH", "Vietnam": "VN", "Colombia": "CO", "Mexico": "MX",
        "Brazil": "BR", "Morocco": "MA", "Tunisia": "TN", "Egypt": "EG", "Jordan": "JO",
        "Syria": "SY", "Iran": "IR", "Turkey": "TR", "Uzbekistan": "UZ",
    },
    "ask": {
        "United States, state unknown": "US", "Texas": "US-TX", "California": "US-CA",
        "Canada, province unknown": "CA", "Australia": "AU", "Bangladesh": "BD", "Kenya": "KE",
        "North Korea": "KP", "Russia": "RU", "no country": "ZZ", "nothing": "", "France": "FR",
    },
}  # fmt: skip
CASES = {name: (code, test) for test, those in LISTED.items() for name, code in those.items()}


@pytest.mark.parametrize(("code", "test"), CASES.values(), ids=CASES)
def test_a_licence_asks_for_the_tests_of_the_list(code, test):
    """Anlage 11 FeV, § 31 Abs. 2 FeV; what was not looked up is for the authority to say."""
    assert licences.test_for(code) == test


def test_nothing_is_in_the_list_that_these_cases_do_not_name():
    named = {code for code, test in CASES.values() if test != "ask"}
    listed = (
        licences.WITHOUT_TESTS | licences.DRIVING_TEST | licences.THEORY_TEST | licences.BOTH_TESTS
    )
    assert listed == named


def test_the_tests_are_the_values_of_the_fact():
    assert {test.value for test in licences.Test} == set(VOCABULARY[FactKey.LICENCE_TEST].values)


@pytest.mark.parametrize(
    ("code", "group"),
    [("DE", "de"), ("PL", "eu"), ("IS", "eu"), ("LI", "eu"), ("CH", "third"), ("GB", "third"),
     ("US-FL", "third")],
)  # fmt: skip
def test_a_licence_comes_under_the_group_of_its_country(code, group):
    """§ 28 FeV speaks of the EU and the EEA; Switzerland is in neither."""
    assert licences.issued_by(code) is Origin(group)


def test_no_licence_of_the_union_is_ever_said_to_need_a_test():
    assert {licences.test_for(code).value for code in EUROPEAN_UNION} == {"ask"}
