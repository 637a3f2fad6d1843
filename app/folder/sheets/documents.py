"""The papers to collect, merged over all tasks and sorted by whose they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.folder.contents import FolderContents
from app.folder.sheets.checklist import numbered
from app.folder.speech import Speech
from app.typeset import blocks


@dataclass(frozen=True)
class Paper:
    """A paper that these members (none: the family as a whole) need alike: the same tasks ask
    for it, and the office has seen all of theirs on that day or none."""

    title: str
    whose: tuple[str, ...]
    tasks: tuple[tuple[int, str], ...]
    present_on: date | None


def papers(contents: FolderContents) -> tuple[Paper, ...]:
    """Every paper once for each member, members with the same need together: the family first,
    then groups before single people. What tasks already done asked for is not collected again.
    """
    single: dict[tuple[str, str], Paper] = {}
    for number, task in numbered(contents):
        if task.done:
            continue
        for document in task.documents:
            for person in task.for_whom or ("",):
                key = (person, document.title.casefold())
                known = single.get(key)
                single[key] = Paper(
                    title=known.title if known else document.title,
                    whose=(person,) if person else (),
                    tasks=(*(known.tasks if known else ()), (number, task.title)),
                    present_on=(known.present_on if known else None) or document.present_on,
                )
    alike: dict[tuple[str, tuple[tuple[int, str], ...], date | None, bool], Paper] = {}
    for paper in single.values():
        need = (paper.title.casefold(), paper.tasks, paper.present_on, bool(paper.whose))
        others = alike.get(need)
        whose = (*others.whose, *paper.whose) if others else paper.whose
        alike[need] = replace(others or paper, whose=whose)
    groups = list(dict.fromkeys(paper.whose for paper in alike.values()))
    order = sorted(groups, key=lambda whose: (bool(whose), -len(whose), groups.index(whose)))
    return tuple(sorted(alike.values(), key=lambda paper: order.index(paper.whose)))


def documents(contents: FolderContents, speech: Speech) -> tuple[blocks.Block, ...]:
    """A list to file one's own papers behind: family first, then person by person."""
    found = papers(contents)
    sheet: list[blocks.Block] = [
        blocks.Heading(1, blocks.words(speech.text("documents.chapter")), in_contents=False),
        blocks.Intro(blocks.words(speech.text("documents.intro", count=len(found)))),
    ]
    heads = (
        speech.text("documents.document"),
        speech.text("documents.seen"),
        speech.text("documents.needed_for"),
    )
    groups = []
    for whose in dict.fromkeys(paper.whose for paper in found):
        rows = [_row(paper, speech) for paper in found if paper.whose == whose]
        groups.append((speech.listed(whose) or speech.text("documents.for_all"), rows))
    for title, rows in groups:
        sheet.append(blocks.Heading(2, blocks.words(title), in_contents=False))
        sheet.append(
            blocks.Table(
                (
                    blocks.Column(blocks.words(heads[0]), share=2, row_head=True),
                    blocks.Column(blocks.words(heads[1]), width=28),
                    blocks.Column(blocks.words(heads[2]), share=2),
                ),
                tuple(rows),
                summary=speech.text("documents.summary"),
            )
        )
    return tuple(sheet)


def _row(paper: Paper, speech: Speech) -> tuple[blocks.Words, ...]:
    seen = speech.date(paper.present_on, "numbers") if paper.present_on else ""
    tasks = "\n".join(f"{number}\u00a0 {title}" for number, title in paper.tasks)
    return blocks.words(paper.title), blocks.words(seen), blocks.words(tasks)
