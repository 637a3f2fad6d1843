"""The directory as vCard 3.0 (RFC 2426): a card for each provider, without internal notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC
from decimal import Decimal
from typing import BinaryIO

from app.exchange.table_words import CATEGORIES
from app.exchange.vcards import OWN
from app.progress import Step, Steps
from app.records.exporting import ExportedProvider

WRITING = "writing_list"
_STEP = 500
_LONGEST = 75  # octets of a line without its break: RFC 2426 section 2.6


def write_vcards(
    providers: Sequence[ExportedProvider], out: BinaryIO, namespace: str
) -> Steps[None]:
    """One card after the other. UID is the provider's number in the data file named `namespace`,
    so that an address book that takes the file again brings its entries up to date."""
    for number, provider in enumerate(providers):
        if number % _STEP == 0:
            yield Step(number, len(providers), WRITING)
        for line in _lines(provider, namespace):
            out.write(folded_line(line))
    yield Step(len(providers), len(providers), WRITING)


def folded_line(line: str) -> bytes:
    """The line with its break, in pieces of at most 75 octets, no letter split in two."""
    pieces: list[bytes] = []
    piece = b""
    for sign in line:
        octets = sign.encode("utf-8", "replace")
        room = _LONGEST if not pieces else _LONGEST - 1
        if len(piece) + len(octets) > room:
            pieces.append(piece)
            piece = b""
        piece += octets
    return b"\r\n ".join((*pieces, piece)) + b"\r\n"


def escaped(text: str) -> str:
    """RFC 2426 section 5: backslash, comma, semicolon and line break."""
    text = text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _lines(provider: ExportedProvider, namespace: str) -> Iterator[str]:
    draft = provider.draft
    person = draft.contacts[0] if draft.contacts else None
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"PRODID:{OWN}Anbieter//DE"
    yield f"UID:{namespace}-{provider.id}"
    yield f"FN:{escaped(draft.organisation)}"
    yield f"N:{escaped(person.name) if person else ''};;;;"
    unit = f";{escaped(draft.service)}" if draft.service else ""
    yield f"ORG:{escaped(draft.organisation)}{unit}"
    if person and person.area:
        yield f"TITLE:{escaped(person.area)}"
    if draft.site or draft.street or draft.postcode or draft.town:
        parts = ("", draft.site, draft.street, draft.town, "", draft.postcode, "Deutschland")
        yield f"ADR;TYPE=WORK:{';'.join(map(escaped, parts))}"
    if draft.phone:
        yield f"TEL;TYPE=WORK,VOICE:{escaped(draft.phone)}"
    if draft.email:
        yield f"EMAIL;TYPE=INTERNET:{escaped(draft.email)}"
    if draft.website:
        yield f"URL:{escaped(draft.website)}"
    if draft.latitude is not None and draft.longitude is not None:
        yield f"GEO:{_degrees(draft.latitude)};{_degrees(draft.longitude)}"
    if draft.public_note:
        yield f"NOTE:{escaped(draft.public_note)}"
    yield f"CATEGORIES:{escaped(CATEGORIES[draft.category])}"
    yield f"REV:{provider.saved_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    yield "END:VCARD"


def _degrees(value: float) -> str:
    return format(Decimal(repr(value)), "f")
