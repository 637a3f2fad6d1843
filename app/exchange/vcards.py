"""vCards (2.1, 3.0, 4.0) to rows of fields: one card, one provider."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.exchange.limits import check_rows
from app.exchange.table_words import CATEGORY_WORDS
from app.exchange.vcard_lines import Card, Property, cards, split, unescaped
from app.progress import Step, Steps
from app.records.importing import SourceRow
from app.records.imports import Note, NoteCode
from app.records.providers import ContactPerson

OWN = "-//Heimathafen//"
"""How PRODID begins in the cards this program writes."""

READING = "reading_list"
_STEP = 500
# Taken, or of no use to a directory and not worth telling.
_KNOWN = frozenset(
    {
        *("VERSION", "PRODID", "REV", "UID", "KIND", "CLASS", "PROFILE", "SOURCE", "NAME", "XML"),
        *("FN", "N", "ORG", "TITLE", "ROLE", "ADR", "LABEL", "TEL", "EMAIL", "URL", "GEO", "NOTE"),
        *("CATEGORIES", "MAILER", "TZ", "SORT-STRING", "CLIENTPIDMAP", "PHOTO", "LOGO", "SOUND"),
    }
)
_GEO = re.compile(r"(?:geo:)?\s*([+-]?[\d.]+)\s*[;,]\s*([+-]?[\d.]+).*", re.IGNORECASE | re.DOTALL)
_HOME = frozenset({"", "de", "deu", "d", "deutschland", "germany"})


def is_vcard(head: bytes) -> bool:
    """Whether a file begins as a vCard does; `head` without marks, blanks and zero bytes."""
    return head[:11].upper() == b"BEGIN:VCARD"


def read_cards(text: str) -> Steps[tuple[tuple[SourceRow, ...], tuple[Note, ...]]]:
    """A row for each card, counted from 1. Lines that are none are told, the rest is taken; what
    has no field goes to the note, and is told."""
    rows: list[SourceRow] = []
    notes: list[Note] = []
    for number, card in enumerate(cards(text), start=1):
        if number % _STEP == 0:
            check_rows(number)
            yield Step(number, 0, READING)
        rows.append(SourceRow(number, _Reader(number, card, notes).values()))
    return tuple(rows), tuple(notes)


class _Reader:
    """One card: what it says by field, and what is said about it."""

    def __init__(self, number: int, card: Card, notes: list[Note]) -> None:
        self._number = number
        self._card = card
        self._notes = notes
        uid = card.first("UID")
        self._key = uid.text.strip() if uid else ""
        self._aside: list[str] = []

    def values(self) -> dict[str, object]:
        self._tell_broken()
        values: dict[str, object] = {"source_key": self._key}
        values |= self._names()
        values |= self._address()
        values |= self._reach()
        values |= self._degrees()
        values |= self._kind()
        values |= self._told(str(values["organisation"]))
        return values

    def _say(self, name: str, code: NoteCode, before: str, after: str = "") -> None:
        self._notes.append(Note(self._number, self._key, name, code, before, after))

    def _put_aside(self, what: str, text: str, name: str) -> None:
        """A value without a field of its own goes to the note."""
        line = f"{what}: {text}"
        self._aside.append(line)
        self._say(name, NoteCode.MOVED_TO_NOTE, text, line)

    def _tell_broken(self) -> None:
        for line in self._card.bad:
            self._say("", NoteCode.BAD_LINE, line[:200])
        if not self._card.whole:
            self._say("", NoteCode.BAD_LINE, "END:VCARD")
        left = {each.name for each in self._card.properties} - _KNOWN
        told = sorted(name for name in left if not name.startswith("X-"))
        if told:
            self._say("", NoteCode.NOT_HELD, ", ".join(told))

    def _names(self) -> dict[str, object]:
        """The organisation, and the person where the card is somebody's at one."""
        organisation, formatted = self._card.first("ORG"), self._card.first("FN")
        person = _person(self._card.first("N"))
        shown = formatted.text.strip() if formatted else ""
        parts = [part.strip() for part in organisation.parts] if organisation else []
        name = parts[0] if parts else ""
        values: dict[str, object] = {"organisation": name or shown or person}
        if name:
            units = [part for part in parts[1:] if part]
            values["service"] = ", ".join(units)
            who = person or (shown if shown != name and not self._is_own() else "")
            area = ", ".join(
                each.text.strip() for each in (*self._card.all("TITLE"), *self._card.all("ROLE"))
            )
            if who and (who != name or self._is_own()):
                values["contacts"] = (ContactPerson(name=who, area=area),)
        return values

    def _address(self) -> dict[str, object]:
        addresses = self._card.all("ADR")
        best = next((each for each in addresses if "WORK" in each.kinds), None)
        chosen = best or next(iter(addresses), None)
        for other in addresses:
            if other is not chosen:
                self._put_aside("Weitere Anschrift", _oneline(other.parts), "street")
        if chosen is None:
            return {}
        box, site, street, town, _region, postcode, country = (*chosen.parts, *[""] * 7)[:7]
        box = box.strip()
        if box and not box.casefold().startswith("postfach"):
            box = f"Postfach {box}"
        if box and street.strip():
            self._put_aside("Postfach", box.removeprefix("Postfach "), "street")
        if country.strip().casefold() not in _HOME:
            self._put_aside("Land", country.strip(), "town")
        return {
            "site": site.strip(),
            "street": street.strip() or box,
            "postcode": postcode.strip(),
            "town": town.strip(),
        }

    def _reach(self) -> dict[str, object]:
        values: dict[str, object] = {}
        voices = [each for each in self._card.all("TEL") if "FAX" not in each.kinds]
        faxes = [each for each in self._card.all("TEL") if "FAX" in each.kinds]
        voices.sort(key=lambda each: (not each.is_preferred, "WORK" not in each.kinds))
        for first, name, more in (
            (voices, "phone", "Weitere Telefonnummer"),
            (list(self._card.all("EMAIL")), "email", "Weitere E-Mail"),
            (list(self._card.all("URL")), "website", "Weitere Webseite"),
        ):
            texts = list(dict.fromkeys(_address_of(each) for each in first))
            if texts:
                values[name] = texts[0]
            for text in texts[1:]:
                self._put_aside(more, text, name)
        for fax in faxes:
            self._put_aside("Fax", _address_of(fax), "phone")
        return values

    def _degrees(self) -> dict[str, object]:
        place = self._card.first("GEO")
        found = _GEO.fullmatch(place.text.strip()) if place else None
        if found:
            return {"latitude": found[1], "longitude": found[2]}
        return {"latitude": place.text, "longitude": place.text} if place else {}

    def _kind(self) -> dict[str, object]:
        words = [
            word.strip()
            for each in self._card.all("CATEGORIES")
            for word in each.text.split(",")
            if word.strip()
        ]
        whole = ", ".join(words)
        if whole.casefold() in CATEGORY_WORDS:  # "Freizeit, Inseln" is one kind
            return {"category": whole}
        known = next((word for word in words if word.casefold() in CATEGORY_WORDS), "")
        for word in words:
            if word != known:
                self._put_aside("Stichwort", word, "category")
        return {"category": known} if known else {}

    def _told(self, organisation: str) -> dict[str, object]:
        own = self._is_own()
        said = [each.text.strip() for each in self._card.all("NOTE")]
        if own:
            return {"public_note": "\n".join(said), "note": "\n".join(self._aside)}
        shown = self._card.first("FN")
        known = {*organisation.split(), *_person(self._card.first("N")).split()}
        if shown and self._card.first("ORG") and not set(shown.text.split()) <= known:
            self._put_aside("Anzeigename", shown.text.strip(), "organisation")
        return {"note": "\n".join((*said, *self._aside))}

    def _is_own(self) -> bool:
        made_by = self._card.first("PRODID")
        return made_by is not None and made_by.text.startswith(OWN)


def _person(name: Property | None) -> str:
    """The parts of N as a person is called: title, given names, family name, suffix."""
    if name is None:
        return ""
    family, given, more, title, suffix = (*split(name.value, ";"), *[""] * 5)[:5]
    parts = (
        unescaped(each).strip()
        for part in (title, given, more, family, suffix)
        for each in split(part, ",")
    )
    return " ".join(part for part in parts if part)


def _address_of(each: Property) -> str:
    text = each.text.strip()
    return re.sub(r"^(?:tel|mailto):", "", text, flags=re.IGNORECASE)


def _oneline(parts: Iterable[str]) -> str:
    return ", ".join(part.strip() for part in parts if part.strip())
