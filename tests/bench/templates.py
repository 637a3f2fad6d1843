"""A changed rule over ten thousand households: whom it affects, and storing it."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.bench.households import TODAY, households_file

if TYPE_CHECKING:
    from app.services.transactions import Transactions

HOUSEHOLDS = 10_000
TEMPLATE = "anmeldung_wohnsitz"


def run(rounds: int) -> str:
    """Seconds for ten thousand households, beside a run that reads the same rows and does nothing
    with them."""
    from app.desk import open_desk
    from app.paths import resources
    from app.progress import finish
    from db.file import open_file

    with TemporaryDirectory() as folder:
        path = households_file(Path(folder), HOUSEHOLDS)
        desk = open_desk(open_file(path), resources(), lambda: TODAY, "Messung")
        draft = replace(desk.templates.draft(TEMPLATE), offset="P10D")
        floors, previews, counts = [], [], []
        affected = 0
        for _ in range(max(1, rounds // 3)):
            floors.append(_floor(desk.transactions))
            began = time.perf_counter()
            affected = len(finish(desk.templates.preview(draft, TODAY)).affected)
            previews.append(time.perf_counter() - began)
            began = time.perf_counter()
            finish(desk.templates.applying(draft))
            counts.append(time.perf_counter() - began)
        began = time.perf_counter()
        desk.templates.save(draft, TODAY)
        saved = time.perf_counter() - began
        began = time.perf_counter()
        renewed = finish(desk.plan.refresh())
        refreshed = time.perf_counter() - began
        desk.close()
    floor, preview = median(floors), median(previews)
    return (
        f"Vorlage geändert, {HOUSEHOLDS} Haushalte: Vorschau {preview:.1f} s (Ziel ≤ 10), "
        f"{preview / floor:.1f}-mal so lange wie das Lesen allein ({floor:.1f} s), "
        f"{affected} betroffen; „gilt für“ {median(counts):.1f} s; gespeichert in {saved:.1f} s; "
        f"danach alle neu bewertet {refreshed:.1f} s, {renewed} geändert"
    )


def _floor(transactions: Transactions) -> float:
    """Seconds to read the same rows, as a preview reads them."""
    from app.services import template_effects
    from db.repositories import cases, template_steps, templates

    began = time.perf_counter()
    with transactions.reading() as session:
        wanted = cases.running_ids(session)
        for start in range(0, len(wanted), template_effects.CHUNK):
            chunk = wanted[start : start + template_effects.CHUNK]
            templates.every_held(session)
            template_steps.of_templates(session, chunk, (TEMPLATE,))
            template_effects.read(session, chunk)
    return time.perf_counter() - began
