"""Films and pages about the region, each as a code for the telephone."""

from __future__ import annotations

from collections.abc import Sequence

from app.folder.film_contents import Film
from app.folder.sheets import reach
from app.folder.speech import Speech
from app.typeset import blocks


def films(found: Sequence[Film], speech: Speech) -> tuple[blocks.Block, ...]:
    """A heading and the codes; nothing where there are none."""
    codes = tuple(code for each in found for code in _code(each, speech))
    if not codes:
        return ()
    title = blocks.words(speech.text("visit.films"))
    first = blocks.KeepTogether((blocks.Heading(2, title, in_contents=False), codes[0]))
    return (first, *codes[1:])


def _code(film: Film, speech: Speech) -> tuple[blocks.QR, ...]:
    spoken = (
        speech.text("brochure.language", language=speech.language_name(film.language))
        if film.language
        else speech.text("visit.films_silent")
    )
    lines = [blocks.words(blocks.bold(film.title)), blocks.words(spoken)]
    if film.about:
        lines.append(blocks.words(film.about))
    code = reach.code(film.website, speech, tuple(lines), "")
    return (code,) if code else ()
