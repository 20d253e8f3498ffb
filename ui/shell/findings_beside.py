"""The findings beside any page: how many there are, in the bar, and the drawer in which they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from planner.rules.finding import SEVERITIES
from ui.shell.findings_counter import FindingsCounter

if TYPE_CHECKING:
    from planner.session import Changed
    from ui.desk import Desk
    from ui.findings.findings_drawer import FindingsDrawer
    from ui.shell.error_presenter import ErrorPresenter
    from ui.shell.workspace import Workspace

_COUNT_AFTER_MS = 120


class FindingsBeside(QObject):
    """Those of the journey in view, else of all journeys; counted in a moment when nobody types."""

    def __init__(self, desk: Desk, space: Workspace, errors: ErrorPresenter) -> None:
        super().__init__(space)
        self._desk = desk
        self._space = space
        self._errors = errors
        self._drawer: FindingsDrawer | None = None
        self.counter = FindingsCounter(desk, "F8", space)
        self.counter.clicked.connect(self.toggle)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.timeout.connect(self._count)

    @property
    def drawer(self) -> FindingsDrawer:
        """The drawer, made when it is first wanted."""
        if self._drawer is None:
            from ui.findings.findings_drawer import FindingsDrawer

            space = self._space
            drawer = FindingsDrawer(self._desk, space.session, self._errors, lambda: space.journey, space)
            drawer.thing_wanted.connect(space.open_thing)
            drawer.new_wanted.connect(lambda new: space.journey_page().editing.open_new(new))
            drawer.deeds.calendars_wanted.connect(lambda: space.go("world"))
            drawer.closed.connect(self._closed)
            space.stand_beside(drawer)
            self._drawer = drawer
        return self._drawer

    @property
    def drawer_if_open(self) -> FindingsDrawer | None:
        """The drawer while it is open."""
        return self._drawer if self._drawer is not None and not self._drawer.isHidden() else None

    def toggle(self) -> None:
        """Open the drawer, or close it."""
        if self.drawer.isHidden():
            self.drawer.open_up()
        else:
            self.drawer.close_up()
        self.counter.setChecked(not self.drawer.isHidden())

    def follow(self) -> None:
        """Another page is in view."""
        self.count_soon()
        if self._drawer is not None:
            self._drawer.follow()

    def refresh(self, changed: Changed) -> None:
        """Something of the record is another."""
        self.count_soon()
        if self._drawer is not None:
            self._drawer.refresh(changed)

    def count_soon(self) -> None:
        """Count again in a moment."""
        self._counting.start(_COUNT_AFTER_MS)

    def _count(self) -> None:
        space = self._space
        if not space.isVisible():  # it is being left, and the record closed
            return
        if space.journey is None:
            self.counter.show_tally(space.session.caseload.tally(), of_one=False)
            return
        found = [
            one.severity for one in space.session.open_findings(space.journey.id)
        ]  # as its header counts
        blockers, warnings, notes = (found.count(severity) for severity in SEVERITIES)
        self.counter.show_tally((blockers, warnings, notes), of_one=True)

    def _closed(self) -> None:
        self.counter.setChecked(False)
        self._space.page.arrive(self._space.bar)
