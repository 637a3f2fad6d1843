"""The German name of the country or the state of the USA that issued a paper. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from app.content.languages import countries, country_name

# Anlage 11 FeV lists the states of the USA one by one; CLDR's list of countries has none.
_STATES: Mapping[str, str] = {
    "AL": "Alabama",
    "AK": "Alaska",
    "AZ": "Arizona",
    "AR": "Arkansas",
    "CA": "Kalifornien",
    "CO": "Colorado",
    "CT": "Connecticut",
    "DE": "Delaware",
    "DC": "District of Columbia",
    "FL": "Florida",
    "GA": "Georgia",
    "HI": "Hawaii",
    "ID": "Idaho",
    "IL": "Illinois",
    "IN": "Indiana",
    "IA": "Iowa",
    "KS": "Kansas",
    "KY": "Kentucky",
    "LA": "Louisiana",
    "ME": "Maine",
    "MD": "Maryland",
    "MA": "Massachusetts",
    "MI": "Michigan",
    "MN": "Minnesota",
    "MS": "Mississippi",
    "MO": "Missouri",
    "MT": "Montana",
    "NE": "Nebraska",
    "NV": "Nevada",
    "NH": "New Hampshire",
    "NJ": "New Jersey",
    "NM": "New Mexico",
    "NY": "New York",
    "NC": "North Carolina",
    "ND": "North Dakota",
    "OH": "Ohio",
    "OK": "Oklahoma",
    "OR": "Oregon",
    "PA": "Pennsylvania",
    "RI": "Rhode Island",
    "SC": "South Carolina",
    "SD": "South Dakota",
    "TN": "Tennessee",
    "TX": "Texas",
    "UT": "Utah",
    "VT": "Vermont",
    "VA": "Virginia",
    "WA": "Washington",
    "WV": "West Virginia",
    "WI": "Wisconsin",
    "WY": "Wyoming",
}
_USA = "USA (Bundesstaat offen)"


def place_name(code: str) -> str:
    """ "IN" is Indien, "US-FL" USA, Florida; the code itself where nobody knows it."""
    if code == "US":
        return _USA
    if code.startswith("US-"):
        state = _STATES.get(code.removeprefix("US-"))
        return f"USA, {state}" if state else code
    return country_name(code)


@cache
def places() -> tuple[tuple[str, str], ...]:
    """Every country as (code, name) in dictionary order, the USA with each of their states."""
    found = [pair for pair in countries() if pair[0] != "US"]
    states = [(f"US-{state}", place_name(f"US-{state}")) for state in _STATES]
    usa = [("US", _USA), *sorted(states, key=lambda pair: pair[1])]
    # USA stands before Usbekistan.
    at = [code for code, _ in found].index("UZ")
    return (*found[:at], *usa, *found[at:])
