"""What is wrong with an employer's site, and who follows it there. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.records.employers import SiteWarning
from app.rules.sites import SiteProblem

PROBLEMS: Mapping[SiteProblem, str] = {
    SiteProblem.ENDED: "{name} hat am {on} geschlossen.",
    SiteProblem.ENDS_BEFORE_START: "{name} schließt am {on}, vor dem ersten Arbeitstag am {start}.",
    SiteProblem.ENDS: "{name} schließt am {on}.",
    SiteProblem.OPENS_AFTER_START: "{name} öffnet erst am {on}, nach dem ersten Arbeitstag am "
    "{start}.",
    SiteProblem.ARCHIVED: "{name} steht im Archiv des Verzeichnisses.",
}


def warning(found: SiteWarning) -> str:
    """What is wrong with a site, and who follows it there."""
    said = PROBLEMS[found.problem].format(
        name=found.name, on=_day(found.on), start=_day(found.work_start)
    )
    return f"{said} Danach: {found.successor_name}." if found.successor_name else said


def _day(on: date | None) -> str:
    return f"{on:%d.%m.%Y}" if on else ""
