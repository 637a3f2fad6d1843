"""Which sheets a folder has, in which order and under which chapter; empty chapters fall out."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from app.folder.contents import FolderContents, PlaceKind
from app.folder.sheets import documents, need, own_papers, places
from app.records.compositions import (
    STANDARD,
    ChapterChoice,
    ChapterKind,
    Composition,
    Option,
)


class Sheet(Enum):
    """The kinds of sheets, in the order they are filed."""

    COVER = "cover"
    GREETING = "greeting"
    LETTER = "letter"
    OVERVIEW = "overview"
    PEOPLE = "people"
    TIMELINE = "timeline"
    CHECKLIST = "checklist"
    QUESTIONS = "questions"
    DOCUMENTS = "documents"
    OWN_PAPERS = "own_papers"
    OFFICES = "offices"
    I_NEED = "i_need"
    CARE = "care"
    CHILDREN = "children"
    PARTNER = "partner"
    HOUSING = "housing"
    PROFESSION = "profession"
    TRAINING = "training"
    ARRIVING = "arriving"
    MOIN = "moin"
    TEA = "tea"
    VOUCHERS = "vouchers"
    PRIVACY = "privacy"
    STAND = "stand"
    SPINE = "spine"


CHAPTERS: Mapping[ChapterKind, tuple[str, tuple[Sheet, ...]]] = MappingProxyType(
    {
        ChapterKind.COVER: ("cover.greeting", (Sheet.COVER, Sheet.GREETING)),
        ChapterKind.LETTER: ("letter.chapter", (Sheet.LETTER, Sheet.OVERVIEW)),
        ChapterKind.PEOPLE: ("people.chapter", (Sheet.PEOPLE,)),
        ChapterKind.TIMELINE: ("timeline.chapter", (Sheet.TIMELINE,)),
        ChapterKind.CHECKLIST: ("checklist.chapter", (Sheet.CHECKLIST, Sheet.QUESTIONS)),
        ChapterKind.DOCUMENTS: ("documents.chapter", (Sheet.DOCUMENTS, Sheet.OWN_PAPERS)),
        ChapterKind.OFFICES: ("places.offices_chapter", (Sheet.OFFICES, Sheet.I_NEED)),
        ChapterKind.CHILDREN: ("places.children_chapter", (Sheet.CARE, Sheet.CHILDREN)),
        ChapterKind.PARTNER: ("places.partner_chapter", (Sheet.PARTNER,)),
        ChapterKind.HOUSING: ("places.housing_chapter", (Sheet.HOUSING,)),
        ChapterKind.PROFESSION: (
            "places.profession_chapter",
            (Sheet.PROFESSION, Sheet.TRAINING),
        ),
        ChapterKind.ARRIVING: (
            "places.arriving_chapter",
            (Sheet.ARRIVING, Sheet.MOIN, Sheet.TEA),
        ),
        ChapterKind.VOUCHERS: ("vouchers.chapter", (Sheet.VOUCHERS,)),
        ChapterKind.PRIVACY: ("privacy.chapter", (Sheet.PRIVACY,)),
        ChapterKind.STAND: ("stand.chapter", (Sheet.STAND,)),
    }
)
"""The phrase that names each chapter, and the sheets it may be made of."""

_OPTIONAL: Mapping[Sheet, Option] = MappingProxyType(
    {
        Sheet.QUESTIONS: Option.QUESTIONS,
        Sheet.OWN_PAPERS: Option.OWN_PAPERS,
        Sheet.I_NEED: Option.I_NEED,
        Sheet.MOIN: Option.MOIN,
        Sheet.TEA: Option.TEA,
        Sheet.SPINE: Option.SPINE,
    }
)
SPINE_KEY = "spine"
"""The key of the last sheet, whose label is cut out: it is no chapter of a composition."""

_PLACES: Mapping[Sheet, frozenset[PlaceKind]] = MappingProxyType(
    {
        Sheet.OFFICES: places.KINDS[ChapterKind.OFFICES],
        Sheet.CHILDREN: places.KINDS[ChapterKind.CHILDREN],
        Sheet.PARTNER: places.KINDS[ChapterKind.PARTNER],
        Sheet.HOUSING: places.KINDS[ChapterKind.HOUSING],
        Sheet.PROFESSION: places.KINDS[ChapterKind.PROFESSION],
        Sheet.ARRIVING: places.KINDS[ChapterKind.ARRIVING],
    }
)

_BESIDES: Mapping[Sheet, Callable[[FolderContents], tuple[object, ...]]] = MappingProxyType(
    {
        Sheet.PARTNER: lambda contents: contents.careers,
        Sheet.PROFESSION: lambda contents: contents.benefits,
        Sheet.ARRIVING: lambda contents: (*contents.occasions, *contents.films),
    }
)
"""What a sheet of places tells besides: it is printed for that alone too."""
_FILLED_BY: Mapping[Sheet, Callable[[FolderContents], tuple[object, ...]]] = MappingProxyType(
    {
        Sheet.CARE: lambda contents: contents.care,
        Sheet.TRAINING: lambda contents: contents.training,
        Sheet.VOUCHERS: lambda contents: contents.vouchers,
    }
)
"""What a sheet lists; with nothing to list there is no such sheet."""


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
        return SPINE_KEY if Sheet.SPINE in self.sheets else self.choice.key

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
    planned: list[PlannedChapter] = []
    spine: list[PlannedChapter] = []
    for number, choice in enumerate(_asked(composition, brochures)):
        if choice.kind is ChapterKind.BROCHURE:
            planned.append(PlannedChapter(number, "", (), choice))
            continue
        title, sheets = CHAPTERS[choice.kind]
        kept = tuple(sheet for sheet in sheets if _is_printed(sheet, contents, choice))
        if kept:
            planned.append(PlannedChapter(number, title, kept, choice))
        if choice.kind is ChapterKind.COVER and choice.has(Option.SPINE):
            spine.append(PlannedChapter(0, "spine.title", (Sheet.SPINE,), choice))
    return (*planned, *spine)


def tab_numbers(composition: Composition, brochures: Container[int] = ()) -> tuple[int, ...]:
    """The numbers of all chapters there may be, so that tab sheets stay as they are when one of
    them comes or goes."""
    return tuple(range(1, len(_asked(composition, brochures))))


def _is_there(choice: ChapterChoice, brochures: Container[int]) -> bool:
    if choice.kind is ChapterKind.BROCHURE:
        return choice.brochure in brochures
    return choice.kind in CHAPTERS


def _asked(composition: Composition, brochures: Container[int]) -> list[ChapterChoice]:
    asked = [each for each in composition.chapters if each.printed and _is_there(each, brochures)]
    return sorted(asked, key=lambda each: each.kind is not ChapterKind.COVER)


def _is_printed(sheet: Sheet, contents: FolderContents, choice: ChapterChoice) -> bool:
    option = _OPTIONAL.get(sheet)
    return (option is None or choice.has(option)) and _has_words(
        sheet, contents, open_only=choice.has(Option.OPEN_ONLY)
    )


def _has_words(sheet: Sheet, contents: FolderContents, *, open_only: bool) -> bool:
    if sheet in _PLACES:
        besides = _BESIDES.get(sheet)
        found = places.of_kinds(contents, _PLACES[sheet])
        return bool(found or (besides is not None and besides(contents)))
    if sheet in _FILLED_BY:
        return bool(_FILLED_BY[sheet](contents))
    match sheet:
        case Sheet.GREETING:
            return bool(contents.greeting.strip())
        case Sheet.TIMELINE:
            return any(not (open_only and entry.done) for entry in contents.timeline)
        case Sheet.CHECKLIST | Sheet.QUESTIONS:
            return any(not (open_only and task.done) for task in contents.checklist)
        case Sheet.DOCUMENTS:
            return bool(documents.papers(contents))
        case Sheet.OWN_PAPERS:
            return own_papers.has_papers(contents)
        case Sheet.I_NEED:
            return need.is_needed(contents)
        case _:
            # The emergency numbers alone are worth the sheet of contact persons.
            return True
