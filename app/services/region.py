"""Films, pages and ferries of the region, as the office enters them."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.folder.speech import web_address
from app.records.region import STALE_DAYS, FilmDraft, FilmView, SailingDraft, SailingView
from app.rules.hours import check
from app.rules.travel import folded
from app.services import checks
from app.services.transactions import Transactions
from db.journal import batch_of
from db.repositories import visits
from db.tables.visit import MediaLink, Sailing

_TOUCHED = frozenset({Topic.NETWORK, Topic.SUPPORT})


class Region:
    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def films(self) -> tuple[FilmView, ...]:
        """Every film and page: those in use by title, then the archived ones."""
        today = self._transactions.today()
        with self._transactions.reading() as session:
            found = [film_view(row, today) for row in visits.films(session)]
        return tuple(
            sorted(found, key=lambda each: (bool(each.archived_on), each.draft.title.casefold()))
        )

    def sailings(self) -> tuple[SailingView, ...]:
        """Every ferry, by its towns and when it leaves."""
        today = self._transactions.today()
        with self._transactions.reading() as session:
            return tuple(sailing_view(row, today) for row in visits.sailings(session))

    def add_film(self, draft: FilmDraft) -> Done:
        """Enter a film or page; `facts["id"]` is its id. Raises `Refused` beside the field: BLANK,
        NOT_A_WEBSITE, UNKNOWN_LANGUAGE, DATE_IN_FUTURE."""
        self._check_film(draft)
        with self._transactions.command(Act.FILM_ADDED) as session:
            row = MediaLink()
            _fill_film(row, draft)
            session.add(row)
            return _done(session, Act.FILM_ADDED, row)

    def edit_film(self, film_id: int, draft: FilmDraft) -> Done:
        """Change a film; raises `Refused`: NO_SUCH_FILM, or beside the field."""
        self._check_film(draft)
        with self._transactions.command(Act.FILM_EDITED) as session:
            row = _film(session, film_id)
            _fill_film(row, draft)
            return _done(session, Act.FILM_EDITED, row)

    def archive_film(self, film_id: int) -> Done:
        """Print a film no more; raises `Refused(NO_SUCH_FILM)`."""
        with self._transactions.command(Act.FILM_ARCHIVED) as session:
            row = _film(session, film_id)
            row.archived_on = self._transactions.today()
            return _done(session, Act.FILM_ARCHIVED, row)

    def restore_film(self, film_id: int) -> Done:
        """Print an archived film again; raises `Refused(NO_SUCH_FILM)`."""
        with self._transactions.command(Act.FILM_RESTORED) as session:
            row = _film(session, film_id)
            row.archived_on = None
            return _done(session, Act.FILM_RESTORED, row)

    def add_sailing(self, draft: SailingDraft) -> Done:
        """Enter a ferry; `facts["id"]` is its id. Raises `Refused` beside the field: BLANK,
        SAME_TOWN, NOT_A_TIME, NOT_MINUTES, NOT_SAILING_DAYS, ENDS_BEFORE_IT_BEGINS,
        DATE_IN_FUTURE."""
        self._check_sailing(draft)
        with self._transactions.command(Act.SAILING_ADDED) as session:
            row = Sailing()
            _fill_sailing(row, draft)
            session.add(row)
            return _done(session, Act.SAILING_ADDED, row)

    def edit_sailing(self, sailing_id: int, draft: SailingDraft) -> Done:
        """Change a ferry; raises `Refused`: NO_SUCH_SAILING, or beside the field."""
        self._check_sailing(draft)
        with self._transactions.command(Act.SAILING_EDITED) as session:
            row = _sailing(session, sailing_id)
            _fill_sailing(row, draft)
            return _done(session, Act.SAILING_EDITED, row)

    def remove_sailing(self, sailing_id: int) -> Done:
        """Take a ferry out; plans that counted on it say so. Raises `Refused(NO_SUCH_SAILING)`."""
        with self._transactions.command(Act.SAILING_REMOVED) as session:
            row = _sailing(session, sailing_id)
            done = _done(session, Act.SAILING_REMOVED, row)
            session.delete(row)
            return done

    def _check_film(self, draft: FilmDraft) -> None:
        checks.storable(draft)
        checks.not_blank(draft.title, "title")
        checks.not_blank(draft.website, "website")
        website(draft.website, "website")
        if draft.language:
            checks.language(draft.language)
        self._not_future(draft.checked_on, "checked_on")

    def _check_sailing(self, draft: SailingDraft) -> None:
        checks.storable(draft)
        checks.not_blank(draft.from_town, "from_town")
        checks.not_blank(draft.to_town, "to_town")
        checks.not_blank(draft.source, "source")
        if folded(draft.from_town) == folded(draft.to_town):
            raise Refused(Reason.SAME_TOWN, "to_town")
        if not 0 <= draft.departs < 1440:
            raise Refused(Reason.NOT_A_TIME, "departs")
        if not 1 <= draft.minutes <= 1440:
            raise Refused(Reason.NOT_MINUTES, "minutes")
        if draft.days.strip() and (":" in draft.days or check(draft.days) is not None):
            raise Refused(Reason.NOT_SAILING_DAYS, "days", typed=draft.days)
        checks.span(("valid_from", draft.valid_from), ("valid_to", draft.valid_to))
        self._not_future(draft.as_of, "as_of")

    def _not_future(self, on: date | None, field: str) -> None:
        if on is None:
            return
        checks.day(on, field)
        if on > self._transactions.today():
            raise Refused(Reason.DATE_IN_FUTURE, field)


def website(text: str, field: str) -> None:
    """Refuse what is no address on the web; blank is none."""
    if text.strip() and web_address(text) is None:
        raise Refused(Reason.NOT_A_WEBSITE, field, typed=text)


def film_view(row: MediaLink, today: date) -> FilmView:
    draft = FilmDraft(row.title, row.website, row.language, row.about, row.checked_on)
    return FilmView(row.id, draft, row.archived_on, _is_old(row.checked_on, today))


def sailing_view(row: Sailing, today: date) -> SailingView:
    draft = SailingDraft(
        from_town=row.from_town,
        to_town=row.to_town,
        departs=row.departs,
        minutes=row.minutes,
        source=row.source,
        as_of=row.as_of or date.min,
        outward=row.outward,
        days=row.days,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )
    ended = row.valid_to is not None and row.valid_to < today
    return SailingView(row.id, draft, ended or _is_old(row.as_of, today))


def _is_old(on: date | None, today: date) -> bool:
    return on is None or on < today - timedelta(days=STALE_DAYS)


def _fill_film(row: MediaLink, draft: FilmDraft) -> None:
    row.title = draft.title.strip()
    row.website = draft.website.strip()
    row.language = draft.language
    row.about = draft.about.strip()
    row.checked_on = draft.checked_on


def _fill_sailing(row: Sailing, draft: SailingDraft) -> None:
    row.from_town = " ".join(draft.from_town.split())
    row.to_town = " ".join(draft.to_town.split())
    row.departs, row.minutes, row.outward = draft.departs, draft.minutes, draft.outward
    row.days = draft.days.strip()
    row.valid_from, row.valid_to = draft.valid_from, draft.valid_to
    row.source, row.as_of = draft.source.strip(), draft.as_of


def _film(session: Session, film_id: int) -> MediaLink:
    found = visits.film(session, film_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_FILM, id=film_id)
    return found


def _sailing(session: Session, sailing_id: int) -> Sailing:
    found = visits.sailing(session, sailing_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_SAILING, id=sailing_id)
    return found


def _done(session: Session, act: Act, row: MediaLink | Sailing) -> Done:
    session.flush()
    name = f"{row.from_town} – {row.to_town}" if isinstance(row, Sailing) else row.title
    return Done(act, _TOUCHED, batch_of(session), facts={"name": name, "id": str(row.id)})
