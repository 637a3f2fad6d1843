"""What is told of a task, and of whom: names before the sentences, names behind a paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.folder.contents import ChecklistEntry, TimelineEntry
from app.folder.sheets.marks import unbroken
from app.folder.speech import Speech
from app.typeset import blocks


def told(
    entry: ChecklistEntry | TimelineEntry,
    explanation: str,
    sentences: Iterable[str],
    speech: Speech,
    required: str = "",
) -> tuple[blocks.Words, ...]:
    """ "Für Anjali und Arjun. Der Antrag …" in one paragraph, then one for each sentence that
    only some of them need: "Arjun: …", and one for what holds for the date (`required`), as a
    mark of the law would stand. Where the entry is lent from another language, what the
    folder itself says is marked as its own."""
    lang = own(entry, speech)
    said = [blocks.Run(unbroken(explanation))] if explanation.strip() else []
    said += [blocks.Run(unbroken(text), lang=lang) for text in sentences if text.strip()]
    concerned = for_whom(entry.for_whom, speech)
    paragraphs = [_led(concerned, said, lang)]
    for each in entry.remarks:
        names = speech.text("joins.colon", text=speech.listed(each.for_whom))
        paragraphs.append(_led(names, [blocks.Run(unbroken(each.text))], lang))
    if required:
        paragraphs.append((blocks.Run(required, lang=lang),))
    return tuple(words for words in paragraphs if words)


def own(entry: ChecklistEntry | TimelineEntry, speech: Speech) -> str:
    """The folder's language where that of the entry is another, else blank."""
    return speech.language if entry.language else ""


def for_whom(names: Sequence[str], speech: Speech) -> str:
    """ "Für Anjali und Arjun."; "" where the family as a whole is meant."""
    return speech.text("checklist.for_whom", name=speech.listed(names)) if names else ""


def named(title: str, names: Sequence[str], speech: Speech) -> str:
    """ "Lebenslauf (Anjali)"; the title alone where nobody is named."""
    if not names:
        return title
    return speech.text("documents.of_some", title=title, names=speech.joined(names))


def _led(names: str, said: list[blocks.Run], lang: str) -> blocks.Words:
    """Names and sentences with blanks between them; sentences of one language are one run."""
    runs: list[blocks.Run] = [blocks.bold(names, lang)] if names else []
    for run in said:
        if not runs:
            runs.append(run)
        elif runs[-1].bold or runs[-1].lang != run.lang:
            runs.append(replace(run, text=f" {run.text}"))
        else:
            runs[-1] = replace(run, text=f"{runs[-1].text} {run.text}")
    return tuple(runs)
