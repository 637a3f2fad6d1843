"""Bytes to text: which encoding a list is written in, and text that was decoded wrongly before."""

from __future__ import annotations

import codecs
import re

from app.errors import Reason, Refused

TWICE = "utf-8-twice"
"""UTF-8 that somebody read as Windows-1252 and wrote as UTF-8 again ("MÃ¼ller")."""

ENCODINGS = ("utf-8", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "cp850", "mac-roman", TWICE)
"""What may be chosen, the likely ones first."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096
_ANSI_UMLAUTS = bytes.maketrans(b"\xe4\xf6\xfc\xc4\xd6\xdc\xdf", b"\x01" * 7)
_DOS_UMLAUTS = bytes.maketrans(b"\x84\x94\x81\x8e\x99\x9a\xe1", b"\x01" * 7)
# What German letters, quotes and dashes become when UTF-8 is read as cp1252 or as cp850, and what
# stands where cp1252 was read as UTF-8.
_WRONG = re.compile(
    "\u00c3[\u00a4\u00b6\u00bc\u0178\u0178\u201e\u2013\u0153\u00a9\u00a8\u00a1-\u00bf]"
    "|\u00e2\u20ac[\u201c\u201d\u017e\u0153\u2122\u02dc\u0161\u00a6\u00a2\u0161]"
    "|\u00c2[\u00a0\u00a7\u00b0\u00b4\u00ab\u00bb]"
    "|\u251c[\u00f1\u00c2\u255d\u0192\u00e4\u00fb\u00a3]"
    "|\ufffd"
)


def decoded(raw: bytes, encoding: str = "") -> tuple[str, str]:
    """The text and the encoding it was read with, one of `ENCODINGS` (or utf-32).

    Blank: by mark, else strict UTF-8, UTF-16 where every other byte is 0, else cp1252; cp850
    only where cp1252 cannot be. Raises `Refused(ENCODING_BROKEN, line=…)` where the chosen one
    cannot be, `Refused(WRONG_KIND_OF_FILE)` for bytes that are no text.
    """
    if encoding:
        return _chosen(raw, encoding), encoding
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return _chosen(raw, name), name
    if b"\0" in raw[:_SAMPLE]:
        name = _wide(raw[:_SAMPLE])
        return _chosen(raw, name), name
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _of_one_byte(raw)


def looks_wrong(text: str) -> bool:
    """Whether a text holds signs as wrong decoding leaves them ("MÃ¼ller", "M\ufffdller")."""
    return not text.isascii() and _WRONG.search(text) is not None


def mended(text: str) -> str:
    """What the text was before it was decoded wrongly; the text itself where that is not known."""
    for wrong in ("cp1252", "cp850"):
        try:
            return _narrow(text, wrong).decode("utf-8")
        except UnicodeError:
            continue
    return text


def _chosen(raw: bytes, encoding: str) -> str:
    name = "utf-8-sig" if encoding in ("utf-8", TWICE) else encoding
    try:
        text = raw.decode(name)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise Refused(Reason.ENCODING_BROKEN, "encoding", line=line) from error
    except LookupError as error:
        raise Refused(Reason.ENCODING_BROKEN, "encoding") from error
    if encoding == TWICE:
        lines = text.splitlines(keepends=True)
        return "".join(mended(line) if looks_wrong(line) else line for line in lines)
    return text.removeprefix("\ufeff")


def _wide(sample: bytes) -> str:
    """UTF-16 without a mark: Latin text has 0 in every other byte."""
    half = len(sample) // 2
    odd, even = sample[1::2].count(0), sample[0::2].count(0)
    if half and odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    if half and even > half * 0.4 and odd < half * 0.05:
        return "utf-16-be"
    raise Refused(Reason.WRONG_KIND_OF_FILE)


def _of_one_byte(raw: bytes) -> tuple[str, str]:
    ansi = raw.translate(_ANSI_UMLAUTS).count(1) - raw.count(1)
    dos = raw.translate(_DOS_UMLAUTS).count(1) - raw.count(1)
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return raw.decode("cp850"), "cp850"
    if dos and not ansi and not re.search(rb"\x84[^\x84\x93\x94]*[\x93\x94]", raw):
        return raw.decode("cp850"), "cp850"
    return text, "cp1252"


def _narrow(text: str, encoding: str) -> bytes:
    """The bytes the text came from; the five bytes cp1252 leaves out stand for themselves."""
    out = bytearray()
    for sign in text:
        if encoding == "cp1252" and sign in "\x81\x8d\x8f\x90\x9d":
            out.append(ord(sign))
        else:
            out += sign.encode(encoding)
    return bytes(out)
