"""A folder of 24 pages: set and written warm, and from a change to the pages that show it."""

from __future__ import annotations

import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf

from app.content.languages import OFFICE_LANGUAGE
from app.desk import Desk
from app.folder.build import preview
from app.progress import finish
from app.records.compositions import STANDARD, ChapterKind, Composition, Option
from tests.every_language import example

FAMILY = 6
KINDS = (
    ChapterKind.COVER,
    ChapterKind.LETTER,
    ChapterKind.PEOPLE,
    ChapterKind.CHECKLIST,
    ChapterKind.DOCUMENTS,
    ChapterKind.OFFICES,
    ChapterKind.ARRIVING,
    ChapterKind.STAND,
)


def run(rounds: int = 9) -> str:
    """Medians; the change is an option of a chapter, seen as the window sees it: stored, gathered,
    set, written. Printable."""
    with tempfile.TemporaryDirectory() as room:
        desk = example(Path(room))
        fonts = Path(room) / "resources" / "fonts"
        lines = [
            f"{'folder':<34}{'pages':>6}{'set and written':>17}{'a page':>9}{'change seen':>13}"
        ]
        short = Composition(
            tuple(
                replace(each, printed=each.kind in KINDS, options=each.options - {Option.SPINE})
                for each in STANDARD.chapters
            ),
            tab_sheets=False,
        )
        asked = (
            ("short, without tab sheets", short, False),
            ("all chapters", STANDARD, False),
            ("all chapters, Arabic and German", STANDARD, True),
        )
        for name, composition, both in asked:
            language = "ar" if both else OFFICE_LANGUAGE
            desk.compositions.compose(FAMILY, composition)
            edition, extras = desk.folders._editions.of(
                FAMILY, language, composition, bilingual=both, notice=True
            )
            data: list[bytes] = []

            def build(edition=edition, extras=extras, data=data) -> None:
                data[:] = [preview(edition.contents, edition.phrases, fonts, extras=extras)]

            built = _median(build, rounds)
            with pikepdf.open(BytesIO(data[0])) as pdf:
                pages = len(pdf.pages)
            seen = _median(_change(desk, composition, language, both=both), rounds)
            lines.append(
                f"{name:<34}{pages:>6}{built * 1000:>15.1f}ms{built / pages * 1000:>7.2f}ms"
                f"{seen * 1000:>11.0f}ms"
            )
        desk.close()
        return "\n".join(lines)


def _change(
    desk: Desk, composition: Composition, language: str, *, both: bool
) -> Callable[[], None]:
    """Switch an option to and fro, each time with its pages."""
    checklist = composition.choice(ChapterKind.CHECKLIST)
    other = composition.with_choice(
        replace(checklist, options=checklist.options ^ {Option.OPEN_ONLY})
    )
    turns = [other, composition]

    def change() -> None:
        turns.reverse()
        desk.compositions.compose(FAMILY, turns[0])
        finish(desk.folders.seen(FAMILY, language, bilingual=both))

    return change


def _median(work: Callable[[], None], rounds: int) -> float:
    times = []
    for _ in range(rounds + 1):
        gc.collect()
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])
