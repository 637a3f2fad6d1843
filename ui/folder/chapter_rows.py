"""The rows of the list of chapters: what each says, made of a composition and what was seen of it.

No Qt.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from app.records.compositions import OPTIONS, ChapterChoice, ChapterKind, Composition, Option
from ui.chapter_words import OPTIONS as OPTIONS_IN_WORDS
from ui.folder import finding_words, words

if TYPE_CHECKING:
    from app.folder.seen import ChapterSeen, FolderSeen

FALLEN = "fallen"
"""The key of the line that names the chapters that fall out."""


@dataclass(frozen=True)
class Hint:
    """What is missing in a chapter or out of date, as a sentence; `short` is the code under which
    hints alike are counted in the row, blank where it is none to warn of. `tab` and `row` lead to
    the place where it is mended, blank where there is none."""

    short: str
    sentence: str
    tab: str = ""
    row: object = None


@dataclass(frozen=True)
class ChapterRow:
    """A chapter. `number` as printed, blank without one; `holds` what is in it, `pages` where it
    stands in the file."""

    key: str
    title: str
    number: str = ""
    holds: str = ""
    pages: str = ""
    printed: bool = True
    warns: bool = False
    is_cover: bool = False

    @property
    def spoken(self) -> str:
        """The row for a screen reader."""
        parts = [f"{self.number} {self.title}".strip()]
        if self.holds:
            parts.append(f"Achtung: {self.holds}" if self.warns else self.holds)
        if self.pages:
            several = "–" in self.pages
            parts.append(f"{'Seiten' if several else 'Seite'} {self.pages}")
        if not self.printed:
            parts.append("nicht in der Mappe")
        return ", ".join(parts)


@dataclass(frozen=True)
class OptionRow:
    """Something a chapter may hold besides."""

    chapter: str
    option: Option
    on: bool

    @property
    def key(self) -> str:
        return f"{self.chapter}/{self.option.value}"

    @property
    def spoken(self) -> str:
        return OPTIONS_IN_WORDS[self.option]


@dataclass(frozen=True)
class HintRow:
    """What is missing in a chapter, with the way to mend it."""

    chapter: str
    place: int
    hint: Hint

    @property
    def key(self) -> str:
        return f"{self.chapter}/hint{self.place}"

    @property
    def spoken(self) -> str:
        return self.hint.sentence


@dataclass(frozen=True)
class FallenRow:
    """The line that names the chapters that fall out; they are below it."""

    titles: tuple[str, ...]
    key: str = FALLEN

    @property
    def spoken(self) -> str:
        return words.fallen(self.titles)


Row: TypeAlias = ChapterRow | OptionRow | HintRow | FallenRow


@dataclass(frozen=True)
class Top:
    """A row and those that open below it."""

    row: Row
    below: tuple[Row, ...] = ()


def rows(
    composition: Composition,
    folder: FolderSeen | None,
    hints: Mapping[ChapterKind, Sequence[Hint]],
    brochures: Mapping[int, str],
) -> tuple[Top, ...]:
    """All chapters in their order, those that fall out in one line at the end.

    `folder` is what was seen last; it may lag behind the composition. `brochures` are the titles
    of other people's PDFs.
    """
    seen = {each.key: each for each in folder.chapters} if folder is not None else {}
    tops: list[Top] = []
    fallen: list[ChapterRow] = []
    for choice in composition.chapters:
        known = seen.get(choice.key)
        if choice.printed and known is not None and _is_empty(known):
            fallen.append(_fallen(choice, known, brochures))
            continue
        told = hints.get(choice.kind, ()) if choice.printed else ()
        tops.append(Top(_chapter(choice, known, told, brochures), _below(choice, told)))
    if fallen:
        tops.append(Top(FallenRow(tuple(each.title for each in fallen)), tuple(fallen)))
    return tuple(tops)


def _is_empty(known: ChapterSeen) -> bool:
    return known.shown.value == "empty"


def _titled(choice: ChapterChoice, known: ChapterSeen | None, brochures: Mapping[int, str]) -> str:
    if choice.brochure is not None and choice.brochure in brochures:
        return brochures[choice.brochure]
    return words.title(choice.kind, known)


def _fallen(choice: ChapterChoice, known: ChapterSeen, brochures: Mapping[int, str]) -> ChapterRow:
    title = _titled(choice, known, brochures)
    return ChapterRow(choice.key, title, holds=words.empty(choice.kind))


def _chapter(
    choice: ChapterChoice,
    known: ChapterSeen | None,
    hints: Sequence[Hint],
    brochures: Mapping[int, str],
) -> ChapterRow:
    title, is_cover = _titled(choice, known, brochures), choice.kind is ChapterKind.COVER
    if not choice.printed or known is None or known.first is None:
        return ChapterRow(choice.key, title, printed=choice.printed, is_cover=is_cover)
    warning = finding_words.warning([each.short for each in hints])
    return ChapterRow(
        choice.key,
        title,
        str(known.number) if known.number else "",
        warning or words.amount(known),
        words.place(known),
        warns=bool(warning),
        is_cover=is_cover,
    )


def _below(choice: ChapterChoice, hints: Sequence[Hint]) -> tuple[Row, ...]:
    if not choice.printed:
        return ()
    told = tuple(HintRow(choice.key, at, hint) for at, hint in enumerate(hints))
    offered = OPTIONS.get(choice.kind, ())
    options = tuple(OptionRow(choice.key, each, choice.has(each)) for each in offered)
    return (*told, *options)
