"""The pack by ReportLab's Platypus: two passes for the contents, untagged, codes as one path."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import segno
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)
from reportlab.platypus.tableofcontents import TableOfContents

from tests.bench.pack_content import HEADS, TITLE, Pack
from tests.bench.pack_ours import FONTS

for _name, _file in (("Pack", "NotoSans-Regular.ttf"), ("Pack-Bold", "NotoSans-Bold.ttf")):
    pdfmetrics.registerFont(TTFont(_name, str(FONTS / "noto-sans" / _file)))
_TEXT = ParagraphStyle("text", fontName="Pack", fontSize=11, leading=15.1, spaceAfter=8)
_H1 = ParagraphStyle("h1", _TEXT, fontName="Pack-Bold", fontSize=13, leading=18, spaceBefore=11)
_H2 = ParagraphStyle("h2", _TEXT, fontName="Pack-Bold", spaceBefore=6)
_GRID = [
    ("FONT", (0, 0), (-1, -1), "Pack", 9, 11.3),
    ("FONT", (0, 0), (-1, 0), "Pack-Bold", 9, 11.3),
    ("LINEBELOW", (0, 0), (-1, -1), 0.4, "#7D7D7D"),
]


class _Counted(Canvas):  # type: ignore[misc]
    """Page x of y: pages are kept and numbered when the last is known."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802
        self._kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for page in self._kept:
            self.__dict__.update(page)
            self.setFont("Pack", 9)
            text = f"Seite {self._pageNumber} von {len(self._kept)}"
            self.drawRightString(189 * mm, 13 * mm, text)
            super().showPage()
        super().save()


class _Code(Flowable):  # type: ignore[misc]
    def __init__(self, code: str) -> None:
        super().__init__()
        self._matrix = segno.make(code, error="m", mask=3, boost_error=False).matrix
        self.width = self.height = 18 * mm

    def wrap(self, *_: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        side = self.width / len(self._matrix)
        path = self.canv.beginPath()
        for y, row in enumerate(self._matrix):
            x = 0
            while x < len(row):
                start = x
                while x < len(row) and row[x]:
                    x += 1
                if x > start:
                    top = self.height - (y + 1) * side
                    path.rect(start * side, top, (x - start) * side, side)
                x += 1
        self.canv.drawPath(path, stroke=0, fill=1)


class _Box(Flowable):  # type: ignore[misc]
    def wrap(self, *_: float) -> tuple[float, float]:
        return 3 * mm, 3 * mm

    def draw(self) -> None:
        self.canv.rect(0, 0, 3 * mm, 3 * mm)


class _Template(BaseDocTemplate):  # type: ignore[misc]
    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802
        if getattr(flowable, "style", None) in (_H1, _H2):
            level = 0 if flowable.style is _H1 else 1
            key = f"h{id(flowable)}"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(flowable.getPlainText(), key, level, 0)
            self.notify("TOCEntry", (level, flowable.getPlainText(), self.page, key))


def _head(canvas: Canvas, _template: BaseDocTemplate) -> None:
    canvas.setFont("Pack", 9)
    canvas.drawString(25 * mm, 284 * mm, "Stadt Musterhausen")


def build(pack: Pack) -> bytes:
    contents = TableOfContents()
    contents.levelStyles = [_TEXT, ParagraphStyle("toc", _TEXT, leftIndent=15)]
    story: list[Flowable] = [
        Paragraph("<br/>".join(pack.address), _TEXT),
        Spacer(0, 60),
        Paragraph(TITLE, _H1),
        *(Paragraph(text, _TEXT) for text in pack.letter),
        PageBreak(),
        Paragraph("Inhalt", _H2),
        contents,
        PageBreak(),
    ]
    for index, section in enumerate(pack.sections):
        story += [Paragraph(section.title, _H1), _Code(pack.codes[index])]
        for title, paragraphs in section.parts:
            story.append(Paragraph(title, _H2))
            story += [Paragraph(text, _TEXT) for text in paragraphs]
        if index % 3 == 2:
            rows = [HEADS, *pack.tables[index // 3]]
            widths = [38 * mm, 62 * mm, 30 * mm, 34 * mm]
            story.append(Table(rows, colWidths=widths, repeatRows=1, style=_GRID))
    story.append(Paragraph("Checkliste", _H1))
    story += [
        Table([[_Box(), Paragraph(text, _TEXT)]], colWidths=[5 * mm, 159 * mm])
        for text in pack.checks
    ]
    target = BytesIO()
    template = _Template(target, pagesize=A4, initialFontName="Pack", title=TITLE, lang="de")
    frame = Frame(25 * mm, 25 * mm, 164 * mm, 244 * mm, id="area")
    template.addPageTemplates([PageTemplate("page", [frame], onPage=_head)])
    template.multiBuild(story, canvasmaker=_Counted)
    return target.getvalue()
