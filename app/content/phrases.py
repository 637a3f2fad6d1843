"""The printed words, one file a language: dotted keys, placeholders, plural forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from app.content.faults import Problem, Report, Toml, nearest, read_toml
from app.content.file_states import state_of
from app.content.isolates import isolated
from app.content.languages import (
    FALLBACK,
    OFFICE_LANGUAGE,
    PROGRAM_LANGUAGES,
    is_right_to_left,
    lenders,
)
from app.content.plurals import CATEGORIES, form_for
from app.content.wording_checks import PLACE, Flaw, flaws, placeholders
from app.errors import Fault

# A table of nothing but these, `other` among them, is a plural.
PLURALS = frozenset(CATEGORIES)

Phrase = str | Mapping[str, str]


@dataclass(frozen=True)
class Phrases:
    """The words of one language by dotted key.

    `language` is the one in use, `asked` the one wanted: they differ where the program lacks it.
    `spare` lends the keys this language lacks, in the language `lender`, and `last` what that one
    lacks too, in `last_lender`; `lent` names them. `german` are the words all are made of.
    """

    asked: str
    language: str
    words: Mapping[str, Phrase]
    spare: Mapping[str, Phrase] = field(default_factory=dict)
    lender: str = FALLBACK
    last: Mapping[str, Phrase] = field(default_factory=dict)
    last_lender: str = OFFICE_LANGUAGE
    german: Mapping[str, Phrase] = field(default_factory=dict)

    @property
    def fell_back(self) -> bool:
        """Whether English stands in for the language asked for."""
        return self.asked != self.language

    @property
    def lent(self) -> tuple[str, ...]:
        """Keys taken from another language, sorted."""
        return tuple(sorted((self.spare.keys() | self.last.keys()) - self.words.keys()))

    def text(self, key: str, **values: str | int) -> str:
        """The phrase at `key` with `{name}` replaced by `values[name]`.

        A plural takes the form for `values["count"]` by CLDR's rules of its language. A value is
        put in as it is, whatever braces it holds; in a language written from right to left one
        with letters from the left is isolated. Raises KeyError for an unknown key and for a
        placeholder without a value: both are bugs.
        """
        language, phrase = self._said(key)
        if not isinstance(phrase, str):
            count = values["count"]
            phrase = phrase.get(form_for(language, int(count)), phrase["other"])
        put = isolated if is_right_to_left(language) else str
        return PLACE.sub(lambda place: put(values[place[1]]), phrase)

    def language_of(self, key: str) -> str:
        """The language a phrase is said in: this one, or the one that lends it."""
        return self._said(key)[0]

    def __contains__(self, key: str) -> bool:
        return key in self.words or key in self.spare or key in self.last

    def keys(self, under: str = "") -> tuple[str, ...]:
        """All keys, or those below `under`, sorted."""
        found = self.words.keys() | self.spare.keys() | self.last.keys()
        return tuple(sorted(k for k in found if not under or k.startswith(f"{under}.")))

    def placeholders(self, key: str) -> frozenset[str]:
        """The names the phrase wants values for, plural forms together."""
        return placeholders(self._said(key)[1])

    def _said(self, key: str) -> tuple[str, Phrase]:
        if key in self.words:
            return self.language, self.words[key]
        if key in self.spare:
            return self.lender, self.spare[key]
        return self.last_lender, self.last[key]


def load_phrases(folder: Path, language: str) -> tuple[Phrases, tuple[Fault, ...]]:
    """The words of `language` from `folder`, with those of its lenders (`languages.lenders`, at
    last English) behind them, and what is wrong.

    A text that has lost a placeholder of the German one, or has one too many, is told and lent:
    what it should say must not be missing on paper. A language without a file is served by
    English; `Phrases.fell_back` says so.
    """
    folder = folder.resolve()
    # A language is a file here only if one is there by that name: never a path from outside.
    served = language if language in printed_languages(folder) else FALLBACK
    german, faults = _read(folder / f"{OFFICE_LANGUAGE}.toml")
    chain = dict.fromkeys((served, *lenders(served), FALLBACK))
    sound: dict[str, Mapping[str, Phrase]] = {}
    found: list[Fault] = []
    for each in chain:
        file = folder / f"{each}.toml"
        if each != OFFICE_LANGUAGE:
            sound[each], wrong = _compared(file, each, folder / f"{OFFICE_LANGUAGE}.toml")
            found += wrong if file.is_file() or each == served else ()
        else:
            sound[each] = german
            found += faults if file.is_file() or each == served else ()
    words, *behind = sound.items()
    spare, last = (*behind, (FALLBACK, {}), (OFFICE_LANGUAGE, {}))[:2]
    phrases = Phrases(language, served, words[1], spare[1], spare[0], last[1], last[0], german)
    return phrases, tuple(found)


def printed_languages(folder: Path) -> tuple[str, ...]:
    """The languages a folder can be printed in: each is a file of `folder`, those the program
    ships first and in their order."""
    found = {file.stem for file in folder.glob("*.toml")}
    shipped = [language for language in PROGRAM_LANGUAGES if language in found]
    return (*shipped, *sorted(found.difference(PROGRAM_LANGUAGES)))


def reworded(phrases: Phrases, own: Mapping[str, Phrase]) -> Phrases:
    """The same with the office's own texts; one whose key is not known, or that cannot be filled
    as the German text is, is left out."""
    known = {
        key: text
        for key, text in own.items()
        if key in phrases
        and not any(
            flaw.is_fatal
            for flaw in flaws(text, phrases.german.get(key, text), phrases.language, key)
        )
    }
    return replace(phrases, words={**phrases.words, **known}) if known else phrases


def load_office_phrases(folder: Path, language: str) -> tuple[Phrases, tuple[Fault, ...]]:
    """The words of the folder in the office's own language and, with them, those of its letters
    to other offices, which are written in no other language (`office/<language>.toml`)."""
    found, faults = load_phrases(folder, language)
    words, own = _read(folder / "office" / f"{language}.toml")
    return replace(found, words={**found.words, **words}), (*faults, *own)


def phrases_of(table: Toml, text: str, file: str) -> tuple[dict[str, Phrase], list[Fault]]:
    """The phrases of a table as TOML gives it, by dotted key; `text` is what it was read from,
    for the lines of faults."""
    report = Report(file, text)
    return dict(_flat(table, "", report)), report.faults


def told(flaw: Flaw, key: str, file: str, text: str) -> Fault:
    """A flaw as a fault of a file: what is wrong at which key, and where that stands."""
    table, _, name = key.rpartition(".")
    line = _line_of(text, key, flaw.form) or _line_of(text, table, name)
    said = f"{key}.{flaw.form}" if flaw.form else key
    if flaw.problem in (Problem.PLACEHOLDER_UNKNOWN, Problem.PLACEHOLDER_MISSING):
        said = f"{said} {{{flaw.word}}}"
    return Fault(file, line, said, flaw.problem, f"{{{flaw.near}}}" if flaw.near else "")


def unknown(key: str, file: str, text: str, known: Mapping[str, Phrase]) -> Fault:
    """That a file names a text there is none of, with the one that may have been meant."""
    table, _, name = key.rpartition(".")
    line = _line_of(text, table, name)
    return Fault(file, line, key, Problem.UNKNOWN_KEY, nearest(key, known))


def _compared(path: Path, language: str, german: Path) -> tuple[dict[str, Phrase], list[Fault]]:
    """The sound texts of a file, and what is wrong in it beside the German ones."""
    return _compare(path, state_of(path), language, german, state_of(german))


@lru_cache(maxsize=32)
def _compare(
    path: Path,
    _now: tuple[int, int],
    language: str,
    german_path: Path,
    _german_now: tuple[int, int],
) -> tuple[dict[str, Phrase], list[Fault]]:
    found = read_toml(path)
    if isinstance(found, Fault):
        return {}, [found]
    table, text = found
    words, faults = phrases_of(table, text, path.name)
    german, _ = _read(german_path)
    if not german:
        return words, faults
    sound = dict(words)
    wrong = {fault.key for fault in faults}
    for key, said in words.items():
        if key not in german:
            faults.append(unknown(key, path.name, text, german))
            continue
        seen = flaws(said, german[key], language, key)
        faults += [told(flaw, key, path.name, text) for flaw in seen]
        if any(flaw.is_fatal for flaw in seen):
            del sound[key]
    missing = [key for key in german if key not in words and key not in wrong]
    faults += [Fault(path.name, 0, key, Problem.KEY_MISSING) for key in missing]
    return sound, faults


def _read(path: Path) -> tuple[Mapping[str, Phrase], Sequence[Fault]]:
    """The texts of a file as they stand there; read again only where it changed."""
    return _read_once(path, state_of(path))


@lru_cache(maxsize=8)
def _read_once(path: Path, _now: tuple[int, int]) -> tuple[Mapping[str, Phrase], Sequence[Fault]]:
    found = read_toml(path)
    if isinstance(found, Fault):
        return {}, [found]
    table, text = found
    return phrases_of(table, text, path.name)


def _flat(table: Toml, prefix: str, report: Report) -> Iterator[tuple[str, Phrase]]:
    for name, value in table.items():
        key = f"{prefix}{name}"
        if isinstance(value, str):
            yield key, value
        elif isinstance(value, dict) and _is_plural(value):
            yield key, {str(form): str(text) for form, text in value.items()}
        elif isinstance(value, dict):
            yield from _flat(value, f"{key}.", report)
        else:
            line = _line_of(report.text, prefix.removesuffix("."), name)
            report.faults.append(Fault(report.file, line, key, Problem.WRONG_TYPE))


def _is_plural(table: Toml) -> bool:
    return (
        "other" in table
        and table.keys() <= PLURALS
        and all(isinstance(text, str) for text in table.values())
    )


def _line_of(text: str, table: str, name: str) -> int:
    """The line of `name =` under `[table]`, counted from 1; the table's header where not found."""
    current, header = "", 0
    for number, line in enumerate(text.split("\n"), start=1):
        stripped = line.strip()
        if stripped.startswith("["):
            current = stripped.strip("[] ")
            header = number if current == table else header
        elif current == table and re.match(rf'"?{re.escape(name)}"?\s*=', stripped):
            return number
    return header
