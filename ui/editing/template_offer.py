"""Offers of the template a journey started from: dates that moved, documents of whoever came later."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from planner.edits.edit import Edit
from planner.message import N_, NN_, Message
from planner.session import Session
from planner.session.beginning import catch_up, for_newcomers
from ui.controls.button import Button, IconButton
from ui.controls.words import words
from ui.desk import Desk
from ui.theme.tokens import space

_LOOK_AFTER_MS = 300


class TemplateOffer(QFrame):
    """Hidden while there is nothing to offer, or it was turned down. Nothing is done by itself.

    Signals:
        taken(object): do this edit.
    """

    taken = Signal(object)

    def __init__(
        self,
        desk: Desk,
        session: Session,
        find: Callable[[Session, str], Edit | None],
        said: Callable[[Edit], Message],
        does: Message,
        icon: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._find = find
        self._says = said
        self._journey = ""
        self._edit: Edit | None = None
        self._turned_down: list[tuple[str, Message]] = []
        self.setProperty("kind", "well")
        self._said = words(desk, "", "body", wrap=True, parent=self)
        self.button = Button(desk, does, icon=icon, parent=self)
        self.button.clicked.connect(self._take)
        self.no = IconButton(desk, N_("Not now"), "x", parent=self)
        self.no.clicked.connect(self._turn_down)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(space(3), space(2), space(2), space(2))
        layout.addWidget(self._said, 1)
        layout.addWidget(self.button)
        layout.addWidget(self.no)
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
        edit = self._find(self._session, self._journey)
        self._edit = None if edit is None or (self._journey, edit.label) in self._turned_down else edit
        if self._edit is not None:
            self._desk.language.say(self._said, self._says(self._edit))
        self.setVisible(self._edit is not None)

    def _take(self) -> None:
        if self._edit is not None:
            self.taken.emit(self._edit)

    def _turn_down(self) -> None:
        """Offer just this no more while the record is open."""
        if self._edit is not None:
            self._turned_down.append((self._journey, self._edit.label))
        self.forget()


def moved_dates(desk: Desk, session: Session, parent: QWidget) -> TemplateOffer:
    """When an anchor has moved: bring the open tasks and documents of the template along."""
    return TemplateOffer(desk, session, catch_up, _dates_said, N_("Move them"), "calendar-days", parent)


def newcomers(desk: Desk, session: Session, parent: QWidget) -> TemplateOffer:
    """When a companion has been added: the documents that the template has for them."""
    return TemplateOffer(desk, session, for_newcomers, _newcomers_said, N_("Add them"), "plus", parent)


def _dates_said(edit: Edit) -> Message:
    return NN_(
        "{count} date of the template does not follow the dates of the journey yet.",
        "{count} dates of the template do not follow the dates of the journey yet.",
        int(edit.label.params["count"]),
    )


def _newcomers_said(edit: Edit) -> Message:
    return NN_(
        "The template has {count} document for {names} that is not in the journey yet.",
        "The template has {count} documents for {names} that are not in the journey yet.",
        int(edit.label.params["count"]),
        names=edit.label.params["names"],
    )
