"""The special days under the dates: holidays by name over their days, make-up workdays as worked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from planner.session.timeline import Days
from ui.journey.timeline.dress import Dress, colour, pen
from ui.journey.timeline.scale import Scale
from ui.journey.timeline.sight import Sight
from ui.journey.timeline.words_in_row import Named, Written, is_free, write
from ui.theme.tokens import CAPTION

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter
_WORKED_FROM = 18.0
"""Make-up workdays narrower than this are left to the tooltip."""
_NEAR = 3.0
"""So near to the days of a holiday the pointer means them, which may be a pixel wide."""
_DAY = dt.timedelta(1)


def holidays(days: Days, first: dt.date, last: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
    """The holidays that have a day from ``first`` to ``last``, each from its first day to its last."""
    begun: dt.date | None = None
    day, special = _beginning(days, first), days.special
    while day <= last or begun is not None:
        here = special.get(day)
        is_holiday = here is not None and not here.is_makeup
        if begun is not None and (here is None or not is_holiday or here.name != special[begun].name):
            yield begun, day - _DAY
            begun = None
        if is_holiday and begun is None and day <= last:
            begun = day
        day += _DAY


def _beginning(days: Days, day: dt.date) -> dt.date:
    """The first day of the holiday that ``day`` is of, else ``day``."""
    here = days.special.get(day)
    while here is not None and (before := days.special.get(day - _DAY)) and before.name == here.name:
        day -= _DAY
    return day


class SpecialDays:
    """One look at them. ``names`` and ``worked`` are in the language of the screen; ``top`` to ``height``."""

    def __init__(
        self, days: Days, dress: Dress, scale: Scale, names: dict[dt.date, str], worked: str
    ) -> None:
        self._days = days
        self._dress = dress
        self._scale = scale
        self._names = names
        self._worked = worked

    def strips(self, first: dt.date, last: dt.date) -> list[tuple[dt.date, dt.date]]:
        """The holidays that are in view."""
        return list(holidays(self._days, first, last))

    def covered(self, tag: Sight, x: float) -> Sight | None:
        """The holiday of which a ``tag`` over ``x`` hides more than half, unless ``x`` is in it."""
        scale = self._scale
        for first, last in self.strips(scale.date(tag.left), scale.date(tag.right)):
            days = Sight(self._x(first), self._end(last))
            hidden = min(tag.right, days.right) - max(tag.left, days.left)
            if hidden > max(0.0, (days.right - days.left) / 2 - _NEAR) and not days.left <= x <= days.right:
                return days
        return None

    def at(
        self, x: float, shown: tuple[dt.date, dt.date], sight: Sight, taken: Sequence[Sight]
    ) -> tuple[dt.date, dt.date] | None:
        """The holiday over whose days or name ``x`` is, else the make-up workday, from first day to last."""
        strips = self.strips(*shown)
        for strip, found in zip(strips, self.written(strips, sight, taken), strict=True):
            if self._x(strip[0]) - _NEAR <= x <= self._end(strip[1]) + _NEAR:
                return strip
            if found is not None and found.x <= x <= found.right:
                return strip
        day = self._scale.date(x)
        return (day, day) if day in self._days.special else None

    def written(
        self, strips: Sequence[tuple[dt.date, dt.date]], sight: Sight, taken: Sequence[Sight]
    ) -> list[Written | None]:
        """Where the name of each holiday is written, beside what is ``taken`` already."""
        named = [
            Named(self._x(first), self._end(last), self._dress.width(self._names.get(first, ""), CAPTION))
            for first, last in strips
        ]
        return list(write(named, sight, taken))

    def paint(
        self,
        painter: QPainter,
        shown: tuple[dt.date, dt.date],
        sight: Sight,
        taken: Sequence[Sight],
        place: QRectF,
    ) -> None:
        """Paint what lies in ``place``, which is as high as the row; words keep clear of ``taken``."""
        first, last = shown
        worked = list(self._paint_worked(painter, first, last, sight, taken, place))
        dress, colours = self._dress, self._dress.colours
        strips = self.strips(first, last)
        for begins, ends in strips:  # every shade lies under every name
            strip = QRectF(
                self._x(begins), place.top(), self._end(ends) - self._x(begins), place.height() - 1
            )
            painter.fillRect(strip, colour(colours.warning_soft))
            if self._days.special[begins].is_provisional:
                painter.setPen(pen(colours.warning, 1.0, True))
                painter.drawLine(strip.bottomLeft(), strip.bottomRight())
        painter.setPen(colour(colours.on_warning_soft))
        painter.setFont(dress.font(CAPTION))
        for (begins, _), found in zip(strips, self.written(strips, sight, [*taken, *worked]), strict=True):
            if found is None:  # no room: the shade and the tooltip tell
                continue
            words = dress.cut(self._names.get(begins, ""), CAPTION, found.width)
            painter.drawText(QRectF(found.x, place.top(), found.width + 2, place.height() - 1), _LEFT, words)

    def _paint_worked(
        self,
        painter: QPainter,
        first: dt.date,
        last: dt.date,
        sight: Sight,
        taken: Sequence[Sight],
        place: QRectF,
    ) -> Iterator[Sight]:
        """Paint make-up workdays; what of the row they take."""
        dress, colours, width = self._dress, self._dress.colours, self._scale.day_width
        if width < _WORKED_FROM:
            return
        for day, special in self._days.special.items():
            if not special.is_makeup or not first <= day <= last:
                continue
            box = QRectF(self._x(day), place.top(), width, place.height()).adjusted(1.5, 1.5, -1.5, -3.5)
            painter.setPen(pen(colours.ok, 1.0, True))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 4, 4)
            here = Sight(box.left(), box.right())
            if is_free(here, sight, taken):
                painter.setPen(colour(colours.ok))
                painter.setFont(dress.font(CAPTION))
                painter.drawText(box, _CENTRE, dress.cut(self._worked, CAPTION, width - 4))
            yield here

    def _x(self, day: dt.date) -> float:
        return self._scale.x(day)

    def _end(self, day: dt.date) -> float:
        return self._scale.x(day) + self._scale.day_width
