"""Breaks runs of text into lines of a width: greedy, soft hyphens, nothing sticks out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.typeset import bidi
from app.typeset.characters import SOFT_HYPHEN, printable
from app.typeset.faces import Faces, Word, clusters
from app.typeset.inline import Run
from app.typeset.styles import POINT, Type

#: After these a long word may go on in the next line (soft hyphens and zero width spaces besides).
_AFTER = re.compile("[-\u2010\u2013/\u00ad\u200b](?=.)")
#: In a word wider than the column, web addresses also part here.
_ADDRESS = re.compile("[-\u2010\u2013/\u00ad\u200b.?&=_@:,;](?=.)")

#: Text the quick way can set: left to right, no line ends, nothing invisible.
_SIMPLE = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u0589\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*"
)
_UNPARTED = re.compile("[^-\u2010\u2013/]*")
_LINES_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one run in a line, `x` and `width` in mm; `space`: one follows in the text."""

    run: int
    x: float
    width: float
    words: tuple[Word, ...]
    space: bool


@dataclass(frozen=True, slots=True)
class Line:
    segments: tuple[Segment, ...]
    width: float


class _Atom:
    """An unbroken word of one run; `glued`: no space between it and the one before."""

    __slots__ = ("bold", "glued", "run", "source", "word")

    def __init__(self, word: Word, source: str, run: int, *, bold: bool, glued: bool) -> None:
        self.word = word
        self.source = source
        self.run = run
        self.bold = bold
        self.glued = glued

    @property
    def direction(self) -> int:
        return self.word.direction


class Breaker:
    """Breaks text with one set of faces."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces

    def lines(
        self,
        runs: Sequence[Run],
        style: Type,
        width: float,
        *,
        rtl: bool = False,  # noqa: ARG002
        lang: str = "",  # noqa: ARG002
    ) -> list[Line]:
        """Lines no wider than `width` mm; an empty text has none. "\\n" starts a new line."""
        key = (tuple(runs), style.size, style.bold, width)
        kept = self._faces.lines.get(key)
        if kept is None:
            if len(self._faces.lines) > _LINES_KEPT:
                self._faces.lines.clear()
            kept = self._quick(runs, style, width) if len(runs) == 1 else None
            if kept is None:
                kept = self._broken(runs, style, width)
            self._faces.lines[key] = kept
        return kept

    def _quick(self, runs: Sequence[Run], style: Type, width: float) -> list[Line] | None:
        """One run of plain words; None where a word must be parted or runs right to left."""
        text = printable(runs[0].text)
        if not _SIMPLE.fullmatch(text):
            return None
        shaped = self._faces.word
        bold = runs[0].bold or style.bold
        unit = style.size * POINT / 1000
        room, space = width / unit, self._faces.space
        lines: list[Line] = []
        line: list[Word] = []
        used = -space
        for piece in text.split():
            word = shaped(piece, bold=bold)
            used += space + word.advance
            if used > room:
                if word.advance > room or not _UNPARTED.fullmatch(piece):
                    return None
                used -= space + word.advance
                lines.append(_whole(line, used * unit, joins=True))
                line, used = [], word.advance
            line.append(word)
        if line:
            lines.append(_whole(line, used * unit, joins=False))
        return lines

    def _broken(self, runs: Sequence[Run], style: Type, width: float) -> list[Line]:
        unit = style.size * POINT / 1000
        space = self._faces.space
        room = width / unit
        lines: list[Line] = []
        paragraphs = self._paragraphs(runs, style)
        for number, paragraph in enumerate(paragraphs, 1):
            if not paragraph:
                lines.append(Line((), 0.0))
                continue
            filled = self._filled(paragraph, room, space)
            if number < len(paragraphs):
                filled[-1] = (filled[-1][0], True)
            lines.extend(_line(atoms, unit, space, joins=joins) for atoms, joins in filled)
        while lines and not lines[-1].segments:
            lines.pop()
        return lines

    def width(self, text: str, style: Type) -> float:
        """Width of a text on one line, mm."""
        lines = self.lines((Run(text),), style, 10_000)
        return lines[0].width if lines else 0.0

    def _paragraphs(self, runs: Sequence[Run], style: Type) -> list[list[_Atom]]:
        word = self._faces.word
        paragraphs: list[list[_Atom]] = [[]]
        glued = False
        for number, run in enumerate(runs):
            text = printable(run.text)
            bold = run.bold or style.bold
            for index, part in enumerate(text.split("\n")):
                if index:
                    paragraphs.append([])
                    glued = False
                atoms = paragraphs[-1]
                pieces = part.split(" ")
                if not pieces[0]:
                    glued = False
                for piece in pieces:
                    if piece:
                        atoms.append(
                            _Atom(
                                word(piece, bold=bold),
                                piece,
                                number,
                                bold=bold,
                                glued=glued and bool(atoms),
                            )
                        )
                        glued = False
                glued = bool(pieces[-1])
        return paragraphs

    def _filled(
        self, atoms: list[_Atom], room: float, space: float
    ) -> list[tuple[list[_Atom], bool]]:
        """Atoms of each line, and whether a space parts it from the next."""
        lines: list[tuple[list[_Atom], bool]] = []
        line: list[_Atom] = []
        used = 0.0
        waiting = list(reversed(atoms))
        while waiting:
            unit = [waiting.pop()]
            while waiting and waiting[-1].glued:
                unit.append(waiting.pop())
            advance = sum(atom.word.advance for atom in unit)
            gap = space if line and not unit[0].glued else 0.0
            if used + gap + advance <= room:
                line.extend(unit)
                used += gap + advance
                continue
            head, rest = self._parted(unit, room - used - gap, whole=room)
            if not head and not line:
                head, rest = self._forced(unit, room)
            line.extend(head)
            lines.append((line, not head))
            line, used = [], 0.0
            if rest:
                rest[0].glued = False
                waiting.extend(reversed(rest))
        if line:
            lines.append((line, False))
        return lines

    def _parted(
        self, unit: list[_Atom], room: float, *, whole: float
    ) -> tuple[list[_Atom], list[_Atom]]:
        """Part a unit so that its head fits into `room`: the longest head wins."""
        wide = sum(atom.word.advance for atom in unit) > whole
        pattern = _ADDRESS if wide else _AFTER
        taken = 0.0
        best: tuple[list[_Atom], list[_Atom]] = ([], unit)
        for index, atom in enumerate(unit):
            for place in pattern.finditer(atom.source):
                head = self._piece(atom, atom.source[: place.end()], shown_hyphen=True)
                if taken + head.word.advance > room:
                    return best
                if len(head.word.text) < 2:
                    continue
                tail = self._piece(atom, atom.source[place.end() :], shown_hyphen=False)
                best = ([*unit[:index], head], [tail, *unit[index + 1 :]])
            taken += atom.word.advance
            if taken > room:
                return best
            if wide and index + 1 < len(unit):
                best = (unit[: index + 1], unit[index + 1 :])
        return best

    def _forced(self, unit: list[_Atom], room: float) -> tuple[list[_Atom], list[_Atom]]:
        """Part a word that has no better place between two letters, at least one per line."""
        atom = unit[0]
        letters = clusters(atom.source)
        low, high = 1, len(letters)
        while low < high:
            middle = (low + high + 1) // 2
            if self._piece(atom, "".join(letters[:middle])).word.advance <= room:
                low = middle
            else:
                high = middle - 1
        head = self._piece(atom, "".join(letters[:low]))
        rest = "".join(letters[low:])
        tail = [self._piece(atom, rest)] if rest else []
        return [head], [*tail, *unit[1:]]

    def _piece(self, atom: _Atom, source: str, *, shown_hyphen: bool = False) -> _Atom:
        if shown_hyphen and source.endswith(SOFT_HYPHEN):
            word = self._faces.hyphenated(source[:-1], bold=atom.bold)
        else:
            word = self._faces.word(source, bold=atom.bold)
        return _Atom(word, source, atom.run, bold=atom.bold, glued=atom.glued)


def _whole(words: list[Word], width: float, *, joins: bool) -> Line:
    return Line((Segment(0, 0.0, width, tuple(words), joins),), width)


def _line(atoms: list[_Atom], unit: float, space: float, *, joins: bool) -> Line:
    gaps = [bool(index) and not atom.glued for index, atom in enumerate(atoms)]
    if any(atom.direction < 0 for atom in atoms):
        atoms = bidi.visual_order(atoms)
    segments: list[Segment] = []
    words: list[Word] = []
    run, start, x = -1, 0.0, 0.0
    for atom, gap in zip(atoms, gaps, strict=True):
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
