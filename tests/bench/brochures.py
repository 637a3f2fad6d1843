"""A folder with five mixed brochures beside the same folder without them."""

from __future__ import annotations

import gc
import hashlib
import statistics
import time

from app.folder.brochures.ready import ready
from app.folder.build import preview
from app.folder.editions import Extras
from app.records.brochures import BrochureDraft, PrintedBrochure
from app.records.compositions import STANDARD, ChapterChoice, ChapterKind, Composition
from tests.folder import brochure_makers as makers
from tests.folder.makers import RESOURCES, make_contents, phrases

MIXED = (makers.tagged, makers.locked, makers.truncated, makers.malicious, makers.foreign)


def run(rounds: int = 9) -> str:
    """Medians over `rounds`, with and without in turn; printable."""
    brochures = tuple(_printed(number, make()) for number, make in enumerate(MIXED, 1))
    chapters = tuple(ChapterChoice(ChapterKind.BROCHURE, brochure=each.id) for each in brochures)
    composition = Composition((*STANDARD.chapters, *chapters))
    sides = (Extras(composition=composition), Extras(composition=composition, brochures=brochures))
    contents, said, fonts = make_contents(), phrases(), RESOURCES / "fonts"
    times: tuple[list[float], list[float]] = ([], [])
    for round_ in range(-1, rounds):
        for kept, extras in zip(times, sides, strict=True):
            gc.collect()
            start = time.perf_counter()
            preview(contents, said, fonts, extras=extras)
            if round_ >= 0:
                kept.append(time.perf_counter() - start)
    alone, together = (statistics.median(each) for each in times)
    pages = sum(each.pages for each in brochures)
    return (
        f"folder alone {alone * 1000:.1f} ms, with {len(brochures)} brochures of {pages} pages"
        f" {together * 1000:.1f} ms: {(together - alone) * 1000:.1f} ms more,"
        f" {together / alone:.2f}x"
    )


def _printed(number: int, data: bytes) -> PrintedBrochure:
    found = ready(data)
    key = hashlib.sha256(found.content).hexdigest()
    draft = BrochureDraft(f"Heft {number}", "de", "Ein Heft")
    facts = found.facts
    return PrintedBrochure(number, draft, facts.pages, facts.treatment, key, found.content)
