"""A numbered paper goes into the record: kept first, off the thread, so that no revision is without it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from planner.errors import PlannerError
from planner.session import IssuedCopy, Session
from ui.desk import Desk
from ui.journey.itinerary.issue_panel import IssuePanel
from ui.shell.error_presenter import ErrorPresenter


class Recording(QObject):
    """Issues what ``panel`` shows to whom it names; ``is_there`` says whether its journey is still open.

    Signals:
        recorded(object): this ``Issue`` is in the record.
    """

    recorded = Signal(object)

    def __init__(
        self,
        desk: Desk,
        session: Session,
        errors: ErrorPresenter,
        panel: IssuePanel,
        is_there: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._errors = errors
        self._panel = panel
        self._is_there = is_there
        panel.issue_wanted.connect(self._keep)

    def _keep(self) -> None:
        made = self._panel.made
        if made is None or not self._is_there():
            return
        try:
            ready = made.handed_to(self._panel.names)
        except PlannerError as error:
            self._present(error)
            return
        self._panel.issue.setEnabled(False)
        keep = self._session.copies.keeping(ready)
        self._desk.work.start(
            self,
            lambda _progress, _cancelled: keep.run(),
            done=lambda _kept: self._record(ready),
            failed=self._present,
        )

    def _record(self, made: IssuedCopy) -> None:
        if not self._is_there():
            return
        try:
            issue = self._session.copies.record(made)
        except PlannerError as error:
            self._present(error)
            return
        self.recorded.emit(issue)

    def _present(self, error: BaseException) -> None:
        self._errors.present(error, self._panel.banner)
