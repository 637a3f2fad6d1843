"""One value of a foreign list made tidy: nothing guessed, nothing lost, every change told."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Generic, TypeVar

from app.exchange.decoding import looks_wrong, mended
from app.records.imports import NoteCode

V = TypeVar("V")

# The outermost points of Germany (BKG), rounded outwards: Deutsche Bucht to Görlitz, Oberstdorf
# to List. The two ranges do not overlap, so a swapped pair is certain and not a guess.
_SOUTH, _NORTH = 47.2, 55.1
_WEST, _EAST = 5.8, 15.1

_OLDEST_MONTHS = 120 * 12
_DAY_MS = 86_400_000
_MINUTE_MS = 60_000

_SHORT_NUMBERS = frozenset({"110", "112", "115", "19222", "116006", "116016", "116111", "116117"})
_NO_BREAK = re.compile("[\u00a0\u202f]")
_BREAKS = re.compile(r"[ \t]*[\r\n\v\f\x85\u2028\u2029]+[ \t]*")
_RUNS = re.compile(r"[ \t]{2,}")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_PHONE_SIGNS = re.compile(r"[\d\s+()/.\-–‐‑]*")
_EMAIL = re.compile(r"[^\s@<>,;\"]+@[^\s@<>,;\".]+(?:\.[^\s@<>,;\".]+)+")
_WEB = re.compile(r"(?:https?://)?[^\s/:@.]+(?:\.[^\s/:@.]+)+(?::\d{1,5})?(?:[/?#]\S*)?", re.I)
_YES = frozenset({"true", "yes", "ja", "j", "1", "wahr", "x"})
_NO = frozenset({"false", "no", "nein", "n", "0", "falsch"})


@dataclass(frozen=True)
class Said:
    """One remark about one value, before it is known which row it stands in."""

    code: NoteCode
    before: str
    after: str = ""


@dataclass(frozen=True)
class Tidy(Generic[V]):
    """A value as it may be kept, and what was said about it."""

    value: V
    said: tuple[Said, ...] = ()


def as_text(raw: object) -> str | None:
    """What a JSON or table cell says as text; None where it is a list or an object.

    A whole float of a spreadsheet ("26603.0") reads as the integer it was typed as.
    """
    if raw is None:
        return ""
    if isinstance(raw, str):
        return raw
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, float):
        return str(int(raw)) if raw.is_integer() and abs(raw) < 1e15 else repr(raw)
    if isinstance(raw, int):
        return str(raw)
    return None


def line(text: str) -> Tidy[str]:
    """A text of one line: edge blanks off, line breaks and no-break blanks to one blank."""
    return _tidied(text, one_line=True)


def lines(text: str) -> Tidy[str]:
    """A text of several lines: only its edges are trimmed."""
    return _tidied(text, one_line=False)


def postcode(text: str) -> Tidy[str]:
    """A German post code: five digits; anything else is kept as typed and doubted. Four digits are
    what a spreadsheet leaves of 01067, or a post code of another country."""
    tidy = line(text)
    if not tidy.value or re.fullmatch(r"[0-9]{5}", tidy.value):
        return tidy
    if re.fullmatch(r"[0-9]{6,}", tidy.value):
        return _doubted(tidy, NoteCode.POSTCODE_TOO_LONG)
    if re.fullmatch(r"[0-9]{4}", tidy.value):
        return _doubted(tidy, NoteCode.POSTCODE_ZERO_LOST)
    return _doubted(tidy, NoteCode.POSTCODE_DOUBT)


def phone(text: str) -> Tidy[str]:
    """A telephone number, kept as typed; doubted unless every digit typed is dialled.

    libphonenumber drops what follows a letter (a typed O for a zero), so digits in are compared
    with digits out. Numbers without an area code (112, 116117) are known by name.
    """
    tidy = line(text)
    if tidy.value and not _dials(tidy.value):
        return _doubted(tidy, NoteCode.PHONE_DOUBT)
    return tidy


def email(text: str) -> Tidy[str]:
    """An e-mail address, kept as typed; doubted unless it has one @ and a dotted domain."""
    tidy = line(text)
    if tidy.value and not _EMAIL.fullmatch(tidy.value):
        return _doubted(tidy, NoteCode.EMAIL_DOUBT)
    return tidy


def website(text: str) -> Tidy[str]:
    """A web address with or without http(s)://, kept as typed; doubted where it is none."""
    tidy = line(text)
    if tidy.value and not _WEB.fullmatch(tidy.value):
        return _doubted(tidy, NoteCode.WEBSITE_DOUBT)
    return tidy


def coordinates(latitude: object, longitude: object) -> Tidy[tuple[float, float] | None]:
    """WGS 84 degrees as numbers or text, comma or point; None where they cannot be a place.

    A pair that is German only when swapped is swapped. Whole degrees (a place typed by its grid)
    and places outside Germany are kept and doubted.
    """
    given = f"{as_text(latitude) or ''} {as_text(longitude) or ''}".strip()
    if _empty(latitude) or _empty(longitude):
        return Tidy(None, (Said(NoteCode.COORDINATES_MISSING, given),))
    lat, lon = _degrees(latitude), _degrees(longitude)
    if lat is None or lon is None or not (abs(lat) <= 180 and abs(lon) <= 180):
        return Tidy(None, (Said(NoteCode.COORDINATES_NONSENSE, given),))
    if _in_germany(lon, lat):
        return Tidy((lon, lat), (Said(NoteCode.COORDINATES_SWAPPED, given, f"{lon} {lat}"),))
    if abs(lat) > 90 or (lat == 0 and lon == 0):
        return Tidy(None, (Said(NoteCode.COORDINATES_NONSENSE, given),))
    if not _in_germany(lat, lon):
        return Tidy((lat, lon), (Said(NoteCode.COORDINATES_OUTSIDE, given, given),))
    if lat.is_integer() and lon.is_integer():
        return Tidy((lat, lon), (Said(NoteCode.COORDINATES_ROUGH, given, given),))
    return Tidy((lat, lon))


def number(raw: object) -> Tidy[int | None]:
    """A whole number of 0 or more (places, months of age) from a number or text."""
    text = (as_text(raw) if not isinstance(raw, bool) else None) or ""
    digits = text.strip()
    if digits == "" and _empty(raw):
        return Tidy(None)
    if re.fullmatch(r"[0-9]{1,9}", digits):
        return Tidy(int(digits))
    return Tidy(None, (Said(NoteCode.NOT_A_NUMBER, text or str(raw)),))


def ages(minimum: int | None, maximum: int | None) -> Tidy[tuple[int | None, int | None]]:
    """A range of ages in months; a range nobody can fall into counts as unknown."""
    top = maximum if maximum is not None else _OLDEST_MONTHS
    bottom = minimum if minimum is not None else 0
    if bottom > top or top > _OLDEST_MONTHS or top == 0:
        given = f"{'' if minimum is None else minimum}–{'' if maximum is None else maximum}"
        return Tidy((None, None), (Said(NoteCode.AGES_NONSENSE, given),))
    return Tidy((minimum, maximum))


def yes_no(raw: object) -> Tidy[bool | None]:
    """A yes or no of JSON or of a German or English table."""
    if isinstance(raw, bool):
        return Tidy(raw)
    text = as_text(raw)
    word = (text or "").strip().casefold()
    if word in _YES:
        return Tidy(value=True)
    if word in _NO:
        return Tidy(value=False)
    if word == "" and _empty(raw):
        return Tidy(None)
    return Tidy(None, (Said(NoteCode.NOT_YES_NO, text if text is not None else str(raw)),))


def ms_after_midnight(raw: object) -> Tidy[int | None]:
    """Milliseconds after midnight to minutes of the day, 0 to 1440; whole minutes only."""
    if _empty(raw):
        return Tidy(None)
    text = as_text(raw) if not isinstance(raw, bool) else None
    digits = (text or "").strip()
    if re.fullmatch(r"[0-9]{1,8}", digits):
        ms = int(digits)
        if ms <= _DAY_MS and ms % _MINUTE_MS == 0:
            return Tidy(ms // _MINUTE_MS)
    return Tidy(None, (Said(NoteCode.HOURS_NONSENSE, text if text is not None else str(raw)),))


def clock(raw: object) -> Tidy[int | None]:
    """A time of day as "7:30", "07.30" or "7" to minutes of the day, 0 to 1440."""
    if _empty(raw):
        return Tidy(None)
    text = as_text(raw) or ""
    found = re.fullmatch(r"\s*([0-9]{1,2})(?:[:.]([0-5][0-9]))?(?:\s*Uhr)?\s*", text)
    if found:
        minutes = int(found[1]) * 60 + int(found[2] or 0)
        if minutes <= 1440:
            return Tidy(minutes)
    return Tidy(None, (Said(NoteCode.HOURS_NONSENSE, text or str(raw)),))


def _tidied(text: str, *, one_line: bool) -> Tidy[str]:
    if text.isascii() and text.isprintable() and text == text.strip() and "  " not in text:
        return Tidy(text)
    said: list[Said] = []

    def step(code: NoteCode, before: str, after: str) -> str:
        if after != before:
            said.append(Said(code, before, after))
        return after

    value = step(NoteCode.NOT_STORABLE, text, _UNSTORABLE.sub("\ufffd", text))
    value = step(NoteCode.NBSP, value, _NO_BREAK.sub(" ", value))
    if said and said[-1].code is NoteCode.NBSP:
        # A no-break blank at the edge is told once, not again as an edge blank.
        value = value.strip()
        said[-1] = Said(NoteCode.NBSP, said[-1].before, value)
    value = step(NoteCode.TRIMMED, value, value.strip())
    if one_line:
        value = step(NoteCode.LINE_BREAK, value, _BREAKS.sub(" ", value))
        value = step(NoteCode.BLANKS, value, _RUNS.sub(" ", value))
    if looks_wrong(text):
        said.append(Said(NoteCode.MOJIBAKE, value, mended(value)))
    return Tidy(value, tuple(said))


def _doubted(tidy: Tidy[str], code: NoteCode) -> Tidy[str]:
    return Tidy(tidy.value, (*tidy.said, Said(code, tidy.value, tidy.value)))


def _dials(text: str) -> bool:
    typed = "".join(sign for sign in text if sign.isascii() and sign.isdigit())
    if typed in _SHORT_NUMBERS:
        return True
    if not _PHONE_SIGNS.fullmatch(text) or any(s.isdigit() and not s.isascii() for s in text):
        return False
    import phonenumbers  # 20 ms, and the first window needs none of it

    try:
        parsed = phonenumbers.parse(text, "DE")
    except phonenumbers.NumberParseException:
        return False
    national = phonenumbers.national_significant_number(parsed) + (parsed.extension or "")
    country = str(parsed.country_code)
    forms = {
        f"0{national}",
        f"{country}{national}",
        f"{country}0{national}",
        f"00{country}{national}",
        f"00{country}0{national}",
    }
    return typed in forms and phonenumbers.is_valid_number(parsed)


def _empty(raw: object) -> bool:
    return raw is None or (isinstance(raw, str) and not raw.strip())


def _degrees(raw: object) -> float | None:
    if isinstance(raw, bool):
        return None
    text = as_text(raw)
    if text is None or not re.fullmatch(r"\s*[+-]?[0-9]{1,3}(?:[.,][0-9]{0,20})?\s*", text):
        return None
    value = float(text.replace(",", "."))
    return value if math.isfinite(value) else None


def _in_germany(lat: float, lon: float) -> bool:
    return _SOUTH <= lat <= _NORTH and _WEST <= lon <= _EAST
