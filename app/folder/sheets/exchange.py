"""The list that comes with exchange sheets: what is taken out, what is put in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from app.folder.differences import Difference
from app.folder.speech import Speech
from app.records.exchanges import Why
from app.typeset import blocks
from app.typeset.sheets import SheetMark


def exchange(
    found: tuple[Difference, ...],
    since: date,
    created: date,
    titles: Mapping[str, str],
    speech: Speech,
) -> tuple[blocks.Block, ...]:
    """`titles`: how this language calls the chapters, by their keys."""
    out = [each for each in found if each.was is not None]
    put = [each for each in found if each.why is not Why.GONE]
    stand = speech.text("exchange.stand", date=speech.date(created, "full"))
    told = speech.text("exchange.intro", date=speech.date(since, "day"))
    sheet: list[blocks.Block] = [
        blocks.Heading(1, blocks.words(speech.text("exchange.title")), in_contents=False),
        blocks.Intro(blocks.words(blocks.bold(stand), blocks.Run("\n"), told)),
    ]
    if out:
        listed = [_item(each.was or each.sheet, each, titles, speech) for each in out]
        sheet += _listed("exchange.out", listed, speech)
    if put:
        listed = [_item(each.sheet, each, titles, speech) for each in put]
        sheet += _listed("exchange.in", listed, speech)
    note = blocks.words(speech.text("exchange.bars"))
    sheet.append(blocks.Paragraph(note, style=blocks.Style.NOTE))
    return tuple(sheet)


def pages_named(labels: Iterable[str], speech: Speech) -> str:
    """ "Seiten 4–1 und 4–2": the sides that have a label; "" where none has."""
    there = [label for label in labels if label]
    if len(there) > 1:
        return speech.text("exchange.pages", first=there[0], last=there[1])
    return speech.text("exchange.page", page=there[0]) if there else ""


def _listed(title: str, items: list[blocks.Words], speech: Speech) -> list[blocks.Block]:
    return [
        blocks.Heading(2, blocks.words(speech.text(title)), in_contents=False),
        blocks.ListBlock(tuple(items), blocks.Marker.BOX),
    ]


def _item(
    sheet: SheetMark, change: Difference, titles: Mapping[str, str], speech: Speech
) -> blocks.Words:
    pages = pages_named((side.label for side in sheet.sides), speech)
    chapter = titles.get(sheet.chapter) or sheet.title
    if not sheet.number and not pages:
        return (blocks.bold(speech.text("exchange.cover")), *_why(change, speech))
    if not pages:
        return (blocks.bold(chapter), *_why(change, speech))
    named = speech.text("exchange.sheet", pages=pages, chapter=chapter)
    return (blocks.bold(named), *_why(change, speech))


def _why(change: Difference, speech: Speech) -> blocks.Words:
    return (blocks.Run(f" ({speech.text(f'exchange.{change.why.value}')})"),)
