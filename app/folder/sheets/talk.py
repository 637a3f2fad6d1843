"""The sheet before a talk about staying: to be filled in by hand, one page, black on white."""

from __future__ import annotations

from app.folder.papers import PaperSheet
from app.folder.speech import Speech
from app.folder.talk_contents import TalkContents
from app.typeset import blocks

QUESTIONS = ("work", "team", "language", "home", "family", "friends")
POINTS = 5
PLANS = ("stays", "unsure", "leaves")
_LINES = (("helps", 3), ("missing", 3))
_LEAST = 2


def talk(contents: TalkContents, speech: Speech) -> PaperSheet:
    """Faces to tick, one question about the plans, and lines to write on."""
    title = speech.text("talk.title")
    return PaperSheet(
        title=title,
        parts=(tuple(_page(contents, title, speech)),),
        office=contents.office,
        created=contents.created,
        name=contents.name,
        example=contents.example,
    )


def _page(contents: TalkContents, title: str, speech: Speech) -> list[blocks.Block]:
    on = speech.date(contents.on, "day") if contents.on else "________________"
    page: list[blocks.Block] = [
        blocks.Heading(1, blocks.words(title), in_contents=False),
        blocks.Paragraph(
            blocks.words(blocks.bold(speech.text("talk.whom", name=contents.name, date=on)))
        ),
        blocks.Intro(blocks.words(f"{speech.text('talk.intro')} {speech.text('talk.scale')}")),
        blocks.Scale(
            speech.text("talk.question"),
            tuple(str(number) for number in range(1, POINTS + 1)),
            tuple(speech.text(f"talk.{key}") for key in QUESTIONS),
            point_alt=tuple(
                speech.text("talk.point", number=number) for number in range(1, POINTS + 1)
            ),
            faces=True,
            summary=speech.text("talk.scale_summary"),
        ),
        blocks.Space(),
        blocks.Scale(
            speech.text("talk.staying"),
            tuple(speech.text(f"talk.{key}") for key in PLANS),
            (speech.text("talk.stay"),),
            point_alt=tuple(speech.text(f"talk.{key}") for key in PLANS),
            summary=speech.text("talk.staying_summary"),
        ),
    ]
    for key, lines in _LINES:
        page.append(blocks.KeepTogether((_heading(key, speech), blocks.WritingLines(lines))))
    page += [_heading("agreed", speech), blocks.WritingLines(_LEAST, to_the_end=True)]
    return page


def _heading(key: str, speech: Speech) -> blocks.Heading:
    return blocks.Heading(2, blocks.words(speech.text(f"talk.{key}")), in_contents=False)
