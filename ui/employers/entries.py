"""A part of an employer's page: entries in lines, the one chosen edited below them."""

from __future__ import annotations

from collections.abc import Sequence

from app.done import Done
from ui.theme import Tone
from ui.widgets.buttons import link
from ui.widgets.form import Form
from ui.widgets.line_list import LineList
from ui.widgets.section import Section, text_label


class EntryForm(Form):
    """A form of one entry: `show_entry(id)`, None for a new one."""

    def show_entry(self, entry_id: int | None) -> None:
        raise NotImplementedError


class Entries(Section):
    """ "Neu" and a line chosen with Enter or a click open the form; saved or left it closes."""

    def __init__(self, title: str, new: str, none: str, form: EntryForm) -> None:
        self.add_link = link(new, self.begin, "plus")
        super().__init__(title, self.add_link)
        self.list = LineList(title)
        self.form = form
        self._none = text_label(none, Tone.SECOND)
        self._plain = title
        self.body.addWidget(self._none)
        self.body.addWidget(self.list)
        self.body.addWidget(form)
        form.hide()
        self.list.clicked.connect(self._open)
        self.list.activated.connect(self._open)
        form.saved.connect(self._shut)
        form.left.connect(self._shut)

    def show_entries(self, lines: Sequence[tuple[int, str, str]]) -> None:
        """Ids, titles and what is told beside them."""
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))
        self._none.setVisible(not lines)
        self.say(self._plain, f"{len(lines)}" if lines else "")

    @property
    def is_typed(self) -> bool:
        return not self.form.isHidden() and self.form.is_typed

    def begin(self) -> None:
        """A blank form."""
        if self.is_typed:
            self.form.focus_first()
            return
        self.list.choose(None)
        self._show(None)

    def close_form(self) -> None:
        """Shut the form without a word: another employer is shown."""
        self.form.hide()
        self.list.choose(None)

    def _open(self) -> None:
        key = self.list.key()
        if key is not None and not self.is_typed:
            self._show(key)

    def _show(self, key: int | None) -> None:
        self.form.show_entry(key)
        self.form.show()
        self.form.focus_first()

    def _shut(self, _done: Done | None = None) -> None:
        self.form.give_way(self.add_link)
        self.list.choose(None)
