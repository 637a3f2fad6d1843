"""Templates written as TOML in the order and layout of the shipped files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import tomlkit

from app.content.languages import TEMPLATE_LANGUAGES
from app.records.templates import FactRow, SetDraft, StepDraft, Texts
from app.rules.terms import Track


def step_block(draft: StepDraft) -> str:
    """One `[[step]]` block; keys the draft leaves blank are left out, inner tables stand on one
    line each."""
    office = {**({"type": draft.office_type} if draft.office_type else {}), **_spoken(draft.office)}
    lines = [
        ("id", _text(draft.id)),
        ("phase", _said(draft.phase)),
        ("title", _languages(draft.title)),
        ("short", _languages(draft.short)),
        ("explain", _languages(draft.explain)),
        ("scope", _said(draft.scope)),
        ("when", _conditions(draft.when)),
        ("anchor", _said(draft.anchor)),
        ("after", _said(draft.after)),
        ("offset", _said(draft.offset)),
        ("first_day_counts", "true" if draft.first_day_counts else ""),
        ("kind", _said(draft.kind)),
        ("shift", _said(draft.shift)),
        ("shift_basis", _said(draft.shift_basis)),
        ("promptly", "true" if draft.promptly else ""),
        ("roles", _list(draft.roles)),
        ("office", _inline(office) if office else ""),
        ("documents", _list(draft.documents)),
        ("basis", _said(draft.basis)),
        ("source", _said(draft.source)),
        ("grade", _said(draft.grade)),
        ("stand", draft.stand.isoformat() if draft.stand else ""),
        ("depends_on", _list(draft.depends_on)),
        ("leads_to", _said(draft.leads_to)),
        ("clears", _said(draft.clears)),
        ("only_in", _list(draft.only_in)),
        ("notes", _below(_note(note.when, note.text) for note in draft.notes)),
        ("examples", _below(_example(e.facts, e.applies.value) for e in draft.examples)),
    ]
    return "\n".join(("[[step]]", *(f"{key} = {value}" for key, value in lines if value))) + "\n"


def set_block(draft: SetDraft) -> str:
    """One `[[set]]` block."""
    lines = [
        f"id = {_text(draft.id)}",
        *_pairs(_spoken(draft.title)),
        *([f"employer = {_text(draft.employer)}"] if draft.employer else []),
        *([f"professions = {_list(draft.professions)}"] if draft.professions else []),
        f"leaves_out = {_below(map(_text, draft.leaves_out)) or '[]'}",
    ]
    return "\n".join(("[[set]]", *lines)) + "\n"


def phase_block(phase: str, title: Texts) -> str:
    """One `[[phase]]` block."""
    return "\n".join(("[[phase]]", f"id = {_text(phase)}", *_pairs(_spoken(title)))) + "\n"


def order_text(steps: Sequence[str]) -> str:
    """The order of a track as the data file keeps it."""
    return f"order = {_list(steps) or '[]'}\n"


def file_text(track: Track, stand: date | None, blocks: Iterable[str]) -> str:
    """A whole file: the track, the day its texts were last checked, its blocks."""
    head = [f"track = {_text(track.value)}"]
    if stand is not None:
        head.append(f"stand = {stand.isoformat()}")
    return "\n".join(("\n".join(head) + "\n", *blocks))


def _text(text: str) -> str:
    return tomlkit.string(text).as_string()


def _said(text: str) -> str:
    return _text(text) if text else ""


def _key(name: str) -> str:
    return tomlkit.key(name).as_string()


def _pairs(values: Mapping[str, str]) -> list[str]:
    return [f"{_key(key)} = {_text(value)}" for key, value in values.items()]


def _spoken(texts: Texts) -> dict[str, str]:
    """Texts by language, those of the program in its order."""
    known = {code: texts[code] for code in TEMPLATE_LANGUAGES if code in texts}
    return {**known, **texts}


def _inline(values: Mapping[str, str]) -> str:
    return _braced(_pairs(values))


def _braced(pairs: Sequence[str]) -> str:
    return "{ " + ", ".join(pairs) + " }" if pairs else "{}"


def _languages(texts: Texts) -> str:
    return _inline(_spoken(texts)) if texts else ""


def _list(words: Sequence[str]) -> str:
    return "[" + ", ".join(map(_text, words)) + "]" if words else ""


def _below(entries: Iterable[str]) -> str:
    """A list with each entry on a line of its own, as the shipped files have it."""
    lines = [f"  {entry}," for entry in entries]
    return "\n".join(("[", *lines, "]")) if lines else ""


def _row(row: FactRow) -> str:
    return _braced([f"{_key(key)} = {_list(values) or '[]'}" for key, values in row.items()])


def _conditions(rows: Sequence[FactRow]) -> str:
    """One row on the line of its key, several below."""
    if len(rows) > 1:
        return _below(map(_row, rows))
    return f"[{_row(rows[0])}]" if rows else ""


def _note(when: Sequence[FactRow], text: Texts) -> str:
    rows = ", ".join(map(_row, when))
    return _braced([*([f"when = [{rows}]"] if when else []), *_pairs(_spoken(text))])


def _example(facts: Mapping[str, str], applies: str) -> str:
    return _braced([f"facts = {_inline(facts)}", f"applies = {_text(applies)}"])
