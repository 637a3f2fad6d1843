"""Which sheets a folder has, in which order and under which chapter; empty chapters fall out."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from app.folder.contents import FolderContents, PlaceKind
from app.folder.sheets import documents, places
from app.records.compositions import STANDARD, ChapterChoice, ChapterKind, Composition


class Sheet(Enum):
    """The kinds of sheets, in the order they are filed."""

    COVER = "cover"
    LETTER = "letter"
    OVERVIEW = "overview"
    PEOPLE = "people"
    TIMELINE = "timeline"
    CHECKLIST = "checklist"
    DOCUMENTS = "documents"
    OFFICES = "offices"
    CARE = "care"
    CHILDREN = "children"
    PARTNER = "partner"
    HOUSING = "housing"
    PROFESSION = "profession"
    ARRIVING = "arriving"
    STAND = "stand"


CHAPTERS: Mapping[ChapterKind, tuple[str, tuple[Sheet, ...]]] = MappingProxyType(
    {
        ChapterKind.COVER: ("cover.greeting", (Sheet.COVER,)),
        ChapterKind.LETTER: ("letter.chapter", (Sheet.LETTER, Sheet.OVERVIEW)),
        ChapterKind.PEOPLE: ("people.chapter", (Sheet.PEOPLE,)),
        ChapterKind.TIMELINE: ("timeline.chapter", (Sheet.TIMELINE,)),
        ChapterKind.CHECKLIST: ("checklist.chapter", (Sheet.CHECKLIST,)),
        ChapterKind.DOCUMENTS: ("documents.chapter", (Sheet.DOCUMENTS,)),
        ChapterKind.OFFICES: ("places.offices_chapter", (Sheet.OFFICES,)),
        ChapterKind.CHILDREN: ("places.children_chapter", (Sheet.CARE, Sheet.CHILDREN)),
        ChapterKind.PARTNER: ("places.partner_chapter", (Sheet.PARTNER,)),
        ChapterKind.HOUSING: ("places.housing_chapter", (Sheet.HOUSING,)),
        ChapterKind.PROFESSION: ("places.profession_chapter", (Sheet.PROFESSION,)),
        ChapterKind.ARRIVING: ("places.arriving_chapter", (Sheet.ARRIVING,)),
        ChapterKind.STAND: ("stand.chapter", (Sheet.STAND,)),
    }
)
"""The phrase that names each chapter, and the sheets it may be made of."""


_PLACES: Mapping[Sheet, frozenset[PlaceKind]] = MappingProxyType(
    {
        Sheet.OFFICES: places.OFFICES,
        Sheet.CHILDREN: places.CHILDREN,
        Sheet.PARTNER: places.PARTNER,
        Sheet.HOUSING: places.HOUSING,
        Sheet.PROFESSION: places.PROFESSION,
        Sheet.ARRIVING: places.ARRIVING,
    }
)


@dataclass(frozen=True)
class PlannedChapter:
    """A chapter that will be printed: `number` 0 is the cover, `title` the key of a phrase; a
    brochure has its own title and no sheets."""

    number: int
    title: str
    sheets: tuple[Sheet, ...]
    choice: ChapterChoice

    @property
    def key(self) -> str:
        """What tells the chapters of one folder apart, whatever their numbers."""
        return self.choice.key

    @property
    def may_have_tab(self) -> bool:
        """Whether a tab sheet may open it. The letter is found without one: it lies on top."""
        return self.number > 0 and Sheet.LETTER not in self.sheets


def plan(
    contents: FolderContents,
    composition: Composition = STANDARD,
    brochures: Container[int] = (),
) -> tuple[PlannedChapter, ...]:
    """The chapters that are asked for and have something to say, in their order.

    Each has the number of its place among those asked for, whether the ones before it have
    something to say or not: so a chapter that comes or goes changes no other sheet, and a number
    means the same in all folders of one composition. `brochures`: ids of those that are there.
    """
    asked = [each for each in composition.chapters if each.printed and _is_there(each, brochures)]
    planned = []
    for number, choice in enumerate(_cover_first(asked)):
        if choice.kind is ChapterKind.BROCHURE:
            planned.append(PlannedChapter(number, "", (), choice))
            continue
        title, sheets = CHAPTERS[choice.kind]
        kept = tuple(sheet for sheet in sheets if _has_words(sheet, contents))
        if kept:
            planned.append(PlannedChapter(number, title, kept, choice))
    return tuple(planned)


def _is_there(choice: ChapterChoice, brochures: Container[int]) -> bool:
    if choice.kind is ChapterKind.BROCHURE:
        return choice.brochure in brochures
    return choice.kind in CHAPTERS


def _cover_first(asked: list[ChapterChoice]) -> list[ChapterChoice]:
    return sorted(asked, key=lambda each: each.kind is not ChapterKind.COVER)


def _has_words(sheet: Sheet, contents: FolderContents) -> bool:
    if sheet in _PLACES:
        return bool(places.of_kinds(contents, _PLACES[sheet]))
    match sheet:
        case Sheet.TIMELINE:
            return bool(contents.timeline)
        case Sheet.CHECKLIST:
            return bool(contents.checklist)
        case Sheet.DOCUMENTS:
            return bool(documents.papers(contents))
        case Sheet.CARE:
            return bool(contents.care)
        case _:
            # The emergency numbers alone are worth the sheet of contact persons.
            return True
