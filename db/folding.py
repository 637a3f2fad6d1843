"""One folding for search and order, computed here so that every database agrees."""

from __future__ import annotations

import re
import unicodedata

_PLAIN_WORDS = re.compile("[a-z0-9]+")
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "ł": "l"})


def words(text: str) -> list[str]:
    """The words of a text, folded: lower case, umlauts written out, no marks, only letters and
    digits (Unicode L*, N*)."""
    folded = unicodedata.normalize("NFC", text).casefold().translate(_GERMAN)
    if folded.isascii():  # nearly all of them, in a tenth of the time
        return _PLAIN_WORDS.findall(folded)
    folded = unicodedata.normalize("NFKD", folded).casefold()
    kept = "".join(
        letter if letter.isalnum() else "" if unicodedata.combining(letter) else " "
        for letter in folded
    )
    return kept.split()


def search_text(*texts: str) -> str:
    """What a record is found by: its folded words, and the words of other scripts once more in
    Latin letters, each once, in order."""
    found: dict[str, None] = {}
    for text in texts:
        for word in words(text):
            found[word] = None
        if not text.isascii() and any(ord(letter) > 0x24F for letter in text):
            from anyascii import anyascii  # only where a name needs it

            # the soft sign is written as an apostrophe, which divides no word
            for word in words(anyascii(text).replace("'", "")):
                found[word] = None
    return " ".join(found)


def sort_key(*texts: str) -> str:
    """Order of names by DIN 5007-2 (ä as ae), by words, blank last."""
    return " ".join(words(" ".join(texts))) or "\uffff"
