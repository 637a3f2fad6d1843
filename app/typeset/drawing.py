"""Writes the content stream of a page: marked contents, text, paths; no choices are left."""

from __future__ import annotations

from app.typeset.binding import SetPage
from app.typeset.face import Face, Glyphs
from app.typeset.faces import Faces
from app.typeset.fonts import FontBook
from app.typeset.marks import ARTIFACT, Element, Shape, Text
from app.typeset.styles import POINT, SHEET_HEIGHT, Colour


class Pen:
    """Draws the pages of one document, one after the other."""

    def __init__(self, book: FontBook, elements: tuple[Element, ...], faces: Faces) -> None:
        self._book = book
        self._elements = elements
        self._faces = faces
        self._out: list[str] = []
        self._font: tuple[Face, float] | None = None
        self._colour: Colour | None = None
        self._in_text = False

    def page(self, page: SetPage) -> str:
        """Operators of a page (ISO 32000-1, 14.6 and 14.8.2)."""
        self._out = []
        self._font = self._colour = None
        self._in_text = False
        for sequence in page.sequences:
            if sequence.element == ARTIFACT:
                self._out.append("/Artifact BMC")
            else:
                tag = self._elements[sequence.element].tag
                self._out.append(f"/{tag}<</MCID {sequence.mcid}>>BDC")
            for placed in sequence.placed:
                for mark in placed.marks:
                    if isinstance(mark, Text):
                        self._text(mark, placed.x, placed.y)
                    else:
                        self._shape(mark, placed.x, placed.y)
            self._leave_text()
            self._out.append("EMC")
        return "\n".join(self._out)

    def _leave_text(self) -> None:
        if self._in_text:
            self._out.append("ET")
            self._in_text = False

    def _text(self, mark: Text, dx: float, dy: float) -> None:
        out = self._out
        if not self._in_text:
            out.append("BT")
            self._in_text = True
        if mark.colour is not self._colour:
            self._colour = mark.colour
            out.append(f"{mark.colour.value} rg")
        x = (dx + mark.x) / POINT
        y = (SHEET_HEIGHT - dy - mark.y) / POINT
        out.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        if not self._plain(mark):
            self._mixed(mark)

    def _plain(self, mark: Text) -> bool:
        """Words of one run and one face, nothing raised: a single operator.

        False where that cannot be, or a ligature would have to say two things in one file.
        """
        joined = self._faces.joined(mark.words)
        if joined is None:
            return False
        use = self._book.use(joined.face)
        agreed = [use.draws(glyphs) or glyphs.rtl for glyphs in joined.telling]
        if not all(agreed):
            return False
        self._select(joined.face, mark.size)
        use.gids |= joined.gids
        self._out.append(f"[{joined.code}{joined.space if mark.space else ''}]TJ")
        return True

    def _mixed(self, mark: Text) -> None:
        first = mark.words[0].glyphs[0].face if mark.words[0].glyphs else None
        last = len(mark.words) - 1
        for index, word in enumerate(mark.words):
            blank = first if index < last or mark.space else None
            for glyphs in word.glyphs[:-1]:
                self._piece(glyphs, mark.size, None)
            for glyphs in word.glyphs[-1:]:
                self._piece(glyphs, mark.size, blank)
            if not word.glyphs and blank is not None:
                self._piece(self._faces.space_in(blank), mark.size, None)

    def _piece(self, glyphs: Glyphs, size: float, blank: Face | None) -> None:
        """Draw a piece of a word and the space behind it, in the face `blank`.

        The space belongs to the text that is said instead: pdfium loses one that follows it.
        """
        agreed = self._book.use(glyphs.face).draws(glyphs)
        actual = glyphs.actual or ("" if agreed or glyphs.rtl else glyphs.text)
        if actual:
            whole = actual + " " if blank is not None else actual
            code = whole.encode("utf-16-be").hex().upper()
            self._out.append(f"/Span<</ActualText<FEFF{code}>>>BDC")
        self._draw(glyphs, size)
        if blank is not None:
            space = self._faces.space_in(blank)
            self._book.use(blank).draws(space)
            self._draw(space, size)
        if actual:
            self._out.append("EMC")

    def _draw(self, glyphs: Glyphs, size: float) -> None:
        self._select(glyphs.face, size)
        scale = size * glyphs.face.scale / 1000
        raised = False
        for rise, content in glyphs.lines:
            if rise or raised:
                self._out.append(f"{rise * scale:.2f} Ts")
                raised = bool(rise)
            self._out.append(f"[{content}]TJ")
        if raised:
            self._out.append("0 Ts")

    def _select(self, face: Face, size: float) -> None:
        if self._font != (face, size):
            self._font = (face, size)
            self._out.append(f"/{self._book.use(face).name} {size * face.scale:.4g} Tf")

    def _shape(self, shape: Shape, dx: float, dy: float) -> None:
        self._leave_text()
        x = (dx + shape.x) / POINT
        y = (SHEET_HEIGHT - dy - shape.y) / POINT
        scale = shape.scale / POINT
        across = -scale if shape.turned else scale
        parts = [f"q {across:.5f} 0 0 {-scale:.5f} {x:.2f} {y:.2f} cm"]
        if shape.fill:
            parts.append(f"{shape.fill.value} rg")
        if shape.stroke:
            parts.append(f"{shape.stroke.value} RG {shape.line / shape.scale:.3f} w")
            if shape.element != ARTIFACT:
                parts.append("1 J 1 j")
        painted = ("B" if shape.stroke else "f") if shape.fill else "S"
        if shape.even_odd and shape.fill:
            painted += "*"
        parts += [shape.path, painted, "Q"]
        self._out.append(" ".join(parts))
