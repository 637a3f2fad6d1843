"""What an invitation on paper says, frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.folder.contents import Advisor, Office
from app.folder.occasion_contents import Occasion


@dataclass(frozen=True)
class InvitationContents:
    """One invitation; `family`: whom it is for, as the folder names the family."""

    office: Office
    created: date
    occasion: Occasion
    family: str = ""
    advisor: Advisor | None = None
    example: bool = False
