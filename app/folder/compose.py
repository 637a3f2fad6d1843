"""The planned sheets as one document: chapters with their blocks, title, foot and stamp."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, time
from types import MappingProxyType
from typing import TypeAlias

from app.content.languages import OFFICE_LANGUAGE
from app.content.phrases import Phrases
from app.folder import household
from app.folder.contents import FolderContents
from app.folder.editions import ALONE, Edition, Extras
from app.folder.plan import PlannedChapter, Sheet, plan
from app.folder.sheets.brochure import brochure
from app.folder.sheets.care import care
from app.folder.sheets.checklist import alone, checklist
from app.folder.sheets.cover import bilingual as bilingual_cover
from app.folder.sheets.cover import cover
from app.folder.sheets.divider import divider
from app.folder.sheets.documents import documents
from app.folder.sheets.letter import letter, tasks_named
from app.folder.sheets.overview import overview
from app.folder.sheets.people import people
from app.folder.sheets.places import (
    arriving,
    children,
    housing,
    offices,
    partner,
    profession,
)
from app.folder.sheets.stand import stand
from app.folder.sheets.timeline import timeline
from app.folder.speech import Speech
from app.typeset import blocks

SheetMaker: TypeAlias = Callable[[FolderContents, Speech], tuple[blocks.Block, ...]]

SHEETS: Mapping[Sheet, SheetMaker] = MappingProxyType(
    {
        Sheet.COVER: cover,
        Sheet.LETTER: letter,
        Sheet.OVERVIEW: overview,
        Sheet.PEOPLE: people,
        Sheet.TIMELINE: timeline,
        Sheet.CHECKLIST: checklist,
        Sheet.DOCUMENTS: documents,
        Sheet.OFFICES: offices,
        Sheet.CARE: care,
        Sheet.CHILDREN: children,
        Sheet.PARTNER: partner,
        Sheet.HOUSING: housing,
        Sheet.PROFESSION: profession,
        Sheet.ARRIVING: arriving,
        Sheet.STAND: stand,
    }
)


def compose(
    contents: FolderContents, phrases: Phrases, extras: Extras = ALONE
) -> blocks.FolderDocument:
    """Everything decided, nothing laid out yet. Equal contents give equal documents."""
    speech, beside = Speech(phrases), extras.beside
    german: FolderContents | None = None
    contents = replace(contents, addressee=_addressee(contents, phrases, extras))
    if beside is not None:
        contents, german = _alike(Edition(contents, phrases), beside)
    chapters = tuple(
        _chapter(part, contents, german, speech, extras)
        for part in plan(contents, extras.composition, {each.id for each in extras.brochures})
    )
    whole = _document("folder", speech.text("folder.title"), contents, speech, chapters)
    return replace(whole, blank_page=speech.text("folder.blank_page"))


def _addressee(contents: FolderContents, phrases: Phrases, extras: Extras) -> str:
    """The family in German, for the window of the letter; blank where the folder is German."""
    beside = (extras.beside.phrases,) if extras.beside else ()
    for each in (phrases, *beside, *extras.titles):
        if each.language == OFFICE_LANGUAGE:
            return "" if each is phrases else household.title(contents, Speech(each))
    return ""


def _alike(one: Edition, other: Edition) -> tuple[FolderContents, FolderContents]:
    """The contents of both, with what the languages would decide differently decided once."""
    ready = [replace(each.contents, facing=True) for each in (one, other)]
    speeches = (Speech(one.phrases), Speech(other.phrases))
    tasks = tasks_named(*zip(ready, speeches, strict=True))
    first, second = (replace(contents, letter_tasks=tasks) for contents in ready)
    return first, second


def compose_checklist(
    contents: FolderContents, phrases: Phrases, _extras: Extras = ALONE
) -> blocks.FolderDocument:
    """The checklist alone: no cover, no tabs, pages counted through ("2 / 3")."""
    speech = Speech(phrases)
    chapter = blocks.Chapter(0, "", alone(contents, speech))
    title = speech.text("checklist.title")
    listed = _document("checklist", title, contents, speech, (chapter,))
    return replace(listed, numbering=blocks.Numbering.OF_TOTAL, tabs=False)


def compose_care(
    contents: FolderContents, phrases: Phrases, _extras: Extras = ALONE
) -> blocks.FolderDocument:
    """The sheets of care alone: no cover, no tabs, pages counted through."""
    speech = Speech(phrases)
    chapter = blocks.Chapter(0, "", care(contents, speech))
    names = speech.listed([each.name for each in contents.care])
    title = speech.text("care.title", name=names)
    sheet = _document("care", title, contents, speech, (chapter,))
    return replace(sheet, title=title, numbering=blocks.Numbering.OF_TOTAL, tabs=False)


def _document(
    what: str,
    title: str,
    contents: FolderContents,
    speech: Speech,
    chapters: tuple[blocks.Chapter, ...],
) -> blocks.FolderDocument:
    family = household.title(contents, speech)
    return blocks.FolderDocument(
        title=f"{title} {family}".strip(),
        lang=speech.language,
        author=contents.office.name or contents.office.responsible_body,
        subject=title,
        # Noon of the day in UTC: the file carries no other stamp, so it can be made again.
        created=datetime.combine(contents.created, time(12), tzinfo=UTC),
        chapters=chapters,
        foot=_foot(what, contents, speech),
    )


def _foot(what: str, contents: FolderContents, speech: Speech) -> str:
    """`what` is the part of the phrases that has the foot."""
    return speech.text(
        f"{what}.footer_example" if contents.example else f"{what}.footer",
        family=household.title(contents, speech),
        date=speech.date(contents.created, "numbers"),
    )


def _chapter(
    part: PlannedChapter,
    contents: FolderContents,
    german: FolderContents | None,
    speech: Speech,
    extras: Extras,
) -> blocks.Chapter:
    """A chapter with its tab sheet and, in a folder of two languages, with German facing it."""
    for each in extras.brochures:
        if each.id == part.choice.brochure:
            return brochure(part, each, speech, tab_sheet=extras.composition.tab_sheets)
    if extras.beside is None or german is None:
        return blocks.Chapter(
            part.number,
            speech.text(part.title),
            _sheets(part, contents, speech),
            tab=_tab(part, extras.titles, contents, speech, extras),
            key=part.key,
        )
    other = Speech(extras.beside.phrases)
    if part.sheets[0] is Sheet.COVER:
        both = bilingual_cover(contents, speech, german, other)
        title = other.text(part.title)
        return blocks.Chapter(part.number, title, both, lang=other.language, key=part.key)
    name = other.language_name(speech.language)
    facing = blocks.Facing(
        other.text(part.title),
        _hinted(_sheets(part, german, other), other.text("pair.beside_other", language=name)),
        other.language,
        _foot("folder", german, other),
    )
    return blocks.Chapter(
        part.number,
        speech.text(part.title),
        _hinted(_sheets(part, contents, speech), speech.text("pair.beside_german")),
        tab=_tab(part, (speech.phrases, *extras.titles), german, other, extras),
        facing=facing,
        key=part.key,
    )


def _sheets(
    part: PlannedChapter, contents: FolderContents, speech: Speech
) -> tuple[blocks.Block, ...]:
    return tuple(block for sheet in part.sheets for block in SHEETS[sheet](contents, speech))


def _hinted(sheets: tuple[blocks.Block, ...], hint: str) -> tuple[blocks.Block, ...]:
    """The first introduction says too where the same stands in the other language, unless it has
    something to stress."""
    for place, block in enumerate(sheets):
        if isinstance(block, blocks.Intro) and len(block.words) == 1:
            told = replace(block, words=(*block.words, blocks.Run(f" {hint}")))
            return (*sheets[:place], told, *sheets[place + 1 :])
    return sheets


def _tab(
    part: PlannedChapter,
    languages: tuple[Phrases, ...],
    contents: FolderContents,
    speech: Speech,
    extras: Extras,
) -> blocks.Divider | None:
    if not (part.may_have_tab and extras.composition.tab_sheets):
        return None
    county = extras.county if Sheet.OFFICES in part.sheets else None
    return divider(part.title, languages, contents, speech, county)
