"""A batch of folders: one process, then one a core, against the same folders made one after the
other without any."""

from __future__ import annotations

import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from app.folder.batch import Batch, Wanted, processes
from app.progress import finish
from app.records.batches import BatchOrder
from app.records.folders import FolderMade
from tests.every_language import FAMILIES, example

LANGUAGES = ("de", "en", "ar", "vi", "pl", "uk", "tr", "fr", "es", "ro")


def run(rounds: int = 3) -> str:
    """Medians over at most three rounds; the start of the processes is in them."""
    with tempfile.TemporaryDirectory() as room:
        desk = example(Path(room))
        workers = processes(len(FAMILIES) * len(LANGUAGES))
        ways = {"no process": 0, "1 process": 1, f"{workers} processes": workers}
        times: dict[str, list[float]] = {way: [] for way in ways}
        for number in range(min(rounds, 3)):
            for way, count in ways.items():
                out = Path(room) / f"{number}-{count}"
                start = time.perf_counter()
                _made(desk, out, count)
                times[way].append(time.perf_counter() - start)
        desk.close()
    folders = len(FAMILIES) * len(LANGUAGES)
    alone = times["1 process"]
    lines = [f"{folders} folders{'':<8}{'a folder':>10}{'of 1 process':>14}"]
    for way, taken in times.items():
        ratio = statistics.median(one / other for one, other in zip(alone, taken, strict=True))
        each = statistics.median(taken) / folders
        lines.append(f"{way:<18}{each * 1000:>8.1f}ms{ratio:>13.2f}x")
    return "\n".join(lines)


def _made(desk, out: Path, workers: int) -> None:
    """Every family in every language, as one batch or one by one."""
    wanted = [(case, language) for case in FAMILIES for language in LANGUAGES]
    out.mkdir(parents=True)
    if not workers:
        for case, language in wanted:
            finish(desk.folders.save(case, language, out / f"{case}-{language}.pdf"))
        return

    def gather(number: int) -> Wanted:
        case, language = wanted[number - 1]
        made = desk.folder_batches.gathered(case, out, BatchOrder(language))[1]
        return replace(made, case=number)

    batch = Batch(desk.folders._fonts, workers)
    built = [made for case, made in batch.built(iter(range(1, len(wanted) + 1)), gather) if case]
    batch.close()
    assert all(isinstance(each, FolderMade) for each in built)
