"""A paragraph before it is broken: its words with their weight, level and places to break."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.typeset import bidi
from app.typeset.characters import settable
from app.typeset.faces import Faces, Word
from app.typeset.inline import Run
from app.typeset.isolation import FSI, ISOLATES, PDI, base_level, has_right_to_left, isolated
from app.typeset.line_breaks import opportunities
from app.typeset.parting import bracketed, is_term

_LEADING = re.compile(f"({FSI}+)( +)")
_TRAILING = re.compile(f"( +)({PDI}+)")
_SPACES = re.compile("  +")
#: `Atom.gap` of a word that no space parts from the one before.
GLUED = -1


class Atom:
    """A word, or a part of one, of one run and one level.

    `start` is its place in the text of the paragraph. `gap`: level of the space before it, GLUED
    where there is none. `apart`: levels of the isolate controls before and behind that space,
    which keep two isolates of one level from being turned together; GLUED where there are none.
    `free`: a line may begin here. `places`: offsets in `source` where the next line may begin.
    `term`: a German word in a text of another language.
    """

    __slots__ = (
        "apart",
        "bold",
        "free",
        "gap",
        "lang",
        "level",
        "places",
        "run",
        "source",
        "start",
        "term",
        "word",
    )

    def __init__(
        self, word: Word, source: str, start: int, run: int, level: int, *, bold: bool, lang: str
    ) -> None:
        self.word = word
        self.source = source
        self.start = start
        self.run = run
        self.level = level
        self.bold = bold
        self.lang = lang
        self.gap = GLUED
        self.apart = (GLUED, GLUED)
        self.free = True
        self.places: tuple[int, ...] = ()
        self.term = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a text, between line ends; `base` is its level (UAX #9, P3)."""

    base: int
    atoms: list[Atom]


@dataclass(frozen=True, slots=True)
class _Part:
    run: int
    text: str


@dataclass(frozen=True, slots=True)
class _Leveled:
    """The parts of a paragraph, what they say together, its level and those of its characters
    (None: all 0). `apart`: level of the isolate controls before a character."""

    parts: list[_Part]
    text: str
    base: int
    levels: list[int] | None
    apart: dict[int, int]


def paragraphs(
    runs: Sequence[Run], faces: Faces, *, bold: bool, rtl: bool, lang: str
) -> list[Paragraph]:
    """The paragraphs of the runs; white space is one space, none at the start and the end."""
    found = [_leveled(parts, runs, rtl=rtl) for parts in _divided(runs)]
    return [Paragraph(each.base, _atoms(each, runs, faces, bold=bold, lang=lang)) for each in found]


def _divided(runs: Sequence[Run]) -> list[list[_Part]]:
    found: list[list[_Part]] = [[]]
    for number, run in enumerate(runs):
        for index, line in enumerate(settable(run.text).split("\n")):
            if index:
                found.append([])
            if line:
                found[-1].append(_Part(number, line))
    return found


def _leveled(parts: list[_Part], runs: Sequence[Run], *, rtl: bool) -> _Leveled:
    parts, text = _spaced(parts)
    base = base_level(text, rtl=rtl)
    levels: list[int] | None = None
    apart: dict[int, int] = {}
    if base or has_right_to_left(text):
        levels, apart = _levels(parts, runs, base)
    if FSI in text:
        parts = [_Part(p.run, "".join(c for c in p.text if c not in ISOLATES)) for p in parts]
        text = "".join([part.text for part in parts])
    return _Leveled(parts, text, base, levels, apart)


def _atoms(
    given: _Leveled, runs: Sequence[Run], faces: Faces, *, bold: bool, lang: str
) -> list[Atom]:
    text, levels = given.text, given.levels
    places = opportunities(text, lang)
    spans = bracketed(text, lang)
    atoms: list[Atom] = []
    gap = GLUED
    for start, end, number in _words(given.parts, levels, given.apart):
        source = text[start:end]
        level = levels[start] if levels else 0
        if start and text[start - 1] == " ":
            gap = levels[start - 1] if levels else 0
        run = runs[number]
        atom = Atom(
            faces.word(source, bold=run.bold or bold, rtl=level % 2 == 1),
            source,
            start,
            number,
            level,
            bold=run.bold or bold,
            lang=run.lang or lang,
        )
        atom.gap = gap if atoms else GLUED
        if given.apart and atoms:
            before = given.apart.get(start - 1, GLUED) if atom.gap != GLUED else GLUED
            atom.apart = (before, given.apart.get(start, GLUED))
        inside = any(first <= start < last or start <= first < end for first, last in spans)
        atom.term = is_term(source, atom.lang, in_brackets=inside)
        atom.free = not atoms or start in places
        if not places.isdisjoint(range(start + 1, end)):
            atom.places = tuple(p - start for p in range(start + 1, end) if p in places)
        atoms.append(atom)
        gap = GLUED
    return atoms


def _spaced(parts: list[_Part]) -> tuple[list[_Part], str]:
    """The parts with single spaces between words, and what they say together."""
    found: list[_Part] = []
    spaced = True
    for part in parts:
        text = part.text
        if FSI in text:
            # A space at the edge of an isolate stands outside, where it parts words.
            text = _TRAILING.sub(r"\2\1", _LEADING.sub(r"\2\1", text))
        if "  " in text:
            text = _SPACES.sub(" ", text)
        if spaced:
            text = text.removeprefix(" ")
        if text:
            found.append(_Part(part.run, text))
            spaced = text.endswith(" ")
    if found and found[-1].text.endswith(" "):
        last = found.pop()
        if len(last.text) > 1:
            found.append(_Part(last.run, last.text[:-1]))
    return found, "".join([part.text for part in found])


def _levels(parts: list[_Part], runs: Sequence[Run], base: int) -> tuple[list[int], dict[int, int]]:
    """The level of each character, isolate controls left out, and by place the lowest level of
    those before one. A link, and a run in a language of its own, is set apart whole."""
    marked: list[str] = []
    plain = ""
    for part in parts:
        run = runs[part.run]
        if run.href or run.lang:
            marked += (isolated(plain, base), FSI, isolated(part.text, base), PDI)
            plain = ""
        else:
            plain += part.text
    marked.append(isolated(plain, base))
    text = "".join(marked)
    levels: list[int] = []
    apart: dict[int, int] = {}
    for level, sign in zip(bidi.levels(text, bidi.classes(text), base), text, strict=True):
        if sign in ISOLATES:
            apart[len(levels)] = min(level, apart.get(len(levels), level))
        else:
            levels.append(level)
    return levels, apart


def _words(
    parts: list[_Part], levels: list[int] | None, apart: dict[int, int]
) -> Iterator[tuple[int, int, int]]:
    """(start, end, run) of each stretch without a space, of one run and one level."""
    start = 0
    for part in parts:
        place = start
        for piece in part.text.split(" "):
            end = place + len(piece)
            while piece and place < end:
                stop = end
                if levels:
                    level = levels[place]
                    inner = range(place + 1, end)
                    stop = next((p for p in inner if levels[p] != level or p in apart), end)
                yield place, stop, part.run
                place = stop
            place = end + 1
        start += len(part.text)
