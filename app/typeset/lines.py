"""Breaks runs of text into lines of a width: greedy, hyphens, both directions, nothing sticks
out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto

from app.typeset.characters import SOFT_HYPHEN, printable
from app.typeset.faces import Faces, Word, clusters
from app.typeset.inline import Run
from app.typeset.isolation import base_level
from app.typeset.line import Line, placed, whole
from app.typeset.line_breaks import opportunities
from app.typeset.paragraph import GLUED, Atom, paragraphs
from app.typeset.parting import hyphens, is_name
from app.typeset.styles import POINT, Type

#: In a word wider than the column, web addresses also part behind these.
_ADDRESS = re.compile("[-\u2010\u2013/\u00ad\u200b.?&=_@:,;](?=.)")
#: A line is short, and its last word worth a hyphen, below this share of the column.
_SHORT = 2 / 3
#: A seam is taken, also where another place would fill the line more, from this share on; from
#: the lower one where the word is wider than the column. Within its parts a compound that fits a
#: line is parted only where the line would be shorter.
_FULL, _FULL_WIDE = 1 / 2, 1 / 3
#: Hyphens below each other at most.
_HYPHENS = 2

#: Text the quick way can set: left to right, no line ends, nothing invisible.
_SIMPLE = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u0589\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*"
)
#: Where the quick way has no answer: places in a word, and spaces that may not end a line.
_UNPARTED = re.compile("[^-\u2010\u2013/]*")
_LINES_KEPT = 20_000


class Deep(Enum):
    """How deep a word is parted: where signs in it allow that, at the seams of a compound too
    (other words as by LETTERS), or wherever its language parts it."""

    SIGNS = auto()
    SEAMS = auto()
    LETTERS = auto()


class Breaker:
    """Breaks text with one set of faces."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces

    def lines(
        self, runs: Sequence[Run], style: Type, width: float, *, rtl: bool = False, lang: str = ""
    ) -> list[Line]:
        """Lines no wider than `width` mm; an empty text has none. "\\n" starts a new line.

        `rtl`: the paragraphs run from right to left; one without a letter of that direction does
        not. `lang`: BCP 47 tag of the text, for hyphens; a run's own goes before.
        """
        key = (tuple(runs), style.size, style.bold, style.whole, width, rtl, lang)
        kept = self._faces.lines.get(key)
        if kept is None:
            if len(self._faces.lines) > _LINES_KEPT:
                self._faces.lines.clear()
            plain = len(runs) == 1 and not (rtl and base_level(runs[0].text, rtl=rtl))
            kept = self._quick(runs, style, width, lang) if plain else None
            if kept is None:
                kept = self._broken(runs, style, width, rtl=rtl, lang=lang)
            self._faces.lines[key] = kept
        return kept

    def width(self, text: str, style: Type) -> float:
        """Width of a text on one line, mm."""
        lines = self.lines((Run(text),), style, 10_000)
        return lines[0].width if lines else 0.0

    def _quick(
        self, runs: Sequence[Run], style: Type, width: float, lang: str = ""
    ) -> list[Line] | None:
        """One run of plain words; None where a line does not just end at a space."""
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
        pieces = text.split()
        keeps = style.whole or is_name(pieces)
        for number, piece in enumerate(pieces, 1):
            word = shaped(piece, bold=bold, rtl=False)
            used += space + word.advance
            if used > room:
                used -= space + word.advance
                if not line or word.advance > room or not _UNPARTED.fullmatch(piece):
                    return None
                short = used < room * _SHORT and not keeps and number < len(pieces)
                if short and hyphens(piece, runs[0].lang or lang):
                    return None
                before = line[-1].text
                if opportunities(f"{before} {piece}", lang) != {len(before) + 1}:
                    return None
                lines.append(whole(line, used * unit, joins=True))
                line, used = [], word.advance
            line.append(word)
        if line:
            lines.append(whole(line, used * unit, joins=False))
        return lines

    def _broken(
        self, runs: Sequence[Run], style: Type, width: float, *, rtl: bool, lang: str
    ) -> list[Line]:
        unit = style.size * POINT / 1000
        space = self._faces.space
        lines: list[Line] = []
        found = paragraphs(runs, self._faces, bold=style.bold, rtl=rtl, lang=lang)
        for number, paragraph in enumerate(found, 1):
            if not paragraph.atoms:
                lines.append(Line((), 0.0))
                continue
            filled = self._filled(paragraph.atoms, width / unit, space, whole=style.whole)
            if number < len(found):
                filled[-1] = (filled[-1][0], True)
            lines.extend(
                placed(atoms, unit, space, base=paragraph.base, joins=joins)
                for atoms, joins in filled
            )
        while lines and not lines[-1].segments:
            lines.pop()
        return lines

    def _filled(
        self, atoms: list[Atom], room: float, space: float, *, whole: bool
    ) -> list[tuple[list[Atom], bool]]:
        """Atoms of each line, and whether a space parts it from the next."""
        lines: list[tuple[list[Atom], bool]] = []
        line: list[Atom] = []
        used = 0.0
        hyphened = 0
        keeps = whole or is_name([atom.source for atom in atoms])
        waiting = list(reversed(atoms))
        while waiting:
            unit = [waiting.pop()]
            while waiting and not waiting[-1].free:
                unit.append(waiting.pop())
            gap = space if line and unit[0].gap != GLUED else 0.0
            advance = _advance(unit, space)
            if used + gap + advance <= room:
                line.extend(unit)
                used += gap + advance
                continue
            wide = advance > room
            head, rest = self._parted(unit, room - used - gap, space, wide=wide)
            filled = used + gap + _advance(head, space)
            short = filled < room * _SHORT
            may_be = not keeps and bool(waiting) and hyphened < _HYPHENS
            if short and (wide or may_be):
                enough = room * (_FULL_WIDE if wide else _FULL) - used - gap
                deep = Deep.LETTERS if wide or filled < room * _FULL else Deep.SEAMS
                longer = self._parted(
                    unit, room - used - gap, space, wide=wide, deep=deep, enough=enough
                )
                head, rest = longer if longer[0] else (head, rest)
            if not head and not line:
                head, rest = self._forced(unit, room, space)
            line.extend(head)
            hyphened = hyphened + 1 if line[-1].word.text.endswith(SOFT_HYPHEN) else 0
            joins = bool(rest) and rest[0].gap != GLUED
            lines.append((line, joins))
            line, used = [], 0.0
            if rest:
                rest[0].gap, rest[0].free = GLUED, True
                waiting.extend(reversed(rest))
            elif waiting:
                lines[-1] = (lines[-1][0], waiting[-1].gap != GLUED)
        if line:
            lines.append((line, False))
        return lines

    def _parted(
        self,
        unit: list[Atom],
        room: float,
        space: float,
        *,
        wide: bool,
        deep: Deep = Deep.SIGNS,
        enough: float = 0.0,
    ) -> tuple[list[Atom], list[Atom]]:
        """Part a unit so that its head fits into `room`: the longest head wins,
        but one that ends at a seam and has an advance of `enough` goes before."""
        taken = 0.0
        best: tuple[list[Atom], list[Atom]] = ([], unit)
        seam: tuple[list[Atom], list[Atom]] | None = None
        for index, atom in enumerate(unit):
            if index and atom.gap != GLUED:
                taken += space
            for place, hyphen, is_seam in _places(atom, deep, wide=wide):
                head = self._piece(atom, 0, place, hyphen=hyphen)
                if taken + head.word.advance > room:
                    return seam or best
                if len(head.word.text) < 2:
                    continue
                tail = self._piece(atom, place, len(atom.source))
                best = ([*unit[:index], head], [tail, *unit[index + 1 :]])
                if is_seam and taken + head.word.advance >= enough:
                    seam = best
            taken += atom.word.advance
            if taken > room:
                return seam or best
            if wide and index + 1 < len(unit) and _parts(atom, unit[index + 1]):
                best = (unit[: index + 1], unit[index + 1 :])
                seam = None
        return seam or best

    def _forced(self, unit: list[Atom], room: float, space: float) -> tuple[list[Atom], list[Atom]]:
        """Part a word that has no better place between two letters, at least one per line; signs
        at its end do not stand alone."""
        index = 0
        while index + 1 < len(unit) and _advance(unit[: index + 1], space) <= room:
            index += 1
        while index and not _has_letters(unit[index:]):
            index -= 1
        room -= _advance(unit[:index], space)
        atom = unit[index]
        ends = [0]
        for letter in clusters(atom.source):
            ends.append(ends[-1] + len(letter))
        low, high = (0 if index else 1), len(ends) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self._piece(atom, 0, ends[middle]).word.advance <= room:
                low = middle
            else:
                high = middle - 1
        if not (_has_letters(unit[index + 1 :]) or _is_word(atom.source[ends[low] :])):
            last = (n for n in range(low - 1, 0, -1) if _is_word(atom.source[ends[n] :]))
            low = next(last, low)
        head = [self._piece(atom, 0, ends[low])] if low else []
        rest = [self._piece(atom, ends[low], ends[-1])] if ends[low] < ends[-1] else []
        return [*unit[:index], *head], [*rest, *unit[index + 1 :]]

    def _piece(self, atom: Atom, start: int, end: int, *, hyphen: bool = False) -> Atom:
        source = atom.source[start:end]
        if hyphen:
            word = self._faces.hyphenated(source.removesuffix(SOFT_HYPHEN), bold=atom.bold)
        else:
            word = self._faces.word(source, bold=atom.bold, rtl=atom.level % 2 == 1)
        piece = Atom(
            word,
            source,
            atom.start + start,
            atom.run,
            atom.level,
            bold=atom.bold,
            lang=atom.lang,
        )
        piece.term = atom.term
        piece.gap = GLUED if start else atom.gap
        piece.places = tuple(p - start for p in atom.places if start < p < end)
        return piece


def _advance(atoms: list[Atom], space: float) -> float:
    """Width of atoms that follow each other, without the space before the first."""
    return sum(
        atom.word.advance + (space if index and atom.gap != GLUED else 0.0)
        for index, atom in enumerate(atoms)
    )


def _is_word(text: str) -> bool:
    return any(map(str.isalnum, text))


def _has_letters(atoms: list[Atom]) -> bool:
    return any(_is_word(atom.source) for atom in atoms)


def _parts(atom: Atom, following: Atom) -> bool:
    """Whether a unit wider than the column may go on with the next of its atoms: not within a
    word, nor behind a bracket."""
    return following.gap != GLUED or (
        atom.run != following.run and atom.source[-1:].isalnum() and following.source[:1].isalnum()
    )


def _places(atom: Atom, deep: Deep, *, wide: bool) -> list[tuple[int, bool, bool]]:
    """Offsets in a word where it may be parted, whether a hyphen shows there, and whether parts
    meet there."""
    turned = atom.level % 2 == 1
    places = {p: (not turned and atom.source[p - 1] == SOFT_HYPHEN, True) for p in atom.places}
    if wide:
        for sign in _ADDRESS.finditer(atom.source):
            places.setdefault(sign.end(), (sign[0] == SOFT_HYPHEN and not turned, True))
    if deep is not Deep.SIGNS and not turned:
        found = hyphens(atom.source, atom.lang, term=atom.term, wide=wide)
        only = deep is Deep.SEAMS and any(each.seam for each in found)
        places |= {each.place: (True, each.seam) for each in found if each.seam or not only}
    return [(place, *kind) for place, kind in sorted(places.items())]
