"""The vocabulary of a printed folder: frozen blocks in, pages out; nothing here knows a PDF.

Lengths are millimetres, minutes count from midnight, languages are BCP 47 tags ("" inherits).
A person's words are plain `Run.text`; they never pass a markup parser. All names of `inline`,
`rows`, `bar_rows`, `by_hand`, `letter_parts` and `outside` may be imported from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from app.typeset.bar_rows import BarRow, BarTable
from app.typeset.by_hand import Scale, Sentence, SentenceGroup, Sentences, WritingLines
from app.typeset.inline import (
    Bar,
    Fill,
    LawMark,
    Marker,
    Numbering,
    Run,
    Style,
    Tick,
    Words,
    bold,
    link,
    words,
)
from app.typeset.letter_parts import InfoEntry, MarginNote, TickLine
from app.typeset.outside import Cover, CoverField, CoverSide, SpineLabels
from app.typeset.rows import (
    QR,
    CareBar,
    CareDuty,
    CareRow,
    CareWeek,
    CheckGroup,
    Checklist,
    CheckRow,
    Contact,
    Contacts,
    Document,
    FillKey,
    Form,
    FormGroup,
    FormRow,
    HeatCell,
    HeatMap,
    HeatRow,
    Helper,
    Helpers,
    KeyEntry,
    Legend,
    NumberEntry,
    Numbers,
    Provider,
    SignLines,
    SmallWeek,
    Span,
    Timeline,
    TimelineGroup,
    TimelineRow,
    WeekDay,
)
from app.typeset.sheets import Stamps
from app.typeset.slips import CutLine, Slip, Slips
from app.typeset.tab_sheets import (
    AreaMap,
    Divider,
    DividerNote,
    DividerTitle,
    Inserted,
    MapArea,
    MapKey,
    MapPlace,
)

__all__ = [
    "QR",
    "AreaMap",
    "Bar",
    "BarRow",
    "BarTable",
    "Block",
    "CareBar",
    "CareDuty",
    "CareRow",
    "CareWeek",
    "Chapter",
    "CheckGroup",
    "CheckRow",
    "Checklist",
    "Column",
    "Contact",
    "Contacts",
    "Contents",
    "Cover",
    "CoverField",
    "CoverSide",
    "CutLine",
    "Divider",
    "DividerNote",
    "DividerTitle",
    "Document",
    "Facing",
    "Fill",
    "FillKey",
    "FolderDocument",
    "Form",
    "FormGroup",
    "FormRow",
    "Heading",
    "HeatCell",
    "HeatMap",
    "HeatRow",
    "Helper",
    "Helpers",
    "InfoEntry",
    "Inserted",
    "Intro",
    "KeepTogether",
    "KeyEntry",
    "LawMark",
    "Legend",
    "Letter",
    "ListBlock",
    "MapArea",
    "MapKey",
    "MapPlace",
    "MarginNote",
    "Marker",
    "NumberEntry",
    "Numbering",
    "Numbers",
    "PageBreak",
    "Paragraph",
    "Provider",
    "Run",
    "Scale",
    "Sentence",
    "SentenceGroup",
    "Sentences",
    "SignLines",
    "Slip",
    "Slips",
    "SmallWeek",
    "Space",
    "Span",
    "SpineLabels",
    "Style",
    "Table",
    "Tick",
    "TickLine",
    "Timeline",
    "TimelineGroup",
    "TimelineRow",
    "WeekDay",
    "Words",
    "WritingLines",
    "bold",
    "link",
    "words",
]


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 opens a new page (baseline y 36), 2 and 3 stand in the flow, kept with the next.

    Levels 1 and 2 enter the outline; `in_contents` puts a level 1 or 2 into `Contents`.
    Levels must not be skipped; a chapter's blocks start with level 1.
    """

    level: int
    words: Words
    lang: str = ""
    in_contents: bool = True


@dataclass(frozen=True, slots=True)
class Paragraph:
    words: Words
    style: Style = Style.TEXT
    lang: str = ""
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Intro:
    """One or two sentences under the level 1 heading (baseline y 48, or 46.7 and 52)."""

    words: Words
    lang: str = ""


@dataclass(frozen=True, slots=True)
class ListBlock:
    """Items with bullets, numbers or small tick boxes (3 × 3); `apart` leaves a free line between
    them."""

    items: tuple[Words, ...]
    marker: Marker = Marker.BULLET
    style: Style = Style.TEXT
    lang: str = ""
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Space:
    """`lines` grid lines of 4 mm; vanishes at the top of a page."""

    lines: int = 1


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block starts a new page (nothing happens at the top of one); with `leaf` a new sheet
    of paper, which can be taken out without what stands before."""

    leaf: bool = False


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """The blocks stay on one page where they fit on one."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in mm; 0 shares what is left, weighed by `share`. `row_head`: TH scope row."""

    head: Words
    width: float = 0.0
    share: float = 1.0
    row_head: bool = False
    right: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """9 pt on 4 mm. The head is repeated on each page, a row breaks only between lines.

    `summary` says for a screen reader what the table holds. A row has one cell per column.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Words, ...], ...]
    summary: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """DIN 5008 letter for a window envelope, fold marks as artifacts; may run on to further pages.

    `sender`: bold over regular line. `address` at most six lines. `body` holds `Paragraph` and
    `TickLine`. `signed` is bold-less, `signed_as` a note. `posted_in`: the language of sender,
    return line and address, which the post must read.
    """

    sender: tuple[str, str]
    return_line: str
    address: tuple[str, ...]
    information: tuple[InfoEntry, ...]
    subject: str
    body: tuple[Paragraph | TickLine, ...]
    closing: str
    signed: str
    signed_as: str = ""
    margin: tuple[MarginNote, ...] = ()
    lang: str = ""
    posted_in: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """All chapters and their level 1 headings with leaders, page labels and links.

    `title` becomes a level 1 heading of its own page; `depth` 2 lists level 2 headings too.
    """

    title: str
    lang: str = ""
    depth: int = 1


Block: TypeAlias = (
    Heading
    | Paragraph
    | Intro
    | ListBlock
    | Space
    | PageBreak
    | KeepTogether
    | Table
    | Checklist
    | Timeline
    | QR
    | SmallWeek
    | CareWeek
    | Helpers
    | Contacts
    | Provider
    | Numbers
    | Form
    | SignLines
    | Slips
    | CutLine
    | HeatMap
    | BarTable
    | Sentences
    | WritingLines
    | Scale
    | Cover
    | SpineLabels
    | Letter
    | Contents
)


@dataclass(frozen=True, slots=True)
class Facing:
    """The same chapter in another language: the same blocks with the same rows in other words.

    It is printed on the right-hand pages, row by row beside the chapter's own.
    """

    title: str
    blocks: tuple[Block, ...]
    lang: str
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Starts on a right-hand page; `number` 0: front matter without tab and without folio.

    `lang` "" takes the document's language, `foot` "" its foot. `tab` is the tab sheet it begins
    with, in the language of `facing` where there is one; the chapter goes on on its back. `key`
    tells chapters of one folder apart whatever their numbers and titles are. `inserted`: pages of
    another file behind the chapter's own.
    """

    number: int
    title: str
    blocks: tuple[Block, ...]
    lang: str = ""
    foot: str = ""
    tab: Divider | None = None
    facing: Facing | None = None
    key: str = ""
    inserted: Inserted | None = None


@dataclass(frozen=True, slots=True)
class FolderDocument:
    """One printed folder. `foot` stands at the foot of each page ("Willkommensmappe …").

    `created` must be aware; it is the only stamp in the file, so equal input gives equal bytes.
    `tabs` prints register tabs and starts chapters on right-hand pages; without it (plain lists)
    pages follow each other, still with mirrored margins. `single_sided`: every page is a
    right-hand one without holes, as letters for window envelopes must be. `stamps`: the days that
    stand at the feet of the sheets. `tab_numbers`: of every tab there may be, else of those there.
    """

    title: str
    lang: str
    author: str
    subject: str
    created: datetime
    chapters: tuple[Chapter, ...]
    foot: str = ""
    numbering: Numbering = Numbering.IN_CHAPTER
    tabs: bool = True
    single_sided: bool = False
    blank_page: str = ""
    stamps: Stamps | None = None
    tab_numbers: tuple[int, ...] = ()
