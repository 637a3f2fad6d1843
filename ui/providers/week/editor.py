"""Opening hours as the office enters them: the words given, the week, the OSM value for experts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.errors import Reason, Refused
from app.rules.week_plan import WeekPlan, over, to_osm, unsaid, with_rest
from app.rules.week_reading import from_osm
from ui import theme
from ui.providers.week import words
from ui.providers.week.given import GivenHours
from ui.providers.week.osm_line import OsmLine
from ui.providers.week.picture import WeekPicture
from ui.providers.week.reading import beside_the_week
from ui.providers.week.week_form import FRESH, WeekForm
from ui.theme import Tone
from ui.widgets.buttons import link
from ui.widgets.hours_echo import echo
from ui.widgets.paragraphs import wrapped
from ui.widgets.section import text_label

EDIT, FOLD, ENTER, RESTART = "Bearbeiten", "Einklappen", "Eintragen", "Neu eintragen"
NOTHING = "Noch keine Zeiten eingetragen."
MORE = "Diese Angabe sagt mehr, als die Wochenansicht zeigen kann. Sie bleibt, wie sie ist:"
REPLACED = "Die bisherige Angabe wird durch die neue Woche ersetzt."
TAKEN = "Übernommen."
LEFT = "Übernommen. Nicht im Text und so belassen: {rest}."


class HoursEditor(QWidget):
    """`changed` with each letter.

    Whatever is shown stays exactly as it is until somebody changes it: a value is written anew
    only for another week than the one shown.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._osm = ""
        self._shown: tuple[str, WeekPlan | None] = ("", FRESH)
        self._before: str | None = None
        self.given = GivenHours()
        self.form = WeekForm()
        self.picture = WeekPicture("Zeiten der Woche")
        self.osm = OsmLine()
        self._more = wrapped(MORE, Tone.SECOND)
        self._readable = wrapped()
        self._readable.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._notice = text_label("", Tone.SECOND)
        self._refusal = wrapped()
        theme.set_face(self._refusal, "strong")
        self._lay_out()
        self.form.hide()
        for part in (self._notice, self.undo_link, self._refusal):
            part.hide()
        self.given.changed.connect(self.changed)
        self.given.proposed.connect(self._compare)
        self.given.taken.connect(self.take)
        self.form.changed.connect(self._week_changed)
        self.osm.typed.connect(self._osm_typed)
        self.osm.changed.connect(self._osm_faulty)
        self._show_value(FRESH)

    def show_hours(self, given: str, osm: str) -> None:
        """Fill in a provider's hours, without telling; the week is folded.

        What stands there already, because it was just saved, stays as it is looked at.
        """
        if not self.is_wrong and (given, osm) == (self.hours_given(), self._osm):
            self._shown = (osm, self._plan())
            self.refuse("")
            return
        self._before = None
        self._say("")
        self.refuse("")
        self.given.set_text(given, osm)
        self._set_osm(osm)
        self.form.hide()
        self.osm.unfold(open_=bool(self.osm.said()))
        self._label()

    def hours_given(self) -> str:
        """The words as given."""
        return self.given.text.toPlainText()

    def hours_osm(self) -> str:
        """The value; blank where no hours are known.

        Raises Refused(NOT_OPENING_HOURS) where something typed cannot be kept; `refuse` then says
        what, each beside its place.
        """
        if self.is_wrong:
            raise Refused(Reason.NOT_OPENING_HOURS, "hours_osm")
        return self._osm

    @property
    def is_wrong(self) -> bool:
        """Whether something typed cannot be kept; a value that was shown is not typed."""
        faulty = bool(self.osm.said()) and self.osm.line.text().strip() != self._osm.strip()
        return faulty or (not self._is_held and self.form.is_wrong)

    def refuse(self, sentence: str) -> None:
        """Say why the hours were refused, and lead there; a blank sentence takes it back.

        What the editor itself sees to be wrong is said beside its place instead.
        """
        seen = bool(sentence) and not self._is_held and self.form.is_wrong
        self._refusal.setText("" if seen or self.osm.said() else sentence)
        self._refusal.setVisible(bool(self._refusal.text()))
        if seen:
            self.form.show()
            self._label()
            self.form.check()
        elif sentence:
            self.osm.lead()

    def reason(self) -> str:
        """What is said to be wrong with the hours, blank where nothing is."""
        beside = "" if self._is_held else self.form.said()
        told = (self._refusal.text(), self.osm.said(), beside)
        return next((each for each in told if each), "")

    def take(self, osm: str) -> None:
        """Take a proposal over; holidays and closing days it does not speak of stay."""
        before, proposed = self._plan(), from_osm(osm)
        left = ""
        if before is not None:
            rest = unsaid(before, osm)
            left = words.left_as_it_was(rest)
            if left:
                osm = with_rest(osm, rest) if proposed is None else to_osm(over(before, proposed))
        self._before = self._osm
        self._set_osm(osm)
        self._say(LEFT.format(rest=left) if left else TAKEN)
        self.changed.emit()

    def take_back(self) -> None:
        """The value there was before a proposal was taken over or a week begun anew."""
        if self._before is None:
            return
        osm, self._before = self._before, None
        self._set_osm(osm)
        self._say("")
        self.changed.emit()

    def restart(self) -> None:
        """Begin a week in place of a value that the week cannot show."""
        self._before = self._osm
        self._osm = ""
        self._shown = ("", FRESH)
        self._show_value(FRESH)
        self.osm.show_value(self._osm)
        self.form.set_plan(FRESH)
        self.form.show()
        self.form.rows.lead()
        self._label()
        self._say(REPLACED)
        self.changed.emit()

    def turn(self) -> None:
        """Unfold the week, or fold it."""
        self.form.setVisible(self.form.isHidden())
        self._label()
        if self.form.isVisibleTo(self):
            self.form.rows.lead()

    @property
    def _is_held(self) -> bool:
        """Whether the value says more than a week, and stands alone."""
        return self._shown[1] is None

    def _plan(self) -> WeekPlan | None:
        return None if self._is_held else self.form.plan()

    def _set_osm(self, osm: str) -> None:
        """Show a value as it is, however it is written."""
        plan = from_osm(osm) if osm.strip() else FRESH
        self._osm = osm
        self._shown = (osm, plan)
        if plan is not None:
            self.form.set_plan(plan)
        else:
            self.form.hide()
        self.osm.show_value(self._osm)
        self._show_value(plan)
        self._label()

    def _week_changed(self) -> None:
        plan = self.form.plan()
        shown, shown_plan = self._shown
        self._osm = shown if plan == shown_plan else to_osm(plan)
        self._say("")
        self.refuse("")
        self.osm.show_value(self._osm)
        self._show_value(plan)
        self.changed.emit()

    def _osm_typed(self, osm: str) -> None:
        self.refuse("")
        self._set_osm(osm)
        self.changed.emit()

    def _osm_faulty(self) -> None:
        self.refuse("")
        self.changed.emit()

    def _show_value(self, plan: WeekPlan | None) -> None:
        self._more.setVisible(plan is None)
        if plan is not None:
            self.picture.set_days(plan.days)
        self._sum.setText(words.week_sum(plan.days) if plan is not None else "")
        self._show_readable(plan)
        self._compare()

    def _show_readable(self, plan: WeekPlan | None) -> None:
        """The folded week: its picture and what stands beside it; a value that is no week in
        words. Unfolded, the fields say it."""
        known, is_open = bool(self._osm.strip()), self.form.isVisibleTo(self)
        self.picture.setVisible(known and not is_open and plan is not None and any(plan.days))
        if plan is None:
            told = echo(self._osm)
        else:
            told = "\n".join(beside_the_week(plan)) if known else NOTHING
        self._readable.setText(told)
        self._readable.setVisible(bool(told) and not is_open)
        theme.set_tone(self._readable, Tone.INK if known else Tone.SECOND)

    def _compare(self) -> None:
        """Tell whether the value says what is proposed, apart from what the text leaves open."""
        proposal = self.given.proposal.osm
        plan, proposed = self._plan(), from_osm(proposal) if proposal else None
        same = bool(proposal) and proposal == self._osm
        if plan is not None and proposed is not None and self._osm:
            same = over(plan, proposed) == plan
        self.given.set_same(same=same)

    def _label(self) -> None:
        """The links say what they do now."""
        is_open = self.form.isVisibleTo(self)
        self.edit_link.setVisible(not self._is_held)
        self.restart_link.setVisible(self._is_held)
        text = FOLD if is_open else EDIT if self._osm.strip() else ENTER
        self.edit_link.setText(text)
        for each in (self.edit_link, self.restart_link):
            each.setAccessibleName(f"Woche: {each.text()}")
        self._show_readable(self._plan())

    def _say(self, notice: str) -> None:
        self._notice.setText(notice)
        self._notice.setVisible(bool(notice))
        self.undo_link.setVisible(bool(notice) and self._before is not None)

    def _lay_out(self) -> None:
        self._title = QLabel("Woche")
        theme.set_face(self._title, "strong")
        self._sum = text_label("", Tone.SECOND, wrap=False)
        self.edit_link = link(EDIT, self.turn, "pencil")
        self.restart_link = link(RESTART, self.restart, "pencil")
        self.undo_link = link("Zurücknehmen", self.take_back, "undo-2")
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget, stretch in ((self._title, 0), (self._sum, 1)):
            head.addWidget(widget, stretch)
        head.addWidget(self.edit_link)
        head.addWidget(self.restart_link)
        notice = QHBoxLayout()
        notice.setSpacing(8)
        notice.addWidget(self._notice, 1)
        notice.addWidget(self.undo_link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.given)
        column.addLayout(notice)
        column.addLayout(head)
        for part in (self._more, self.picture, self._readable, self.form, self._refusal):
            column.addWidget(part)
        column.addWidget(self.osm)
