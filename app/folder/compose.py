"""The planned sheets as one document: chapters with their blocks, title, foot and stamp."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, time
from types import MappingProxyType
from typing import TypeAlias

from app.content.phrases import Phrases
from app.folder import household
from app.folder.contents import FolderContents
from app.folder.plan import PlannedChapter, Sheet, plan
from app.folder.sheets.care import care
from app.folder.sheets.checklist import alone, checklist
from app.folder.sheets.cover import cover
from app.folder.sheets.documents import documents
from app.folder.sheets.letter import letter
from app.folder.sheets.overview import overview
from app.folder.sheets.people import people
from app.folder.sheets.places import children, nearby, offices
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
        Sheet.NEARBY: nearby,
        Sheet.STAND: stand,
    }
)


def compose(contents: FolderContents, phrases: Phrases) -> blocks.FolderDocument:
    """Everything decided, nothing laid out yet. Equal contents give equal documents."""
    speech = Speech(phrases)
    chapters = tuple(_chapter(part, contents, speech) for part in plan(contents))
    whole = _document("folder", speech.text("folder.title"), contents, speech, chapters)
    return replace(whole, blank_page=speech.text("folder.blank_page"))


def compose_checklist(contents: FolderContents, phrases: Phrases) -> blocks.FolderDocument:
    """The checklist alone: no cover, no tabs, pages counted through ("2 / 3")."""
    speech = Speech(phrases)
    chapter = blocks.Chapter(0, "", alone(contents, speech))
    title = speech.text("checklist.title")
    listed = _document("checklist", title, contents, speech, (chapter,))
    return replace(listed, numbering=blocks.Numbering.OF_TOTAL, tabs=False)


def compose_care(contents: FolderContents, phrases: Phrases) -> blocks.FolderDocument:
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
    """`what` is the part of the phrases that has the foot."""
    family = household.title(contents, speech)
    foot = f"{what}.footer_example" if contents.example else f"{what}.footer"
    return blocks.FolderDocument(
        title=f"{title} {family}".strip(),
        lang=speech.language,
        author=contents.office.name or contents.office.responsible_body,
        subject=title,
        # Noon of the day in UTC: the file carries no other stamp, so it can be made again.
        created=datetime.combine(contents.created, time(12), tzinfo=UTC),
        chapters=chapters,
        foot=speech.text(foot, family=family, date=speech.date(contents.created, "numbers")),
    )


def _chapter(part: PlannedChapter, contents: FolderContents, speech: Speech) -> blocks.Chapter:
    return blocks.Chapter(
        part.number,
        speech.text(part.title),
        tuple(block for sheet in part.sheets for block in SHEETS[sheet](contents, speech)),
    )
