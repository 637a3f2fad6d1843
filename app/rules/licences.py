"""Foreign driving licences: which tests the German one of class B asks for (Anlage 11 FeV)."""

from __future__ import annotations

from enum import StrEnum

from app.rules.origins import EUROPEAN_ECONOMIC_AREA, EUROPEAN_UNION, GERMANY, Origin


class Test(StrEnum):
    """What is to be passed before a licence is exchanged; ASK: the licensing authority knows."""

    NONE = "none"
    PRACTICAL = "practical"
    THEORY = "theory"
    BOTH = "both"
    ASK = "ask"


# Anlage 11 FeV, text of 19 August 2026, class B; ISO 3166-1 alpha-2. Canada, Australia and the
# United States are listed by provinces, territories and states; the codes of the whole country
# therefore are not among these. Footnotes narrow AL and NA to some classes or dates of issue.
# fmt: off
WITHOUT_TESTS = frozenset(
    {
        "AD", "AL", "BA", "CH", "GB", "GG", "GI", "IL", "IM", "JE", "JP", "KR", "MC", "ME", "MK",
        "NA", "NC", "NZ", "PF", "RS", "SG", "SM", "TW", "UA", "XK", "ZA",
    }
)
DRIVING_TEST = frozenset({"MD"})
THEORY_TEST = frozenset(
    {
        "US-CT", "US-DC", "US-FL", "US-IN", "US-MN", "US-MO", "US-MS", "US-NC", "US-NE", "US-OR",
        "US-TN",
    }
)
# Not in the list: both tests, but no compulsory lessons (§ 31 Abs. 2 FeV).
BOTH_TESTS = frozenset(
    {"BR", "CO", "EG", "IN", "IR", "JO", "MA", "MX", "PH", "SY", "TN", "TR", "UZ", "VN"}
)
# fmt: on

_TESTS = {
    country: test
    for test, countries in (
        (Test.NONE, WITHOUT_TESTS),
        (Test.PRACTICAL, DRIVING_TEST),
        (Test.THEORY, THEORY_TEST),
        (Test.BOTH, BOTH_TESTS),
    )
    for country in countries
}


def test_for(country: str) -> Test:
    """The tests for a licence issued there: ISO 3166-1 alpha-2, or US-xx for a state of the USA.

    ASK for every country that was not looked up in the list: none is ever guessed to be free of
    tests. Licences of the EU and the EEA are not exchanged at all (§ 28 FeV).
    """
    return _TESTS.get(country, Test.ASK)


def issued_by(country: str) -> Origin:
    """The group a licence comes under: Germany; EU or EEA (§ 28 FeV); elsewhere (§ 29, § 31 FeV).

    Swiss licences are among the last, although Swiss citizens have free movement.
    """
    if country == GERMANY:
        return Origin.GERMANY
    if country in EUROPEAN_UNION | EUROPEAN_ECONOMIC_AREA:
        return Origin.FREE_MOVEMENT
    return Origin.THIRD_COUNTRY
