"""What is typed about a provider, read and shown: counts, degrees, ages, amounts. No Qt."""

from __future__ import annotations

import re
from decimal import Decimal

from app.errors import Reason, Refused
from app.rules import amounts
from ui.amounts import years

_AGE = re.compile(
    r"(?:(?P<years>\d{1,3}(?:[.,]\d{1,3})?)\s*(?:j|jahre?n?)\b\.?)?[\s,;u]*(?:nd\s+)?"
    r"(?:(?P<months>\d{1,4})\s*(?:m|mon|monate?n?)?\b\.?)?",
    re.IGNORECASE | re.ASCII,
)
_DEGREES = re.compile(r"[+-]?\d{1,3}(?:[.,]\d*)?(?:e-\d{1,3})?", re.ASCII)
_CURRENCY = ("€", "EUR", "Euro")


def count(text: str, field: str) -> int | None:
    """A whole number, None for blank; a point before three figures parts thousands. Raises
    Refused(NOT_A_NUMBER, field)."""
    if not text.strip():
        return None
    try:
        return amounts.number(text)
    except ValueError:
        raise Refused(Reason.NOT_A_NUMBER, field, typed=text) from None


def degrees(text: str, field: str) -> float | None:
    """Degrees with a comma or a point, None for blank. Raises Refused(NOT_A_NUMBER, field)."""
    bare = text.strip().rstrip("°").strip()
    if not bare:
        return None
    if not _DEGREES.fullmatch(bare):
        raise Refused(Reason.NOT_A_NUMBER, field, typed=text)
    return float(bare.replace(",", "."))


def months(text: str, field: str) -> int | None:
    """An age in months: 18, 18 Monate, 3 Jahre, 2 J. 6 M., 1,5 Jahre; None for blank. Raises
    Refused(NOT_AN_AGE, field)."""
    bare = text.strip()
    if not bare:
        return None
    found = _AGE.fullmatch(bare)
    if found is None or not (found["years"] or found["months"]):
        raise Refused(Reason.NOT_AN_AGE, field, typed=text)
    years = Decimal((found["years"] or "0").replace(",", ".")) * 12
    if years != int(years):
        raise Refused(Reason.NOT_AN_AGE, field, typed=text)
    return int(years) + int(found["months"] or 0)


def cents(text: str, field: str) -> int | None:
    """Cents of an amount in euro as `app.rules.amounts` reads them; None for blank. Raises
    Refused(NOT_AN_AMOUNT, field)."""
    if text.strip() in ("", *_CURRENCY):
        return None
    try:
        return amounts.cents(text)
    except ValueError:
        raise Refused(Reason.NOT_AN_AMOUNT, field, typed=text) from None


def shown_cents(amount: int | None) -> str:
    """1.234,50; blank for an unknown amount."""
    if amount is None:
        return ""
    euro, rest = divmod(amount, 100)
    return f"{euro:,}".replace(",", ".") + f",{rest:02d}"


def shown_euro(cents: int) -> str:
    """950 €, 950,50 €: without cents where there are none."""
    return f"{shown_cents(cents).removesuffix(',00')} €"


def shown_degrees(value: float | None) -> str:
    """Degrees with a comma, every figure kept."""
    return "" if value is None else repr(value).replace(".", ",")


def read_back(text: str) -> str:
    """What an age typed means in years: 3 Jahre, 1 Jahr 6 Monate; blank below a year."""
    try:
        age = months(text, "")
    except Refused:
        return ""
    if age is None or age < 12:
        return ""
    return years(age)
