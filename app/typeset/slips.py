"""What is to be cut out of a sheet or off it: slips two beside each other, the part below."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip. `title`, `text`, `redeemed_at` and `address` are in `office_lang`, all else in the
    language of the page; blank parts are left out. `stamp` says that it is none ("Muster")."""

    number: str
    title: str
    valid: str
    text: str = ""
    audience: str = ""
    redeem: str = ""
    redeemed_at: str = ""
    address: tuple[str, ...] = ()
    issuer: str = ""
    stamp: str = ""
    office_lang: str = ""


@dataclass(frozen=True, slots=True)
class Slips:
    """Slips two by three on a page, with lines to cut along; one with much text is higher."""

    slips: tuple[Slip, ...]
    lang: str = ""


@dataclass(frozen=True, slots=True)
class CutLine:
    """A line across the page to cut along, with a word below it."""

    label: str
    lang: str = ""
