"""The tab of the folder: chapters composed at the left, the real file seen at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.content.languages import OFFICE_LANGUAGE
from app.done import Topic
from app.errors import Refused, Unavailable
from app.folder.print_plan import Paper
from app.records.folders import FolderRow
from ui import theme, wording
from ui.folder import news, words
from ui.folder.brochures import BrochuresDialog
from ui.folder.chapter_rows import Hint
from ui.folder.composer import Composer
from ui.folder.exchange_dialog import ExchangeDialog
from ui.folder.family_view import FamilyView
from ui.folder.given import GivenList, said
from ui.folder.hints import hints
from ui.folder.left import LeftSide
from ui.folder.output import Output, Wanted
from ui.folder.preview import FolderPreview
from ui.folder.seeing import Found, look
from ui.folder.strip import FolderStrip
from ui.folder.vouchers import VouchersDialog
from ui.notice import Notice
from ui.page import TEXTS, Page, Workplace
from ui.seeing import Seeing
from ui.texts import words as texts_words
from ui.widgets.empty_state import EmptyState
from ui.widgets.runs import Run
from ui.widgets.side_by_side import SideBySide

if TYPE_CHECKING:
    from app.desk import Desk
    from app.folder.seen import FolderSeen

LEFT = 480
ROOM = 900
ROOMY = 1240  # from here on the buttons of the strip show their words
TODAY_AGAIN = "Zum heutigen Stand"


class FolderPage(Page):
    """What the family will hold, put together and seen before it is printed."""

    topics = frozenset(
        {
            Topic.FOLDERS,
            Topic.CANDIDATES,
            Topic.PLAN,
            Topic.PROVIDERS,
            Topic.OFFICE,
            Topic.CARE,
            Topic.TEXTS,
            Topic.TEMPLATES,
        }
    )
    needs_case = True

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._name = ""
        self._kept: FolderRow | None = None
        self._folder: FolderSeen | None = None
        self._known: Found | None = None
        self._brochures: dict[int, str] = {}
        self.strip = FolderStrip(self)
        self.strip.bilingual.setChecked(workplace.settings.bilingual)
        self._notice = Notice()
        self._notice.accepted.connect(self._accepted)
        self.output = Output(workplace, self)
        self.composer = Composer(workplace)
        self._told = self.composer.told
        self._told.setChecked(workplace.settings.translation_notice)
        self._told.triggered.connect(self._switched)
        self.given = GivenList()
        self.left = LeftSide(self.composer, self.given)
        self._preview = FolderPreview()
        self._document = self._preview.view.pages
        self.seeing: Seeing[FolderSeen] = Seeing(workplace.workshop, self)
        self.seeing.seen.connect(self._seen)
        self.seeing.failed.connect(self._not_built)
        self.looking: Seeing[Found] = Seeing(workplace.workshop, self)
        self.looking.seen.connect(self._found)
        self.looking.failed.connect(self._not_built)
        self._nobody = EmptyState(
            "book-open",
            "Keine Mappe gewählt",
            "Wählen Sie unter Kandidat*innen einen Fall: Hier sehen Sie dann seine "
            "Willkommensmappe, wie sie gedruckt wird.",
        )
        self._connect()
        self._lay_out()

    @property
    def folder(self) -> FolderSeen | None:
        """What was seen of the folder last, None before."""
        return self._folder

    def shows(self, case_id: int | None) -> None:
        if case_id != self.case_id:
            self.strip.language.clear()
            self._forget()
        super().shows(case_id)

    def refresh(self) -> None:
        desk = self.desk
        if desk is None or self.case_id is None:
            self._nobody_there()
            return
        try:
            view = desk.candidates.case(self.case_id)
        except Refused:
            self._nobody_there()
            return
        self._name = view.head.name
        if not self.strip.language.count():
            wanted = desk.folders.language_for(view.draft.language)
            self.strip.set_languages(desk.folders.languages(), wanted)
        self._stack.setCurrentWidget(self._body)
        composition = desk.compositions.of_case(self.case_id)
        listed = desk.brochures.all()
        self._brochures = {each.id: each.draft.title for each in listed}
        in_use = {each.id: each.draft.title for each in listed if each.archived_on is None}
        saved = desk.compositions.saved()
        self.composer.show_case(
            self.case_id, composition, saved, in_use, writable=self._is_writable
        )
        given = desk.folders.of_case(self.case_id)
        self.given.show_rows(given, self.workplace.today())
        self.left.count(len(given))
        self._show_chapters()
        self._look()

    def orientation(self) -> list[Run]:
        if not self._name:
            return [Run("Mappe: ", strong=True), Run("kein Fall gewählt.")]
        if self._folder is None:
            return [Run("Mappe: ", strong=True), Run("wird gesetzt …")]
        plan = self._folder.plan
        return [
            Run("Mappe: ", strong=True),
            Run(f"{plan.pages} Seiten auf {len(plan.sheets)} Blatt, beidseitig gedruckt."),
        ]

    def strip_actions(self) -> list[QWidget]:
        return self.strip.widgets()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.strip.set_roomy(roomy=self.width() >= theme.px(self, ROOMY))

    @property
    def _is_writable(self) -> bool:
        return self.desk is not None and self.desk.transactions.file.writable

    def _nobody_there(self) -> None:
        self._name = ""
        self._forget()
        self._stack.setCurrentWidget(self._nobody)

    def _forget(self) -> None:
        """What was seen is another family's."""
        self._folder = None
        self._known = None
        self._kept = None
        self.seeing.forget()
        self.looking.forget()
        self._preview.forget()
        self._offer()

    def _look(self) -> None:
        """Have the folder set as it would be written now; what is shown stays until then."""
        desk, case_id = self.desk, self.case_id
        if desk is None or case_id is None:
            return
        code = self.strip.code
        self.strip.bilingual.setEnabled(code != OFFICE_LANGUAGE)
        self._told.setEnabled(code != OFFICE_LANGUAGE)
        self._kept = None
        self._show_notice(desk, code)
        self.seeing.ask(
            desk.folders.seen(
                case_id,
                code,
                bilingual=self.strip.is_bilingual,
                notice=self._told.isChecked(),
            )
        )
        self.looking.ask(
            look(desk, case_id, code, bilingual=self.strip.is_bilingual, given=self.given.has_rows)
        )

    def _seen(self, folder: FolderSeen) -> None:
        self._folder = folder
        self._show_chapters()
        if self._kept is None:
            self._preview.show_folder(folder)
            if not self.composer.list.current_key():
                self.composer.list.mark(self._preview.chapter)
        self._offer()
        self.oriented.emit()

    def _found(self, known: Found) -> None:
        self._known = known
        self._show_chapters()
        self._offer()

    def _offer(self) -> None:
        """What can be done now."""
        sheets = news.count(self._known.state if self._known is not None else None)
        self.strip.offer(is_there=self._folder is not None, sheets=sheets)

    def _not_built(self, error: Exception) -> None:
        """Told in place; what was seen before stays."""
        if isinstance(error, Refused):
            why = wording.refused(error)
        elif isinstance(error, Unavailable):
            why = " ".join(wording.unavailable(error))
        else:
            self._notice.say(words.NOT_BUILT)
            raise error
        self._notice.say(f"{words.NOT_BUILT} {why}")

    def _show_chapters(self) -> None:
        known, case_id = self._known, self.case_id
        if case_id is None:
            return
        found = known.findings if known is not None else ()
        told = hints(found, case_id, self.strip.code)
        self.composer.show_chapters(self._folder, told, self._brochures, writable=self._is_writable)
        if self._folder is not None:
            state = known.state if known is not None else None
            self.composer.plan.show_plan(
                self._folder,
                news.changed_sheets(self._folder, state),
                news.sentence(self._folder, state),
            )

    def _show_notice(self, desk: Desk, code: str) -> None:
        """What the clerk should know before the folder is given away."""
        told = texts_words.notice(desk.wordings.progress(code))
        if told:
            self._notice.say(told, "Texte ansehen")
        else:
            self._notice.hide()

    def _accepted(self) -> None:
        if self._kept is not None:
            self._look()
            if self._folder is not None:
                self._preview.show_folder(self._folder)
        else:
            self.elsewhere.emit("templates", f"{TEXTS}:{self.strip.code}")

    def _switched(self) -> None:
        self.workplace.settings.bilingual = self.strip.bilingual.isChecked()
        self.workplace.settings.translation_notice = self._told.isChecked()
        self._look()

    def _wanted(self) -> Wanted | None:
        if self.case_id is None or self.desk is None or self._folder is None:
            return None
        return Wanted(
            self.case_id,
            self._name,
            self.strip.code,
            self.strip.is_bilingual,
            self._told.isChecked(),
        )

    def _save(self) -> None:
        wanted = self._wanted()
        if wanted is not None:
            self.output.save(wanted)

    def _print(self, paper: Paper | None = None) -> None:
        """The leaves of one kind of paper, None: all; a change that is being set is waited for."""
        if not (self.seeing.is_current or self.seeing.is_busy):
            self._look()
        self.seeing.then(partial(self._print_now, paper))

    def _print_now(self, paper: Paper | None) -> None:
        wanted, folder = self._wanted(), self._folder
        if wanted is not None and folder is not None and paper is None:
            self.output.print(wanted, folder.data, len(folder.pages))
        elif wanted is not None and folder is not None and paper is not None:
            self.output.print_on(wanted, folder, paper)

    def _open(self, kind: type[BrochuresDialog | VouchersDialog]) -> None:
        """What the office keeps for all folders."""
        dialog = kind(self.workplace, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open_exchange(self) -> None:
        """What is new since the folder was given."""
        state = self._known.state if self._known is not None else None
        if state is None or self.case_id is None:
            return
        dialog = ExchangeDialog(self.workplace, self.case_id, self._name, state, self)
        try:
            dialog.show_pages()
        except Refused as refused:
            self.workplace.asking.tell("Es gibt nichts auszutauschen.", wording.refused(refused))
            dialog.deleteLater()
            return
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _lead(self, hint: Hint) -> None:
        if hint.tab:
            self.elsewhere.emit(hint.tab, hint.row)

    def _see_kept(self, row: FolderRow) -> None:
        """The very file that was given out, in the place of today's."""
        data = self.output.kept(row)
        if data is not None:
            self._kept = row
            self._preview.show_file(data)
            self._notice.say(
                f"Sie sehen die Ausgabe: {said(row, self.workplace.today())}", TODAY_AGAIN
            )

    def _save_kept(self, row: FolderRow) -> None:
        if self.case_id is not None:
            self.output.save_again(self.case_id, row)

    def _save_booklet(self) -> None:
        wanted = self._wanted()
        if wanted is not None:
            self.output.save_booklet(wanted)

    def _print_booklet(self) -> None:
        wanted = self._wanted()
        if wanted is not None:
            self.output.print_booklet(wanted)

    def _show_family(self) -> None:
        """The pages alone, until Esc."""
        if not self._preview.view.shown:
            return
        seen = FamilyView(self._preview.view.shown, self._preview.view.page, self)
        seen.finished.connect(lambda _code: self._preview.view.turn_to(seen.page))
        seen.finished.connect(seen.deleteLater)
        seen.open()

    def _connect(self) -> None:
        self.strip.changed.connect(self._switched)
        self.strip.family_wanted.connect(self._show_family)
        self._preview.whole_wanted.connect(self._show_family)
        self.strip.exchange_wanted.connect(self._open_exchange)
        self.strip.save_wanted.connect(self._save)
        self.strip.print_wanted.connect(self._print)
        self.strip.part()
        self.strip.add("&Beilagen …", partial(self._open, BrochuresDialog))
        self.strip.add("&Gutscheine …", partial(self._open, VouchersDialog))
        self.composer.brochures_wanted.connect(partial(self._open, BrochuresDialog))
        self.strip.part()
        self.card_printed = self.strip.add(
            "Nur den &Karton drucken …", partial(self._print, Paper.CARD)
        )
        self.plain_printed = self.strip.add(
            "Alles &außer dem Karton drucken …", partial(self._print, Paper.PLAIN)
        )
        self.strip.part()
        self.booklet_saved = self.strip.add("&Heft A5 als PDF …", self._save_booklet)
        self.booklet_printed = self.strip.add("Heft A5 &drucken …", self._print_booklet)
        self.composer.list.chosen.connect(self._preview.show_chapter)
        self._preview.came_to.connect(self.composer.list.mark)
        self.composer.plan.led.connect(self._preview.view.turn_to)
        self.composer.list.led.connect(self._lead)
        self.given.seen.connect(self._see_kept)
        self.given.saved.connect(self._save_kept)
        self.given.printed.connect(self.output.print_again)

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._notice)
        column.addWidget(self._preview, 1)
        self._body = SideBySide(
            self.left, right, 0, self, room=ROOM, side_grows=True, master_wide=LEFT
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nobody)
        self._stack.addWidget(self._body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
