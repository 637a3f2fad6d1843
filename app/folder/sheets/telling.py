"""What is told of a task, and of whom: names before the sentences, names behind a paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from app.folder.contents import ChecklistEntry, TimelineEntry
from app.folder.sheets.marks import unbroken
from app.folder.speech import Speech
from app.typeset import blocks

# German compounds that are wider than a column of 38 mm, and where they may be hyphenated: behind
# the -s- that joins a word in -ung to the next, and in "Krankenversicherung".
_LONG = re.compile(r"[^\W\d_]{22,}")
_JOINT = re.compile(r"(?<=ungs)(?=[a-zäöüß]{5})|(?<=kranken)(?=versicherung)")


def told(
    entry: ChecklistEntry | TimelineEntry, sentences: Iterable[str], speech: Speech
) -> tuple[blocks.Words, ...]:
    """ "Für Anjali und Arjun. Der Antrag …" in one paragraph, then one for each sentence that
    only some of them need: "Arjun: …"."""
    said = " ".join(unbroken(sentence) for sentence in sentences if sentence.strip())
    concerned = for_whom(entry.for_whom, speech)
    some = [(f"{speech.listed(each.for_whom)}:", each.text) for each in entry.remarks]
    return tuple(_led(names, text) for names, text in ((concerned, said), *some) if names or text)


def for_whom(names: Sequence[str], speech: Speech) -> str:
    """ "Für Anjali und Arjun."; "" where the family as a whole is meant."""
    return speech.text("checklist.for_whom", name=speech.listed(names)) if names else ""


def named(title: str, names: Sequence[str], speech: Speech) -> str:
    """ "Lebenslauf (Anjali)"; the title alone where nobody is named."""
    if not names:
        return title
    return speech.text("documents.of_some", title=title, names=", ".join(names))


def divisible(text: str) -> str:
    """With soft hyphens in words that may not fit into a narrow column."""
    return _LONG.sub(lambda word: _JOINT.sub("\u00ad", word[0]), text)


def _led(names: str, text: str) -> blocks.Words:
    parts = (blocks.bold(names) if names else "", " " if names and text else "", unbroken(text))
    return blocks.words(*(part for part in parts if part))
