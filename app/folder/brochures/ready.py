"""Makes a PDF of others ready for folders: opened, cleaned, and told how its pages are read.

A ready file holds pages, their tags, links and outline, and nothing else; its pages can be taken
into a folder without being looked at again (`insertion`).
"""

from __future__ import annotations

import hashlib

import pikepdf
import pypdfium2

from app.errors import Reason, Refused
from app.folder.brochures import letters, tagging
from app.folder.brochures.boxes import Box, box_of
from app.folder.brochures.cleaning import Cleaned, clean, harmless
from app.folder.brochures.links import Targets, outline
from app.folder.brochures.making import Maker, Told, saved
from app.folder.brochures.opening import opened
from app.folder.brochures.proof import holds_nothing_active
from app.records.brochures import BrochureFacts, BrochureFound, Caution, Treatment

_FAULTS = (
    pikepdf.PdfError,
    pikepdf.ForeignObjectError,
    tagging.Unsound,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    IndexError,
    OverflowError,
    RuntimeError,
    RecursionError,
)
"""What qpdf and broken objects may raise while a file is looked through."""
_TALLEST, _WIDEST = 303.0, 216.0


def ready(
    data: bytes, password: str = "", told: Told = lambda _done, _total: None
) -> BrochureFound:
    """Look through a file and make it ready; `told` hears of pages that are drawn. Raises
    `Refused` as `opening.opened` does."""
    pdf = opened(data, password)
    cautions = _cautions(pdf, password)
    try:
        title = " ".join(str(pdf.docinfo.get("/Title", "")).split())[:200]
        tagged, language = tagging.is_tagged(pdf), tagging.language_of(pdf.Root)
        targets = Targets(pdf)
        entries = outline(pdf, targets)
        cleaned = clean(pdf, targets)
        boxes = [box_of(page.obj) for page in pdf.pages]
    except _FAULTS as error:
        raise Refused(Reason.BROCHURE_BROKEN, "file") from error
    if any(
        (b.shown[0] > _WIDEST and b.shown[1] > _WIDEST) or max(b.shown) > _TALLEST for b in boxes
    ):
        cautions.add(Caution.SMALL_PRINT)
    content, treatment = _treated(pdf, data, cleaned, boxes, entries, cautions, told)
    if treatment is not Treatment.TAGGED:
        cautions.add(Caution.NOT_ACCESSIBLE)
    facts = BrochureFacts(
        pages=len(boxes),
        sizes=tuple((round(box.shown[0], 1), round(box.shown[1], 1)) for box in boxes),
        tagged=tagged,
        treatment=treatment,
        removed=frozenset(cleaned.removed),
        cautions=frozenset(cautions),
        title=title,
        language=language,
    )
    return BrochureFound(content, facts)


def _cautions(pdf: pikepdf.Pdf, password: str) -> set[Caution]:
    found = set()
    if pdf.get_warnings():
        found.add(Caution.REPAIRED)
    if pdf.is_encrypted and not password:
        found.add(Caution.OWNER_LOCK)
    return found


def _treated(
    pdf: pikepdf.Pdf,
    data: bytes,
    cleaned: Cleaned,
    boxes: list[Box],
    entries: list[tuple[int, str, int]],
    cautions: set[Caution],
    told: Told,
) -> tuple[bytes, Treatment]:
    """The best way that is proven: its tags, else figures of its lines, else pictures."""
    seen, tagged = saved(pdf), tagging.is_tagged(pdf)
    prefix = hashlib.sha256(data).hexdigest()[:10]
    work = Maker(pdf, cleaned, boxes, entries)
    try:
        if cleaned.layered:
            cautions.add(Caution.LAYERED)
        elif not letters.all_sound(pdf):
            cautions.add(Caution.FONTS_MISSING)
        else:
            harmless(pdf)
            if tagged:
                try:
                    return _proven(work.tagged(prefix, cautions)), Treatment.TAGGED
                except _FAULTS:
                    cautions.discard(Caution.PICTURES_UNDESCRIBED)
                    cautions.add(Caution.TAGS_UNSOUND)
            work = Maker(pdf, cleaned, boxes, entries)
            return _proven(work.figures()), Treatment.FIGURE
    except _FAULTS:
        pass
    try:
        return _proven(work.drawn(seen, told)), Treatment.DRAWN
    except (*_FAULTS, pypdfium2.PdfiumError, OSError, MemoryError) as error:
        raise Refused(Reason.BROCHURE_BROKEN, "file") from error


def _proven(content: bytes) -> bytes:
    """The ready file, opened again: it has nothing active and can be read. Raises ValueError."""
    if not holds_nothing_active(content):
        raise ValueError("active content")
    return content
