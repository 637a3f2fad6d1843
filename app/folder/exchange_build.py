"""Makes exchange sheets: the whole folder is composed, and what differs is bound with a list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from app.content.languages import OFFICE_LANGUAGE
from app.content.phrases import Phrases
from app.folder import build, household
from app.folder.contents import FolderContents
from app.folder.differences import Difference, changed_lines, differences
from app.folder.editions import Edition, Extras
from app.folder.kept import PrintRecord
from app.folder.plan import CHAPTERS
from app.folder.sheets.exchange import exchange
from app.folder.speech import Speech
from app.records.exchanges import Why
from app.typeset import blocks, pages
from app.typeset.banners import Banner, empty, exchanged
from app.typeset.excerpt import Part, bound, with_contents
from app.typeset.faces import Faces
from app.typeset.setter import Setter
from app.typeset.sheets import SheetMark


@dataclass(frozen=True)
class Compared:
    """A folder composed anew beside what the family has; `found`: the sheets that differ."""

    whole: pages.Pages
    marks: tuple[SheetMark, ...]
    found: tuple[Difference, ...]
    record: PrintRecord


def compared(
    contents: FolderContents, phrases: Phrases, extras: Extras, fonts: Path, since: PrintRecord
) -> Compared:
    """The folder as it is now and the sheets in which it differs from `since`, whose days stay
    where a sheet is the same."""
    former = since.former
    own = former.in_place(Edition(contents, phrases))
    beside = former.in_place(extras.beside, 1) if extras.beside else None
    extras = replace(extras, former=former, beside=beside)
    whole, record = build.whole(own.contents, phrases, fonts, extras)
    along = [whole.labels[page] for page in with_contents(whole)]
    return Compared(whole, record.sheets, differences(since.sheets, record.sheets, along), record)


def pack(
    contents: FolderContents,
    phrases: Phrases,
    extras: Extras,
    fonts: Path,
    since: PrintRecord,
) -> tuple[pages.Pages, Compared]:
    """The list and each sheet that differs, as a leaf. Where nothing differs the list says
    nothing."""
    seen = compared(contents, phrases, extras, fonts, since)
    speeches, faces = _speeches(phrases, extras), build.faces_of(fonts)
    listed = _list_pages(seen.found, contents, speeches, since, faces)
    changed = changed_lines(since.sheets, seen.marks)
    setter, places = Setter(faces, phrases.language), _places(seen)
    sides = list(seen.whole.pages)
    for at, (change, side) in places.items():
        page = sides[at]
        if not page.blank:
            banner = _banner(change, side, contents.created, _spoken(page.lang, speeches))
            bars = changed.get((*change.sheet.key, side), ())
            sides[at] = exchanged(page, banner, bars, setter)
    whole = replace(seen.whole, pages=tuple(sides))
    return bound((Part(listed, tuple(range(listed.count))), Part(whole, tuple(places)))), seen


def leaves(
    contents: FolderContents,
    phrases: Phrases,
    extras: Extras,
    fonts: Path,
    since: PrintRecord,
    seen: Compared,
) -> int:
    """The sheets of paper of the pack, its list included; 0 where nothing differs."""
    if not seen.found:
        return 0
    speeches, faces = _speeches(phrases, extras), build.faces_of(fonts)
    listed = _list_pages(seen.found, contents, speeches, since, faces)
    return listed.sheets + sum(each.why is not Why.GONE for each in seen.found)


def _list_pages(
    found: tuple[Difference, ...],
    contents: FolderContents,
    speeches: tuple[Speech, ...],
    since: PrintRecord,
    faces: Faces,
) -> pages.Pages:
    """The list as whole leaves."""
    handed_on = since.editions[0].created
    listed = pages.compose(_listed(found, contents, speeches, handed_on), faces)
    if listed.count % 2:
        listed = replace(listed, pages=(*listed.pages, empty(right=False)))
    return listed


def _places(seen: Compared) -> dict[int, tuple[Difference, int]]:
    """The pages of the folder that go into the pack: the sheet they are of, and which side."""
    numbers = {sheet.key: at for at, sheet in enumerate(seen.marks)}
    return {
        page: (each, side)
        for each in seen.found
        if each.why is not Why.GONE
        for side in (0, 1)
        if (page := numbers[each.sheet.key] * 2 + side) < seen.whole.count
    }


def _speeches(phrases: Phrases, extras: Extras) -> tuple[Speech, ...]:
    """The family's language, and German where that is another."""
    own = Speech(phrases)
    if own.language.partition("-")[0] == OFFICE_LANGUAGE:
        return (own,)
    beside = (extras.beside.phrases,) if extras.beside else ()
    german = next((each for each in (*beside, *extras.titles) if _is_german(each)), None)
    return (own, Speech(german)) if german else (own,)


def _is_german(phrases: Phrases) -> bool:
    return phrases.language == OFFICE_LANGUAGE


def _spoken(lang: str, speeches: tuple[Speech, ...]) -> Speech:
    return next((each for each in speeches if each.language == lang), speeches[0])


def _listed(
    found: tuple[Difference, ...],
    contents: FolderContents,
    speeches: tuple[Speech, ...],
    handed_on: date,
) -> blocks.FolderDocument:
    """The list as a document of its own, one chapter a language, pages counted through."""
    own = speeches[0]
    title = own.text("exchange.title")
    chapters = tuple(
        blocks.Chapter(
            0,
            speech.text("exchange.title"),
            exchange(found, handed_on, contents.created, _titles(speech), speech),
            lang=speech.language,
            foot=_foot(contents, speech),
        )
        for speech in speeches
    )
    return blocks.FolderDocument(
        title=f"{title} {household.title(contents, own)}".strip(),
        lang=own.language,
        author=contents.office.name or contents.office.responsible_body,
        subject=title,
        created=datetime.combine(contents.created, time(12), tzinfo=UTC),
        chapters=chapters,
        numbering=blocks.Numbering.OF_TOTAL,
        tabs=False,
    )


def _titles(speech: Speech) -> dict[str, str]:
    return {kind.value: speech.text(title) for kind, (title, _) in CHAPTERS.items()}


def _foot(contents: FolderContents, speech: Speech) -> str:
    return speech.text(
        "exchange.footer_example" if contents.example else "exchange.footer",
        family=household.title(contents, speech),
        date=speech.date(contents.created, "numbers"),
    )


def _banner(change: Difference, side: int, created: date, speech: Speech) -> Banner:
    stand = speech.text("exchange.stand", date=speech.date(created, "full"))
    title = speech.text("exchange.banner")
    if change.was is None:
        return Banner(title, speech.text("exchange.adds"), stand)
    day, label = speech.date(change.was.day, "numbers"), change.was.sides[side].label
    if label:
        replaces = speech.text("exchange.replaces", page=label, date=day)
    else:
        replaces = speech.text("exchange.replaces_sheet", date=day)
    return Banner(
        title, replaces, stand, _about(change, side, speech), speech.text("exchange.removed")
    )


def _about(change: Difference, side: int, speech: Speech) -> str:
    """What is said of the side that did not change: of this one, else of its back."""
    if change.same(side):
        return speech.text("exchange.same_side")
    back = change.sheet.sides[1 - side].label
    if not change.same(1 - side):
        return ""
    if back:
        return speech.text("exchange.same_back_page", page=back)
    return speech.text("exchange.same_back")
