"""Pictures of the gap for planners and its printed page: `python -m tests.pictures_gap DIR`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2

from app.__main__ import doors
from app.paths import resources
from tests.bench.care_gap import TODAY, gap_file
from tests.pictures import HIGH, WHO, WIDE, save, wait_for_desk
from ui import start, theme
from ui.providers.page import ProvidersPage
from ui.settings import Settings
from ui.tabs import place

LOOKS = ((False, 100), (True, 100), (False, 150), (False, 200))


def main(folder: Path) -> int:
    """A small and a large office; light, dark, 150 and 200 %; an offer weighed; the page."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as room:
        app = start.application()
        settings = Settings(parent=app)
        start.dress(app, resources(), settings)
        ways = replace(doors(resources(), lambda: TODAY), who=WHO)
        for number in (600, 40):
            path = gap_file(Path(room), number)
            for dark, percent in LOOKS if number > 100 else LOOKS[:1]:
                theme.apply(app, resources(), dark=dark, percent=percent)
                window = start.compose(ways, settings, today=lambda: TODAY)
                window.resize(WIDE, HIGH)
                window.show()
                window.files.open(path)
                window.files.warm_up()
                wait_for_desk(window)
                page = window.go_to(place("providers"))
                assert isinstance(page, ProvidersPage)
                desk = window.acts.desk
                assert desk is not None
                page.show_gap()
                screen = page._gap
                assert screen is not None
                while screen.report is None:
                    app.processEvents()
                screen.form.hours.setText("Mo-Fr 5:30-7:30 Uhr")
                screen.form.work_out.click()
                while not screen.form.answer.text():
                    app.processEvents()
                screen.heat.setFocus()
                shade = f"{number}{'_dunkel' if dark else ''}_{percent}"
                save(window, folder / f"luecke_{shade}.png")
                if percent == 100 and not dark:
                    assert screen.report is not None
                    drawn = pypdfium2.PdfDocument(desk.gaps.preview(screen.report))
                    drawn[0].render(scale=1.6).to_pil().save(folder / f"seite_{number}.png")
                    drawn.close()
                window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
