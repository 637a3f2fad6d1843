"""How the checklist was last seen at this workplace: its grouping, and the groups folded."""

from __future__ import annotations

import json
from collections.abc import Iterable

from PySide6.QtCore import QByteArray

from ui.relocation.groups import SETTLED, View
from ui.settings import Settings

VIEW, FOLDED = "relocation/view", "relocation/folded"
OF_A_CASE = ("person:", "provider:")  # nothing about a person is kept with the settings


def view(settings: Settings) -> View:
    """The grouping, by date where none was chosen yet."""
    text = _kept(settings, VIEW)
    return View(text) if text in {each.value for each in View} else View.DUE


def keep_view(settings: Settings, by: View) -> None:
    settings.keep_state(VIEW, QByteArray(by.value.encode()))


def folded(settings: Settings) -> frozenset[str]:
    """The keys of the groups that are folded; at first what is settled."""
    text = _kept(settings, FOLDED)
    if not text:
        return frozenset(SETTLED)
    try:
        found = json.loads(text)
    except ValueError:
        return frozenset(SETTLED)
    if not isinstance(found, list):
        return frozenset(SETTLED)
    return frozenset(key for key in found if isinstance(key, str))


def keep_folded(settings: Settings, keys: Iterable[str]) -> None:
    """Groups of single persons and providers are folded until the program ends, not longer."""
    kept = sorted(str(key) for key in keys if not key.startswith(OF_A_CASE))
    settings.keep_state(FOLDED, QByteArray(json.dumps(kept).encode()))


def _kept(settings: Settings, name: str) -> str:
    return bytes(settings.state(name).data()).decode(errors="replace")
