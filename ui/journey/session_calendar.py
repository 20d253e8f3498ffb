"""The sessions of a course on a calendar: a row a week, a numbered disc a session below its date."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.itinerary.item import CoursePlan, Session, Standing
from planner.message import N_
from ui.desk import Desk
from ui.journey.item_rows import standing
from ui.theme.icons import draw_icon
from ui.theme.tokens import CAPTION, SMALL, TypeStyle, Weight, space

_CELL_WIDTH = space(13)
_CELL_HEIGHT = space(13)
_DATE_TOP, _DATE_HEIGHT = 4, 14
_HEAD = space(7)
_MONTH_WIDTH = space(12)
_RADIUS = 13
_WEEK = dt.timedelta(7)
_NUMBER = TypeStyle(SMALL.size_px, Weight.SEMIBOLD)


@dataclass(frozen=True, slots=True)
class Week:
    """Monday to Sunday; ``sessions`` by weekday, 0 for Monday."""

    monday: dt.date
    sessions: dict[int, tuple[Session, ...]]


def weeks_of(plan: CoursePlan) -> tuple[Week, ...]:
    """Every week from the first session to the last, those without sessions included."""
    by_day: dict[dt.date, tuple[Session, ...]] = {}
    for session in plan.sessions:
        by_day[session.starts.date] = (*by_day.get(session.starts.date, ()), session)
    if not by_day:
        return ()
    first, last = min(by_day), max(by_day)
    monday = first - dt.timedelta(first.weekday())
    weeks = []
    while monday <= last:
        days = {n: by_day[day] for n in range(7) if (day := monday + dt.timedelta(n)) in by_day}
        weeks.append(Week(monday, days))
        monday += dt.timedelta(7)
    return tuple(weeks)


class SessionCalendar(QWidget):
    """Painted by hand; what it shows is also its accessible description. Arrows go from session to session.

    Signals:
        pressed(object): the form of this ``Session`` is wanted.
    """

    pressed = Signal(object)

    def __init__(self, desk: Desk, plan: CoursePlan, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._weeks = weeks_of(plan)
        self._today = today
        self._sessions = tuple(sorted(plan.sessions, key=lambda one: (one.starts.date, one.number)))
        self._at = next(
            (n for n, one in enumerate(self._sessions) if one.starts.date >= today), len(self._sessions) - 1
        )
        self._marked: tuple[int, dt.date | None] = (0, None)
        self._pointed: dt.date | None = None
        if self._sessions:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(desk.language.text(N_("Calendar of the sessions")))
        self.setAccessibleDescription("; ".join(self._words(session) for session in plan.sessions))
        desk.theme.changed.connect(self.update)

    def mark(self, number: int, day: dt.date | None) -> None:
        """Show that the form of the session of this number and day is open; of none where ``day`` is."""
        self._marked = (number, day)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(_MONTH_WIDTH + 7 * _CELL_WIDTH, _HEAD + len(self._weeks) * _CELL_HEIGHT)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._point_at(self._session_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        self._point_at(None)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if one := self._session_at(event.position()):
            self._at = self._sessions.index(one)
            self.update()
            self.pressed.emit(one)

    def _session_at(self, place: QPointF) -> Session | None:
        return next((one for one in self._sessions if self.rect_of(one).contains(place.toPoint())), None)

    def _point_at(self, session: Session | None) -> None:
        """A day with a session answers to the pointer; the others open nothing."""
        day = session.starts.date if session is not None else None
        if day != self._pointed:
            self._pointed = day
            if day is None:
                self.unsetCursor()
            else:
                self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self._at = min(max(self._at + steps[key], 0), len(self._sessions) - 1)
            self.setAccessibleDescription(self._words(self._sessions[self._at]))
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2):
            self.pressed.emit(self._sessions[self._at])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self.update()

    def rect_of(self, session: Session) -> QRect:
        """Where the day of a session stands, in pixels."""
        day = session.starts.date
        row = next(n for n, week in enumerate(self._weeks) if week.monday <= day < week.monday + _WEEK)
        left = _MONTH_WIDTH + day.weekday() * _CELL_WIDTH
        return QRect(left, _HEAD + row * _CELL_HEIGHT, _CELL_WIDTH, _CELL_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if not self._weeks:  # the days of the week alone would promise something
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_weekdays(painter)
        month = 0
        for row, week in enumerate(self._weeks):
            top = _HEAD + row * _CELL_HEIGHT
            if week.monday.month != month:
                month = week.monday.month
                self._draw_month(painter, top, month)
            for weekday in range(7):
                cell = QRect(_MONTH_WIDTH + weekday * _CELL_WIDTH, top, _CELL_WIDTH, _CELL_HEIGHT)
                self._draw_day(
                    painter, cell, week.monday + dt.timedelta(weekday), week.sessions.get(weekday, ())
                )

        if self.hasFocus() and self._sessions:
            painter.setPen(QPen(QColor(self._desk.theme.colours.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            place = QRectF(self.rect_of(self._sessions[self._at])).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(place, 6, 6)

    def _words(self, session: Session) -> str:
        said = N_(
            "{number}: {moment}, {state}",
            number=session.number,
            moment=session.starts,
            state=standing(session.standing)[0],
        )
        return self._desk.language.text(said)

    def _draw_weekdays(self, painter: QPainter) -> None:
        painter.setFont(self._desk.theme.font(CAPTION))
        painter.setPen(QColor(self._desk.theme.colours.text_faint))
        for weekday, name in enumerate(self._desk.language.speaker.weekday_names("abbreviated")):
            place = QRect(_MONTH_WIDTH + weekday * _CELL_WIDTH, 0, _CELL_WIDTH, _HEAD)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)

    def _draw_month(self, painter: QPainter, top: int, month: int) -> None:
        painter.setFont(self._desk.theme.font(CAPTION))
        painter.setPen(QColor(self._desk.theme.colours.text_faint))
        name = self._desk.language.speaker.month_names("abbreviated")[month - 1]
        place = QRect(0, top + _DATE_TOP, _MONTH_WIDTH - space(1), _DATE_HEIGHT)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name)

    def _draw_day(self, painter: QPainter, cell: QRect, day: dt.date, sessions: tuple[Session, ...]) -> None:
        colours = self._desk.theme.colours
        if day.weekday() >= 5:
            painter.fillRect(cell, QColor(colours.canvas))
        if day == self._pointed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(QRectF(cell).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)
        if day == self._marked[1]:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(QRectF(cell).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)
        if day == self._today:
            painter.setPen(QPen(QColor(colours.focus), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(cell).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)
        painter.setFont(self._desk.theme.font(CAPTION))
        painter.setPen(QColor(colours.text_faint))
        shown = str(day.day) if day.day > 1 else self._desk.language.speaker.date(day, "short")
        place = QRect(cell.left(), cell.top() + _DATE_TOP, cell.width(), _DATE_HEIGHT)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)
        if sessions:
            below = cell.adjusted(0, _DATE_TOP + _DATE_HEIGHT - 1, 0, -3)
            self._draw_session(painter, below, sessions[-1])

    def _draw_session(self, painter: QPainter, cell: QRect, session: Session) -> None:
        colours = self._desk.theme.colours
        centre = QPointF(cell.center()) + QPointF(0.5, 0.5)
        edge, fill, ink = {
            Standing.DONE: (colours.accent, colours.accent, colours.on_accent),
            Standing.CONFIRMED: (colours.accent, colours.accent_soft, colours.on_accent_soft),
            Standing.TO_BE_CONFIRMED: (colours.accent, colours.surface, colours.accent),
            Standing.MISSED: (colours.danger, colours.danger_soft, colours.on_danger_soft),
            Standing.CANCELLED: (colours.line_control, colours.surface, colours.text_faint),
        }[session.standing]
        pen = QPen(QColor(edge), 1.5)
        if session.standing is Standing.TO_BE_CONFIRMED:
            pen.setDashPattern([2, 2])
        painter.setPen(pen)
        painter.setBrush(QColor(fill))
        painter.drawEllipse(centre, _RADIUS, _RADIUS)
        painter.setPen(QColor(ink))
        painter.setFont(self._desk.theme.font(_NUMBER))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(session.number))
        if session.standing is Standing.MISSED:
            place = QRect(round(centre.x()) + 6, round(centre.y()) - 17, 12, 12)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.surface))
            painter.drawEllipse(QRectF(place).adjusted(-1, -1, 1, 1))
            draw_icon(painter, place, "x", colours.danger)
