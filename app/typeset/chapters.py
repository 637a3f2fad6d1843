"""Sets one chapter: its blocks become bands, the bands fill pages; headings are remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.typeset import (
    care,
    contacts,
    contents,
    cover,
    forms,
    heat,
    letters,
    prose,
    tables,
    tasks,
)
from app.typeset.blocks import (
    QR,
    Block,
    CareWeek,
    Chapter,
    Checklist,
    Contacts,
    Contents,
    Cover,
    Divider,
    FolderDocument,
    Form,
    Heading,
    HeatMap,
    Helpers,
    Intro,
    KeepTogether,
    Letter,
    ListBlock,
    Numbers,
    PageBreak,
    Paragraph,
    Provider,
    SignLines,
    SmallWeek,
    Space,
    Table,
    Timeline,
)
from app.typeset.flow import Band, Flow, Page
from app.typeset.setter import Setter

#: Heading numbers: chapter × this + place in the chapter; 0 is the chapter itself.
CHAPTER_STEP = 100_000


@dataclass(frozen=True, slots=True)
class Title:
    """A heading as the blocks tell it, before anything is set."""

    level: int
    text: str
    lang: str
    listed: bool


@dataclass(frozen=True, slots=True)
class SetChapter:
    """Pages of a chapter and the elements of its headings, in the order of `titles`."""

    pages: tuple[Page, ...]
    headings: tuple[int, ...]


def titles(blocks: Sequence[Block], chapter: Chapter) -> Iterator[Title]:
    """Headings of levels 1 and 2 in the order in which the chapter will set them."""
    for block in blocks:
        match block:
            case Heading():
                text = "".join(run.text for run in block.words)
                listed = block.in_contents and block.level < 3
                yield Title(block.level, text, block.lang, listed)
            case Letter():
                yield Title(1, block.subject, block.lang, listed=True)
            case Contents():
                yield Title(1, block.title, block.lang, listed=False)
            case Divider():
                yield Title(1, chapter.title, chapter.lang, listed=False)
            case KeepTogether():
                yield from titles(block.blocks, chapter)
            case _:
                pass


def needs_labels(blocks: Sequence[Block]) -> bool:
    """Whether page labels stand on the chapter's own pages."""
    return any(isinstance(block, Contents | Divider) for block in blocks)


class ChapterSetter:
    """Sets the chapters of one document into one tree."""

    def __init__(self, document: FolderDocument, setter: Setter, sects: Sequence[int]) -> None:
        self._document = document
        self._setter = setter
        self._sects = sects
        self._headings: list[int] = []

    def set(self, index: int, labels: Mapping[int, str]) -> SetChapter:
        """Chapter `index` with the page labels of headings known so far (by heading number)."""
        chapter = self._document.chapters[index]
        self._headings = []
        flow = Flow()
        bands: list[Band | None] = []
        for block in chapter.blocks:
            bands += self._bands(block, index, labels)
        start = 0
        for at, band in enumerate([*bands, None]):
            if band is None:
                flow.fill([b for b in bands[start:at] if b is not None])
                if at < len(bands):
                    flow.open_page()
                start = at + 1
        return SetChapter(tuple(flow.pages), tuple(self._headings))

    def _bands(self, block: Block, index: int, labels: Mapping[int, str]) -> Sequence[Band | None]:
        """Bands of a block; None stands for a page break."""
        setter, parent = self._setter, self._sects[index]
        match block:
            case PageBreak():
                return [None]
            case Heading():
                bands, element = prose.heading(block, setter, parent)
                self._headings.append(element)
                return bands
            case Letter():
                bands, element = letters.letter(block, setter, parent)
                self._headings.append(element)
                return bands
            case Contents():
                entries = self._entries(labels)
                bands, element = contents.contents(block, entries, setter, parent)
                self._headings.append(element)
                return bands
            case Divider():
                chapter = self._document.chapters[index]
                bands, element = contents.divider(
                    block,
                    chapter.number,
                    chapter.title,
                    [e for e in self._of_chapter(index, labels) if e.level == 1],
                    setter,
                    parent,
                )
                self._headings.append(element)
                return bands
            case KeepTogether():
                kept = [b for inner in block.blocks for b in self._bands(inner, index, labels)]
                found = [b for b in kept if b is not None]
                return [replace(b, keep=True) for b in found[:-1]] + found[-1:]
            case _:
                return [*_SETTING[type(block)](block, setter, parent)]

    def _entries(self, labels: Mapping[int, str]) -> list[contents.Entry]:
        found: list[contents.Entry] = []
        for index, chapter in enumerate(self._document.chapters):
            inside = self._of_chapter(index, labels)
            if not chapter.number:
                found += inside
                continue
            number = index * CHAPTER_STEP
            found.append(
                contents.Entry(
                    0,
                    chapter.title,
                    labels.get(number, ""),
                    number,
                    str(chapter.number),
                    chapter.lang,
                )
            )
            found += [e for e in inside if e.level == 2 or e.title != chapter.title]
        return found

    def _of_chapter(self, index: int, labels: Mapping[int, str]) -> list[contents.Entry]:
        chapter = self._document.chapters[index]
        found: list[contents.Entry] = []
        for place, title in enumerate(titles(chapter.blocks, chapter), 1):
            number = index * CHAPTER_STEP + place
            if title.listed:
                label = labels.get(number, "")
                found.append(
                    contents.Entry(title.level, title.text, label, number, lang=title.lang)
                )
        return found


#: Blocks that know nothing of headings and labels, each with the function that sets it.
_SETTING: dict[type, Callable[..., list[Band]]] = {
    Paragraph: prose.paragraph,
    Intro: prose.intro,
    ListBlock: prose.bullets,
    Space: prose.space,
    Numbers: prose.numbers,
    Form: forms.form,
    SignLines: forms.sign_lines,
    Table: tables.table,
    HeatMap: heat.heat_map,
    Checklist: tasks.checklist,
    Timeline: tasks.timeline,
    Contacts: contacts.contacts,
    Provider: contacts.provider,
    QR: contacts.code_block,
    SmallWeek: contacts.week_block,
    CareWeek: care.week,
    Helpers: care.helpers,
    Cover: cover.cover,
}
