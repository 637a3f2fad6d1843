"""The films and pages about the region as they are printed for a family."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.content.languages import FALLBACK, OFFICE_LANGUAGE
from app.folder.film_contents import Film
from db.repositories import visits
from db.tables.visit import MediaLink


def films_of(session: Session, language: str) -> tuple[Film, ...]:
    """The films in use that a family of this language (BCP 47) understands: in its language and
    without words; where there are none in its language, in English, else in German."""
    rows = [each for each in visits.films(session) if each.archived_on is None]
    found: list[MediaLink] = []
    for tag in (language, FALLBACK, OFFICE_LANGUAGE):
        found = [
            each for each in rows if each.language and _primary(each.language) == _primary(tag)
        ]
        if found:
            break
    silent = [each for each in rows if not each.language]
    return tuple(
        Film(each.title, each.website, each.language, each.about) for each in (*found, *silent)
    )


def _primary(tag: str) -> str:
    return tag.split("-", maxsplit=1)[0].lower()
