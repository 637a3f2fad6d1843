"""Sets slips that are cut out of a page: dashed lines to cut along, the words inside."""

from __future__ import annotations

from functools import lru_cache

from app.typeset import shapes, styles
from app.typeset.flow import Band, Piece, lowered_column
from app.typeset.marks import ARTIFACT, Shape
from app.typeset.setter import Setter, Stack
from app.typeset.slips import CutLine, Slip, Slips
from app.typeset.styles import AREA_WIDTH, LEADING, ROW_RULE, Colour, keeping_words, on_grid

_WIDTH = AREA_WIDTH / 2
_HEIGHT = 68.0
_INSIDE = 5.0
_DASH = 2.0
_NUMBER_WIDTH = 26.0
_CUT_AT, _CUT_LABEL, _CUT_HEIGHT = 8.0, 12.0, 16.0


def slips(block: Slips, setter: Setter, parent: int) -> list[Band]:
    """A list with one item a slip; the two of a row are equally high, 68 mm or what they need. What
    goes on begins a new sheet of paper, so that nothing on the back is cut."""
    listed = setter.elements.add(
        "L", parent, lang=block.lang, attributes="<</O/List/ListNumbering/None>>"
    )
    bands: list[Band] = []
    for start in range(0, len(block.slips), 2):
        row = block.slips[start : start + 2]
        parts = [_Part(slip, setter, listed, place * _WIDTH) for place, slip in enumerate(row)]
        height = max(_HEIGHT, *(part.least for part in parts))
        frame = (Piece(0.0, height, _cuts(len(row), height)),)
        columns = tuple(column for part in parts for column in part.columns(height))
        bands.append(Band(height, (frame, *columns), whole=True, leaf=True))
    return bands


def cut_line(block: CutLine, setter: Setter, parent: int) -> list[Band]:
    """Dashes from edge to edge of what is printed, the word for it below them."""
    owner = setter.elements.add("P", parent, lang=block.lang)
    line = Shape(
        ARTIFACT,
        0.0,
        0.0,
        _dashed(AREA_WIDTH, 0.0, 0.0, _CUT_AT),
        stroke=Colour.GREY,
        line=ROW_RULE,
        frame=(0.0, AREA_WIDTH),
    )
    label = setter.single(block.label, styles.NOTE, owner, 0.0, _CUT_LABEL, width=AREA_WIDTH)
    piece = Piece(_CUT_AT - 1.0, _CUT_LABEL + 1.0, (line, *label))
    return [Band(_CUT_HEIGHT, ((piece,),), whole=True, keep=True)]


class _Part:
    """One slip: what it is from its upper edge, where and until when from its lower one."""

    def __init__(self, slip: Slip, setter: Setter, listed: int, left: float) -> None:
        body = setter.elements.add("LBody", setter.elements.add("LI", listed))
        x, width = left + _INSIDE, _WIDTH - 2 * _INSIDE
        add = setter.elements.add
        office = slip.office_lang
        head = Stack(setter, x, width - _NUMBER_WIDTH, 8.0)
        head.put(slip.audience, styles.TABLE_BOLD, add("P", body))
        number = setter.single(
            slip.number,
            styles.NOTE,
            add("P", body),
            x + width - _NUMBER_WIDTH,
            8.0,
            width=_NUMBER_WIDTH,
            flush="right",
        )
        what = Stack(setter, x, width, 16.0)
        what.put(slip.title, keeping_words(styles.H2), add("P", body, lang=office))
        what.under_title(slip.text, styles.TABLE, add("P", body, lang=office))
        foot = Stack(setter, x, width, 4.0)
        if slip.redeemed_at:
            foot.put(slip.redeem, styles.NOTE, add("P", body))
            foot.put(slip.redeemed_at, styles.TABLE_BOLD, add("P", body, lang=office))
        for line in slip.address:
            foot.put(line, styles.TABLE, add("P", body, lang=office))
        if slip.issuer:
            foot.put(slip.issuer, styles.NOTE, add("P", body))
        foot.put(slip.valid, styles.ROW_TITLE, add("P", body), step=LEADING)
        if slip.stamp:
            foot.put(slip.stamp, styles.TABLE_BOLD, add("P", body), step=LEADING)
        self._head = (*head.column(), Piece(5.0, 9.0, number))
        self._what, self._foot = what.column(), foot.column()
        self._rise = (foot.last or 0.0) + _INSIDE
        self.least = on_grid((what.last or 16.0) + 2.0 + self._rise)

    def columns(self, height: float) -> tuple[tuple[Piece, ...], ...]:
        """The pieces on a slip of this height (mm)."""
        return self._head, self._what, lowered_column(self._foot, height - self._rise)


@lru_cache(maxsize=32)
def _cuts(slips: int, height: float) -> tuple[Shape, ...]:
    """Dashed lines round each slip of a row."""
    across = slips * _WIDTH
    paths = [_dashed(across, 0.0, 0.0, 0.0), _dashed(across, 0.0, 0.0, height)]
    paths += [_dashed(0.0, height, place * _WIDTH, 0.0) for place in range(slips + 1)]
    return tuple(
        Shape(ARTIFACT, 0.0, 0.0, path, stroke=Colour.GREY, line=ROW_RULE, frame=(0.0, across))
        for path in paths
    )


def _dashed(width: float, height: float, x: float, y: float) -> str:
    """Dashes along a line that runs to the right or down; it begins and ends with a half one."""
    length = max(width, height)
    count = round(length / (2 * _DASH))
    step = length / count
    ends = [(0.0, step / 4)]
    ends += [(at * step - step / 4, at * step + step / 4) for at in range(1, count)]
    ends.append((length - step / 4, length))
    if width:
        return " ".join(shapes.segment(x + one, y, x + two, y) for one, two in ends)
    return " ".join(shapes.segment(x, y + one, x, y + two) for one, two in ends)
