"""Binds set chapters to one run of pages: sides, blank pages, furniture, marked contents."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from app.typeset import furniture, sheets, styles
from app.typeset.blocks import FolderDocument, Numbering
from app.typeset.chapters import SetChapter
from app.typeset.flow import Page
from app.typeset.furniture import Side
from app.typeset.headings import sides
from app.typeset.marks import ARTIFACT, LinkArea, Mark, Place, Placed, Sequence, Text
from app.typeset.mirror import mirrored
from app.typeset.setter import Setter
from app.typeset.styles import AREA_WIDTH, POINT, SHEET_HEIGHT


@dataclass(frozen=True, slots=True)
class SetPage:
    """One side of a sheet. `label` as printed ("4–2", "" on cover and blank pages).

    `key`: that of the chapter. `day`: what the foot says, where the document has `stamps`. `own`:
    all that is printed but the day at the foot, whose other words are `foot`. `inserted`: the page
    of another file that is put there, as its key and its number (from 1).
    """

    label: str
    chapter: int
    sequences: tuple[Sequence, ...]
    blank: bool = False
    inserted: tuple[str, int] | None = None
    key: str = ""
    lang: str = ""
    right: bool = True
    day: date | None = None
    foot: str = ""
    own: tuple[Placed, ...] = field(default=(), compare=False, repr=False)
    digest: str = field(default="", compare=False, repr=False)

    @property
    def print(self) -> str:
        """What tells this page from every other one, whatever day its foot says; `digest` where
        that was asked for while the page was bound."""
        return self.digest or sheets.fingerprint(self.label, self.foot, self.own, self.inserted)


@dataclass(slots=True)
class _Draft:
    """A page before its foot is known. `index` of its chapter, `facing`: in its other language."""

    index: int
    label: str
    side: Side
    setter: Setter
    own: list[Placed]
    facing: bool = False
    blank: bool = False
    digest: str = ""
    inserted: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline; `element` begins at the place it leads to."""

    level: int
    title: str
    element: int


def starts(document: FolderDocument, chapters: list[SetChapter]) -> list[int]:
    """Pages before each chapter; with tabs chapters begin on right-hand (odd) pages, facing
    languages without a tab sheet on left-hand ones."""
    found: list[int] = []
    count = 0
    for chapter in chapters:
        if document.tabs and count % 2 != chapter.opens_left:
            count += 1
        found.append(count)
        count += len(chapter.pages)
    return found


def folio(chapter: int, page: int) -> str:
    """Label of a page within its chapter, empty in the front matter."""
    return f"{chapter}–{page}" if chapter else ""


class Binder:
    """One use: `bind` freezes the pages and tells the tree what stands where."""

    def __init__(
        self,
        document: FolderDocument,
        setter: Setter,
        chapters: list[SetChapter],
        targets: dict[int, int],
    ) -> None:
        self._document = document
        self._setter = setter
        self._elements = setter.elements
        self._chapters = chapters
        self._starts = starts(document, chapters)
        self._targets = targets

    def bind(self) -> tuple[tuple[SetPage, ...], tuple[Bookmark, ...]]:
        drafts: list[_Draft] = []
        last = len(self._chapters) - 1
        for index, chapter in enumerate(self._chapters):
            if len(drafts) < self._starts[index]:
                drafts.append(self._blank(index - 1, len(drafts)))
            for number, page in enumerate(chapter.pages, 1):
                drafts.append(self._page(index, number, page, len(drafts)))
        if self._document.tabs and len(drafts) % 2:
            drafts.append(self._blank(last, len(drafts)))
        days = self._days(drafts)
        bound = [self._bound(draft, at, days.get(at // 2)) for at, draft in enumerate(drafts)]
        return tuple(bound), tuple(self._outline())

    def _days(self, drafts: list[_Draft]) -> dict[int, date]:
        """The day each sheet last changed; none where the document does not ask."""
        stamps = self._document.stamps
        if stamps is None:
            return {}
        chapters = self._document.chapters
        keys = sheets.keys([(chapters[draft.index].key, draft.blank) for draft in drafts])
        if not stamps.handed:
            return dict.fromkeys(range(len(keys)), stamps.today)
        for draft in drafts:
            foot, _ = self._foot_words(draft, None)
            draft.digest = sheets.fingerprint(draft.label, foot, draft.own, draft.inserted)
        prints = [draft.digest for draft in drafts]
        prints += [""] * (len(prints) % 2)
        return {
            place: stamps.day(key, (prints[place * 2], prints[place * 2 + 1]))
            for place, key in enumerate(keys)
        }

    def _bound(self, draft: _Draft, at: int, day: date | None) -> SetPage:
        chapter = self._document.chapters[draft.index]
        placed = draft.own
        if draft.label and not draft.blank:
            words, lang = self._foot_words(draft, day)
            foot = furniture.foot(words, self._foot_label(draft), draft.side, draft.setter, lang)
            placed = [*placed, _on_sheet(Placed(0.0, 0.0, foot), draft.side, draft.setter)]
        return SetPage(
            "" if draft.blank else draft.label,
            chapter.number,
            self._sequences(placed, at),
            blank=draft.blank,
            key=chapter.key,
            lang=draft.setter.lang,
            right=draft.side.right,
            day=day,
            foot=self._foot_words(draft, None)[0],
            own=tuple(draft.own),
            digest=draft.digest,
            inserted=draft.inserted,
        )

    def _label(self, index: int, number: int) -> str:
        if self._document.numbering is Numbering.OF_TOTAL:
            return str(self._starts[index] + number)
        if self._document.numbering is Numbering.OF_CHAPTER:
            return f"{number} / {len(self._chapters[index].pages)}"
        return folio(self._document.chapters[index].number, number)

    def _page(self, index: int, number: int, page: Page, at: int) -> _Draft:
        side = Side(right=self._document.single_sided or at % 2 == 0)
        setter = self._setter.facing(sides(self._document, index)[page.side].lang)
        parts = [*page.placed, *(Placed(0.0, 0.0, marks) for marks in page.feet.values())]
        placed = [_on_sheet(part, side, setter) for part in parts]
        placed += self._furniture(index, number, side)
        label = self._label(index, number)
        chapter = self._document.chapters[index]
        inserted = None
        if chapter.inserted and page.inserted:
            inserted = (chapter.inserted.key, page.inserted)
        return _Draft(index, label, side, setter, placed, facing=page.side > 0, inserted=inserted)

    def _foot_label(self, draft: _Draft) -> str:
        if self._document.numbering is Numbering.OF_TOTAL:
            total = self._starts[-1] + len(self._chapters[-1].pages)
            return f"{draft.label} / {total}"
        return draft.label

    def _foot_words(self, draft: _Draft, day: date | None) -> tuple[str, str]:
        """What the foot says of this day; without a day, what it says beside it. And the language
        of these words, blank for that of the page."""
        document, chapter = self._document, self._document.chapters[draft.index]
        facing = chapter.facing if draft.facing else None
        if stamps := document.stamps:
            own = stamps.feet.get((draft.setter.lang, day))
            if own is not None:
                return own, ""
        text = facing.foot if facing else chapter.foot
        if not text and stamps:
            text = stamps.feet.get((document.lang, day), "")
            return text or document.foot, document.lang
        return text or document.foot, "" if text else document.lang

    def _furniture(self, index: int, number: int, side: Side) -> list[Placed]:
        document, setter = self._document, self._setter
        chapter = document.chapters[index]
        marks: list[Placed] = []
        if not document.single_sided:
            marks.append(Placed(0.0, 0.0, furniture.holes(right=side.right)))
        if document.tabs and chapter.number:
            divided = number == 1 and chapter.tab is not None
            numbers = document.tab_numbers or tuple(c.number for c in document.chapters if c.number)
            marks += [
                Placed(0.0, 0.0, furniture.tab(other, side, setter, solid=False))
                for other in numbers
                if divided and furniture.beside(other, chapter.number)
            ]
            marks.append(Placed(0.0, 0.0, furniture.tab(chapter.number, side, setter)))
        return marks

    def _blank(self, index: int, at: int) -> _Draft:
        """A page that is left empty so that a chapter begins on the right: artifacts only."""
        side = Side(right=at % 2 == 0)
        words = self._setter.single(
            self._document.blank_page,
            styles.NOTE,
            ARTIFACT,
            0,
            148.0,
            width=AREA_WIDTH,
            flush="centre",
        )
        placed = [
            Placed(0.0, 0.0, furniture.holes(right=side.right)),
            _on_sheet(Placed(0.0, 0.0, words), side, self._setter),
        ]
        return _Draft(index, "", side, self._setter, placed, blank=True)

    def _sequences(self, placed: list[Placed], page: int) -> tuple[Sequence, ...]:
        """Group what follows each other by element; each group is one marked content."""
        groups: list[tuple[int, list[Placed]]] = []
        element = ARTIFACT - 1
        for part in placed:
            run: list[Mark] = []
            for mark in part.marks:
                if mark.element != element:
                    if run:
                        groups[-1][1].append(Placed(part.x, part.y, tuple(run)))
                        run = []
                    element = mark.element
                    groups.append((element, []))
                run.append(mark)
            if run:
                groups[-1][1].append(Placed(part.x, part.y, tuple(run)))
        found: list[Sequence] = []
        mcid = 0
        for owner, parts in groups:
            if owner == ARTIFACT:
                found.append(Sequence(owner, -1, tuple(parts)))
                continue
            self._tell(owner, parts, page, mcid)
            found.append(Sequence(owner, mcid, tuple(parts)))
            mcid += 1
        return tuple(found)

    def _tell(self, owner: int, parts: list[Placed], page: int, mcid: int) -> None:
        """Let the tree know of a marked content, its links and the place of its figure."""
        first = parts[0]
        self._elements.content(owner, page, mcid, first.y + first.marks[0].y)
        figure = self._elements.is_figure(owner)
        for part in parts:
            for mark in part.marks:
                if isinstance(mark, Text):
                    if mark.link:
                        self._elements.area(owner, self._area(mark, part, page))
                elif figure and mark.box:
                    x, y, width, height = mark.box
                    left = (part.x + x) / POINT
                    top = (SHEET_HEIGHT - part.y - y) / POINT
                    box = (left, top - height / POINT, left + width / POINT, top)
                    self._elements.cover(owner, box)

    def _area(self, mark: Text, part: Placed, page: int) -> LinkArea:
        rise = mark.size * POINT
        area = (part.x + mark.x, part.y + mark.y - rise, mark.width, rise * 1.3)
        link = mark.link
        target = Place(self._targets[link.element]) if isinstance(link, Place) else link
        return LinkArea(page, area, target, " ".join(word.text for word in mark.words))

    def _outline(self) -> list[Bookmark]:
        """Chapters, below them their headings of levels 1 and 2; the other language of a chapter
        stands below it with headings of its own."""
        found: list[Bookmark] = []
        for index, chapter in enumerate(self._document.chapters):
            for own in sides(self._document, index):
                level = 0
                if chapter.number or own.title:
                    first = chapter.number and not own.side
                    title = f"{chapter.number}  {own.title}" if first else own.title
                    element = self._targets[own.number()]
                    found.append(Bookmark(min(own.side, 1), title, element))
                    level = own.side + 1
                for number, heading in own.titles():
                    if heading.level > 2 or (heading.level == 1 and heading.text == own.title):
                        continue
                    place = level + heading.level - 1
                    found.append(Bookmark(place, heading.text, self._targets[number]))
        return found


def _on_sheet(part: Placed, side: Side, setter: Setter) -> Placed:
    """What was set in the type area on its page, mirrored where that runs from right to left."""
    marks = mirrored(part.marks) if setter.mirrors else part.marks
    return Placed(part.x + side.left_edge, part.y, marks)
