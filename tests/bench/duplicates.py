"""Looking for duplicates among 100,000 providers, against folding their names alone."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import quantiles

from app.exchange.mapping import read_mapping
from app.exchange.providers import read_rows_as_providers
from app.exchange.sources import open_source
from app.progress import finish
from app.records.providers import ProviderDraft
from app.rules.duplicates import Index
from app.rules.provider_names import folded

ROOT = Path(__file__).parent.parent.parent
DATA = ROOT.parent / "shared" / "data"
LISTS = (
    ("kitas_schleswig_holstein", "kitas_schleswig_holstein/kitas.json"),
    ("schools_lower_saxony", "schools_lower_saxony/schools.json"),
)
WANTED, ASKED = 100_000, 3_000
COPIES = "abcdefghijklmnopqrst"


def run(_rounds: int) -> str:
    """Seconds of this process for the whole, milliseconds for one record; once, it is long."""
    if not DATA.exists():
        return "Doppelte Anbieter: ../shared/data fehlt"
    listed = _many([draft for name, path in LISTS for draft in _read(name, path)])
    began = time.process_time()
    for draft in listed:
        folded(draft.organisation)
    floor = time.process_time() - began

    index = Index()
    began = time.process_time()
    for number, draft in enumerate(listed):
        index.add(number, draft)
    added = time.process_time() - began
    pairs = sum(map(len, index.pairs()))
    whole = time.process_time() - began

    spans = []
    for draft in listed[:: len(listed) // ASKED]:
        began = time.process_time()
        index.likely(draft)
        spans.append((time.process_time() - began) * 1_000)
    cuts = quantiles(spans, n=100)
    return (
        f"Doppelte unter {len(listed)} Anbietern: {whole:.1f} s, davon einordnen {added:.1f} s, "
        f"{pairs} Paare; nur die Namen falten {floor:.1f} s ({whole / floor:.1f} ×); ein Anbieter "
        f"gegen alle p50 {cuts[49]:.2f}, p99 {cuts[98]:.2f} ms (Ziel < 2)"
    )


def _read(name: str, path: str) -> tuple[ProviderDraft, ...]:
    file = ROOT / "resources" / "mappings" / f"{name}.toml"
    mapping, _ = read_mapping(file.name, file.read_bytes())
    assert mapping is not None
    source = finish(open_source((DATA / path).read_bytes(), path))
    return finish(read_rows_as_providers(source, mapping)).drafts


def _many(drafts: Sequence[ProviderDraft]) -> list[ProviderDraft]:
    """The real lists again and again, each time in other towns with other numbers."""
    return [
        replace(
            draft,
            town=f"{draft.town}{letter}",
            postcode=f"{(int(draft.postcode or 0) * 7 + at * 4_567) % 90_000 + 10_000}",
            phone=f"{draft.phone[:-2]}{at:02}{number % 100:02}" if draft.phone else "",
            latitude=None if draft.latitude is None else draft.latitude + at * 0.3,
        )
        for at, letter in enumerate(COPIES)
        for number, draft in enumerate(drafts)
    ][:WANTED]
