"""One month to pick a day from, painted by hand, over the window and without the focus."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from planner.record.constraint import day_expected
from ui.desk import Desk
from ui.fields.popup import Popup
from ui.theme.icons import ICON_SIZE, draw_icon
from ui.theme.tokens import BODY, CAPTION, STRONG, space

_CELL = space(8)
_HEAD = space(9)
_EDGE = space(2)
_DAY = dt.timedelta(1)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_MIDDLE = Qt.AlignmentFlag.AlignCenter


class CalendarSheet(Popup):
    """A month below ``owner``, weeks from Monday on. Whoever has the focus hands it the keys.

    ``about`` says why a day is no ordinary one, such as the name of a holiday; such days have a dot below,
    and their words in the tooltip.

    Signals:
        taken(object): a day was pressed.
    """

    taken = Signal(object)

    def __init__(
        self,
        desk: Desk,
        owner: QWidget,
        day: dt.date,
        today: dt.date,
        about: Callable[[dt.date], str] = lambda _day: "",
    ) -> None:
        super().__init__(desk, owner)
        self._about = about
        self._desk = desk
        self._today = today
        self._chosen = day
        self.day = day
        self._hovered: dt.date | None = None
        self._hovered_step = 0
        self.setMouseTracking(True)
        self._name()
        height = _HEAD + space(6) + 6 * _CELL + 2 * _EDGE
        self._lie(QSize(7 * _CELL + 2 * _EDGE, height), may_cover=True)

    def take_key(self, key: Qt.Key) -> bool:
        """Go by day, week (up, down), month (page keys), to the ends of the week, or to today (T)."""
        if key in _STEPS:
            self.go(self.day + _STEPS[key] * _DAY)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.go(later_month(self.day, 1 if key == Qt.Key.Key_PageDown else -1))
        elif key == Qt.Key.Key_Home:
            self.go(self.day - self.day.weekday() * _DAY)
        elif key == Qt.Key.Key_End:
            self.go(self.day + (6 - self.day.weekday()) * _DAY)
        elif key == Qt.Key.Key_T:
            self.go(self._today)
        else:
            return False
        return True

    def go(self, day: dt.date) -> None:
        """Stand on another day, if a record may hold it."""
        if day_expected(day) is None:
            self.day = day
            self._name()
            self.update()

    def _name(self) -> None:
        words = (self._desk.language.speaker.date(self.day, "full"), self._about(self.day))
        self.setAccessibleName(self._desk.language.listed(words))

    def rect_of(self, day: dt.date) -> QRect:
        """Where a day of the month that is shown lies."""
        at = (day - self._first).days
        return QRect(_EDGE + at % 7 * _CELL, _EDGE + _HEAD + space(6) + at // 7 * _CELL, _CELL, _CELL)

    @property
    def _first(self) -> dt.date:
        first = self.day.replace(day=1)
        return first - first.weekday() * _DAY if first.year > 1 else first

    def _day_at(self, place: QPointF) -> dt.date | None:
        column = int(place.x() - _EDGE) // _CELL
        row = int(place.y() - _EDGE - _HEAD - space(6)) // _CELL
        inside = place.x() >= _EDGE and place.y() >= _EDGE + _HEAD + space(6)
        return self._first + (row * 7 + column) * _DAY if inside and column < 7 and row < 6 else None

    def _arrow(self, step: int) -> QRect:
        left = self.width() - _EDGE - (2 if step < 0 else 1) * space(7)
        return QRect(left, _EDGE, space(7), _HEAD)

    # -- events ----------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        place = event.position()
        for step in (-1, 1):
            if self._arrow(step).contains(place.toPoint()):
                self.go(later_month(self.day, step))
                return
        day = self._day_at(place)
        if day is not None and day_expected(day) is None:
            self.taken.emit(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        place = event.position()
        self._hovered = self._day_at(place)
        steps = (step for step in (-1, 1) if self._arrow(step).contains(place.toPoint()))
        self._hovered_step = next(steps, 0)
        if self._hovered is not None or self._hovered_step:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        self._hovered = None
        self._hovered_step = 0
        self.update()
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self._day_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._about(day) if day is not None else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        theme, speaker = self._desk.theme, self._desk.language.speaker
        colours = theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(STRONG))
        painter.setPen(QColor(colours.text))
        head = QRect(_EDGE + space(2), _EDGE, 5 * _CELL, _HEAD)
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, speaker.date(self.day, "month"))
        for step, icon in ((-1, "chevron-left"), (1, "chevron-right")):
            place = self._arrow(step)
            pointed = step == self._hovered_step
            if pointed:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colours.hover))
                painter.drawRoundedRect(place.adjusted(1, 5, -1, -5), 6, 6)
            corner = place.center() - QPoint(ICON_SIZE // 2 - 1, ICON_SIZE // 2 - 1)
            ink = colours.text if pointed else colours.text_muted
            draw_icon(painter, QRect(corner, QSize(ICON_SIZE, ICON_SIZE)), icon, ink)
        painter.setFont(theme.font(CAPTION))
        painter.setPen(QColor(colours.text_faint))
        for column, name in enumerate(speaker.weekday_names("narrow")):
            painter.drawText(QRect(_EDGE + column * _CELL, _EDGE + _HEAD, _CELL, space(6)), _MIDDLE, name)
        for at in range(42):
            self._paint_day(painter, self._first + at * _DAY)

    def _paint_day(self, painter: QPainter, day: dt.date) -> None:
        theme, colours = self._desk.theme, self._desk.theme.colours
        cell = self.rect_of(day).adjusted(2, 2, -2, -2)
        ink = colours.text if day.month == self.day.month else colours.text_faint
        painter.setPen(Qt.PenStyle.NoPen)
        if day == self.day:
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(cell, 6, 6)
            ink = colours.on_accent
        elif day == self._hovered:
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(cell, 6, 6)
        if day == self._today:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent if day != self.day else colours.on_accent), 1.5))
            painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 5, 5)
        if self._about(day):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.on_accent if day == self.day else colours.warning))
            painter.drawEllipse(QPointF(cell.center().x() + 0.5, cell.bottom() - 2.5), 2, 2)
        painter.setFont(theme.font(STRONG if day == self.day else BODY))
        painter.setPen(QColor(ink))
        painter.drawText(cell, _MIDDLE, str(day.day))


def later_month(day: dt.date, by: int) -> dt.date:
    """The same day ``by`` months later, or the last of a shorter month."""
    months = day.year * 12 + day.month - 1 + by
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        return day
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
