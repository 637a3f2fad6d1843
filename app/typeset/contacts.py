"""Sets the people and places of the folder: contact rows, providers with their week, codes."""

from __future__ import annotations

from app.typeset import codes, shapes, styles, weeks
from app.typeset.blocks import QR, Contact, Contacts, Provider, SmallWeek
from app.typeset.flow import Band, Piece, lowered_column
from app.typeset.inline import Run, Words
from app.typeset.marks import Mark
from app.typeset.setter import LINKED, Setter, Stack
from app.typeset.styles import AREA_WIDTH, keeping_words, on_grid
from app.typeset.tasks import HEAD_HEIGHT, Rows

_CONTACT_X = (0.0, 70.0, 112.0)
_BESIDE = codes.SIDE + 3.0


def contacts(block: Contacts, setter: Setter, parent: int) -> list[Band]:
    sect = setter.elements.add("Div", parent, lang=block.lang)
    rows = Rows(setter, sect, block.heads, _CONTACT_X)
    bands = [Band(HEAD_HEIGHT, (rows.first,), keep=True, whole=True, block=rows.block)]
    for number, person in enumerate(block.contacts):
        columns, lowest = _contact(person, rows)
        bands.append(
            Band(
                on_grid(lowest + 16.0),
                columns,
                above=(shapes.rule(0, -4.25, AREA_WIDTH),) if number else (),
                block=rows.block,
                repeat=rows.repeat,
            )
        )
    return bands


def _contact(person: Contact, rows: Rows) -> tuple[tuple[tuple[Piece, ...], ...], float]:
    """Columns of a row and how far it reaches below its first baseline."""
    setter = rows.setter
    line = setter.elements.add("TR", rows.body)
    name = rows.cell(line, head=True)
    who = Stack(setter, 0.0, 66.0)
    who.put(person.name or " ", keeping_words(styles.ROW_TITLE), setter.anchor(rows.part(name)))
    if person.role:
        who.under_title(person.role, styles.TABLE, rows.part(name))
    for number, words in enumerate(person.does):
        step = styles.LEADING if not number else styles.TABLE_LEADING
        who.put(words, styles.TABLE, rows.part(name), step=step)
    for number, text in enumerate(person.address):
        step = styles.LEADING if not number else styles.TABLE_LEADING
        who.put(text, keeping_words(styles.TABLE), rows.part(name), step=step)
    hours = rows.cell(line)
    when = Stack(setter, 70.0, 38.0)
    if isinstance(person.hours, SmallWeek):
        room = weeks.label_room(person.hours, setter)
        _week(person.hours, weeks.contact(person.hours, room), when, hours)
    else:
        for words in person.hours:
            when.put(words, styles.TABLE, rows.part(hours))
    if person.hours_note:
        when.put(person.hours_note, styles.TABLE_BOLD, rows.part(hours), step=styles.LEADING)
    reach = reached(person.qr, person.reach, person.checked, setter, rows.cell(line), 112.0, 52.0)
    lowest = max(stack.last or 4.0 for stack in (who, when)) - 4.0
    lowest = max(lowest, max((p.bottom for column in reach for p in column), default=4.0) - 4.0)
    return (who.column(), when.column(), *reach), lowest


def _week(week: SmallWeek, measure: weeks.Measure, stack: Stack, parent: int) -> None:
    """The drawing as one piece; the next line may follow 5.33 below."""
    baseline = stack.next
    marks = weeks.draw(week, measure, stack.setter, parent, stack.x, baseline)
    bottom = baseline + weeks.height(week, measure)
    stack.add(baseline - 3.2, bottom, marks)
    stack.last = bottom


def reached(
    qr: QR | None,
    lines: tuple[Words, ...],
    checked: str,
    setter: Setter,
    parent: int,
    x: float,
    width: float,
) -> list[tuple[Piece, ...]]:
    """The code with the readable address beside it, or the lines alone; `checked` below."""
    columns: list[tuple[Piece, ...]] = []
    text = Stack(setter, x + _BESIDE if qr else x, width - _BESIDE if qr else width)
    if qr:
        columns.append(_code_piece(qr, setter, parent, x, 0.75))
        if qr.label:
            text.put(qr.label, styles.NOTE, setter.elements.add("P", parent))
        text.put(readable(qr), styles.TABLE_BOLD, setter.elements.add("P", parent))
    for words in (*(qr.lines if qr else ()), *lines):
        text.put(words, styles.TABLE, setter.elements.add("P", parent))
    for stamp in (qr.checked if qr else "", checked):
        if stamp:
            text.put(stamp, styles.NOTE, setter.elements.add("P", parent))
    return [*columns, text.column()]


def readable(qr: QR) -> Words:
    """The address beside a code, itself a link where its scheme allows one."""
    return (Run(qr.readable, href=qr.target if qr.target.startswith(LINKED) else ""),)


def _code_piece(qr: QR, setter: Setter, parent: int, x: float, y: float) -> tuple[Piece, ...]:
    alt = qr.alt or f"QR-Code: {qr.readable}"
    figure = setter.elements.add("Figure", parent, alt=alt)
    return (Piece(y, y + codes.SIDE, (codes.code(qr.target, figure, x, y),)),)


def code_block(block: QR, setter: Setter, parent: int) -> list[Band]:
    """A code in the running text."""
    columns = reached(block, (), "", setter, setter.elements.add("Div", parent), 0.0, 90.0)
    lowest = max(p.bottom for column in columns for p in column)
    return [Band(on_grid(lowest + 4.0), tuple(columns), whole=True)]


def week_block(block: SmallWeek, setter: Setter, parent: int) -> list[Band]:
    stack = Stack(setter, 0.0, AREA_WIDTH)
    _week(block, weeks.childcare(block, weeks.label_room(block, setter)), stack, parent)
    return [Band(on_grid((stack.last or 4.0) + 4.0), (stack.column(),), whole=True)]


def provider(block: Provider, setter: Setter, parent: int) -> list[Band]:
    """Name and facts on the left, week and verdict on the right; a rule between providers."""
    title = setter.anchor(setter.elements.add("H2", parent, lang=block.lang))
    sect = setter.elements.add("Div", parent, lang=block.lang)
    left = Stack(setter, 0.0, 68.0, 8.0)
    left.put(block.name or " ", keeping_words(styles.H2), title)
    left.width = 66.0
    for words in block.lines:
        left.under_title(words, styles.TABLE, setter.elements.add("P", sect))
    for text in block.address:
        left.under_title(text, keeping_words(styles.TABLE), setter.elements.add("P", sect))
    columns: list[tuple[Piece, ...]] = [left.column()]
    top = (left.last or 8.0) + 4.0
    reach = reached(block.qr, block.reach, block.checked, setter, sect, 0.0, 66.0)
    columns.extend(lowered_column(column, top - (2.9 if block.qr else 4.0)) for column in reach)
    right = Stack(setter, 70.0, AREA_WIDTH - 70.0, 8.0)
    if block.week:
        room = weeks.label_room(block.week, setter)
        _week(block.week, weeks.childcare(block.week, room), right, sect)
    for words in block.hours:
        right.put(words, styles.TABLE, setter.elements.add("P", sect))
    if block.key:
        right.skip(styles.LEADING)
        marks, last = weeks.key(block.key, setter, sect, 70.0, right.last or 8.0, 94.0)
        right.add((right.last or 8.0) - 3.0, last + 1.0, marks)
        right.last = last
    if block.verdict:
        step = 8.0 if block.week else styles.LEADING
        right.put(block.verdict, styles.TEXT, setter.elements.add("P", sect), step=step)
    for number, words in enumerate(block.notes):
        step = styles.LEADING + 1.3 if not number else styles.TABLE_LEADING + 0.7
        right.put(words, styles.TABLE, setter.elements.add("P", sect), step=step)
    columns.append(right.column())
    lowest = max((p.bottom for column in columns for p in column), default=8.0)
    rule: tuple[Mark, ...] = (shapes.rule(0, 0.0, AREA_WIDTH),)
    return [Band(on_grid(lowest + 3.5), tuple(columns), above=rule, block=_PROVIDERS, whole=True)]


#: Providers that follow each other count as one block, so that a rule parts them.
_PROVIDERS = 1_000_000
