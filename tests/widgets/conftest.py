"""What widget tests share: a desk with settings of its own, and one look for the whole run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from planner.i18n import translator
from ui.desk import Desk
from ui.language import Language
from ui.preferences import Preferences
from ui.shared_references import keep_singletons_alive
from ui.theme.theme import Theme
from ui.work import Work

keep_singletons_alive()

NOW = dt.datetime(2027, 4, 14, 9, 30, tzinfo=dt.UTC)


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The theme dresses the whole application, so there is one for the run."""
    return Theme(qapp, "light")


@pytest.fixture
def clock() -> Callable[[], dt.datetime]:
    """Within the sample's course: after the seventh fraction."""
    return lambda: NOW


@pytest.fixture
def desk(theme: Theme, tmp_path: Path, clock: Callable[[], dt.datetime]) -> Iterator[Desk]:
    """A desk in English and light colours, with its own settings file."""
    theme.choose("light")
    desk = Desk(
        theme=theme,
        language=Language("en", translator),
        work=Work(),
        preferences=Preferences(tmp_path / "settings"),
        clock=clock,
    )
    yield desk
    desk.work.stop()
