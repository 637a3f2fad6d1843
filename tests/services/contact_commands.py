"""The commands on contacts and promises as the tests of undo give them, and what they are about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from app.desk import Desk
from app.done import Done
from app.records.cases import Channel, ContactDraft, Counterpart
from app.records.contacts import ContactTopic, PromiseDraft, PromiseState
from app.rules.silence import WEEKS
from app.rules.terms import Role, Stage

ASKED = ContactDraft(
    date(2026, 11, 18),
    Channel.VIDEO,
    Counterpart.FAMILY,
    "Amira",
    "Wohnung und Kita besprochen",
    (ContactTopic.HOUSING, ContactTopic.CHILDCARE),
    25,
    follow_up_on=date(2026, 11, 27),
    follow_up="Besichtigung bestätigen",
)
FLAT = PromiseDraft(Role.LANDLORD, "Grundriss schicken", "Frau Onken", date(2026, 11, 25))
COURSE = PromiseDraft(Role.EMPLOYER, "Sprachkurs bezahlen")


def prepare(desk: Desk, case: int) -> None:
    """A contact to follow up, one that was followed up, a promise made in it and a settled one."""
    desk.candidates.note_contact(case, ASKED)
    done = desk.candidates.note_contact(case, ASKED)
    desk.contacts.follow(int(done.facts["id"]))
    spoken = _contact(desk, case, followed=False)
    desk.promises.note(case, PromiseDraft(FLAT.role, FLAT.text, FLAT.by, FLAT.due, spoken))
    settled = desk.promises.note(case, COURSE)
    desk.promises.drop(int(settled.facts["id"]), "zahlt das Jobcenter")


def _contact(desk: Desk, case: int, *, followed: bool) -> int:
    return next(
        each.id
        for each in desk.candidates.case(case).contacts
        if each.draft.follow_up_on and (each.followed_up_on is not None) == followed
    )


def _promise(desk: Desk, case: int, *, is_open: bool = True) -> int:
    return next(
        each.id
        for each in desk.promises.of_case(case)
        if (each.state is PromiseState.OPEN) == is_open
    )


Command = Callable[[Desk, int, Path], Done]

COMMANDS: Mapping[str, Command] = {
    "Contacts.follow": lambda desk, case, _: desk.contacts.follow(
        _contact(desk, case, followed=False)
    ),
    "Contacts.unfollow": lambda desk, case, _: desk.contacts.unfollow(
        _contact(desk, case, followed=True)
    ),
    "Promises.note": lambda desk, case, _: desk.promises.note(case, COURSE),
    "Promises.edit": lambda desk, case, _: desk.promises.edit(_promise(desk, case), COURSE),
    "Promises.keep": lambda desk, case, _: desk.promises.keep(_promise(desk, case)),
    "Promises.drop": lambda desk, case, _: desk.promises.drop(_promise(desk, case), "zieht um"),
    "Promises.reopen": lambda desk, case, _: desk.promises.reopen(
        _promise(desk, case, is_open=False)
    ),
    "Promises.remove": lambda desk, case, _: desk.promises.remove(_promise(desk, case)),
    "Silence.set_weeks": lambda desk, _, __: desk.silence.set_weeks({**WEEKS, Stage.STAYING: 26}),
}
