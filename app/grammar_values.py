"""The values of the command line, each read from its word; a wrong one is said in German."""

from __future__ import annotations

import argparse
import math
import re
from datetime import date

from app.rules.calendar import Day, Precision
from app.rules.care_cost import SHARING
from app.rules.care_offer import Bearer

_LARGEST_ID = 2**63 - 1


def day(text: str) -> Day:
    """A date as ISO 8601 writes it, or a month without its day."""
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}", text):
            return Day(date.fromisoformat(f"{text}-01"), Precision.MONTH)
        return Day(date.fromisoformat(text))
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"„{text}“ ist kein Datum. Beispiel: 2027-03-01, oder 2027-03 für den Monat"
        ) from None


def calendar_date(text: str) -> date:
    """A day as ISO 8601 writes it, of a year that calendars reach."""
    try:
        if re.fullmatch(r"(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"„{text}“ ist kein Datum. Beispiel: 2027-03-01")


def year(text: str) -> int:
    """A year that calendars reach."""
    if re.fullmatch(r"(?:19|20|21)[0-9]{2}", text):
        return int(text)
    raise argparse.ArgumentTypeError(f"„{text}“ ist kein Jahr. Beispiel: 2026")


def count(text: str) -> int:
    """A number from 0."""
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"„{text}“ ist keine Zahl ab 0")
    return int(text)


def point(text: str) -> tuple[float, float]:
    """Latitude and longitude in degrees."""
    latitude, _, longitude = text.partition(",")
    try:
        point = float(latitude), float(longitude)
    except ValueError:
        point = (math.nan, math.nan)
    if not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180):
        raise argparse.ArgumentTypeError(f"„{text}“ ist kein Ort. Beispiel: 53.595,7.205")
    return point


def kilometres(text: str) -> float:
    """A distance above 0."""
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        number = math.nan
    if not 0 < number < math.inf:
        raise argparse.ArgumentTypeError(f"„{text}“ ist keine Zahl von Kilometern")
    return number


def ages(text: str) -> tuple[int, int]:
    """The first and the last age in completed months."""
    found = re.fullmatch(r"([0-9]{1,4})-([0-9]{1,4})", text)
    if found is None:
        raise argparse.ArgumentTypeError(f"„{text}“ ist keine Spanne von Monaten. Beispiel: 12-71")
    return int(found[1]), int(found[2])


def euro(text: str) -> int:
    """Cents of an amount in euro."""
    found = re.fullmatch(r"([0-9]{1,9})(?:[.,]([0-9]{1,2}))?", text)
    if found is None:
        raise argparse.ArgumentTypeError(f"„{text}“ ist kein Betrag. Beispiel: 45,50")
    return int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0"))


def share(text: str) -> tuple[Bearer, int]:
    """Who bears which percent."""
    who, _, percent = text.partition("=")
    if who not in {each.value for each in SHARING} or not re.fullmatch(r"[0-9]{1,3}", percent):
        raise argparse.ArgumentTypeError(f"„{text}“ ist kein Anteil. Beispiel: public=60")
    return Bearer(who), int(percent)


def row_id(text: str) -> int:
    """The number of a row in the data file."""
    number = count(text)
    if number > _LARGEST_ID:
        raise argparse.ArgumentTypeError(f"„{text}“ ist keine Nummer")
    return number
