"""Entries of the directory as a field of the network offers them."""

from __future__ import annotations

from functools import partial

from app.services.lists import Lists
from ui.widgets.picker import Picker
from ui.widgets.provider_finding import providers


def provider_picker(lists: Lists, hint: str) -> Picker:
    """A field that finds entries by name, service and town."""
    return Picker(partial(providers, lists), hint)
