"""The verification round: who is due, the letters, the answers. Only a person's answer says that
an entry was checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from pathlib import Path

from sqlalchemy.orm import Session

from app.content.languages import OFFICE_LANGUAGE
from app.content.phrases import Phrases, load_office_phrases
from app.done import Act, Done, Topic
from app.errors import Fault, Reason, Refused
from app.folder.asking import AskingLetter
from app.progress import Steps
from app.records.checking import (
    CONFIRMED,
    AskedOrganisation,
    AskedProvider,
    Due,
    DueOrganisation,
    DueProvider,
    DueQuery,
    DueRound,
    EntryAnswer,
    LettersMade,
    Reply,
    Verdict,
)
from app.records.providers import Category, ProviderDraft
from app.rules import checking as rule
from app.services import asking_letters, checks, existing
from app.services.planner import Planner
from app.services.provider_records import check_draft, draft_of, fill_provider, write_parts
from app.services.transactions import Transactions
from db.journal import batch_of
from db.repositories import checking, providers
from db.repositories.providers import Whole

_TOUCHED = frozenset({Topic.PROVIDERS})
_COUNTED = ("free_places", "waiting")


class Checking:
    def __init__(self, transactions: Transactions, planner: Planner, resources: Path) -> None:
        self._transactions = transactions
        self._planner = planner
        self._resources = resources
        self._phrases, self.faults = _office_phrases(resources)

    def due(self, query: DueQuery) -> DueRound:
        """Who is due, one organisation a letter: what was never checked first, then the longest
        ago, then by name."""
        special, other = rule.last_days(self._transactions.today())
        wanted = checking.Narrowing(
            last=special,
            other=other,
            today=self._transactions.today(),
            categories=[category.value for category in query.categories],
            never=query.due is not Due.STALE,
            stale=query.due is not Due.NEVER,
            unasked=query.unasked,
        )
        with self._transactions.reading() as session:
            # what is behind the limit is counted and not read: lists come in unchecked
            known = checking.organisations(session, wanted)
            keys = [key for key, _ in known[: query.limit]]
            rows = checking.due(session, wanted, keys)
        by_key = {key: list(group) for key, group in groupby(rows, lambda row: row.organisation)}
        shown = tuple(_due(by_key[key]) for key in keys)
        return DueRound(shown, len(known), sum(count for _, count in known))

    def asked(self, organisation_id: int) -> AskedOrganisation:
        """All entries of an organisation that are in use; raises `Refused(NO_SUCH_PROVIDER)`."""
        today = self._transactions.today()
        with self._transactions.reading() as session:
            name, wholes = self._organisation(session, organisation_id)
            return AskedOrganisation(
                organisation_id,
                name,
                tuple(
                    AskedProvider(
                        whole.at.id,
                        draft_of(whole),
                        whole.at.checked_on,
                        whole.at.checked_by,
                        whole.at.asked_on,
                        rule.age(whole.at.checked_on, whole.service.category, today),
                    )
                    for whole in wholes
                ),
            )

    def letters(self, organisation_ids: Sequence[int]) -> tuple[AskingLetter, ...]:
        """What the letters to these organisations say, in this order."""
        today = self._transactions.today()
        with self._transactions.outward() as session:
            return tuple(
                asking_letters.gathered(
                    session, key, *self._organisation(session, key), today=today
                )
                for key in dict.fromkeys(organisation_ids)
            )

    def preview(self, organisation_ids: Sequence[int]) -> bytes:
        """The letters as they would be written now."""
        from app.folder.asking_build import preview  # ReportLab only where letters are made

        return preview(self.letters(organisation_ids), self._phrases, self._fonts)

    def save_letters(self, organisation_ids: Sequence[int], path: Path) -> Steps[LettersMade]:
        """Write one letter an organisation into one PDF, then note in the data file, where it is
        open for writing, that they were asked. Cancelled or failed, nothing is left at `path`.

        Raises `Refused(NOTHING_DUE)` for no organisation, `Refused(EXISTS)` for the data file's
        own name.
        """
        from app.folder.asking_build import build

        if path.resolve() == self._transactions.file.path.resolve():
            raise Refused(Reason.EXISTS, "file", path=str(path))
        letters = self.letters(organisation_ids)
        if not letters:
            raise Refused(Reason.NOTHING_DUE)
        made = yield from build(letters, self._phrases, self._fonts, path)
        if not self._transactions.file.writable:
            return made
        return replace(made, done=self.record_asked(organisation_ids))

    def record_asked(self, organisation_ids: Sequence[int]) -> Done:
        """Note that a letter to these organisations was printed today. Nothing is checked by it."""
        with self._transactions.command(Act.PROVIDERS_ASKED) as session:
            names = []
            for key in dict.fromkeys(organisation_ids):
                name, wholes = self._organisation(session, key)
                names.append(name)
                for whole in wholes:
                    whole.at.asked_on = self._transactions.today()
            session.flush()
            facts = {"count": str(len(names))} | ({"name": names[0]} if len(names) == 1 else {})
            return Done(Act.PROVIDERS_ASKED, _TOUCHED, batch_of(session), facts=facts)

    def enter(self, reply: Reply) -> Done:
        """Write what an organisation answered, all of it in one batch: entries that are right or
        corrected were checked on the day of the answer by who enters it.

        Raises `Refused`: NOTHING_ANSWERED; beside a field (`provider` names the entry) for a
        correction that cannot be; REASON_MISSING for what is gone without a reason;
        DATE_IN_FUTURE beside `on`; NO_SUCH_PROVIDER for an entry of another organisation.
        """
        on = self._answered_on(reply)
        answers = [each for each in reply.answers if each.verdict is not Verdict.SILENT]
        if not answers:
            raise Refused(Reason.NOTHING_ANSWERED)
        with self._transactions.command(Act.PROVIDERS_CHECKED) as session:
            name, wholes = self._organisation(session, reply.organisation)
            mine = {whole.at.id for whole in wholes}
            for answer in answers:
                if answer.provider not in mine:
                    raise Refused(Reason.NO_SUCH_PROVIDER, id=answer.provider)
                self._take(session, answer, on, reply.confirmed_by.strip())
            session.flush()
            return Done(
                Act.PROVIDERS_CHECKED,
                _TOUCHED,
                batch_of(session),
                facts={"name": name, "count": str(len(answers)), "id": str(reply.organisation)},
            )

    def _answered_on(self, reply: Reply) -> date:
        on = reply.on or self._transactions.today()
        checks.storable_text(reply.confirmed_by, "confirmed_by")
        checks.day(on, "on")
        if on > self._transactions.today():
            raise Refused(Reason.DATE_IN_FUTURE, "on")
        return on

    def _take(self, session: Session, answer: EntryAnswer, on: date, confirmed_by: str) -> None:
        whole = existing.provider(session, answer.provider)
        if answer.verdict is Verdict.GONE:
            self._end(whole, answer)
            if whole.at.archived_on is not None:
                return
        if answer.verdict is Verdict.CORRECTED and answer.draft is not None:
            self._correct(session, whole, answer, answer.draft, on)
        if whole.at.checked_on is None or whole.at.checked_on <= on:
            who = self._transactions.who
            whole.at.checked_on = on
            whole.at.checked_by = CONFIRMED.join(part for part in (who, confirmed_by) if part)

    def _end(self, whole: Whole, answer: EntryAnswer) -> None:
        """Archive what is gone; what ends on a day to come is there until then."""
        try:
            checks.not_blank(answer.because, "because")
        except Refused as refused:
            blank = refused.reason is Reason.BLANK
            reason = Reason.REASON_MISSING if blank else refused.reason
            raise Refused(reason, "because", provider=answer.provider) from None
        if answer.gone_since is not None:
            last = answer.gone_since - timedelta(days=1)
            if whole.at.valid_from is not None and last < whole.at.valid_from:
                raise Refused(Reason.ENDS_BEFORE_IT_BEGINS, "gone_since", provider=answer.provider)
            whole.at.valid_to = last
            if last >= self._transactions.today():
                return
        whole.at.archived_on = self._transactions.today()
        whole.at.archived_because = answer.because.strip()

    def _correct(
        self, session: Session, whole: Whole, answer: EntryAnswer, draft: ProviderDraft, on: date
    ) -> None:
        """Write what the clerk changed and nothing else: entries of one organisation share its
        name and numbers, and another may have been corrected a moment ago."""
        now = draft_of(whole)
        shown = answer.shown or now
        changes = {
            each.name: getattr(draft, each.name)
            for each in fields(ProviderDraft)
            if getattr(draft, each.name) != getattr(shown, each.name)
        }
        if any(name in changes for name in _COUNTED) and "free_as_of" not in changes:
            changes["free_as_of"] = on
        wanted = replace(now, **changes)
        try:
            check_draft(wanted)
        except Refused as refused:
            raise Refused(
                refused.reason, refused.field, **(refused.facts | {"provider": answer.provider})
            ) from None
        fill_provider(whole, wanted)
        whole.at.saved_at = datetime.now(UTC)
        write_parts(session, whole, wanted)
        for case in providers.employing(session, answer.provider):
            self._planner.renew(session, case, self._transactions.today())

    def _organisation(self, session: Session, key: int) -> tuple[str, list[Whole]]:
        """Name and entries in use; raises `Refused(NO_SUCH_PROVIDER)` where there are none."""
        today = self._transactions.today()
        found = [
            whole
            for whole in providers.beside(session, key)
            if whole.at.archived_on is None
            and (whole.at.valid_to is None or whole.at.valid_to >= today)
        ]
        if not found:
            raise Refused(Reason.NO_SUCH_PROVIDER, id=key)
        return found[0].organisation.name, providers.with_parts(session, found)

    @property
    def _fonts(self) -> Path:
        return self._resources / "fonts"


def _office_phrases(resources: Path) -> tuple[Phrases, tuple[Fault, ...]]:
    return load_office_phrases(resources / "phrases", OFFICE_LANGUAGE)


def _due(rows: list[checking.DueRow]) -> DueOrganisation:
    return DueOrganisation(
        id=rows[0].organisation,
        name=rows[0].name,
        providers=tuple(
            DueProvider(
                row.provider,
                row.service,
                Category(row.category),
                row.town,
                row.checked_on,
                row.asked_on,
            )
            for row in rows
        ),
        has_address=_any_address(rows),
    )


def _any_address(rows: Iterable[checking.DueRow]) -> bool:
    return any(row.street.strip() and row.postcode.strip() for row in rows)
