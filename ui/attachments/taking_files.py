"""Files that were let go over a journey: attached to the thing whose files are in view, or asked about."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.record.journey import Journey
from planner.session import Session
from planner.session.calendars import CALENDAR_ENDINGS, is_calendar_file
from ui.attachments.drop_form import FileDropForm, open_list
from ui.desk import Desk
from ui.shell.error_presenter import ErrorPresenter


class TakingFiles(QObject):
    """Takes files that were let go over ``page``.

    Signals:
        made(object): the form in which it is asked, to be put in its place.
        closed: attached, or not now.
        attached(str): to the thing of this id.
        calendar_wanted(object): the user goes to what the calendar at this path changes.
    """

    made = Signal(object)
    closed = Signal()
    attached = Signal(str)
    calendar_wanted = Signal(object)

    def __init__(self, desk: Desk, session: Session, errors: ErrorPresenter, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._session = session
        self._errors = errors
        self._page = page
        self._form: FileDropForm | None = None
        self._taken = 0

    def take(self, journey: Journey, paths: Sequence[Path]) -> None:
        """Take these; of what may be a calendar of holidays it is seen first whether it is one."""
        self._taken = taken = self._taken + 1
        maybe = [path for path in paths if path.suffix.lower() in CALENDAR_ENDINGS]
        if not maybe:
            self._go_on(journey, paths, None)
            return

        def look(_progress: Any, _cancelled: Any) -> Path | None:
            return next(filter(is_calendar_file, maybe), None)

        def go_on(calendar: Any = None) -> None:
            if taken == self._taken:  # nothing else was let go meanwhile
                self._go_on(journey, paths, calendar)

        self._desk.work.start(self, look, done=go_on)

    def _go_on(self, journey: Journey, paths: Sequence[Path], calendar: Path | None) -> None:
        files = open_list(self._page)
        if files is not None and calendar is None:
            files.bring(paths)
            return
        if self._form is None:
            self._form = form = FileDropForm(self._desk, self._session, self._errors, self._page)
            self.made.emit(form)
            form.closed.connect(self.closed)
            form.attached.connect(self.attached)
            form.calendar_wanted.connect(self.calendar_wanted)
        self._form.show_files(journey, paths, calendar)
