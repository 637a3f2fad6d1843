"""Offices and providers near the home: what they do, when they are open, how to get there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from app.content.languages import OFFICE_LANGUAGE
from app.folder import week
from app.folder.contents import FolderContents, Place, PlaceKind, PlaceLimit
from app.folder.place_contents import Duties, Partnership, Reason
from app.folder.sheets import career, invitations, place_duties, place_errands, reach
from app.folder.sheets.benefits import benefits
from app.folder.sheets.films import films
from app.folder.sheets.network import together
from app.folder.sheets.place_errands import Errand
from app.folder.speech import Speech
from app.records.compositions import STANDARD, ChapterChoice, ChapterKind, Option
from app.rules.in_force import Limit
from app.typeset import blocks

_NAMED = {
    ChapterKind.OFFICES: frozenset({PlaceKind.OFFICE, PlaceKind.ADVICE}),
    ChapterKind.CHILDREN: frozenset({PlaceKind.CHILDCARE, PlaceKind.SCHOOL}),
    ChapterKind.PARTNER: frozenset({PlaceKind.WORK, PlaceKind.LANGUAGE}),
    ChapterKind.HOUSING: frozenset({PlaceKind.HOUSING}),
    ChapterKind.PROFESSION: frozenset({PlaceKind.FUNDING}),
}
KINDS: Mapping[ChapterKind, frozenset[PlaceKind]] = MappingProxyType(
    {**_NAMED, ChapterKind.ARRIVING: frozenset(PlaceKind).difference(*_NAMED.values())}
)
"""Which places each chapter holds; what no other chapter does is for arriving."""


def offices(
    contents: FolderContents, speech: Speech, choice: ChapterChoice | None = None
) -> tuple[blocks.Block, ...]:
    """Who is in charge and who gives advice."""
    return _sheet(ChapterKind.OFFICES, contents, speech, choice)


def children(
    contents: FolderContents, speech: Speech, choice: ChapterChoice | None = None
) -> tuple[blocks.Block, ...]:
    """Childcare and schools."""
    return _sheet(ChapterKind.CHILDREN, contents, speech, choice)


def partner(
    contents: FolderContents, speech: Speech, choice: ChapterChoice | None = None
) -> tuple[blocks.Block, ...]:
    """Work for the partner: appointments and openings first; then who helps, and courses."""
    first = tuple(career.in_folder(contents, speech))
    return _sheet(ChapterKind.PARTNER, contents, speech, choice, first)


def housing(
    contents: FolderContents, speech: Speech, choice: ChapterChoice | None = None
) -> tuple[blocks.Block, ...]:
    """Landlords, estate managers, movers."""
    return _sheet(ChapterKind.HOUSING, contents, speech, choice)


def profession(
    contents: FolderContents, speech: Speech, choice: ChapterChoice | None = None
) -> tuple[blocks.Block, ...]:
    """Recognition, chambers, funding; then what the employer gives."""
    found = _sheet(ChapterKind.PROFESSION, contents, speech, choice)
    return (*found, *benefits(contents, speech))


def arriving(
    contents: FolderContents, speech: Speech, choice: ChapterChoice | None = None
) -> tuple[blocks.Block, ...]:
    """What the family is invited to, everything else for daily life, films about the region."""
    first = tuple(invitations.ahead(contents.occasions, speech))
    sheet = _sheet(ChapterKind.ARRIVING, contents, speech, choice, first)
    return (*sheet, *films(contents.films, speech))


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
    kind: ChapterKind,
    contents: FolderContents,
    speech: Speech,
    choice: ChapterChoice | None,
    first: tuple[blocks.Block, ...] = (),
) -> tuple[blocks.Block, ...]:
    """`choice` None: all that the chapter offers. `first`: what stands before the places."""
    asked = STANDARD.choice(kind) if choice is None else choice
    name = kind.value
    head: tuple[blocks.Block, ...] = (
        blocks.Heading(1, blocks.words(speech.text(f"places.{name}_chapter")), in_contents=False),
    )
    found = of_kinds(contents, KINDS[kind])
    if found:
        head = (*head, blocks.Intro(blocks.words(speech.text(f"places.{name}_intro"))))
    duties = contents.duties if asked.has(Option.DUTIES) else None
    held = [place for place in found if place_duties.concerns(place, duties)]
    own: tuple[blocks.Block, ...] = ()
    if duties is not None and held:
        care = any(place.kind in place_duties.CARE for place in held)
        own = (place_duties.own_week(duties, speech, care=care),)
    codes = asked.has(Option.CODES)
    todo = place_errands.by_provider(contents)
    return (
        *head,
        *first,
        *place_errands.steps(kind, contents, speech),
        *own,
        *(
            provider(place, speech, duties, todo.get(place.provider or 0, ()), codes=codes)
            for place in found
        ),
    )


def provider(
    place: Place,
    speech: Speech,
    duties: Duties | None = None,
    errands: Sequence[Errand] = (),
    *,
    codes: bool = True,
) -> blocks.Provider:
    """One place with its hours drawn, or said in words where they cannot be drawn. `duties`: those
    its hours are held against; `errands`: what the family does there; `codes`: its web address as
    a code too."""
    lines = [place.category, place.purpose]
    if not any(lines):
        lines = [speech.text(f"kinds.{place.kind.value}")]
    lines += [_why(place.why, speech), *_free(place, speech), _features(place, speech)]
    lines += [place.public_note]
    if place.distance_km is not None:
        lines.append(speech.distance(place.distance_km))
    checked = (
        speech.text("places.checked", date=speech.date(place.checked_on, "numbers"))
        if place.checked_on
        else speech.text("places.not_checked")
    )
    ways = reach.lines(speech, phone=place.phone, email=place.email, languages=place.languages)
    code = _code(place, speech, ways, checked) if codes else None
    held = duties if place_duties.concerns(place, duties) else None
    under = place_duties.bars(place, held) if held else ()
    drawing = week.drawn(place.hours, speech, under)
    return blocks.Provider(
        name=place.name,
        lines=tuple(blocks.words(line) for line in lines if line),
        address=place.address.lines,
        week=drawing,
        hours=() if drawing else _hours_in_words(place, speech),
        verdict=_verdict(place, held, speech) if drawing else (),
        qr=code,
        reach=() if code else (*ways, *reach.web(place.website), *reach.web(place.online_form)),
        checked="" if code else checked,
        key=_key(place, speech) if drawing else (),
        notes=(
            *_beside(place, held, speech),
            *(_together(each, speech) for each in place.together),
            *place_errands.told(errands, speech),
        ),
    )


def _code(
    place: Place, speech: Speech, ways: tuple[blocks.Words, ...], checked: str
) -> blocks.QR | None:
    """The code of the online form, with the web address below it; else of the web address."""
    form = reach.code(place.online_form, speech, (*ways, *reach.web(place.website)), checked)
    return form or reach.code(place.website, speech, ways, checked)


def _features(place: Place, speech: Speech) -> str:
    """New forms of care and digital services in one line."""
    return speech.divided(speech.text(f"features.{code}") for code in place.features)


def _why(reason: Reason | None, speech: Speech) -> str:
    if reason is None:
        return ""
    key = f"places.why.{reason.why.value}"
    day = speech.date(reason.on, "day") if reason.on else ""
    return speech.text(key, names=speech.listed(reason.names), place=reason.place, date=day)


def _together(other: Partnership, speech: Speech) -> blocks.Words:
    """Who works with the place and how, by telephone where the folder says no more of them; below
    it in German what the office says of it."""
    phone = reach.unbroken(other.phone)
    named = speech.joined((other.name, speech.text("folder.phone", number=phone) if phone else ""))
    said = blocks.words(together(other.kind, named, speech))
    if not other.text:
        return said
    lang = "" if speech.language == OFFICE_LANGUAGE else OFFICE_LANGUAGE
    return (*said, blocks.Run("\n"), blocks.Run(other.text, lang=lang))


def _free(place: Place, speech: Speech) -> tuple[str, ...]:
    """How many places were free at the last count; none: what to do about it."""
    if place.free is None or place.free_on is None:
        return ()
    on = speech.date(place.free_on, "numbers")
    if not place.free:
        return (
            speech.text("care.said.no_place_on", on=on),
            speech.text("places.waiting_list"),
        )
    free = speech.text("care.free", count=place.free)
    return (speech.text("care.said.place_free_on", free=free, on=on),)


def _remarks(place: Place, speech: Speech) -> list[str]:
    """What must be known beside the hours: how old they are, the days, the term."""
    said = [_stale(place, speech)]
    said += [_limit(bound, place.successor, speech) for bound in place.limits]
    if place.by_appointment:
        said.append(speech.text("places.by_appointment"))
    return [each for each in said if each]


def _stale(place: Place, speech: Speech) -> str:
    """What was checked too long ago is no news to rely on."""
    if not place.stale or place.checked_on is None:
        return ""
    key = "places.stale" if place.phone.strip() else "places.stale_ask"
    return speech.text(key, date=speech.date(place.checked_on, "numbers"))


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


def _verdict(place: Place, duties: Duties | None, speech: Speech) -> blocks.Words:
    """Closures, the minutes that a drawing cannot show, the remark of the place, and whether it is
    open when care is needed."""
    told = (*_remarks(place, speech), *week.in_lines(place.hours, speech), place.hours.text)
    lines = "\n".join(part for part in told if part)
    if duties is None or place.kind not in place_duties.CARE:
        return blocks.words(lines)
    covered = blocks.bold(place_duties.covered(place.hours, duties, speech))
    return blocks.words(f"{lines}\n", covered)


def _beside(place: Place, duties: Duties | None, speech: Speech) -> tuple[blocks.Words, ...]:
    if duties is None or place.kind not in place_duties.BESIDE:
        return ()
    return tuple(map(blocks.words, place_duties.beside(place.hours, duties, speech)))


def _key(place: Place, speech: Speech) -> tuple[blocks.KeyEntry, ...]:
    if not week.has_marginal(place.hours):
        return ()
    return (
        blocks.KeyEntry(blocks.Bar.OPEN, speech.text("places.open_key")),
        blocks.KeyEntry(blocks.Bar.MARGINAL, speech.text("places.marginal_key")),
    )
