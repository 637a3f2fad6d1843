"""The shapes of times, dates, ordinals and phrases in a text of opening hours, tried in order."""

from __future__ import annotations

from app.rules.reading_hours import words

SAME = str.maketrans(
    dict.fromkeys("–—‒−‐‑―﹣－~", "-")
    | dict.fromkeys("„“”‟«»″", '"')
    | dict.fromkeys("‚‘’`´", "'")
    | dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u200b\ufeff\t\\•·", " ")
    | dict.fromkeys("：﹕ː∶", ":")
    | dict.fromkeys("\r\v\f\u2028\u2029", "\n")
    | {"，": ",", "；": ";", "│": "|"}
    | {chr(0xFF10 + digit): str(digit) for digit in range(10)}
)
_MONTH = rf"(?:{'|'.join(sorted(words.MONTHS, key=len, reverse=True))})\b"
_DAY = rf"(?:{'|'.join(sorted(words.DAYS, key=len, reverse=True))}|wochenende)\b"
_SPELLED = rf"(?:{'|'.join(sorted(words.NUMBERS, key=len, reverse=True))})\b"
_GIVEN_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_GIVEN_MONTH = r"(?:0?[1-9]|1[0-2])"
_DAY_MONTH = rf"{_GIVEN_DAY}\. ?{_GIVEN_MONTH}"
_JOIN = r" *(?:,|\+|&|/|-|und|u\.|oder|bis) *"
_ADJECTIVE = r"(?:[a-zäöüß]+(?:er|en|em|e)|tel|telef|telefon|indiv|vorh|pers|mündl)\b[.]? +"
_BEFORE_ARRANGED = (
    r"(?:(?:termine?|terminvergabe|öffnungszeiten|sprechzeiten|sprechstunden?|ordination|"
    r"geöffnet|öffnung|nur|gern|gerne|jederzeit|möglich)\s+)*"
)
_ARRANGED = (
    rf"{_BEFORE_ARRANGED}(?:nach|auf|mit|per|gegen|bei|unter|n\.) *(?:{_ADJECTIVE}){{0,2}}"
    rf"(?:{words.NOUNS})\b|\bn\. ?v\.|\bby +appointment(?: +only)?|\b(?:auf|nach) +anfrage|"
    r"\bnur +(?:mit|nach) +termin\w*|\btermin(?:e|vereinbarung)?\b(?! *[\w:])"
)
_ALONE = r"(?<!\d)(?<!\d[:.])"
_PHONE = (
    r"(?:tel(?:efon|\.)?|mobil|fon|fax|handy)\b[:. ]*\+?[\d(][\d /()-]{4,}\d|"
    + _ALONE
    + r"(?:\+\d{1,3}|\(?0\d{1,4}\)?)(?:[ /-]{0,3}\d{2,}){1,6}(?![\d:.])"
)
_FORTNIGHT = (
    r"\balle +(?:14|vierzehn) +tage|\b(?:alle|jede) +(?:zwei|zweite|2\.?) +wochen?|"
    r"\b14-tägig\w*|"
    rf"\b(?:14-?|vierzehn)tägl?ich|jede[rn] +(?:2\.|zweite[rn]?) +(?={_DAY})(?![^,;]{{0,40}}monat)"
)
_FOR_NOW = (
    r"(?:(?:bis +auf +weiteres|(?:zur +zeit|zurzeit|derzeit|aktuell|momentan|im +moment) *"
    r"(?:leider)?|vorübergehend|vorrübergehend|temporär)[ ,]+)+(?:geschlossen|closed)"
    r"(?: +bis +auf +weiteres)?"
)
_HALF = (
    rf"(?:\bhalb|\bviertel +(?:vor|nach)|\bdreiviertel|½|¼|¾) *(?:\d{{1,2}}|{_SPELLED})"
    r"(?: *uhr\b)?(?![:.]?\d)"
)
_MONTHDAY = (
    _ALONE + rf"{_GIVEN_DAY}\.(?= *(?:{_MONTH}|{_GIVEN_DAY}\.?{_JOIN}{_MONTH}"
    rf"|(?:und|u\.|bis|-|,) *{_GIVEN_DAY}\. *{_MONTH}))"
)
_ORDINAL = (
    _ALONE + rf"[1-5]\.(?=(?: *\([^)]{{0,40}}\))?(?:{_JOIN}(?:ggf\. *)?(?:[1-5]\.|letzt\w*)){{0,5}}"
    rf" *{_DAY})"
)
PATTERNS: tuple[tuple[str, str], ...] = (
    ("newline", r"\n"),
    ("address", r"(?:https?://|www\.)[^\s;]+|[\w.+-]+@[\w-]+\.\w+"),
    ("quote", r'"(?![^"\n]*;[^"\n]*\d:\d\d)[^"\n]*"|\'[^\'\n]{3,}\''),
    ("as_of", r"\b(?:stand|seit):? *(?:vom +|dem +)?[\d./-]*\d{4}\b"),
    ("iso", r"\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b"),
    ("military", _ALONE + r"\d{4} *(?:-|bis) *\d{4}(?![\d:.])"),
    ("phone", _PHONE),
    ("all_day", r"\b24 ?/ ?7\b|\b24 *(?:h|std\.?|stunden)\b(?! *\d)|rund +um +die +uhr"),
    (
        "all_day",
        _ALONE + r"0?0(?:[:.]00)? *(?:uhr|h)? *(?:-|bis) *24(?:[:.]00)?(?![\d:.])",
    ),
    ("weeks", r"\b(?:week|kw) ?\d+(?:-\d+(?:/\d+)?)?(?:, ?\d+(?:-\d+(?:/\d+)?)?)*(?![\d:.])"),
    ("parity", r"(?:in +)?(?:den +)?\b(?:un)?gerade[nr]? +(?:kw\b|kalenderwochen?|wochen?)"),
    ("fortnight", _FORTNIGHT),
    ("for_good", r"(?:dauerhaft|endgültig|permanent\w*|für +immer) +(?:geschlossen|closed)"),
    ("for_now", _FOR_NOW),
    ("shut", r"\bkeine? +(?:betrieb|sprech\w+|betreuung|öffnung\w*|verkauf)\b"),
    ("shut", r"(?:sind +|ist +)?\bzu\b(?= *(?:[,;.)\n]|$))|\bmacht +zu\b|\bdicht\b"),
    ("exception", r"\bmit +ausnahme +(?:von|vom|des|der)\b"),
    ("named", r"\b(?:" + "|".join(words.NAMED_DATES) + r")\b"),
    ("easter", r"\beaster\b(?: ?[+-] ?\d+ ?days?)?"),
    ("arranged", _ARRANGED),
    ("half", _HALF),
    ("date", _ALONE + rf"{_DAY_MONTH}\. ?(?:20\d\d|19\d\d|\d\d)(?!\d|[:.]\d)(?! *uhr)"),
    ("dates", _ALONE + rf"{_DAY_MONTH}\.? *(?:-|bis) *{_DAY_MONTH}(?![\d:])"),
    ("date", _ALONE + rf"{_DAY_MONTH}\.(?![\d:])"),
    ("monthday", _MONTHDAY),
    ("ordinal", _ORDINAL),
    ("nth", r"\[ *-?\d(?: *[,-] *-?\d)* *\]"),
    (
        "meridiem",
        _ALONE + r"(?:1[0-2]|0?\d)(?:[:.]\d\d)? ?(?:PM|AM|pm|p\.m\.|a\.m\.)(?!\w)",
    ),
    ("time", _ALONE + r"\d{1,2}(?: ?: ?|\.)\d\d(?::00)?(?!\d)(?: *(?:uhr|h)\b)?"),
    ("time", _ALONE + r"\d{1,2}[⁰¹²³⁴⁵⁶⁷⁸⁹°º]{2}(?: *(?:uhr|h)\b)?"),
    ("time", _ALONE + r"\d{1,2} ?h ?\d\d(?!\d)"),
    (
        "time",
        _ALONE
        + r"\d{1,2} *uhr +(?:[0-5]\d(?! *(?:\d|uhr|h\b|[-:.]|bis))|(?:15|30|45)(?= *(?:-|bis)))",
    ),
    ("time", _ALONE + r"\d{1,2} *(?:uhr|h)\b"),
    ("spoken", rf"\b{_SPELLED} +uhr\b|\bmitternacht\b"),
    ("spoken", rf"\b{_SPELLED}(?= *(?:bis|-) *{_SPELLED})|(?<=bis ){_SPELLED}(?! +\w)"),
    ("year", _ALONE + r"(?:19|20)\d\d(?![\d:.])"),
    ("number", r"\d+"),
    ("word", r"[^\W\d_]+"),
    ("punctuation", r"\|\||[^\w\s]"),
)
