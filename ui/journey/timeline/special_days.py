"""The special days under the dates: holidays by name over their days, make-up workdays as worked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from planner.message import NP_, Message
from planner.session.timeline import Days
from ui.desk import Desk
from ui.journey.timeline.dress import Dress, colour, pen
from ui.journey.timeline.scale import Scale
from ui.journey.timeline.sight import Sight
from ui.journey.timeline.words_in_row import INDENT, Named, Written, write
from ui.theme.tokens import CAPTION

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter
_WORKED_FROM = 18.0
"""Make-up workdays narrower than this are left to the tooltip."""
_NEAR = 3.0
"""So near to the days of a holiday the pointer means them, which may be a pixel wide."""
_DAY = dt.timedelta(1)


def holidays(days: Days, first: dt.date, last: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
    """The holidays that have a day from ``first`` to ``last``, each from its first day to its last.

    Two that a notice joins, day by day under the name of one, the other or both, are one.
    """
    begun: dt.date | None = None
    day, special = _beginning(days, first), days.special
    while day <= last or begun is not None:
        here = special.get(day)
        is_holiday = here is not None and not here.is_makeup
        if begun is not None and (
            here is None or not is_holiday or not _is_one(here.name, special[day - _DAY].name)
        ):
            yield begun, day - _DAY
            begun = None
        if is_holiday and begun is None and day <= last:
            begun = day
        day += _DAY


def _beginning(days: Days, day: dt.date) -> dt.date:
    """The first day of the holiday that ``day`` is of, else ``day``."""
    here = days.special.get(day)
    while here is not None and (before := days.special.get(day - _DAY)) is not None:
        if before.is_makeup != here.is_makeup or not _is_one(before.name, here.name):
            break
        day, here = day - _DAY, before
    return day


def _is_one(name: Message | str, other: Message | str) -> bool:
    """Whether both names are of one holiday, one of two that are joined included."""
    return name == other or name in _joined(other) or other in _joined(name)


def _joined(name: Message | str) -> list[Message]:
    """The holidays that a name joins."""
    values = name.params.values() if isinstance(name, Message) else ()
    return [one for one in values if isinstance(one, Message)]


def special_words(desk: Desk, days: Days, day: dt.date) -> str:
    """What a special day is called on the screen; ``""`` for any other."""
    special = days.special.get(day)
    if special is None:
        return ""
    if special.is_makeup:
        return desk.language.text(NP_("calendar", "worked"))
    name = special.name if isinstance(special.name, str) else desk.language.text(special.name)
    return name or desk.language.text(NP_("calendar", "day off"))


class SpecialDays:
    """One look at them, in the language of the screen, on the screen or on paper."""

    def __init__(self, desk: Desk, days: Days, dress: Dress, scale: Scale) -> None:
        self._days = days
        self._dress = dress
        self._scale = scale
        self._names = {day: special_words(desk, days, day) for day in days.special}
        self._worked = desk.language.text(NP_("calendar", "worked"))

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
        return list(write([self._named(one) for one in strips], sight, taken))

    def paint(
        self,
        painter: QPainter,
        shown: tuple[dt.date, dt.date],
        sight: Sight,
        taken: Sequence[Sight],
        place: QRectF,
    ) -> None:
        """Paint what lies in ``place``, which is as high as the row; words keep clear of ``taken``."""
        is_wide = self._scale.day_width >= _WORKED_FROM
        strips, worked = self.strips(*shown), self._worked_days(*shown) if is_wide else []
        for strip in strips:  # every shade lies under every name
            self._paint_shade(painter, strip, place)
        dress, colours = self._dress, self._dress.colours
        painter.setFont(dress.font(CAPTION))
        told = list(write([*map(self._named, strips), *map(self._named, worked)], sight, taken))
        for days, found in zip(strips, told, strict=False):
            if found is not None:  # else no room: the shade and the tooltip tell
                painter.setPen(colour(colours.on_warning_soft))
                words = dress.cut(self.name(days), CAPTION, found.width)
                self._write(painter, found, words, place)
        for days, found in zip(worked, told[len(strips) :], strict=True):
            self._paint_worked(painter, days, found, place)

    def _paint_shade(self, painter: QPainter, days: tuple[dt.date, dt.date], place: QRectF) -> None:
        first, last = days
        strip = QRectF(self._x(first), place.top(), self._end(last) - self._x(first), place.height() - 1)
        painter.fillRect(strip, colour(self._dress.colours.warning_soft))
        if self._days.special[first].is_provisional:
            painter.setPen(pen(self._dress.colours.warning, 1.0, True))
            painter.drawLine(strip.bottomLeft(), strip.bottomRight())

    def _paint_worked(
        self, painter: QPainter, days: tuple[dt.date, dt.date], found: Written | None, place: QRectF
    ) -> None:
        """A make-up workday: its word in a box, over a line where it is wider than that, or the box alone."""
        ink = self._dress.colours.ok
        box = QRectF(self._x(days[0]), place.top(), self._scale.day_width, place.height())
        box.adjust(1.5, 1.5, -1.5, -3.5)
        width = self._dress.width(self._worked, CAPTION)
        is_told = found is not None and found.width >= width
        painter.setPen(pen(ink, 1.0, True))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if is_told and width > box.width() - 2:
            bottom = place.bottom() - 2
            painter.drawLine(QPointF(box.left(), bottom), QPointF(box.right(), bottom))
        else:
            painter.drawRoundedRect(box, 4, 4)
        if is_told and found is not None:
            painter.setPen(colour(ink))
            if width <= box.width() - 2:
                painter.drawText(box, _CENTRE, self._worked)
            else:
                self._write(painter, found, self._worked, place)

    def _write(self, painter: QPainter, found: Written, words: str, place: QRectF) -> None:
        painter.drawText(QRectF(found.x, place.top(), found.width + 2, place.height() - 1), _LEFT, words)

    def all(self, first: dt.date, last: dt.date) -> list[tuple[dt.date, dt.date]]:
        """Holidays and make-up workdays, in order of time."""
        return sorted([*self.strips(first, last), *self._worked_days(first, last)])

    def _worked_days(self, first: dt.date, last: dt.date) -> list[tuple[dt.date, dt.date]]:
        return [
            (day, day) for day, one in self._days.special.items() if one.is_makeup and first <= day <= last
        ]

    def _named(self, days: tuple[dt.date, dt.date]) -> Named:
        first, last = self._x(days[0]), self._end(days[1])
        width = self._dress.width(self.name(days), CAPTION)
        if self._days.special[days[0]].is_makeup and width > last - first:
            first = (first + last - width) / 2 - INDENT  # in the middle of its day
        return Named(first, last, width)

    def name(self, days: tuple[dt.date, dt.date]) -> str:
        """What a holiday is called, by the day that names it fully; a make-up workday is worked."""
        day = days[0]
        while day < days[1] and not _joined(self._days.special[day].name):
            day += _DAY
        if not _joined(self._days.special[day].name):
            day = days[0]
        return self._worked if self._days.special[day].is_makeup else self._names.get(day, "")

    def _x(self, day: dt.date) -> float:
        return self._scale.x(day)

    def _end(self, day: dt.date) -> float:
        return self._scale.x(day) + self._scale.day_width
