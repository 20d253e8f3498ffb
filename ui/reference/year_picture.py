"""A year as twelve months, with its days off and make-up workdays told by shape as well as colour."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from planner.message import Message
from ui.desk import Desk
from ui.theme.tokens import CAPTION, MEDIUM, SMALL, STRONG, Tone, space

if TYPE_CHECKING:
    from planner.session.world import DayKind

_CELL_HEIGHT = space(6)
_NARROWEST_CELL = space(5.5)
_WIDEST_CELL = space(9)
_ROWS = 6
_TITLE = space(6)
_WEEKDAYS = space(4.5)
_GAP = space(5)
_CENTRED = Qt.AlignmentFlag.AlignCenter
_TONES = {"statutory": Tone.DANGER, "day-off": Tone.OK, "makeup-workday": Tone.WARNING}


class YearPicture(QWidget):
    """The picture. What it tells stands beside it as a list, so it takes no focus."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._year = 0
        self._days: Mapping[dt.date, tuple[DayKind, str]] = {}
        self.today: dt.date | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        desk.theme.changed.connect(self.update)
        desk.language.changed.connect(self.update)

    def show_year(
        self,
        year: int,
        days: Mapping[dt.date, tuple[DayKind, str]],
        today: dt.date | None,
        name: Message,
    ) -> None:
        """Show ``year`` with what is known of its days: their kind, and in words what they are."""
        self._year, self._days, self.today = year, days, today
        self._desk.language.say(self, name, "setAccessibleName")
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        rows = -(-12 // self._across(width))
        return rows * self._month_height + (rows - 1) * _GAP

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        width = 4 * 7 * _NARROWEST_CELL + 3 * _GAP
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        width = 2 * 7 * _NARROWEST_CELL + _GAP
        return QSize(width, self.heightForWidth(max(self.width(), width)))

    @property
    def _month_height(self) -> int:
        return _TITLE + _WEEKDAYS + _ROWS * _CELL_HEIGHT

    def _across(self, width: int) -> int:
        fitting = (width + _GAP) // (7 * _NARROWEST_CELL + _GAP)
        return next(count for count in (6, 4, 3, 2, 1) if count <= max(fitting, 1))

    def _cell(self) -> float:
        across = self._across(self.width())
        return min((self.width() - (across - 1) * _GAP) / across / 7, _WIDEST_CELL)

    def _month_at(self, month: int) -> tuple[float, int]:
        across = self._across(self.width())
        pitch = (self.width() + _GAP) / across
        row, column = divmod(month - 1, across)
        return column * pitch, row * (self._month_height + _GAP)

    def place_of(self, day: dt.date) -> QRectF:
        """Where a day of the year stands."""
        left, top = self._month_at(day.month)
        first = dt.date(day.year, day.month, 1).weekday()
        row, column = divmod(first + day.day - 1, 7)
        cell = self._cell()
        return QRectF(left + column * cell, top + _TITLE + _WEEKDAYS + row * _CELL_HEIGHT, cell, _CELL_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if not self._year:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, speaker = self._desk.theme.colours, self._desk.language.speaker
        months, weekdays = speaker.month_names(), speaker.weekday_names("narrow")
        cell = self._cell()
        for month in range(1, 13):
            left, top = self._month_at(month)
            painter.setFont(self._desk.theme.font(STRONG))
            painter.setPen(QColor(colours.text))
            painter.drawText(
                QRectF(left + space(1), top, cell * 7, _TITLE), Qt.AlignmentFlag.AlignLeft, months[month - 1]
            )
            painter.setFont(self._desk.theme.font(CAPTION))
            painter.setPen(QColor(colours.text_faint))
            for column, weekday in enumerate(weekdays):
                painter.drawText(
                    QRectF(left + column * cell, top + _TITLE, cell, _WEEKDAYS), _CENTRED, weekday
                )
            for number in range(1, calendar.monthrange(self._year, month)[1] + 1):
                self._paint_day(painter, dt.date(self._year, month, number))

    def _paint_day(self, painter: QPainter, day: dt.date) -> None:
        colours = self._desk.theme.colours
        place = self.place_of(day)
        known = self._days.get(day)
        ink, style = (colours.text_faint if day.weekday() >= 5 else colours.text), SMALL
        if known is not None:
            draw_mark(painter, self._desk, place, known[0])
            is_full = known[0].value == "statutory"
            ink = colours.on_danger if is_full else colours.on_soft(_TONES[known[0].value])
            style = MEDIUM
        painter.setFont(self._desk.theme.font(style))
        painter.setPen(QColor(ink))
        painter.drawText(place, _CENTRED, str(day.day))
        if day == self.today:
            width = QFontMetrics(self._desk.theme.font(style)).horizontalAdvance(str(day.day)) + 2
            line = QRectF(place.center().x() - width / 2, place.bottom() - space(1), width, 2)
            painter.fillRect(line, QColor(ink if known is not None else colours.accent))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            for day, (_, words) in self._days.items():
                if day.year == self._year and self.place_of(day).contains(event.pos()):
                    said = f"{self._desk.language.speaker.date(day, 'full')}\n{words}"
                    QToolTip.showText(event.globalPos(), said, self)
                    return True
            QToolTip.hideText()
            return True
        return super().event(event)


def draw_mark(painter: QPainter, desk: Desk, place: QRectF, kind: DayKind) -> None:
    """Draw what a day is: a full disc for a holiday by law, a ring for another day off, a box for one worked.

    Shape and filling tell them apart where the eye does not tell their colours.
    """
    colours, tone = desk.theme.colours, _TONES[kind.value]
    size = min(place.width(), place.height()) - 3
    spot = QRectF(place.center().x() - size / 2, place.center().y() - size / 2, size, size)
    is_full = kind.value == "statutory"
    painter.setBrush(QColor(colours.solid(tone) if is_full else colours.soft(tone)))
    painter.setPen(QPen(QColor(colours.solid(tone)), 1.25))
    if kind.value == "makeup-workday":
        painter.drawRoundedRect(spot, 2, 2)
    else:
        painter.drawEllipse(spot.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)


class MarkSwatch(QWidget):
    """One mark by itself, for the legend."""

    def __init__(self, desk: Desk, kind: DayKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kind = kind
        self.setFixedSize(_CELL_HEIGHT, _CELL_HEIGHT)
        desk.theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_mark(painter, self._desk, QRectF(QRect(0, 0, self.width(), self.height())), self._kind)
