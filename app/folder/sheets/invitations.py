"""What a family is invited to: in its folder, and what both kinds of sheets say of an occasion."""

from __future__ import annotations

from collections.abc import Sequence

from app.content.languages import OFFICE_LANGUAGE
from app.folder.occasion_contents import Occasion
from app.folder.speech import Speech
from app.folder.week import clock
from app.records.occasions import OccasionKind
from app.typeset import blocks

_DAY = 1440


def ahead(occasions: Sequence[Occasion], speech: Speech) -> tuple[blocks.Block, ...]:
    """The invitations of a family as a small table; nothing where there are none."""
    if not occasions:
        return ()
    columns = (
        blocks.Column(blocks.words(speech.text("timeline.when")), width=52, row_head=True),
        blocks.Column(blocks.words(speech.text("invitation.what")), share=1.2),
        blocks.Column(blocks.words(speech.text("invitation.where"))),
    )
    rows = tuple(
        (when(each, speech), _what(each, speech), _german(each.place)) for each in occasions
    )
    return (
        blocks.Heading(2, blocks.words(speech.text("invitation.ahead")), in_contents=False),
        blocks.Table(columns, rows, summary=speech.text("invitation.summary")),
        blocks.Space(),
    )


def when(occasion: Occasion, speech: Speech) -> blocks.Words:
    """The day with its weekday, and below it from when to when."""
    day = speech.date(occasion.on, "full")
    hours = times(occasion, speech)
    return blocks.words(f"{day}\n{hours}" if hours else day)


def times(occasion: Occasion, speech: Speech) -> str:
    """ "18:00–21:00", "18:00" where the end is not known, blank where nothing is."""
    if occasion.start is None:
        return ""
    start = clock(occasion.start)
    if occasion.finish is None:
        return start
    end = occasion.finish
    return speech.text(
        "places.open_from_to", start=start, end=clock(end if end <= _DAY else end - _DAY)
    )


def kind(occasion: Occasion, speech: Speech) -> str:
    """What it is, in the language of the family."""
    return speech.text(f"invitation.kinds.{occasion.kind.value}")


def _what(occasion: Occasion, speech: Speech) -> blocks.Words:
    said: list[blocks.Run] = [blocks.Run(occasion.title, bold=True, lang=OFFICE_LANGUAGE)]
    if occasion.kind is not OccasionKind.OTHER:
        said.append(blocks.Run(f"\n{kind(occasion, speech)}"))
    if occasion.host:
        said.append(blocks.Run(f"\n{occasion.host}", lang=OFFICE_LANGUAGE))
    if occasion.answer_by is not None:
        by = speech.text("invitation.answer_until", date=speech.date(occasion.answer_by, "day"))
        said.append(blocks.Run(f"\n{by}"))
    return tuple(said)


def _german(text: str) -> blocks.Words:
    return (blocks.Run(text, lang=OFFICE_LANGUAGE),) if text else ()
