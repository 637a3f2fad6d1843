"""What a row explains below its title: paragraphs of 9 pt, then the law mark with its words."""

from __future__ import annotations

from collections.abc import Sequence

from app.typeset import shapes, styles
from app.typeset.elements import Elements
from app.typeset.flow import Piece
from app.typeset.inline import LawMark, Words
from app.typeset.marks import ARTIFACT, Mark
from app.typeset.setter import LAW_STEP, Setter, Stack
from app.typeset.styles import TABLE_LEADING, Colour

_BESIDE_SIGN = 5.0


class Explained:
    """Paragraphs and mark of one row, to be measured in any width and set in one.

    Made when the row's title is set, so that they are read after it: each has an element in `cell`.
    """

    def __init__(
        self,
        lines: Sequence[Words],
        mark: LawMark | None,
        mark_words: str,
        setter: Setter,
        cell: int,
        lang: str = "",
    ) -> None:
        self._setter = setter
        elements: Elements = setter.elements
        self._texts = [(words, elements.add("P", cell, lang=lang)) for words in lines]
        self._mark = mark if mark_words else None
        self._mark_words = mark_words
        self._mark_style = styles.TABLE_BOLD if mark is LawMark.LAW else styles.TABLE
        self._mark_element = elements.add("P", cell) if self._mark else ARTIFACT

    def __bool__(self) -> bool:
        return bool(self._texts) or self._mark is not None

    def depth(self, width: float) -> float:
        """From the first baseline to the last, mm."""
        lines = sum(
            len(self._setter.lines(text, styles.TABLE, width, element))
            for text, element in self._texts
        )
        depth = max(lines - 1, 0) * TABLE_LEADING
        if self._mark is None:
            return depth
        room = width - _BESIDE_SIGN
        marked = self._setter.lines(self._mark_words, self._mark_style, room, self._mark_element)
        more = len(marked) - 1
        return depth + (LAW_STEP if lines else 0.0) + more * TABLE_LEADING

    def column(self, x: float, baseline: float, width: float) -> tuple[Piece, ...]:
        """The lines from this first baseline on; the mark 4.67 below the last paragraph."""
        stack = Stack(self._setter, x, width, baseline)
        for text, element in self._texts:
            stack.put(text, styles.TABLE, element)
        if self._mark is not None:
            at = baseline if stack.last is None else stack.last + LAW_STEP
            stack.put(
                self._mark_words,
                self._mark_style,
                self._mark_element,
                step=LAW_STEP,
                indent=_BESIDE_SIGN,
                beside=sign(self._setter, x, at, self._mark),
            )
        return stack.column()


def sign(setter: Setter, x: float, baseline: float, mark: LawMark) -> tuple[Mark, ...]:
    """The solid § of the law, or the open ring of advice."""
    drawn = shapes.law_sign(x, baseline, mark)
    if mark is LawMark.ADVICE:
        return (drawn,)
    letter = styles.Type(8.5, 4, bold=True, colour=Colour.WHITE)
    return (
        drawn,
        *setter.single("§", letter, ARTIFACT, x, baseline - 0.15, width=3.6, flush="centre"),
    )
