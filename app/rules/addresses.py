"""Addresses and ways to reach somebody, brought to the form in which two lists can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from app.rules.provider_names import folded

_STREET = re.compile(r"(?:strasse|str)$")
_NUMBER = re.compile(r"(\d+)\s*([a-z]?)(?![a-z])")
_EXTENSION = re.compile(r"\s*-\s*0+\s*$")  # the exchange itself: „9486-0“
_NOT_A_DIGIT = re.compile(r"\D")
_SCHEME = re.compile(r"^[a-z]+://")
_FEWEST_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Address:
    """`street` without its kind („strasse“) and blanks; `number` the first house number with its
    letter; all blank where unknown."""

    street: str
    number: str
    postcode: str
    town: str


@dataclass(frozen=True, slots=True)
class Reach:
    """Telephone digits as dialled within Germany, e-mail in small letters, host and path of the
    web site; blank where unknown."""

    phone: str
    email: str
    website: str


def address_of(street: str, postcode: str, town: str) -> Address:
    """The parts of an address as it stands in two fields and one for the street."""
    line = " ".join(folded(street))
    number = _NUMBER.search(line)
    letters = line[: number.start()] if number else line
    words = [_STREET.sub("", word) for word in letters.split()]
    return Address(
        street="".join(words),
        number="".join(number.groups()) if number else "",
        postcode="".join(folded(postcode)),
        town=_town(town),
    )


def reach_of(phone: str, email: str, website: str) -> Reach:
    """The ways to reach somebody."""
    return Reach(_dialled(phone), email.strip().casefold(), _site(website))


def _dialled(phone: str) -> str:
    bare = _EXTENSION.sub("", phone.strip().replace("(0)", ""))
    digits = _NOT_A_DIGIT.sub("", bare)
    if bare.startswith("+"):
        digits = f"00{digits}"
    if digits.startswith("0049"):
        digits = "0" + digits[4:].removeprefix("0")
    return digits if len(digits) >= _FEWEST_DIGITS else ""


def _site(website: str) -> str:
    bare = _SCHEME.sub("", website.strip().casefold()).removeprefix("www.")
    return bare.rstrip("/")


@lru_cache(maxsize=16_384)
def _town(town: str) -> str:
    return "".join(folded(town.partition("(")[0]))
