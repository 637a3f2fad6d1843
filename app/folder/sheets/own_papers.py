"""The sheet in front of the family's own papers: what they have, what they get, what else."""

from __future__ import annotations

from dataclasses import replace

from app.folder.contents import Document, FolderContents
from app.folder.sheets import telling
from app.folder.speech import Speech
from app.typeset import blocks

# What everybody is given in the first weeks, whoever comes from where.
HERE = ("registration", "contract", "tenancy", "tax", "pension", "insurance", "decisions")
BLANK_LINES = 4


def has_papers(contents: FolderContents) -> bool:
    """Whether any task, done or not, is about a paper."""
    return any(task.documents for task in contents.checklist)


def own_papers(contents: FolderContents, speech: Speech) -> tuple[blocks.Block, ...]:
    """How to punch, and what not to; then boxes to tick, and lines to go on with."""
    groups = [
        blocks.SentenceGroup(
            speech.text("own_papers.seen"),
            tuple(
                blocks.Sentence(
                    (
                        blocks.words(
                            blocks.Run(
                                telling.named(paper.title, paper.for_whom, speech),
                                lang=paper.language,
                            )
                        ),
                    )
                )
                for paper in held(contents)
            ),
        ),
        blocks.SentenceGroup(
            speech.text("own_papers.here"),
            tuple(
                blocks.Sentence((blocks.words(speech.text(f"own_papers.{name}")),)) for name in HERE
            ),
        ),
        blocks.SentenceGroup(speech.text("own_papers.more"), (), BLANK_LINES),
    ]
    return (
        blocks.Heading(1, blocks.words(speech.text("own_papers.title")), in_contents=False),
        blocks.Intro(blocks.words(speech.text("own_papers.intro"))),
        blocks.KeepTogether(
            (
                blocks.Heading(
                    2, blocks.words(speech.text("own_papers.punch_title")), in_contents=False
                ),
                blocks.Paragraph(blocks.words(speech.text("own_papers.punch"))),
                blocks.Paragraph(
                    blocks.words(blocks.bold(speech.text("own_papers.no_punch"))),
                ),
            )
        ),
        blocks.Space(),
        blocks.Sentences(
            (speech.text("own_papers.paper"),),
            tuple(group for group in groups if group.rows or group.blank),
            tick_alt=speech.text("checklist.box"),
            write=speech.text("own_papers.filed"),
            summary=speech.text("own_papers.summary"),
        ),
    )


def held(contents: FolderContents) -> tuple[Document, ...]:
    """The papers the office saw, of tasks done and open, each once with whose were seen."""
    found: dict[str, Document] = {}
    for task in contents.checklist:
        for paper in task.documents:
            whose = paper.for_whom or task.for_whom
            if not paper.present_on:
                whose = tuple(name for name, _ in paper.seen_of)
            if not (paper.present_on or paper.seen_of):
                continue
            same = ((paper.german if contents.facing else "") or paper.title).casefold()
            known = found.setdefault(same, replace(paper, for_whom=whose))
            # A paper of the family as a whole names nobody, wherever else it is asked for.
            both = tuple(dict.fromkeys((*known.for_whom, *whose)))
            found[same] = replace(known, for_whom=both if known.for_whom and whose else ())
    everybody = {member.short for member in contents.members}
    return tuple(
        replace(paper, for_whom=() if everybody <= set(paper.for_whom) else paper.for_whom)
        for paper in found.values()
    )
