"""The names of the lanes beside the canvas: they move up and down with it and never out of sight."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.message import N_, NN_, NP_
from planner.rules.finding import Severity
from planner.session.timeline import LANES, Mark
from ui.desk import Desk
from ui.findings.severity import SEVERITY_SIGNS, counted
from ui.journey.timeline.canvas import Canvas
from ui.journey.timeline.dress import LABEL_FIRM, Dress, colour, pen
from ui.journey.timeline.signs import LANE_ICONS
from ui.theme.tokens import CAPTION, space

_NARROWEST, _WIDEST = space(36), space(50)
_LOW, _BOTH = 46.0, 31.0
"""In a lane lower than the first, its name and what is found there stand close, and so high in all."""
_NAME_FROM = space(3) + 16 + space(2)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class LaneHeader(QWidget):
    """Painted beside the canvas it belongs to."""

    def __init__(self, desk: Desk, canvas: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._canvas = canvas
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        canvas.looked.connect(self.update)
        self.fit()

    def fit(self) -> None:
        """As wide as the longest name in the language of the screen."""
        dress = self._canvas.dress
        longest = max(dress.width(self._desk.language.text(name), LABEL_FIRM) for name in LANES.values())
        wanted = math.ceil(longest) + _NAME_FROM + space(3)
        self.setFixedWidth(min(max(wanted, _NARROWEST), _WIDEST))

    def describe(self) -> None:
        """Have the lanes told with what each holds and what is found there, to who does not see them."""
        text, line = self._desk.language.text, self._canvas.timeline
        self.setAccessibleName(text(NP_("timeline", "Lanes")))
        lanes = []
        for lane, marks in line.marks.items() if line is not None else ():
            said = [text(NN_("{count} item", "{count} items", len(marks)))]
            said += [text(counted(one, count)) for one, count in self._found(marks)]
            told = self._desk.language.listed(said)
            lanes.append(text(N_("{label}: {value}", label=LANES[lane], value=told)))
        self.setAccessibleDescription("; ".join(lanes))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        canvas, dress = self._canvas, self._canvas.dress
        painter.fillRect(self.rect(), colour(dress.colours.surface))
        painter.setPen(pen(dress.colours.line))
        width = self.width()
        painter.drawLine(QPointF(width - 0.5, 0), QPointF(width - 0.5, self.height()))
        if canvas.timeline is None:
            return
        painter.translate(0, -canvas.verticalScrollBar().value())
        for place, (lane, marks) in enumerate(canvas.timeline.marks.items()):
            top, bottom = canvas.stack.tops[place], canvas.stack.tops[place + 1]
            painter.setPen(pen(dress.colours.line))
            painter.drawLine(QPointF(0, bottom), QPointF(width, bottom))
            name = self._desk.language.text(LANES[lane])
            self._lane(painter, dress, QRectF(0, top, width, bottom - top), (LANE_ICONS[lane], name), marks)

    def _lane(
        self, painter: QPainter, dress: Dress, rect: QRectF, called: tuple[str, str], marks: tuple[Mark, ...]
    ) -> None:
        icon, name = called
        colours = dress.colours
        found = self._found(marks)
        is_low = bool(found) and rect.height() < _LOW
        y = rect.top() + (max(rect.height() - _BOTH, 0) / 2 if is_low else space(2))
        ink = colours.text if marks else colours.text_faint
        sign = colours.text_muted if marks else colours.disabled
        dress.icon(painter, QRectF(space(3), y, 16, 16), icon, sign)
        painter.setPen(colour(ink))
        painter.setFont(dress.font(LABEL_FIRM))
        room = rect.width() - _NAME_FROM - space(2)
        place = QRectF(_NAME_FROM, y - 2, room, 20)
        painter.drawText(place, _LEFT, dress.cut(name, LABEL_FIRM, room))
        self._faults(painter, dress, place.left(), y + (18 if is_low else 21), found)

    def _found(self, marks: tuple[Mark, ...]) -> tuple[tuple[Severity, int], ...]:
        """How many findings of each severity the lane has, the worst first."""
        found = {(one.code, one.facts): one for mark in marks for one in self._canvas.faults_of(mark)}
        counts = ((one, sum(fault.severity is one for fault in found.values())) for one in Severity)
        return tuple((one, count) for one, count in counts if count)

    def _faults(
        self, painter: QPainter, dress: Dress, x: float, y: float, found: tuple[tuple[Severity, int], ...]
    ) -> None:
        painter.setFont(dress.font(CAPTION))
        for severity, count in found:
            icon, tone = SEVERITY_SIGNS[severity]
            dress.icon(painter, QRectF(x, y, 12, 12), icon, dress.colours.solid(tone))
            words = str(count)
            painter.setPen(colour(dress.colours.text_muted))
            painter.drawText(QRectF(x + 15, y - 3, 30, 18), _LEFT, words)
            x += 15 + dress.width(words, CAPTION) + 8
