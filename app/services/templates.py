"""Changing templates: whom it affects, in force from a day on, former rules held or given up."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.content.draft_checks import Tried, tried
from app.content.languages import OFFICE_LANGUAGE
from app.content.own_versions import ORIGINAL
from app.content.template_writing import order_text, step_block
from app.content.templates import StepTemplate
from app.done import Act, Done
from app.errors import Reason, Refused
from app.progress import Step as Progress
from app.progress import Steps, finish
from app.records.templates import ChangePreview, StepDraft
from app.rules.terms import Track
from app.services import checks
from app.services.rulebook import Kept
from app.services.template_base import TOUCHED, InForce
from app.services.template_effects import WORK, Comparison, named, previewed
from app.services.template_english import forget_english, settle_english
from app.services.template_files import TemplateFiles
from app.services.template_proofs import TemplateProofs
from app.services.template_reading import TemplateReading
from app.services.template_sets import TemplateSets
from db import journal
from db.repositories import cases, templates


class Templates(TemplateReading, TemplateProofs, TemplateSets, TemplateFiles):
    def preview(self, draft: StepDraft, valid_from: date) -> Steps[ChangePreview]:
        """Whom storing a draft would affect. Raises `Refused` as `saving` does."""
        step = self._sound(draft, valid_from)
        return previewed(self._transactions, self._planner, {step.id: Kept(step, own=True)})

    def saving(
        self, draft: StepDraft, valid_from: date, note: str = "", take_over: Collection[int] = ()
    ) -> Steps[Done]:
        """Store a wording, in force from that day on: a job that writes at its end. Running cases
        whose plan it changes keep their former rule, but for those of `take_over`, whose plans
        follow at once, or on that day. `facts["count"]` counts them. Raises `Refused`:
        TEMPLATE_BROKEN (the field at fault), EXAMPLE_FAILS, NOT_A_DATE (`valid_from`)."""
        step = self._sound(draft, valid_from)
        checks.storable_text(note, "note")
        text = ORIGINAL if draft == self._shipped(draft.id) else step_block(draft)
        kept = Kept(step, own=True)
        return self._changed(
            Act.TEMPLATE_CHANGED, step, text, kept, valid_from, note, take_over, draft
        )

    def save(
        self, draft: StepDraft, valid_from: date, note: str = "", take_over: Collection[int] = ()
    ) -> Done:
        """`saving`, here and now."""
        return finish(self.saving(draft, valid_from, note, take_over))

    def preview_off(self, template: str, valid_from: date) -> Steps[ChangePreview]:
        """Whom switching a step off would affect. Raises `Refused` as `switching_off` does."""
        step = self._to_switch_off(template, valid_from)
        return previewed(self._transactions, self._planner, {step.id: Kept(None, own=True)})

    def switching_off(
        self, template: str, valid_from: date, note: str = "", take_over: Collection[int] = ()
    ) -> Steps[Done]:
        """Give a step to nobody from that day on; from plans it goes where it is taken over and
        nobody worked on it. Raises `Refused`: NO_SUCH_TEMPLATE, NOT_A_DATE (`valid_from`),
        TEMPLATE_IN_USE (`where`) while others count from it."""
        step = self._to_switch_off(template, valid_from)
        checks.storable_text(note, "note")
        kept = Kept(None, own=True)
        act = Act.TEMPLATE_SWITCHED_OFF
        return self._changed(act, step, "", kept, valid_from, note, take_over)

    def switch_off(
        self, template: str, valid_from: date, note: str = "", take_over: Collection[int] = ()
    ) -> Done:
        """`switching_off`, here and now."""
        return finish(self.switching_off(template, valid_from, note, take_over))

    def preview_restore(self, template: str, valid_from: date) -> Steps[ChangePreview]:
        """Whom going back to the shipped original would affect. Raises `Refused` as
        `restoring` does."""
        shipped = self._to_restore(template, valid_from)
        if shipped is None:
            return self.preview_off(template, valid_from)
        return previewed(self._transactions, self._planner, {template: Kept(shipped, own=True)})

    def restoring(
        self, template: str, valid_from: date, note: str = "", take_over: Collection[int] = ()
    ) -> Steps[Done]:
        """Go back to the shipped original; a step the office made itself is switched off instead.
        Raises `Refused`: NO_SUCH_TEMPLATE, NOT_A_DATE (`valid_from`)."""
        shipped = self._to_restore(template, valid_from)
        if shipped is None:
            return self.switching_off(template, valid_from, note, take_over)
        checks.storable_text(note, "note")
        kept = Kept(shipped, own=True)
        act = Act.TEMPLATE_RESTORED
        return self._changed(act, shipped, ORIGINAL, kept, valid_from, note, take_over)

    def restore(
        self, template: str, valid_from: date, note: str = "", take_over: Collection[int] = ()
    ) -> Done:
        """`restoring`, here and now."""
        return finish(self.restoring(template, valid_from, note, take_over))

    def reorder(self, track: Track, steps: Sequence[str]) -> Done:
        """Put the steps of a track in this order; those not named stay behind the one they
        follow. Raises `Refused(NO_SUCH_TEMPLATE)`."""
        known = {step.id for step in self._in_order(track)}
        for step in steps:
            if step not in known:
                raise Refused(Reason.NO_SUCH_TEMPLATE, "order", template=step)
        today = self._transactions.today()
        with self._transactions.command(Act.TEMPLATES_ORDERED) as session:
            once = tuple(dict.fromkeys(steps))
            self._store(session, "order", track, track.value, order_text(once), today)
            book = self._adopted(session, ())
            done = Done(Act.TEMPLATES_ORDERED, TOUCHED, journal.batch_of(session))
        self._planner.adopt(book)
        return done

    def held(self, template: str) -> Steps[ChangePreview]:
        """The running cases that keep a former rule of a step, with what taking today's over
        would change; nothing where it makes no difference (yet)."""
        yield from ()
        with self._transactions.reading() as session:
            running = set(cases.running_ids(session))
            those = [r.case_id for r in templates.held_of(session, template)]
            wanted = [case for case in those if case in running]
            news = {template: self._planner.book.kept(template)}
            comparison = Comparison(self._planner, news, self._transactions.today())
            effects = dict(comparison.affected(session, wanted))
            found = named(session, {case: effects.get(case, {}) for case in wanted})
        return ChangePreview(tuple(sorted(found, key=lambda each: each.name)), len(wanted))

    def taking_over(self, template: str, those: Collection[int]) -> Steps[Done]:
        """Plan these cases by today's rule of a step instead of the one they keep: a job that
        writes at its end. Raises `Refused(NOTHING_TO_UNDO)` where none of them keeps one."""
        yield Progress(0, len(those), WORK)
        with self._transactions.command(Act.RULE_TAKEN_OVER) as session:
            rows = [row for row in templates.held_of(session, template) if row.case_id in those]
            if not rows:
                raise Refused(Reason.NOTHING_TO_UNDO, template)
            freed = [row.case_id for row in rows]
            for row in rows:
                session.delete(row)
            self._adopted(session, freed)
            known = self._planner.catalogue.known(template)
            facts = {"count": str(len(freed)), "template": template}
            if known is not None:
                facts["step"] = known.short.in_language(OFFICE_LANGUAGE)
            return Done(Act.RULE_TAKEN_OVER, TOUCHED, journal.batch_of(session), _one(freed), facts)

    def take_over(self, template: str, those: Collection[int]) -> Done:
        """`taking_over`, here and now."""
        return finish(self.taking_over(template, those))

    def _changed(
        self,
        act: Act,
        step: StepTemplate,
        text: str,
        kept: Kept,
        valid_from: date,
        note: str,
        take_over: Collection[int],
        draft: StepDraft | None = None,
    ) -> Steps[Done]:
        if not self._transactions.file.writable:
            raise Refused(Reason.READ_ONLY)
        looked = yield from self._looking({step.id: kept})
        with self._transactions.command(act) as session:
            affected = self._still(session, looked)
            self._settle(session, act, step.id, draft, valid_from)
            self._store(session, "step", step.track, step.id, text, valid_from, note)
            result = self._put_in_force(session, looked.news, affected, valid_from, take_over)
            done = Done(act, TOUCHED, journal.batch_of(session), facts=_facts(step, result))
        self._planner.adopt(result.book)
        return done

    def _settle(
        self, session: Session, act: Act, template: str, draft: StepDraft | None, valid_from: date
    ) -> None:
        """Bring what lies over the English of a step in line with its form."""
        known = self._planner.catalogue.known(template) is not None
        before = self._wording(session, template) if known else None
        if draft is not None:
            now = valid_from <= self._transactions.today()
            settle_english(session, before, draft, now=now)
        elif act is Act.TEMPLATE_RESTORED and before is not None:
            forget_english(session, before)

    def _sound(self, draft: StepDraft, valid_from: date) -> StepTemplate:
        found: Tried = tried(draft, self._planner.catalogue)
        if found.faults:
            raise Refused(Reason.TEMPLATE_BROKEN, found.faults[0].key)
        for example, answer in zip(draft.examples, self._turning_out(found.step), strict=True):
            if example.applies is not answer:
                raise Refused(Reason.EXAMPLE_FAILS, "examples")
        self._check_day(valid_from)
        return found.step

    def _to_switch_off(self, template: str, valid_from: date) -> StepTemplate:
        step = self._planner.catalogue.by_id.get(template)
        if step is None:
            raise Refused(Reason.NO_SUCH_TEMPLATE, template=template)
        after = [
            each.short.in_language(OFFICE_LANGUAGE)
            for each in self._planner.catalogue.steps
            if each.rule.after == template
        ]
        if after:
            raise Refused(Reason.TEMPLATE_IN_USE, template, where=", ".join(after))
        self._check_day(valid_from)
        return step

    def _to_restore(self, template: str, valid_from: date) -> StepTemplate | None:
        self._check_day(valid_from)
        if self._planner.catalogue.known(template) is None:
            raise Refused(Reason.NO_SUCH_TEMPLATE, template=template)
        return self._planner.shelf.shipped.by_id.get(template)


def _facts(step: StepTemplate, result: InForce) -> dict[str, str]:
    facts = {
        "step": step.short.in_language(OFFICE_LANGUAGE),
        "template": step.id,
        "held": str(result.held),
    }
    return {**facts, "count": str(result.taken_over)} if result.taken_over else facts


def _one(those: Sequence[int]) -> int | None:
    return those[0] if len(those) == 1 else None
