"""Who cares for a person while the parents work: week pictures, sums, who they are, the law."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.folder.care_contents import Care, CareHelper
from app.folder.contents import FolderContents
from app.folder.sheets import care_days
from app.folder.sheets.care_words import Told
from app.folder.speech import Speech
from app.typeset import blocks

_FILLS = (blocks.Fill.TINTED, blocks.Fill.DOTTED, blocks.Fill.FRAMED, blocks.Fill.BARRED)
_MOST_WITH_DUTIES = 2
"""So many different weeks have the parents' duties in the picture; with more the page is full."""


def care(contents: FolderContents, speech: Speech) -> tuple[blocks.Block, ...]:
    """A page for each person who needs care."""
    return tuple(block for each in contents.care for block in _person(each, contents, speech))


def _person(care: Care, contents: FolderContents, speech: Speech) -> Iterator[blocks.Block]:
    told = Told(care, speech, _signs(care))
    title = speech.text("care.title", name=care.name)
    yield blocks.Heading(1, blocks.words(title), in_contents=len(contents.care) > 1)
    yield blocks.Intro(
        blocks.words(
            speech.text(
                "care.intro_each" if len(care.weeks) == 1 else "care.intro",
                first=speech.date(care.first, "day"),
                last=speech.date(care.last, "day"),
            ),
            " ",
            blocks.bold(speech.text("care.no_promise")),
        )
    )
    yield from _answer(care, told)
    if care.helpers:
        who = blocks.Heading(2, blocks.words(speech.text("care.who")), in_contents=False)
        yield blocks.KeepTogether((who, _helpers(care, told)))
    lists = [
        *_listed("care.handovers", tuple(told.handovers()), speech),
        *_listed("care.law", tuple(told.law()), speech),
        *_listed("care.known", tuple(told.missing()), speech),
    ]
    stand = speech.date(contents.told_on, "numbers")
    note = blocks.Paragraph(
        blocks.words(speech.text("care.note", date=stand)), style=blocks.Style.NOTE
    )
    yield from lists[:-1]
    yield blocks.KeepTogether((*lists[-1:], note))


def _answer(care: Care, told: Told) -> Iterator[blocks.Block]:
    """The sentence, then each different week: one alone says what holds for every week."""
    if not care.needed:
        yield blocks.Paragraph(blocks.words(told.nobody_needed()))
        return
    drawn = care_days.Drawing(care, told, len(care.weeks) <= _MOST_WITH_DUTIES)
    if len(care.weeks) == 1:
        (week,) = care.weeks
        yield _sentence(told.week(week))
        yield drawn.week(week, key=True)
        yield from _below("", told.days_without(week))
        return
    yield _sentence(told.all_weeks())
    last = next(week for week in reversed(care.weeks) if week.needed)
    for week in care.weeks:
        yield blocks.Heading(2, blocks.words(told.heading(week)), in_contents=False)
        if week.needed:
            yield drawn.week(week, key=week is last)
            yield from _below(told.open(week), told.days_without(week))


def _below(left: str, rest: str) -> Iterator[blocks.Block]:
    """What is open, bold, and the days that are not drawn."""
    parts = (*((blocks.bold(left),) if left else ()), " " if left and rest else "", rest)
    if left or rest:
        yield blocks.Paragraph(blocks.words(*filter(None, parts)), style=blocks.Style.TABLE)


def _sentence(parts: tuple[str, str]) -> blocks.Paragraph:
    first, rest = parts
    return blocks.Paragraph(
        blocks.words(blocks.bold(first), rest), style=blocks.Style.TEXT, keep_with_next=True
    )


def _signs(care: Care) -> dict[int, tuple[str, blocks.Fill]]:
    """A letter and a pattern for each who is counted with, by key; patterns come again."""
    counted = [each.key for each in care.helpers if each.counted and each.covers]
    return {
        key: (chr(ord("A") + place % 26), _FILLS[place % len(_FILLS)])
        for place, key in enumerate(counted)
    }


def _helpers(care: Care, told: Told) -> blocks.Helpers:
    speech = told.speech
    heads = tuple(speech.text(f"care.{key}") for key in ("sign", "name", "covers", "to_know"))
    return blocks.Helpers(
        (heads[0], heads[1], heads[2], heads[3]),
        tuple(_helper(each, told) for each in care.helpers),
        summary=speech.text("care.helpers_summary"),
    )


def _helper(helper: CareHelper, told: Told) -> blocks.Helper:
    sign, fill = told.signs.get(helper.key, ("", None))
    return blocks.Helper(
        sign,
        fill,
        helper.name,
        (blocks.words(told.kind(helper)),),
        told.covers(helper),
        (blocks.words(blocks.bold(told.state(helper))), blocks.words(told.of_helper(helper))),
    )


def _listed(title: str, texts: Sequence[str], speech: Speech) -> Iterator[blocks.Block]:
    if not texts:
        return
    yield blocks.KeepTogether(
        (
            blocks.Heading(3, blocks.words(speech.text(title)), in_contents=False),
            blocks.ListBlock(tuple(blocks.words(each) for each in texts), style=blocks.Style.TABLE),
        )
    )
