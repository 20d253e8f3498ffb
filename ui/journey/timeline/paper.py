"""The timeline on paper: a month a band, every thing by its name, readable in black and white."""

from __future__ import annotations

import calendar
import datetime as dt
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from planner.message import NP_
from planner.rules.finding import Finding
from planner.session.timeline import LANES, Days, Timeline
from ui.desk import Desk
from ui.journey.timeline.axis import Unit, steps
from ui.journey.timeline.dress import LABEL_FIRM, NUMBER, Dress, colour, pen
from ui.journey.timeline.ground import paint_ground, runs
from ui.journey.timeline.layout import Reach, layout, spots
from ui.journey.timeline.painting import paint
from ui.journey.timeline.piece import Naming
from ui.journey.timeline.placed import Placed
from ui.journey.timeline.scale import Scale
from ui.journey.timeline.seen import Seen
from ui.journey.timeline.sight import Sight
from ui.journey.timeline.signs import worst
from ui.journey.timeline.special_days import SpecialDays
from ui.journey.timeline.stack import PAD, Stack, least_height, stacked
from ui.journey.timeline.words import TimelineWords, slack_of
from ui.theme.icons import draw_outlines
from ui.theme.tokens import CAPTION, LIGHT, TITLE, Colours

NAMES = 104.0
"""The width of the names of the lanes."""
TITLE_HEIGHT, DATES_HEIGHT = 24.0, 42.0
BETWEEN = 16.0
_SPECIAL_FROM = 26.0
"""Where the row of special days begins, under the numbers of the days."""
_AS_MANY_ROWS_AS_IT_TAKES = 200
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


def paper_colours() -> Colours:
    """The light theme in greys alone, so that a copy loses nothing: what differs, differs in form."""
    ink, quiet, ground = LIGHT.text, LIGHT.text_muted, LIGHT.hover
    toned: dict[str, Any] = {
        f"{place}{tone}{suffix}": value
        for tone in ("accent", "info", "ok", "warning", "danger")
        for place, suffix, value in (("", "", ink), ("", "_soft", ground), ("on_", "_soft", ink))
    }
    return replace(LIGHT, **toned, on_accent=LIGHT.surface, text_faint=quiet)


def paper_dress(desk: Desk) -> Dress:
    """The dress of paper: greys, and icons as outlines of any sharpness."""
    return Dress(paper_colours(), desk.theme.font, draw_outlines, keeps_pictures=False)


@dataclass(frozen=True, slots=True)
class Band:
    """One month: from ``first`` to ``last``, both included, laid out ``width`` wide with its names."""

    first: dt.date
    last: dt.date
    width: float
    scale: Scale
    stack: Stack

    @property
    def height(self) -> float:
        """How high it stands on the page."""
        return TITLE_HEIGHT + DATES_HEIGHT + self.stack.bottom


def bands(
    timeline: Timeline, words: TimelineWords, dress: Dress, width: float, room: float = math.inf
) -> Iterator[Band]:
    """Every month in which anything happens, laid out for a page ``width`` pixels wide.

    A month that is higher than ``room`` is laid out wider, so that it fills the page when it is made smaller.
    """
    if timeline.first is None or timeline.last is None:
        return
    for step in steps(Unit.MONTH, timeline.first, timeline.last):
        made = _band(timeline, words, dress, width, step.first)
        if made is not None and made.height > room:
            made = _band(timeline, words, dress, width * made.height / room, step.first)
        if made is not None:
            yield made


def _band(
    timeline: Timeline, words: TimelineWords, dress: Dress, width: float, first: dt.date
) -> Band | None:
    """The month that begins on ``first``; ``None`` when nothing happens in it."""
    days = calendar.monthrange(first.year, first.month)[1]
    last = first.replace(day=days)
    marks = {
        lane: tuple(mark for mark in several if mark.first <= last and mark.last >= first)
        for lane, several in timeline.marks.items()
    }
    held = {lane: several for lane, several in marks.items() if several}
    if not held:
        return None
    scale = Scale(first, (width - NAMES) / days, timeline.zone)
    within = Reach(first, last)
    lanes = layout(
        spots(replace(timeline, marks=held), within),
        scale,
        within,
        Naming(words.label, lambda label: dress.width(label, LABEL_FIRM), words.shorter, is_still=True),
        roomy=_AS_MANY_ROWS_AS_IT_TAKES,
    )
    return Band(first, last, width, scale, stacked(lanes, least_height(lanes)))


def pages(several: Sequence[Band], height: float) -> list[list[Band]]:
    """The bands on pages of that height; none is torn apart."""
    found: list[list[Band]] = []
    used = height + 1
    for band in several:
        if used + band.height > height:
            found.append([])
            used = 0.0
        found[-1].append(band)
        used += band.height + BETWEEN
    return found


class BandPainter:
    """Paints bands for one journey as it stands ``today``; duties are late by the day ``at_office``."""

    def __init__(
        self,
        desk: Desk,
        dress: Dress,
        days: Days,
        faults: Mapping[str, Sequence[Finding]],
        today: dt.date,
        at_office: dt.date,
    ) -> None:
        self._desk = desk
        self._dress = dress
        self._days = days
        self._faults = faults
        self._today, self._at_office = today, at_office

    def paint(self, painter: QPainter, band: Band) -> None:
        """Paint a band from the painter's origin on."""
        dress, colours = self._dress, self._dress.colours
        self._title(painter, band)
        painter.save()
        painter.translate(NAMES, TITLE_HEIGHT)
        self._special_days(painter, band)
        self._dates(painter, band)
        painter.translate(0, DATES_HEIGHT)
        where = QRectF(0, 0, band.width - NAMES, band.stack.bottom)
        painter.setClipRect(where)
        off = runs(self._days, band.first, band.last)
        paint_ground(painter, dress, band.scale, where, off, band.stack.tops)
        if band.first <= self._today <= band.last:
            x = band.scale.x(self._today) + band.scale.day_width / 2
            painter.setPen(pen(colours.line_control, 1.0, True))
            painter.drawLine(QPointF(x, 0), QPointF(x, where.bottom()))
        sight = Sight(0, where.right())
        for place, lane in enumerate(band.stack.lanes):
            for placed in lane.placed:
                top = band.stack.row_top(place, placed.row)
                paint(painter, dress, self._seen(placed, top, band.scale), sight)
        painter.restore()
        self._names(painter, band)

    def _seen(self, placed: Placed, top: float, scale: Scale) -> Seen:
        marks = placed.marks
        faults = [
            one.severity
            for mark in marks
            for id in (mark.id, *mark.stands_for)
            for one in self._faults.get(id, ())
        ]
        first = marks[0]
        number = len(marks) if len(marks) > 1 else first.number
        return Seen(
            placed=placed,
            top=top,
            scale=scale,
            late=any(mark.is_late(self._at_office) for mark in marks),
            severity=worst(faults),
            slack_days=slack_of(first) if first.permitted else None,
            number="" if number is None else str(number),
        )

    def _title(self, painter: QPainter, band: Band) -> None:
        dress, colours = self._dress, self._dress.colours
        words = self._desk.language.speaker.date(band.first, "month")
        painter.setPen(colour(colours.text))
        painter.setFont(self._desk.theme.font(TITLE))
        rect = QRectF(0, 0, NAMES * 3, TITLE_HEIGHT)
        painter.drawText(rect, _LEFT, words)
        if band.first.year in self._days.awaited:
            end = painter.boundingRect(rect, _LEFT, words).right() + 10
            painter.setFont(dress.font(CAPTION))
            provisional = self._desk.language.text(NP_("calendar year", "provisional"))
            painter.drawText(QRectF(end, 1, NAMES * 3, TITLE_HEIGHT), _LEFT, provisional)

    def _special_days(self, painter: QPainter, band: Band) -> None:
        """Holidays by name over their days, as on the screen; none runs into another."""
        row = QRectF(0, _SPECIAL_FROM, band.width - NAMES, DATES_HEIGHT - _SPECIAL_FROM)
        special = SpecialDays(self._desk, self._days, self._dress, band.scale)
        painter.save()
        painter.setClipRect(row)
        special.paint(painter, (band.first, band.last), Sight(0, row.width()), (), row)
        painter.restore()

    def _dates(self, painter: QPainter, band: Band) -> None:
        dress, colours, scale = self._dress, self._dress.colours, band.scale
        weekdays = self._desk.language.speaker.weekday_names("narrow")
        for step in steps(Unit.DAY, band.first, band.last):
            off = self._days.is_off(step.first)
            x = scale.x(step.first)
            painter.setPen(colour(colours.text_muted))
            painter.setFont(dress.font(CAPTION))
            painter.drawText(QRectF(x, 0, scale.day_width, 13), _CENTRE, weekdays[step.first.weekday()])
            ink = colours.text_muted if off else colours.text
            if step.first == self._today:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour(colours.text))
                painter.drawRoundedRect(QRectF(x + scale.day_width / 2 - 11, 12, 22, 14), 7, 7)
                ink = colours.surface
            painter.setPen(colour(ink))
            painter.setFont(dress.font(NUMBER))
            painter.drawText(QRectF(x, 12, scale.day_width, 14), _CENTRE, str(step.first.day))

    def _names(self, painter: QPainter, band: Band) -> None:
        """The names of the lanes, and a frame around all."""
        dress, colours = self._dress, self._dress.colours
        top = TITLE_HEIGHT + DATES_HEIGHT
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for place, lane in enumerate(band.stack.lanes):
            y, bottom = top + band.stack.tops[place], top + band.stack.tops[place + 1]
            painter.setPen(pen(colours.line_control))
            painter.drawRect(QRectF(0, y, band.width, bottom - y))
            painter.setPen(colour(colours.text))
            painter.setFont(dress.font(LABEL_FIRM))
            name = dress.cut(self._desk.language.text(LANES[lane.lane]), LABEL_FIRM, NAMES - 10)
            painter.drawText(QRectF(6, y + PAD, NAMES - 8, 18), _LEFT, name)
        painter.setPen(pen(colours.line_control))
        painter.drawLine(QPointF(NAMES, TITLE_HEIGHT), QPointF(NAMES, top + band.stack.bottom))
