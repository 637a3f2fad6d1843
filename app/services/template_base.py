"""What every command on templates does: store versions, put rules in force, hold former ones."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from app.content.languages import OFFICE_LANGUAGE
from app.content.own_versions import ORIGINAL
from app.content.template_drafts import set_draft, step_draft
from app.content.templates import StepTemplate
from app.done import Topic
from app.errors import Reason, Refused
from app.progress import Step as Progress
from app.progress import Steps
from app.records.templates import SetDraft, StepDraft
from app.rules.terms import Track
from app.services import existing
from app.services.planner import Planner
from app.services.rulebook import Kept, RuleBook
from app.services.shelf import base_of, block_of, holding_on
from app.services.template_effects import CHUNK, WORK, Comparison
from app.services.template_english import with_english
from app.services.transactions import Transactions
from db import journal
from db.repositories import cases, template_steps, templates
from db.tables.template import HeldRule, TemplateVersion

TOUCHED = frozenset({Topic.TEMPLATES, Topic.PLAN, Topic.CANDIDATES})


@dataclass(frozen=True)
class InForce:
    """What putting rules in force came to: the rules that hold now, how many plans were changed
    to them, how many cases keep a former rule."""

    book: RuleBook
    taken_over: int
    held: int


@dataclass(frozen=True)
class Looked:
    """Whom rules would affect when it was asked: the templates by case; `since`: the newest batch
    of the journal then."""

    news: Mapping[str, Kept]
    affected: Mapping[int, frozenset[str]]
    since: int


class TemplateBase:
    def __init__(self, transactions: Transactions, planner: Planner) -> None:
        self._transactions = transactions
        self._planner = planner

    def _shipped(self, template: str) -> StepDraft | None:
        """The shipped wording of a step, None for what the office made itself."""
        shipped = self._planner.shelf.shipped
        block = shipped.blocks.get(("step", template))
        step = shipped.by_id.get(template)
        if block is None or step is None:
            return None
        return dated(step_draft(block, step.track), step)

    def _today(self, session: Session, kind: str, template: str) -> TemplateVersion | None:
        """The version of a block that holds today, None where the shipped original does."""
        rows = reversed(templates.versions_of(session, kind, template))
        holding = holding_on(sorted(rows, key=lambda row: row.id), self._transactions.today())
        return holding[0] if holding else None

    def _wording(self, session: Session, template: str) -> StepDraft:
        """A step as it is worded today; the last wording of one that is switched off. Raises
        `Refused(NO_SUCH_TEMPLATE)`."""
        row = self._today(session, "step", template)
        return with_english(session, self._worded(session, template, row))

    def _worded(self, session: Session, template: str, row: TemplateVersion | None) -> StepDraft:
        if row is not None and not row.text:
            # newest first: the first before this one that says anything
            earlier = [
                each
                for each in templates.versions_of(session, "step", template)
                if each.text and (each.valid_from, each.id) < (row.valid_from, row.id)
            ]
            row = earlier[0] if earlier else None
        step = self._planner.catalogue.known(template)
        if row is None or row.text == ORIGINAL:
            shipped = self._shipped(template)
            if shipped is None:
                raise Refused(Reason.NO_SUCH_TEMPLATE, template=template)
            return shipped
        return dated(step_draft(block_of(row), Track(row.track)), step)

    def _set_wording(self, session: Session, plan_set: str) -> SetDraft:
        row = self._today(session, "set", plan_set)
        if row is not None and row.text:
            return set_draft(block_of(row), Track(row.track))
        block = self._planner.shelf.shipped.blocks.get(("set", plan_set))
        found = self._planner.shelf.shipped.set_named(plan_set) if plan_set else None
        if row is not None or block is None or found is None:
            raise Refused(Reason.NO_SUCH_SET, "plan_set", set=plan_set)
        return set_draft(block, found.track)

    def _store(
        self,
        session: Session,
        kind: str,
        track: Track,
        template: str,
        text: str,
        valid_from: date,
        note: str = "",
    ) -> None:
        session.add(
            TemplateVersion(
                kind=kind,
                track=track.value,
                template=template,
                text=text,
                valid_from=valid_from,
                made_on=self._transactions.today(),
                made_by=self._transactions.who,
                note=note.strip(),
                base=base_of(self._planner.shelf.shipped, kind, template),
            )
        )

    def _looking(self, news: Mapping[str, Kept]) -> Steps[Looked]:
        """Whom these rules would affect, asked in steps before anything is written. Closed cases
        are among them: opened again, they have the plan they had."""
        with self._transactions.reading() as session:
            since = journal.last_batch(session)
            wanted = cases.all_ids(session)
        comparison = Comparison(self._planner, news, self._transactions.today())
        found: dict[int, frozenset[str]] = {}
        for start in range(0, len(wanted), CHUNK):
            yield Progress(start, len(wanted), WORK)
            with self._transactions.reading() as session:
                chunk = comparison.affected(session, wanted[start : start + CHUNK])
                found.update((case, frozenset(effects)) for case, effects in chunk)
        return Looked(news, found, since)

    def _still(self, session: Session, looked: Looked) -> Mapping[int, frozenset[str]]:
        """Whom they affect now: who was worked on since it was asked is looked at again, and
        everybody where something was done that is about no single case."""
        stale = journal.cases_since(session, looked.since, journal.number_of(session))
        every = set(cases.all_ids(session))
        again = every if None in stale else every & stale
        found = {case: its for case, its in looked.affected.items() if case in every - again}
        return {**found, **self._affected(session, looked.news, sorted(again))}

    def _put_in_force(
        self,
        session: Session,
        news: Mapping[str, Kept],
        affected: Mapping[int, frozenset[str]],
        valid_from: date,
        take_over: Collection[int] = (),
    ) -> InForce:
        """Give these rules to every case whose plan they do not change and to those of
        `take_over`; for each other one its former rule is held. The new versions are stored
        already, in this session.

        Before their day nothing changes but that: who keeps a former rule is written down now,
        and who kept one before goes on keeping it.
        """
        today = self._transactions.today()
        former = {template: self._former(session, template) for template in news}
        is_now = valid_from <= today
        taken: dict[int, None] = {}
        rows: list[journal.Row] = []
        for template in news:
            concerned = {case for case, those in affected.items() if template in those}
            held = {row.case_id: row for row in templates.held_of(session, template)}
            for case in held if is_now else ():
                if case not in concerned or case in take_over:
                    session.delete(held[case])
            for case in sorted(concerned):
                if case in take_over:
                    taken[case] = None
                elif case not in held:
                    rows.append(
                        {"case_id": case, "template": template, "version_id": former[template]}
                    )
        session.flush()
        journal.insert_many(session, HeldRule, rows)
        book = self._adopted(session, taken if is_now else ())
        return InForce(book, len(taken), len(rows))

    def _adopted(self, session: Session, taken: Collection[int]) -> RuleBook:
        """The rules that hold now by this session, and these cases brought in line with them."""
        today = self._transactions.today()
        session.flush()
        before, book = self._planner.book, self._planner.shelf.read(session, today)
        planner = self._planner.beside(book)
        for case in taken:
            planner.reconcile(session, existing.case(session, case), today)
        retitled(session, before, book)
        return book

    def _former(self, session: Session, template: str) -> int | None:
        """The version that held until now: the one in force in the rules we plan by."""
        holding = self._planner.book.versions
        rows = templates.versions_of(session, "step", template)
        return next((row.id for row in rows if row.id in holding), None)

    def _affected(
        self, session: Session, news: Mapping[str, Kept], wanted: Sequence[int]
    ) -> dict[int, frozenset[str]]:
        """The templates that would change the plan of one of these cases, by case."""
        comparison = Comparison(self._planner, news, self._transactions.today())
        return {
            case: frozenset(effects)
            for start in range(0, len(wanted), CHUNK)
            for case, effects in comparison.affected(session, wanted[start : start + CHUNK])
        }

    def _check_day(self, valid_from: date) -> None:
        if valid_from < self._transactions.today():
            raise Refused(Reason.NOT_A_DATE, "valid_from", past=True)


def retitled(session: Session, before: RuleBook, after: RuleBook) -> None:
    """Have the list of cases use the short titles of the new rules."""
    for step in before.catalogue.steps:
        now = after.catalogue.known(step.id)
        old = step.short.in_language(OFFICE_LANGUAGE)
        if now is not None and (new := now.short.in_language(OFFICE_LANGUAGE)) != old:
            template_steps.retitle(session, step.id, old, new)


def dated(draft: StepDraft, step: StepTemplate | None) -> StepDraft:
    """A draft that names the day its text was last checked also where only its file did."""
    if draft.stand is None and step is not None and step.stand is not None:
        return replace(draft, stand=step.stand)
    return draft
