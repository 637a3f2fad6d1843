"""What a chapter names, before anything is set: for the contents, the outline and the tab sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.typeset.blocks import (
    Block,
    Checklist,
    Contacts,
    Contents,
    FolderDocument,
    Heading,
    KeepTogether,
    Letter,
    Provider,
    Timeline,
)
from app.typeset.inline import Words

#: Heading numbers: chapter × this + side × `SIDE_STEP` + place; place 0 is the side as a whole.
CHAPTER_STEP = 100_000
SIDE_STEP = 50_000
#: Level of what is no heading and yet named on the tab sheet: places, people, groups of rows.
NAMED = 4


@dataclass(frozen=True, slots=True)
class Title:
    """A heading as the blocks tell it. `listed` in the contents; `note`: what it is about."""

    level: int
    text: str
    lang: str = ""
    listed: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class SideTitles:
    """One language of a chapter: its title and its blocks."""

    index: int
    side: int
    title: str
    lang: str
    blocks: tuple[Block, ...]

    def number(self, place: int = 0) -> int:
        """Number of the heading at `place` (from 1), or of the side as a whole."""
        return self.index * CHAPTER_STEP + self.side * SIDE_STEP + place

    def titles(self) -> Iterator[tuple[int, Title]]:
        """Number and title of all that is named."""
        for place, title in enumerate(titles(self.blocks), 1):
            yield self.number(place), title

    def on_tab(self) -> list[tuple[int, Title]]:
        """What the tab sheet lists: what stands below the chapter's title, and the further
        headings of level 1."""
        found: list[tuple[int, Title]] = []
        inside = True
        for number, title in self.titles():
            if title.level == 1:
                inside = title.text == self.title
            if (inside and title.level in (2, NAMED)) or (title.level == 1 and not inside):
                found.append((number, title))
        return found


def sides(document: FolderDocument, index: int) -> tuple[SideTitles, ...]:
    """The languages of a chapter, its own first."""
    chapter = document.chapters[index]
    lang = chapter.lang or document.lang
    own = SideTitles(index, 0, chapter.title, lang, chapter.blocks)
    if chapter.facing is None:
        return (own,)
    other = chapter.facing
    return own, SideTitles(index, 1, other.title, other.lang, other.blocks)


def titles(blocks: Sequence[Block]) -> Iterator[Title]:
    """All that is named, in the order in which its element is made an anchor."""
    for block in blocks:
        match block:
            case Heading():
                listed = block.in_contents and block.level < 3
                yield Title(block.level, _plain(block.words), block.lang, listed)
            case Letter():
                yield Title(1, block.subject, block.lang, listed=True)
            case Contents():
                yield Title(1, block.title, block.lang)
            case Provider():
                about = next((_plain(line) for line in block.lines), "")
                yield Title(NAMED, block.name, block.lang, note=about)
            case Contacts():
                yield from (Title(NAMED, c.name, block.lang, note=c.role) for c in block.contacts)
            case Checklist() | Timeline():
                named = (group.title for group in block.groups if group.title)
                yield from (Title(NAMED, title, block.lang) for title in named)
            case KeepTogether():
                yield from titles(block.blocks)
            case _:
                pass


def _plain(words: Words) -> str:
    return "".join(run.text for run in words)
