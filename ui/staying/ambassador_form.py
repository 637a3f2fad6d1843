"""Somebody of a case who speaks for the region, for a trade or for coming back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.errors import Reason, Refused
from app.records.staying import AmbassadorDraft, AmbassadorView, CaseTalks, ConsentChoice
from app.rules.staying import AmbassadorKind
from ui.page import Workplace
from ui.staying.words import KINDS
from ui.widgets import typed_dates
from ui.widgets.choices import Choice
from ui.widgets.field import day_line, hinted
from ui.widgets.form import Form

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done


class AmbassadorForm(Form):
    """A new entry, or the one shown. It rests on a consent, which is chosen and named here."""

    def __init__(
        self,
        workplace: Workplace,
        case: int,
        seen: CaseTalks,
        consents: Sequence[ConsentChoice],
        shown: AmbassadorView | None,
    ) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._case, self._shown = case, shown
        names = dict(seen.people)
        self.add("person", "&Wer", Choice([(str(key), name) for key, name in seen.people]))
        self.add("kind", "&Wofür", Choice([(each.value, word) for each, word in KINDS.items()]))
        topics = QLineEdit()
        topics.setPlaceholderText("z. B. Pflege, Ankommen mit Kindern")
        self.add("topics", "&Themen", topics)
        self.add("since", "&Seit", hinted("TT.MM.JJJJ"))
        self.add("until", "&Bis", day_line())
        told = [(str(each.id), _consent(each, names.get(each.person, ""))) for each in consents]
        self.add("consent", "&Einwilligung", Choice(told))
        remove = self.add_remove("Austragen", self._remove)
        remove.setVisible(shown is not None)
        self.add_buttons("&Speichern", leave="Abbrechen", more=remove)
        draft = shown.draft if shown is not None else None
        today = workplace.today()
        self.fill(
            {
                "person": str(draft.person if draft else seen.people[0][0]),
                "kind": (draft.kind if draft else AmbassadorKind.REGION).value,
                "topics": draft.topics if draft else "",
                "since": typed_dates.shown(draft.since if draft else today),
                "until": typed_dates.shown(draft.until if draft else None),
                "consent": str(draft.consent) if draft else (told[0][0] if told else ""),
            }
        )

    def command(self) -> Callable[[Desk], Done]:
        since = typed_dates.whole(self.value("since"), "since")
        if since is None:
            raise Refused(Reason.BLANK, "since")
        consent = self.value("consent")
        if not consent:
            raise Refused(Reason.AMBASSADOR_CONSENT_MISSING, "consent")
        draft = AmbassadorDraft(
            person=int(self.value("person")),
            kind=AmbassadorKind(self.value("kind")),
            topics=self.value("topics"),
            since=since,
            consent=int(consent),
            until=typed_dates.whole(self.value("until"), "until"),
        )
        if self._shown is None:
            return partial(_add, self._case, draft)
        return partial(_edit, self._shown.id, draft)

    def _remove(self) -> None:
        if self._shown is None:
            return
        self.withdraw(partial(_take_out, self._shown.id))


def _consent(choice: ConsentChoice, name: str) -> str:
    whom = choice.recipient_name or "Servicestelle"
    what = "Foto" if choice.is_photo else f"Weitergabe an {whom}"
    return f"{name}: {what}, {choice.given_on:%d.%m.%Y}"


def _add(case: int, draft: AmbassadorDraft, desk: Desk) -> Done:
    return desk.staying.add_ambassador(case, draft)


def _edit(ambassador: int, draft: AmbassadorDraft, desk: Desk) -> Done:
    return desk.staying.edit_ambassador(ambassador, draft)


def _take_out(ambassador: int, desk: Desk) -> Done:
    return desk.staying.remove_ambassador(ambassador)
