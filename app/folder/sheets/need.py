"""Sentences to point at where words are missing: at an office, at a doctor's, at day care."""

from __future__ import annotations

from app.content.languages import OFFICE_LANGUAGE
from app.folder.contents import FolderContents
from app.folder.speech import Speech
from app.typeset import blocks

# A page for each place, so that it can be taken there alone.
PAGES = (
    (
        "office",
        ("appointment", "slowly", "write", "form", "papers", "until", "certificate"),
    ),
    (
        "doctor",
        ("appointment", "pain", "child", "medicine", "allergy", "sick_note", "again"),
    ),
    ("school", ("enrol", "sick", "late", "other", "food", "bring", "talk")),
)


def is_needed(contents: FolderContents) -> bool:
    """Whoever reads German can say it."""
    return contents.language.partition("-")[0] != OFFICE_LANGUAGE


def need(
    _contents: FolderContents, speech: Speech, german: Speech | None = None
) -> tuple[blocks.Block, ...]:
    """German first, large enough to be read across a counter. Where German stands on the facing
    page, each page has its own language alone."""
    return tuple(block for name, keys in PAGES for block in _page(name, keys, speech, german))


def _page(
    name: str, keys: tuple[str, ...], speech: Speech, german: Speech | None
) -> tuple[blocks.Block, ...]:
    rows = []
    for key in keys:
        own = blocks.words(speech.text(f"need.{name}.{key}"))
        words: tuple[blocks.Words, ...] = (own,)
        if german:
            said = german.text(f"need.{name}.{key}")
            words = ((blocks.Run(said, lang=german.language),), own)
        rows.append(blocks.Sentence(words))
    languages = [german, speech] if german else [speech]
    return (
        blocks.Heading(1, blocks.words(speech.text(f"need.{name}.title")), in_contents=False),
        blocks.Intro(blocks.words(speech.text("need.intro"))),
        blocks.Sentences(
            tuple(speech.language_name(each.language) for each in languages),
            (blocks.SentenceGroup("", tuple(rows)),),
            large=True,
            tick_alt=speech.text("checklist.box"),
            write=speech.text("need.date"),
            summary=speech.text("need.summary"),
        ),
    )
