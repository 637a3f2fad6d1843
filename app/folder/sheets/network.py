"""Who works together here: the links between services by their kind, for families."""

from __future__ import annotations

from collections.abc import Iterator

from app.content.languages import OFFICE_LANGUAGE
from app.folder.network_contents import NetworkPage, Partner, Together
from app.folder.sheets import reach
from app.folder.speech import Speech
from app.typeset import blocks

KINDS = (
    *("emergency", "outpatient_inpatient", "interdisciplinary", "interprofessional"),
    *("training", "cooperation"),
)
"""What a family needs soonest stands first."""


def network(page: NetworkPage, speech: Speech) -> tuple[blocks.Block, ...]:
    """A heading for each kind there is, below it who works with whom."""
    return (
        blocks.Heading(1, blocks.words(speech.text("network.title")), in_contents=False),
        blocks.Intro(blocks.words(speech.text("network.intro"))),
        *(
            block
            for kind in KINDS
            for block in _kind(kind, [each for each in page.links if each.kind == kind], speech)
        ),
    )


def together(kind: str, name: str, speech: Speech) -> str:
    """ "Hilfe im Notfall: arbeitet zusammen mit Klinik am Deich." for the entry of a place."""
    if kind == "cooperation":
        return speech.text("network.with", name=name)
    said = speech.text(f"network.kinds.{kind}")
    return speech.text("network.with_kind", kind=said, name=name)


def _kind(kind: str, links: list[Together], speech: Speech) -> Iterator[blocks.Block]:
    if not links:
        return
    yield blocks.Heading(2, blocks.words(speech.text(f"network.kinds.{kind}")), in_contents=False)
    for link in links:
        both = speech.listed((link.first.name, link.second.name))
        lines: list[blocks.Run] = [blocks.bold(both)]
        if link.text:
            lines += (blocks.Run("\n"), blocks.Run(link.text, lang=_lang(speech)))
        for each in (link.first, link.second):
            lines += (blocks.Run("\n"), *_reach(each, speech))
        yield blocks.Paragraph(tuple(lines), style=blocks.Style.TABLE)


def _lang(speech: Speech) -> str:
    return "" if speech.language == OFFICE_LANGUAGE else OFFICE_LANGUAGE


def _reach(partner: Partner, speech: Speech) -> tuple[blocks.Run, ...]:
    town = "" if partner.town in partner.name else partner.town
    said = speech.joined((partner.name, town))
    label = speech.text("joins.colon", text=said)
    runs: list[blocks.Run] = [blocks.Run(f"{label} ")]
    ways = reach.lines(speech, phone=partner.phone)
    told = [*(ways[0] if ways else ())]
    if partner.video:
        video = speech.text("network.video")
        told += [blocks.Run(f" · {video}" if told else video)]
    return (*runs, *told) if told else (blocks.Run(said),)
