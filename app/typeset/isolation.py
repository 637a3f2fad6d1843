"""Foreign stretches of a paragraph set apart, so that they cannot turn what stands around them.

UAX #9 leaves it to the writer to isolate (6.4, 2.7): without that "0171 39200 34" or "26603 Aurich"
after an Arabic word come out back to front.
"""

from __future__ import annotations

import re
from functools import lru_cache

LRI, RLI, FSI, PDI = "\u2066\u2067\u2068\u2069"
ISOLATES = frozenset((LRI, RLI, FSI, PDI))

_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
_LEFT = "A-Za-zªµºÀ-ÖØ-öø-ʸͰ-ԯḀ-῾"
_SPACE = "[ \u00a0]"

_WORD = rf"[{_LEFT}](?:[{_LEFT}\d'’.&/_*-]*[{_LEFT}\d])?"
_NUMBER = r"\d(?:[\d.,:]*\d)?[a-z]?(?!\w)"
#: What goes on after the first word: "26603 Aurich, Markt 1".
_NEXT = rf"(?:(?:[.,:;/&\u2013-]?{_SPACE}|[,:/\u2013-])(?:{_WORD}|{_NUMBER}))"
_ON = f"{_NEXT}*"
_STRETCHES = (
    # Web and e-mail addresses, to their last sign.
    r"(?:https?://|www\.)[!-~]*[\w/=&#]",
    r"[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
    r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/[!-~]*[\w/=&#]",
    # "§ 17 Abs. 1 BMG".
    rf"§§?{_SPACE}?\d+[a-z]?(?!\w){_ON}",
    # Telephone numbers and other digits in groups.
    rf"(?:\+|\(0)\d[\d ()/\u00a0\u2011-]*\d|\d+(?:(?:{_SPACE}?/{_SPACE}?|{_SPACE}|-)\d+)+",
    # "26603 Aurich", "3. Dezember 2026", "14:30 Uhr".
    rf"(?:\d{{5}}|\d{{1,2}}\.|\d{{1,2}}[:.]\d\d){_SPACE}{_WORD}{_ON}",
    # "Markt 1, 26603 Aurich".
    f"{_WORD}{_NEXT}+",
    # "14.12." and amounts.
    r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)?",
    rf"[+-]?\d[\d.,]*{_SPACE}?(?:[€$£%‰]|EUR(?!\w))",
)
_FOREIGN = re.compile(rf"(?<![\w{PDI}])(?:" + "|".join(_STRETCHES) + ")")
_TURNED = re.compile(
    rf"[{_RIGHT}](?:(?:[^{_LEFT}()\[\]{{}}\"„“”«»{LRI}{RLI}{FSI}{PDI}]|{LRI}[^{PDI}]*{PDI})*[{_RIGHT}])?\d*"
)
_HAS_RIGHT = re.compile(f"[{_RIGHT}]")
_HAS_LEFT = re.compile(f"[{_LEFT}\u0900-\u1fff\u3040-\ud7ff]")


def has_right_to_left(text: str) -> bool:
    """Whether a letter or mark of a script written from right to left is there."""
    return _HAS_RIGHT.search(text) is not None


def base_level(text: str, *, rtl: bool) -> int:
    """The level of a paragraph: an address or a German sentence on a page that runs from right to
    left has no letter of that direction, and runs from the left."""
    return int(rtl and (has_right_to_left(text) or not _HAS_LEFT.search(text)))


@lru_cache(maxsize=2048)
def isolated(text: str, base: int) -> str:
    """The text with isolate controls around its foreign stretches.

    Numbers with signs or spaces in them, addresses and paragraphs of law run from the left; in a
    paragraph of level 0 each stretch of a right-to-left script is one isolate too.
    """
    text = _FOREIGN.sub(lambda found: f"{LRI}{found[0]}{PDI}", text)
    if base == 0:
        text = _TURNED.sub(lambda found: f"{RLI}{found[0]}{PDI}", text)
    return text
