"""One programme of funding, edited in place: the office's version stands beside the original."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit

from app.records.funding import ProgrammeView
from app.rules.funding import Before, Programme, Site, Sort, Whom
from app.rules.terms import AnchorKind, Answer, Grade
from ui.benefit_words import KINDS
from ui.funding import needs_sentence, needs_text, offset_text, programme_text, words
from ui.funding.comparing import Comparing
from ui.funding.needs_editor import NeedsEditor
from ui.funding.programme_told import Difference, Names, differences
from ui.funding.reach_line import ReachLine
from ui.page import Workplace
from ui.theme import Tone
from ui.widgets import typed_dates, typed_numbers
from ui.widgets.buttons import link
from ui.widgets.choices import Choice, GrowingText, WordsLine
from ui.widgets.field import Field, day_line, hinted
from ui.widgets.form import Editor, Form
from ui.widgets.section import text_label
from ui.widgets.tab_order import chain
from ui.words import ANCHORS

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

ARCHIVE, RESTORE = "Nicht mehr vorschlagen", "Wieder vorschlagen"
_NEW = Programme("", "", grade=Grade.S)
_TEXTS = (
    "title",
    "body",
    "area_words",
    "amount_words",
    "once",
    "ceiling",
    "basis",
    "source",
    "website",
    "note",
)
_AMOUNTS = ("most_cents", "special_cents", "monthly_cents", "ceiling_cents")
_DECIDE = (
    "whom",
    "site",
    "area",
    "area_words",
    "benefits",
    "checks",
    "before",
    "last_day",
    "offset",
    "anchor",
    "grade",
    "as_of",
    "valid_to",
)
_BENEFITS = {each.value: word for each, word in KINDS.items()}


class ProgrammeForm(Form):
    """A new programme, or the one shown."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._shown: ProgrammeView | None = None
        self._titles: Mapping[str, str] = {}
        self._papers: Mapping[str, str] = {}
        self.told = text_label("", Tone.SECOND)
        self.comparing = Comparing()
        self.comparing.taken.connect(self._adopt)
        self.comparing.kept.connect(self._keep)
        self.column.addWidget(self.told)
        self.column.addWidget(self.comparing)
        self.add("title", "&Programm", QLineEdit())
        self.add("body", "Wer ent&scheidet", QLineEdit())
        self._abreast(
            ("sort", "A&rt", _choice(words.SORTS)), ("whom", "Gilt &für", _choice(words.WHOM))
        )
        self.needs = NeedsEditor("&Bedingungen")
        self._add_needs()
        self.sentence_line = text_label("")
        self.column.addWidget(self.sentence_line)
        self.reach = ReachLine(workplace, self._typed)
        self.column.addWidget(self.reach)
        self._abreast(
            ("area_words", "&Gebiet", hinted("leer für überall")),
            ("site", "zählt für", _choice(words.SITES)),
        )
        places = WordsLine("Gemeinden, Kreise mit Komma; auch Schlüssel (AGS)")
        places.set_words(sorted(programme_text.offered().values()))
        self.add("area", "&Orte", places)
        benefits = WordsLine("Angebote mit Komma, von denen eines reicht")
        benefits.set_words(list(KINDS.values()))
        self.add("benefits", "Betrieb bietet", benefits)
        self.add("checks", "&Nachzusehen", GrowingText("je Zeile, was nachzusehen ist", 2))
        self._abreast(
            ("most_cents", "&Höchstens in €", hinted("sonst leer")),
            ("special_cents", "Einzelfall in €", hinted("Betrag")),
        )
        self._abreast(
            ("monthly_cents", "&Monat in €", hinted("Betrag")),
            ("percent", "&Anteil in %", hinted("Zahl")),
        )
        self.add("amount_words", "Betrag in &Worten", QLineEdit())
        self.add("parts", "davon", GrowingText("je Zeile ein Teil, z. B. Verfahren: 600", 2))
        self._abreast(
            ("before", "Antrag &vor", _choice(words.BEFORE)),
            ("last_day", "&Letzter Tag", day_line()),
        )
        anchors = [("", "kein Datum"), *((each.value, ANCHORS[each]) for each in AnchorKind)]
        self._abreast(
            ("offset", "Frist", hinted("z. B. 20 Arbeitstage vorher")),
            ("anchor", "zählt von", Choice(anchors)),
        )
        self._abreast(
            ("binding_years", "Bindung, &Jahre", hinted("Zahl")),
            ("combines", "mit an&derem", _choice(words.COMBINES)),
        )
        self._abreast(
            ("once", "Nur &einmal für", hinted("Zweck, z. B. Praxis")),
            ("ceiling", "Gemein&sam mit", hinted("Name der Obergrenze")),
        )
        self.add(
            "ceiling_cents", "&Obergrenze in €", hinted("für alle unter diesem Namen zusammen")
        )
        self.excludes = WordsLine("Titel mit Komma")
        self.papers = WordsLine("Namen mit Komma")
        self.add("excludes", "Schließt a&us", self.excludes)
        self.add("papers", "Unterla&gen", self.papers)
        self._abreast(("basis", "Re&chtsgrundlage", QLineEdit()), ("website", "&Web", QLineEdit()))
        self._abreast(
            ("source", "&Quelle", QLineEdit()),
            ("as_of", "S&tand", hinted("TT.MM.JJJJ, MM.JJJJ oder JJJJ")),
        )
        self._abreast(
            ("grade", "Be&leg", _choice(words.GRADES)), ("valid_to", "Läuft b&is", day_line())
        )
        self.add("note", "H&inweis", GrowingText("für die Servicestelle", lines=2))
        self.archive = link("", self._archive, "archive")
        self.reset = link("Mitgelieferte Fassung", self._reset, "undo-2")
        self.column.addWidget(self.reset)
        self.add_buttons("Speichern", more=self.archive)
        self._listen()

    def know_words(self, titles: Mapping[str, str], papers: Mapping[str, str]) -> None:
        """Titles of programmes and names of papers by code, to be typed by their words."""
        self._titles, self._papers = titles, papers
        self.excludes.set_words(sorted(titles.values()))
        self.papers.set_words(sorted(papers.values()))

    def show_new(self) -> None:
        """Blank fields for a programme that is not there yet."""
        self._show(None, _NEW)

    def show_programme(self, view: ProgrammeView) -> None:
        """A programme as the office has it."""
        self._show(view, view.programme)

    def command(self) -> Callable[[Desk], Done]:
        programme = self._typed()
        if self._shown is None:
            return partial(_add, programme)
        return partial(_edit, programme)

    def _typed(self) -> Programme:
        """What stands in the fields. Raises `Refused` beside the first that cannot be read."""
        former = self._shown.programme if self._shown else _NEW
        area = programme_text.keys(self.value("area"), "area")
        area_words = self._said("area_words") or ", ".join(programme_text.places(area))
        return replace(
            former,
            title=self._said("title"),
            body=self._said("body"),
            area_words=area_words,
            amount_words=self._said("amount_words"),
            parts=programme_text.parts(self.value("parts"), "parts"),
            basis=self._said("basis"),
            source=self._said("source"),
            website=self._said("website"),
            note=self._said("note"),
            most_cents=self._cents("most_cents"),
            special_cents=self._cents("special_cents"),
            monthly_cents=self._cents("monthly_cents"),
            once=self._said("once"),
            ceiling=self._said("ceiling"),
            ceiling_cents=self._cents("ceiling_cents"),
            sort=Sort(self.value("sort")),
            whom=Whom(self.value("whom")),
            site=Site(self.value("site")),
            needs=needs_text.typed(self.value("needs"), "needs"),
            checks=programme_text.checks(self.value("checks"), former.checks),
            area=area,
            benefits=programme_text.codes(self.value("benefits"), _BENEFITS, "benefits"),
            percent=typed_numbers.count(self.value("percent"), "percent"),
            before=Before(self.value("before")),
            last_day=typed_dates.whole(self.value("last_day"), "last_day"),
            offset=offset_text.typed(self.value("offset"), "offset"),
            anchor=AnchorKind(self.value("anchor")) if self.value("anchor") else None,
            binding_years=typed_numbers.count(self.value("binding_years"), "binding_years"),
            combines=Answer(self.value("combines")),
            excludes=programme_text.codes(self.value("excludes"), self._titles, "excludes"),
            papers=programme_text.codes(self.value("papers"), self._papers, "papers"),
            grade=Grade(self.value("grade")),
            as_of=typed_dates.partial(self.value("as_of"), "as_of"),
            valid_to=typed_dates.whole(self.value("valid_to"), "valid_to"),
        )

    def _show(self, view: ProgrammeView | None, programme: Programme) -> None:
        self._shown = view
        self.fill(
            {
                **{name: getattr(programme, name) for name in _TEXTS},
                **{name: typed_numbers.shown_cents(getattr(programme, name)) for name in _AMOUNTS},
                **{
                    name: getattr(programme, name).value
                    for name in ("sort", "whom", "site", "before", "combines", "grade")
                },
                **{
                    name: typed_dates.shown(getattr(programme, name))
                    for name in ("last_day", "as_of", "valid_to")
                },
                **{
                    name: "" if getattr(programme, name) is None else str(getattr(programme, name))
                    for name in ("percent", "binding_years")
                },
                "needs": needs_text.shown(programme.needs),
                "checks": "\n".join(each.text for each in programme.checks),
                "parts": programme_text.shown_parts(programme.parts),
                "area": ", ".join(programme_text.places(programme.area)),
                "benefits": ", ".join(_BENEFITS.get(code, code) for code in programme.benefits),
                "offset": offset_text.shown(programme.offset),
                "anchor": programme.anchor.value if programme.anchor else "",
                "excludes": ", ".join(self._titles.get(code, code) for code in programme.excludes),
                "papers": ", ".join(self._papers.get(code, code) for code in programme.papers),
            }
        )
        self.told.setText(_told(view))
        self.told.setVisible(bool(self.told.text()))
        self.comparing.show_differences(
            self._differences(view), is_new=view is not None and view.original_changed
        )
        self.reset.setVisible(view is not None and view.is_shipped and view.is_changed)
        self.archive.setVisible(view is not None)
        self.archive.setText(RESTORE if view is not None and view.archived_on else ARCHIVE)

    def _differences(self, view: ProgrammeView | None) -> tuple[Difference, ...]:
        if view is None or view.original is None:
            return ()
        names = Names(self._titles, self._papers)
        return differences(view.programme, view.original, names)

    def _add_needs(self) -> None:
        field = Field("", self.needs, label_wide=0)
        field.label.hide()
        self.needs.setAccessibleName("Bedingungen")
        self.know("needs", field, self.needs)
        self.column.addWidget(field)

    def _listen(self) -> None:
        """Say whom the programme is for whenever a field that decides says something else."""
        for name in _DECIDE:
            editor = self.editor(name)
            if isinstance(editor, Choice):
                editor.currentIndexChanged.connect(self._changed)
            elif isinstance(editor, QLineEdit | QPlainTextEdit):
                editor.textChanged.connect(self._changed)
        self.needs.changed.connect(self._changed)
        chaining = QTimer(self, singleShot=True, interval=0)
        chaining.timeout.connect(partial(chain, self))
        self.needs.rebuilt.connect(chaining.start)
        self.comparing.rebuilt.connect(chaining.start)

    def _changed(self) -> None:
        whom = Whom(self.value("whom") or Whom.PROFESSIONAL.value)
        site = Site(self.value("site") or Site.HOME.value)
        self.needs.say_whom(whom)
        places = self._said("area_words") or self._said("area")
        self.sentence_line.setVisible(self.needs.is_readable)
        self.sentence_line.setText(
            needs_sentence.sentence(
                self.needs.rows(),
                whom,
                site,
                (places,) if places else (),
                [part.strip() for part in self.value("benefits").split(",") if part.strip()],
            )
        )
        self.reach.look()

    def _said(self, name: str) -> str:
        return self.value(name).strip()

    def _cents(self, name: str) -> int | None:
        return typed_numbers.cents(self.value(name), name)

    def _abreast(self, *fields: tuple[str, str, Editor]) -> None:
        """Two short fields on one line."""
        row = QHBoxLayout()
        row.setSpacing(16)
        for name, label, editor in fields:
            field = Field(label, editor)
            self.know(name, field, editor)
            row.addWidget(field, 1)
        self.column.addLayout(row)

    def _archive(self) -> None:
        view = self._shown
        if view is not None:
            act = _restore if view.archived_on else _take_out
            self.perform(partial(act, view.programme.code))

    def _adopt(self, names: Sequence[str]) -> None:
        if self._shown is not None:
            self.perform(partial(_adopt, self._shown.programme.code, names))

    def _keep(self) -> None:
        if self._shown is not None:
            self.perform(partial(_keep_own, self._shown.programme.code))

    def _reset(self) -> None:
        if self._shown is not None:
            self.perform(partial(_reset, self._shown.programme.code))


def _choice(
    named: Mapping[Sort, str]
    | Mapping[Whom, str]
    | Mapping[Site, str]
    | Mapping[Before, str]
    | Mapping[Answer, str]
    | Mapping[Grade, str],
) -> Choice:
    return Choice([(each.value, word) for each, word in named.items()])


def _told(view: ProgrammeView | None) -> str:
    if view is None:
        return ""
    if view.is_broken:
        return "Die eigene Fassung ließ sich nicht lesen. Es gilt die mitgelieferte."
    if view.original_changed:
        return (
            "Die mitgelieferte Fassung ist seit Ihrer Änderung eine andere. Ihre gilt weiter; was "
            "besser ist, übernehmen Sie hier."
        )
    if view.is_changed and view.changed_on is not None:
        return f"Eigene Fassung vom {words.day(view.changed_on)}, neben der mitgelieferten."
    return ""


def _add(programme: Programme, desk: Desk) -> Done:
    return desk.funding.add(programme)


def _edit(programme: Programme, desk: Desk) -> Done:
    return desk.funding.edit(programme.code, programme)


def _take_out(code: str, desk: Desk) -> Done:
    return desk.funding.archive(code)


def _restore(code: str, desk: Desk) -> Done:
    return desk.funding.restore(code)


def _reset(code: str, desk: Desk) -> Done:
    return desk.funding.reset(code)


def _adopt(code: str, names: Sequence[str], desk: Desk) -> Done:
    return desk.funding.adopt(code, names)


def _keep_own(code: str, desk: Desk) -> Done:
    return desk.funding.keep_own(code)
