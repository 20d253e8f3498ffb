"""The corner between dates and lanes: years that are not sure, and whose clocks the timeline shows."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.message import N_, Message
from ui.desk import Desk
from ui.journey.timeline.canvas import Canvas
from ui.journey.timeline.date_header import HEIGHT, LOWER, THIRD, UPPER
from ui.journey.timeline.dress import colour, pen
from ui.theme.tokens import CAPTION, space

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _provisional(years: tuple[int, ...]) -> Message:
    return N_("{years}: provisional", years=[str(year) for year in years])


class Corner(QWidget):
    """Painted. The zone at home is named where hours are told, since only there it matters."""

    def __init__(self, desk: Desk, canvas: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._canvas = canvas
        self.setFixedHeight(HEIGHT)
        canvas.looked.connect(self.update)

    def describe(self) -> None:
        """Have the zone and the years that are not sure told to who does not see them."""
        text, line = self._desk.language.text, self._canvas.timeline
        self.setAccessibleName("" if line is None else self._desk.language.speaker.zone(line.zone))
        awaited = self._canvas.days.awaited
        self.setAccessibleDescription(text(_provisional(awaited)) if line is not None and awaited else "")

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        dress = self._canvas.dress
        painter.fillRect(self.rect(), colour(dress.colours.surface))
        painter.setPen(pen(dress.colours.line))
        width = self.width()
        painter.drawLine(QPointF(0, HEIGHT - 0.5), QPointF(width, HEIGHT - 0.5))
        painter.drawLine(QPointF(width - 0.5, 0), QPointF(width - 0.5, HEIGHT))
        line = self._canvas.timeline
        if line is None:
            return
        if awaited := self._canvas.days.awaited:
            self._provisional(painter, awaited)
        speaker = self._desk.language.speaker
        painter.setFont(dress.font(CAPTION))
        room = width - space(5)
        said = [(UPPER, LOWER, speaker.zone(line.zone), dress.colours.text_muted)]
        if line.home_zone and self._canvas.scale_now.tells_hours:
            home = self._desk.language.text(N_("/ {zone}", zone=speaker.zone(line.home_zone)))
            said.append((UPPER + LOWER, THIRD - 1, home, dress.colours.text_faint))
        for top, height, words, ink in said:
            painter.setPen(colour(ink))
            painter.drawText(QRectF(space(3), top, room, height), _LEFT, dress.cut(words, CAPTION, room))

    def _provisional(self, painter: QPainter, years: tuple[int, ...]) -> None:
        """The years whose official calendar is still awaited, in sight however narrow their months are."""
        dress = self._canvas.dress
        words = self._desk.language.text(_provisional(years))
        room = self.width() - space(5)
        width = min(dress.width(words, CAPTION) + space(3), room)
        rect = QRectF(space(3), 4, width, UPPER - 7)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen(dress.colours.warning, 1.0, True))
        painter.setBrush(colour(dress.colours.warning_soft))
        painter.drawRoundedRect(rect, 7, 7)
        painter.setPen(colour(dress.colours.on_warning_soft))
        painter.setFont(dress.font(CAPTION))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, dress.cut(words, CAPTION, width - space(2)))
