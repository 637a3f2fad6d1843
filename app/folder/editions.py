"""A folder in one language, and what stands beside it: German, titles in other languages, a map."""

from __future__ import annotations

from dataclasses import dataclass

from app.content.county_map import CountyMap
from app.content.phrases import Phrases
from app.folder.contents import FolderContents
from app.records.brochures import PrintedBrochure
from app.records.compositions import STANDARD, Composition


@dataclass(frozen=True)
class Edition:
    """The same folder in one language: what is printed and the words it is printed with."""

    contents: FolderContents
    phrases: Phrases


@dataclass(frozen=True)
class Extras:
    """What a folder takes beside its own contents.

    `beside`: the German edition on the facing pages, gathered with it. `titles`: the languages a
    chapter's title is said in besides its own. `county`: what the tab sheet of the offices shows.
    `composition`: which chapters, in which order, with which options. `brochures`: other people's
    PDFs its chapters may name.
    """

    beside: Edition | None = None
    titles: tuple[Phrases, ...] = ()
    county: CountyMap | None = None
    composition: Composition = STANDARD
    brochures: tuple[PrintedBrochure, ...] = ()


ALONE = Extras()
