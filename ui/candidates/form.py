"""The forms of this tab: they say a refusal in its words."""

from __future__ import annotations

from app.errors import Refused
from ui.candidates import words
from ui.widgets import form


class Form(form.Form):
    """A form about a case or somebody of it."""

    def sentence(self, refusal: Refused) -> str:
        return words.refused(refusal)
