"""Step 3: which column is which field, by list, by drag, by keyboard."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.exchange.cleaning import as_text
from app.exchange.guessing import ColumnProposal, Origin, used_columns, words_of
from app.exchange.mapping import FieldMap, Mapping
from app.exchange.providers import read_rows_as_providers
from app.progress import finish
from app.records.importing import Source
from app.records.providers import ProviderDraft, value_of
from app.records.school_profiles import PARTS
from ui import import_words as words
from ui import theme
from ui.importing.chips import ColumnChips, samples
from ui.importing.field_row import FieldRow
from ui.theme import Tone
from ui.widgets.paragraphs import wrapped
from ui.widgets.section import text_label

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Wer", ("organisation", "category", "service", "operator", "description")),
    ("Wo", ("street", "postcode", "town", "site", "ags", "latitude", "longitude", "accessible")),
    (
        "Erreichbar",
        ("phone", "email", "website", "online_form", "video", "features", "by_appointment"),
    ),
    ("Geöffnet", ("hours_given", "hours_osm", "hours_from", "hours_to")),
    (
        "Plätze, Alter, Kosten",
        (
            *("places", "free_places", "free_as_of", "waiting", "reserved_places"),
            "settling_weeks",
            *("min_age_months", "max_age_months", "cost"),
        ),
    ),
    ("Ansprechperson", ("contact_name", "contact_area", "contact_phone", "contact_email")),
    ("Schule", tuple(PARTS)),
    ("Weiteres", ("languages", "note", "public_note", "valid_from", "valid_to")),
)
ASIDE, ASIDE_LEAST = 240, 140
LOOKED_AT = 40  # rows of which values are shown
NO_KEY = "Name, Angebot und Anschrift"


class ColumnsStep(QWidget):
    """`changed()` when the mapping did."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self._mapping: Mapping | None = None
        self._doubtful: frozenset[str] = frozenset()
        self.rows = {name: FieldRow(name) for _, names in GROUPS for name in names}
        for row in self.rows.values():
            row.changed.connect(self._changed)
        self.chips = ColumnChips()
        self.chips.dropped.connect(self._given_up)
        self.told = wrapped("", Tone.SECOND)
        self.key = QComboBox()
        self.key.setAccessibleName("Woran eine Zeile wiedererkannt wird")
        self.key.activated.connect(self._keyed)
        self.keep = QCheckBox("Zuordnung &merken als")
        self.keep.toggled.connect(self._keeping)
        self.keep_name = QLineEdit()
        self.keep_name.setAccessibleName("Name der Zuordnung")
        self.keep_name.setMinimumWidth(theme.px(self, 120))
        self._lay_out()

    def show_proposal(self, source: Source, proposal: ColumnProposal, name: str) -> None:
        """Show how the columns may be read; `name` is what the list is called."""
        self._source = source
        self._mapping = proposal.mapping
        self._doubtful = frozenset(proposal.doubtful)
        self.told.setText(words.ORIGINS[proposal.origin])
        self.keep.setChecked(proposal.origin is Origin.GUESSED)
        self.keep_name.setText(name)
        self._keeping(is_on=self.keep.isChecked())
        self._show()

    def mapping(self) -> Mapping:
        """The mapping as it stands."""
        assert self._mapping is not None  # noqa: S101 - shown only with a proposal
        return self._mapping

    def kept_as(self) -> str:
        """The name to keep the mapping by, "" for not keeping it."""
        return self.keep_name.text().strip() if self.keep.isChecked() else ""

    def missing(self) -> bool:
        """Whether the name is still missing, without which nothing can be taken."""
        return "organisation" not in self.mapping().fields

    def _changed(self) -> None:
        row = self.sender()
        mapping, source = self.mapping(), self._source
        if not isinstance(row, FieldRow) or source is None:
            return
        fields = dict(mapping.fields)
        found = row.found()
        if found is None:
            fields.pop(row.name, None)
        else:
            if row.name == "category" and found.columns and not found.words:
                values = [as_text(each.values.get(found.columns[0])) or "" for each in source.rows]
                found = replace(found, words=words_of(values))
            fields[row.name] = found
        self._doubtful -= {row.name}
        self._mapping = replace(mapping, fields=fields)
        self._show()
        self.changed.emit()

    def _given_up(self, column: str) -> None:
        for row in self.rows.values():
            row.give_up(column)

    def _keyed(self, _place: int) -> None:
        self._mapping = replace(self.mapping(), key=self.key.currentData() or "")
        self._show()
        self.changed.emit()

    def _keeping(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's own
        self.keep_name.setEnabled(is_on)

    def _show(self) -> None:
        source, mapping = self._source, self.mapping()
        if source is None:
            return
        columns = source.columns
        values = [row.values for row in source.rows[:LOOKED_AT]]
        drafts = self._drafts(source)
        for name, row in self.rows.items():
            found = mapping.fields.get(name)
            row.set_columns(columns, found)
            sample = _sample(name, drafts) if found is not None else ""
            row.tell(
                sample,
                doubtful=name in self._doubtful,
                missing=name == "organisation" and found is None,
            )
        used = used_columns(mapping)
        self.chips.set_columns(
            [(name, samples(values, name, 2)) for name in columns if name not in used]
        )
        rest = len(self.chips.columns())
        self._rest.setText("Alle Spalten werden gelesen." if not rest else "Nicht gelesen")
        self.key.clear()
        self.key.addItem(NO_KEY, "")
        for column in columns:
            self.key.addItem(f"„{column}“", column)
        self.key.setCurrentIndex(max(0, self.key.findData(mapping.key)))

    def _drafts(self, source: Source) -> list[ProviderDraft]:
        """The first rows as they would come out, so that values are shown as understood."""
        mapping = replace(self.mapping(), key="")
        if "organisation" not in mapping.fields:
            filler = FieldMap(value=words.BLANK)
            mapping = replace(mapping, fields={**mapping.fields, "organisation": filler})
        # one by one: rows that are alike are no concern here
        alone = (replace(source, rows=(row,), notes=()) for row in source.rows[:LOOKED_AT])
        found = (finish(read_rows_as_providers(each, mapping)).drafts for each in alone)
        return [draft for drafts in found for draft in drafts]

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 0, 8, 8)
        column.setSpacing(0)
        for title, names in GROUPS:
            head = text_label(title)
            theme.set_face(head, "head")
            head.setContentsMargins(8, 10, 0, 2)
            column.addWidget(head)
            for name in names:
                column.addWidget(self.rows[name])
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        scroll.setAccessibleName("Angaben und ihre Spalten")
        self._rest = QLabel("Nicht gelesen")
        self._rest.setWordWrap(True)
        theme.set_face(self._rest, "head")
        aside = QWidget()
        right = QVBoxLayout(aside)
        right.setContentsMargins(8, 10, 24, 8)
        right.setSpacing(4)
        right.addWidget(self._rest)
        right.addWidget(
            wrapped("Ziehen Sie eine Spalte auf eine Angabe, oder hierher zurück.", Tone.SECOND)
        )
        right.addWidget(self.chips, 1)
        aside.setMinimumWidth(theme.px(self, ASIDE_LEAST))
        aside.setMaximumWidth(theme.px(self, ASIDE))
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(scroll, 5)
        both.addWidget(aside, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 24, 8)
        foot.setSpacing(8)
        label = QLabel("&Wiedererkannt an")
        label.setBuddy(self.key)
        theme.set_tone(label, Tone.LABEL)
        foot.addWidget(label)
        foot.addWidget(self.key)
        foot.addStretch(1)
        foot.addWidget(self.keep)
        foot.addWidget(self.keep_name)
        told = QHBoxLayout()
        told.setContentsMargins(24, 8, 24, 0)
        told.addWidget(self.told)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(told)
        outer.addLayout(both, 1)
        outer.addLayout(foot)


def _sample(name: str, drafts: list[ProviderDraft]) -> str:
    """A few values of a field as they would come out."""
    found: dict[str, None] = {}
    for draft in drafts:
        text = words.shown(name, _value(name, draft))
        if text not in ("", words.BLANK):
            found.setdefault(" ".join(text.split())[:60])
        if len(found) == 3:
            break
    return " · ".join(found) if found else "(in den ersten Zeilen leer)"


def _value(name: str, draft: ProviderDraft) -> object:
    if name.startswith("contact_"):
        part = name.removeprefix("contact_")
        return getattr(draft.contacts[0], part) if draft.contacts else ""
    return draft.costs if name == "cost" else value_of(draft, name)
