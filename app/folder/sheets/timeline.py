"""The timeline: what comes when, and who takes care of it; years stand on the line itself."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from app.folder import household
from app.folder.contents import FolderContents, TimelineEntry
from app.folder.sheets import marks, reach, telling
from app.folder.sheets.people import everybody
from app.folder.speech import Speech, is_month
from app.typeset import blocks


def timeline(
    contents: FolderContents, speech: Speech, *, open_only: bool = False
) -> tuple[blocks.Block, ...]:
    """Dated entries by date, grouped by year; those without a date come last."""
    entries = [entry for entry in contents.timeline if not (open_only and entry.done)]
    dated = sorted(
        ((entry.due, entry) for entry in entries if entry.due),
        key=lambda pair: (pair[0].last, pair[0].first),
    )
    groups = [
        blocks.TimelineGroup(str(year), tuple(_row(entry, contents, speech) for _, entry in pairs))
        for year, pairs in groupby(dated, key=lambda pair: pair[0].on.year)
    ]
    undated = tuple(_row(entry, contents, speech) for entry in entries if not entry.due)
    if undated:
        groups.append(blocks.TimelineGroup(speech.text("timeline.undated"), undated))
    rows = [row for group in groups for row in group.rows]
    heads = (
        speech.text("timeline.when"),
        speech.text("timeline.what"),
        speech.text("timeline.who"),
    )
    return (
        blocks.Heading(1, blocks.words(speech.text("timeline.chapter")), in_contents=False),
        blocks.Intro(blocks.words(speech.text("timeline.intro"))),
        blocks.Timeline(
            heads,
            tuple(groups),
            legend=marks.legend(rows, speech),
            tick_alt=speech.text("checklist.box"),
            done_alt=speech.text("checklist.done"),
        ),
    )


def _row(entry: TimelineEntry, contents: FolderContents, speech: Speech) -> blocks.TimelineRow:
    mark, mark_words = marks.mark(entry.kind, entry.basis, speech)
    named = replace(entry, for_whom=household.named(contents, entry.for_whom))
    required = speech.text("marks.required") if marks.asked_for(entry.kind, entry.basis) else ""
    who, who_lines = _who(entry, contents, speech)
    return blocks.TimelineRow(
        when=_when(entry, speech),
        title=entry.title,
        lines=telling.told(named, entry.explanation, (), speech, required),
        who=who,
        who_lines=who_lines,
        mark=mark,
        mark_words=mark_words,
        tick=blocks.Tick.DONE if entry.done else blocks.Tick.OPEN,
        lang=entry.language,
    )


def _when(entry: TimelineEntry, speech: Speech) -> tuple[blocks.Words, ...]:
    due = entry.due
    if due is None:
        return (blocks.words(speech.text("timeline.no_date")),)
    if is_month(due):
        month = speech.due(due, entry.kind, month="month_of_year")
        return (blocks.words(blocks.bold(month)),)
    return (
        blocks.words(speech.weekday_line(due, entry.kind)),
        blocks.words(blocks.bold(speech.date(due.on, "day_of_year"))),
    )


def _who(
    entry: TimelineEntry, contents: FolderContents, speech: Speech
) -> tuple[str, tuple[blocks.Words, ...]]:
    """The name of who takes care, below it the role and the number where both are known."""
    roles = [speech.text(f"roles.{role.value}") for role in entry.roles]
    for person in everybody(contents, speech):
        if person.name == entry.helper or (not entry.helper and person.role in entry.roles[:1]):
            role = [speech.text(f"roles.{person.role.value}")] if person.role else []
            below = [blocks.words(text) for text in role]
            return person.name, (*below, *reach.lines(speech, phone=person.phone))
    if entry.helper:
        return entry.helper, tuple(blocks.words(role) for role in roles)
    if not roles:
        return "", ()
    return roles[0], tuple(blocks.words(role) for role in roles[1:])
