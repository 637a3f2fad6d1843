"""Lists as tests import them: written, opened, previewed, carried out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from app.exchange.mapping import Mapping, read_mapping
from app.progress import finish

if TYPE_CHECKING:
    from app.desk import Desk
    from app.records.importing import ImportPreview, Outcome

MAPPING = """
name = "liste"
format = "json"
key = "id"

[fields.organisation]
from = "name"

[fields.town]
from = "ort"
"""
MORE = """
[fields.phone]
from = "tel"

[fields.hours_given]
from = "zeiten"
"""


def mapping_of(text: str = MAPPING) -> Mapping:
    mapping, faults = read_mapping("m.toml", text.encode("utf-8"))
    assert mapping is not None, faults
    return mapping


def listed(folder: Path, *rows: dict[str, object], name: str = "liste.json") -> Path:
    file = folder / name
    file.write_text(json.dumps(rows), encoding="utf-8")
    return file


def previewed(desk: Desk, path: Path, mapping: Mapping | None = None, **more: object):
    """What would come of a list; without a mapping as proposed."""
    source = finish(desk.imports.open(path))
    if mapping is None and source.reading.kind.needs_mapping and source.columns:
        mapping = desk.imports.proposal(source).mapping
    return finish(desk.imports.preview(source, mapping, **more))


def take_in(
    desk: Desk,
    path: Path,
    mapping: Mapping | None = None,
    taken: frozenset[tuple[int, str]] = frozenset(),
    left_out: frozenset[int] = frozenset(),
    **more: object,
) -> Outcome:
    """A list imported as previewed."""
    preview: ImportPreview = previewed(desk, path, mapping, **more)
    return finish(desk.imports.carry_out(preview, taken, left_out))
