"""A banner: what went wrong or should be known, where it concerns, with a way on. Never a modal box."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.message import N_, Message
from ui.controls.button import Button, IconButton
from ui.controls.picture import Picture
from ui.controls.words import words
from ui.desk import Desk
from ui.theme.icons import ICON_SIZE
from ui.theme.tokens import Tone, space

_ICONS = {
    Tone.DANGER: "circle-alert",
    Tone.WARNING: "triangle-alert",
    Tone.OK: "circle-check",
    Tone.INFO: "info",
}


class Banner(QFrame):
    """A message in place. Hidden until it has something to say.

    Signals:
        shown: it has something to say.
        gone: it has nothing to say any more.
    """

    shown = Signal()
    gone = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, closable: bool = True) -> None:
        super().__init__(parent)
        self._desk = desk
        self._icon = Picture(desk, "info", QSize(ICON_SIZE + 4, ICON_SIZE + 4), "info", self)
        self._sentence = words(desk, "", "strong", wrap=True)
        self._way_on = words(desk, "", "muted", wrap=True)
        text = QVBoxLayout()
        text.setSpacing(space(0.5))
        text.addWidget(self._sentence)
        text.addWidget(self._way_on)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(space(3), space(2.5), space(2), space(2.5))
        layout.setSpacing(space(2))
        layout.addWidget(self._icon)
        layout.addLayout(text, 1)
        self.offer = Button(desk, N_("Undo"), kind="quiet", parent=self)
        self.offer.clicked.connect(self._take_offer)
        self.offer.hide()
        self._offered: Callable[[], object] | None = None
        layout.addWidget(self.offer, 0, Qt.AlignmentFlag.AlignTop)
        self._close = IconButton(desk, N_("Dismiss"), "x", parent=self)
        self._close.clicked.connect(self.dismiss)
        self._close.setVisible(closable)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def tell(
        self,
        message: Message,
        way_on: Message | None = None,
        tone: Tone = Tone.DANGER,
        *,
        offer: tuple[Message, Callable[[], object]] | None = None,
    ) -> None:
        """Show this sentence and what can be done about it, and have a screen reader say it.

        ``offer`` is a button for the one thing to do now: its name, and what it does.
        """
        self.setProperty("banner", tone.value)
        for one in (self, *self.findChildren(QWidget)):  # what stands in it has the colours of the tone too
            one.style().unpolish(one)
            one.style().polish(one)
        self._desk.language.say(self._sentence, message)
        self._way_on.setVisible(way_on is not None)
        if way_on is not None:
            self._desk.language.say(self._way_on, way_on)
        self.offer.setVisible(offer is not None)
        self._offered = offer[1] if offer is not None else None
        if offer is not None:
            self._desk.language.say(self.offer, offer[0])
        self._icon.show_icon(_ICONS.get(tone, "info"), f"on_{tone.value}_soft")
        self.show()
        self.shown.emit()
        spoken = self._sentence.text() if way_on is None else f"{self._sentence.text()} {self._way_on.text()}"
        self.setAccessibleName(spoken)
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def withdraw(self) -> None:
        """Something else happened: an offer no longer stands, and what was done is no news; errors stay."""
        if self._offered is not None or self.property("banner") == Tone.OK.value:
            self.dismiss()

    def _take_offer(self) -> None:
        offered = self._offered
        self.dismiss()
        if offered is not None:
            offered()

    def dismiss(self) -> None:
        """Take it away."""
        self._offered = None
        if not self.isHidden():
            self.hide()
            self.gone.emit()
