"""Offices and providers near the home: what they do, when they are open, how to get there."""

from __future__ import annotations

from app.folder import week
from app.folder.contents import FolderContents, Place, PlaceKind, PlaceLimit
from app.folder.sheets import reach
from app.folder.speech import Speech
from app.rules.in_force import Limit
from app.typeset import blocks

OFFICES = frozenset({PlaceKind.OFFICE, PlaceKind.ADVICE})
CHILDREN = frozenset({PlaceKind.CHILDCARE, PlaceKind.SCHOOL})
PARTNER = frozenset({PlaceKind.WORK, PlaceKind.LANGUAGE})
HOUSING = frozenset({PlaceKind.HOUSING})
PROFESSION = frozenset({PlaceKind.FUNDING})
ARRIVING = frozenset(PlaceKind) - OFFICES - CHILDREN - PARTNER - HOUSING - PROFESSION


def offices(contents: FolderContents, speech: Speech) -> tuple[blocks.Block, ...]:
    """Who is in charge and who gives advice."""
    return _sheet("offices", OFFICES, contents, speech)


def children(contents: FolderContents, speech: Speech) -> tuple[blocks.Block, ...]:
    """Childcare and schools."""
    return _sheet("children", CHILDREN, contents, speech)


def partner(contents: FolderContents, speech: Speech) -> tuple[blocks.Block, ...]:
    """Work for the partner, and courses."""
    return _sheet("partner", PARTNER, contents, speech)


def housing(contents: FolderContents, speech: Speech) -> tuple[blocks.Block, ...]:
    """Landlords, estate managers, movers."""
    return _sheet("housing", HOUSING, contents, speech)


def profession(contents: FolderContents, speech: Speech) -> tuple[blocks.Block, ...]:
    """Recognition, chambers, funding."""
    return _sheet("profession", PROFESSION, contents, speech)


def arriving(contents: FolderContents, speech: Speech) -> tuple[blocks.Block, ...]:
    """Everything else for daily life."""
    return _sheet("arriving", ARRIVING, contents, speech)


def of_kinds(contents: FolderContents, kinds: frozenset[PlaceKind]) -> tuple[Place, ...]:
    """The places of these kinds: by kind, then the nearest first, unknown distances last."""
    order = list(PlaceKind)
    return tuple(
        sorted(
            (place for place in contents.places if place.kind in kinds),
            key=lambda place: (
                order.index(place.kind),
                place.distance_km is None,
                place.distance_km or 0.0,
            ),
        )
    )


def _sheet(
    name: str, kinds: frozenset[PlaceKind], contents: FolderContents, speech: Speech
) -> tuple[blocks.Block, ...]:
    head: tuple[blocks.Block, ...] = (
        blocks.Heading(1, blocks.words(speech.text(f"places.{name}_chapter")), in_contents=False),
        blocks.Intro(blocks.words(speech.text(f"places.{name}_intro"))),
    )
    return (*head, *(provider(place, speech) for place in of_kinds(contents, kinds)))


def provider(place: Place, speech: Speech) -> blocks.Provider:
    """One place with its hours drawn, or said in words where they cannot be drawn."""
    lines = [place.category, place.purpose]
    if not any(lines):
        lines = [speech.text(f"kinds.{place.kind.value}")]
    lines.append(place.public_note)
    if place.distance_km is not None:
        lines.append(speech.distance(place.distance_km))
    checked = (
        speech.text("places.checked", date=speech.date(place.checked_on, "numbers"))
        if place.checked_on
        else speech.text("places.not_checked")
    )
    ways = reach.lines(speech, phone=place.phone, email=place.email, languages=place.languages)
    code = reach.code(place.website, speech, ways, checked)
    drawing = week.drawn(place.hours, speech)
    return blocks.Provider(
        name=place.name,
        lines=tuple(blocks.words(line) for line in lines if line),
        address=place.address.lines,
        week=drawing,
        hours=() if drawing else _hours_in_words(place, speech),
        verdict=_verdict(place, speech) if drawing else (),
        qr=code,
        reach=() if code else (*ways, *reach.web(place.website)),
        checked="" if code else checked,
        key=_key(place, speech) if drawing else (),
    )


def _remarks(place: Place, speech: Speech) -> list[str]:
    """What must be known beside the hours, the days first."""
    said = [_limit(bound, place.successor, speech) for bound in place.limits]
    if place.by_appointment:
        said.append(speech.text("places.by_appointment"))
    return [each for each in said if each]


def _limit(bound: PlaceLimit, successor: str, speech: Speech) -> str:
    days = {
        name: speech.date(on, "numbers")
        for name, on in (("first", bound.first), ("last", bound.last))
        if on is not None
    }
    match bound.limit:
        case Limit.CLOSED:
            return speech.text("places.closed_until" if bound.last else "places.closed_now", **days)
        case Limit.CLOSES:
            return speech.text("places.closes" if bound.last else "places.closes_from", **days)
        case Limit.BEGINS:
            return speech.text("places.begins", **days)
        case Limit.ENDS if successor:
            return speech.text("places.ends_then", successor=successor, **days)
        case Limit.ENDS:
            return speech.text("places.ends", **days)
        case Limit.HOURS_BEGIN:
            return speech.text("places.hours_begin", **days)
        case _:
            return ""


def _hours_in_words(place: Place, speech: Speech) -> tuple[blocks.Words, ...]:
    text = place.hours.text
    said = speech.text("places.week", hours=text) if text else speech.text("places.hours_unknown")
    return tuple(blocks.words(each) for each in (*_remarks(place, speech), said))


def _verdict(place: Place, speech: Speech) -> blocks.Words:
    """Closures, the minutes that a drawing cannot show, and the remark of the place."""
    said = week.in_lines(place.hours, speech)
    told = (*_remarks(place, speech), *said, place.hours.text)
    return blocks.words("\n".join(part for part in told if part))


def _key(place: Place, speech: Speech) -> tuple[blocks.KeyEntry, ...]:
    if not week.has_marginal(place.hours):
        return ()
    return (
        blocks.KeyEntry(blocks.Bar.OPEN, speech.text("places.open_key")),
        blocks.KeyEntry(blocks.Bar.MARGINAL, speech.text("places.marginal_key")),
    )
