"""Whole folders of one family: each language against German, a pair against one language, and the
memory of a process that makes a thousand."""

from __future__ import annotations

import gc
import statistics
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from app.content.languages import OFFICE_LANGUAGE, PROGRAM_LANGUAGES
from app.folder.build import preview
from tests.every_language import example

FAMILY = 3
FOLDERS = 1_000
PAGE = 4096


def run(rounds: int = 9) -> str:
    """Medians over `rounds`, each time as a share of German's in the same round; printable."""
    with tempfile.TemporaryDirectory() as room:
        desk = example(Path(room))
        fonts = Path(room) / "resources" / "fonts"
        sides = (False, True)
        made = {
            (language, bilingual): desk.folders._editions.of(
                FAMILY, language, bilingual=bilingual, notice=True
            )
            for language in PROGRAM_LANGUAGES
            for bilingual in sides
        }
        desk.close()

        def build(which: tuple[str, bool]) -> bytes:
            edition, extras = made[which]
            return preview(edition.contents, edition.phrases, fonts, extras=extras)

        lines = [f"{'folder':<14}{'alone':>9}{'of German':>11}{'beside':>9}{'of alone':>10}"]
        times = _times(build, made, rounds)
        german = times[OFFICE_LANGUAGE, False]
        for language in PROGRAM_LANGUAGES:
            alone, pair = times[language, False], times[language, True]
            lines.append(
                f"{language:<14}{statistics.median(alone) * 1000:>7.1f}ms"
                f"{_ratio(alone, german):>10.2f}x{statistics.median(pair) * 1000:>7.1f}ms"
                f"{_ratio(pair, alone):>9.2f}x"
            )
        held = [f"{number}: {size:.0f} MB" for number, size in _memory(build, list(made))]
        return "\n".join((*lines, f"memory after folders {', '.join(held)}"))


def _times(build, made, rounds: int) -> dict[tuple[str, bool], list[float]]:
    times: dict[tuple[str, bool], list[float]] = {which: [] for which in made}
    for round_ in range(-1, rounds):
        for which in made:
            gc.collect()
            start = time.perf_counter()
            build(which)
            if round_ >= 0:
                times[which].append(time.perf_counter() - start)
    return times


def _ratio(times: list[float], others: list[float]) -> float:
    return statistics.median(one / other for one, other in zip(times, others, strict=True))


def _memory(build, which: list[tuple[str, bool]]) -> list[tuple[int, float]]:
    """Resident megabytes of the process after so many folders, the languages in turn."""
    held = []
    for number, each in enumerate(islice(cycle(which), FOLDERS), start=1):
        build(each)
        if number in (100, 250, 500, FOLDERS):
            held.append((number, _resident()))
    return held


def _resident() -> float:
    pages = Path("/proc/self/statm").read_text("ascii").split()[1]
    return int(pages) * PAGE / 2**20
