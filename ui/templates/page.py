"""The tab of templates: steps and sets at the left, what is chosen at the right, in place."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.done import Topic
from app.errors import Refused
from app.records.templates import SetRow, TemplateRow, TemplateState
from app.rules.terms import Track
from ui import icons, theme
from ui.page import Page, Workplace
from ui.templates.exchange import Exchange
from ui.templates.offers import Offers, employers
from ui.templates.set_models import SetsModel, SetsView, in_groups, row_of
from ui.templates.set_pane import SetPane
from ui.templates.sets_side import SetsSide
from ui.templates.step_list import StepList, in_phases
from ui.templates.step_model import StepModel, reordered
from ui.templates.step_pane import StepPane
from ui.templates.steps_side import StepsSide
from ui.templates.telling import Names
from ui.templates.texts_place import TextsPlace
from ui.widgets.buttons import Segments, push
from ui.widgets.empty_state import EmptyState
from ui.widgets.grouped_model import Section
from ui.widgets.runs import Run
from ui.widgets.search_field import SearchField
from ui.widgets.side_by_side import SideBySide
from ui.words import TRACKS

SETS = "sets"
SIDE_WIDE = 900
LIST_WIDE = 520
UNBOUNDED = 16_777_215  # QWIDGETSIZE_MAX, which PySide does not name
FOLLOWS = 200  # milliseconds after the last letter of a search
ROOM = 1_180  # pixels at 100 % from which list and form stand side by side
Part = Track | str


class TemplatesPage(Page):
    """Which part is shown, which step or set is chosen; the sides do the rest."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.TEMPLATES, Topic.PLAN, Topic.TEXTS})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._rows: dict[Track, tuple[TemplateRow, ...]] = {}
        self._phases: dict[Track, tuple[tuple[str, str], ...]] = {}
        self._sets: tuple[SetRow, ...] = ()
        self._chosen: dict[Part, str] = {}
        self.parts: Segments[Part] = Segments(
            "Bereich", [*((track, TRACKS[track]) for track in Track), (SETS, "Sätze")]
        )
        self.parts.choose(Track.ONBOARDING)
        self.parts.chosen.connect(self._turn)
        self.search = SearchField("Vorlage suchen", "Ctrl+F", self)
        self.search.searched.connect(self._search)
        self._following = QTimer(self, singleShot=True, interval=FOLLOWS)
        self._following.timeout.connect(self._show_chosen)
        self.model = StepModel()
        self.list = StepList(self.model)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._open)
        self.list.moved.connect(self._move)
        self.search.left_down.connect(self.list.setFocus)
        self.sets_model = SetsModel()
        self.sets_list = SetsView(self.sets_model)
        self.sets_list.setHeaderHidden(True)
        self.sets_list.setAccessibleName("Sätze")
        self.sets_list.chosen.connect(self._choose)
        self.sets_list.opened.connect(self._open)
        self.new = push("&Neu", self._new, "plus", key="Ctrl+N")
        self.copy = push("&Kopieren", self._copy, "copy")
        self.for_employer = push("Für &Arbeitgeber kopieren", self._copy_for, "building-2")
        self.steps = StepsSide(self, StepPane())
        self.switch = push("&Ausschalten", self.steps.switch, "power")
        self.steps.changed.connect(self._unsaved_changed)
        self.steps.chosen.connect(self._go)
        self.sets = SetsSide(self, SetPane())
        self.sets.changed.connect(self._unsaved_changed)
        self.sets.chosen.connect(self._go)
        self.exchange = Exchange(self)
        self.texts = TextsPlace(workplace)
        self.texts.oriented.connect(self.oriented)
        self.texts.template_wanted.connect(self.reveal_template)
        self._nothing = EmptyState(
            "clipboard-list", "Keine Vorlage gewählt", "Wählen Sie links eine Vorlage aus."
        )
        self._read = push("Einlesen …", self.exchange.read, "download")
        self._write = QPushButton("Ausgeben")
        self._write.setAutoDefault(False)
        icons.dress(self._write, "upload")
        menu = QMenu(self._write)
        menu.addAction("Die gewählte …", self._export_chosen)
        menu.addAction("Alle geänderten und eigenen …", self._export_all)
        self._write.setMenu(menu)
        self._lay_out()

    @property
    def part(self) -> Part:
        """The track whose steps are listed, or SETS."""
        return self.parts.key() or Track.ONBOARDING

    def refresh(self) -> None:
        desk = self.desk
        if desk is None:
            return
        templates = desk.templates
        self._rows = {track: templates.rows(track) for track in Track}
        self._phases = {track: tuple(templates.phases(track)) for track in Track}
        self._sets = templates.sets()
        documents = tuple(templates.documents())
        steps = tuple((row.template, row.short) for track in Track for row in self._rows[track])
        named = {
            track: tuple((each.id, each.title) for each in self._sets if each.track is track)
            for track in Track
        }
        self.steps.offer(
            Offers(self.workplace.today(), self._phases, steps, named, documents),
            Names(
                dict(steps),
                dict(documents),
                {key: title for track in Track for key, title in self._phases[track]},
                {key: title for track in Track for key, title in named[track]},
            ),
        )
        self._narrow()
        self._show_chosen()
        self.texts.refresh()

    def desk_opened(self) -> None:
        self.texts.forget()

    def ask(self, fact: str) -> None:
        part, _, key = fact.partition(":")
        if part == SETS:
            self.show_part(SETS)
            self._go(key)
        else:
            self.texts.ask(fact)

    def refusal(self, refused: Refused) -> None:
        if self.part == SETS:
            self.sets.refuse(refused)
        else:
            self.steps.refuse(refused)

    def search_field(self) -> QWidget:
        return self.texts.shown.search if self.texts.shown else self.search

    def orientation(self) -> list[Run]:
        if self.texts.shown:
            return self.texts.shown.orientation()
        rows = [row for track in Track for row in self._rows.get(track, ())]
        own = sum(row.state is not TemplateState.SHIPPED for row in rows)
        held = sum(row.held > 0 for row in rows)
        said = f"{len(rows)} Schritte, "
        said += f"{own} davon nicht wie mitgeliefert." if own else "alle wie mitgeliefert."
        if held:
            steps = "1 Schritt" if held == 1 else f"{held} Schritten"
            said += f" Bei {steps} planen Haushalte noch nach einer alten Regel."
        unsaved = len(self.steps.drafts.unsaved) + len(self.sets.unsaved)
        runs = [Run("Vorlagen: ", strong=True), Run(said)]
        if unsaved:
            runs.append(Run(f" {unsaved} nicht gespeichert.", strong=True))
        return runs

    def strip_actions(self) -> list[QWidget]:
        if self.texts.shown:
            return self.texts.strip_actions()
        return [
            push("Texte und Sprachen …", self.texts.show_texts, "languages"),
            self._read,
            self._write,
        ]

    def unsaved(self) -> str:
        """What would be lost if the window closed, in words; "" for nothing."""
        count = len(self.steps.drafts.unsaved) + len(self.sets.unsaved)
        said = "1 Vorlage ist" if count == 1 else f"{count} Vorlagen sind"
        return " und ".join(part for part in (said if count else "", self.texts.unsaved()) if part)

    def reveal_template(self, template: str) -> None:
        """Show a step by its id."""
        for track in Track:
            if any(row.template == template for row in self._all_rows(track)):
                self.search.clear()
                self.show_part(track)
                self._go(template)

    def _all_rows(self, track: Track) -> tuple[TemplateRow, ...]:
        return (*self._rows.get(track, ()), *self.steps.drafts.new_rows(track))

    def _all_sets(self) -> tuple[SetRow, ...]:
        return (*self._sets, *map(row_of, self.sets.new_sets()))

    def _turn(self, _part: object) -> None:
        self._narrow()
        self._show_chosen()
        self.oriented.emit()

    def show_part(self, part: Part) -> None:
        """Show the steps of a track, or the sets."""
        self.parts.choose(part)
        self._turn(part)

    def _search(self, _words: str) -> None:
        """The list follows at once, the form when the typing pauses."""
        self._narrow()
        self._following.start()

    def _narrow(self) -> None:
        """Fill the list of the part, keeping what is chosen."""
        part = self.part
        wanted = self.search.text()
        self._lists.setCurrentWidget(self.sets_list if part == SETS else self.list)
        self.switch.setVisible(part != SETS)
        self.for_employer.setVisible(part == SETS)
        self.new.setVisible(part != SETS)
        first = self._chosen.get(part)
        if isinstance(part, Track):
            self.model.set_unsaved(self.steps.drafts.unsaved)
            self.list.set_movable(movable=not wanted.strip())
            sections = in_phases(self._all_rows(part), self._phases.get(part, ()), wanted)
            self.list.set_sections(sections, first, same=self.list.current_key() == first)
            self._chosen[part] = str(self.list.current_key() or first or "")
        else:
            named = [
                each
                for each in self._all_sets()
                if wanted.casefold() in f"{each.title} {each.employer}".casefold()
            ]
            self.sets_model.set_unsaved(self.sets.unsaved)
            same = self.sets_list.current_key() == first
            self.sets_list.set_sections(in_groups(named), first, same=same)
            self._chosen[part] = str(self.sets_list.current_key() or first or "")

    def _choose(self, key: object) -> None:
        if key is not None and key != self._chosen.get(self.part):
            self._chosen[self.part] = str(key)
            self._show_chosen()

    def _go(self, key: str) -> None:
        """Choose a step or set of the part shown, and bring it into view."""
        part = self.part
        if isinstance(part, Track):
            draft = self.steps.drafts.get(key)
            if draft is not None and draft.track is not part:
                self.parts.choose(draft.track)
        self._chosen[self.part] = key
        self._narrow()
        (self.sets_list if self.part == SETS else self.list).choose(key)
        self._show_chosen()
        self.sides.show_side()

    def _open(self, _key: object) -> None:
        if self._following.isActive():
            self._show_chosen()
        self.sides.show_side()
        shown = self._stack.currentWidget()
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_chosen(self) -> None:
        """Fill the right side with what is chosen."""
        self._following.stop()
        part, key = self.part, self._chosen.get(self.part, "")
        if isinstance(part, Track):
            self.sets.leave()
            row = next((row for row in self._rows.get(part, ()) if row.template == key), None)
            shown = bool(key) and self.steps.show(key, row)
            if not shown:
                self.steps.leave()
            self._stack.setCurrentWidget(self.steps.pane if shown else self._nothing)
            off = row is not None and row.state is TemplateState.OFF
            self.switch.setText("&Einschalten" if off else "&Ausschalten")
            self.switch.setEnabled(row is not None)
            self.copy.setEnabled(row is not None)
            return
        self.steps.leave()
        sections: list[Section[TemplateRow]] = []
        track = next((each.track for each in self._all_sets() if each.id == key), None)
        if track is not None:
            sections = in_phases(self._rows[track], self._phases[track])
        shown = track is not None and self.sets.show(key, sections, employers(self.workplace.lists))
        if not shown:
            self.sets.leave()
        self._stack.setCurrentWidget(self.sets.pane if shown else self._nothing)
        is_stored = any(each.id == key for each in self._sets)
        self.copy.setEnabled(is_stored)
        self.for_employer.setEnabled(is_stored)

    def _unsaved_changed(self) -> None:
        self._narrow()
        self.oriented.emit()

    def _move(self, template: str, above: str) -> None:
        part = self.part
        if not isinstance(part, Track):
            return
        rows = self._rows[part]
        phase = next((row.phase for row in rows if row.template == template), "")
        if not phase:
            return
        order = reordered(
            [row.template for row in rows],
            template,
            above,
            [row.template for row in rows if row.phase == phase],
        )
        self.acts.do(lambda desk: desk.templates.reorder(part, order), self)
        self.list.choose(template)

    def _new(self) -> None:
        part, desk = self.part, self.desk
        if desk is None or not isinstance(part, Track) or not self._phases[part]:
            return
        row = next(
            (row for row in self._all_rows(part) if row.template == self._chosen.get(part)), None
        )
        phase = row.phase if row else self._phases[part][0][0]
        self.search.clear()
        self.steps.new(desk.templates.new(part, phase))

    def _copy(self) -> None:
        if self.part == SETS:
            self.sets.copy()
        else:
            self.steps.copy()

    def _copy_for(self) -> None:
        names = [name for _, name in employers(self.workplace.lists)]
        chosen = self.workplace.asking.choice(
            "Für einen Arbeitgeber kopieren", "Arbeitgeber aus dem Verzeichnis:", names
        )
        if chosen:
            self.sets.copy(chosen)

    def _export_chosen(self) -> None:
        part, chosen = self.part, self._chosen.get(self.part, "")
        if chosen and isinstance(part, Track):
            self.exchange.write(part, (chosen,))
        elif chosen:
            track = next((each.track for each in self._sets if each.id == chosen), None)
            if track is not None:
                self.exchange.write(track, (), (chosen,))

    def _export_all(self) -> None:
        """All that is not as shipped of the track shown; sets are the onboarding's."""
        part = self.part
        self.exchange.write(part if isinstance(part, Track) else Track.ONBOARDING, None)

    def _spread(self) -> None:
        """On a large screen the form takes the room; alone the list takes it all."""
        wide = UNBOUNDED if self.sides.is_narrow else theme.px(self, LIST_WIDE)
        self._master.setMaximumWidth(wide)

    def _lay_out(self) -> None:
        self._lists = QStackedWidget()
        self._lists.addWidget(self.list)
        self._lists.addWidget(self.sets_list)
        top = QVBoxLayout()
        top.setContentsMargins(16, 8, 16, 8)
        top.setSpacing(8)
        top.addWidget(self.parts, 0, Qt.AlignmentFlag.AlignLeft)
        top.addWidget(self.search)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(16, 8, 16, 8)
        buttons.setSpacing(8)
        acts: tuple[QPushButton, ...] = (self.new, self.copy, self.for_employer, self.switch)
        for button in acts:
            buttons.addWidget(button)
        buttons.addStretch(1)
        master = QWidget()
        column = QVBoxLayout(master)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._lists, 1)
        column.addLayout(buttons)
        master.setFocusProxy(self.list)
        self._stack = QStackedWidget()
        for each in (self._nothing, self.steps.pane, self.sets.pane):
            self._stack.addWidget(each)
        self._stack.setAutoFillBackground(True)
        self._stack.setBackgroundRole(QPalette.ColorRole.Base)
        self.sides = SideBySide(master, self._stack, SIDE_WIDE, self, room=ROOM)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.texts.addWidget(self.sides)
        outer.addWidget(self.texts)
        master.setMinimumWidth(theme.px(self, 280))
        self._master = master
        self.sides.narrowed.connect(self._spread)
        self._spread()
