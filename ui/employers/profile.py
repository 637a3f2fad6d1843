"""The page of one employer: what it offers, how it works, who of our cases is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.records.employers import EmployerView
from ui import employer_place_words, site_words, theme
from ui.employers import words
from ui.employers.benefit_form import BenefitForm
from ui.employers.entries import Entries
from ui.employers.pattern_form import PatternForm
from ui.employers.place_form import PlaceForm
from ui.employers.shift_form import ShiftForm, line
from ui.employers.ways_form import WaysSection
from ui.page import Workplace
from ui.theme import Tone
from ui.widgets.buttons import link
from ui.widgets.paragraphs import quiet_link, wrapped
from ui.widgets.section import Pairs, Section, text_label

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

NO_SLIPS = "Noch ist kein Schritt einer Einarbeitung fällig gewesen."
MOST_SLIPS = 6


class Profile(QWidget):
    """`case_wanted(id)`, `provider_wanted(id)`, `set_wanted(id)` when something of it shall be
    shown elsewhere. What can be edited is edited in its place."""

    case_wanted = Signal(int)
    provider_wanted = Signal(int)
    set_wanted = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._view: EmployerView | None = None
        self.name = text_label()
        theme.set_face(self.name, "name")
        self._about = text_label("", Tone.SECOND)
        self.open_link = link("Im Verzeichnis", self._open, "building-2")
        self.open_link.setToolTip("Standort, Ansprechpersonen und Zeiten im Verzeichnis bearbeiten")
        self.warning = wrapped("", Tone.RED)
        self.successor_link = quiet_link("", self._follow, "arrow-right")
        self.cases = Section("Unsere Fälle dort")
        self._case_rows = _Rows()
        self._benefit_form = BenefitForm(workplace)
        self.benefits = Entries(
            "Was der Arbeitgeber bietet",
            "An&gebot",
            "Noch nichts eingetragen. Was hier steht, kommt in die Mappe der Familien.",
            self._benefit_form,
        )
        self.ways = WaysSection(workplace)
        self.contacts = Section("Ansprechpersonen")
        self._contact_pairs = Pairs()
        self._shift_form = ShiftForm(workplace)
        self.shifts = Entries(
            "Dienste",
            "Dien&st",
            "Noch keine Dienste. Dienstfolgen und Dienstpläne lesen ihre Zeiten am Kürzel ab.",
            self._shift_form,
        )
        self._pattern_form = PatternForm(workplace)
        self.patterns = Entries(
            "Dienstfolgen",
            "&Dienstfolge",
            "Noch keine Folge von Wochen. Eingetragen, wird sie mit zwei Klicks zum Dienstplan.",
            self._pattern_form,
        )
        self.slips = Section("Einarbeitung: was sich verschiebt")
        self._slip_pairs = Pairs()
        self._no_slips = text_label(NO_SLIPS, Tone.SECOND)
        self.plan_set = Section("Meilensteine")
        self._set_words = text_label()
        self.set_link = quiet_link("", self._set, "clipboard-list")
        self._place_form = PlaceForm(workplace)
        self.places = Entries(
            "Plätze in der Betreuung",
            "P&lätze",
            "Noch nichts eingetragen: wo der Arbeitgeber Plätze freihält oder dazuzahlt.",
            self._place_form,
        )
        self.reserved = Section("Belegplätze")
        self._reserved_rows = _Rows()
        self.sites = Section("Standorte")
        self._site_rows = _Rows()
        self._lay_out()

    @property
    def is_typed(self) -> bool:
        """Whether something is typed that is not saved."""
        return (
            self.ways.is_typed
            or self.benefits.is_typed
            or self.patterns.is_typed
            or self.shifts.is_typed
            or self.places.is_typed
        )

    def show_employer(self, view: EmployerView) -> None:
        """Show an employer as the file has it; what is half typed stays."""
        if self._view is None or self._view.id != view.id:
            self.benefits.close_form()
            self.patterns.close_form()
            self.shifts.close_form()
            self.places.close_form()
        self._view = view
        today = self._workplace.today()
        self.name.setText(view.name)
        self._about.setText(" · ".join(p for p in (view.town, view.phone, view.website) if p))
        self._warn(view)
        self._case_rows.show_rows(
            [
                (each.name, words.case(each), partial(self.case_wanted.emit, each.case))
                for each in view.cases
            ],
            "Zurzeit niemand.",
        )
        self._benefit_form.know_entries(view.id, view.benefits)
        self.benefits.show_entries(
            [
                (each.id, each.draft.title, words.benefit(each.draft, today))
                for each in view.benefits
            ]
        )
        self.ways.show_ways(view.id, view.ways_in)
        self._contact_pairs.set_pairs([words.contact(each) for each in view.contacts])
        self.contacts.setVisible(bool(view.contacts))
        self._shift_form.know_entries(view.id, view.shifts)
        self.shifts.show_entries([line(each) for each in view.shifts])
        self._pattern_form.know_entries(view.id, view.patterns)
        self.patterns.show_entries(
            [(each.id, each.draft.name, words.pattern(each)) for each in view.patterns]
        )
        slipped = [each for each in view.slips if each.slip.slipped][:MOST_SLIPS]
        self._slip_pairs.set_pairs([(each.title, words.slip(each)) for each in slipped])
        self._slip_pairs.setVisible(bool(slipped))
        self._no_slips.setVisible(not slipped)
        self._no_slips.setText("Bisher lief alles nach Plan." if view.slips else NO_SLIPS)
        self._set_words.setText(_set_words(view))
        self.set_link.setText("Unter „Vorlagen“ ansehen" if view.has_own_set else "Eigenen anlegen")
        self._reserved_rows.show_rows(
            [
                (*words.reserved(each), partial(self.provider_wanted.emit, each.provider))
                for each in view.reserved
            ]
        )
        self.reserved.setVisible(bool(view.reserved))
        self._place_form.know_entries(view.id, view.kept)
        self.places.show_entries(
            [
                (each.id, each.name, employer_place_words.told(each.draft, today))
                for each in view.kept
                if each.id is not None
            ]
        )
        self._site_rows.show_rows(
            [
                (*words.site(each), partial(self.provider_wanted.emit, each.id))
                for each in view.sites
            ]
        )

    def _warn(self, view: EmployerView) -> None:
        self.warning.setVisible(view.warning is not None)
        successor = view.warning.successor if view.warning else None
        self.successor_link.setVisible(successor is not None)
        if view.warning is not None:
            self.warning.setText(site_words.warning(view.warning))
            self.successor_link.setText(f"{view.warning.successor_name} zeigen")

    def _follow(self) -> None:
        if self._view is not None and self._view.warning and self._view.warning.successor:
            self.provider_wanted.emit(self._view.warning.successor)

    def _open(self) -> None:
        if self._view is not None:
            self.provider_wanted.emit(self._view.id)

    def _set(self) -> None:
        view = self._view
        if view is None:
            return
        if view.has_own_set:
            self.set_wanted.emit(view.plan_set)
        else:
            self._workplace.acts.do(partial(_own_set, view.plan_set, view.name), self)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.open_link)
        self.cases.body.addWidget(self._case_rows)
        self.contacts.body.addWidget(self._contact_pairs)
        self.slips.body.addWidget(self._slip_pairs)
        self.slips.body.addWidget(self._no_slips)
        self.slips.say("Einarbeitung: was sich verschiebt", "nur für die Servicestelle")
        self.plan_set.body.addWidget(self._set_words)
        self.plan_set.body.addWidget(self.set_link)
        self.reserved.body.addWidget(self._reserved_rows)
        self.sites.body.addWidget(self._site_rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(16)
        top = QVBoxLayout()
        top.setSpacing(2)
        top.addLayout(head)
        top.addWidget(self._about)
        top.addWidget(self.warning)
        top.addWidget(self.successor_link)
        column.addLayout(top)
        for part in (
            self.cases,
            self.slips,
            self.benefits,
            self.ways,
            self.contacts,
            self.patterns,
            self.shifts,
            self.plan_set,
            self.places,
            self.reserved,
            self.sites,
        ):
            column.addWidget(part)
        column.addStretch(1)


Line = tuple[str, str, Callable[[], object]]


class _Rows(QWidget):
    """Links with words beside them, one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[tuple[str, str]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_rows(self, lines: Sequence[Line], none: str = "") -> None:
        """Names, what is told beside them, and what a click does."""
        shown = [(name, told) for name, told, _ in lines]
        if shown == self._shown and self._column.count():
            return
        self._shown = shown
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for name, told, act in lines:
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(12)
            row.addWidget(quiet_link(name.replace("&", "&&"), act))
            row.addWidget(text_label(told, Tone.SECOND), 1)
            self._column.addWidget(holder)
        if not lines and none:
            self._column.addWidget(text_label(none, Tone.SECOND))


def _set_words(view: EmployerView) -> str:
    if view.has_own_set:
        return f"Neue Fälle bekommen den eigenen Satz „{view.plan_set_title}“ vorgeschlagen."
    return f"Neue Fälle bekommen den üblichen Satz „{view.plan_set_title}“ vorgeschlagen."


def _own_set(plan_set: str, employer: str, desk: Desk) -> Done:
    return desk.templates.save_set(desk.templates.copy_set(plan_set, employer))
