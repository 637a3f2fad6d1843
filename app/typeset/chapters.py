"""Sets one chapter: its blocks become bands, the bands fill pages; headings are remembered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.typeset import (
    bars,
    care,
    contacts,
    contents,
    cover,
    cutting,
    dividers,
    forms,
    heat,
    letters,
    prose,
    scales,
    sentences,
    spine,
    tables,
    tasks,
)
from app.typeset.blocks import (
    QR,
    BarTable,
    Block,
    CareWeek,
    Checklist,
    Contacts,
    Contents,
    Cover,
    CutLine,
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
    Scale,
    Sentences,
    SignLines,
    Slips,
    SmallWeek,
    Space,
    SpineLabels,
    Table,
    Timeline,
    WritingLines,
)
from app.typeset.flow import Band, Flow, Page
from app.typeset.headings import SideTitles, sides
from app.typeset.marks import ARTIFACT, Placed
from app.typeset.pairs import Unequal, paired
from app.typeset.setter import Setter
from app.typeset.styles import TOP


@dataclass(frozen=True, slots=True)
class SetChapter:
    """Pages of a chapter as they are bound, and the elements of its headings, of each side in the
    order of `headings.titles`. `opens_left`: its first page lies left. `unequal`: the sides have
    not the same rows and were set one behind the other."""

    pages: tuple[Page, ...]
    headings: tuple[tuple[int, ...], ...]
    opens_left: bool = False
    unequal: bool = False


@dataclass(slots=True)
class _Side:
    """One language of a chapter while it is set into its part of the tree."""

    titles: SideTitles
    setter: Setter
    part: int


class ChapterSetter:
    """Sets the chapters of one document into one tree."""

    def __init__(self, document: FolderDocument, setter: Setter) -> None:
        self._document = document
        self._setter = setter
        self._sects: list[int] = []
        self._tabs: list[int] = []
        self._sides: list[tuple[_Side, ...]] = []
        for index in range(len(document.chapters)):
            self._add(index)

    def _add(self, index: int) -> None:
        """The chapter's part of the tree: its tab sheet, then each of its languages."""
        elements, chapter = self._setter.elements, self._document.chapters[index]
        found = sides(self._document, index)
        sect = elements.add("Sect", 0, lang=found[0].lang)
        tab = elements.add("Div", sect, lang=found[-1].lang) if chapter.tab else ARTIFACT
        parts = [sect]
        if len(found) > 1:
            parts = [elements.add("Sect", sect, lang=each.lang) for each in found]
        self._sects.append(sect)
        self._tabs.append(tab)
        self._sides.append(
            tuple(
                _Side(each, self._setter.facing(each.lang), part)
                for each, part in zip(found, parts, strict=True)
            )
        )

    def targets(self, index: int, chapter: SetChapter) -> dict[int, int]:
        """Heading number → element it leads to; a side as a whole begins with the tab sheet."""
        found: dict[int, int] = {}
        has_tab = self._document.chapters[index].tab is not None
        for side, headings in zip(self._sides[index], chapter.headings, strict=True):
            whole = self._sects[index] if has_tab else side.part
            for place, element in enumerate((whole, *headings)):
                found[side.titles.number(place)] = element
        return found

    def set(self, index: int, labels: Mapping[int, str]) -> SetChapter:
        """Chapter `index` with the page labels of headings known so far (by heading number)."""
        both = self._sides[index]
        bands = [
            [self._bands(block, side, labels) for block in side.titles.blocks] for side in both
        ]
        chapter = self._document.chapters[index]
        has_tab = chapter.tab is not None
        unequal = False
        pages: list[Page] = []
        if len(both) > 1:
            try:
                pages = _beside(*bands)
            except Unequal:
                unequal = True
        for side, own in zip(both, bands, strict=True) if not pages else ():
            if not own and chapter.inserted:
                continue
            flow = Flow((side.titles.side,), begins_left=has_tab)
            flow.fill([band for block in own for band in block])
            pages += flow.pages
        if chapter.inserted:
            pages += [Page(inserted=number) for number in range(1, chapter.inserted.pages + 1)]
        return SetChapter(
            (Page(both[-1].titles.side), *pages) if has_tab else tuple(pages),
            tuple(tuple(side.setter.anchors) for side in both),
            opens_left=len(both) > 1 and not has_tab and not unequal,
            unequal=unequal,
        )

    def set_tab(self, index: int, chapter: SetChapter, labels: Mapping[int, str]) -> None:
        """Fill the tab sheet, which stands first, once all labels are known."""
        whole = self._document.chapters[index]
        if whole.tab is None:
            return
        side = self._sides[index][-1]
        entries = [
            contents.Entry(title.level, title.text, labels.get(number, ""), number, note=title.note)
            for number, title in side.titles.on_tab()
        ]
        sheet = dividers.divider(
            whole.tab, whole.number, side.titles.title, entries, side.setter, self._tabs[index]
        )
        chapter.pages[0].placed.append(Placed(0.0, TOP, sheet))

    def _bands(self, block: Block, side: _Side, labels: Mapping[int, str]) -> list[Band]:
        match block:
            case PageBreak():
                return [Band(0.0, (), opens=True, leaf=block.leaf, vanishes=True)]
            case Contents():
                entries = self._entries(side.titles.side, labels)
                return contents.contents(block, entries, side.setter, side.part)
            case KeepTogether():
                kept = [b for inner in block.blocks for b in self._bands(inner, side, labels)]
                return [replace(b, keep=True) for b in kept[:-1]] + kept[-1:]
            case _:
                return _SETTING[type(block)](block, side.setter, side.part)

    def _entries(self, side: int, labels: Mapping[int, str]) -> list[contents.Entry]:
        """The chapters and their headings in one language, where they have that."""
        found: list[contents.Entry] = []
        for index, chapter in enumerate(self._document.chapters):
            both = sides(self._document, index)
            own = both[min(side, len(both) - 1)]
            inside = [
                contents.Entry(title.level, title.text, labels.get(number, ""), number, lang=lang)
                for number, title in own.titles()
                if title.listed
                for lang in (title.lang or own.lang,)
            ]
            if not chapter.number:
                found += inside
                continue
            number = own.number()
            label = labels.get(number, "")
            title = contents.Entry(0, own.title, label, number, str(chapter.number), own.lang)
            found.append(title)
            found += [e for e in inside if e.level == 2 or e.title != own.title]
        return found


def _beside(left: Sequence[Sequence[Band]], right: Sequence[Sequence[Band]]) -> list[Page]:
    """Both sides on facing pages. Raises Unequal where they have not the same rows."""
    if len(left) != len(right):
        raise Unequal(f"{len(left)} blocks beside {len(right)}")
    both: tuple[list[Band], list[Band]] = ([], [])
    for one, other in zip(left, right, strict=True):
        for side, bands in zip(both, paired(one, other), strict=True):
            side += bands
    flow = Flow((0, 1))
    flow.fill(*both)
    return flow.pages


#: Blocks that know nothing of other chapters and labels, each with the function that sets it.
_SETTING: dict[type, Callable[..., list[Band]]] = {
    Heading: prose.heading,
    Letter: letters.letter,
    Paragraph: prose.paragraph,
    Intro: prose.intro,
    ListBlock: prose.bullets,
    Space: prose.space,
    Numbers: prose.numbers,
    Form: forms.form,
    SignLines: forms.sign_lines,
    Sentences: sentences.sentences,
    WritingLines: sentences.writing_lines,
    Scale: scales.scale,
    Slips: cutting.slips,
    CutLine: cutting.cut_line,
    Table: tables.table,
    HeatMap: heat.heat_map,
    BarTable: bars.bar_table,
    Checklist: tasks.checklist,
    Timeline: tasks.timeline,
    Contacts: contacts.contacts,
    Provider: contacts.provider,
    QR: contacts.code_block,
    SmallWeek: contacts.week_block,
    CareWeek: care.week,
    Helpers: care.helpers,
    Cover: cover.cover,
    SpineLabels: spine.spine,
}
