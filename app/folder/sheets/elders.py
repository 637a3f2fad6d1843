"""Help for an elder of the family: what fits, when, how to get in touch, and what is next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.content.languages import OFFICE_LANGUAGE
from app.folder import week
from app.folder.elder_contents import PrintedElder, PrintedService
from app.folder.sheets import reach
from app.folder.sheets.cells import in_lines
from app.folder.speech import Speech
from app.rules.elder_fit import ElderWish
from app.typeset import blocks


def elder_sheet(elder: PrintedElder, speech: Speech) -> tuple[blocks.Block, ...]:
    """The sheet alone: wishes, a row for each service, steps with their days."""
    return tuple(_blocks(elder, speech))


def _blocks(elder: PrintedElder, speech: Speech) -> Iterator[blocks.Block]:
    title = speech.text("elders.title", name=elder.name)
    yield blocks.Heading(1, blocks.words(title), in_contents=False)
    yield blocks.Paragraph(
        blocks.words(speech.text("elders.wished", wishes=_wishes(elder.wanted, speech)))
    )
    if elder.degree is not None:
        yield blocks.Paragraph(blocks.words(speech.text("elders.degree", degree=elder.degree)))
    if elder.note:
        yield blocks.Paragraph(blocks.words(blocks.Run(elder.note, lang=OFFICE_LANGUAGE)))
    if elder.services:
        yield blocks.Intro(blocks.words(speech.text("elders.intro")))
        yield _table(elder.services, speech)
    if elder.unmet:
        said = speech.text("elders.nothing", wishes=_wishes(elder.unmet, speech))
        yield blocks.Paragraph(blocks.words(said))
    if elder.stand is not None:
        stand = speech.date(elder.stand, "numbers")
        yield blocks.Paragraph(blocks.words(speech.text("elders.money", stand=stand)))
    if elder.steps:
        yield blocks.Heading(2, blocks.words(speech.text("elders.next")), in_contents=False)
        for text, due, kind in elder.steps:
            day = speech.due(due, kind, "numbers") if due is not None else ""
            said = speech.text("first_week.task_until", task=text, date=day) if day else text
            yield blocks.Paragraph(blocks.words(said))


def _table(services: Iterable[PrintedService], speech: Speech) -> blocks.Table:
    heads = ("elders.offer", "people.when", "training.where")
    columns = tuple(
        blocks.Column(blocks.words(speech.text(key)), share=share, row_head=key == heads[0])
        for key, share in zip(heads, (6.2, 5.0, 5.6), strict=True)
    )
    rows = tuple(
        (
            in_lines(_offer(each, speech)),
            in_lines(_when(each, speech)),
            in_lines(_where(each, speech)),
        )
        for each in services
    )
    return blocks.Table(columns, rows, summary=speech.text("elders.summary"))


def _offer(service: PrintedService, speech: Speech) -> Iterator[blocks.Words]:
    yield blocks.words(blocks.bold(service.name, lang=OFFICE_LANGUAGE))
    yield blocks.words(_wishes(service.meets, speech))
    if service.place:
        yield blocks.words(speech.text("places.why.in_charge", place=service.place))
    if service.free:
        free = speech.text("care.free", count=service.free)
        on = speech.date(service.free_on, "numbers") if service.free_on else ""
        key = "care.said.place_free_on" if on else "care.said.place_free"
        facts = {"free": free, "on": on} if on else {"free": free}
        yield blocks.words(speech.text(key, **facts))
    if service.accessible:
        yield blocks.words(speech.text("elders.accessible"))


def _when(service: PrintedService, speech: Speech) -> Iterator[blocks.Words]:
    told = week.in_lines(service.hours, speech) or (service.hours.text,)
    said = [each for each in told if each]
    for each in said or [speech.text("places.hours_unknown")]:
        yield blocks.words(each)


def _where(service: PrintedService, speech: Speech) -> Iterator[blocks.Words]:
    for line in (service.address.street, f"{service.address.postcode} {service.address.town}"):
        if line.strip():
            yield blocks.words(blocks.Run(line.strip(), lang=OFFICE_LANGUAGE))
    yield from reach.lines(
        speech, phone=service.phone, email=service.email, languages=service.languages
    )
    yield from reach.web(service.website)
    checked = service.checked_on
    yield blocks.words(
        speech.text("places.checked", date=speech.date(checked, "numbers"))
        if checked
        else speech.text("places.not_checked")
    )


def _wishes(wishes: Iterable[ElderWish], speech: Speech) -> str:
    return speech.listed([speech.text(f"elders.wishes.{each.value}") for each in wishes])
