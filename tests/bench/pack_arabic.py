"""The 14-page pack in Arabic against the same pack in German, by our engine."""

from __future__ import annotations

import gc
import re
import statistics
import time
from dataclasses import fields, is_dataclass, replace
from typing import Any

from tests.bench import pack_ours
from tests.bench.pack_content import Pack, made, varied

#: Each word of the content, about as long; numbers, telephones and addresses stay German.
_WORDS = {
    "anmeldung": "التسجيل",
    "bürgerbüro": "مكتب المواطنين",
    "wohnung": "المسكن",
    "vermieter": "المؤجّر",
    "unterlagen": "المستندات",
    "termin": "الموعد",
    "gesundheitsamt": "دائرة الصحة",
    "versicherung": "التأمين",
    "kita": "الروضة",
    "schule": "المدرسة",
    "hausarzt": "الطبيب",
    "sprachkurs": "دورة اللغة",
    "führerschein": "رخصة القيادة",
    "girokonto": "الحساب الجاري",
    "rundfunkbeitrag": "رسوم البث",
    "ausländerbehörde": "دائرة الأجانب",
    "fahrplan": "المواعيد",
    "müllabfuhr": "النفايات",
    "öffnungszeiten": "أوقات العمل",
    "beratungsstelle": "مركز المشورة",
    "mit": "مع",
    "und": "ثم",
    "für": "من أجل",
    "ihre": "لكم",
    "familie": "العائلة",
    "in": "في",
    "den": "هذه",
    "ersten": "الأولى",
    "wochen": "الأسابيع",
    "nach": "بعد",
    "dem": "ذلك",
    "umzug": "الانتقال",
    "bitte": "الرجاء",
    "bringen": "إحضار",
    "sie": "أنتم",
    "alle": "جميع",
    "pässe": "الجوازات",
    "die": "تلك",
    "geburtsurkunden": "شهادات الميلاد",
    "zum": "إلى",
    "vereinbarten": "المتفق عليه",
    "gespräch": "الحديث",
}
_WORD = re.compile(r"[^\W\d_]+")


def in_arabic(value: Any) -> Any:
    """The pack with every known word in Arabic."""
    if isinstance(value, str):
        return _WORD.sub(lambda found: _WORDS.get(found[0].lower(), found[0]), value)
    if isinstance(value, tuple):
        return tuple(in_arabic(each) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {field.name: in_arabic(getattr(value, field.name)) for field in fields(value)}
        return replace(value, **changed)
    return value


def run(rounds: int = 9) -> str:
    """Interleaved medians over `rounds`, the data changed before each build; printable text."""
    times: dict[str, list[float]] = {"de": [], "ar": []}
    pack = made()
    sizes: dict[str, int] = {}
    for round_ in range(-1, rounds):
        pack = varied(pack, round_)
        packs: dict[str, Pack] = {"de": pack, "ar": in_arabic(pack)}
        for lang, each in packs.items():
            gc.collect()
            start = time.perf_counter()
            sizes[lang] = len(pack_ours.build(each, lang))
            spent = time.perf_counter() - start
            if round_ >= 0:
                times[lang].append(spent)
    ratio = statistics.median(
        arabic / german for arabic, german in zip(times["ar"], times["de"], strict=True)
    )
    german, arabic = (statistics.median(times[lang]) * 1000 for lang in ("de", "ar"))
    return (
        f"Arabic pack {arabic:.1f} ms, {sizes['ar']} bytes; German {german:.1f} ms, "
        f"{sizes['de']} bytes: {ratio:.2f} x (aim: at most 2)"
    )
