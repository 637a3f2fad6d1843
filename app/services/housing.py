"""Homes: what a household looks for, what is offered, and how it fits."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from app.content.municipalities import municipalities
from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.housing import SHOWN, HousingBoard, OfferDraft, OfferView, WishDraft
from app.records.papers import PaperKind
from app.services import checks, existing
from app.services.derived import called_name
from app.services.home_board import board_of
from app.services.home_records import (
    OfferViews,
    check_offer,
    check_wish,
    existing_offer,
    fill_offer,
    fill_wish,
    offer_hints,
    refuse_twice,
    wish_draft,
)
from app.services.papers import PaperOrder
from app.services.transactions import Transactions
from db.journal import batch_of, is_written
from db.repositories import cases, housing
from db.tables.housing import HousingOffer, HousingWish

if TYPE_CHECKING:
    from app.folder.papers import PaperSheet
    from app.folder.speech import Speech

_OFFERED = frozenset({Topic.NETWORK, Topic.SUPPORT})
_WISHED = frozenset({Topic.SUPPORT})


class Housing:
    def __init__(self, transactions: Transactions, resources: Path) -> None:
        self._transactions = transactions
        self._resources = resources

    def wish_of(self, case_id: int) -> WishDraft | None:
        """What a household looks for, None where nothing is noted. Raises
        `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            row = housing.wish(session, existing.case(session, case_id).id)
            return None if row is None else wish_draft(row)

    def keep_wish(self, case_id: int, draft: WishDraft) -> Done:
        """Note what a household looks for. Raises `Refused`: NO_SUCH_CASE, or beside the field
        (NO_RENT for a limit of 0)."""
        check_wish(draft)
        with self._transactions.command(Act.HOME_WISH_KEPT, case_id) as session:
            case = existing.case(session, case_id)
            row, today = housing.wish(session, case_id), self._transactions.today()
            if row is None:
                row = HousingWish(case_id=case_id, noted_on=today)
                session.add(row)
            fill_wish(row, draft)
            if is_written(session):
                row.noted_on = today
                session.flush()
            return Done(
                Act.HOME_WISH_KEPT, _WISHED, batch_of(session), case_id, {"name": case.name}
            )

    def municipalities(self) -> tuple[tuple[str, str], ...]:
        """What can be wished for: official keys and names, by name."""
        found = [(each.ags, each.name) for each in municipalities(self._resources)]
        return tuple(sorted(found, key=lambda each: each[1]))

    def offers(self) -> tuple[OfferView, ...]:
        """Every offer: those in use by town and title, then the archived ones."""
        with self._transactions.reading() as session:
            rows = list(housing.offers(session))
            views = OfferViews(session, rows, self._transactions.today())
            return tuple(map(views.view, rows))

    def add(self, draft: OfferDraft, *, knowingly: bool = False) -> Done:
        """Enter an offer; `facts["id"]` is its id, `facts["offer_hints"]` what is odd about its
        days. Raises `Refused` beside the field: NO_RENT for
        0, and HOME_TWICE for what may be there already (`other`), unless it is entered
        `knowingly`."""
        check_offer(draft)
        with self._transactions.command(Act.HOME_ADDED) as session:
            if not knowingly:
                refuse_twice(session, draft)
            row = HousingOffer(entered_on=self._transactions.today())
            fill_offer(session, row, draft, self._resources)
            session.add(row)
            session.flush()
            return _done(session, Act.HOME_ADDED, row, self._transactions.today())

    def edit(self, offer_id: int, draft: OfferDraft, *, knowingly: bool = False) -> Done:
        """Change an offer; where something changed it holds as entered today. Raises `Refused`:
        NO_SUCH_HOME, or as `add`."""
        check_offer(draft)
        with self._transactions.command(Act.HOME_EDITED) as session:
            row = existing_offer(session, offer_id)
            if not knowingly:
                refuse_twice(session, draft, offer_id)
            fill_offer(session, row, draft, self._resources)
            if is_written(session):
                row.entered_on = self._transactions.today()
                session.flush()
            return _done(session, Act.HOME_EDITED, row, self._transactions.today())

    def confirm(self, offer_id: int) -> Done:
        """Somebody asked: it is still offered as entered, which holds as of today then. Raises
        `Refused(NO_SUCH_HOME)`."""
        with self._transactions.command(Act.HOME_CONFIRMED) as session:
            row = existing_offer(session, offer_id)
            row.entered_on = self._transactions.today()
            return _done(session, Act.HOME_CONFIRMED, row)

    def archive(self, offer_id: int, because: str = "") -> Done:
        """Offer it no more; what cases noted about it stays. Raises `Refused(NO_SUCH_HOME)`."""
        checks.storable_text(because, "because")
        with self._transactions.command(Act.HOME_ARCHIVED) as session:
            row = existing_offer(session, offer_id)
            row.archived_on = self._transactions.today()
            row.archived_because = because.strip()
            session.flush()
            return _done(session, Act.HOME_ARCHIVED, row)

    def restore(self, offer_id: int) -> Done:
        """Offer it again. Raises `Refused(NO_SUCH_HOME)`."""
        with self._transactions.command(Act.HOME_RESTORED) as session:
            row = existing_offer(session, offer_id)
            row.archived_on, row.archived_because = None, ""
            session.flush()
            return _done(session, Act.HOME_RESTORED, row)

    def board(self, case_id: int, most: int | None = SHOWN) -> HousingBoard:
        """What a case looks for, where it stands with which home, and the offers in use held
        against its wish point by point: those nothing speaks against first, then those of which
        least is unknown, then by rent; `most` of them, all where None. Without a wish nothing is
        matched. Raises `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            return board_of(session, case, self._resources, self._transactions.today(), most)

    def sheet(self, case_id: int) -> PaperOrder:
        """The list of homes for a family. Raises `Refused`: NO_SUCH_CASE, and NO_HOME_FITS when it
        is printed where there is nothing to tell."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            return PaperOrder(PaperKind.HOMES, case.name, partial(self._sheet, case_id), case_id)

    def _sheet(self, case_id: int, session: Session, speech: Speech) -> PaperSheet:
        from app.folder.papers import PaperSheet  # ReportLab only where a sheet is made
        from app.folder.sheets.homes import homes, title
        from app.services.folder_contents import office_of
        from app.services.home_sheet import printed_dormitories, printed_homes
        from app.services.office import setting_of

        today = self._transactions.today()
        case = existing.case(session, case_id)
        board = board_of(session, case, self._resources, today)
        people = cases.people(session, case_id)
        found = printed_homes(board, today)
        places = printed_dormitories(session, board.members, today, alone=len(people) == 1)
        if not found and not places:
            raise Refused(Reason.NO_HOME_FITS)
        family = speech.listed(list(dict.fromkeys(called_name(each) for each in people)))
        return PaperSheet(
            title=title(found, speech),
            parts=(homes(found, family, speech, places),),
            office=office_of(session, today, case),
            created=today,
            name=family,
            example=setting_of(session, "example") == "yes",
        )


def _done(session: Session, act: Act, row: HousingOffer, today: date | None = None) -> Done:
    """`today`: on which its days are looked at, None where nobody entered any."""
    facts = {"name": row.title, "id": str(row.id)}
    hints = offer_hints(row, today) if today is not None else ()
    if hints:
        facts["offer_hints"] = " ".join(each.value for each in hints)
    return Done(act, _OFFERED, batch_of(session), facts=facts)
