"""Sets the letter: DIN 5008 form B for a window envelope, body and margin notes below."""

from __future__ import annotations

from dataclasses import replace

from app.typeset import shapes, styles
from app.typeset.blocks import Letter, Paragraph, TickLine
from app.typeset.flow import Band, Piece
from app.typeset.inline import Run, Tick
from app.typeset.marks import ARTIFACT, Mark, Shape
from app.typeset.setter import Setter, Stack
from app.typeset.styles import AREA_WIDTH, LEADING, ROW_RULE, TOP, Colour, keeping_words, on_grid

_SENDER_ROOM = 90.0
_FIRST = 4.0
_TEXT_WIDTH = 116.0
_INFORMATION = 98.0
_MARGIN = 126.0
_FOLDS = (105.0, 210.0)
_RETURN = 60.0 - TOP
_ADDRESS = 68.0 - TOP
_ADDRESS_ROOM = 80.0
_ADDRESS_LINES = 6
_SUBJECT = 104.0 - TOP


def letter(block: Letter, setter: Setter, parent: int) -> list[Band]:
    """Head at fixed places of the first page, then the body as a flow of 116 mm."""
    sect = setter.elements.add("Sect", parent, lang=block.lang)
    bands = _head(block, setter, sect)
    body = _body(block, setter, sect)
    aside = _aside(block, setter, sect)
    if aside:
        first = body[0] if body else Band(0.0, ((),))
        body = [replace(first, columns=(*first.columns, aside)), *body[1:]]
    return [*bands, *body]


def _head(block: Letter, setter: Setter, sect: int) -> list[Band]:
    """Sender, window and information at their fixed places, then the subject."""
    stays = setter.mirrors
    sender = Stack(setter, _at(0, _SENDER_ROOM, setter), _SENDER_ROOM, 8.0)
    for text, style in zip(block.sender, (styles.H2, styles.TEXT), strict=True):
        if text:
            part = setter.elements.add("P", sect, lang=block.posted_in)
            sender.put(text, style, part, step=LEADING, flush_right=stays)
    window = _window(block, setter, sect)
    information = Stack(setter, _at(_INFORMATION, 66.0, setter), 66.0, 8.0)
    for number, entry in enumerate(block.information):
        part = setter.elements.add("P", sect)
        information.put(entry.label, styles.NOTE, part, step=8.0 if number else None)
        information.put(entry.value, styles.TABLE, part)
    first = max(_SUBJECT, on_grid((information.last or 0.0) + 12.0))
    subject = Stack(setter, 0, AREA_WIDTH)
    title = setter.anchor(setter.elements.add("H1", sect))
    subject.put(block.subject, styles.H2, title)
    folds: list[Mark] = [
        Shape(
            ARTIFACT,
            -20.0,
            at - TOP,
            shapes.segment(0, 0, 3, 0),
            stroke=Colour.RULE,
            line=ROW_RULE,
            frame=(0.0, AREA_WIDTH),
        )
        for at in _FOLDS
    ]
    marks = Piece(0.0, 1.0, tuple(folds))
    columns = ((*sender.column(), marks), window, information.column())
    height = on_grid((subject.last or _FIRST) + 8.0)
    return [
        Band(first - _FIRST, columns, keep=True, whole=True, opens=True),
        Band(height, (subject.column(),), keep=True, whole=True),
    ]


def _at(x: float, width: float, setter: Setter) -> float:
    """Where the head begins: it stays on its side of the sheet, for the window of the envelope."""
    return AREA_WIDTH - x - width if setter.mirrors else x


def _window(block: Letter, setter: Setter, sect: int) -> tuple[Piece, ...]:
    """Return line over a rule, at most six lines of address; longer lines are set smaller."""
    part = setter.elements.add("P", sect, lang=block.posted_in)
    stays = setter.mirrors
    x = _at(0, _ADDRESS_ROOM, setter)
    line = setter.single(
        block.return_line,
        styles.NOTE,
        part,
        x,
        _RETURN,
        width=_ADDRESS_ROOM,
        flush="right" if stays else "left",
    )
    under = shapes.rule(x, _RETURN + 1.7, _ADDRESS_ROOM)
    pieces = [Piece(_RETURN - 3, _RETURN + 2, (*line, under))]
    address = setter.elements.add("P", sect, lang=block.posted_in)
    lines = [text for text in block.address if text.strip()]
    style = keeping_words(styles.TEXT)
    wraps = sum(len(setter.lines(text, style, _ADDRESS_ROOM, address)) for text in lines)
    if wraps > _ADDRESS_LINES:
        style = keeping_words(styles.TABLE)
    stack = Stack(setter, x, _ADDRESS_ROOM, _ADDRESS)
    stack.put("\n".join(lines), style, address, flush_right=stays)
    return (*pieces, *stack.column())


def _body(block: Letter, setter: Setter, sect: int) -> list[Band]:
    """A band for each paragraph, so that two languages keep beside each other."""
    closing = (block.closing, block.signed)
    parts: list[tuple[float, Paragraph | TickLine]] = []
    for part in block.body:
        step = 8.0 if isinstance(part, TickLine) else 2 * LEADING
        parts.append((step, part))
    parts += [(2 * LEADING, Paragraph((Run(text),))) for text in closing if text]
    bands: list[Band] = []
    for number, (_, part) in enumerate(parts):
        stack = Stack(setter, 0, _TEXT_WIDTH, _FIRST)
        if isinstance(part, TickLine):
            _tick_line(part, stack, sect)
        else:
            owner = setter.elements.add("P", sect, lang=part.lang)
            stack.put(part.words, styles.STYLES[part.style], owner)
        is_last = number == len(parts) - 1
        if is_last and block.signed_as:
            grey = styles.Type(styles.TEXT.size, LEADING, colour=Colour.GREY)
            stack.put(block.signed_as, grey, setter.elements.add("P", sect))
        below = LEADING if is_last else parts[number + 1][0]
        height = (stack.last or _FIRST) - _FIRST + below
        keep = isinstance(part, Paragraph) and part.keep_with_next
        bands.append(Band(height, (stack.column(),), keep=keep))
    if bands:
        lowest = sum(band.height for band in bands)
        bands[-1] = replace(bands[-1], height=bands[-1].height + on_grid(lowest) - lowest)
    return bands


def _tick_line(part: TickLine, stack: Stack, sect: int) -> None:
    setter = stack.setter
    owner = setter.elements.add("P", sect)
    figure = setter.elements.add("Figure", owner, alt="erledigt") if _done(part) else ARTIFACT
    box = shapes.tick_box(0, stack.next, part.tick, figure)
    stack.put(part.head, styles.ROW_TITLE, owner, indent=8.0, beside=box)
    stack.put(part.words, styles.TEXT, setter.elements.add("P", sect), indent=8.0)


def _done(part: TickLine) -> bool:
    return part.tick is Tick.DONE


def _aside(block: Letter, setter: Setter, sect: int) -> tuple[Piece, ...]:
    stack = Stack(setter, _MARGIN, 38.0)
    for note in block.margin:
        part = setter.elements.add("P", sect, lang=note.lang)
        baseline = 4.0 if stack.last is None else on_grid(stack.last + 20.0)
        line = shapes.rule(_MARGIN, baseline - 5.0, 38.0, head=True)
        step = baseline - stack.last if stack.last is not None else None
        stack.put(note.title, styles.TABLE_BOLD, part, step=step, beside=(line,))
        stack.put(note.words, styles.TABLE, setter.elements.add("P", sect, lang=note.lang))
    return stack.column()
