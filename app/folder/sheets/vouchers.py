"""The vouchers a family may cut out; the office's own words stand in German, whoever reads them."""

from __future__ import annotations

from app.content.languages import OFFICE_LANGUAGE
from app.folder.contents import FolderContents
from app.folder.speech import Speech
from app.folder.voucher_contents import Voucher
from app.records.vouchers import Audience
from app.typeset import blocks


def vouchers(contents: FolderContents, speech: Speech) -> tuple[blocks.Block, ...]:
    """All slips in the order given, on paper of their own."""
    slips = tuple(_slip(each, contents, speech) for each in contents.vouchers)
    return (
        blocks.PageBreak(leaf=True),
        blocks.Heading(1, blocks.words(speech.text("vouchers.chapter")), in_contents=False),
        blocks.Intro(blocks.words(speech.text("vouchers.intro"))),
        blocks.Slips(slips),
    )


def _slip(voucher: Voucher, contents: FolderContents, speech: Speech) -> blocks.Slip:
    return blocks.Slip(
        number=speech.text("vouchers.number", number=voucher.number),
        audience=""
        if voucher.audience is Audience.EVERYBODY
        else speech.text(f"vouchers.audiences.{voucher.audience.value}"),
        title=voucher.title,
        text=voucher.text,
        valid=_validity(voucher, speech),
        redeem=speech.text("vouchers.redeem") if voucher.redeemed_at else "",
        redeemed_at=voucher.redeemed_at,
        address=voucher.address,
        issuer=speech.text("vouchers.issuer", name=voucher.issuer) if voucher.issuer else "",
        stamp=speech.text("vouchers.example") if contents.example else "",
        office_lang=OFFICE_LANGUAGE,
    )


def _validity(voucher: Voucher, speech: Speech) -> str:
    first = speech.date(voucher.first, "numbers") if voucher.first else ""
    last = speech.date(voucher.last, "numbers") if voucher.last else ""
    if first and last:
        return speech.text("vouchers.valid", first=first, last=last)
    if first:
        return speech.text("vouchers.valid_from", first=first)
    if last:
        return speech.text("vouchers.valid_to", last=last)
    return speech.text("vouchers.valid_always")
