"""A folder in one language, and what stands beside it: German, titles in other languages, a map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from app.content.county_map import CountyMap
from app.content.phrases import Phrases
from app.folder.contents import ChecklistEntry, FolderContents
from app.folder.dating import Dated
from app.folder.former_tasks import in_place
from app.folder.plan import Sheet
from app.records.brochures import PrintedBrochure
from app.records.compositions import STANDARD, Composition
from app.typeset.sheets import Handed


@dataclass(frozen=True)
class Edition:
    """The same folder in one language: what is printed and the words it is printed with."""

    contents: FolderContents
    phrases: Phrases


@dataclass(frozen=True)
class Former:
    """The folder the family has: its sheets, the days they say in their own words, and its tasks
    in each of its languages."""

    sheets: tuple[Handed, ...] = ()
    dated: tuple[Dated, ...] = ()
    tasks: tuple[tuple[ChecklistEntry, ...], ...] = ()

    def in_place(self, edition: Edition, language: int = 0) -> Edition:
        """The edition with the tasks that were done since as the family's folder holds them;
        `language`: 0 for the first, 1 for German beside it."""
        if language >= len(self.tasks):
            return edition
        return replace(edition, contents=in_place(edition.contents, self.tasks[language]))


@dataclass(frozen=True)
class Extras:
    """What a folder takes beside its own contents.

    `beside`: the German edition on the facing pages, gathered with it. `titles`: the languages a
    chapter's title is said in besides its own. `county`: what the tab sheet of the offices shows.
    `german`: says what is to be signed below its translation; None where that is German itself.
    `composition`: which chapters, in which order, with which options.
    `former`: the folder handed out before, whose days stay where nothing changed.
    `days`: what the sheets of the chapters say, decided while the folder is composed.
    `brochures`: other people's PDFs its chapters may name.
    """

    beside: Edition | None = None
    titles: tuple[Phrases, ...] = ()
    county: CountyMap | None = None
    german: Phrases | None = None
    composition: Composition = STANDARD
    former: Former = Former()
    days: Mapping[tuple[str, Sheet], date] = field(default_factory=dict)
    brochures: tuple[PrintedBrochure, ...] = ()

    @property
    def brochure_ids(self) -> frozenset[int]:
        """Those that may be printed."""
        return frozenset(each.id for each in self.brochures)


ALONE = Extras()
