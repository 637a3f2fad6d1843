"""The papers to collect, merged over all tasks: each once, with whose it is and what it is for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from app.folder.contents import ChecklistEntry, Document, FolderContents
from app.folder.sheets import telling
from app.folder.sheets.checklist import needed, numbered
from app.folder.speech import Speech
from app.typeset import blocks

# Stands among the names where a paper is one of the family as a whole.
FAMILY = ""


@dataclass(frozen=True)
class Use:
    """A task that asks for a paper; `whose` where not everybody who has the paper needs it."""

    number: int
    title: str
    whose: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paper:
    """A paper, once. `whose` names its owners, none where it is the family's (of some of them
    too, unless it is everybody's); `seen` says of whom the office saw it on which day, or FAMILY
    once nothing is missing."""

    title: str
    whose: tuple[str, ...]
    uses: tuple[Use, ...]
    seen: tuple[tuple[str, date], ...]
    language: str = ""


@dataclass
class _Need:
    """What is gathered of one paper while the tasks are read."""

    title: str
    language: str = ""
    uses: list[tuple[int, str, tuple[str, ...]]] = field(default_factory=list)
    owners: dict[str, date | None] = field(default_factory=dict)

    def add(self, number: int, task: ChecklistEntry, paper: Document) -> None:
        whose = paper.for_whom or task.for_whom or (FAMILY,)
        seen = dict(paper.seen_of)
        self.uses.append((number, task.short or task.title, whose))
        for name in whose:
            day = self.owners.get(name) or paper.present_on or seen.get(name)
            self.owners[name] = day

    def paper(self, everybody: frozenset[str]) -> Paper:
        people = tuple(name for name in self.owners if name != FAMILY)
        if FAMILY in self.owners and not everybody <= set(people):
            people = ()
        seen = tuple((name, day) for name, day in self.owners.items() if day)
        if seen and len(seen) == len(self.owners):
            seen = ((FAMILY, max(day for _, day in seen)),)
        return Paper(self.title, people, tuple(self._uses(people)), seen, self.language)

    def _uses(self, people: tuple[str, ...]) -> Iterator[Use]:
        for number, title, whose in self.uses:
            some = () if FAMILY in whose or set(whose) == set(people) else whose
            yield Use(number, title, some)


def papers(contents: FolderContents) -> tuple[Paper, ...]:
    """Every paper once: the family's first, then what several need, then that of single people.
    What tasks already done asked for is not collected again, and nothing for a hint."""
    needs: dict[str, _Need] = {}
    for number, task in numbered(contents):
        for document in () if task.done else needed(task):
            same = (document.german if contents.facing else "") or document.title
            need = needs.setdefault(same.casefold(), _Need(document.title, document.language))
            need.add(number, task, document)
    everybody = _everybody(contents)
    found = [need.paper(everybody) for need in needs.values()]
    groups = list(dict.fromkeys(paper.whose for paper in found))
    order = sorted(groups, key=lambda whose: (bool(whose), -len(whose), groups.index(whose)))
    return tuple(sorted(found, key=lambda paper: order.index(paper.whose)))


def _everybody(contents: FolderContents) -> frozenset[str]:
    return frozenset(member.short for member in contents.members)


def documents(contents: FolderContents, speech: Speech) -> tuple[blocks.Block, ...]:
    """A list to file one's own papers behind. What is needed of the same people for the same
    tasks stands together."""
    found = papers(contents)
    together: dict[tuple[tuple[str, ...], tuple[Use, ...]], list[Paper]] = {}
    for paper in found:
        together.setdefault((paper.whose, paper.uses), []).append(paper)
    return (
        blocks.Heading(1, blocks.words(speech.text("documents.chapter")), in_contents=False),
        blocks.Intro(blocks.words(speech.text("documents.intro", count=len(found)))),
        blocks.Table(
            (
                blocks.Column(blocks.words(speech.text("documents.document")), row_head=True),
                blocks.Column(blocks.words(speech.text("documents.needed_for")), width=68),
            ),
            tuple(
                (_named(alike, contents, speech), _used(uses, speech))
                for (_, uses), alike in together.items()
            ),
            summary=speech.text("documents.summary"),
        ),
    )


def _named(alike: list[Paper], contents: FolderContents, speech: Speech) -> blocks.Words:
    """A line for each paper, and one below it for what the office has seen of it."""
    runs: list[blocks.Run] = []
    for paper in alike:
        whose = _whose(paper, contents, speech)
        seen = speech.joined(_seen(name, day, speech) for name, day in paper.seen)
        below = "\n" + speech.text("documents.seen", when=seen) if seen else ""
        runs += [
            blocks.Run("\n" if runs else ""),
            blocks.bold(paper.title, paper.language),
            blocks.Run(telling.named("", whose, speech) + below),
        ]
    return tuple(run for run in runs if run.text)


def _whose(paper: Paper, contents: FolderContents, speech: Speech) -> tuple[str, ...]:
    everybody = _everybody(contents)
    if len(everybody) > 1 and everybody <= set(paper.whose):
        return (speech.text("documents.everybody"),)
    return paper.whose


def _seen(name: str, day: date, speech: Speech) -> str:
    return f"{name} {speech.date(day, 'numbers')}".strip()


def _used(uses: tuple[Use, ...], speech: Speech) -> blocks.Words:
    lines = (telling.named(f"{use.number}\u00a0 {use.title}", use.whose, speech) for use in uses)
    return blocks.words("\n".join(lines))
