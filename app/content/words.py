"""What the templates say in the languages their own files do not hold, and the ledger of all
translations: of which German text each was made, and who checked it.

A translation is known by its key: "templates.steps.anmeldung.title" for what a template says (the
key of its `Spoken`), "phrases.letter.opening" for a printed phrase.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from app.content.faults import Problem, Report, Toml, read_toml
from app.content.file_states import state_of
from app.content.languages import OFFICE_LANGUAGE, TEMPLATE_LANGUAGES, lenders
from app.content.phrases import Phrase
from app.content.templates import Spoken, StepTemplate
from app.errors import Fault
from app.records.wordings import Standing

TEMPLATES = "templates."
PHRASES = "phrases."


@dataclass(frozen=True)
class Check:
    """Somebody who knows the language read the text beside the German one."""

    by: str
    on: date


@dataclass(frozen=True)
class Entry:
    """One line of the ledger: `source` is the fingerprint of the German text the translation was
    made of or last compared with, blank where nobody knows."""

    source: str = ""
    check: Check | None = None


@dataclass(frozen=True)
class OwnWording:
    """What the office changed of one text; without `text` the shipped one stays."""

    text: Phrase | None
    entry: Entry


@dataclass(frozen=True)
class Said:
    """A text and the language it is in, which need not be the one that was asked for."""

    text: str
    language: str


@dataclass(frozen=True)
class Words:
    """What the templates say in one language, by the keys of their texts.

    `texts` lacks what the files of the templates hold themselves, unless the office changed it.
    """

    language: str
    texts: Mapping[str, str] = field(default_factory=dict)
    ledger: Mapping[str, Entry] = field(default_factory=dict)

    def said(self, spoken: Spoken) -> Said:
        """The text in this language, else in the first that lends."""
        for language in (self.language, *lenders(self.language)):
            text = self._in(language, spoken)
            if text:
                return Said(text, language)
        return Said("", self.language)

    def has(self, spoken: Spoken) -> bool:
        """Whether there is a text in this language."""
        return bool(self._in(self.language, spoken))

    def language_of(self, step: StepTemplate) -> str:
        """The language a step can be told in as a whole: this one, or the first that lends and
        has every text of it. Half a step in another language helps nobody."""
        texts = (step.title, step.short, step.explain, step.office, *(n.text for n in step.notes))
        for language in (self.language, *lenders(self.language)):
            if all(self._in(language, text) for text in texts if text.texts):
                return language
        return OFFICE_LANGUAGE

    def lent(self, language: str) -> Words:
        """The same as another language tells it; itself for its own."""
        return self if language == self.language else Words(language)

    def _in(self, language: str, spoken: Spoken) -> str:
        own = self.texts.get(spoken.key, "") if language == self.language else ""
        if own and self._is_note_of_another(spoken):
            own = ""
        return own or spoken.texts.get(language, "")

    def _is_note_of_another(self, spoken: Spoken) -> bool:
        """Notes are known by their place: after a change of the German ones, that of another note
        must not be printed."""
        if ".notes." not in spoken.key:
            return False
        source = self.ledger.get(TEMPLATES + spoken.key, Entry()).source
        return bool(source) and source != fingerprint(spoken.texts.get(OFFICE_LANGUAGE, ""))


def fingerprint(text: Phrase) -> str:
    """What tells one German text from another: 12 hexadecimal digits of its SHA-256."""
    whole = text if isinstance(text, str) else "\n".join(f"{k}={text[k]}" for k in sorted(text))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def standing_of(entry: Entry | None, german: Phrase) -> Standing:
    """How far a translation that is there may be trusted."""
    if entry is None:
        return Standing.UNCHECKED
    if entry.source and entry.source != fingerprint(german):
        return Standing.OUTDATED
    return Standing.CHECKED if entry.check else Standing.UNCHECKED


def load_words(folder: Path, language: str) -> tuple[Words, tuple[Fault, ...]]:
    """The shipped words of a language from `folder` (`resources/phrases`): `templates/LANG.toml`
    and `ledger/LANG.toml`. A missing file means none; read again only where one changed."""
    folder = folder.resolve()
    files = (folder / "templates" / f"{language}.toml", folder / "ledger" / f"{language}.toml")
    return _load(language, tuple((file, *state_of(file)) for file in files))


def overlaid(words: Words, own: Mapping[str, OwnWording]) -> Words:
    """The same with the office's own wordings of template texts over the shipped ones."""
    if not own:
        return words
    texts, ledger = dict(words.texts), dict(words.ledger)
    for key, wording in own.items():
        ledger[key] = wording.entry
        if key.startswith(TEMPLATES) and isinstance(wording.text, str):
            texts[key.removeprefix(TEMPLATES)] = wording.text
    return replace(words, texts=texts, ledger=ledger)


@lru_cache(maxsize=32)
def _load(
    language: str, files: tuple[tuple[Path, int, int], ...]
) -> tuple[Words, tuple[Fault, ...]]:
    texts: dict[str, str] = {}
    ledger: dict[str, Entry] = {}
    faults: list[Fault] = []
    (said, *_), (noted, *_) = files
    if said.is_file() and language not in TEMPLATE_LANGUAGES:
        report, table = _read(said)
        texts = dict(texts_of(table, report))
        faults += report.faults
    if noted.is_file():
        report, table = _read(noted)
        ledger = dict(_entries(table, report))
        faults += report.faults
    return Words(language, texts, ledger), tuple(faults)


def _read(file: Path) -> tuple[Report, Toml]:
    name = f"{file.parent.name}/{file.name}"
    found = read_toml(file, name)
    if isinstance(found, Fault):
        return Report(name, faults=[found]), {}
    table, text = found
    return Report(name, text), table


def texts_of(table: Toml, report: Report) -> Iterator[tuple[str, str]]:
    """What templates say by dotted key, as their files of translations have it; the items of a
    list are numbered from 0."""
    return _texts(table, "", report)


def _texts(table: Toml, prefix: str, report: Report) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        key = f"{prefix}{name}"
        if isinstance(value, str):
            yield key, value.strip()
        elif isinstance(value, dict):
            yield from _texts(value, f"{key}.", report)
        elif isinstance(value, list) and all(isinstance(each, str) for each in value):
            yield from ((f"{key}.{at}", each.strip()) for at, each in enumerate(value))
        else:
            report.faults.append(Fault(report.file, 0, key, Problem.WRONG_TYPE))


def _entries(table: Toml, report: Report) -> Iterator[tuple[str, Entry]]:
    """`[source]` has fingerprints by key, `[checked]` who read a text and when:
    `"phrases.letter.opening" = { by = "…", on = 2026-11-29 }`."""
    sources, checked = table.get("source", {}), table.get("checked", {})
    if not isinstance(sources, dict) or not isinstance(checked, dict):
        report.faults.append(Fault(report.file, 0, "source", Problem.WRONG_TYPE))
        return
    for key in dict.fromkeys((*sources, *checked)):
        source, check = sources.get(key, ""), checked.get(key, {})
        by = check.get("by", "") if isinstance(check, dict) else None
        on = check.get("on") if isinstance(check, dict) else None
        if not isinstance(source, str) or not isinstance(by, str):
            report.faults.append(Fault(report.file, 0, key, Problem.WRONG_TYPE))
            continue
        yield key, Entry(source, Check(by, on) if by and isinstance(on, date) else None)
