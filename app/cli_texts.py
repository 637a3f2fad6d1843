"""The terminal's command for printed texts: how a language stands, its files out and in."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.grammar import Exit
from app.records.wordings import Progress, Standing, TextRow, TextsRead, Wording
from app.terminal import Terminal, as_json, desk_on, say_unrecorded

if TYPE_CHECKING:
    from app.desk import Desk


def texts(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    """List the texts of a language, write its files, or read them."""
    wrong = _wrong(call)
    if wrong:
        terminal.say(f"Falscher Aufruf: {wrong}")
        return Exit.WRONG_CALL
    with desk_on(terminal, file) as desk:
        if call.read is not None:
            return _read(call, terminal, desk)
        if call.write is not None:
            made = desk.wordings.export(call.language, call.write, everything=call.all)
            for path in made.paths:
                terminal.print(str(path))
            terminal.say(f"Texte geschrieben: {made.count}")
            return Exit.DONE
        rows = desk.wordings.texts(call.language).rows
        progress = desk.wordings.progress(call.language)
        say_unrecorded(terminal, desk.transactions.file)
    wanted = Standing(call.state) if call.state else None
    chosen = [row for row in rows if wanted is None or row.standing is wanted]
    if call.json:
        terminal.print(as_json({**_counts(progress), "rows": list(map(_facts, chosen))}))
        return Exit.DONE
    for row in chosen:
        standing = row.standing.value if row.standing else ""
        parts = (row.key, standing, _line(row.german), _line(row.text))
        terminal.print("\t".join(parts))
    terminal.say(f"{len(chosen)} von {len(rows)} Texten")
    return Exit.DONE


def _wrong(call: argparse.Namespace) -> str:
    """What does not go together in a call, blank where all does."""
    if call.read is not None and call.write is not None:
        return "--read und --write gehören nicht zusammen."
    if call.read is None and (call.by or call.dry_run):
        return "--by und --dry-run gehören zu --read."
    return "--all gehört zu --write." if call.all and call.write is None else ""


def _read(call: argparse.Namespace, terminal: Terminal, desk: Desk) -> Exit:
    found = desk.wordings.import_preview(call.language, call.read)
    if not call.dry_run and (found.new or (call.by and found.unchanged)):
        done = desk.wordings.import_file(call.language, call.read, call.by)
        terminal.say(terminal.wording.done(done))
    terminal.print(as_json(_of_file(found)) if call.json else terminal.wording.texts_read(found))
    return Exit.FAILED if found.faults else Exit.DONE


def _of_file(found: TextsRead) -> dict[str, object]:
    return {
        "new": found.new,
        "unchanged": len(found.unchanged),
        "open": found.open,
        "faults": [
            {"file": each.file, "line": each.line, "key": each.key, "problem": each.problem}
            for each in found.faults
        ],
    }


def _counts(progress: Progress) -> dict[str, object]:
    return {
        "language": progress.language,
        "count": progress.whole,
        "unchecked": progress.unchecked,
        "outdated": progress.outdated,
        "missing": progress.missing,
    }


def _facts(row: TextRow) -> dict[str, object]:
    return {
        "key": row.key,
        "state": row.standing.value if row.standing else None,
        "german": row.german,
        "text": row.text,
        "own": row.is_own,
        "checked_by": row.checked_by,
        "checked_on": row.checked_on.isoformat() if row.checked_on else None,
    }


def _line(text: Wording | None) -> str:
    """A text in one line; of plural forms all, with their names."""
    if text is None:
        return ""
    if isinstance(text, str):
        return " ".join(text.split())
    return " | ".join(f"{form}: {' '.join(said.split())}" for form, said in text.items())
