"""How a folder is put together: which chapters, in which order, with which options."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum


class ChapterKind(Enum):
    """The chapters a folder may have, in the order they are usually filed."""

    COVER = "cover"
    LETTER = "letter"
    PEOPLE = "people"
    TIMELINE = "timeline"
    CHECKLIST = "checklist"
    DOCUMENTS = "documents"
    OFFICES = "offices"
    CHILDREN = "children"
    PARTNER = "partner"
    HOUSING = "housing"
    PROFESSION = "profession"
    ARRIVING = "arriving"
    VOUCHERS = "vouchers"
    PRIVACY = "privacy"
    BROCHURE = "brochure"
    STAND = "stand"


class Option(Enum):
    """What a chapter may hold besides, or leave out."""

    SPINE = "spine"  # a label for the back of the ring folder
    OPEN_ONLY = "open_only"  # what is done is left out
    QUESTIONS = "questions"  # lines for one's own questions
    OWN_PAPERS = "own_papers"  # sheets to file one's own papers behind
    CODES = "codes"  # QR codes beside web addresses
    DUTIES = "duties"  # the family's own shifts beside the hours
    I_NEED = "i_need"  # sentences to point at, in two languages
    TEA = "tea"
    MOIN = "moin"  # words of Low German
    SIGNED_TWICE = "signed_twice"  # consents once for the office, once for the family


class Change(Enum):
    """What became of a chapter, of an option of it, or of the tab sheets."""

    PUT_IN = "put_in"
    LEFT_OUT = "left_out"
    MOVED = "moved"
    ON = "on"
    OFF = "off"


OPTIONS: dict[ChapterKind, tuple[Option, ...]] = {
    ChapterKind.COVER: (Option.SPINE,),
    ChapterKind.TIMELINE: (Option.OPEN_ONLY,),
    ChapterKind.CHECKLIST: (Option.OPEN_ONLY, Option.QUESTIONS),
    ChapterKind.DOCUMENTS: (Option.OWN_PAPERS,),
    ChapterKind.OFFICES: (Option.I_NEED, Option.DUTIES, Option.CODES),
    ChapterKind.CHILDREN: (Option.DUTIES, Option.CODES),
    ChapterKind.PARTNER: (Option.DUTIES, Option.CODES),
    ChapterKind.HOUSING: (Option.CODES,),
    ChapterKind.PROFESSION: (Option.CODES,),
    ChapterKind.ARRIVING: (Option.MOIN, Option.TEA, Option.DUTIES, Option.CODES),
    ChapterKind.PRIVACY: (Option.SIGNED_TWICE,),
}
"""The options each chapter offers, in the order they are shown."""

_OFF_AT_FIRST = frozenset({Option.OPEN_ONLY})


@dataclass(frozen=True)
class ChapterChoice:
    """One chapter of a composition. `brochure` is the id of somebody else's PDF, for chapters of
    the kind BROCHURE alone. `options`: those that are on."""

    kind: ChapterKind
    printed: bool = True
    options: frozenset[Option] = frozenset()
    brochure: int | None = None

    @property
    def key(self) -> str:
        """What tells the chapters of one composition apart: "letter", "brochure:3"."""
        return self.kind.value if self.brochure is None else f"{self.kind.value}:{self.brochure}"

    def has(self, option: Option) -> bool:
        return option in self.options


@dataclass(frozen=True)
class Composition:
    """The chapters of a folder in their order; the cover comes first, whatever is asked.

    `tab_sheets`: a register sheet before each chapter.
    """

    chapters: tuple[ChapterChoice, ...]
    tab_sheets: bool = True

    def choice(self, kind: ChapterKind) -> ChapterChoice:
        """How a chapter of the program's own is composed; one that is not in is not printed."""
        return next(
            (each for each in self.chapters if each.kind is kind),
            ChapterChoice(kind, printed=False),
        )

    def with_choice(self, choice: ChapterChoice) -> Composition:
        """The same with this chapter in the place of the one with its key."""
        return replace(
            self,
            chapters=tuple(choice if each.key == choice.key else each for each in self.chapters),
        )

    def moved(self, key: str, before: str = "") -> Composition:
        """The same with a chapter before another one, at the end where that is not in. The cover
        stays first."""
        chosen = [each for each in self.chapters if each.key == key]
        rest = [each for each in self.chapters if each.key != key]
        at = next((at for at, each in enumerate(rest) if each.key == before), len(rest))
        chapters = (*rest[:at], *chosen, *rest[at:])
        return replace(
            self,
            chapters=tuple(sorted(chapters, key=lambda each: each.kind is not ChapterKind.COVER)),
        )

    def with_brochure(self, brochure: int) -> Composition:
        """The same with somebody else's PDF as a chapter, before the last one; one that is in
        already is printed."""
        choice = ChapterChoice(ChapterKind.BROCHURE, brochure=brochure)
        if any(each.key == choice.key for each in self.chapters):
            return self.with_choice(choice)
        at = next(
            (at for at, each in enumerate(self.chapters) if each.kind is ChapterKind.STAND),
            len(self.chapters),
        )
        return replace(self, chapters=(*self.chapters[:at], choice, *self.chapters[at:]))

    def without(self, key: str) -> Composition:
        """The same without a chapter of somebody else's; those of the program's own stay."""
        return replace(
            self,
            chapters=tuple(
                each for each in self.chapters if each.key != key or each.brochure is None
            ),
        )


def _standard() -> Composition:
    return Composition(
        tuple(
            ChapterChoice(kind, options=frozenset(OPTIONS.get(kind, ())) - _OFF_AT_FIRST)
            for kind in ChapterKind
            if kind is not ChapterKind.BROCHURE
        )
    )


STANDARD = _standard()
"""All chapters of the program's own, with what they offer; what is empty falls out anyway."""


@dataclass(frozen=True)
class SavedComposition:
    """A composition the office keeps under a name, for use with other families."""

    id: int
    name: str
    composition: Composition
