"""The commands on vouchers as the tests of undo give them, and two vouchers to give them about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from app.desk import Desk
from app.done import Done
from app.records.vouchers import Audience, VoucherDraft

SWIM = VoucherDraft("Einmal Schwimmen", "Für die ganze Familie.", valid_to=date(2027, 12, 31))
READ = VoucherDraft("Bücherei", audience=Audience.CHILDREN, issuer="Landkreis")


def prepare(desk: Desk) -> None:
    """One voucher in use and one archived."""
    desk.vouchers.add(SWIM)
    desk.vouchers.add(READ)
    desk.vouchers.archive(_archived(desk))


def _used(desk: Desk) -> int:
    return next(each.id for each in desk.vouchers.all() if each.draft.title == SWIM.title)


def _archived(desk: Desk) -> int:
    return next(each.id for each in desk.vouchers.all() if each.draft.title == READ.title)


Command = Callable[[Desk, int, Path], Done]

COMMANDS: Mapping[str, Command] = {
    "Vouchers.add": lambda desk, _, __: desk.vouchers.add(VoucherDraft("Tee im Museum")),
    "Vouchers.edit": lambda desk, _, __: desk.vouchers.edit(_used(desk), READ),
    "Vouchers.archive": lambda desk, _, __: desk.vouchers.archive(_used(desk)),
    "Vouchers.restore": lambda desk, _, __: desk.vouchers.restore(_archived(desk)),
}
