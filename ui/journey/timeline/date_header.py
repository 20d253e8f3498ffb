"""The dates over the canvas: they move with it and never out of sight; holidays by name, years not sure."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.message import N_, NP_
from planner.record.when import When
from ui.desk import Desk
from ui.journey.timeline.axis import Step, Unit, hours, steps, units
from ui.journey.timeline.canvas import Canvas
from ui.journey.timeline.dress import LABEL, LABEL_FIRM, NUMBER, Dress, colour, pen
from ui.theme.tokens import CAPTION, TypeStyle

UPPER, LOWER, THIRD = 22.0, 20.0, 18.0
HEIGHT = int(UPPER + LOWER + THIRD)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter
_PAD = 6.0


class DateHeader(QWidget):
    """Painted over the canvas it belongs to. ``flag`` is a day that is pointed out while something moves."""

    def __init__(self, desk: Desk, canvas: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._canvas = canvas
        self.flag: tuple[float, str] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        canvas.looked.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(200, HEIGHT)

    def point_out(self, x: float | None, words: str = "") -> None:
        """Point out an x of the canvas with words, or nothing any more."""
        self.flag = None if x is None else (x, words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        canvas = self._canvas
        colours = canvas.dress.colours
        painter.fillRect(self.rect(), colour(colours.surface))
        painter.setPen(pen(colours.line))
        painter.drawLine(QPointF(0, HEIGHT - 0.5), QPointF(self.width(), HEIGHT - 0.5))
        if canvas.timeline is None:
            return
        left = canvas.visible_from
        painter.translate(-left, 0)
        scale = canvas.scale_now
        first, last = scale.date(left), scale.date(left + self.width())
        upper, lower = units(scale)
        for step in steps(lower, first, last):
            self._lower(painter, canvas.dress, step)
        if told := hours(scale):
            for step in steps(Unit.DAY, first, last):
                self._hours(painter, canvas.dress, step.first, told)
        else:
            self._holidays(painter, canvas.dress, first, last)
        self._now(painter, canvas.dress)
        for step in steps(upper, first, last):
            self._upper(painter, canvas.dress, step, left)
        if self.flag is not None:
            self._tag(painter, canvas.dress, *self.flag, (colours.accent, colours.on_accent), 3)

    # The three rows

    def _upper(self, painter: QPainter, dress: Dress, step: Step, left: float) -> None:
        """A month or a year, its name kept in sight; and whether its calendar is still awaited."""
        scale = self._canvas.scale_now
        x0, x1 = scale.x(step.first), scale.x(step.next)
        painter.setPen(pen(dress.colours.line_control))
        painter.drawLine(QPointF(round(x0) + 0.5, 3), QPointF(round(x0) + 0.5, UPPER + LOWER))
        speaker = self._desk.language.speaker
        words = str(step.first.year) if step.unit is Unit.YEAR else speaker.date(step.first, "month")
        start = max(x0, left) + _PAD
        room = x1 - start - _PAD
        if room < 30:
            return
        painter.setPen(colour(dress.colours.text))
        painter.setFont(dress.font(LABEL_FIRM))
        painter.drawText(QRectF(start, 0, room, UPPER), _LEFT, dress.cut(words, LABEL_FIRM, room))
        is_first = x0 <= left or step.first.month == 1
        if step.first.year in self._canvas.days.awaited and is_first:
            self._provisional(painter, dress, start + dress.width(words, LABEL_FIRM) + 8, x1)

    def _provisional(self, painter: QPainter, dress: Dress, x: float, limit: float) -> None:
        words = self._desk.language.text(NP_("calendar year", "provisional"))
        width = dress.width(words, CAPTION) + 12
        if x + width > limit:
            return
        rect = QRectF(x, 4, width, UPPER - 7)
        painter.setPen(pen(dress.colours.warning, 1.0, True))
        painter.setBrush(colour(dress.colours.warning_soft))
        painter.drawRoundedRect(rect, 7, 7)
        painter.setPen(colour(dress.colours.on_warning_soft))
        painter.setFont(dress.font(CAPTION))
        painter.drawText(rect, _CENTRE, words)

    def _lower(self, painter: QPainter, dress: Dress, step: Step) -> None:
        scale = self._canvas.scale_now
        x0, width = scale.x(step.first), (step.next - step.first).days * scale.day_width
        words, style = self._step_words(step, width, dress)
        colours = dress.colours
        off = step.unit is Unit.DAY and self._canvas.days.is_off(step.first)
        is_today = step.unit is Unit.DAY and step.first == self._canvas.today
        place = QRectF(x0, UPPER, width, LOWER)
        if off:
            painter.fillRect(place, colour(colours.canvas))
        if step.unit is Unit.WEEK or width >= 40:
            painter.setPen(pen(colours.line))
            painter.drawLine(QPointF(round(x0) + 0.5, UPPER + 4), QPointF(round(x0) + 0.5, UPPER + LOWER))
        if is_today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(colours.accent_soft))
            around = dress.width(words, style) + 8
            painter.drawRoundedRect(
                QRectF(place.center().x() - around / 2, UPPER + 1.5, around, LOWER - 3), 8, 8
            )
        painter.setPen(
            colour(colours.accent if is_today else colours.text_faint if off else colours.text_muted)
        )
        painter.setFont(dress.font(style))
        if step.unit is Unit.WEEK:
            painter.drawText(place.adjusted(4, 0, 0, 0), _LEFT, words)
        else:
            painter.drawText(place, _CENTRE, words)

    def _step_words(self, step: Step, width: float, dress: Dress) -> tuple[str, TypeStyle]:
        speaker = self._desk.language.speaker
        if step.unit is Unit.MONTH:
            names = speaker.month_names("abbreviated" if width > 34 else "narrow")
            return names[step.first.month - 1], LABEL
        if step.unit is Unit.WEEK:
            return str(step.first.day) if width >= 22 else "", NUMBER
        if width < 42:
            return str(step.first.day), NUMBER
        if width < 130:
            weekday = speaker.weekday_names("abbreviated")[step.first.weekday()]
            return f"{weekday} {step.first.day}", LABEL if width > 54 else NUMBER
        words = speaker.date(step.first, "short_day")
        name = self._special_words(step.first)
        full = f"{words} · {name}" if name else words
        return dress.cut(full, LABEL_FIRM, width - 8), LABEL_FIRM

    def _special_words(self, day: dt.date) -> str:
        special = self._canvas.days.special.get(day)
        if special is None:
            return ""
        name = special.name if isinstance(special.name, str) else self._desk.language.text(special.name)
        if special.is_makeup:
            return self._desk.language.text(NP_("calendar", "worked"))
        return name or self._desk.language.text(NP_("calendar", "day off"))

    def _holidays(self, painter: QPainter, dress: Dress, first: dt.date, last: dt.date) -> None:
        """Holidays by name over their days, and make-up workdays as worked."""
        scale, colours = self._canvas.scale_now, dress.colours
        begun: list[dt.date] = []
        special = self._canvas.days.special
        first, last = first - dt.timedelta(12), last + dt.timedelta(12)
        days = (first + dt.timedelta(n) for n in range((last - first).days + 2))
        free_from = float("-inf")
        for day in days:
            here = special.get(day)
            is_holiday = here is not None and not here.is_makeup
            if begun and (here is None or not is_holiday or here.name != special[begun[0]].name):
                free_from = self._holiday(painter, dress, begun, free_from)
                begun = []
            if is_holiday:
                begun.append(day)
            if here is not None and here.is_makeup and scale.day_width >= 18:
                place = QRectF(scale.x(day), UPPER + LOWER, scale.day_width, THIRD)
                painter.setPen(pen(colours.ok, 1.0, True))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(place.adjusted(1.5, 1.5, -1.5, -3.5), 4, 4)
                painter.setPen(colour(colours.ok))
                painter.setFont(dress.font(CAPTION))
                words = self._desk.language.text(NP_("calendar", "worked"))
                painter.drawText(place, _CENTRE, dress.cut(words, CAPTION, scale.day_width - 4))

    def _holiday(self, painter: QPainter, dress: Dress, days: list[dt.date], free_from: float) -> float:
        scale, colours = self._canvas.scale_now, dress.colours
        x0, x1 = scale.x(days[0]), scale.x(days[-1]) + scale.day_width
        strip = QRectF(x0, UPPER + LOWER, x1 - x0, THIRD - 1)
        painter.fillRect(strip, colour(colours.warning_soft))
        if self._canvas.days.special[days[0]].is_provisional:
            painter.setPen(pen(colours.warning, 1.0, True))
            painter.drawLine(strip.bottomLeft(), strip.bottomRight())
        words = self._special_words(days[0])
        width = dress.width(words, CAPTION)
        start = x0 + 3 if width + 6 <= x1 - x0 else max(x0, free_from)
        if start > x0 + 40:  # no room: the shade and the tooltip tell
            return free_from
        painter.setPen(colour(colours.on_warning_soft))
        painter.setFont(dress.font(CAPTION))
        painter.drawText(QRectF(start, UPPER + LOWER, width + 2, THIRD - 1), _LEFT, words)
        return start + width + 8

    def _hours(self, painter: QPainter, dress: Dress, day: dt.date, told: tuple[int, ...]) -> None:
        """Hours where the treatment is, and beside them those at home."""
        scale, colours = self._canvas.scale_now, dress.colours
        timeline = self._canvas.timeline
        assert timeline is not None
        painter.setFont(dress.font(CAPTION))
        for hour in told:
            x = scale.x(day) + scale.day_width * hour / 24
            words = f"{hour:02d}"
            painter.setPen(colour(colours.text_muted))
            width = dress.width(words, CAPTION)
            home = When(date=day, time=dt.time(hour), zone=timeline.zone).seen_from(
                timeline.home_zone or "UTC"
            )
            other = f"/{home.time:%H}" if timeline.home_zone and home is not None and home.time else ""
            start = x - (width + dress.width(other, CAPTION)) / 2
            painter.drawText(QRectF(start, UPPER + LOWER, 60, THIRD - 2), _LEFT, words)
            if other:
                painter.setPen(colour(colours.text_faint))
                painter.drawText(QRectF(start + width, UPPER + LOWER, 60, THIRD - 2), _LEFT, other)

    # What stands out

    def _now(self, painter: QPainter, dress: Dress) -> None:
        """The present moment, in the lowest row, where it hides no month."""
        canvas, colours = self._canvas, dress.colours
        words = self._desk.language.text(N_("Today {time}", time=canvas.now_there.time()))
        ink = (colours.accent_soft, colours.on_accent_soft)
        self._tag(painter, dress, canvas.now_x, words, ink, UPPER + LOWER)

    def _tag(
        self, painter: QPainter, dress: Dress, x: float, words: str, ink: tuple[str, str], top: float
    ) -> None:
        """Words over ``x``, kept in sight while ``x`` is; ``ink`` is the ground and what is written on it."""
        left = self._canvas.visible_from
        if not left - 1 <= x <= left + self.width() + 1:
            return
        width = dress.width(words, CAPTION) + 12
        start = min(max(x - width / 2, left + 2), left + self.width() - width - 2)
        rect = QRectF(start, top, width, UPPER - 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(ink[0]))
        painter.drawRoundedRect(rect, 8, 8)
        painter.setPen(colour(ink[1]))
        painter.setFont(dress.font(CAPTION))
        painter.drawText(rect, _CENTRE, words)
        painter.setPen(pen(dress.colours.accent, 1.5))
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x, HEIGHT))
