"""A block of a template file as the form edits it: codes and texts, nothing checked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from app.records.templates import Example, FactRow, NoteDraft, SetDraft, StepDraft, Texts
from app.rules.terms import Answer, Track

Toml = Mapping[str, object]

_ANSWERS = {answer.value: answer for answer in Answer}


def step_draft(block: Toml, track: Track) -> StepDraft:
    """The draft of one `[[step]]` table; what has the wrong type in it is left out."""
    office = _table(block, "office")
    return StepDraft(
        id=_text(block, "id"),
        track=track,
        phase=_text(block, "phase"),
        title=_texts(_table(block, "title")),
        short=_texts(_table(block, "short")),
        explain=_texts(_table(block, "explain")),
        kind=_text(block, "kind"),
        offset=_text(block, "offset"),
        anchor=_text(block, "anchor"),
        after=_text(block, "after"),
        when=_rows(block),
        scope=_text(block, "scope"),
        shift=_text(block, "shift"),
        shift_basis=_text(block, "shift_basis"),
        first_day_counts=block.get("first_day_counts") is True,
        promptly=block.get("promptly") is True,
        roles=_list(block, "roles"),
        office_type=_text(office, "type"),
        office=_texts(office, but="type"),
        documents=_list(block, "documents"),
        basis=_text(block, "basis"),
        source=_text(block, "source"),
        grade=_text(block, "grade"),
        stand=_date(block, "stand"),
        depends_on=_list(block, "depends_on"),
        notes=tuple(
            NoteDraft(_rows(note), _texts(note, but="when")) for note in _tables(block, "notes")
        ),
        clears=_text(block, "clears"),
        leads_to=_text(block, "leads_to"),
        only_in=_list(block, "only_in"),
        examples=tuple(
            Example(_texts(_table(example, "facts")), _ANSWERS[_text(example, "applies")])
            for example in _tables(block, "examples")
            if _text(example, "applies") in _ANSWERS
        ),
    )


def set_draft(block: Toml, track: Track) -> SetDraft:
    """The draft of one `[[set]]` table."""
    languages = {
        key: value
        for key, value in _texts(block, but="id").items()
        if key not in ("leaves_out", "employer", "professions")
    }
    return SetDraft(
        id=_text(block, "id"),
        track=track,
        title=languages,
        leaves_out=_list(block, "leaves_out"),
        employer=_text(block, "employer"),
        professions=_list(block, "professions"),
    )


def _text(block: Toml, key: str) -> str:
    value = block.get(key)
    return value if isinstance(value, str) else ""


def _texts(block: Toml, but: str = "") -> Texts:
    return {key: value for key, value in block.items() if isinstance(value, str) and key != but}


def _list(block: Toml, key: str) -> tuple[str, ...]:
    return _strings(block.get(key))


def _strings(value: object) -> tuple[str, ...]:
    found = value if isinstance(value, list) else ()
    return tuple(each for each in found if isinstance(each, str))


def _date(block: Toml, key: str) -> date | None:
    value = block.get(key)
    # to Python a time stamp is a date
    return value if isinstance(value, date) and not isinstance(value, datetime) else None


def _table(block: Toml, key: str) -> Toml:
    value = block.get(key)
    return value if isinstance(value, dict) else {}


def _tables(block: Toml, key: str) -> tuple[Toml, ...]:
    value = block.get(key)
    found = value if isinstance(value, list) else ()
    return tuple(each for each in found if isinstance(each, dict))


def _rows(block: Toml) -> tuple[FactRow, ...]:
    return tuple(
        {key: _strings(values) for key, values in row.items()} for row in _tables(block, "when")
    )
