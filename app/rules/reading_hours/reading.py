"""German opening hours, read tolerantly: a value to propose, and what is doubtful about it."""

from __future__ import annotations

from app.rules.hours import check
from app.rules.reading_hours.assembly import Assembly
from app.rules.reading_hours.parts import Doubts, Part
from app.rules.reading_hours.pieces import PieceReader
from app.rules.reading_hours.proposal import DoubtCode, Proposal, Span
from app.rules.reading_hours.ready import doubts_of_value, tells_hours
from app.rules.reading_hours.settling import settle
from app.rules.reading_hours.writing import write


def read_hours(text: str) -> Proposal:
    """A value for the hours a text tells in German, and every doubt about it.

    Nothing of the text is dropped without a doubt at its characters. A text that is a valid value
    already is taken as it is, but for mere years and dates. A blank text has no value and no doubt.
    """
    if not text.strip():
        return Proposal("")
    if check(text) is None:
        return Proposal(text if tells_hours(text) else "", doubts_of_value(text))
    doubts = Doubts(text)
    osm = _read(text, doubts)
    whole = Span(len(text) - len(text.lstrip()), len(text.rstrip()))
    if osm and check(osm) is not None:
        osm = ""
        doubts.add(DoubtCode.UNREAD, whole)
    if not osm and not doubts.found:
        doubts.add(DoubtCode.UNREAD, whole)
    return Proposal(osm, doubts.told())


def _read(text: str, doubts: Doubts) -> str:
    pieces = PieceReader(text, doubts).read()
    whole = Assembly(pieces, doubts).whole()
    if any(piece.part is Part.FOREIGN for piece in pieces):
        # beside "Lu" or "Zo" a "Do" may be a Sunday: no day can be trusted
        doubts.keep(DoubtCode.FOREIGN_DAYS, DoubtCode.UNREAD)
        return ""
    if whole.closed_as is not None and not whole.rules:
        return f'off "{whole.closed_as}"' if whole.closed_as else "off"
    return write(settle(whole, doubts), whole.otherwise)
