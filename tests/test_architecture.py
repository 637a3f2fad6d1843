"""The walls of the house: every import points down."""

from importlinter.cli import lint_imports


def test_every_import_points_down():
    assert lint_imports(no_cache=True) == 0
