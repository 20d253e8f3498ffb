"""What the signs of the timeline mean, and what the hands can do; opened when one wants to know."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from planner.itinerary.item import Standing
from planner.message import N_, NP_, Message
from planner.session.timeline import Lane, Mark
from ui.controls.button import IconButton
from ui.controls.words import words
from ui.desk import Desk
from ui.journey.item_rows import standing
from ui.journey.timeline.canvas import Canvas
from ui.journey.timeline.painting import paint
from ui.journey.timeline.placed import GLYPH, ROW, Form, Placed
from ui.journey.timeline.scale import Scale
from ui.journey.timeline.seen import Seen
from ui.theme.tokens import space

_SIGN = QSize(space(10), int(ROW))
_KEYS: tuple[tuple[Message, Message], ...] = (
    (NP_("key", "Arrow keys"), N_("from thing to thing, from lane to lane")),
    (NP_("key", "Enter"), N_("open it")),
    (NP_("key", "Drag, or Alt with ← →"), N_("move it and see what follows")),
    (NP_("key", "Ctrl with the wheel, + −, pinch"), N_("zoom")),
    (NP_("key", "Drag the ground, Space, Shift with ← → or the wheel"), N_("move along in time")),
    (NP_("key", "0, T"), N_("the whole journey, today")),
)


class _Sign(QWidget):
    """One sign as the canvas paints it."""

    def __init__(self, canvas: Canvas, form: Form, of: Standing, number: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.setFixedSize(_SIGN)
        mark = Mark(
            id="",
            kind="document" if form is Form.POINT else "fraction",
            lane=Lane.DOCUMENTS,
            field="",
            name=standing(of)[0],
            starts=canvas.today,
            standing=of,
        )
        width = GLYPH + 14 if form is Form.CLUSTER else GLYPH + 4 if form is Form.SESSION else GLYPH
        placed = Placed("", (mark,), form, Lane.DOCUMENTS, 0, 3, 3 + width)
        self._seen = Seen(placed, 0.0, Scale(canvas.today, 40, "UTC"), number=number)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        paint(QPainter(self), self._canvas.dress, self._seen)


class Legend(QFrame):
    """A card over the canvas.

    Signals:
        left: the user has seen enough.
    """

    left = Signal()

    def __init__(self, desk: Desk, canvas: Canvas, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._canvas = canvas
        self.setProperty("kind", "card")
        desk.language.say(self, N_("What the signs mean"), "setAccessibleName")
        head = QHBoxLayout()
        head.addWidget(words(desk, N_("What the signs mean"), "title"), 1)
        self.close_button = IconButton(desk, N_("Close"), "x")
        self.close_button.clicked.connect(self.left)
        head.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(space(4), space(3), space(3), space(4))
        layout.setSpacing(space(3))
        layout.addLayout(head)
        layout.addLayout(self._signs())
        layout.addLayout(self._hands())
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _signs(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(space(2))
        grid.setVerticalSpacing(space(1))
        signs: list[tuple[Form, Standing, str, Message]] = [
            (Form.POINT, Standing.TO_BE_CONFIRMED, "", standing(Standing.TO_BE_CONFIRMED)[0]),
            (Form.POINT, Standing.CONFIRMED, "", standing(Standing.CONFIRMED)[0]),
            (Form.POINT, Standing.DONE, "", standing(Standing.DONE)[0]),
            (Form.POINT, Standing.MISSED, "", standing(Standing.MISSED)[0]),
            (Form.SESSION, Standing.TO_BE_CONFIRMED, "9", N_("Session planned")),
            (Form.SESSION, Standing.CONFIRMED, "8", N_("Session confirmed")),
            (Form.SESSION, Standing.DONE, "7", N_("Session delivered")),
            (Form.CLUSTER, Standing.CONFIRMED, "5", N_("Several things: click to zoom in")),
        ]
        half = (len(signs) + 1) // 2
        for place, (form, of, number, name) in enumerate(signs):
            row, column = place % half, 2 * (place // half)
            grid.addWidget(_Sign(self._canvas, form, of, number, self), row, column)
            grid.addWidget(words(self._desk, name, "small"), row, column + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        return grid

    def _hands(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(space(3))
        grid.setVerticalSpacing(space(1))
        for row, (keys, does) in enumerate(_KEYS):
            grid.addWidget(words(self._desk, keys, "small", wrap=True), row, 0)
            grid.addWidget(words(self._desk, does, "small", wrap=True), row, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        return grid
