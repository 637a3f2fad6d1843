"""Invitations with what became of them: each with its state to change, on paper, taken back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.records.occasions import InvitationState, InvitationView
from app.records.papers import PaperKind
from ui.mentor_words import INVITATIONS
from ui.mentors.rows import Row, Rows
from ui.page import Page
from ui.widgets.buttons import icon_button
from ui.widgets.choices import Choice
from ui.widgets.paper_dialog import open_paper, paper

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done


class Answers(Rows):
    """The rows of invitations in a page, which does what is asked in them."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._shown: tuple[tuple[InvitationView, str, tuple[str, ...]], ...] = ()
        self.choices: dict[int, Choice] = {}

    def show_invitations(
        self, invitations: Sequence[tuple[InvitationView, str, tuple[str, ...]]]
    ) -> None:
        """Each with its title and lines."""
        if tuple(invitations) == self._shown:
            for invitation, _, _ in invitations:  # a refused answer is not the state any more
                self.choices[invitation.id].choose(invitation.state.value)
            return
        self._shown = tuple(invitations)
        self.choices = {}
        self.show_rows([self._row(*each) for each in invitations])

    def _row(self, invitation: InvitationView, title: str, lines: tuple[str, ...]) -> Row:
        state = Choice([(each.value, word) for each, word in INVITATIONS.items()])
        state.choose(invitation.state.value)
        state.setAccessibleName(f"Stand: {title}")
        state.activated.connect(partial(self._answer, invitation.id))
        self.choices[invitation.id] = state
        printed = icon_button(
            "printer",
            f"Einladung drucken: {title}",
            partial(self._print, invitation),
            flat=True,
        )
        removed = icon_button(
            "trash-2",
            f"Einladung zurücknehmen: {title}",
            partial(self._remove, invitation.id),
            flat=True,
        )
        clash = (
            (f"Zur selben Zeit: „{invitation.clash}“.",)
            if invitation.clash and invitation.state in _COMING
            else ()
        )
        return Row(title, "", (*lines, *clash), (state, printed, removed))

    def _answer(self, invitation_id: int, _place: int) -> None:
        state = InvitationState(self.choices[invitation_id].code())
        self._page.acts.do(partial(_answer, invitation_id, state))
        self._page.refresh()

    def _remove(self, invitation_id: int) -> None:
        self._page.acts.do(partial(_remove, invitation_id))

    def _print(self, invitation: InvitationView) -> None:
        sheet = paper(
            lambda desk: desk.occasions.sheet(invitation.id),
            PaperKind.INVITATION,
            invitation.case,
            invitation.case_name,
            "",
        )
        open_paper(self._page.workplace, sheet, self._page)


_COMING = (InvitationState.INVITED, InvitationState.ACCEPTED)


def _answer(invitation_id: int, state: InvitationState, desk: Desk) -> Done:
    return desk.occasions.answer(invitation_id, state)


def _remove(invitation_id: int, desk: Desk) -> Done:
    return desk.occasions.remove(invitation_id)
