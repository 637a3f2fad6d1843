"""Other people's PDFs as chapters of a folder: what was found in them, what the office says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

LARGEST = 40_000_000
"""Bytes a file may have; a larger one is refused unread."""
MOST_PAGES = 120
"""Pages a brochure may have."""


class Treatment(Enum):
    """How a brochure gets into a folder."""

    TAGGED = "tagged"  # its structure tree is grafted into the folder's
    FIGURE = "figure"  # each page is one figure, its lines and letters kept
    DRAWN = "drawn"  # each page is a picture of dots


class Removed(Enum):
    """What a brochure held that no folder may, and what was therefore left out."""

    SCRIPT = "script"
    LAUNCH = "launch"  # opens programs or other files
    SENDING = "sending"  # sends what is filled in to somebody
    ATTACHMENT = "attachment"
    MEDIA = "media"
    FIELDS = "fields"  # form fields; what was filled in stays as print
    XFA = "xfa"  # a form only one program can show; what shows here may be a notice
    LINK = "link"  # a link that leads neither into the web nor within the brochure
    NOTE = "note"  # comments of readers
    LAYERS = "layers"  # pages are drawn as they show at first


class Caution(Enum):
    """What the office should know of a brochure before it is printed."""

    REPAIRED = "repaired"
    OWNER_LOCK = "owner_lock"  # its makers asked for no changes or copies
    NOT_ACCESSIBLE = "not_accessible"  # pages become figures
    PICTURES_UNDESCRIBED = "pictures_undescribed"
    FONTS_MISSING = "fonts_missing"  # drawn, because letters are not in the file
    LAYERED = "layered"
    TAGS_UNSOUND = "tags_unsound"  # its tags do not fit its pages
    SMALL_PRINT = "small_print"  # larger than A4, so that it shrinks


@dataclass(frozen=True)
class BrochureFacts:
    """What was found. `sizes`: width and height of each page as shown, in mm. `language`: as the
    file says (BCP 47), "" where it says none. `title`: as the file says."""

    pages: int
    sizes: tuple[tuple[float, float], ...]
    tagged: bool
    treatment: Treatment
    removed: frozenset[Removed] = frozenset()
    cautions: frozenset[Caution] = frozenset()
    title: str = ""
    language: str = ""


@dataclass(frozen=True)
class BrochureFound:
    """A brochure made ready and not stored yet: its cleaned file and what was found."""

    content: bytes
    facts: BrochureFacts


@dataclass(frozen=True)
class BrochureDraft:
    """What the office says of a brochure. `alt`: what its pages show, for a screen reader, needed
    where they become figures. `language`: BCP 47."""

    title: str
    language: str = ""
    alt: str = ""
    publisher: str = ""


@dataclass(frozen=True)
class BrochureRow:
    """A brochure the office keeps."""

    id: int
    draft: BrochureDraft
    pages: int
    treatment: Treatment
    removed: frozenset[Removed]
    added_on: date
    archived_on: date | None = None


@dataclass(frozen=True)
class PrintedBrochure:
    """A brochure as a folder takes it: `key` names it and the state of its file, `content` is the
    cleaned file."""

    id: int
    draft: BrochureDraft
    pages: int
    treatment: Treatment
    key: str
    content: bytes
