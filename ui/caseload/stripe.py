"""The progress stripe: a journey's stretches on one line from its first to its last, with today on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from planner.message import N_, NP_, Message
from ui.theme.tokens import Colours, Tone

if TYPE_CHECKING:
    from planner.session import StripeMark

NAMES: dict[str, Message] = {
    "records": NP_("stripe", "Records"),
    "board": NP_("stripe", "Board"),
    "visa": NP_("stripe", "Visa"),
    "stay": NP_("stripe", "Stay"),
    "course": NP_("stripe", "Sessions"),
}
_TONES = {
    "records": Tone.INFO,
    "board": Tone.WARNING,
    "visa": Tone.NEUTRAL,
    "stay": Tone.OK,
    "course": Tone.ACCENT,
}
_LEAST = 3.0
_GAP = 1.0
"""So much of the track is left free on both sides of a mark that lies on another."""
_TAIL = _LEAST + _GAP
"""Where less of the line is left after a mark, no gap cuts it into a splinter."""
_HIGHER = 2.0


def places(marks: Sequence[StripeMark], width: float) -> Iterator[tuple[StripeMark, float, float]]:
    """Each mark with its left edge and its width on a line ``width`` long; none vanishes."""
    if not marks:
        return
    first, days = span(marks)
    for mark in marks:
        length = max(width * ((mark.last - mark.first).days + 1) / days, _LEAST)
        left = width * (mark.first - first).days / days
        yield mark, min(left, width - length), length


def span(marks: Sequence[StripeMark]) -> tuple[dt.date, int]:
    """The first day of all marks, and how many days they span, both ends included."""
    first = min(mark.first for mark in marks)
    return first, (max(mark.last for mark in marks) - first).days + 1


def draw_stripe(
    painter: QPainter,
    line: QRectF,
    marks: Sequence[StripeMark],
    today: dt.date,
    colours: Colours,
    *,
    chosen: bool = False,
) -> None:
    """Draw the stripe; the stay lies under the sessions, and today is a line through all.

    ``chosen`` when the row it stands in is.
    """
    track = _ink(colours.track(chosen=chosen))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(track)
    painter.drawRoundedRect(line, 2, 2)
    for mark, left, length in places(marks, line.width()):
        bar = QRectF(line.left() + left, line.top(), length, line.height())
        painter.setBrush(track)
        after = _GAP if line.right() - bar.right() > _TAIL else 0
        painter.drawRoundedRect(bar.adjusted(-_GAP, 0, after, 0).intersected(line), 2, 2)
        painter.setBrush(_ink(colours.solid(_TONES.get(mark.kind, Tone.NEUTRAL))))
        painter.drawRoundedRect(bar, 2, 2)
    first, days = span(marks)
    if 0 <= (today - first).days < days:
        x = line.left() + line.width() * ((today - first).days + 0.5) / days
        painter.setBrush(_ink(colours.text))
        painter.drawRect(QRectF(x - 0.75, line.top() - _HIGHER, 1.5, line.height() + 2 * _HIGHER))


@cache
def _ink(colour: str) -> QColor:
    return QColor(colour)


def words_of(mark: StripeMark, first: str, last: str) -> Message:
    """A mark in words; ``first`` and ``last`` are its days as the screen writes them."""
    name = NAMES.get(mark.kind) or Message("{code}", {"code": mark.kind})
    if first == last:
        return N_("{what} {day}", what=name, day=first)
    return N_("{what} {first} to {last}", what=name, first=first, last=last)
