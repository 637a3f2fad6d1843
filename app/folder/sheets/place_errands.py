"""What the family does at a place, by when and with which papers: its own checklist, by place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from app.folder.contents import ChecklistEntry, FolderContents
from app.folder.sheets import telling
from app.folder.sheets.checklist import needed, numbered
from app.folder.speech import Speech
from app.records.compositions import ChapterKind
from app.rules.terms import DateKind, MemberRole
from app.typeset import blocks

_PHASES: Mapping[ChapterKind, str] = MappingProxyType(
    {ChapterKind.HOUSING: "home", ChapterKind.PROFESSION: "recognition"}
)
"""The phases of the plan whose tasks a chapter names, as the templates call them."""

_PAPERS = "\ue000"


@dataclass(frozen=True)
class Errand:
    """A task with the number it has on the checklist."""

    number: int
    task: ChecklistEntry


def by_provider(contents: FolderContents) -> Mapping[int, tuple[Errand, ...]]:
    """What is still to be done, by the entry of the directory (id) it is done at."""
    found: dict[int, tuple[Errand, ...]] = {}
    for each in _open(contents):
        if each.task.provider is not None:
            found[each.task.provider] = (*found.get(each.task.provider, ()), each)
    return found


def told(errands: Sequence[Errand], speech: Speech) -> tuple[blocks.Words, ...]:
    """A head, then a paragraph for each: number and task, by when, and what to bring."""
    if not errands:
        return ()
    head = blocks.words(blocks.bold(speech.text("places.errands")))
    return (head, *(_told(each, speech) for each in errands))


def steps(kind: ChapterKind, contents: FolderContents, speech: Speech) -> tuple[blocks.Block, ...]:
    """The tasks that belong to a chapter whatever place they are done at: those of the partner
    alone, of the home, of the profession. Only their numbers, names and dates."""
    found = [each for each in _open(contents) if _belongs(each.task, kind, contents)]
    if not found:
        return ()
    runs = [blocks.bold(speech.text("places.steps"))]
    for each in found:
        runs += (blocks.Run("\n"), *_line(each, speech))
    return (blocks.Paragraph(tuple(runs), style=blocks.Style.TABLE),)


def _open(contents: FolderContents) -> Iterator[Errand]:
    return (
        Errand(number, task)
        for number, task in numbered(contents)
        if not task.done and task.kind is not DateKind.HINT
    )


def _belongs(task: ChecklistEntry, kind: ChapterKind, contents: FolderContents) -> bool:
    if kind is ChapterKind.PARTNER:
        partners = {m.short for m in contents.members if m.role is MemberRole.PARTNER}
        return bool(task.for_whom) and set(task.for_whom) <= partners
    return bool(task.phase) and task.phase == _PHASES.get(kind)


def _told(errand: Errand, speech: Speech) -> blocks.Words:
    papers = needed(errand.task)
    if not papers:
        return _line(errand, speech)
    named = [telling.named(paper.title, paper.for_whom, speech) for paper in papers]
    lang = next((paper.language for paper in papers if paper.language), "")
    before, _, after = speech.text("places.bring", papers=_PAPERS).partition(_PAPERS)
    bring = (blocks.Run(f"\n{before}"), blocks.Run(speech.joined(named), lang=lang))
    return (*_line(errand, speech), *bring, *([blocks.Run(after)] if after else []))


def _line(errand: Errand, speech: Speech) -> blocks.Words:
    """ "3  Wohnsitz anmelden, bis 14.12.2026"."""
    task = errand.task
    title = blocks.Run(task.short or task.title, lang=task.language)
    if task.promptly:
        when = speech.text("dates.promptly")
    else:
        when = speech.due(task.due, task.kind, "short") if task.due else ""
    runs = (blocks.Run(f"{errand.number}\u2002"), title)
    return (*runs, blocks.Run(f" · {when}")) if when else runs
