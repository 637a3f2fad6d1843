"""The terminal's commands for the directory: lists in and out, the round, doubles."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from app import cli_imports, cli_rosters, cli_round
from app.errors import Reason, Refused, Trouble, Unavailable
from app.grammar import Exit
from app.progress import finish
from app.records.directory import ProviderQuery
from app.records.exporting import ExportFormat
from app.services import safekeeping, shown
from app.terminal import Terminal, as_json, desk_on, say_unrecorded


def import_list(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    from app.services.import_mappings import mapping_at

    if wrong := cli_rosters.wrong_call(call):
        terminal.say(f"Falscher Aufruf: {wrong}")
        return Exit.WRONG_CALL
    if call.kind == "roster":
        return cli_rosters.import_roster(call, terminal, file)
    # what can be refused is refused before a file is made or a row written
    mapping = mapping_at(call.mapping) if call.mapping is not None else None
    if call.report is not None:
        _check_report(call.report, tuple(filter(None, (file, call.list, call.mapping))))
    with _made(file, dry_run=call.dry_run) as target, desk_on(terminal, target) as desk:
        opened = desk.transactions.file
        if not opened.writable and not call.dry_run:
            trouble = Trouble.READ_ONLY_MEDIUM if opened.holder is None else Trouble.IN_USE
            raise Unavailable(trouble, file, holder=opened.holder)
        source = cli_imports.opened(desk, call)
        if mapping is None:
            mapping = cli_imports.proposed(desk, source, terminal)
        preview = finish(desk.imports.preview(source, mapping, name=call.source))
        outcome = finish(desk.imports.carry_out(preview, dry_run=call.dry_run))
    report = shown.imported(outcome.imported, preview, dry_run=call.dry_run)
    if call.report is not None:
        _write(call.report, as_json(report))
    if call.json:
        terminal.print(as_json(report))
    else:
        terminal.print(shown.imported_line(outcome.imported, dry_run=call.dry_run))
        for sentence in terminal.wording.imported(outcome.imported, preview):
            terminal.say(sentence)
    return Exit.DONE


@contextmanager
def _made(file: Path, *, dry_run: bool) -> Iterator[Path]:
    """The data file, made where there is none: beside the point for a dry run, and gone again
    where nothing could be imported into it."""
    if file.exists():
        yield file
        return
    with TemporaryDirectory() as folder:
        target = Path(folder) / "leer.hafen" if dry_run else file
        finish(safekeeping.create(target))
        try:
            yield target
        except (Refused, Unavailable):
            for rest in ("", "-wal", "-shm", ".lock"):
                target.with_name(target.name + rest).unlink(missing_ok=True)
            raise


def export(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    kinds = {kind.suffix: kind for kind in ExportFormat}
    kind = ExportFormat(call.format) if call.format else kinds.get(call.out.suffix.lower())
    if kind is None:
        known = ", ".join(kinds)
        terminal.say(
            f"Falscher Aufruf: DATEI bitte mit {known} enden lassen oder --format angeben."
        )
        return Exit.WRONG_CALL
    with desk_on(terminal, file) as desk:
        ids = desk.lists.provider_ids(ProviderQuery(words=call.search))
        made = finish(desk.exports.export_providers(ids, kind, call.out))
        say_unrecorded(terminal, desk.transactions.file)
    terminal.say(terminal.wording.losses(made.losses))
    terminal.print(as_json(shown.exported(made)) if call.json else str(made.path))
    return Exit.DONE


def check_round(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    with desk_on(terminal, file) as desk:
        found, made = cli_round.asked(call, desk)
        if made is not None:
            say_unrecorded(terminal, desk.transactions.file)
    cli_round.tell(call, terminal, found, made)
    return Exit.DONE


def duplicates(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    with desk_on(terminal, file) as desk:
        pairs = desk.duplicates.still_open(finish(desk.duplicates.pairs()))
    if call.json:
        rows = [shown.pair(each) for each in pairs]
        terminal.print(as_json({"count": len(rows), "rows": rows}))
    else:
        for each in pairs:
            terminal.print(terminal.wording.pair(each))
        terminal.say("1 Paar" if len(pairs) == 1 else f"{len(pairs)} Paare")
    return Exit.DONE


def merge(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    with desk_on(terminal, file) as desk:
        seen = desk.duplicates.comparison(call.kept, call.dropped)
        if seen.kept.id != call.kept:
            seen = seen.turned
        picks = seen.proposal()
        reason = terminal.wording.merged_into(seen.united(picks).organisation)
        done = desk.duplicates.merge(call.kept, call.dropped, picks, reason)
    if call.json:
        terminal.print(as_json(shown.merged(seen, picks)))
    else:
        for line in terminal.wording.taken(seen, picks):
            terminal.print(line)
    terminal.say(terminal.wording.done(done))
    return Exit.DONE


def _check_report(path: Path, taken: tuple[Path, ...]) -> None:
    """A report that could not be written is refused before the import, not after it."""
    if any(path.resolve() == each.resolve() for each in taken):
        raise Refused(Reason.EXISTS, "report", path=str(path))
    if path.is_dir() or not path.parent.is_dir():
        raise Unavailable(Trouble.CANNOT_WRITE, path)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise Unavailable(Trouble.CANNOT_WRITE, path) from error
