"""The printed words, one file a language: dotted keys, placeholders, plural forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.content.faults import Problem, Report, Toml, read_toml
from app.content.isolates import isolated
from app.content.languages import (
    FALLBACK,
    PROGRAM_LANGUAGES,
    is_right_to_left,
    lenders,
    locale_of,
)
from app.errors import Fault

# CLDR's plural categories; a table of nothing but these, `other` among them, is a plural.
PLURALS = frozenset({"zero", "one", "two", "few", "many", "other"})

_PLACE = re.compile(r"\{(\w+)\}")

Phrase = str | Mapping[str, str]


@dataclass(frozen=True)
class Phrases:
    """The words of one language by dotted key.

    `language` is the one in use, `asked` the one wanted: they differ where the program lacks it.
    `spare` lends the keys this language lacks, in the language `lender`; `lent` names them.
    """

    asked: str
    language: str
    words: Mapping[str, Phrase]
    spare: Mapping[str, Phrase] = field(default_factory=dict)
    lender: str = FALLBACK

    @property
    def fell_back(self) -> bool:
        """Whether English stands in for the language asked for."""
        return self.asked != self.language

    @property
    def lent(self) -> tuple[str, ...]:
        """Keys taken from the language that lends, sorted."""
        return tuple(sorted(self.spare.keys() - self.words.keys()))

    def text(self, key: str, **values: str | int) -> str:
        """The phrase at `key` with `{name}` replaced by `values[name]`.

        A plural takes the form for `values["count"]` by CLDR's rules of its language. A value is
        put in as it is, whatever braces it holds; in a language written from right to left one
        with letters from the left is isolated. Raises KeyError for an unknown key and for a
        placeholder without a value: both are bugs.
        """
        own = key in self.words
        phrase = self.words[key] if own else self.spare[key]
        language = self.language if own else self.lender
        if not isinstance(phrase, str):
            form = _plural_form(language, int(values["count"]))
            phrase = phrase.get(form, phrase["other"])
        put = isolated if is_right_to_left(language) else str
        return _PLACE.sub(lambda place: put(values[place[1]]), phrase)

    def __contains__(self, key: str) -> bool:
        return key in self.words or key in self.spare

    def keys(self, under: str = "") -> tuple[str, ...]:
        """All keys, or those below `under`, sorted."""
        found = self.words.keys() | self.spare.keys()
        return tuple(sorted(k for k in found if not under or k.startswith(f"{under}.")))

    def placeholders(self, key: str) -> frozenset[str]:
        """The names the phrase wants values for, plural forms together."""
        phrase = self.words[key] if key in self.words else self.spare[key]
        forms = [phrase] if isinstance(phrase, str) else list(phrase.values())
        return frozenset(name for form in forms for name in _PLACE.findall(form))


def load_phrases(folder: Path, language: str) -> tuple[Phrases, tuple[Fault, ...]]:
    """The words of `language` from `folder`, with those of its lender (English; German for plain
    German) behind them, and what is wrong.

    A language without a file is served by English; `Phrases.fell_back` says so.
    """
    # A language is a file here only if one is there by that name: never a path from outside.
    served = language if language in printed_languages(folder) else FALLBACK
    lender = lenders(served)[0]
    spare, faults = _read(folder / f"{lender}.toml")
    if served == lender:
        return Phrases(language, served, spare, lender=lender), tuple(faults)
    words, own = _read(folder / f"{served}.toml")
    return Phrases(language, served, words, spare, lender), (*faults, *own)


def printed_languages(folder: Path) -> tuple[str, ...]:
    """The languages a folder can be printed in: each is a file of `folder`, those the program
    ships first and in their order."""
    found = {file.stem for file in folder.glob("*.toml")}
    shipped = [language for language in PROGRAM_LANGUAGES if language in found]
    return (*shipped, *sorted(found.difference(PROGRAM_LANGUAGES)))


def reworded(phrases: Phrases, own: Mapping[str, Phrase]) -> Phrases:
    """The same with the office's own texts; a key that is not known is left out."""
    known = {key: text for key, text in own.items() if key in phrases}
    return replace(phrases, words={**phrases.words, **known}) if known else phrases


def load_office_phrases(folder: Path, language: str) -> tuple[Phrases, tuple[Fault, ...]]:
    """The words of the folder in the office's own language and, with them, those of its letters
    to other offices, which are written in no other language (`office/<language>.toml`)."""
    found, faults = load_phrases(folder, language)
    words, own = _read(folder / "office" / f"{language}.toml")
    return replace(found, words={**found.words, **words}), (*faults, *own)


def _read(path: Path) -> tuple[dict[str, Phrase], list[Fault]]:
    found = read_toml(path)
    if isinstance(found, Fault):
        return {}, [found]
    table, text = found
    report = Report(path.name, text)
    return dict(_flat(table, "", report)), report.faults


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


def _plural_form(language: str, count: int) -> str:
    return str(locale_of(language).plural_form(count))
