"""An office with a handful of templates of its own, so that tests do not hang on shipped ones."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from app.desk import Desk, open_desk
from db.file import open_file
from tests.conftest import ROOT, TODAY

DOCUMENTS = """\
[[document]]
id = "passport"
de = "Pass"
en = "Passport"
"""

MILESTONES = """\
track = "onboarding"
stand = 2026-11-22

[[set]]
id = "standard"
de = "Alle Meilensteine"
en = "All milestones"

[[phase]]
id = "arrival"
de = "Ankommen"
en = "Arriving"

[[step]]
id = "m_mentor"
phase = "arrival"
title = { de = "Treffen mit der Patin oder dem Paten", en = "Meet the mentor" }
short = { de = "Treffen mit Pate/Patin", en = "Meet the mentor" }
explain = { de = "Am ersten Abend.", en = "On the first evening." }
anchor = "entry"
offset = "P1D"
kind = "advice"
roles = ["mentor", "person"]
office = { type = "service_point", de = "Servicestelle", en = "Service point" }
"""

STEPS = """\
track = "relocation"
stand = 2026-11-22

[[phase]]
id = "home"
de = "Wohnen"
en = "Home"

[[step]]
id = "register"
phase = "home"
title = { de = "Wohnsitz anmelden", en = "Register the home" }
short = { de = "Wohnsitz anmelden", en = "Register the home" }
explain = { de = "Alle gehen zusammen hin.", en = "Everybody goes." }
anchor = "move_in"
offset = "P14D"
kind = "duty"
shift = "next_working_day"
shift_basis = "§ 31 Abs. 3 VwVfG"
roles = ["person"]
office = { type = "registry", de = "Bürgerbüro", en = "Registry office" }
documents = ["passport"]
basis = "§ 17 Abs. 1 BMG"
source = "BMG"
grade = "G"

[[step.notes]]
when = [{ origin = ["third"] }]
de = "Die Behörde sieht auch den Aufenthaltstitel an."
en = "The office also looks at the residence title."

[[step]]
id = "hearsay"
phase = "home"
title = { de = "Mülltonnen bestellen, sagt man", en = "Order waste bins, they say" }
short = { de = "Mülltonnen bestellen", en = "Order waste bins" }
explain = { de = "Meist reicht ein Anruf.", en = "A call will mostly do." }
anchor = "move_in"
offset = "P7D"
kind = "office_rule"
roles = ["person"]
office = { type = "waste", de = "Abfallwirtschaft", en = "Waste management" }
basis = "Abfallsatzung"
source = "allgemeines Wissen"
grade = "A+S"

[[step]]
id = "care_grade"
phase = "home"
title = { de = "Pflegegrad neu bescheinigen lassen", en = "Have the care degree confirmed" }
short = { de = "Pflegegrad bescheinigen", en = "Confirm the care degree" }
explain = { de = "Am neuen Ort.", en = "At the new place." }
scope = "per_person"
when = [{ care_need = ["yes"] }]
anchor = "move_in"
offset = "P14D"
kind = "advice"
roles = ["person"]
office = { type = "health_insurer", de = "Pflegekasse", en = "Care insurer" }
documents = ["passport"]

[[step]]
id = "care_or_car"
phase = "home"
title = { de = "Parkplatz am Haus suchen", en = "Find a parking space" }
short = { de = "Parkplatz suchen", en = "Find a parking space" }
explain = { de = "Vor dem Einzug.", en = "Before moving in." }
scope = "per_person"
when = [{ care_need = ["yes"] }, { car = ["yes"] }]
anchor = "move_in"
offset = "-P7D"
kind = "advice"
roles = ["person"]
office = { type = "landlord", de = "Vermieter", en = "Landlord" }
"""

FILES = {
    "documents.toml": DOCUMENTS,
    "onboarding/milestones.toml": MILESTONES,
    "relocation/1_home.toml": STEPS,
}


def small_resources(folder: Path, replaced: Mapping[str, str] | None = None) -> Path:
    """The shipped resources with these templates instead; in `replaced` old words give way to new
    ones ("Meist reicht": "Selten reicht")."""
    folder.mkdir(parents=True, exist_ok=True)
    for shipped in (ROOT / "resources").iterdir():
        if shipped.name != "templates":
            (folder / shipped.name).symlink_to(shipped)
    for name, text in FILES.items():
        path = folder / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        for old, new in (replaced or {}).items():
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
    return folder


def small_desk(path: Path, resources: Path) -> Desk:
    """All services on a data file with these resources; today is 23 November 2026."""
    desk = open_desk(open_file(path), resources, lambda: TODAY, "Tomke Harms")
    assert desk.faults == ()
    return desk
