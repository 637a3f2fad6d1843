"""A folder of small templates to read, and to break."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from app.content.catalogue import Catalogue, gathered
from app.content.template_files import load_all
from app.content.templates import Templates
from app.rules.terms import Track

RELOCATION = "relocation/4_home.toml"
ONBOARDING = "onboarding/milestones.toml"

DOCUMENTS = """\
[[document]]
id = "passport"
de = "Pass"
en = "Passport"

[[document]]
id = "photo"
de = "Foto"
en = "Photo"
"""

HEAD = """\
track = "relocation"
stand = 2026-11-22

[[phase]]
id = "home"
de = "Wohnen"
en = "Home"

"""

STEP = """\
[[step]]
id = "first"
phase = "home"
title = { de = "Wohnsitz anmelden", en = "Register" }
short = { de = "Anmelden", en = "Register" }
explain = { de = "Binnen zwei Wochen.", en = "Within two weeks." }
scope = "once"
when = [{ housing = ["rent"], origin = ["eu", "third"] }]
anchor = "move_in"
offset = "P14D"
kind = "duty"
shift = "next_working_day"
shift_basis = "§ 31 Abs. 3 VwVfG"
roles = ["person"]
office = { type = "registry", de = "Bürgerbüro", en = "Registry office" }
documents = ["passport"]
basis = "§ 17 BMG"
source = "BMG"
grade = "G+S"
"""


MILESTONES = """\
track = "onboarding"
stand = 2026-11-22

[[set]]
id = "standard"
de = "Alle Meilensteine"
en = "All milestones"
leaves_out = ["m_visit"]

[[phase]]
id = "visit"
de = "Besuch"
en = "Visit"

[[step]]
id = "m_visit"
phase = "visit"
title = { de = "Besuch vorbereiten", en = "Prepare the visit" }
short = { de = "Besuch", en = "Visit" }
explain = { de = "Ein paar Tage.", en = "A few days." }
anchor = "visit"
offset = "-P4W"
kind = "advice"
roles = ["service_point", "tourism"]
office = { type = "service_point", de = "Servicestelle", en = "Service point" }
"""


@dataclass
class Shelf:
    """A folder of templates to break: the text of each file by its path below `templates`."""

    folder: Path
    files: dict[str, str] = field(
        default_factory=lambda: {
            "documents.toml": DOCUMENTS,
            ONBOARDING: MILESTONES,
            RELOCATION: HEAD + STEP,
        }
    )

    def load(self) -> dict[Track, Templates]:
        for name, text in self.files.items():
            path = self.folder / "templates" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return load_all(self.folder)

    def relocation(self, text: str = "") -> Templates:
        """The relocation track, with `text` as its only file."""
        if text:
            self.files[RELOCATION] = text
        return self.load()[Track.RELOCATION]

    def catalogue(self) -> Catalogue:
        return gathered(self.load())


def second(**changed: str) -> str:
    """The step again as "second", with whole lines changed by key ("" takes the line out)."""
    lines = []
    for line in STEP.replace('"first"', '"second"').splitlines():
        key = line.split(" = ")[0]
        new = changed.get(key, line)
        lines += [new] if new else []
    return "\n".join(lines) + "\n"
