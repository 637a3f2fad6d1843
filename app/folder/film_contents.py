"""Films and pages about the region as they are printed, frozen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Film:
    """A film or page about the region; `language`: the tag of what is spoken, blank for pictures
    alone."""

    title: str
    website: str
    language: str = ""
    about: str = ""
