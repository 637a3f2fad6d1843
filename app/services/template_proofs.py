"""The office's own check of the steps that no source proves."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.content.languages import OFFICE_LANGUAGE
from app.content.templates import StepTemplate
from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.templates import UnprovenStep
from app.services import checks
from app.services.confirmations import confirmed, digest_of, needs_proof, vouched
from app.services.template_base import TemplateBase
from db import journal
from db.repositories import confirmations
from db.tables.office import Confirmation

_TOUCHED = frozenset({Topic.PLAN})


class TemplateProofs(TemplateBase):
    def unproven(self) -> tuple[UnprovenStep, ...]:
        """Every step graded A in the order of the templates, with who confirmed it."""
        with self._transactions.reading() as session:
            known = confirmed(session)
        found = []
        for template in filter(needs_proof, self._planner.catalogue.steps):
            holding = vouched(template, known)
            found.append(
                UnprovenStep(
                    template=template.id,
                    track=template.track,
                    title=template.title.in_language(OFFICE_LANGUAGE),
                    short=template.short.in_language(OFFICE_LANGUAGE),
                    basis=template.basis,
                    source=template.source,
                    stand=template.stand,
                    confirmed_by=holding.by if holding else "",
                    confirmed_on=holding.on if holding else None,
                )
            )
        return tuple(found)

    def confirm(self, template: str, by: str) -> Done:
        """Vouch by name for a step as it is worded now; from now on it is printed. Raises
        `Refused`: BLANK (`by`), NO_SUCH_TEMPLATE, NOTHING_TO_CONFIRM where it is not graded A."""
        checks.not_blank(by, "by")
        step = self._unproven(template)
        with self._transactions.command(Act.TEMPLATE_CONFIRMED) as session:
            row = confirmations.of_template(session, template)
            if row is None:
                row = Confirmation(template=template)
                session.add(row)
            row.digest, row.by, row.on = digest_of(step), by.strip(), self._transactions.today()
            session.flush()
            return _done(session, Act.TEMPLATE_CONFIRMED, step)

    def doubt(self, template: str) -> Done:
        """Take a confirmation back: the step is no longer printed. Raises `Refused`:
        NO_SUCH_TEMPLATE, NOTHING_TO_CONFIRM, NOTHING_TO_UNDO where nobody confirmed it."""
        step = self._unproven(template)
        with self._transactions.command(Act.TEMPLATE_DOUBTED) as session:
            row = confirmations.of_template(session, template)
            if row is None:
                raise Refused(Reason.NOTHING_TO_UNDO, template)
            session.delete(row)
            session.flush()
            return _done(session, Act.TEMPLATE_DOUBTED, step)

    def _unproven(self, template: str) -> StepTemplate:
        step = self._planner.catalogue.by_id.get(template)
        if step is None:
            raise Refused(Reason.NO_SUCH_TEMPLATE, template)
        if not needs_proof(step):
            raise Refused(Reason.NOTHING_TO_CONFIRM, template)
        return step


def _done(session: Session, act: Act, step: StepTemplate) -> Done:
    facts = {"step": step.short.in_language(OFFICE_LANGUAGE), "template": step.id}
    return Done(act, _TOUCHED, journal.batch_of(session), facts=facts)
