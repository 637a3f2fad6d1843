"""One provider, edited in place; what was typed stays until it is saved or discarded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.errors import Refused
from app.records.directory import Beside, ProviderView
from app.records.providers import Category, ProviderDraft
from ui import theme
from ui.providers import further, words
from ui.providers.feet import ProviderFeet
from ui.providers.finding import Finding
from ui.providers.head import ProviderHead
from ui.providers.hours_part import HoursPart
from ui.providers.partners import Partners
from ui.providers.parts.about import AboutPart
from ui.providers.parts.capacity import CapacityPart
from ui.providers.parts.charge import ChargePart
from ui.providers.parts.costs import CostsPart
from ui.providers.parts.notes import NotesPart
from ui.providers.parts.offer import OfferPart
from ui.providers.parts.part import Part
from ui.providers.parts.place import PlacePart
from ui.providers.parts.reach import ReachPart
from ui.providers.parts.shifts import ShiftsPart
from ui.providers.school_section import SchoolSection
from ui.theme import Tone
from ui.widgets.paragraphs import wrapped

_CARE = frozenset(
    {
        *(Category.KITA, Category.CHILDMINDING, Category.SCHOOL, Category.ALL_DAY_CARE),
        *(Category.ELDER_CARE, Category.LANGUAGE_COURSE, Category.TRAINING, Category.HOUSING),
    }
)
_WITH_COSTS = _CARE - {Category.SCHOOL} | {Category.MOVER, Category.CLUB, Category.LEISURE}
CONCERNS: Mapping[type[Part], frozenset[Category]] = MappingProxyType(
    {
        CapacityPart: _CARE,
        CostsPart: _WITH_COSTS,
        ChargePart: frozenset({Category.AUTHORITY}),
        ShiftsPart: frozenset({Category.EMPLOYER}),
    }
)
"""The kinds of help that a part belongs to; parts that are not named belong to all."""


class ProviderForm(QWidget):
    """`saved(ProviderDraft)`, `checked()`, `archived(reason)`, `restored()`, `discarded()`,
    `sibling_wanted(id)`.

    While `beside` is set, the form holds a further entry of the organisation of `origin`.
    """

    saved = Signal(object)
    checked = Signal()
    archived = Signal(str)
    restored = Signal()
    discarded = Signal()
    sibling_wanted = Signal(int)
    begun = Signal()

    def __init__(
        self, finding: Finding, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._view: ProviderView | None = None
        self._shown = ProviderDraft(organisation="")
        self.beside: Beside | None = None
        self.origin: int | None = None
        self.head = ProviderHead()
        self.feet = ProviderFeet()
        self._about = AboutPart()
        self._place = PlacePart(finding.providers)
        self._capacity = CapacityPart(finding.employers, today)
        self.hours = HoursPart()
        self.shifts = ShiftsPart()
        self.parts: tuple[Part, ...] = (
            *(self._about, self._place, ReachPart(), self.hours, self.shifts, self._capacity),
            *(CostsPart(), OfferPart(), ChargePart(), NotesPart()),
        )
        self._shared = wrapped("", Tone.SECOND)
        self.partners = Partners()
        self.school = SchoolSection()
        self._filling = False
        self._category: Category | None = None
        self._scroll = self._lay_out()
        self._connect()

    @property
    def is_new(self) -> bool:
        return self._view is None

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._is_typed or any(part.is_begun() for part in self.parts)

    @property
    def _is_typed(self) -> bool:
        """Whether the draft is another than the one that is saved."""
        try:
            return self.draft() != self._shown
        except Refused:
            return True

    def begin(self) -> None:
        """An empty form for a new provider."""
        self._start(ProviderDraft(organisation="", category=Category.KITA), None, None)
        self.head.begin("Neuer Anbieter", "Noch nicht gespeichert.")
        self.editor("organisation").setFocus()

    def begin_beside(self, beside: Beside) -> None:
        """A form for a further entry of the organisation shown; what both share is filled in."""
        view = self._view
        if view is None:
            return
        self._start(further.draft(view.draft, beside), view.id, beside)
        self.head.begin(further.title(view.draft, beside), "Noch nicht gespeichert.")
        self._say_shared(further.shared(view.draft, beside))
        self.editor("street" if beside is Beside.PLACE else "service").setFocus()
        self.begun.emit()

    def show_provider(self, view: ProviderView, today: date) -> None:
        """Fill in a provider; half-typed text of the same one stays."""
        same = self._view is not None and self._view.id == view.id
        before = self._view if same else None
        self._view = view
        self.beside = self.origin = None
        if before is None or (view.draft != self._shown and not self._is_typed):
            self._fill(view.draft, top=not same)
        if view.draft == self._shown and not self._is_typed:
            self._name_others(view)
        self.head.show_view(view, today)
        self._tell_school()
        self._say_shared(further.shared_now(view))
        self.feet.about(view)
        self._tell_changed()

    def draft(self) -> ProviderDraft:
        """What stands in the fields; raises `Refused` beside the field that cannot be read."""
        typed: dict[str, object] = {}
        for part in self.parts:
            typed |= part.value()
        return replace(self._shown, **typed)  # type: ignore[arg-type]

    def save(self) -> None:
        for part in self.parts:
            part.clear()
        try:
            draft = self.draft()
        except Refused as refusal:
            self.refuse(refusal)
            return
        begun = [part for part in self.parts if part.is_begun()]
        for part in begun:
            part.keep()
        if draft != self._shown or not begun:
            self.saved.emit(draft)

    def settle(self) -> None:
        """What is typed is saved now."""
        self._shown = self.draft()
        self._tell_changed()

    def forget(self) -> None:
        """Give up what is typed."""
        self._give_up()
        self._fill(self._shown)

    def refuse(self, refused: Refused) -> None:
        """Say the reason beside its field, and show it."""
        if refused.field == "reason":
            self.feet.refuse(words.refused(refused))
        elif any(part.refuse(refused) for part in self.parts):
            QTimer.singleShot(0, self, self._lead_there)

    def reason_of(self, name: str) -> str:
        """What stands beside a field, blank where nothing is wrong."""
        return self._part_of(name).reason_of(name)

    def editor(self, name: str) -> QWidget:
        """The editor of a field of the draft."""
        return self._part_of(name).editor(name)

    def _part_of(self, name: str) -> Part:
        return next(part for part in self.parts if name in part.names())

    def _start(self, draft: ProviderDraft, origin: int | None, beside: Beside | None) -> None:
        self._view, self.origin, self.beside = None, origin, beside
        self._fill(draft)
        self._tell_school()
        self._say_shared("")
        self.partners.show_links(0, (), date.min)
        self.feet.about(None)

    def _fill(self, draft: ProviderDraft, *, top: bool = True) -> None:
        self._filling = True
        self._shown = draft
        self._category = draft.category
        for part in self.parts:
            part.fill(draft)
            part.about(draft.category)
            part.unfold(open_=_concerns(part, draft.category) or part.has_said(draft))
        self._filling = False
        if top:
            self._scroll.verticalScrollBar().setValue(0)

    def _say_shared(self, words_: str) -> None:
        self._shared.setText(words_)
        self._shared.setVisible(bool(words_))

    def _edited(self) -> None:
        if self._filling:
            return
        category = self._about.category()
        if category is not self._category:
            self._category = category
            for part in self.parts:
                part.about(category)
                if _concerns(part, category):
                    part.unfold(open_=True)
                elif not part.says_anything():
                    part.unfold(open_=False)
            self._tell_school()
        self._tell_changed()

    def _tell_changed(self) -> None:
        self.feet.typed(changed=self.is_changed)

    def discard(self) -> None:
        """Show again what is saved."""
        self._give_up()
        self._fill(self._shown)
        if self._view is not None:
            self._name_others(self._view)
        self._tell_school()
        self._tell_changed()
        self.discarded.emit()

    def _tell_school(self) -> None:
        """What is saved of a school, for the kind of help chosen now."""
        self.school.show_school(self._view.draft if self._view else None, self._about.category())

    def _give_up(self) -> None:
        for part in self.parts:
            part.give_up()

    def _name_others(self, view: ProviderView) -> None:
        """The names of whom the draft knows by number."""
        self._place.name_successor(view.draft, view.successor)
        self._capacity.name_employer(view.draft, view.reserved_for)
        self._capacity.tell_kept(view.kept)

    def _lead_there(self) -> None:
        focus = self.focusWidget()
        if focus is not None:
            self._scroll.ensureWidgetVisible(focus, 0, theme.px(self, 48))

    def _connect(self) -> None:
        for part in self.parts:
            part.edited.connect(self._edited)
        self.feet.saved.connect(self.save)
        self.feet.discarded.connect(self.discard)
        self.feet.checked.connect(self.checked)
        self.feet.archived.connect(self.archived)
        self.feet.restored.connect(self.restored)
        self.head.sibling_wanted.connect(self.sibling_wanted)
        self.partners.wanted.connect(self.sibling_wanted)
        self.head.further_wanted.connect(self.begin_beside)
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(self.save)

    def _lay_out(self) -> QScrollArea:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(self._shared)
        column.addWidget(self.school)
        column.addWidget(self.partners)
        for part in self.parts:
            column.addWidget(part)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(body)
        scroll.setAccessibleName("Angaben des Anbieters")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll, 1)
        outer.addWidget(self.feet)
        return scroll


def _concerns(part: Part, category: Category) -> bool:
    return category in CONCERNS.get(type(part), frozenset(Category))
