"""The papers to collect, merged over all tasks and sorted by whose they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.folder.contents import FolderContents
from app.folder.sheets.checklist import numbered
from app.folder.speech import Speech
from app.typeset import blocks


@dataclass(frozen=True)
class Paper:
    """One paper of one person ("" the whole family) and the tasks that ask for it."""

    title: str
    whose: str
    tasks: tuple[tuple[int, str], ...]
    present_on: date | None


def papers(contents: FolderContents) -> tuple[Paper, ...]:
    """Every paper once for each person, in the order of the tasks; what tasks already done asked
    for is not collected again."""
    merged: dict[tuple[str, str], Paper] = {}
    for number, task in numbered(contents):
        if task.done:
            continue
        for document in task.documents:
            key = (task.for_whom, document.title.casefold())
            known = merged.get(key)
            merged[key] = Paper(
                title=known.title if known else document.title,
                whose=task.for_whom,
                tasks=(*(known.tasks if known else ()), (number, task.title)),
                present_on=(known.present_on if known else None) or document.present_on,
            )
    names = list(dict.fromkeys(paper.whose for paper in merged.values() if paper.whose))
    return tuple(sorted(merged.values(), key=lambda paper: ["", *names].index(paper.whose)))


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
        groups.append((whose or speech.text("documents.for_all"), rows))
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
