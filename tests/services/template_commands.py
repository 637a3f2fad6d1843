"""The commands on templates as the tests of undo give them, and an office to give them in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from app.content.template_writing import file_text, step_block
from app.desk import Desk
from app.done import Done
from app.progress import finish
from app.records.templates import SetDraft, StepDraft
from app.rules.terms import Track
from tests.conftest import TODAY

KEPT, CHANGED, OFF = "m_erstkontakt", "m_antwort", "m_bedarfsaufnahme"
SET = "short_kopie"


def prepare(desk: Desk) -> None:
    """One step whose former rule all cases keep, and a set nobody has."""
    desk.templates.save(replace(desk.templates.draft(KEPT), offset="P1D"), TODAY)
    desk.templates.save_set(desk.templates.copy_set("short", "Klinik am Deich"))


def changed(desk: Desk) -> StepDraft:
    said = {"de": "Erste Antwort", "en": "First answer"}
    return replace(desk.templates.draft(CHANGED), offset="P5D", short=said)


def renamed(desk: Desk) -> SetDraft:
    return replace(desk.templates.set_draft(SET), title={"de": "Klinik", "en": "Clinic"})


def file_of(desk: Desk, folder: Path) -> Path:
    file = folder / "vorlagen.toml"
    text = file_text(Track.ONBOARDING, TODAY, [step_block(changed(desk))])
    file.write_text(text, encoding="utf-8")
    return file


Command = Callable[[Desk, int, Path], Done]

COMMANDS: Mapping[str, Command] = {
    "Templates.save": lambda desk, case, _: desk.templates.save(changed(desk), TODAY, "", [case]),
    "Templates.saving": lambda desk, _, __: finish(desk.templates.saving(changed(desk), TODAY)),
    "Templates.switch_off": lambda desk, case, _: desk.templates.switch_off(OFF, TODAY, "", [case]),
    "Templates.switching_off": lambda desk, _, __: finish(desk.templates.switching_off(OFF, TODAY)),
    "Templates.restore": lambda desk, case, _: desk.templates.restore(KEPT, TODAY, "", [case]),
    "Templates.restoring": lambda desk, _, __: finish(desk.templates.restoring(KEPT, TODAY)),
    "Templates.reorder": lambda desk, _, __: desk.templates.reorder(
        Track.ONBOARDING, [CHANGED, KEPT]
    ),
    "Templates.take_over": lambda desk, case, _: desk.templates.take_over(KEPT, [case]),
    "Templates.taking_over": lambda desk, case, _: finish(desk.templates.taking_over(KEPT, [case])),
    "Templates.save_set": lambda desk, _, __: desk.templates.save_set(renamed(desk)),
    "Templates.remove_set": lambda desk, _, __: desk.templates.remove_set(SET),
    "Templates.import_file": lambda desk, _, folder: desk.templates.import_file(
        file_of(desk, folder), TODAY
    ),
    "Templates.importing": lambda desk, _, folder: finish(
        desk.templates.importing(file_of(desk, folder), TODAY)
    ),
}
