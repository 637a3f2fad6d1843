"""Which sheets a folder has, in which order and under which chapter; empty chapters fall out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.folder.contents import FolderContents
from app.folder.sheets import documents, places


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
    NEARBY = "nearby"
    STAND = "stand"


# The phrase that names each chapter, and the sheets it is made of.
CHAPTERS: tuple[tuple[str, tuple[Sheet, ...]], ...] = (
    ("cover.greeting", (Sheet.COVER,)),
    ("letter.chapter", (Sheet.LETTER, Sheet.OVERVIEW)),
    ("people.chapter", (Sheet.PEOPLE,)),
    ("timeline.chapter", (Sheet.TIMELINE,)),
    ("checklist.chapter", (Sheet.CHECKLIST,)),
    ("documents.chapter", (Sheet.DOCUMENTS,)),
    ("places.offices_chapter", (Sheet.OFFICES,)),
    ("care.chapter", (Sheet.CARE,)),
    ("places.children_chapter", (Sheet.CHILDREN,)),
    ("places.nearby_chapter", (Sheet.NEARBY,)),
    ("stand.chapter", (Sheet.STAND,)),
)


@dataclass(frozen=True)
class PlannedChapter:
    """A chapter that will be printed: `number` 0 is the cover, `title` the key of a phrase."""

    number: int
    title: str
    sheets: tuple[Sheet, ...]

    @property
    def has_tab(self) -> bool:
        """Whether a tab sheet opens it. The letter is found without one: it lies on top."""
        return self.number > 0 and Sheet.LETTER not in self.sheets


def plan(contents: FolderContents) -> tuple[PlannedChapter, ...]:
    """The chapters that have something to say, numbered from 1 behind the cover."""
    kept = [(title, sheets) for title, sheets in CHAPTERS if _has_words(sheets[0], contents)]
    return tuple(
        PlannedChapter(number, title, sheets) for number, (title, sheets) in enumerate(kept)
    )


def _has_words(sheet: Sheet, contents: FolderContents) -> bool:
    match sheet:
        case Sheet.TIMELINE:
            return bool(contents.timeline)
        case Sheet.CHECKLIST:
            return bool(contents.checklist)
        case Sheet.DOCUMENTS:
            return bool(documents.papers(contents))
        case Sheet.OFFICES:
            return bool(places.of_kinds(contents, places.OFFICES))
        case Sheet.CARE:
            return bool(contents.care)
        case Sheet.CHILDREN:
            return bool(places.of_kinds(contents, places.CHILDREN))
        case Sheet.NEARBY:
            return bool(places.of_kinds(contents, places.NEARBY))
        case _:
            # The emergency numbers alone are worth the sheet of contact persons.
            return True
