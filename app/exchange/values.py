"""Days, prices and names of a foreign list made tidy: nothing guessed, every doubt told."""

from __future__ import annotations

import re
from datetime import date, datetime

from app.exchange.cleaning import Said, Tidy, as_text, line, number
from app.records.imports import NoteCode
from app.records.providers import LONGEST_SETTLING, Cost, CostPer
from app.rules.calendar import YEARS

WEEKS = re.compile(r"\s*(?P<weeks>\d{1,9})\s*(?:Wochen?|Wo\.?|W\.?)?\s*", re.IGNORECASE | re.ASCII)
"""Whole weeks as lists write them."""

_GERMAN_DAY = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})", re.ASCII)
_ISO_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ].*)?", re.ASCII)
_PRICE = re.compile(
    r"(?:€|Euro|EUR)?\s*(?P<whole>[1-9]\d{0,2}(?:[.\s]\d{3})+|\d+)(?:[.,](?P<cents>\d\d?|-+|–))?\s*"
    r"(?:€|Euro|EUR)?(?:\s*(?P<per>.+))?",
    re.IGNORECASE | re.ASCII,
)
_PER = {
    CostPer.MONTH: r"monatlich|mtl\.?|(?:im|pro|je|/)\s*monat",
    CostPer.WEEK: r"wöchentlich|(?:in der|pro|je|/)\s*woche",
    CostPer.DAY: r"täglich|(?:am|pro|je|/)\s*tag",
    CostPer.HOUR: r"stündlich|(?:in der|pro|je|/)\s*(?:stunde|std\.?)",
    CostPer.ONCE: r"einmalig|einmal",
}
_FREE = re.compile(r"kostenlos|kostenfrei|gebührenfrei|beitragsfrei|frei", re.IGNORECASE)
_TITLE = r"(?:fr\.?|frau|hr\.?|herr|familie|fam\.)"
_TWO_PEOPLE = re.compile(rf"{_TITLE}\s.+(?:,|/|;|&|\+|\bund\b|\bu\.)\s*{_TITLE}\s.+", re.IGNORECASE)
_SURNAME = r"[A-ZÄÖÜ][a-zäöüßéè]+(?:-[A-ZÄÖÜ][a-zäöüßéè]+)?"
_TWO_SURNAMES = re.compile(rf"{_SURNAME}\s*[,;]\s*{_SURNAME}")
_BODY = re.compile(
    r"kita|kinder|krippe|hort|schul|gymnas|kolleg|haus|heim|stätte|garten|amt|verein|verband|praxis"
    r"|klinik|zentr|stift|gesellschaft|gemeinde|stadt|pflege|beratung|dienst",
    re.IGNORECASE,
)
_TWO_NAMES = re.compile(r"\S+\s+\S+.*(?:;|\s/\s|\s&\s|\s\+\s|\sund\s|\su\.\s).*\S+\s+\S+")
_MANY = 100_000


def day(raw: object) -> Tidy[date | None]:
    """A day as a cell of a table holds it, as 01.03.2027 (two digits: this century) or as ISO 8601;
    the time of day behind it does not count. Years that nobody means are none: 31.12.9999 is how
    registers say that there is no end."""
    text = (as_text(raw) or "" if not isinstance(raw, bool) else str(raw)).strip()
    if not text and (raw is None or isinstance(raw, str)):
        return Tidy(None)
    found = raw.date() if isinstance(raw, datetime) else raw
    if not isinstance(found, date):
        found = _day_of(text)
    if found is None or found.year not in YEARS:
        return Tidy(None, (Said(NoteCode.NOT_A_DATE, text or str(raw)),))
    return Tidy(found)


def _day_of(text: str) -> date | None:
    try:
        if german := _GERMAN_DAY.fullmatch(text):
            year = int(german[3]) + (2000 if len(german[3]) == 2 else 0)
            return date(year, int(german[2]), int(german[1]))
        if iso := _ISO_DAY.fullmatch(text):
            return date.fromisoformat(iso[1])
    except ValueError:
        pass
    return None


def span(first: date | None, last: date | None) -> Tidy[date | None]:
    """The last day of a span; None, and told, where it lies before the first."""
    if first is not None and last is not None and last < first:
        said = Said(NoteCode.ENDS_BEFORE_IT_BEGINS, f"{first.isoformat()} – {last.isoformat()}")
        return Tidy(None, (said,))
    return Tidy(last)


def count(tidy: Tidy[int | None]) -> Tidy[int | None]:
    """A number of places or people; more than 100,000 is a slip of the hand."""
    if tidy.value is not None and tidy.value > _MANY:
        return Tidy(None, (Said(NoteCode.NOT_A_NUMBER, str(tidy.value)),))
    return tidy


def weeks(raw: object) -> Tidy[int | None]:
    """Weeks of settling in, from a number or "6 Wochen"; a span as "4-6" or more than half a year
    is told and left out."""
    found = WEEKS.fullmatch(as_text(raw) or "") if not isinstance(raw, bool) else None
    tidy = number(found["weeks"] if found else raw)
    if tidy.value is not None and tidy.value > LONGEST_SETTLING:
        return Tidy(None, (Said(NoteCode.NOT_A_NUMBER, as_text(raw) or str(raw)),))
    return tidy


def price(text: str) -> Tidy[Cost | None]:
    """A price as "120,50 € monatlich"; without a period it is for something else. What is no price
    stays word for word as the note of one."""
    tidy = line(text)
    said = tidy.value
    if not said:
        return Tidy(None, tidy.said)
    if _FREE.fullmatch(said):
        return Tidy(Cost(cents=0, per=CostPer.OTHER, note=said), tidy.said)
    found = _PRICE.fullmatch(said)
    if found is not None:
        per = period((found["per"] or "").strip(" ()"))
        digits = re.sub(r"\D", "", found["whole"])
        cents = re.sub(r"\D", "", found["cents"] or "").ljust(2, "0")
        if per is not None and len(digits) <= 6:
            return Tidy(Cost(cents=int(digits) * 100 + int(cents), per=per), tidy.said)
    kept = Cost(per=CostPer.OTHER, note=said)
    return Tidy(kept, (*tidy.said, Said(NoteCode.NOT_A_PRICE, said, said)))


def person(text: str) -> Tidy[str]:
    """The name of one person; doubted where two seem to stand there."""
    tidy = line(text)
    two = (_TWO_PEOPLE.fullmatch, _TWO_SURNAMES.fullmatch, _TWO_NAMES.fullmatch)
    return _doubt_two(tidy, any(looks(tidy.value) for looks in two))


def organisation(text: str) -> Tidy[str]:
    """The name of an organisation; doubted where two people seem to stand there ("Fr. A und Hr.
    B", "Müller, Schmidt")."""
    tidy = line(text)
    surnames = _TWO_SURNAMES.fullmatch(tidy.value) and not _BODY.search(tidy.value)
    return _doubt_two(tidy, bool(surnames or _TWO_PEOPLE.fullmatch(tidy.value)))


def _doubt_two(tidy: Tidy[str], two: bool) -> Tidy[str]:  # noqa: FBT001 - private
    if not two:
        return tidy
    return Tidy(tidy.value, (*tidy.said, Said(NoteCode.TWO_NAMES, tidy.value, tidy.value)))


def period(text: str) -> CostPer | None:
    """What a price is for in German words ("monatlich"); None where they say something else."""
    if not text:
        return CostPer.OTHER
    for per, pattern in _PER.items():
        if re.fullmatch(pattern, text, re.IGNORECASE):
            return per
    return None
