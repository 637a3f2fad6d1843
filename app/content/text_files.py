"""Translations as files: written for a translator with the German text beside each, read back.

Both files look as the shipped ones do: `LANG.toml` has the phrases, `templates/LANG.toml` what the
templates say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import tomlkit

from app.content.faults import Problem, Report, read_toml
from app.content.phrases import Phrase, phrases_of, told, unknown
from app.content.wording_checks import flaws
from app.content.words import PHRASES, TEMPLATES, texts_of
from app.errors import Fault


@dataclass(frozen=True)
class Line:
    """One text for a translator; `text` None where there is none yet."""

    key: str
    german: Phrase
    text: Phrase | None


@dataclass
class Gathered:
    """What a file says, by key: sound texts, keys left blank, what is wrong."""

    texts: dict[str, Phrase] = field(default_factory=dict)
    blank: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def phrases_file(lines: Sequence[Line], forms: Sequence[str], head: str) -> str:
    """The phrases among these lines as TOML; "" where there are none. `forms` are the plural forms
    the language needs, `head` a comment for the first line."""
    tables: dict[str, list[str]] = {}
    for line in lines:
        if not line.key.startswith(PHRASES):
            continue
        key = line.key.removeprefix(PHRASES)
        if isinstance(line.german, str):
            table, _, name = key.rpartition(".")
            said = line.text if isinstance(line.text, str) else ""
            tables.setdefault(table, []).extend([_comment(line.german), f"{name} = {_text(said)}"])
        else:
            there = line.text if isinstance(line.text, Mapping) else {}
            tables[key] = [
                *(_comment(f"{form}: {said}") for form, said in line.german.items()),
                *(f"{form} = {_text(there.get(form, ''))}" for form in forms),
            ]
    return _file(head, tables)


def templates_file(lines: Sequence[Line], head: str) -> str:
    """What templates say among these lines as TOML; "" where there is nothing. The notes of a step
    are a list: all of them have to be among the lines, or none."""
    tables: dict[str, list[str]] = {}
    notes: dict[str, list[Line]] = {}
    for line in lines:
        if not line.key.startswith(TEMPLATES):
            continue
        table, _, name = line.key.removeprefix(TEMPLATES).rpartition(".")
        if table.endswith(".notes"):
            owner = table.removesuffix(".notes")
            tables.setdefault(owner, [])
            notes.setdefault(owner, []).append(line)
        else:
            said = line.text if isinstance(line.text, str) else ""
            german = line.german if isinstance(line.german, str) else ""
            tables.setdefault(table, []).extend([_comment(german), f"{name} = {_text(said)}"])
    for owner, found in notes.items():
        tables[owner] += ["notes = [", *_items(found), "]"]
    return _file(head, tables)


def read_texts(path: Path, german: Mapping[str, Phrase], language: str) -> Gathered:
    """What a file of either kind says beside the German texts, by key."""
    found = read_toml(path)
    if isinstance(found, Fault):
        return Gathered(faults=[found])
    table, text = found
    report = Report(path.name, text)
    said = {TEMPLATES + key: each for key, each in texts_of(table, report)}
    phrases, faults = phrases_of(table, text, path.name)
    named = {PHRASES + key: each for key, each in phrases.items()}
    # "documents" is a chapter of both: the texts a file names tell which of the two it is.
    if len(german.keys() & said.keys()) > len(german.keys() & named.keys()):
        return _sorted_out(said, report.faults, german, language, (path.name, text))
    return _sorted_out(named, faults, german, language, (path.name, text))


def _sorted_out(
    said: Mapping[str, Phrase],
    faults: Iterable[Fault],
    german: Mapping[str, Phrase],
    language: str,
    file: tuple[str, str],
) -> Gathered:
    found = Gathered(faults=list(faults))
    name, text = file
    for key, each in said.items():
        short = key.removeprefix(PHRASES).removeprefix(TEMPLATES)
        known = german.get(key)
        if known is None:
            near = {other.partition(".")[2]: german[other] for other in german}
            found.faults.append(unknown(short, name, text, near))
            continue
        forms = [each] if isinstance(each, str) else list(each.values())
        if not any(form.strip() for form in forms):
            found.blank.append(key)
            continue
        seen = flaws(each, known, language, short) if key.startswith(PHRASES) else ()
        if seen:
            found.faults += [told(flaw, short, name, text) for flaw in seen]
        elif key.startswith(TEMPLATES) and not isinstance(each, str):
            found.faults.append(Fault(name, 0, short, Problem.WRONG_TYPE))
        else:
            found.texts[key] = each if not isinstance(each, str) else each.strip()
    return found


def _items(lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        yield "  " + _comment(line.german if isinstance(line.german, str) else "")
        yield f"  {_text(line.text if isinstance(line.text, str) else '')},"


def _file(head: str, tables: Mapping[str, Sequence[str]]) -> str:
    if not tables:
        return ""
    blocks = [
        "\n".join([*([f"[{table}]"] if table else []), *each]) for table, each in _first(tables)
    ]
    return "\n\n".join([f"# {head}", *blocks]) + "\n"


def _first(tables: Mapping[str, Sequence[str]]) -> list[tuple[str, Sequence[str]]]:
    """What belongs to no table has to stand before all tables."""
    return sorted(tables.items(), key=lambda pair: bool(pair[0]))


def _comment(german: str) -> str:
    return "# " + " ".join(german.split())


def _text(text: str) -> str:
    return tomlkit.string(text).as_string()
