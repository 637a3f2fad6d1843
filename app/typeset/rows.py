"""Blocks made of rows: checklists, timelines, weeks, codes, contacts and providers."""

from __future__ import annotations

from dataclasses import dataclass

from app.typeset.inline import Bar, Fill, LawMark, Tick, Words


@dataclass(frozen=True, slots=True)
class Document:
    """A paper to bring, with its own small box; `lang` where its name is lent from another."""

    name: str
    tick: Tick = Tick.OPEN
    lang: str = ""


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One task: box and number, title; when and where; papers; below them lines and law mark.

    `when` is printed bold over the lines of `where`. `mark_words` as "gesetzlich, § 17 Abs. 1 BMG"
    or "empfohlen"; without `mark` no mark is drawn. `lang`: that of title and lines, where they
    are lent from another language than the list's.
    """

    number: int
    title: str
    lines: tuple[Words, ...] = ()
    when: str = ""
    where: tuple[Words, ...] = ()
    documents: tuple[Document, ...] = ()
    mark: LawMark | None = None
    mark_words: str = ""
    tick: Tick = Tick.OPEN
    lang: str = ""


@dataclass(frozen=True, slots=True)
class CheckGroup:
    title: str
    rows: tuple[CheckRow, ...]


@dataclass(frozen=True, slots=True)
class Legend:
    """Foot of each checklist or timeline page (baseline y 270); empty texts leave it out."""

    law: str = ""
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Checklist:
    """`heads`: ("Aufgabe", "Bis wann und wo", "Unterlagen"); repeated on each page."""

    heads: tuple[str, str, str]
    groups: tuple[CheckGroup, ...]
    legend: Legend = Legend()
    tick_alt: str = "Kästchen zum Abhaken"
    done_alt: str = "erledigt"
    lang: str = ""


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """`when` as lines ("Donnerstag,", bold "3. Dezember", "14:30 Uhr"); `who` stands bold.
    `lang` as in a checklist."""

    when: tuple[Words, ...]
    title: str
    lines: tuple[Words, ...] = ()
    who: str = ""
    who_lines: tuple[Words, ...] = ()
    mark: LawMark | None = None
    mark_words: str = ""
    tick: Tick = Tick.OPEN
    lang: str = ""


@dataclass(frozen=True, slots=True)
class TimelineGroup:
    """`title` stands on the line itself: a year ("2027"), or "ohne Datum"."""

    title: str
    rows: tuple[TimelineRow, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """`heads`: ("Wann", "Was zu tun ist", "Wer Ihnen hilft"); the box is the node on the line."""

    heads: tuple[str, str, str]
    groups: tuple[TimelineGroup, ...]
    legend: Legend = Legend()
    tick_alt: str = "Kästchen zum Abhaken"
    done_alt: str = "erledigt"
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """`start` and `end` in minutes from midnight of the row's day, end > start."""

    bar: Bar
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class WeekDay:
    """`label` as printed ("Mo"); no spans: the day stays empty (closed)."""

    label: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class SmallWeek:
    """Opening hours as a drawing; unknown hours are words, never an empty week.

    `alt` says the same in words. `hour_from`/`hour_to` in whole hours; 0/0 takes what the place
    needs (childcare 5–22, contacts 8–18, widened by the spans).
    """

    days: tuple[WeekDay, ...]
    alt: str
    hour_from: int = 0
    hour_to: int = 0


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One sample of the drawing key under a week ("geöffnet", "Lücke")."""

    bar: Bar
    label: str


@dataclass(frozen=True, slots=True)
class QR:
    """Code of 18 × 18 mm for `target` (http, https, mailto, tel); `readable` stands beside it.

    `lines` go below the readable address; `checked` ("geprüft am 24.11.2026") in note style.
    """

    target: str
    readable: str
    label: str = ""
    lines: tuple[Words, ...] = ()
    checked: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """A person or office: who, what they do for you, when, how to reach; one row of `Contacts`.

    `hours`: a drawn week, or lines of words. `qr` None: `reach` lines stand in its place.
    """

    name: str
    role: str = ""
    does: tuple[Words, ...] = ()
    hours: SmallWeek | tuple[Words, ...] = ()
    hours_note: str = ""
    address: tuple[str, ...] = ()
    qr: QR | None = None
    reach: tuple[Words, ...] = ()
    checked: str = ""


@dataclass(frozen=True, slots=True)
class Contacts:
    """`heads`: ("Wer Ihnen hilft", "Wann", "Telefon, Internet"); repeated on each page."""

    heads: tuple[str, str, str]
    contacts: tuple[Contact, ...]
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider near the home with a wide week against the family's own need.

    `lines`: kind, distance, state of the place, each with its date. `verdict`: what the drawing
    means, in words (gaps always). Without `week`, `hours` stands in words. `notes`: small
    paragraphs under it.
    """

    name: str
    lines: tuple[Words, ...] = ()
    address: tuple[str, ...] = ()
    week: SmallWeek | None = None
    hours: tuple[Words, ...] = ()
    verdict: Words = ()
    qr: QR | None = None
    reach: tuple[Words, ...] = ()
    checked: str = ""
    key: tuple[KeyEntry, ...] = ()
    notes: tuple[Words, ...] = ()
    lang: str = ""


@dataclass(frozen=True, slots=True)
class NumberEntry:
    """A telephone number to call in need ("112") and what it is for."""

    number: str
    words: Words


@dataclass(frozen=True, slots=True)
class Numbers:
    """Up to three numbers to a line under a rule, with a title ("Im Notfall: …")."""

    title: str
    entries: tuple[NumberEntry, ...]
    lang: str = ""


@dataclass(frozen=True, slots=True)
class FormRow:
    """What is known and room to correct it by hand. `tick`: the word beside the box that confirms
    it ("stimmt"); "": nothing is known, `words` say so and there is no box. `hint` stands in the
    room to write."""

    label: str
    words: Words
    tick: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class FormGroup:
    """Rows under a title; `end`: the words beside a box that ends them all ("seit: …")."""

    title: str
    rows: tuple[FormRow, ...]
    end: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A form to be filled in with a pen. `heads`: of the four columns, repeated on each page.
    `pitch`: height of a row of one line, mm; below the leading of
    running text (16/3) nobody can write."""

    heads: tuple[str, str, str, str]
    groups: tuple[FormGroup, ...]
    pitch: float = 8.0
    summary: str = ""
    tick_alt: str = "Kästchen zum Ankreuzen"
    lang: str = ""


@dataclass(frozen=True, slots=True)
class SignLines:
    """Lines to write on, side by side: name, date, signature."""

    labels: tuple[str, ...]
    lang: str = ""


@dataclass(frozen=True, slots=True)
class CareBar:
    """A stretch of a day (minutes from midnight, end > start). Of `labels` the first that fits is
    printed."""

    fill: Fill
    start: int
    end: int
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CareDuty:
    """A parent's duty as a thin bar, in `lane` 0 or 1 from above; a line from `leaves` to `returns`
    stands for the ways. The duty may be empty (start = end) where only the way is on the day."""

    lane: int
    fill: Fill
    start: int
    end: int
    leaves: int
    returns: int


@dataclass(frozen=True, slots=True)
class CareRow:
    """A day: the parents' `duties` as thin bars above `bars`, who cares and what is open.
    `alt` says in words what is drawn; `needed` and `open` stand at the right, bold with
    `is_open`."""

    label: str
    bars: tuple[CareBar, ...]
    alt: str
    needed: str
    open: str
    is_open: bool = False
    duties: tuple[CareDuty, ...] = ()


@dataclass(frozen=True, slots=True)
class FillKey:
    """One sample of the drawing key under a week of care."""

    fill: Fill
    label: str


@dataclass(frozen=True, slots=True)
class CareWeek:
    """A week of care as a table whose cells are drawn, kept on one page.

    `heads`: of the day, of what is needed and of what is open. For weeks to be compared
    `hour_from`/`hour_to` in whole hours are the same, and `beside` holds what the other weeks have
    under these heads, so that the columns of all are as wide.
    """

    heads: tuple[str, str, str]
    rows: tuple[CareRow, ...]
    hour_from: int
    hour_to: int
    key: tuple[FillKey, ...] = ()
    summary: str = ""
    lang: str = ""
    beside: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Helper:
    """Who cares: `sign` stands in the bars of `fill` (None: in no week), `lines` below the name,
    `told` beside it."""

    sign: str
    fill: Fill | None
    name: str
    lines: tuple[Words, ...]
    covers: str
    told: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Helpers:
    """A table of those who care. `heads`: of the sign, the name, what is covered, the rest."""

    heads: tuple[str, str, str, str]
    helpers: tuple[Helper, ...]
    summary: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A cell's words and how dark it stands: 0 nothing to 4. `hidden` ones are hatched."""

    text: str
    level: int = 0
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class HeatRow:
    label: str
    cells: tuple[HeatCell, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class HeatMap:
    """A table of equally wide cells behind a column of `label` mm, a row every `pitch` mm (at
    least 4). Each row has one cell per head. `summary` says for a screen reader what it holds."""

    heads: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    corner: str = ""
    label: float = 16.0
    pitch: float = 6.0
    summary: str = ""
