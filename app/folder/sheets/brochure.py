"""The chapter of somebody else's PDF: its tab sheet or heading page, and room for its pages."""

from __future__ import annotations

from app.folder.plan import PlannedChapter
from app.folder.speech import Speech
from app.records.brochures import PrintedBrochure, Treatment
from app.typeset import blocks


def brochure(
    part: PlannedChapter, printed: PrintedBrochure, speech: Speech, *, tab_sheet: bool
) -> blocks.Chapter:
    """The title is in the language of the brochure, what we say of it in the folder's. Without
    tab sheets a page with its heading comes before its pages."""
    notes = _notes(printed, speech)
    title, lang = printed.draft.title, printed.draft.language
    tab: blocks.Divider | None = None
    said: tuple[blocks.Block, ...] = ()
    if tab_sheet:
        tab = blocks.Divider(notes=tuple(blocks.DividerNote(n, speech.language) for n in notes))
    else:
        said = (
            blocks.Heading(1, blocks.words(title)),
            *(blocks.Paragraph(blocks.words(note), lang=speech.language) for note in notes),
        )
    return blocks.Chapter(
        part.number,
        title,
        said,
        lang=lang,
        tab=tab,
        key=part.key,
        inserted=blocks.Inserted(printed.key, printed.pages),
    )


def described(printed: PrintedBrochure, page: int, speech: Speech) -> str:
    """What a screen reader says of a picture: of a page that is one as the office put it, of one
    in a tagged brochure that nobody described it."""
    if printed.treatment is Treatment.TAGGED:
        return str(speech.text("brochure.picture"))
    alt = printed.draft.alt or printed.draft.title
    if printed.pages == 1:
        return alt
    return str(
        speech.text("brochure.page", description=alt, page=page, pages=printed.pages),
    )


def _notes(printed: PrintedBrochure, speech: Speech) -> list[str]:
    draft = printed.draft
    notes = (
        [speech.text("brochure.publisher", publisher=draft.publisher)] if draft.publisher else []
    )
    extent = speech.text("brochure.extent", count=printed.pages)
    if draft.language and draft.language != speech.language:
        spoken = speech.text("brochure.language", language=speech.language_name(draft.language))
        extent = speech.text("joins.semicolon", first=extent, second=spoken)
    notes += [extent, speech.text("brochure.not_ours")]
    if printed.treatment is not Treatment.TAGGED:
        notes.append(speech.text("brochure.as_pictures"))
    return notes
