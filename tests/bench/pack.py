"""A 14-page pack: our engine against typst and Platypus, judged by the same veraPDF run."""

from __future__ import annotations

import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf

from tests.bench import pack_ours, pack_platypus, pack_typst
from tests.bench.pack_content import Pack, made, varied
from tests.verapdf.engine import verapdf

ENGINES: dict[str, Callable[[Pack], bytes]] = {
    "ours": pack_ours.build,
    "typst": pack_typst.build,
    "platypus": pack_platypus.build,
}


def run(rounds: int = 9) -> str:
    """Interleaved medians over `rounds`, the data changed before each build; printable text."""
    times: dict[str, list[float]] = {name: [] for name in ENGINES}
    files: dict[str, bytes] = {}
    pack = made()
    for round_ in range(-1, rounds):
        pack = varied(pack, round_)
        for name, build in ENGINES.items():
            gc.collect()
            start = time.perf_counter()
            files[name] = build(pack)
            spent = time.perf_counter() - start
            if round_ >= 0:
                times[name].append(spent)
    verdicts = _verdicts(files)
    medians = {name: statistics.median(spent) for name, spent in times.items()}
    lines = [f"{'engine':<10}{'ms/pack':>9}{'pages':>7}{'bytes':>9}{'ours is':>9}  UA-1"]
    for name, median in medians.items():
        ratio = statistics.median(
            other / ours for other, ours in zip(times[name], times["ours"], strict=True)
        )
        lines.append(
            f"{name:<10}{median * 1000:>9.1f}{_pages(files[name]):>7}{len(files[name]):>9}"
            f"{ratio:>8.1f}x  {verdicts[name]}"
        )
    return "\n".join(lines)


def _verdicts(files: dict[str, bytes]) -> dict[str, str]:
    with tempfile.TemporaryDirectory() as room:
        paths = {name: Path(room) / f"{name}.pdf" for name in files}
        for name, content in files.items():
            paths[name].write_bytes(content)
        findings = verapdf(paths.values(), profiles=("ua1",))
        broken = {finding.file for finding in findings}
        return {name: "FAIL" if str(path) in broken else "PASS" for name, path in paths.items()}


def _pages(content: bytes) -> int:

    with pikepdf.open(BytesIO(content)) as pdf:
        return len(pdf.pages)
