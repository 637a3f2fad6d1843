"""The commands of the terminal, for administrators, tests and batches."""

from __future__ import annotations

import argparse
import errno
import io
import os
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from app import cli_brochures, cli_directory
from app.cli_care import care
from app.cli_careers import openings
from app.cli_figures import figures
from app.cli_folders import folders
from app.cli_funding import funding
from app.cli_gap import gap
from app.cli_hours import hours
from app.cli_housing import housing
from app.cli_mentors import mentors
from app.cli_texts import texts
from app.cli_visit import visit
from app.content.languages import OFFICE_LANGUAGE, program_language
from app.errors import Refused, Trouble, Unavailable
from app.grammar import Exit
from app.progress import finish
from app.records.calendars import CalendarForm, CasesOf, EveryCase, OneCase, Scope
from app.records.cases import CaseOrder, CaseQuery, CaseState
from app.records.directory import ProviderQuery
from app.records.exchanges import Anew
from app.records.redating import Redating
from app.rules.terms import AnchorKind, Role
from app.services import safekeeping, shown
from app.services.files import HolderRecord, open_data
from app.services.lists import Lists
from app.terminal import Terminal, as_json, desk_on, held_by, say_unrecorded

_PAGE = 500  # rows asked for at once; SQLite takes a limited number of values


def run(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    """Do one command on `file`; sentences go to stderr, facts to stdout."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # names in every script, also where the terminal is of another alphabet or a file
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = _COMMANDS[call.command](call, terminal, file)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # whoever reads has had enough (head, less): nothing to say, nothing left to write
        _discard_output()
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        _discard_output()
        terminal.say("Die Ausgabe ließ sich nicht zu Ende schreiben: Der Platz reicht nicht.")
    except Refused as refusal:
        terminal.say(terminal.wording.refused(refusal))
        faults = refusal.facts.get("faults", ())
        for found in faults if isinstance(faults, tuple) else ():
            terminal.say(terminal.wording.fault(found))
    except Unavailable as trouble:
        terminal.say(" ".join(terminal.wording.unavailable(trouble)))
        terminal.say(_more(trouble))
    return Exit.FAILED


def _discard_output() -> None:
    """Let what is still buffered go nowhere, else Python complains when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _more(trouble: Unavailable) -> str:
    """What the terminal adds: who has the file, or which command helps."""
    holder = trouble.facts.get("holder")
    if isinstance(holder, HolderRecord):
        return held_by(holder)
    if trouble.trouble is Trouble.OLDER:
        return "Umgestellt wird sie mit dem Befehl „migrate“."
    problems = trouble.facts.get("problems")
    return "\n".join(map(str, problems)) if isinstance(problems, list) else ""


def _demo(call: argparse.Namespace, terminal: Terminal, _file: Path) -> Exit:
    from app.demo import demo

    made = finish(demo(call.folder, terminal.resources, terminal.today, terminal.who))
    for folder in made:
        terminal.print(str(folder.path))
        for text in folder.not_printable:
            terminal.say(f"Nicht druckbar in {folder.path.name}: {text}")
    if any(folder.done is None for folder in made):
        terminal.say("Die Datei ist anderswo geöffnet: Diese Mappen sind nicht vermerkt.")
    terminal.say(f"{len(made)} Mappen liegen in „{call.folder}“.")
    return Exit.DONE


def _list(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    rows: list[shown.Facts] = []
    with closing(open_data(file)) as opened, closing(Lists(opened, terminal.today)) as lists:
        if call.kind == "cases":
            query = CaseQuery(words=call.search, state=CaseState.ALL, order=CaseOrder.NAME)
            ids = lists.case_ids(query)
        else:
            ids = lists.provider_ids(ProviderQuery(words=call.search))
        wanted = ids[: call.limit]
        for start in range(0, len(wanted), _PAGE):
            page = wanted[start : start + _PAGE]
            if call.kind == "cases":
                rows += map(shown.case_row, lists.case_rows(page))
            else:
                rows += map(shown.provider_row, lists.provider_rows(page))
        say_unrecorded(terminal, opened)
    if call.json:
        terminal.print(as_json({"count": len(ids), "rows": rows}))
    else:
        for row in rows:
            terminal.print("\t".join("" if value is None else str(value) for value in row.values()))
        terminal.say(f"{len(rows)} von {len(ids)}")
    return Exit.DONE


def _show(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    with desk_on(terminal, file) as desk:
        if call.kind == "case":
            facts = shown.case(desk.candidates.case(call.id), desk.folders.of_case(call.id))
            if desk.privacy.is_recorded:
                desk.privacy.viewed(call.id)
        else:
            facts = shown.provider(desk.providers.provider(call.id))
        say_unrecorded(terminal, desk.transactions.file)
    terminal.print(as_json(facts) if call.json else shown.lines(facts))
    return Exit.DONE


def _plan(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    with desk_on(terminal, file) as desk:
        steps = desk.plan.whole(call.case)
        if desk.privacy.is_recorded:
            desk.privacy.viewed(call.case)
        say_unrecorded(terminal, desk.transactions.file)
    if call.json:
        rows = [shown.step(step, terminal.wording.why(step)) for step in steps]
        terminal.print(as_json({"case": call.case, "count": len(rows), "rows": rows}))
    else:
        for step in steps:
            terminal.print(terminal.wording.step(step))
    return Exit.DONE


def _redate(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    with desk_on(terminal, file) as desk:
        wanted = Redating(((AnchorKind(call.anchor), call.date),), call.reason)
        seen = desk.dates.preview(call.case, wanted)
        if call.together:
            along = ((change.kind, change.new) for change in seen.together if change.new)
            wanted = replace(wanted, moves=(*wanted.moves, *along))
            seen = desk.dates.preview(call.case, wanted)
        if call.apply:
            done = desk.dates.move(call.case, wanted)
            terminal.say(terminal.wording.done(done))
        elif desk.privacy.is_recorded:
            desk.privacy.viewed(call.case)
        say_unrecorded(terminal, desk.transactions.file)
    if call.json:
        terminal.print(as_json(shown.redating(seen, applied=call.apply)))
    else:
        for line in terminal.wording.redating(seen):
            terminal.print(line)
    return Exit.DONE


def _folder(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    with desk_on(terminal, file) as desk:
        for found in desk.faults:
            terminal.say(terminal.wording.fault(found))
        language = call.language or desk.candidates.case(call.case).draft.language
        printed = [tag for tag, _ in desk.folders.languages()]
        code, is_known = program_language(language, printed)
        if not is_known:
            terminal.say(f"Die Sprache „{language}“ gibt es noch nicht; gedruckt wird Englisch.")
        if call.bilingual and code == OFFICE_LANGUAGE:
            terminal.say("Neben Deutsch steht kein Deutsch: Die Mappe wird einsprachig.")
        wanted = None if call.composition is None else desk.compositions.one(call.composition)
        if call.since is None:
            work = desk.folders.save(
                call.case, code, call.out, bilingual=call.bilingual, composition=wanted
            )
        else:
            asked = code if call.language else None
            state = desk.exchanges.state(
                call.case,
                call.since,
                language=asked,
                bilingual=call.bilingual or None,
                composition=wanted,
            )
            if state.anew is Anew.LANGUAGE:
                terminal.say("Der Druck hat andere Sprachen: Bitte die ganze Mappe neu drucken.")
                return Exit.WRONG_CALL
            work = desk.exchanges.save(call.case, call.since, call.out, composition=wanted)
        made = finish(work)
        say_unrecorded(terminal, desk.transactions.file)
    for text in made.not_printable:
        terminal.say(f"Nicht druckbar: {text}")
    for name in made.fonts_missing:
        terminal.say(f"Schriftdatei fehlt oder ist beschädigt: {name}")
    if made.unequal:
        terminal.say("Nicht Seite neben Seite, sondern nacheinander: ein Teil der Kapitel.")
    facts = shown.folder(made)
    terminal.print(as_json(facts) if call.json else str(made.path))
    return Exit.DONE


def _calendar(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    scope = _scope(call)
    if scope is None:
        terminal.say("Falscher Aufruf: Bitte FALL (mit oder ohne --role), --advisor oder --role.")
        return Exit.WRONG_CALL
    with desk_on(terminal, file) as desk:
        made = finish(desk.calendars.save(scope, call.out, CalendarForm(call.form)))
        say_unrecorded(terminal, desk.transactions.file)
    terminal.say(terminal.wording.left_out(made.left_out))
    terminal.print(as_json(shown.calendar(made)) if call.json else str(made.path))
    return Exit.DONE


def _scope(call: argparse.Namespace) -> Scope | None:
    """Whose steps are meant; None where the call does not say, or says it twice."""
    role = Role(call.role) if call.role else None
    if call.case is not None:
        return OneCase(call.case, role)
    if call.advisor is not None:
        return CasesOf(call.advisor) if role is None else None
    return None if role is None else EveryCase(role)


def _check(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    problems = safekeeping.check(file)
    if call.json:
        terminal.print(as_json({"file": str(file), "problems": problems}))
    elif not problems:
        terminal.print("Die Datendatei ist in Ordnung.")
    if problems:
        damaged = Unavailable(Trouble.DAMAGED, file)
        terminal.say(" ".join(terminal.wording.unavailable(damaged)))
    for problem in problems:
        terminal.say(f"  {problem}")
    return Exit.FAILED if problems else Exit.DONE


def _backup(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    terminal.print(str(finish(safekeeping.back_up(file, call.to))))
    return Exit.DONE


def _restore(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    kept = finish(safekeeping.restore(call.source, file, terminal.today()))
    terminal.print(str(file))
    if kept is not None:
        terminal.say(f"Die bisherige Datei liegt jetzt unter „{kept}“.")
    return Exit.DONE


def _migrate(_call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    kept = finish(safekeeping.upgrade(file, terminal.today()))
    if kept is None:
        terminal.say("Die Datendatei hat schon die Fassung dieses Programms.")
    else:
        terminal.say(f"Umgestellt. Die Sicherung davor liegt unter „{kept}“.")
    return Exit.DONE


_COMMANDS: dict[str, Callable[[argparse.Namespace, Terminal, Path], Exit]] = {
    "demo": _demo,
    "import": cli_directory.import_list,
    "export": cli_directory.export,
    "list": _list,
    "round": cli_directory.check_round,
    "show": _show,
    "duplicates": cli_directory.duplicates,
    "merge": cli_directory.merge,
    "plan": _plan,
    "redate": _redate,
    "folder": _folder,
    "folders": folders,
    "calendar": _calendar,
    "hours": hours,
    "care": care,
    "mentors": mentors,
    "gap": gap,
    "figures": figures,
    "texts": texts,
    "openings": openings,
    "funding": funding,
    "housing": housing,
    "visit": visit,
    "brochure": cli_brochures.brochure,
    "brochures": cli_brochures.brochures,
    "check": _check,
    "backup": _backup,
    "restore": _restore,
    "migrate": _migrate,
}
