"""The last page: what the folder knew and when, what it rests on, who published it."""

from __future__ import annotations

from app.folder.contents import FolderContents
from app.folder.sheets import reach
from app.folder.speech import Speech, web_address
from app.typeset import blocks


def stand(contents: FolderContents, speech: Speech) -> tuple[blocks.Block, ...]:
    """Stand, sources with theirs, imprint."""
    today = speech.date(contents.told_on, "full")
    sheet: list[blocks.Block] = [
        blocks.Heading(1, blocks.words(speech.text("stand.chapter")), in_contents=False),
        blocks.Paragraph(blocks.words(speech.text("stand.text", date=today))),
        blocks.Paragraph(blocks.words(speech.text("stand.no_legal_advice"))),
    ]
    if contents.example:
        sheet.append(blocks.Paragraph(blocks.words(blocks.bold(speech.text("folder.example")))))
    sheet += _translation(contents, speech)
    if contents.sources:
        sheet.append(
            blocks.Heading(2, blocks.words(speech.text("stand.sources")), in_contents=False)
        )
        sheet.append(_sources(contents, speech))
    imprint = _imprint(contents, speech)
    code = reach.code(contents.office.website, speech, (), "")
    if imprint:
        title = blocks.words(speech.text("stand.imprint"))
        kept: list[blocks.Block] = [
            blocks.Heading(2, title, in_contents=False),
            blocks.Paragraph(imprint, style=blocks.Style.TABLE),
        ]
        sheet.append(blocks.KeepTogether((*kept, code) if code else tuple(kept)))
    return tuple(sheet)


def _translation(contents: FolderContents, speech: Speech) -> list[blocks.Block]:
    """How far the translation may be trusted, and which languages stand in for it."""
    told = contents.translation
    if told is None:
        return []
    said: list[str] = []
    if told.unchecked:
        partly = told.unchecked < told.whole
        said.append(speech.text(f"stand.translation_{'partly' if partly else 'unchecked'}"))
    elif told.checked_on:
        on = speech.date(told.checked_on, "full")
        said.append(speech.text("stand.translation_checked", date=on))
    if told.outdated:
        said.append(speech.text("stand.translation_outdated"))
    if told.lent_in:
        names = speech.listed([speech.language_name(tag) for tag in told.lent_in])
        said.append(speech.text("stand.translation_lent", language=names))
    if not said:
        return []
    title = blocks.words(speech.text("stand.translation"))
    return [
        blocks.Heading(2, title, in_contents=False),
        *(blocks.Paragraph(blocks.words(text)) for text in said),
    ]


def _sources(contents: FolderContents, speech: Speech) -> blocks.Table:
    rows = tuple(
        (
            blocks.words(source.text),
            blocks.words(speech.date(source.stand, "numbers") if source.stand else ""),
        )
        for source in contents.sources
    )
    return blocks.Table(
        (
            blocks.Column(blocks.words(speech.text("stand.source")), row_head=True),
            blocks.Column(blocks.words(speech.text("stand.source_stand")), width=28),
        ),
        rows,
        summary=speech.text("stand.sources_summary"),
    )


def _imprint(contents: FolderContents, speech: Speech) -> blocks.Words:
    """Who published the folder and answers for it, then the office's own lines."""
    office = contents.office
    found: list[blocks.Words] = []
    address = ", ".join(part for part in (office.name, *office.address.lines) if part)
    if address:
        found.append(blocks.words(address))
    if office.responsible_body:
        responsible = speech.text("stand.responsible", name=office.responsible_body)
        found.append(blocks.words(responsible))
    found += reach.lines(speech, phone=office.phone, email=office.email)
    if web_address(office.website) is None:
        found += reach.web(office.website)
    found += [blocks.words(line) for line in contents.imprint if line.strip()]
    lines = [(*line, blocks.Run("\n")) for line in found[:-1]] + found[-1:]
    return tuple(run for line in lines for run in line)
