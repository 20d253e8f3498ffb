"""Before a copy leaves the record: who is it for? One line, then it goes; the record notes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.message import N_, Message
from planner.record.text import Text
from ui.controls.banner import Banner
from ui.controls.button import Button
from ui.controls.words import words
from ui.desk import Desk
from ui.journey.itinerary.receiver_form import ReceiverForm, WhyNot
from ui.journey.kept_names import KeptNames
from ui.theme.tokens import space

Go = Callable[[tuple[Text, ...]], object]


class HandForm(QWidget):
    """Stands where the options stood while it is asked.

    Signals:
        closed: it was answered, or not now.
        consent_wanted(object): as that of ``ReceiverForm``.
    """

    closed = Signal()
    consent_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._go: Go | None = None
        self._title = words(desk, "", "title", wrap=True)
        self._what = words(desk, "", "muted", wrap=True)
        self.banner = Banner(desk, self)
        self.who = ReceiverForm(desk, self)
        self.who.changed.connect(self._look)
        self.who.consent_wanted.connect(self.consent_wanted)
        self.who.unkept.connect(lambda error: self.banner.tell(error.message, error.way_on))
        self.closed.connect(self.who.forget)
        self.go = Button(desk, N_("Print…"), kind="primary")
        self.go.clicked.connect(self._answer)
        self.cancel = Button(desk, N_("Cancel"))
        self.cancel.clicked.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, space(1), 0)
        column.setSpacing(space(2))
        for widget in (
            self._title,
            self._what,
            self.banner,
            self.who,
            words(desk, N_("The record notes who was given it, and when."), "small", wrap=True),
            self.go,
            self.cancel,
        ):
            if widget is self.who:
                column.addSpacing(space(2))
            column.addWidget(widget)
        column.addStretch(1)

    def ask(
        self,
        title: Message,
        what: Message,
        go: Message,
        names: Sequence[Text],
        then: Go,
        kept: KeptNames | None = None,
        why_not: WhyNot | None = None,
    ) -> None:
        """Ask who a copy is for; ``then`` is called with the names, and decides when to close. ``why_not``
        says of whom it is known that they may not be given it.
        """
        self._go = then
        self.banner.dismiss()
        for widget, message in ((self._title, title), (self._what, what), (self.go, go)):
            self._desk.language.say(widget, message)
        self.who.offer(names, kept, why_not)
        self._look()

    def arrive(self) -> None:
        """Put the focus where one begins."""
        self.who.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _answer(self) -> None:
        if self._go is not None:
            self._go(self.who.names)

    def _look(self) -> None:
        self.go.setEnabled(self.who.is_fit)
