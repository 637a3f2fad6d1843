"""Defects planted into a good file, to prove that the checkers would notice them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from pikepdf import Array, Name, Object, Pdf

Defect = Callable[[Pdf], None]


def elements(pdf: Pdf, tag: str) -> list[Object]:
    return [e for e in _walk(pdf.Root.StructTreeRoot.K[0]) if str(e.S) == f"/{tag}"]


def _walk(element: Object) -> Iterator[Object]:
    yield element
    kids = element.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if hasattr(kid, "get") and "/S" in kid:
            yield from _walk(kid)


def _no_language(pdf: Pdf) -> None:
    del pdf.Root["/Lang"]


def _no_alt(pdf: Pdf) -> None:
    del elements(pdf, "Figure")[0]["/Alt"]


def _unmarked_text(pdf: Pdf) -> None:
    name = str(next(iter(pdf.pages[0].obj.Resources.Font.keys())))
    pdf.pages[0].contents_add(f"BT {name} 9 Tf 90 90 Td <0024> Tj ET".encode())


def _no_scope(pdf: Pdf) -> None:
    for head in elements(pdf, "TH"):
        del head["/A"]


def _skipped_heading(pdf: Pdf) -> None:
    elements(pdf, "H2")[0].S = Name("/H4")


def _no_unicode_map(pdf: Pdf) -> None:
    for font in pdf.pages[0].obj.Resources.Font.values():
        del font["/ToUnicode"]


def _no_identification(pdf: Pdf) -> None:
    told = pdf.Root.Metadata.read_bytes()
    told = re.sub(rb"<pdfuaid:part>1</pdfuaid:part>", b"", told)
    pdf.Root.Metadata = pdf.make_stream(told, Type=Name.Metadata, Subtype=Name.XML)


def _no_output_intent(pdf: Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def _dangling_mcid(pdf: Pdf) -> None:
    elements(pdf, "P")[0].K = Array([999])


def _lost_paragraph(pdf: Pdf) -> None:
    sect = elements(pdf, "Sect")[-1]
    del sect.K[len(sect.K) - 1]


def _empty_head(pdf: Pdf) -> None:
    elements(pdf, "TH")[0].K = Array([])


def _wrong_parent(pdf: Pdf) -> None:
    elements(pdf, "P")[0].P = elements(pdf, "P")[1]


def _swapped_owners(pdf: Pdf) -> None:
    row = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    row[0], row[1] = row[1], row[0]


#: Found by veraPDF (profile UA-1 or 2a).
FOR_VERAPDF: dict[str, Defect] = {
    "no_language": _no_language,
    "no_alt": _no_alt,
    "unmarked_text": _unmarked_text,
    "no_scope": _no_scope,
    "skipped_heading": _skipped_heading,
    "no_unicode_map": _no_unicode_map,
    "no_identification": _no_identification,
    "no_output_intent": _no_output_intent,
}
#: Found by reading the tree back.
FOR_READBACK: dict[str, Defect] = {
    "no_language": _no_language,
    "no_alt": _no_alt,
    "unmarked_text": _unmarked_text,
    "no_scope": _no_scope,
    "dangling_mcid": _dangling_mcid,
    "lost_paragraph": _lost_paragraph,
    "empty_head": _empty_head,
    "wrong_parent": _wrong_parent,
    "swapped_owners": _swapped_owners,
}


def plant(defect: Defect, good: Path, target: Path) -> Path:
    with Pdf.open(good) as pdf:
        defect(pdf)
        pdf.save(target)
    return target
