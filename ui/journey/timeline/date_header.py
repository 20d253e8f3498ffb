"""The dates over the canvas: they move with it and never out of sight; holidays by name, and now."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from planner.message import N_, NP_
from planner.record.when import When
from ui.desk import Desk
from ui.journey.timeline.axis import DAYS_FROM, Step, Unit, hours, steps, units
from ui.journey.timeline.canvas import Canvas
from ui.journey.timeline.dress import LABEL, LABEL_FIRM, NUMBER, Dress, colour, pen
from ui.journey.timeline.sight import Sight
from ui.journey.timeline.special_days import SpecialDays, special_words
from ui.journey.timeline.words_in_row import APART, is_free
from ui.theme.tokens import CAPTION, TypeStyle

UPPER, LOWER, THIRD = 22.0, 20.0, 18.0
HEIGHT = int(UPPER + LOWER + THIRD)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter
_PAD = 6.0
_WEEK_PAD = 4.0
_ROUND = 8.0


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

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            words = self.told_at(event.pos().x())
            QToolTip.showText(event.globalPos(), words, self) if words else QToolTip.hideText()
            return True
        return super().event(event)

    def told_at(self, x: float) -> str:
        """What the special day at an x of this header is, with its dates; ``""`` where there is none."""
        canvas = self._canvas
        if canvas.timeline is None:
            return ""
        sight, date = canvas.sight, canvas.scale_now.date
        shown = date(sight.left), date(sight.right)
        special = self.special_days()
        found = special.at(x + sight.left, shown, sight, self._taken)
        if found is None:
            return ""
        return self._told(found, special)

    def describe(self) -> None:
        """Have the special days of all days shown told, each with its dates, to who does not see them."""
        canvas = self._canvas
        self.setAccessibleName(self._desk.language.text(NP_("timeline", "Dates")))
        within, special = canvas.within, self.special_days()
        found = [] if canvas.timeline is None else special.all(within.first, within.last)
        self.setAccessibleDescription("; ".join(self._told(days, special) for days in found))

    def _told(self, days: tuple[dt.date, dt.date], special: SpecialDays) -> str:
        speaker, (first, last) = self._desk.language.speaker, days
        dates = speaker.date(first, "short_day")
        if first != last:
            dates = f"{dates} – {speaker.date(last, 'short_day')}"
        return f"{dates} · {special.name(days)}"

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
            row = QRectF(left, UPPER + LOWER, self.width(), THIRD)
            self.special_days().paint(painter, (first, last), canvas.sight, self._taken, row)
        self._now(painter, canvas.dress)
        for step in steps(upper, first, last):
            self._upper(painter, canvas.dress, step, left)
        if self.flag is not None and (place := self._place(*self.flag)) is not None:
            self._tag(painter, canvas.dress, self.flag, place, (colours.accent, colours.on_accent), 3)

    # The three rows

    def _upper(self, painter: QPainter, dress: Dress, step: Step, left: float) -> None:
        """A month or a year, its name kept in sight and clear of the day that is pointed out."""
        scale = self._canvas.scale_now
        x0, x1 = scale.x(step.first), scale.x(step.next)
        painter.setPen(pen(dress.colours.line_control))
        below = UPPER + LOWER if scale.day_width >= DAYS_FROM else UPPER  # nor through the number of a week
        painter.drawLine(QPointF(round(x0) + 0.5, 3), QPointF(round(x0) + 0.5, below))
        words, short = self._upper_words(step)
        start = max(x0, left) + _PAD
        flag = None if self.flag is None else self._place(*self.flag)
        if flag is not None and flag.left < start + dress.width(words, LABEL_FIRM) and start < flag.right:
            start = flag.right + _PAD
        room = min(x1, left + self.width()) - start - _PAD
        said = next((one for one in (words, short) if dress.width(one, LABEL_FIRM) <= room), "")
        painter.setPen(colour(dress.colours.text))
        painter.setFont(dress.font(LABEL_FIRM))
        painter.drawText(QRectF(start, 0, room, UPPER), _LEFT, said)

    def _upper_words(self, step: Step) -> tuple[str, str]:
        """What a month or a year is called, and what where there is little room."""
        if step.unit is Unit.YEAR:
            return str(step.first.year), ""
        speaker = self._desk.language.speaker
        return speaker.date(step.first, "month"), speaker.month_names("abbreviated")[step.first.month - 1]

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
        place, words = self._in_sight(place, words, dress.width(words, style), step.unit)
        if step.unit is Unit.WEEK or width >= 40:
            painter.setPen(pen(colours.line))
            painter.drawLine(QPointF(round(x0) + 0.5, UPPER + 4), QPointF(round(x0) + 0.5, UPPER + LOWER))
        if is_today and words:
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
            painter.drawText(place.adjusted(_WEEK_PAD, 0, 0, 0), _LEFT, words)
        else:
            painter.drawText(place, _CENTRE, words)

    def _in_sight(self, place: QRectF, words: str, width: float, unit: Unit) -> tuple[QRectF, str]:
        """Where a date is written: in what is in view of its days, or not at all where there is no room."""
        sight = self._canvas.sight
        if unit is Unit.WEEK:
            start = place.left() + _WEEK_PAD
            return place, words if is_free(Sight(start, start + width), sight, ()) else ""
        left, right = max(place.left(), sight.left), min(place.right(), sight.right)
        seen = QRectF(left, place.top(), right - left, place.height())
        return (seen, words) if width <= seen.width() or seen == place else (place, "")

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
        return special_words(self._desk, self._canvas.days, day)

    @property
    def now_place(self) -> Sight | None:
        """From which x to which the present moment is told, ``None`` while it is not in view."""
        x = self._canvas.now_x
        place = self._place(x, self._now_words())
        if place is None or hours(self._canvas.scale_now):
            return place
        hidden = self.special_days().covered(place, x)
        if hidden is None:
            return place
        step = hidden.right + APART - place.left if hidden.right < x else hidden.left - APART - place.right
        beside = Sight(place.left + step, place.right + step)
        sight = self._canvas.sight
        points = beside.left + _ROUND <= x <= beside.right - _ROUND
        return beside if points and sight.left <= beside.left and beside.right <= sight.right else place

    def _now_words(self) -> str:
        return self._desk.language.text(N_("Today {time}", time=self._canvas.now_there.time()))

    @property
    def _taken(self) -> list[Sight]:
        """What of the lowest row the present moment takes."""
        here = self.now_place
        return [] if here is None else [here]

    def special_days(self) -> SpecialDays:
        """The special days at the scale in force, in the language of the screen."""
        canvas = self._canvas
        return SpecialDays(self._desk, canvas.days, canvas.dress, canvas.scale_now)

    def _hours(self, painter: QPainter, dress: Dress, day: dt.date, told: tuple[int, ...]) -> None:
        """Hours where the treatment is, and beside them those at home."""
        scale, colours = self._canvas.scale_now, dress.colours
        timeline = self._canvas.timeline
        assert timeline is not None
        painter.setFont(dress.font(CAPTION))
        for hour in told:
            x = scale.x(day) + scale.day_width * hour / 24
            words = f"{hour:02d}"
            width = dress.width(words, CAPTION)
            home = When(date=day, time=dt.time(hour), zone=timeline.zone).seen_from(
                timeline.home_zone or "UTC"
            )
            other = f"/{home.time:%H}" if timeline.home_zone and home is not None and home.time else ""
            start = x - (width + dress.width(other, CAPTION)) / 2
            if not is_free(Sight(start - 2, 2 * x - start + 2), self._canvas.sight, self._taken):
                continue
            painter.setPen(colour(colours.text_muted))
            painter.drawText(QRectF(start, UPPER + LOWER, 60, THIRD - 2), _LEFT, words)
            if other:
                painter.setPen(colour(colours.text_faint))
                painter.drawText(QRectF(start + width, UPPER + LOWER, 60, THIRD - 2), _LEFT, other)

    # What stands out

    def _now(self, painter: QPainter, dress: Dress) -> None:
        """The present moment, in the lowest row, where it hides no month."""
        canvas, colours = self._canvas, dress.colours
        ink = (colours.accent_soft, colours.on_accent_soft)
        if (place := self.now_place) is not None:
            self._tag(painter, dress, (canvas.now_x, self._now_words()), place, ink, UPPER + LOWER)

    def _place(self, x: float, words: str) -> Sight | None:
        """From which x to which words over ``x`` stand: kept in sight while ``x`` is."""
        sight = self._canvas.sight
        if not sight.left - 1 <= x <= sight.right + 1:
            return None
        width = self._canvas.dress.width(words, CAPTION) + 12
        start = min(max(x - width / 2, sight.left + 2), sight.right - width - 2)
        return Sight(start, start + width)

    def _tag(
        self,
        painter: QPainter,
        dress: Dress,
        told: tuple[float, str],
        place: Sight,
        ink: tuple[str, str],
        top: float,
    ) -> None:
        """Words over an x, at ``place``; ``ink`` is the ground and what is written on it."""
        x, words = told
        rect = QRectF(place.left, top, place.right - place.left, UPPER - 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(ink[0]))
        painter.drawRoundedRect(rect, _ROUND, _ROUND)
        painter.setPen(colour(ink[1]))
        painter.setFont(dress.font(CAPTION))
        painter.drawText(rect, _CENTRE, words)
        painter.setPen(pen(dress.colours.accent, 1.5))
        painter.drawLine(
            QPointF(x, max(rect.bottom(), UPPER + LOWER)), QPointF(x, HEIGHT)
        )  # not through a date
