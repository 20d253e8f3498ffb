"""What the signs of the timeline mean, and what the hands can do; opened when one wants to know."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from planner.itinerary.item import Standing
from planner.message import N_, NP_, Message
from planner.record.when import When
from planner.rules.finding import Severity
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

_SIGN = QSize(space(12), int(ROW) + 4)
_LEFT = 8
_KEYS: tuple[tuple[Message, Message], ...] = (
    (NP_("key", "Arrow keys"), N_("from item to item, from lane to lane")),
    (NP_("key", "Enter"), N_("open it")),
    (NP_("key", "Drag, or Alt with ← →"), N_("move it and see what follows")),
    (NP_("key", "Drag its end, or Alt Shift with ← →"), N_("change how many nights")),
    (NP_("key", "Ctrl with the wheel, + −, pinch"), N_("zoom")),
    (NP_("key", "Drag the background, Space, Shift with ← → or the wheel"), N_("move along in time")),
    (NP_("key", "0, T"), N_("the whole journey, today")),
)


class _Sign(QWidget):
    """One sign as the canvas paints it, with a finding at its corner where ``severity`` says so."""

    def __init__(
        self,
        canvas: Canvas,
        form: Form,
        of: Standing,
        number: str,
        parent: QWidget,
        severity: Severity | None = None,
    ) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.setFixedSize(_SIGN)
        if form is Form.BAND:
            self._seen = _stay(canvas.today)
            return
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
        placed = Placed("", (mark,), form, Lane.DOCUMENTS, 0, _LEFT, _LEFT + width)
        self._seen = Seen(placed, 2.0, Scale(canvas.today, 40, "UTC"), number=number, severity=severity)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        paint(QPainter(self), self._canvas.dress, self._seen)


def _stay(today: dt.date) -> Seen:
    """A stay of a few days, some of them to spare."""
    mark = Mark(
        id="",
        kind="entry",
        lane=Lane.STAY,
        field="",
        name=NP_("column", "Permitted stay"),
        starts=today,
        ends=today + dt.timedelta(7),
        left=When(date=today + dt.timedelta(4), zone="UTC"),
        standing=Standing.CONFIRMED,
    )
    scale = Scale(today - dt.timedelta(1), 4, "UTC")
    return Seen(Placed("", (mark,), Form.BAND, Lane.STAY, 0, 4, 36), 2.0, scale)


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
        rule = QFrame(self)
        rule.setProperty("kind", "rule")
        layout.addWidget(rule)
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
        signs: list[tuple[Form, Standing, str, Message, Severity | None]] = [
            (Form.POINT, Standing.TO_BE_CONFIRMED, "", standing(Standing.TO_BE_CONFIRMED)[0], None),
            (Form.POINT, Standing.CONFIRMED, "", standing(Standing.CONFIRMED)[0], None),
            (Form.POINT, Standing.DONE, "", standing(Standing.DONE)[0], None),
            (Form.POINT, Standing.MISSED, "", standing(Standing.MISSED)[0], None),
            (Form.POINT, Standing.CONFIRMED, "", N_("With a finding"), Severity.WARNING),
            (Form.SESSION, Standing.TO_BE_CONFIRMED, "9", N_("Session planned"), None),
            (Form.SESSION, Standing.CONFIRMED, "8", N_("Session confirmed"), None),
            (Form.SESSION, Standing.DONE, "7", NP_("sign", "Session delivered"), None),
            (Form.CLUSTER, Standing.CONFIRMED, "5", N_("Several things: click to zoom in"), None),
            (Form.BAND, Standing.CONFIRMED, "", N_("Permitted stay; hatched, the days to spare"), None),
        ]
        half = (len(signs) + 1) // 2
        for place, (form, of, number, name, severity) in enumerate(signs):
            row, column = place % half, 2 * (place // half)
            grid.addWidget(_Sign(self._canvas, form, of, number, self, severity), row, column)
            grid.addWidget(words(self._desk, name, "small"), row, column + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        return grid

    def _hands(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(space(3))
        grid.setVerticalSpacing(space(1))
        top = Qt.AlignmentFlag.AlignTop
        for row, (keys, does) in enumerate(_KEYS):
            pressed = words(self._desk, keys, "small", wrap=True)
            grid.addWidget(pressed, row, 0, top)
            grid.addWidget(words(self._desk, does, "small", wrap=True), row, 1, top)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid
