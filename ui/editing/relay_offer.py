"""An offer, when an anchor has moved: bring the open tasks and documents of the template along."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from planner.edits.edit import Edit
from planner.message import N_, NN_
from planner.session import Session
from planner.session.beginning import catch_up
from ui.controls.button import Button
from ui.controls.words import words
from ui.desk import Desk
from ui.theme.tokens import space

_LOOK_AFTER_MS = 300


class RelayOffer(QFrame):
    """Hidden while every open date of the template stands where it hangs. Nothing moves by itself.

    Signals:
        taken(object): do this edit.
    """

    taken = Signal(object)

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._journey = ""
        self._edit: Edit | None = None
        self.setProperty("kind", "well")
        self._said = words(desk, "", "body", wrap=True, parent=self)
        self.button = Button(desk, N_("Move them"), icon="calendar-days", parent=self)
        self.button.clicked.connect(self._take)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(space(3), space(2), space(2), space(2))
        layout.addWidget(self._said, 1)
        layout.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self.hide()

    def watch(self, journey_id: str) -> None:
        """Look at this journey, in a moment when nobody types."""
        self._journey = journey_id
        self._timer.start(_LOOK_AFTER_MS)

    def forget(self) -> None:
        """Look at nothing."""
        self._timer.stop()
        self._edit = None
        self.hide()

    def _look(self) -> None:
        page = self.parentWidget()
        if page is not None and not page.isVisible():  # it is being left, and perhaps the record closed
            return
        self._edit = catch_up(self._session, self._journey)
        if self._edit is not None:
            count = int(self._edit.label.params["count"])
            self._desk.language.say(
                self._said,
                NN_(
                    "{count} date of the template does not follow the dates of the journey yet.",
                    "{count} dates of the template do not follow the dates of the journey yet.",
                    count,
                ),
            )
        self.setVisible(self._edit is not None)

    def _take(self) -> None:
        if self._edit is not None:
            self.taken.emit(self._edit)
