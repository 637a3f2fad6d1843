"""Money for a family: what may fit, how much at most, when to apply, where, with which papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.content.languages import OFFICE_LANGUAGE
from app.folder.funding_contents import FundingPage, PrintedProgramme
from app.folder.sheets import reach
from app.folder.sheets.cells import in_lines
from app.folder.speech import Speech
from app.typeset import blocks

PERCENT = 100


def funding_list(page: FundingPage, speech: Speech) -> tuple[blocks.Block, ...]:
    """The sheet alone. What is the programme's own wording stays German."""
    found: list[blocks.Block] = [
        blocks.Heading(1, blocks.words(speech.text("funding.title")), in_contents=False),
        blocks.Paragraph(blocks.words(blocks.bold(page.family))),
        blocks.Intro(blocks.words(speech.text("funding.intro"))),
        _table(page.programmes, speech),
    ]
    if page.together_cents:
        amount = speech.money(page.together_cents, short=True)
        said = speech.text("funding.together", amount=amount)
        found.append(blocks.Paragraph(blocks.words(blocks.bold(said))))
    found.append(blocks.Paragraph(blocks.words(speech.text("funding.no_claim"))))
    return tuple(found)


def _table(programmes: Iterable[PrintedProgramme], speech: Speech) -> blocks.Table:
    heads = (("programme", 5.0), ("amount", 4.0), ("apply", 5.4), ("where", 3.6))
    columns = tuple(
        blocks.Column(
            blocks.words(speech.text(f"funding.{head}")), share=share, row_head=head == "programme"
        )
        for head, share in heads
    )
    rows = tuple(
        (
            in_lines(_what(each, speech)),
            in_lines(_amount(each, speech)),
            in_lines(_apply(each, speech)),
            in_lines(_where(each, speech)),
        )
        for each in programmes
    )
    return blocks.Table(columns, rows, summary=speech.text("funding.summary"))


def _what(programme: PrintedProgramme, speech: Speech) -> Iterator[blocks.Words]:
    yield blocks.words(blocks.bold(programme.title, lang=OFFICE_LANGUAGE))
    if programme.for_whom:
        yield blocks.words(programme.for_whom)
    if programme.standing:
        yield blocks.words(speech.text(f"funding.standings.{programme.standing}"))
    elif not programme.is_sure:
        yield blocks.words(speech.text("funding.unclear"))


def _amount(programme: PrintedProgramme, speech: Speech) -> Iterator[blocks.Words]:
    if programme.granted_cents is not None:
        yield blocks.words(speech.money(programme.granted_cents, short=True))
        return
    found = list(_figures(programme, speech))
    if programme.amount_words:
        found.append(blocks.words(blocks.Run(programme.amount_words, lang=OFFICE_LANGUAGE)))
    yield from found or (blocks.words(speech.text("funding.amount_unknown")),)


def _figures(programme: PrintedProgramme, speech: Speech) -> Iterator[blocks.Words]:
    from babel.numbers import format_percent

    if programme.percent is not None:
        percent = format_percent(programme.percent / PERCENT, locale=speech.locale)
        yield blocks.words(speech.text("funding.share", percent=percent))
    if programme.most_cents is not None:
        most = speech.money(programme.most_cents, short=True)
        yield blocks.words(speech.text("funding.at_most", amount=most))
    if programme.monthly_cents is not None:
        monthly = speech.money(programme.monthly_cents, short=True)
        yield blocks.words(speech.text("funding.monthly", amount=monthly))


def _apply(programme: PrintedProgramme, speech: Speech) -> Iterator[blocks.Words]:
    if programme.apply_by is not None:
        by = speech.text("dates.until", date=speech.date(programme.apply_by, "numbers"))
        yield blocks.words(blocks.bold(by))
    if programme.before:
        yield blocks.words(speech.text(f"funding.before_{programme.before}"))
    if programme.papers:
        yield blocks.words(speech.text("checklist.documents"), ":")
    for paper in programme.papers:
        yield blocks.words(blocks.Run(f"– {paper.title}", lang=paper.language))
    if programme.binding_years is not None:
        yield blocks.words(speech.text("funding.bound", years=programme.binding_years))


def _where(programme: PrintedProgramme, speech: Speech) -> Iterator[blocks.Words]:
    yield blocks.words(blocks.Run(programme.body, lang=OFFICE_LANGUAGE))
    yield from reach.web(programme.website)
    if programme.as_of is not None:
        pattern = programme.as_of_pattern
        shown = (
            str(programme.as_of.year)
            if pattern == "year"
            else speech.date(programme.as_of, pattern)
        )
        yield blocks.words(speech.text("checklist.stand", date=shown))
