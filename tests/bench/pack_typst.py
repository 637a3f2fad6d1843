"""The pack by typst, which writes PDF/UA-1 too."""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict
from functools import cache
from io import BytesIO
from pathlib import Path

import segno
import typst

from tests.bench.pack_content import HEADS, TITLE, Pack
from tests.bench.pack_ours import FONTS

_TEMPLATE = """
#set document(title: "Willkommensmappe")
#let pack = json(bytes(sys.inputs.pack))
#set text(lang: "de", font: "Noto Sans", size: 11pt)
#set page(
  paper: "a4", margin: (x: 23mm, y: 26mm), header: text(9pt)[Stadt Musterhausen],
  footer: context align(right, text(9pt)[
    Seite #counter(page).display() von #counter(page).final().first()
  ]),
)
#for line in pack.address [#line \\ ]
= #pack.title
#for text in pack.letter [#text

]
#pagebreak()
#outline(title: [Inhalt])
#pagebreak()
#for (i, section) in pack.sections.enumerate() [
= #section.title
#image(bytes(pack.images.at(i)), format: "svg", width: 18mm, alt: "QR-Code")
#for (title, paragraphs) in section.parts [
== #title
#for text in paragraphs [#text

]
]
#if calc.rem(i, 3) == 2 {
  set text(9pt)
  let rows = pack.tables.at(calc.div-euclid(i, 3))
  table(
    columns: (38mm, 50mm, 30mm, 34mm), inset: 4pt, stroke: .3pt,
    table.header(..pack.heads), ..rows.flatten(),
  )
}
]
= Checkliste
#for text in pack.checks [#box(width: 3mm, height: 3mm, stroke: 1pt) #h(2mm) #text

]
"""


@cache
def _compiler() -> typst.Compiler:
    room = Path(tempfile.mkdtemp(prefix="pack-"))
    template = room / "pack.typ"
    template.write_text(_TEMPLATE, encoding="utf-8")
    return typst.Compiler(
        str(template), font_paths=[str(FONTS / "noto-sans")], ignore_system_fonts=True
    )


def build(pack: Pack) -> bytes:
    values = asdict(pack) | {
        "title": TITLE,
        "heads": HEADS,
        "images": [_image(code) for code in pack.codes],
    }
    made = _compiler().compile(
        format="pdf", sys_inputs={"pack": json.dumps(values)}, pdf_standards=["ua-1"]
    )
    if not isinstance(made, bytes):
        raise TypeError(type(made).__name__)
    return made


def _image(code: str) -> str:
    target = BytesIO()
    made = segno.make(code, error="m", mask=3, boost_error=False)
    made.save(target, kind="svg", border=0)
    return target.getvalue().decode("utf-8")
