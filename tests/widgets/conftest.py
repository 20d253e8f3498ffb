"""What widget tests share: one look for the whole run, a desk with settings of its own, records to show."""

from __future__ import annotations

import datetime as dt
import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.edits.edit import NewJourney
from planner.i18n import translator
from planner.message import N_
from planner.session import Session
from planner.store.key_wrap import KeyCost
from planner.store.vault import Vault
from tests.builders import generated_journeys
from tests.watchdog import Watchdog
from ui.controls.banner import Banner
from ui.desk import Desk
from ui.journey.journey_page import JourneyPage
from ui.language import Language
from ui.preferences import Preferences
from ui.shared_references import keep_singletons_alive
from ui.shell.door import SessionDoor
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.garbage import Collector
from ui.shell.main_window import MainWindow
from ui.shell.workspace import Workspace
from ui.theme.theme import Theme
from ui.work import Work

keep_singletons_alive()

AtWork = Callable[[Session], Workspace]

NOW = dt.datetime(2027, 4, 14, 9, 30, tzinfo=dt.UTC)
"""Within the sample's course: the day of its seventh session."""

PASSPHRASE = "correct horse battery staple"
QUICK = KeyCost(memory_kib=64, passes=1, lanes=1)
"""A passphrase that costs nothing to try, so that tests need not wait."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What the platform without a screen says each time a window is shown is no fault of a window."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints"))


class HoldingBot(QtBot):
    """Holds the widgets of a test until they are closed.

    Its own bot refers to them weakly. Once a test has returned, nobody else holds a page that is still shown,
    and a collection that begins while it is painted ends it in the midst of its own painting.
    """

    def __init__(self, request: pytest.FixtureRequest) -> None:
        super().__init__(request)
        self._held: list[QWidget] = []

    def addWidget(  # noqa: N802 - Qt's manner
        self, widget: QWidget, *, before_close_func: Callable[[QWidget], None] | None = None
    ) -> None:
        self._held.append(widget)
        super().addWidget(widget, before_close_func=before_close_func)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The bot of a test, which holds what it is given."""
    return HoldingBot(request)


@pytest.fixture(scope="module", autouse=True)
def collector(qapp: QApplication) -> Iterator[Collector]:
    """Garbage is collected as in the program: on the main thread, between events."""
    collector = Collector(qapp)
    yield collector
    collector.deleteLater()
    gc.enable()


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The theme dresses the whole application, so there is one for the run."""
    return Theme(qapp, "light")


@pytest.fixture
def clock() -> Callable[[], dt.datetime]:
    """The present moment of the tests."""
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


@contextmanager
def main_window(desk: Desk, qtbot: QtBot, folder: Path | None = None) -> Iterator[MainWindow]:
    """The window of the program, shown and active, on the record in ``folder``; it is left in the end."""
    window = MainWindow(desk, SessionDoor(lambda: NOW), folder)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    window.leave()


@pytest.fixture
def sample() -> Iterator[Session]:
    """The sample journey, to be changed at will, on the day of ``NOW``."""
    with Session.sample(clock=lambda: NOW) as session:
        yield session


@pytest.fixture(scope="session")
def sample_to_read() -> Iterator[Session]:
    """The sample journey for tests that change nothing: made once."""
    with Session.sample(clock=lambda: NOW) as session:
        yield session


@pytest.fixture(scope="session")
def caseload(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """Sixty generated journeys, for tests that change nothing: made once."""
    vault = Vault.create(tmp_path_factory.mktemp("caseload") / "record", PASSPHRASE, cost=QUICK)
    with Session(vault, lambda: NOW) as session:
        for journey in generated_journeys(60, 3):
            session.run(NewJourney(N_("New journey"), journey))
        yield session


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Session]:
    """A record without any journey."""
    with Session(Vault.create(tmp_path / "record", PASSPHRASE, cost=QUICK), lambda: NOW) as session:
        yield session


@pytest.fixture
def at_work(qtbot: QtBot, desk: Desk) -> Iterator[AtWork]:
    """Opens the workspace over a record, shown and active; each is gone before its record is closed."""
    opened: list[Workspace] = []

    def open_over(session: Session) -> Workspace:
        banner = Banner(desk)
        qtbot.addWidget(banner)
        errors = ErrorPresenter(banner, desk.clock)
        space = Workspace(desk, session, banner, errors, record_name="", is_sample=session.is_sample)
        qtbot.addWidget(space)
        opened.append(space)
        space.resize(1280, 800)
        with qtbot.waitActive(space):
            space.show()
            space.activateWindow()
        return space

    yield open_over
    for space in opened:
        space.hide()  # nothing is looked up any more once the record is closed
        space.deleteLater()
        QApplication.sendPostedEvents(space, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def space(at_work: AtWork, sample: Session) -> Workspace:
    """The workspace over the sample."""
    return at_work(sample)


@pytest.fixture
def page(space: Workspace, qtbot: QtBot) -> JourneyPage:
    """The sample's journey page, filled."""
    space.open_journey("sample")
    page = space.page
    assert isinstance(page, JourneyPage)
    qtbot.waitUntil(lambda: page.is_complete)
    return page


@pytest.fixture
def watchdog() -> Iterator[Watchdog]:
    """Names what keeps the main thread busy; with ``PLANNER_WATCHDOG=1`` a test that asks for it then fails.

    Without that it only watches: a machine that does other things as well would fail what is quick enough.
    """
    with Watchdog() as watched:
        yield watched
    if os.environ.get("PLANNER_WATCHDOG"):
        assert watched.slow == []
