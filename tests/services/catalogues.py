"""Small catalogues for tests: folders of resources like the shipped ones, with steps of one's own.

Everything but the templates is the shipped original.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from tests.conftest import ROOT

_SPOKEN = ("title", "short", "explain")


def step(template: str, *, anchor: str = "contract", offset: str = "P0D", **keys: object) -> str:
    """One step as TOML. `after` takes the place of the anchor; any other key as it is written."""
    after = keys.pop("after", None)
    fields: dict[str, object] = {
        "id": template,
        "phase": "phase",
        **{name: {"de": f"Schritt {template}", "en": f"Step {template}"} for name in _SPOKEN},
        **({"after": after} if after else {"anchor": anchor}),
        "offset": offset,
        "kind": "advice",
        "roles": ["service_point"],
        "office": {"type": "service_point", "de": "Servicestelle", "en": "Service point"},
        **keys,
    }
    return "[[step]]\n" + "\n".join(f"{key} = {_toml(value)}" for key, value in fields.items())


def resources(
    folder: Path,
    onboarding: Sequence[str] = (),
    relocation: Sequence[str] = (),
    sets: Sequence[tuple[str, Sequence[str]]] = (("standard", ()),),
) -> Path:
    """A folder of resources with these steps, made anew where it is already there; `sets` name
    what each leaves out."""
    folder.mkdir(exist_ok=True)
    for each in (ROOT / "resources").iterdir():
        if each.name != "templates" and not (folder / each.name).exists():
            (folder / each.name).symlink_to(each)
    templates = folder / "templates"
    templates.mkdir(exist_ok=True)
    shipped = ROOT / "resources" / "templates" / "documents.toml"
    (templates / "documents.toml").write_text(shipped.read_text(encoding="utf-8"), encoding="utf-8")
    named = [
        f'[[set]]\nid = "{key}"\nde = "Satz {key}"\nen = "Set {key}"\n'
        f"leaves_out = {_toml(list(left_out))}"
        for key, left_out in sets
    ]
    _write(templates, "onboarding", [*named, *onboarding])
    _write(templates, "relocation", relocation)
    return folder


def _write(templates: Path, track: str, parts: Sequence[str]) -> None:
    head = f'track = "{track}"\nstand = 2026-11-22\n\n[[phase]]\nid = "phase"\nde = "P"\nen = "P"'
    (templates / track).mkdir(exist_ok=True)
    (templates / track / "1_all.toml").write_text("\n\n".join((head, *parts)), encoding="utf-8")


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
