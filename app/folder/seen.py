"""A folder as the clerk looks at it: the file, and which chapter stands on which of its pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from types import MappingProxyType

from app.content.phrases import Phrases
from app.folder import build
from app.folder.compose import compose
from app.folder.contents import FolderContents
from app.folder.editions import Edition, Extras
from app.folder.kept import PrintRecord
from app.folder.plan import CHAPTERS
from app.folder.print_plan import PlannedPage, PrintPlan, pages_of, print_plan
from app.folder.sheets import documents, places
from app.records.compositions import ChapterChoice, ChapterKind
from app.typeset import file
from app.typeset.sheets import SheetKey, keys


class Shown(Enum):
    """What became of a chapter of the composition."""

    PRINTED = "printed"
    EMPTY = "empty"  # asked for, but there is nothing to say
    OFF = "off"  # not asked for


@dataclass(frozen=True)
class ChapterSeen:
    """A chapter of the composition. `number` as printed, 0 for the cover and what is not printed;
    `title` in German; `first` is the index of its first page in the file, from 0; `amount` counts
    what it lists, None where it is no list."""

    key: str
    kind: ChapterKind
    shown: Shown
    number: int = 0
    title: str = ""
    first: int | None = None
    pages: int = 0
    amount: int | None = None


@dataclass(frozen=True)
class FolderSeen:
    """A folder as it would be written now. `chapters` are those of the composition in its order,
    `pages` those of the file, `sheets` what tells its sheets apart from print to print; `unequal`:
    the numbers of chapters whose languages could not be set beside each other."""

    data: bytes
    language: str
    bilingual: bool
    chapters: tuple[ChapterSeen, ...]
    pages: tuple[PlannedPage, ...]
    plan: PrintPlan
    sheets: tuple[SheetKey, ...]
    unequal: tuple[int, ...] = ()

    def chapter(self, key: str) -> ChapterSeen | None:
        """The chapter of this key."""
        return next((each for each in self.chapters if each.key == key), None)


_AMOUNTS: Mapping[ChapterKind, Callable[[FolderContents], int]] = MappingProxyType(
    {
        ChapterKind.PEOPLE: lambda contents: len(contents.people),
        ChapterKind.TIMELINE: lambda contents: len(contents.timeline),
        ChapterKind.CHECKLIST: lambda contents: len(contents.checklist),
        ChapterKind.DOCUMENTS: lambda contents: len(documents.papers(contents)),
    }
)


def seen(
    edition: Edition, extras: Extras, german: Phrases, fonts: Path
) -> tuple[FolderSeen, PrintRecord]:
    """Compose once: the bytes are those `build.previewed` gives, and so is what is kept of them."""
    document, composed = build.set_pages(edition.contents, edition.phrases, fonts, compose, extras)
    pages = pages_of(document, composed)
    numbers = {chapter.key: chapter.number for chapter in document.chapters}
    found = FolderSeen(
        data=file.to_bytes(composed),
        language=edition.contents.language,
        bilingual=extras.beside is not None,
        chapters=tuple(
            _chapter(choice, edition.contents, numbers, pages, german)
            for choice in extras.composition.chapters
        ),
        pages=pages,
        plan=print_plan(pages),
        sheets=tuple(keys([(page.chapter, page.blank) for page in pages])),
        unequal=composed.unequal,
    )
    record = build.recorded(composed, edition.contents, edition.phrases, extras)
    return found, record


def titled(choice: ChapterChoice, german: Phrases) -> str:
    """What a chapter is called in German; blank for the cover, and where its title is not one of
    the program's own."""
    if choice.kind is ChapterKind.COVER or choice.kind not in CHAPTERS:
        return ""
    return german.text(CHAPTERS[choice.kind][0])


def _chapter(
    choice: ChapterChoice,
    contents: FolderContents,
    numbers: Mapping[str, int],
    pages: tuple[PlannedPage, ...],
    german: Phrases,
) -> ChapterSeen:
    title = titled(choice, german)
    if not choice.printed:
        return ChapterSeen(choice.key, choice.kind, Shown.OFF, title=title)
    if choice.key not in numbers:
        return ChapterSeen(choice.key, choice.kind, Shown.EMPTY, title=title)
    first, count = _run(choice.key, pages)
    return ChapterSeen(
        choice.key,
        choice.kind,
        Shown.PRINTED,
        number=numbers[choice.key],
        title=title,
        first=first,
        pages=count,
        amount=_amount(choice.kind, contents),
    )


def _run(key: str, pages: tuple[PlannedPage, ...]) -> tuple[int, int]:
    """Where a chapter begins and how many pages it has there; what of it lies elsewhere, as the
    label for the back of the ring folder, is not counted."""
    first = next(at for at, page in enumerate(pages) if page.chapter == key and not page.blank)
    end = first
    while end < len(pages) and pages[end].chapter == key and not pages[end].blank:
        end += 1
    return first, end - first


def _amount(kind: ChapterKind, contents: FolderContents) -> int | None:
    if kind in _AMOUNTS:
        return _AMOUNTS[kind](contents)
    if kind in places.KINDS:
        return len(places.of_kinds(contents, places.KINDS[kind]))
    return None
