"""The costs of a move: what is paid and by whom, receipts to tick, who may pay something back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from app.content.languages import OFFICE_LANGUAGE
from app.folder.move_contents import MoveCosts, PrintedCost, PrintedWay
from app.folder.sheets.cells import in_lines
from app.folder.speech import Speech
from app.typeset import blocks

KINDS = {
    "mover": "transport",
    "transport": "transport",
    "storage": "transport",
    "travel": "travel",
    "search": "travel",
    "broker": "home",
    "double_rent": "home",
    "tuition": "tuition",
    "visa": "papers",
    "translation": "papers",
}
"""Kinds that a family calls by one word."""
PAYERS = {
    "family": "roles.person",
    "employer": "roles.employer",
    "agency": "moving.payers.agency",
    "job_centre": "moving.payers.job_centre",
}
WAYS = {"job_centre": "agency"}
"""Ways that are told in one sentence."""


def move_costs(contents: MoveCosts, speech: Speech) -> tuple[blocks.Block, ...]:
    """Costs, each with a box for its receipt, those that are missing first; sums; the ways."""
    page: list[blocks.Block] = [
        blocks.Heading(1, blocks.words(speech.text("moving.title")), in_contents=False),
        blocks.Paragraph(blocks.words(blocks.bold(contents.family))),
        blocks.Intro(blocks.words(speech.text("moving.intro"))),
        _table(contents, speech),
        blocks.Space(),
        blocks.Paragraph(blocks.words(blocks.bold(_sums(contents, speech)))),
    ]
    if contents.ways:
        ways = tuple(in_lines(_way(each, speech)) for each in _told_once(contents.ways))
        page += [
            blocks.Heading(2, blocks.words(speech.text("moving.refunds")), in_contents=False),
            blocks.ListBlock(ways, apart=True),
        ]
    return tuple(page)


def _table(contents: MoveCosts, speech: Speech) -> blocks.Sentences:
    groups = (
        (False, speech.text("moving.receipt")),
        (True, speech.text("own_papers.seen")),
    )
    rows = {
        here: tuple(
            blocks.Sentence((in_lines(_cost(each, speech)), in_lines(_payer(each, speech))))
            for each in contents.costs
            if each.has_receipt is here
        )
        for here, _ in groups
    }
    return blocks.Sentences(
        (speech.text("moving.cost"), speech.text("moving.payer")),
        tuple(blocks.SentenceGroup(title, rows[here]) for here, title in groups if rows[here]),
        tick_alt=speech.text("checklist.box"),
        summary=speech.text("moving.title"),
    )


def _sums(contents: MoveCosts, speech: Speech) -> str:
    return speech.text(
        "moving.sums",
        total=speech.money(contents.total),
        refunded=speech.money(contents.refunded),
        open=speech.money(contents.open),
        own=speech.money(contents.own),
    )


def _cost(cost: PrintedCost, speech: Speech) -> Iterator[blocks.Words]:
    kind = speech.text(f"moving.kinds.{KINDS.get(cost.kind, 'other')}")
    yield blocks.words(blocks.bold(kind))
    yield blocks.words(blocks.bold(speech.money(cost.cents)))
    if cost.title and cost.title != kind:
        yield blocks.words(blocks.Run(cost.title, lang=OFFICE_LANGUAGE))
    if cost.on:
        yield blocks.words(speech.text("dates.on", date=speech.date(cost.on, "numbers")))
    if cost.note:
        yield blocks.words(blocks.Run(cost.note, lang=OFFICE_LANGUAGE))


def _payer(cost: PrintedCost, speech: Speech) -> Iterator[blocks.Words]:
    if cost.payer == "eures":
        yield blocks.words("EURES")
    else:
        yield blocks.words(speech.text(PAYERS.get(cost.payer, "moving.payers.other")))
    if cost.claimed_on:
        yield blocks.words(_dated("moving.claimed", cost.claimed_on, speech))
    elif cost.by:
        yield blocks.words(_by(cost, speech))


def _way(way: PrintedWay, speech: Speech) -> Iterator[blocks.Words]:
    yield blocks.words(speech.text(f"moving.ways.{WAYS.get(way.way, way.way)}"))
    if way.by:
        yield blocks.words(blocks.bold(_by(way, speech)))
    if not way.basis:
        return
    stand = speech.text("checklist.stand", date=speech.date(way.stand, "numbers"))
    yield (
        *blocks.words(blocks.Run(way.basis, lang=OFFICE_LANGUAGE)),
        *blocks.words(f" · {stand}"),
    )


def _told_once(ways: Iterable[PrintedWay]) -> list[PrintedWay]:
    """Ways of one sentence joined: the earlier day, both grounds."""
    found: dict[str, PrintedWay] = {}
    for way in ways:
        key = WAYS.get(way.way, way.way)
        known = found.get(key)
        if known is None:
            found[key] = way
            continue
        days = [each for each in (known, way) if each.by is not None]
        first = min(days, key=lambda each: str(each.by), default=known)
        found[key] = PrintedWay(
            key,
            "; ".join(filter(None, (known.basis, way.basis))),
            min(known.stand, way.stand),
            first.by,
            first.late,
        )
    return list(found.values())


def _by(told: PrintedCost | PrintedWay, speech: Speech) -> str:
    key = "moving.claim_missed" if told.late else "moving.claim_until"
    return _dated(key, told.by, speech) if told.by else ""


def _dated(key: str, on: date, speech: Speech) -> str:
    return speech.text(key, date=speech.date(on, "numbers"))
