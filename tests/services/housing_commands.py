"""The commands on homes as the tests of undo give them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from app.desk import Desk
from app.done import Done
from app.progress import finish
from app.records.cases import CaseQuery
from app.records.directory import ProviderQuery
from app.records.housing import (
    DormitoryDraft,
    InterestDraft,
    InterestState,
    OfferDraft,
    WaitingDraft,
    WaitingState,
    WishDraft,
)

LIST = "Kennung;Titel;Ort;Kaltmiete\n1;Am Hafen;Norden;700,50\n"


def prepare(desk: Desk) -> None:
    """A wish, a home in use, one a case is at, one archived, and a dormitory with an entry."""
    (case, *_) = desk.lists.case_ids(CaseQuery())
    desk.housing.keep_wish(case, WishDraft(half_rooms=4))
    for title in ("Am Deich", "Am Siel", "Am Watt"):
        desk.housing.add(home(title))
    desk.housing.archive(_offer(desk, "Am Watt"), "vermietet")
    proposed = InterestDraft(InterestState.PROPOSED)
    desk.viewings.note(case, _offer(desk, "Am Siel"), proposed)
    first, second, *_ = desk.lists.provider_ids(ProviderQuery())
    desk.dormitories.keep(first, DormitoryDraft(places=10))
    desk.dormitories.keep(second, DormitoryDraft())
    waits = WaitingDraft(WaitingState.APPLIED, date(2026, 11, 20))
    desk.dormitories.wait(desk.candidates.case(case).people[0].id, first, waits)


def home(title: str) -> OfferDraft:
    """A flat in Norden."""
    return OfferDraft(title, street=f"{title} 1", town="Norden", half_rooms=6, cold_cents=70_000)


def _offer(desk: Desk, title: str) -> int:
    return next(each.id for each in desk.housing.offers() if each.draft.title == title)


def _case(desk: Desk) -> int:
    return desk.lists.case_ids(CaseQuery())[0]


def _interest(desk: Desk) -> int:
    return desk.housing.board(_case(desk)).interests[0].id


def _accept(desk: Desk, case: int, _: Path) -> Done:
    draft = InterestDraft(InterestState.ACCEPTED, home_found=True, take_out=True)
    return desk.viewings.note(case, _offer(desk, "Am Deich"), draft)


def _confirm(desk: Desk, _: int, __: Path) -> Done:
    desk.transactions.today = lambda: date(2026, 12, 7)  # two weeks later
    return desk.housing.confirm(_offer(desk, "Am Deich"))


def _take(desk: Desk, _: int, folder: Path) -> Done:
    path = folder / "wohnungen.csv"
    path.write_text(LIST, encoding="utf-8")
    return desk.home_lists.take(finish(desk.home_lists.preview(path, "Makler")))


def _wait(desk: Desk, _: int, __: Path) -> Done:
    person = desk.candidates.case(_case(desk)).people[0].id
    draft = WaitingDraft(WaitingState.WAITING, date(2026, 11, 20), rank=2)
    return desk.dormitories.wait(person, desk.dormitories.all()[-1].provider, draft)


def _entry(desk: Desk) -> int:
    (member,) = desk.housing.board(_case(desk)).members
    return member.entries[0].id


def _unused(desk: Desk) -> int:
    return next(each.provider for each in desk.dormitories.all() if not each.waiting_here)


Command = Callable[[Desk, int, Path], Done]

COMMANDS: Mapping[str, Command] = {
    "Housing.keep_wish": lambda desk, case, _: desk.housing.keep_wish(
        case, WishDraft(half_rooms=6, rent_cents=90_000)
    ),
    "Housing.add": lambda desk, _, __: desk.housing.add(home("Am Kai")),
    "Housing.edit": lambda desk, _, __: desk.housing.edit(
        _offer(desk, "Am Deich"), home("Am Strand")
    ),
    "Housing.confirm": _confirm,
    "Housing.archive": lambda desk, _, __: desk.housing.archive(_offer(desk, "Am Deich")),
    "Housing.restore": lambda desk, _, __: desk.housing.restore(_offer(desk, "Am Watt")),
    "HomeLists.take": _take,
    "Viewings.note": _accept,
    "Viewings.forget": lambda desk, _, __: desk.viewings.forget(_interest(desk)),
    "Dormitories.keep": lambda desk, _, __: desk.dormitories.keep(
        _unused(desk), DormitoryDraft(places=4, free_places=1)
    ),
    "Dormitories.remove": lambda desk, _, __: desk.dormitories.remove(_unused(desk)),
    "Dormitories.wait": _wait,
    "Dormitories.forget": lambda desk, _, __: desk.dormitories.forget(_entry(desk)),
}
