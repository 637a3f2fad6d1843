"""A list of homes with fixed columns, CSV or workbook: rows in, drafts and what is wrong out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from app.errors import Reason, Refused
from app.exchange import cleaning, values
from app.exchange.cleaning import as_text
from app.records.home_lists import HomeFault, HomeRow
from app.records.housing import HomeKind, OfferDraft, Pets, Tenure
from app.records.importing import Source, SourceRow
from app.records.imports import NoteCode
from app.rules import amounts

V = TypeVar("V")

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "key": ("kennung", "nr", "nummer", "objektnummer", "objekt-nr", "wohnungsnummer", "id"),
    "title": ("titel", "bezeichnung", "objekt"),
    "kind": ("art", "wohnungsart"),
    "tenure": ("miete oder kauf", "vermarktung"),
    "street": ("straße", "strasse", "straße und nr", "straße, hausnummer", "anschrift"),
    "postcode": ("plz", "postleitzahl"),
    "town": ("ort", "stadt"),
    "half_rooms": ("zimmer", "zimmerzahl", "anzahl zimmer"),
    "square_metres": ("wohnfläche", "fläche", "größe", "m²", "qm"),
    "floor": ("etage", "stockwerk"),
    "cold_cents": ("kaltmiete", "nettokaltmiete"),
    "extra_cents": ("nebenkosten", "betriebskosten"),
    "heating_cents": ("heizkosten", "heizung"),
    "deposit_cents": ("kaution",),
    "price_cents": ("kaufpreis",),
    "free_from": ("frei ab", "verfügbar ab"),
    "free_until": ("frei bis", "befristet bis"),
    "accessible": ("barrierefrei", "ohne stufen"),
    "pets": ("haustiere", "tiere"),
    "furnished": ("möbliert",),
    "entitled_only": ("wbs", "wohnberechtigungsschein"),
    "contact": ("ansprechperson", "kontakt", "ansprechpartner"),
    "phone": ("telefon",),
    "email": ("e-mail", "email", "mail"),
    "website": ("web", "internet", "link"),
    "public_note": ("hinweis", "bemerkung"),
    "valid_to": ("gültig bis",),
}
"""The heads a column may have, small letters; the first is the one the office is told of."""
NEEDED = ("key", "title", "town")

_KINDS = {
    "wohnung": HomeKind.FLAT,
    "haus": HomeKind.HOUSE,
    "wg": HomeKind.SHARED,
    "wohngemeinschaft": HomeKind.SHARED,
    "zimmer": HomeKind.ROOM,
    "wohnheim": HomeKind.DORMITORY,
    "auf zeit": HomeKind.TEMPORARY,
    "wohnen auf zeit": HomeKind.TEMPORARY,
}
_TENURES = {"miete": Tenure.RENT, "kauf": Tenure.BUY}
_PETS = {
    "ja": Pets.YES,
    "erlaubt": Pets.YES,
    "nein": Pets.NO,
    "nicht erlaubt": Pets.NO,
    "nach absprache": Pets.ASK,
}
_UNIT = re.compile(r"(?<=\S) (?:in )?\(?(?:€|euro|eur|m²|m2|qm)\)?$")
_ROOMS = re.compile(r"(\d{1,2})(?:[.,]([05])0?|\s?(½))?(?:\s*(?:Zimmer|Zi\.?))?", re.ASCII | re.I)
_FLOOR = re.compile(r"(\d{1,2})\.?\s*(?:OG|Etage|Stock|Obergeschoss)?", re.ASCII | re.I)
_GROUND = frozenset({"eg", "erdgeschoss", "parterre"})
_BIGGEST = 10**11  # cents, as a form takes them
_WIDEST = 10_000  # square metres
_OF_A_CELL = frozenset({NoteCode.CELL_ERROR, NoteCode.FORMULA_WITHOUT_VALUE})


def read(source: Source) -> tuple[HomeRow, ...]:
    """The rows with their drafts; a row with a fault has none, and says which column. Two rows of
    one key: the second is a fault. Raises `Refused(NO_HOMES_IN_LIST)` where a column is missing
    that is needed (`columns`)."""
    found = _found(source)
    missing = [COLUMNS[name][0].capitalize() for name in NEEDED if name not in found]
    if missing:
        raise Refused(Reason.NO_HOMES_IN_LIST, "file", columns=", ".join(missing))
    odd = _odd_rows(source, {column: name for name, column in found.items()})
    seen: set[str] = set()
    rows = []
    for each in source.rows:
        row = _Row(each, found, list(odd.get(each.number, ()))).read()
        if row.key and row.key in seen:
            row = HomeRow(row.number, row.key, None, (HomeFault("key", row.key),))
        seen.add(row.key)
        rows.append(row)
    return tuple(rows)


def unknown_columns(source: Source) -> tuple[str, ...]:
    """The columns nothing is taken from."""
    read = set(_found(source).values())
    return tuple(each for each in source.columns if each not in read)


def _found(source: Source) -> dict[str, str]:
    """The column of each field; of two with one head the first."""
    names = {_folded(column): column for column in reversed(source.columns)}
    return {
        name: names[head]
        for name, heads in COLUMNS.items()
        for head in map(_folded, heads[::-1])
        if head in names
    }


def _odd_rows(source: Source, fields: Mapping[str, str]) -> Mapping[int, list[HomeFault]]:
    """What reading the file says of a row that nobody can mend here: a cell without its value, a
    row that is shifted or hidden. A row that is only shorter than the heads is none."""
    odd: dict[int, list[HomeFault]] = {}
    for note in source.notes:
        name = ""
        if note.code in _OF_A_CELL:
            name = fields.get(note.before.rpartition(" (")[0], "")
            if not name:
                continue
        elif note.code is NoteCode.RAGGED_ROW and not note.before:
            continue
        odd.setdefault(note.row, []).append(HomeFault(name, "", note.code))
    return odd


def _folded(head: str) -> str:
    """Small letters, without a unit behind ("Kaltmiete in €", "Fläche (m²)") and the dot of an
    abbreviation."""
    return _UNIT.sub("", " ".join(head.split()).casefold()).rstrip(".")


@dataclass
class _Row:
    """One row on its way to a draft; a value that cannot be is a fault of its column."""

    source: SourceRow
    columns: Mapping[str, str]
    faults: list[HomeFault] = field(default_factory=list)

    def read(self) -> HomeRow:
        key = self.text("key")
        if not key:
            self.faults.append(HomeFault("key", ""))
        draft = OfferDraft(
            kind=self.word("kind", _KINDS, HomeKind.FLAT),
            tenure=self.word("tenure", _TENURES, Tenure.RENT),
            pets=self.word("pets", _PETS, Pets.UNKNOWN),
            postcode=self.postcode(),
            town=self.text("town"),
            half_rooms=self.rooms(),
            square_metres=self.metres(),
            floor=self.floor(),
            cold_cents=self.rent("cold_cents"),
            extra_cents=self.cents("extra_cents"),
            heating_cents=self.cents("heating_cents"),
            deposit_cents=self.cents("deposit_cents"),
            price_cents=self.rent("price_cents"),
            free_from=self.day("free_from"),
            free_until=self.day("free_until"),
            accessible=self.yes_no("accessible"),
            furnished=self.yes_no("furnished"),
            entitled_only=bool(self.yes_no("entitled_only")),
            valid_to=self.day("valid_to"),
            title=self.text("title"),
            street=self.text("street"),
            contact=self.text("contact"),
            phone=self.text("phone"),
            email=self.text("email"),
            website=self.text("website"),
            public_note=self.text("public_note"),
        )
        for name in ("title", "town"):
            if not getattr(draft, name):
                self.faults.append(HomeFault(name, ""))
        if self.faults:
            return HomeRow(self.source.number, key, None, tuple(self.faults))
        return HomeRow(self.source.number, key, draft)

    def raw(self, name: str) -> object:
        column = self.columns.get(name)
        return None if column is None else self.source.values.get(column)

    def text(self, name: str) -> str:
        return cleaning.line(as_text(self.raw(name)) or "").value

    def wrong(self, name: str) -> None:
        self.faults.append(HomeFault(name, self.text(name)))

    def word(self, name: str, words: Mapping[str, V], blank: V) -> V:
        typed = self.text(name).casefold()
        if not typed:
            return blank
        if typed not in words:
            self.wrong(name)
        return words.get(typed, blank)

    def postcode(self) -> str:
        typed = self.text("postcode")
        if typed and not re.fullmatch(r"[0-9]{5}", typed):
            self.wrong("postcode")
        return typed

    def metres(self) -> int | None:
        raw, typed = self.raw("square_metres"), self.text("square_metres")
        if isinstance(raw, float) and 0 <= raw < _WIDEST:
            return round(raw)
        try:
            return amounts.square_metres(typed) if typed else None
        except ValueError:
            self.wrong("square_metres")
            return None

    def floor(self) -> int | None:
        typed = self.text("floor")
        if not typed or typed.casefold() in _GROUND:
            return 0 if typed else None
        found = _FLOOR.fullmatch(typed)
        if found is None:
            self.wrong("floor")
            return None
        return int(found[1])

    def rooms(self) -> int | None:
        typed = self.text("half_rooms")
        if not typed:
            return None
        found = _ROOMS.fullmatch(typed)
        halves = 0 if found is None else int(found[1]) * 2 + bool(found[3] or found[2] == "5")
        if not 2 <= halves <= 40:
            self.wrong("half_rooms")
            return None
        return halves

    def cents(self, name: str) -> int | None:
        raw = self.raw(name)
        typed = self.text(name)
        if not typed:
            return None
        try:
            if isinstance(raw, int | float) and not isinstance(raw, bool):
                return _counted(raw)
            return amounts.cents(typed)
        except ValueError:
            self.wrong(name)
            return None

    def rent(self, name: str) -> int | None:
        found = self.cents(name)
        if found == 0:
            self.wrong(name)
        return found

    def day(self, name: str) -> date | None:
        tidy = values.day(self.raw(name))
        if tidy.said:
            self.wrong(name)
        return tidy.value

    def yes_no(self, name: str) -> bool | None:
        tidy = cleaning.yes_no(self.raw(name))
        if tidy.said:
            self.wrong(name)
        return tidy.value


def _counted(euro: float) -> int:
    """Cents of a number of a spreadsheet. Raises ValueError for less than 0 or too many."""
    if not 0 <= euro * 100 < _BIGGEST:
        raise ValueError(euro)
    return round(euro * 100)
