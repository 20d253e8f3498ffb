"""The panel for exporting beside what shows a journey: made when it is wanted, gone when it is done with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.record.journey import Journey
from planner.session import Session
from ui.desk import Desk
from ui.shell.error_presenter import ErrorPresenter

if TYPE_CHECKING:
    from ui.journey.export_panel import ExportPanel


class ExportBeside(QObject):
    """Opens the panel at the right of ``columns``; once it is closed the keyboard is at ``opener`` again.

    Signals:
        way_wanted(object): as that of ``JourneyView``.
    """

    way_wanted = Signal(object)

    def __init__(
        self, desk: Desk, session: Session, errors: ErrorPresenter, columns: QHBoxLayout, opener: QWidget
    ) -> None:
        super().__init__(opener)
        self._desk = desk
        self._session = session
        self._errors = errors
        self._columns = columns
        self._opener = opener
        self.panel: ExportPanel | None = None

    def open(self, journey: Journey) -> None:
        """Export copies, calendar and journey file of this journey into a folder."""
        from ui.journey.export_panel import ExportPanel

        self.close()
        panel = self.panel = ExportPanel(
            self._desk, self._session, self._errors, journey, self._columns.parentWidget()
        )
        panel.closed.connect(self.close)
        panel.way_wanted.connect(self.way_wanted)
        self._columns.addWidget(panel)
        panel.arrive()

    def close(self) -> None:
        """Close that again; what is under way is asked to stop."""
        if self.panel is not None:
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None
            self._opener.setFocus()
