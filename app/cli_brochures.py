"""The terminal's commands for other people's PDFs: take one in, list those the office keeps."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.grammar import Exit
from app.progress import finish
from app.records.brochures import BrochureDraft, BrochureRow
from app.terminal import Terminal, as_json, desk_on, say_unrecorded


def brochure(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    """Look a PDF through and keep it cleaned."""
    draft = BrochureDraft(call.title, call.language, call.alt, call.publisher)
    with desk_on(terminal, file) as desk:
        found = finish(desk.brochures.open(call.source, call.password))
        for line in terminal.wording.brochure(found.facts):
            terminal.say(line)
        done = desk.brochures.add(found, draft)
        kept = next(row for row in desk.brochures.all() if str(row.id) == done.facts["id"])
    terminal.say(terminal.wording.done(done))
    terminal.print(as_json(_facts(kept)) if call.json else str(kept.id))
    return Exit.DONE


def brochures(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    """List what the office keeps, archived ones last."""
    with desk_on(terminal, file) as desk:
        rows = desk.brochures.all()
        say_unrecorded(terminal, desk.transactions.file)
    if call.json:
        terminal.print(as_json({"count": len(rows), "rows": list(map(_facts, rows))}))
        return Exit.DONE
    for row in rows:
        archived = "archiviert" if row.archived_on else ""
        parts = (str(row.id), row.draft.title, row.draft.language, f"{row.pages} S.", archived)
        terminal.print("\t".join(parts))
    terminal.say(f"{len(rows)} Broschüren")
    return Exit.DONE


def _facts(row: BrochureRow) -> dict[str, object]:
    return {
        "id": row.id,
        "title": row.draft.title,
        "language": row.draft.language,
        "alt": row.draft.alt,
        "publisher": row.draft.publisher,
        "pages": row.pages,
        "treatment": row.treatment.value,
        "removed": sorted(each.value for each in row.removed),
        "added": row.added_on.isoformat(),
        "archived": row.archived_on.isoformat() if row.archived_on else None,
    }
