"""Homes for a family: where, how big, what it costs, why it fits, and the viewing; and the
dormitories somebody of it applied to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from app.content.languages import OFFICE_LANGUAGE
from app.folder.home_contents import PrintedDormitory, PrintedHome
from app.folder.sheets import reach
from app.folder.sheets.cells import in_lines
from app.folder.speech import Speech
from app.folder.week import clock
from app.typeset import blocks

_BRING = ("visit.bring_pass", "homes.bring_income", "homes.bring_form")


def homes(
    found: Sequence[PrintedHome],
    family: str,
    speech: Speech,
    dormitories: Sequence[PrintedDormitory] = (),
) -> tuple[blocks.Block, ...]:
    """The sheet: a row each, what to bring to a viewing, and the places in dormitories; those alone
    where no home is found."""
    return (
        blocks.Heading(1, blocks.words(title(found, speech)), in_contents=False),
        blocks.Paragraph(blocks.words(blocks.bold(family))),
        *(_homes(found, speech) if found else ()),
        *(_dormitories(dormitories, speech, alone=not found) if dormitories else ()),
    )


def title(found: Sequence[PrintedHome], speech: Speech) -> str:
    """What the sheet is called."""
    return speech.text("homes.title" if found else "homes.dormitories.title")


def _homes(found: Sequence[PrintedHome], speech: Speech) -> Iterator[blocks.Block]:
    yield blocks.Intro(blocks.words(speech.text("homes.intro")))
    yield _table(found, speech)
    yield blocks.KeepTogether(
        (
            blocks.Heading(2, blocks.words(speech.text("visit.bring")), in_contents=False),
            blocks.ListBlock(
                tuple(blocks.words(speech.text(key)) for key in _BRING),
                marker=blocks.Marker.BOX,
            ),
        )
    )


def _dormitories(
    found: Sequence[PrintedDormitory], speech: Speech, *, alone: bool
) -> Iterator[blocks.Block]:
    if not alone:
        said = speech.text("homes.dormitories.title")
        yield blocks.Heading(2, blocks.words(said), in_contents=False)
    yield blocks.Intro(blocks.words(speech.text("homes.dormitories.intro")))
    heads = (
        ("homes.dormitories.dormitory", 6.4),
        ("homes.rent", 3.2),
        ("schools.standing", 6.4),
    )
    columns = tuple(
        blocks.Column(blocks.words(speech.text(key)), share=share, row_head=at == 0)
        for at, (key, share) in enumerate(heads)
    )
    rows = tuple(
        (
            in_lines(_dormitory(each, speech)),
            blocks.words(speech.money(each.month_cents) if each.month_cents else ""),
            in_lines(_standing(each, speech)),
        )
        for each in found
    )
    yield blocks.Table(columns, rows, summary=speech.text("homes.dormitories.summary"))


def _dormitory(each: PrintedDormitory, speech: Speech) -> Iterator[blocks.Words]:
    yield blocks.words(blocks.bold(each.name, lang=OFFICE_LANGUAGE))
    for line in (each.town, each.public_note):
        if line:
            yield blocks.words(blocks.Run(line, lang=OFFICE_LANGUAGE))
    yield from reach.lines(speech, phone=each.phone)
    yield from reach.web(each.website)


def _standing(each: PrintedDormitory, speech: Speech) -> Iterator[blocks.Words]:
    """How far it is, and what is to be done until when."""

    def said(key: str, on: date | None = None, **more: int) -> str:
        dated = {"date": speech.date(on, "numbers")} if on else {}
        return speech.text(key, **dated, **more)

    if each.person:
        yield blocks.words(each.person)
    is_offered = each.state == "offered"
    if is_offered:
        yield blocks.words(blocks.bold(said("homes.dormitories.offered")))
    elif each.rank is not None:
        yield blocks.words(blocks.bold(said("homes.dormitories.rank", rank=each.rank)))
    elif each.state == "waiting":
        yield blocks.words(blocks.bold(said("homes.dormitories.waiting")))
    if is_offered and each.ask_on is not None:
        yield blocks.words(blocks.bold(said("invitation.answer_until", each.ask_on)))
    yield blocks.words(said("homes.dormitories.applied", each.applied_on))
    if each.wanted_from is not None:
        yield blocks.words(said("homes.dormitories.wanted", each.wanted_from))
    if not is_offered and each.ask_on is not None:
        yield blocks.words(said("homes.dormitories.ask_on", each.ask_on))


def _table(found: Sequence[PrintedHome], speech: Speech) -> blocks.Table:
    """What is the landlord's own wording stays German."""
    columns = tuple(
        blocks.Column(
            blocks.words(speech.text(f"homes.{head}")), share=share, row_head=head == "home"
        )
        for head, share in (("home", 6.4), ("rent", 4.4), ("viewing", 5.2))
    )
    rows = tuple(
        (
            in_lines(_home(each, speech)),
            in_lines(_rent(each, speech)),
            in_lines(_viewing(each, speech)),
        )
        for each in found
    )
    return blocks.Table(columns, rows, summary=speech.text("homes.summary"))


def _home(home: PrintedHome, speech: Speech) -> Iterator[blocks.Words]:
    yield blocks.words(blocks.bold(home.title, lang=OFFICE_LANGUAGE))
    for line in (home.street, f"{home.postcode} {home.town}".strip()):
        if line:
            yield blocks.words(blocks.Run(line, lang=OFFICE_LANGUAGE))
    size = speech.joined(_size(home, speech))
    if size:
        yield blocks.words(size)
    days = [speech.date(on, "numbers") for on in (home.free_from, home.free_until) if on]
    if home.free_from and home.free_until:
        yield blocks.words(speech.text("places.day_range", first=days[0], last=days[1]))
    elif days:
        key = "dates.from" if home.free_from else "dates.until"
        yield blocks.words(speech.text(key, date=days[0]))
    for key in home.fits:
        yield blocks.words(f"+ {speech.text(f'homes.fits.{key}')}")
    if home.ask:
        yield blocks.words(speech.text("homes.ask"))
    if home.public_note:
        yield blocks.words(blocks.Run(home.public_note, lang=OFFICE_LANGUAGE))


def _size(home: PrintedHome, speech: Speech) -> Iterator[str]:
    from babel.numbers import format_decimal
    from babel.units import format_unit

    if home.half_rooms is not None:
        shown = format_decimal(home.half_rooms / 2, locale=speech.locale)
        yield speech.text("homes.rooms", rooms=shown)
    if home.square_metres is not None:
        yield format_unit(
            home.square_metres, "area-square-meter", length="short", locale=speech.locale
        )


def _rent(home: PrintedHome, speech: Speech) -> Iterator[blocks.Words]:
    if home.rent_cents is not None:
        key = "homes.warm" if home.is_warm else "homes.cold"
        yield blocks.words(speech.text(key, rent=speech.money(home.rent_cents)))
    if home.price_cents is not None:
        yield blocks.words(speech.text("homes.price", price=speech.money(home.price_cents)))
    if home.deposit_cents:
        yield blocks.words(speech.text("homes.deposit", amount=speech.money(home.deposit_cents)))
    if home.entitled_only:
        yield blocks.words(speech.text("homes.entitled"))


def _viewing(home: PrintedHome, speech: Speech) -> Iterator[blocks.Words]:
    if home.viewing_on is None:
        yield blocks.words(speech.text("visit.open"))
    else:
        day = speech.date(home.viewing_on, "short")
        told = (day, clock(home.viewing_at) if home.viewing_at is not None else "")
        yield blocks.words(blocks.bold(speech.joined(told)))
    for name in dict.fromkeys((home.contact, home.office)):
        if name:
            yield blocks.words(blocks.Run(name, lang=OFFICE_LANGUAGE))
    yield from reach.lines(speech, phone=home.phone, email=home.email)
    yield from reach.web(home.website)
