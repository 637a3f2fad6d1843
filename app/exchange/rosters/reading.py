"""From the bytes of a file to a person's roster: which kind of file, which layout."""

from __future__ import annotations

from app.errors import Reason, Refused
from app.exchange import decoding
from app.exchange.limits import check_size
from app.exchange.rosters import lists, months, weeks
from app.exchange.rosters.asked import Asked
from app.exchange.rosters.codes import codes_of
from app.exchange.rosters.events import is_calendar, read_calendar
from app.exchange.rosters.gathering import Gathering, settled
from app.exchange.rosters.list_heads import find_heads, find_people, guess_heads
from app.exchange.rosters.names import Sought
from app.exchange.rosters.pages import Page, pages_of, texts
from app.exchange.sources import kind_of_file
from app.progress import Step, Steps
from app.records.importing import SourceKind
from app.records.roster_imports import (
    Place,
    RosterLayout,
    RosterNoteCode,
    RosterReading,
)
from app.rules.calendar import school_holidays_known_until

__all__ = ["Asked", "Sought", "read_roster"]

READING = "reading_list"
_LEGENDS = 500  # rows in which a legend may stand


def read_roster(data: bytes, name: str, asked: Asked) -> Steps[RosterReading]:
    """What a file says of the duties of the person asked for; `name` is the file's.

    What is wrong in it is left out and told by its place. Raises `Refused`: LIST_TOO_LARGE,
    LIST_TOO_LONG, LIST_EMPTY, NOT_A_ROSTER_FILE, WORKBOOK_BROKEN, WORKBOOK_LOCKED,
    NAME_NOT_IN_ROSTER.
    """
    yield Step(0, 0, READING)
    check_size(len(data))
    if not data.strip(b"\0\t\n\r \xef\xbb\xbf"):
        raise Refused(Reason.LIST_EMPTY)
    found = Gathering()
    if _kind(data) is SourceKind.WORKBOOK or not is_calendar(text := decoding.decoded(data)[0]):
        layout = _read_pages((yield from pages_of(data, name)), asked, found)
    else:
        read_calendar(text, asked, codes_of(asked.shifts), found)
        layout = RosterLayout.CALENDAR
    roster, lost = settled(found, asked.monday)
    if roster is None and not found.lost:
        found.say(RosterNoteCode.NOTHING_FOUND, Place())
    notes = sorted(found.notes, key=lambda note: note.place)
    return RosterReading(
        roster,
        tuple(notes),
        layout,
        school_holidays_known_until(),
        next(iter(found.names), ""),
        lost,
    )


def _kind(data: bytes) -> SourceKind:
    try:
        kind = kind_of_file(data)
        if kind is SourceKind.CSV:
            decoding.decoded(data)
    except Refused as refusal:
        if refusal.reason is Reason.WRONG_KIND_OF_FILE:
            raise Refused(Reason.NOT_A_ROSTER_FILE) from refusal
        raise
    if kind not in (SourceKind.CSV, SourceKind.WORKBOOK):
        raise Refused(Reason.NOT_A_ROSTER_FILE)
    return kind


def _read_pages(pages: tuple[Page, ...], asked: Asked, into: Gathering) -> RosterLayout:
    """The pages that are of one layout, the first one's; others are told and left out. A page
    where the person is not named is passed over where another names them."""
    layout: RosterLayout | None = None
    refusal: Refused | None = None
    for page in pages:
        found = Gathering()
        try:
            seen = _read_page(page, asked, found)
        except Refused as refused:
            if refused.reason is not Reason.NAME_NOT_IN_ROSTER:
                raise
            refusal = refusal or refused
            continue
        if seen is None or (found.is_blank and not found.notes):
            continue
        if layout is None or (seen is layout and not into.weeks and not found.weeks):
            into.join(found)
            layout = layout or seen
        elif not found.is_blank:
            into.say(RosterNoteCode.OTHER_LAYOUT, Place(sheet=page.sheet), page.sheet)
    if refusal is not None and into.is_blank:
        raise refusal
    return layout or RosterLayout.LIST


def _read_page(page: Page, asked: Asked, into: Gathering) -> RosterLayout | None:
    legend = (text for row in page.rows[:_LEGENDS] for text in texts(row))
    codes = codes_of(asked.shifts, legend)
    heads = find_heads(page)
    if heads is None and months.read_days(page, asked, codes, into):
        return RosterLayout.DAYS
    if heads is None and weeks.read_weeks(page, asked, codes, into):
        return RosterLayout.WEEKS
    heads = heads or find_people(page, asked.sought) or guess_heads(page)
    if heads is None:
        return None
    lists.read_list(page, heads, asked, codes, into)
    return RosterLayout.LIST
