"""Sets words: lines become marks of an element, columns of lines become pieces of a band."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from itertools import count

from app.content.languages import is_right_to_left
from app.typeset.elements import Elements
from app.typeset.faces import Faces
from app.typeset.flow import Piece
from app.typeset.inline import Lent, Run, Words, plain
from app.typeset.line import Line
from app.typeset.lines import Breaker
from app.typeset.marks import ARTIFACT, Mark, Place, Text
from app.typeset.styles import LEADING, NOTE, TABLE_LEADING, Type

LINKED = ("http://", "https://", "mailto:", "tel:")
#: Language of page labels ("4–2") and numbers, which run from left to right in every language.
NO_LANGUAGE = "zxx"
#: From the last line of a column to the law mark under it.
LAW_STEP = 4.67


class Setter:
    """Carries what all blocks of one document share: faces, the growing tree, block numbers.

    `lang` is the language of the pages that are set now. Where it runs from right to left, x
    counts from the right edge and the marks are mirrored when they are placed.
    """

    def __init__(self, faces: Faces, lang: str) -> None:
        self.faces = faces
        self.elements = Elements(lang)
        self.breaker = Breaker(faces)
        self.lang = lang
        self.anchors: list[int] = []
        self._blocks = count(1)

    def facing(self, lang: str) -> Setter:
        """Another setter of the same document, for pages in this language."""
        other = copy(self)
        other.lang = lang
        other.anchors = []
        return other

    @property
    def mirrors(self) -> bool:
        """Whether the pages that are set now run from right to left."""
        return is_right_to_left(self.lang)

    def block(self) -> int:
        """A fresh number for bands that belong together."""
        return next(self._blocks)

    def anchor(self, element: int) -> int:
        """The element begins what contents, outline or tab sheet name; in the order of
        `chapters.titles`. Returns the element."""
        self.anchors.append(element)
        return element

    def lines(
        self,
        words: Words | str,
        style: Type,
        width: float,
        element: int = ARTIFACT,
        *,
        lang: str = "",
    ) -> list[Line]:
        """Lines of a paragraph that runs as `lang` does, else as the one language of its runs, or
        that of its element."""
        runs = _runs(words)
        alone = runs[0].lang if len({run.lang for run in runs}) == 1 else ""
        lang = lang or alone or self.elements.speaks(element) or self.lang
        return self.breaker.lines(runs, style, width, rtl=is_right_to_left(lang), lang=lang)

    def marks(
        self,
        lines: Sequence[Line],
        words: Words | str,
        style: Type,
        element: int,
        x: float,
        baseline: float,
        *,
        width: float = 0.0,
        link: str | Place = "",
    ) -> list[tuple[Text, ...]]:
        """Texts of each line. With `width` the lines are flush with its end (`x` its beginning).

        Runs with a language or a link get an inline element of their own. A space follows the
        last word too, so that what comes next in the same element does not stick to it.
        """
        runs = _runs(words)
        inline: dict[int, tuple[int, str | Place]] = {}
        set_lines: list[tuple[Text, ...]] = []
        end = lines[-1].segments[-1] if lines and lines[-1].segments else None
        mirrors = self.mirrors
        for line in lines:
            shift = x + (width - line.width if width else 0.0)
            texts = []
            for part in line.segments:
                owner = inline.get(part.run)
                if owner is None:
                    owner = inline[part.run] = self._owner(runs[part.run], element, link)
                texts.append(
                    Text(
                        owner[0],
                        shift + (line.width - part.x - part.width if mirrors else part.x),
                        baseline,
                        part.width,
                        style.size,
                        style.colour,
                        part.words,
                        part.space or (part is end and element != ARTIFACT),
                        owner[1],
                    )
                )
            set_lines.append(tuple(texts))
            baseline += style.leading
        return set_lines

    def _owner(self, run: Run, element: int, link: str | Place) -> tuple[int, str | Place]:
        if run.href.startswith(LINKED) and element != ARTIFACT:
            tag = self.elements.add("Link", element, lang=run.lang, inline=True)
            return tag, run.href
        if run.lang and run.lang != self.elements.speaks(element) and element != ARTIFACT:
            return self.elements.add("Span", element, lang=run.lang, inline=True), link
        return element, link

    def fitted(self, text: str, style: Type, width: float) -> Type:
        """The style, smaller where the text would not fit into one line of `width` mm."""
        needed = self.breaker.width(text, style)
        if needed <= width:
            return style
        return replace(style, size=style.size * width / needed * 0.995)

    def single(
        self,
        text: str,
        style: Type,
        element: int,
        x: float,
        baseline: float,
        *,
        width: float,
        flush: str = "left",
        lang: str = "",
    ) -> tuple[Text, ...]:
        """One line, set smaller where it would not fit; `flush`: left (where lines begin, the
        other edge of a mirrored page), right or centre. `lang` as in `lines`."""
        text = _on_one_line(text)
        lines = self.lines(text, style, width, element, lang=lang)
        if not lines:
            return ()
        if len(lines) > 1:
            style = self.fitted(text, style, width)
            lines = self.lines(text, style, 10_000, element, lang=lang)
        left = x
        if flush == "right":
            left = x + width - lines[0].width
        elif flush == "centre":
            left = x + (width - lines[0].width) / 2
        return self.marks(lines, text, style, element, left, baseline)[0]


class Stack:
    """One column of a band: lines below each other at the steps of the style sheet."""

    def __init__(self, setter: Setter, x: float, width: float, baseline: float = 4.0) -> None:
        self.setter = setter
        self.x = x
        self.width = width
        self.pieces: list[Piece] = []
        self.last: float | None = None
        self._first = baseline

    @property
    def next(self) -> float:
        """Baseline of a line of 11 pt that would follow."""
        return self._first if self.last is None else self.last + LEADING

    def put(
        self,
        words: Words | str,
        style: Type,
        element: int,
        *,
        step: float | None = None,
        indent: float = 0.0,
        beside: Sequence[Mark] = (),
        flush_right: bool = False,
    ) -> float | None:
        """Add a text; `step` from the last baseline to its first (default: the style's own).

        `beside` stands with the first line. Returns the first baseline, None for an empty text.
        """
        lines = self.setter.lines(words, style, self.width - indent, element)
        if not lines:
            return None
        if self.last is None:
            baseline = self._first
        else:
            baseline = self.last + (style.leading if step is None else step)
        texts = self.setter.marks(
            lines,
            words,
            style,
            element,
            self.x + indent,
            baseline,
            width=self.width - indent if flush_right else 0.0,
        )
        rise, fall = style.leading * 0.75, style.leading * 0.25
        for number, line in enumerate(texts):
            at = baseline + number * style.leading
            extra = tuple(beside) if number == 0 else ()
            self.pieces.append(Piece(at - rise, at + fall, (*extra, *line)))
        self.last = baseline + (len(texts) - 1) * style.leading
        return baseline

    def under_title(self, words: Words | str, style: Type, element: int) -> float | None:
        """A 9 pt line: 5.33 below an 11 pt line, 4 below one of its own size."""
        step = style.leading
        if (
            self.pieces
            and self.pieces[-1].bottom - self.pieces[-1].top > (TABLE_LEADING + LEADING) / 2
        ):
            step = LEADING
        return self.put(words, style, element, step=step)

    def note(self, words: Words | str, element: int) -> float | None:
        return self.under_title(words, NOTE, element)

    def skip(self, distance: float) -> None:
        self.last = (self.last if self.last is not None else self._first) + distance

    def add(self, top: float, bottom: float, marks: Sequence[Mark]) -> None:
        """Something drawn between the lines."""
        self.pieces.append(Piece(top, bottom, tuple(marks)))

    def column(self) -> tuple[Piece, ...]:
        return tuple(self.pieces)


def _runs(words: Words | str) -> Words:
    return (plain(words),) if isinstance(words, str) else words


def _on_one_line(text: str) -> str:
    told = " ".join(text.split())
    return Lent(told, text.lang) if isinstance(text, Lent) else told
