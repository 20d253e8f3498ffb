"""Undo and redo with the names of what they take back or do again, and the menu of the last steps."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from planner.edits.history import Step
from planner.message import N_
from planner.session import Session
from ui.controls.button import IconButton
from ui.controls.command import Command
from ui.desk import Desk
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.step_words import whose

_MOST_STEPS = 15


class HistoryCommands(QObject):
    """Commands that go back and forth in what was done.

    Signals:
        travelled(list, bool): these steps were taken back (``True``) or done again, in this order.
    """

    travelled = Signal(list, bool)

    def __init__(
        self, desk: Desk, session: Session, errors: ErrorPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._errors = errors
        standard = QKeySequence.StandardKey
        self.undo = Command(desk, N_("Undo"), self.go_back, icon="undo-2", keys=(standard.Undo,))
        self.redo = Command(
            desk, N_("Redo"), self.go_forth, icon="redo-2", keys=("Ctrl+Shift+Z", "Ctrl+Y", standard.Redo)
        )
        self.menu = QMenu(parent)
        self.menu.aboutToShow.connect(self._fill)
        self.name()

    def button(self, parent: QWidget) -> IconButton:
        """The button that opens the menu of the last steps."""
        button = IconButton(self._desk, N_("What was done"), "history", parent=parent)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(self.menu)
        return button

    def name(self) -> None:
        """Call undo and redo after what they would do now."""
        undo, redo = self._session.undo_label, self._session.redo_label
        self.undo.setEnabled(undo is not None)
        self.redo.setEnabled(redo is not None)
        self.undo.name(N_("Undo: {what}", what=undo) if undo is not None else N_("Undo"))
        self.redo.name(N_("Redo: {what}", what=redo) if redo is not None else N_("Redo"))

    def go_back(self) -> None:
        """Take the last step back."""
        self._travel(self._session.undo, 1)

    def take_back(self) -> None:
        """As ``go_back``, where what is taken back has just been told of with the offer to do so."""
        self._travel(self._session.undo, 1, is_told=True)

    def go_forth(self) -> None:
        """Do the last step that was taken back again."""
        self._travel(self._session.redo, 1)

    def _travel(self, way: Callable[[], None], steps: int, *, is_told: bool = False) -> None:
        gone: list[Step] = []
        is_back = way == self._session.undo
        with self._errors.told():
            for _ in range(steps):
                history = self._session.history
                next_ones = history.done if is_back else history.undone
                way()
                gone += next_ones[-1:]
            if gone and not is_told:
                self.travelled.emit(gone, is_back)

    def _travel_so_far(self, way: Callable[[], None], steps: int, *_checked: bool) -> None:
        self._travel(way, steps)

    def _fill(self) -> None:
        """The steps to redo, the furthest first, then those to undo, the latest first."""
        self.menu.clear()
        history, said = self._session.history, self._desk.language.text
        for steps, way, taken in (
            (history.undone[-_MOST_STEPS:], self._session.redo, N_("Do again up to here")),
            (history.done[-_MOST_STEPS:], self._session.undo, N_("Undo back to here, this step included")),
        ):
            away = range(1, len(steps) + 1)
            counted = list(zip(away, reversed(steps), strict=True))
            if way == self._session.redo:
                counted.reverse()
            if counted:
                self.menu.addSection(said(taken))
            for number, step in counted:
                action = self.menu.addAction(said(whose(step)).replace("&", "&&"))
                action.triggered.connect(partial(self._travel_so_far, way, number))
        if self.menu.isEmpty():
            self.menu.addAction(said(N_("Nothing was done since the record was opened"))).setEnabled(False)
