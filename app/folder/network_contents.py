"""Who works together in the region, as families read it; frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Partner:
    """One end of a link, and how it is reached."""

    name: str
    town: str = ""
    phone: str = ""
    video: bool = False


@dataclass(frozen=True)
class Together:
    """Two that work together. `kind`: the code of the way they do; `text` is the office's own and
    German."""

    kind: str
    first: Partner
    second: Partner
    text: str = ""


@dataclass(frozen=True)
class NetworkPage:
    links: tuple[Together, ...]
    created: date
