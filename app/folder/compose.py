"""The planned sheets as one document: chapters with their blocks, title, foot and stamp."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time

from app.content.languages import OFFICE_LANGUAGE
from app.content.phrases import Phrases
from app.folder import household
from app.folder.asked import Asked
from app.folder.contents import FolderContents
from app.folder.dating import Dated, dated, days
from app.folder.editions import ALONE, Edition, Extras
from app.folder.plan import PlannedChapter, Sheet, plan, tab_numbers
from app.folder.sheets.all import SHEETS
from app.folder.sheets.brochure import brochure
from app.folder.sheets.care import care
from app.folder.sheets.checklist import alone
from app.folder.sheets.cover import bilingual as bilingual_cover
from app.folder.sheets.cover import greeting
from app.folder.sheets.divider import divider
from app.folder.sheets.letter import tasks_named
from app.folder.sheets.spine import spine
from app.folder.speech import Speech
from app.typeset import blocks
from app.typeset.sheets import Stamps

# What both languages of a folder share.
OUTSIDE = frozenset({Sheet.COVER, Sheet.SPINE})


def compose(
    contents: FolderContents, phrases: Phrases, extras: Extras = ALONE
) -> blocks.FolderDocument:
    """Everything decided, nothing laid out yet. Equal contents give equal documents."""
    speech = Speech(phrases)
    contents, german = _sides(contents, phrases, extras)
    planned = plan(contents, extras.composition, extras.brochure_ids)
    said = days(_dated(planned, contents, german, speech, extras))
    chapters = tuple(
        _chapter(part, contents, german, speech, replace(extras, days=said)) for part in planned
    )
    whole = _document("folder", speech.text("folder.title"), contents, speech, chapters)
    return replace(
        whole,
        blank_page=speech.text("folder.blank_page"),
        stamps=_stamps(contents, german, speech, extras),
        tab_numbers=tab_numbers(extras.composition, extras.brochure_ids),
    )


def dates(contents: FolderContents, phrases: Phrases, extras: Extras = ALONE) -> tuple[Dated, ...]:
    """The days that the sheets of this folder say in their own words."""
    contents, german = _sides(contents, phrases, extras)
    planned = plan(contents, extras.composition, extras.brochure_ids)
    return _dated(planned, contents, german, Speech(phrases), extras)


def _sides(
    contents: FolderContents, phrases: Phrases, extras: Extras
) -> tuple[FolderContents, FolderContents | None]:
    """The contents ready to be set, and the German ones beside them."""
    contents = replace(contents, addressee=_addressee(contents, phrases, extras))
    if extras.beside is None:
        return contents, None
    return _alike(Edition(contents, phrases), extras.beside)


def _dated(
    planned: Sequence[PlannedChapter],
    contents: FolderContents,
    german: FolderContents | None,
    speech: Speech,
    extras: Extras,
) -> tuple[Dated, ...]:
    other = Speech(extras.beside.phrases) if extras.beside else None

    asked = {sheet: Asked(part.choice) for part in planned for sheet in part.sheets}

    def made(
        sheet: Sheet, own: FolderContents, beside: FolderContents | None
    ) -> Iterable[blocks.Block]:
        yield from SHEETS[sheet](own, speech, asked[sheet])
        if beside is not None and other is not None:
            yield from SHEETS[sheet](beside, other, asked[sheet])

    return dated(planned, contents, german, made, extras.former.dated)


def _stamps(
    contents: FolderContents, german: FolderContents | None, speech: Speech, extras: Extras
) -> Stamps:
    editions = [(contents, speech)]
    if german is not None and extras.beside is not None:
        editions.append((german, Speech(extras.beside.phrases)))
    stamps = Stamps(contents.created, {}, extras.former.sheets)
    feet = {
        (each.language, day): _foot("folder", own, each, day)
        for own, each in editions
        for day in (*stamps.days, None)
    }
    return replace(stamps, feet=feet)


def _addressee(contents: FolderContents, phrases: Phrases, extras: Extras) -> str:
    """The family in German, for the window of the letter; blank where the folder is German."""
    beside = (extras.beside.phrases,) if extras.beside else ()
    for each in (phrases, *beside, *extras.titles):
        if each.language == OFFICE_LANGUAGE:
            return "" if each is phrases else household.title(contents, Speech(each))
    return ""


def _alike(one: Edition, other: Edition) -> tuple[FolderContents, FolderContents]:
    """The contents of both, with what the languages would decide differently decided once."""
    ready = [replace(each.contents, facing=True) for each in (one, other)]
    speeches = (Speech(one.phrases), Speech(other.phrases))
    tasks = tasks_named(*zip(ready, speeches, strict=True))
    first, second = (replace(contents, letter_tasks=tasks) for contents in ready)
    return first, second


def compose_checklist(
    contents: FolderContents, phrases: Phrases, _extras: Extras = ALONE
) -> blocks.FolderDocument:
    """The checklist alone: no cover, no tabs, pages counted through ("2 / 3")."""
    speech = Speech(phrases)
    chapter = blocks.Chapter(0, "", alone(contents, speech))
    title = speech.text("checklist.title")
    listed = _document("checklist", title, contents, speech, (chapter,))
    return replace(listed, numbering=blocks.Numbering.OF_TOTAL, tabs=False)


def compose_care(
    contents: FolderContents, phrases: Phrases, _extras: Extras = ALONE
) -> blocks.FolderDocument:
    """The sheets of care alone: no cover, no tabs, pages counted through."""
    speech = Speech(phrases)
    chapter = blocks.Chapter(0, "", care(contents, speech))
    names = speech.listed([each.name for each in contents.care])
    title = speech.text("care.title", name=names)
    sheet = _document("care", title, contents, speech, (chapter,))
    return replace(sheet, title=title, numbering=blocks.Numbering.OF_TOTAL, tabs=False)


def _document(
    what: str,
    title: str,
    contents: FolderContents,
    speech: Speech,
    chapters: tuple[blocks.Chapter, ...],
) -> blocks.FolderDocument:
    family = household.title(contents, speech)
    return blocks.FolderDocument(
        title=f"{title} {family}".strip(),
        lang=speech.language,
        author=contents.office.name or contents.office.responsible_body,
        subject=title,
        # Noon of the day in UTC: the file carries no other stamp, so it can be made again.
        created=datetime.combine(contents.created, time(12), tzinfo=UTC),
        chapters=chapters,
        foot=_foot(what, contents, speech, contents.created),
    )


def _foot(what: str, contents: FolderContents, speech: Speech, day: date | None) -> str:
    """`what` is the part of the phrases that has the foot; without a day what stands beside it."""
    return speech.text(
        f"{what}.footer_example" if contents.example else f"{what}.footer",
        family=household.title(contents, speech),
        date=speech.date(day, "numbers") if day else "",
    )


def _chapter(
    part: PlannedChapter,
    contents: FolderContents,
    german: FolderContents | None,
    speech: Speech,
    extras: Extras,
) -> blocks.Chapter:
    """A chapter with its tab sheet and, in a folder of two languages, with German facing it.
    Vouchers are the same in every language and cut out once."""
    for each in extras.brochures:
        if each.id == part.choice.brochure:
            return brochure(part, each, speech, tab_sheet=extras.composition.tab_sheets)
    if extras.beside is None or german is None or Sheet.VOUCHERS in part.sheets:
        below = Speech(extras.german) if extras.german else None
        return blocks.Chapter(
            part.number,
            speech.text(part.title),
            _sheets(part, contents, speech, extras, german=below),
            tab=_tab(part, extras.titles, contents, speech, extras),
            key=part.key,
        )
    other = Speech(extras.beside.phrases)
    if part.sheets[0] in OUTSIDE:
        both = _outside(part, contents, german, speech, extras)
        title = other.text(part.title)
        return blocks.Chapter(part.number, title, both, lang=other.language, key=part.key)
    name = other.language_name(speech.language)
    facing = blocks.Facing(
        other.text(part.title),
        _hinted(
            _sheets(part, german, other, extras), other.text("pair.beside_other", language=name)
        ),
        other.language,
        _foot("folder", german, other, german.created),
    )
    return blocks.Chapter(
        part.number,
        speech.text(part.title),
        _hinted(
            _sheets(part, contents, speech, extras, beside=True), speech.text("pair.beside_german")
        ),
        tab=_tab(part, (speech.phrases, *extras.titles), german, other, extras),
        facing=facing,
        key=part.key,
    )


def _sheets(
    part: PlannedChapter,
    contents: FolderContents,
    speech: Speech,
    extras: Extras,
    *,
    german: Speech | None = None,
    beside: bool = False,
) -> tuple[blocks.Block, ...]:
    """The sheets of a chapter, each saying its own day. `german`: says beside a sentence what it
    is in German; `beside`: German faces the chapter."""
    asked = Asked(part.choice, german, beside)
    return tuple(
        block
        for sheet in part.sheets
        for block in SHEETS[sheet](_on_its_day(part, sheet, contents, extras), speech, asked)
    )


def _on_its_day(
    part: PlannedChapter, sheet: Sheet, contents: FolderContents, extras: Extras
) -> FolderContents:
    return replace(contents, stand=extras.days.get((part.key, sheet)))


def _outside(
    part: PlannedChapter,
    contents: FolderContents,
    german: FolderContents,
    speech: Speech,
    extras: Extras,
) -> tuple[blocks.Block, ...]:
    """What both languages share: the cover with the office's greeting, the label of the back."""
    if extras.beside is None:
        raise ValueError("no other language")
    other = Speech(extras.beside.phrases)
    if Sheet.SPINE in part.sheets:
        return spine(german, other, speech)
    first, second = (_on_its_day(part, Sheet.COVER, each, extras) for each in (contents, german))
    both = bilingual_cover(first, speech, second, other)
    return (*both, *greeting(german, other)) if Sheet.GREETING in part.sheets else both


def _hinted(sheets: tuple[blocks.Block, ...], hint: str) -> tuple[blocks.Block, ...]:
    """The first introduction says too where the same stands in the other language, unless it has
    something to stress."""
    for place, block in enumerate(sheets):
        if isinstance(block, blocks.Intro) and len(block.words) == 1:
            told = replace(block, words=(*block.words, blocks.Run(f" {hint}")))
            return (*sheets[:place], told, *sheets[place + 1 :])
    return sheets


def _tab(
    part: PlannedChapter,
    languages: tuple[Phrases, ...],
    contents: FolderContents,
    speech: Speech,
    extras: Extras,
) -> blocks.Divider | None:
    if not (part.may_have_tab and extras.composition.tab_sheets):
        return None
    county = extras.county if Sheet.OFFICES in part.sheets else None
    return divider(part.title, languages, contents, speech, county)
