"""One broken line: words of runs placed from left to right, in the order of UAX #9."""

from __future__ import annotations

from dataclasses import dataclass

from app.typeset import bidi
from app.typeset.faces import Word
from app.typeset.paragraph import GLUED, Atom

#: Items of a line that are no atom: a space, and isolate controls that take no room.
_SPACE = -1
_NOTHING = -2


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one run in a line, `x` and `width` in mm; `space`: one follows in the text.

    `x` counts from the left edge of the line, the words lie from left to right.
    """

    run: int
    x: float
    width: float
    words: tuple[Word, ...]
    space: bool


@dataclass(frozen=True, slots=True)
class Line:
    """Segments in the order they are read."""

    segments: tuple[Segment, ...]
    width: float


def whole(words: list[Word], width: float, *, joins: bool) -> Line:
    """A line of one run that runs from the left; `joins`: a space parts it from the next."""
    return Line((Segment(0, 0.0, width, tuple(words), joins),), width)


def placed(atoms: list[Atom], unit: float, space: float, *, base: int, joins: bool) -> Line:
    """Atoms of a line in logical order, `unit` mm for a thousandth of the type size."""
    if base or any(atom.level for atom in atoms):
        return _reordered(atoms, unit, space, joins=joins)
    segments: list[Segment] = []
    words: list[Word] = []
    run, start, x = -1, 0.0, 0.0
    for index, atom in enumerate(atoms):
        gap = bool(index) and atom.gap != GLUED
        if words and (atom.run != run or not gap):
            segments.append(Segment(run, start * unit, (x - start) * unit, tuple(words), gap))
            words = []
        if gap:
            x += space
        if not words:
            run, start = atom.run, x
        words.append(atom.word)
        x += atom.word.advance
    segments.append(Segment(run, start * unit, (x - start) * unit, tuple(words), joins))
    return Line(tuple(segments), x * unit)


class _Stretch:
    """Atoms of one run that stand side by side, and follow each other in the text too."""

    def __init__(self, index: int, atom: Atom, x: float) -> None:
        self.first = self.last = self.edge = index
        self.run = atom.run
        self.x = x
        self.end = x + atom.word.advance
        self.words = [atom.word]

    def takes(self, index: int, atom: Atom) -> bool:
        return atom.run == self.run and abs(index - self.edge) == 1

    def add(self, index: int, word: Word, end: float, *, parted: bool) -> None:
        self.first, self.last = min(self.first, index), max(self.last, index)
        self.edge, self.end = index, end
        if parted:
            self.words.append(word)
        else:
            left = self.words.pop()
            text = left.text + word.text if index == self.last else word.text + left.text
            glyphs = (*left.glyphs, *word.glyphs)
            self.words.append(Word(text, left.advance + word.advance, glyphs, ""))


def _reordered(atoms: list[Atom], unit: float, space: float, *, joins: bool) -> Line:
    """Rule L2 on the words of a line and the spaces between them; L1 has nothing left to do,
    since no line begins or ends with a space."""
    items: list[int] = []
    levels: list[int] = []
    for index, atom in enumerate(atoms):
        before, behind = atom.apart
        parts = ((_NOTHING, before), (_SPACE, atom.gap), (_NOTHING, behind)) if index else ()
        for item, level in (*parts, (index, atom.level)):
            if level != GLUED:
                items.append(item)
                levels.append(level)
    stretches: list[_Stretch] = []
    x, spaces = 0.0, 0
    for place in bidi.visual_order(levels):
        index = items[place]
        if index == _SPACE:
            x += space
            spaces += 1
            continue
        if index == _NOTHING:
            continue
        atom = atoms[index]
        x += atom.word.advance
        if stretches and spaces < 2 and stretches[-1].takes(index, atom):
            stretches[-1].add(index, atom.word, x, parted=spaces == 1)
        else:
            stretches.append(_Stretch(index, atom, x - atom.word.advance))
        spaces = 0
    last = len(atoms) - 1
    segments = [
        Segment(
            each.run,
            each.x * unit,
            (each.end - each.x) * unit,
            tuple(each.words),
            joins if each.last == last else atoms[each.last + 1].gap != GLUED,
        )
        for each in sorted(stretches, key=lambda each: each.first)
    ]
    return Line(tuple(segments), x * unit)
