"""Sets of milestones as the office looks after them, per employer too."""

from __future__ import annotations

from dataclasses import fields, replace

from sqlalchemy.orm import Session

from app.content.languages import OFFICE_LANGUAGE, TEMPLATE_LANGUAGES
from app.content.template_writing import set_block, step_block
from app.done import Act, Done
from app.errors import Reason, Refused
from app.records.templates import SetDraft, SetRow, TemplateState
from app.services import checks
from app.services.shelf import holding_on
from app.services.template_base import TOUCHED, TemplateBase
from db import journal
from db.repositories import templates


class TemplateSets(TemplateBase):
    def sets(self) -> tuple[SetRow, ...]:
        """Every set, the usual one first, with what it gives of its track."""
        catalogue, shipped = self._planner.catalogue, self._planner.shelf.shipped
        with self._transactions.reading() as session:
            counts = templates.set_counts(session)
            rows = [row for row in templates.versions(session) if row.kind == "set"]
        own = {row.template for row in holding_on(rows, self._transactions.today())}
        found = []
        for place, each in enumerate(catalogue.sets):
            out = self._planner.book.left_out(each.id)
            of_track = [step for step in catalogue.steps if step.track is each.track]
            state = TemplateState.CHANGED if each.id in own else TemplateState.SHIPPED
            is_shipped = any(known.id == each.id for known in shipped.sets)
            found.append(
                SetRow(
                    id=each.id,
                    track=each.track,
                    title=each.title.in_language(OFFICE_LANGUAGE),
                    employer=each.employer,
                    steps=sum(step.id not in out for step in of_track),
                    cases=counts.get("" if place == 0 else each.id, 0),
                    state=state if is_shipped else TemplateState.OWN,
                    usual=place == 0,
                )
            )
        return tuple(found)

    def set_draft(self, plan_set: str) -> SetDraft:
        """A set as the form edits it. Raises `Refused(NO_SUCH_SET)`."""
        with self._transactions.reading() as session:
            return self._set_wording(session, plan_set)

    def copy_set(self, plan_set: str, employer: str = "") -> SetDraft:
        """A set of the office's own that gives the same steps, for an employer, not stored yet.
        Raises `Refused(NO_SUCH_SET)`."""
        draft = self.set_draft(plan_set)
        known = {each.id for each in self._planner.catalogue.sets}
        with self._transactions.reading() as session:
            known |= {row.template for row in templates.versions(session) if row.kind == "set"}
        wanted = found = f"{plan_set}_kopie"
        number = 1
        while found in known:
            number += 1
            found = f"{wanted}_{number}"
        name = employer.strip()
        title = {
            code: name or f"{text} ({'Kopie' if code == OFFICE_LANGUAGE else 'copy'})"
            for code, text in draft.title.items()
        }
        return replace(draft, id=found, title=title, employer=name, copy_of=plan_set)

    def save_set(self, draft: SetDraft) -> Done:
        """Store a set. Raises `Refused`: BLANK (`title`), NO_SUCH_TEMPLATE (`leaves_out`),
        NOT_A_VALUE (`track`), TEMPLATE_IN_USE (`leaves_out`) where it would give other steps to
        cases that have it: their plans are changed by giving them another set, which they
        preview."""
        self._check_set(draft)
        today = self._transactions.today()
        with self._transactions.command(Act.SET_CHANGED) as session:
            self._check_members(session, draft)
            stored = replace(draft, copy_of="")
            self._store(session, "set", draft.track, draft.id, set_block(stored), today)
            for step in self._planner.catalogue.steps if draft.copy_of else ():
                if draft.copy_of in step.only_in and draft.id not in step.only_in:
                    wording = self._wording(session, step.id)
                    text = step_block(replace(wording, only_in=(*step.only_in, draft.id)))
                    self._store(session, "step", step.track, step.id, text, today)
            book = self._adopted(session, ())
            facts = {"name": draft.title.get(OFFICE_LANGUAGE, ""), "set": draft.id}
            done = Done(Act.SET_CHANGED, TOUCHED, journal.batch_of(session), facts=facts)
        self._planner.adopt(book)
        return done

    def remove_set(self, plan_set: str) -> Done:
        """Offer a set no longer. Raises `Refused`: NO_SUCH_SET, TEMPLATE_IN_USE where cases have
        it, steps are given by it alone (`where`), or it is the usual one."""
        found = next((each for each in self._planner.catalogue.sets if each.id == plan_set), None)
        if found is None:
            raise Refused(Reason.NO_SUCH_SET, "plan_set", set=plan_set)
        if found == self._planner.catalogue.sets[0]:
            raise Refused(Reason.TEMPLATE_IN_USE, "plan_set")
        steps = [
            step.short.in_language(OFFICE_LANGUAGE)
            for step in self._planner.catalogue.steps
            if plan_set in step.only_in
        ]
        if steps:
            raise Refused(Reason.TEMPLATE_IN_USE, "plan_set", where=", ".join(steps))
        today = self._transactions.today()
        with self._transactions.command(Act.SET_REMOVED) as session:
            if templates.set_counts(session).get(plan_set):
                raise Refused(Reason.TEMPLATE_IN_USE, "plan_set")
            self._store(session, "set", found.track, plan_set, "", today)
            book = self._adopted(session, ())
            facts = {"name": found.title.in_language(OFFICE_LANGUAGE), "set": plan_set}
            done = Done(Act.SET_REMOVED, TOUCHED, journal.batch_of(session), facts=facts)
        self._planner.adopt(book)
        return done

    def _check_set(self, draft: SetDraft) -> None:
        for field in fields(draft):
            value = getattr(draft, field.name)
            if isinstance(value, str):
                checks.storable_text(value, field.name)
        checks.not_blank(draft.id, "id")
        for code in TEMPLATE_LANGUAGES:
            checks.not_blank(draft.title.get(code, ""), "title")
        known = self._planner.catalogue.set_named(draft.id)
        if known is not None and known.track is not draft.track:
            raise Refused(Reason.NOT_A_VALUE, "track")
        for step in draft.leaves_out:
            if self._planner.catalogue.known(step) is None:
                raise Refused(Reason.NO_SUCH_TEMPLATE, "leaves_out", template=step)

    def _check_members(self, session: Session, draft: SetDraft) -> None:
        """A set in use goes on giving the same steps."""
        sets = self._planner.catalogue.sets
        known = next((each for each in sets if each.id == draft.id), None)
        if known is None or set(known.leaves_out) == set(draft.leaves_out):
            return
        kept_as = "" if known == sets[0] else known.id
        if templates.running_with_set(session, kept_as):
            raise Refused(Reason.TEMPLATE_IN_USE, "leaves_out")
