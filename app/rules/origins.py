"""Which law a country's citizens come under: Germany, free movement, third country."""

from __future__ import annotations

from enum import StrEnum

GERMANY = "DE"

# Art. 52 EUV names the member states; Germany stands apart.
# fmt: off
EUROPEAN_UNION = frozenset(
    {
        "AT", "BE", "BG", "CY", "CZ", "DK", "EE", "ES", "FI",
        "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
        "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    }
)
# fmt: on

# § 12 FreizügG/EU: citizens of the EEA states have the same rights.
EUROPEAN_ECONOMIC_AREA = frozenset({"IS", "LI", "NO"})

# Agreement EU–Switzerland of 21 June 1999 on free movement; § 28 AufenthV.
SWITZERLAND = frozenset({"CH"})

FREE_MOVEMENT = EUROPEAN_UNION | EUROPEAN_ECONOMIC_AREA | SWITZERLAND

# § 41 Abs. 1 AufenthV: may enter without a visa for a long stay too and apply for the permit
# within 90 days (Abs. 3). Text of August 2026.
VISA_FREE_LONG_STAY = frozenset({"AU", "IL", "JP", "CA", "KR", "NZ", "GB", "US"})


class Origin(StrEnum):
    """The three groups that conditions speak of."""

    GERMANY = "de"
    FREE_MOVEMENT = "eu"
    THIRD_COUNTRY = "third"


def origin_of(country: str) -> Origin:
    """The group of an ISO 3166-1 alpha-2 code, upper case."""
    if country == GERMANY:
        return Origin.GERMANY
    return Origin.FREE_MOVEMENT if country in FREE_MOVEMENT else Origin.THIRD_COUNTRY
