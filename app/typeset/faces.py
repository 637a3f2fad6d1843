"""Fonts of the folder: loaded once a process, shaped word by word with HarfBuzz, cached.

A `Faces` must not serve two documents at once (its caches are not locked).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from app.errors import Trouble, Unavailable
from app.typeset.characters import (
    JOINERS,
    NO_BREAK_SPACE,
    SOFT_HYPHEN,
    ZERO_WIDTH_SPACE,
    printable,
)
from app.typeset.face import Face, Glyphs
from app.typeset.inline import Run
from app.typeset.isolation import has_right_to_left

if TYPE_CHECKING:
    from app.typeset.line import Line

#: Stands for a character no font has; drawn, extracted as the character where that is allowed.
PLACEHOLDER = "\u25a1"
_WORDS_KEPT = 50_000
_JOINED_KEPT = 20_000

#: file below the font directory, size against Noto Sans (Arabic is set a little larger)
_REGULAR = (
    ("noto-sans/NotoSans-Regular.ttf", 1.0),
    ("noto-sans-arabic/NotoSansArabic-Regular.ttf", 1.08),
    ("noto-sans-thai/NotoSansThai-Regular.ttf", 1.0),
    ("noto-sans-tamil/NotoSansTamil-Regular.ttf", 1.0),
    ("dejavu-sans/DejaVuSans.ttf", 0.94),
)
_BOLD = (
    ("noto-sans/NotoSans-Bold.ttf", 1.0),
    ("noto-sans-arabic/NotoSansArabic-Bold.ttf", 1.05),
    ("noto-sans-thai/NotoSansThai-Regular.ttf", 1.0),
    ("noto-sans-tamil/NotoSansTamil-Regular.ttf", 1.0),
    ("dejavu-sans/DejaVuSans-Bold.ttf", 0.94),
    ("dejavu-sans/DejaVuSans.ttf", 0.94),
)


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A shaped word without spaces; `advance` in thousandths of the type size.

    `code` is the ready TJ content when the word is one plain piece, else "". `glyphs` lie from
    left to right.
    """

    text: str
    advance: float
    glyphs: tuple[Glyphs, ...]
    code: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Plain words with spaces between them: TJ content, the glyphs in it, a space that may follow.

    `telling`: pieces whose text must be noted in the file (ligatures).
    """

    face: Face
    code: str
    space: str
    gids: frozenset[int]
    telling: tuple[Glyphs, ...]


LineKey: TypeAlias = tuple[tuple[Run, ...], float, bool, bool, float, bool, str]


@dataclass(slots=True)
class _Weight:
    """One weight: the faces in order of preference, and what was shaped with them."""

    chain: tuple[Face, ...]
    words: dict[str, Word] = field(default_factory=dict)
    turned: dict[str, Word] = field(default_factory=dict)
    covering: dict[str, Face | None] = field(default_factory=dict)

    def face_for(self, cluster: str) -> Face | None:
        """First face with all visible characters of the cluster; None: none has."""
        if cluster not in self.covering:
            self.covering[cluster] = next((f for f in self.chain if f.covers(cluster)), None)
        return self.covering[cluster]


class Faces:
    """The font set: `load` reads it, `word` shapes, `missing_glyphs` says what has no glyph."""

    def __init__(self, regular: tuple[Face, ...], bold: tuple[Face, ...]) -> None:
        self._weights = (_Weight(regular), _Weight(bold))
        #: Broken lines by (runs, size, weight, whole words, width, direction, language), kept by
        #: `lines.Breaker` for the next document: a preview sets the same paragraphs again.
        self.lines: dict[LineKey, list[Line]] = {}
        self._joined: dict[tuple[Word, ...], Joined | None] = {}
        self._spaces: dict[Face, Glyphs] = {}
        #: Files of `load` that were not there or could not be read, so that others serve.
        self.lacking: tuple[str, ...] = ()

    @classmethod
    def load(cls, directory: Path) -> Faces:
        """Read the font files below `directory` (`resources/fonts`).

        What is missing or broken is left out and named in `lacking`, except the first file of
        each weight: raises `Unavailable(FONT_LACKING)` naming it.
        """
        loaded: dict[tuple[str, float], Face] = {}
        lacking: dict[str, None] = {}
        for name, scale in _REGULAR + _BOLD:
            if (name, scale) in loaded or name in lacking:
                continue
            try:
                loaded[name, scale] = _read(directory / name, scale)
            except Unavailable:
                if (name, scale) in (_REGULAR[0], _BOLD[0]):
                    raise
                lacking[name] = None
        faces = cls(
            tuple(loaded[key] for key in _REGULAR if key in loaded),
            tuple(loaded[key] for key in _BOLD if key in loaded),
        )
        faces.lacking = tuple(lacking)
        return faces

    @cached_property
    def space(self) -> float:
        """Advance of a space in thousandths of the type size (both weights are set with it)."""
        return self.word(" ", bold=False).advance

    def face(self, *, bold: bool) -> Face:
        """The first face of a weight, the one whose words carry a `code`."""
        return self._weights[bold].chain[0]

    def space_in(self, face: Face) -> Glyphs:
        """The space of a face, as wide as that of the first one."""
        if face not in self._spaces:
            own = face.space
            # TJ takes thousandths of the size the face is set in away.
            back = (own.advance - self.space) / face.scale
            code = f"{own.code}{back:.0f}" if abs(back) > 0.5 else own.code
            self._spaces[face] = replace(own, advance=self.space, code=code, lines=((0, code),))
        return self._spaces[face]

    def word(self, text: str, *, bold: bool, rtl: bool | None = None) -> Word:
        """Shape a word of `printable` text without line ends; the answer is kept.

        `rtl`: the direction of its level; None takes that of its letters.
        """
        weight = self._weights[bold]
        if rtl is None:
            rtl = has_right_to_left(text)
        kept = weight.turned if rtl else weight.words
        word = kept.get(text)
        if word is None:
            if len(kept) > _WORDS_KEPT:
                kept.clear()
            word = kept[text] = _shaped(text, weight, rtl=rtl)
        return word

    def hyphenated(self, text: str, *, bold: bool) -> Word:
        """A part of a word with a hyphen drawn at its end that is read as a soft hyphen."""
        kept = self._weights[bold].words
        # No word has a line end in it.
        key = f"{text}\n"
        if key in kept:
            return kept[key]
        part = self.word(text, bold=bold, rtl=False)
        hyphen = self.face(bold=bold).shape("-", rtl=False, actual=SOFT_HYPHEN)
        word = kept[key] = Word(
            part.text + SOFT_HYPHEN,
            part.advance + hyphen.advance,
            (*part.glyphs, hyphen),
            "",
        )
        return word

    def joined(self, words: tuple[Word, ...]) -> Joined | None:
        """Words of one plain run as one piece of TJ content; None where a word is not plain."""
        if words not in self._joined:
            if len(self._joined) > _JOINED_KEPT:
                self._joined.clear()
            self._joined[words] = self._one_piece(words)
        return self._joined[words]

    def _one_piece(self, words: tuple[Word, ...]) -> Joined | None:
        codes = [word.code for word in words]
        if "" in codes:
            return None
        pieces = [word.glyphs[0] for word in words]
        face = pieces[0].face
        if any(piece.face is not face for piece in pieces):
            return None
        space = self.space_in(face)
        return Joined(
            face=face,
            code=space.code.join(codes),
            space=space.code,
            gids=space.gids.union(*[piece.gids for piece in pieces]),
            telling=tuple(piece for piece in pieces if piece.texts),
        )

    def missing_glyphs(self, text: str) -> str:
        """Characters of `text` no font has, once each, in order of appearance."""
        regular = self._weights[0]
        seen = dict.fromkeys(
            character
            for character in printable(text)
            if not (character in "\n \u00a0" or _is_invisible(character))
            and (_is_private(character) or regular.face_for(character) is None)
        )
        return "".join(seen)


def _is_private(character: str) -> bool:
    return unicodedata.category(character) == "Co"


def _is_invisible(character: str) -> bool:
    return character in JOINERS or character in (SOFT_HYPHEN, ZERO_WIDTH_SPACE)


def _read(file: Path, scale: float) -> Face:
    try:
        face = Face(file, scale)
    except OSError as error:
        raise Unavailable(Trouble.FONT_LACKING, file) from error
    if not face.is_whole:
        raise Unavailable(Trouble.FONT_LACKING, file)
    return face


def _shaped(text: str, weight: _Weight, *, rtl: bool) -> Word:
    visible = text.replace(SOFT_HYPHEN, "").replace(ZERO_WIDTH_SPACE, "")
    visible = visible.replace(NO_BREAK_SPACE, " ")
    runs = _by_face(visible, weight)
    pieces = [
        _placeholder(run, weight) if face is None else face.shape(run, rtl=rtl)
        for run, face in (reversed(runs) if rtl else runs)
    ]
    plain = len(pieces) == 1 and not pieces[0].actual
    told = pieces[0].face.unicode if plain else {}
    quick = plain and (rtl or not any(gid in told for gid, _ in pieces[0].texts))
    code = pieces[0].code if quick else ""
    return Word(visible, sum(p.advance for p in pieces), tuple(pieces), code)


def _by_face(text: str, weight: _Weight) -> list[tuple[str, Face | None]]:
    """Stretches of one face in logical order; each character without a font stands alone."""
    letter = next(filter(str.isalpha, text), "")
    own = weight.face_for(letter) if letter else None
    if own is not None and own.covers(text) and not any(map(_is_private, text)):
        return [(text, own)]
    runs: list[tuple[str, Face | None]] = []
    for cluster in clusters(text):
        face = None if any(_is_private(c) for c in cluster) else weight.face_for(cluster)
        if runs and face is not None and runs[-1][1] is face:
            runs[-1] = (runs[-1][0] + cluster, face)
        elif face is None and len(cluster) > 1:
            runs.extend(
                (c, None if _is_private(c) else weight.face_for(c))
                for c in cluster
                if c not in JOINERS
            )
        elif cluster not in JOINERS:
            runs.append((cluster, face))
    return runs


def clusters(text: str) -> list[str]:
    """A letter with the marks and joiners that follow it; a line never breaks inside one."""
    found: list[str] = []
    joined = False
    for character in text:
        if found and (
            joined or character in JOINERS or unicodedata.category(character) in ("Mn", "Mc", "Me")
        ):
            found[-1] += character
        else:
            found.append(character)
        joined = character == "\u200d"
    return found


def _placeholder(character: str, weight: _Weight) -> Glyphs:
    # Where the font of the box is lacking the first face has a question mark.
    sign = PLACEHOLDER if weight.face_for(PLACEHOLDER) else "?"
    nameable = unicodedata.category(character) not in ("Cn", "Co", "Cs", "Cc")
    face = weight.face_for(sign) or weight.chain[0]
    return face.shape(sign, rtl=False, actual=character if nameable else sign)
