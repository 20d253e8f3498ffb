"""The ground of the timeline: days off, months and lanes, under everything else."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from planner.session.timeline import Days
from ui.journey.timeline.axis import Unit, hours, steps
from ui.journey.timeline.dress import Dress, colour, hatch, pen
from ui.journey.timeline.scale import Scale

_DAY = dt.timedelta(1)
_WEEKENDS_FROM = 5.0
"""Weekends narrower than this are only noise."""


@dataclass(frozen=True, slots=True)
class Run:
    """Days off one after the other: a holiday by its name, or a weekend."""

    first: dt.date
    last: dt.date
    is_holiday: bool
    is_provisional: bool


def runs(days: Days, first: dt.date, last: dt.date) -> tuple[Run, ...]:
    """The days off from ``first`` to ``last``, both included, those of one sort together."""
    return tuple(_runs(days, first, last))


def _runs(days: Days, first: dt.date, last: dt.date) -> Iterator[Run]:
    begun: Run | None = None
    day = first
    while day <= last:
        now = _run(days, day)
        if begun is not None and (now is None or (now.is_holiday, now.is_provisional) != _sort(begun)):
            yield begun
            begun = None
        if now is not None:
            begun = now if begun is None else Run(begun.first, day, begun.is_holiday, begun.is_provisional)
        day += _DAY
    if begun is not None:
        yield begun


def _sort(run: Run) -> tuple[bool, bool]:
    return run.is_holiday, run.is_provisional


def _run(days: Days, day: dt.date) -> Run | None:
    special = days.special.get(day)
    if special is not None and not special.is_makeup:
        return Run(day, day, True, special.is_provisional)
    return Run(day, day, False, False) if days.is_off(day) else None


def paint_ground(
    painter: QPainter,
    dress: Dress,
    scale: Scale,
    rect: QRectF,
    off: Sequence[Run],
    tops: Sequence[float],
) -> None:
    """Paint what lies in ``rect``; ``tops`` are the y at which lanes begin, and the end of the last."""
    colours = dress.colours
    painter.fillRect(rect, colour(colours.surface))
    first, last = scale.date(rect.left()), scale.date(rect.right())
    for run in off[max(bisect_left(off, first, key=lambda one: one.last), 0) :]:
        if run.first > last:
            break
        where = QRectF(scale.x(run.first), rect.top(), 0, rect.height())
        where.setRight(scale.x(run.last) + scale.day_width)
        if run.is_holiday:
            painter.fillRect(where, colour(colours.warning_soft, 0.4))
            painter.fillRect(where, hatch(colours.warning_soft))
        elif scale.day_width >= _WEEKENDS_FROM:
            painter.fillRect(where, colour(colours.canvas))
    _lines(painter, dress, scale, rect, first, last)
    painter.setPen(pen(colours.line))
    for top in tops:
        if rect.top() - 1 <= top <= rect.bottom() + 1:
            painter.drawLine(QPointF(rect.left(), top), QPointF(rect.right(), top))


def _lines(
    painter: QPainter, dress: Dress, scale: Scale, rect: QRectF, first: dt.date, last: dt.date
) -> None:
    """Fine lines between days, firm ones between months."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if scale.day_width >= 30:
        painter.setPen(pen(dress.colours.line))
        for step in steps(Unit.DAY, first, last):
            x = round(scale.x(step.first))
            painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
    if told := hours(scale):
        fine = QPen(pen(dress.colours.line))
        fine.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(fine)
        for step in steps(Unit.DAY, first, last):
            for hour in told:
                x = round(scale.x(step.first) + scale.day_width * hour / 24)
                painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
    painter.setPen(pen(dress.colours.line_control if scale.day_width >= 30 else dress.colours.line))
    for step in steps(Unit.MONTH, first, last):
        x = round(scale.x(step.first))
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
