"""Tasks that were done since a folder was handed out keep their place and their words, ticked.

A task that is done takes one line. In a folder that is filed already it would draw up all that
follows, and every later sheet would have to be exchanged for a tick.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.folder.contents import ChecklistEntry, Document, FolderContents


def in_place(contents: FolderContents, former: Iterable[ChecklistEntry]) -> FolderContents:
    """The contents with what is done as it was printed in `former`, the tasks the family has."""
    known = {_key(each): each for each in former if each.in_full or not each.done}
    return replace(
        contents, checklist=tuple(_as_printed(each, known) for each in contents.checklist)
    )


def _as_printed(
    task: ChecklistEntry, known: dict[tuple[str, tuple[str, ...]], ChecklistEntry]
) -> ChecklistEntry:
    was = known.get(_key(task)) if task.done else None
    if was is None:
        return task
    return replace(was, done=True, in_full=True, documents=_ticked(was.documents, task.documents))


def _key(task: ChecklistEntry) -> tuple[str, tuple[str, ...]]:
    return task.template or task.title, task.for_whom


def _ticked(was: tuple[Document, ...], now: tuple[Document, ...]) -> tuple[Document, ...]:
    """The papers as they were listed, each with the day it was seen by now."""
    seen = {each.german or each.title: each for each in now}
    return tuple(
        replace(each, present_on=found.present_on or each.present_on, seen_of=found.seen_of)
        if (found := seen.get(each.german or each.title))
        else each
        for each in was
    )
