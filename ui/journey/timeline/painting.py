"""Paints one thing of the timeline: its sign or bar by form, its name, its worst finding, the choice."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from planner.itinerary.item import Standing
from ui.findings.severity import SEVERITY_SIGNS
from ui.journey.timeline.dress import LABEL, LABEL_FIRM, NUMBER, Dress, colour, pen
from ui.journey.timeline.paint_stay import paint_stay
from ui.journey.timeline.placed import GLYPH, ROW, Form, Placed
from ui.journey.timeline.scale import full_until
from ui.journey.timeline.seen import Seen
from ui.journey.timeline.sight import BADGE, EVERYTHING, Sight, badge_at, is_inside, name_in_sight
from ui.journey.timeline.signs import icon_of, tone_of
from ui.theme.tokens import Tone

_RADIUS = 5.0
_CENTRE = Qt.AlignmentFlag.AlignCenter
_WRITTEN = 15.0
"""A session's disc carries its number from this size on."""


def extent(placed: Placed, top: float) -> QRectF:
    """All that painting it may touch."""
    return QRectF(placed.left - 8, top - 3, placed.right - placed.left + 16, ROW + 6)


def body(placed: Placed, top: float) -> QRectF:
    """Its sign or bar alone."""
    return QRectF(placed.x0, top + (ROW - GLYPH) / 2, placed.x1 - placed.x0, GLYPH)


def paint(painter: QPainter, dress: Dress, seen: Seen, sight: Sight = EVERYTHING) -> None:
    """Paint it. What goes beyond what is in ``sight`` keeps its name and its finding there."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if seen.faded:
        dress = dress.faded
    placed = seen.placed
    rect = body(placed, seen.top)
    if seen.chosen:
        _choice(painter, dress, rect, seen, sight)
    match placed.form:
        case Form.POINT:
            _sign(painter, dress, rect, seen)
        case Form.SESSION:
            _session(painter, dress, rect, seen)
        case Form.CLUSTER:
            _cluster(painter, dress, rect, seen)
        case Form.BAND:
            paint_stay(painter, dress, rect, seen)
        case _:
            _bar(painter, dress, rect, seen)
    _name(painter, dress, seen, sight)
    if seen.severity is not None and not seen.faded:  # a finding is about the place it leaves
        _fault(painter, dress, rect, seen, sight)


def _ink(dress: Dress, seen: Seen) -> tuple[str, str, str, bool]:
    """Edge, ground, ink and whether the edge is dashed, by standing: form says it as well as colour."""
    mark, colours = seen.placed.mark, dress.colours
    tone = tone_of(mark, seen.late)
    if mark.standing is Standing.TO_BE_CONFIRMED:
        return colours.solid(tone), colours.surface, colours.solid(tone), True
    if mark.standing is Standing.CANCELLED:
        return colours.line_control, colours.surface, colours.text_faint, True
    if mark.standing is Standing.DONE:
        return colours.soft(tone), colours.soft(tone), colours.on_soft(tone), False
    return colours.solid(tone), colours.soft(tone), colours.on_soft(tone), False


def _sign(painter: QPainter, dress: Dress, rect: QRectF, seen: Seen) -> None:
    edge, ground, ink, dashed = _ink(dress, seen)
    mark = seen.placed.mark
    crossed = mark.standing is Standing.CANCELLED
    name = "x" if mark.standing is Standing.MISSED else icon_of(mark)

    def draw(painter: QPainter, rect: QRectF) -> None:
        painter.setPen(pen(edge, 1.2, dashed))
        painter.setBrush(colour(ground))
        painter.drawRoundedRect(rect.adjusted(0.6, 0.6, -0.6, -0.6), _RADIUS, _RADIUS)
        middle = rect.center()
        dress.icon(painter, QRectF(middle.x() - 6, middle.y() - 6, 12, 12), name, ink)
        if crossed:
            painter.setPen(pen(ink, 1.2))
            painter.drawLine(rect.bottomLeft() + QPointF(3, -3), rect.topRight() + QPointF(-3, 3))

    dress.stamp(painter, rect, ("sign", edge, ground, ink, dashed, name, crossed), draw)
    if seen.placed.beyond:
        _arrow(painter, dress, rect, seen.placed.beyond)


def _arrow(painter: QPainter, dress: Dress, rect: QRectF, beyond: int) -> None:
    side = rect.right() + 1 if beyond > 0 else rect.left() - 1
    painter.setPen(pen(dress.colours.text_faint, 1.4))
    y = rect.center().y()
    painter.drawLine(QPointF(side, y - 4), QPointF(side + 4 * beyond, y))
    painter.drawLine(QPointF(side, y + 4), QPointF(side + 4 * beyond, y))


def _bar(painter: QPainter, dress: Dress, rect: QRectF, seen: Seen) -> None:
    edge, ground, ink, dashed = _ink(dress, seen)
    form = seen.placed.form
    if form is Form.NIGHTS and seen.placed.mark.standing is Standing.CONFIRMED:
        edge, ground = dress.colours.line_control, dress.colours.neutral_soft
    if seen.ghost:
        edge, dashed = dress.colours.accent, True
    if form is Form.COURSE:
        over = seen.placed.mark.is_over
        edge = dress.colours.line_control if over else dress.colours.accent
        ground = dress.colours.accent_soft
    painter.setPen(pen(edge, 1.2, dashed))
    painter.setBrush(Qt.BrushStyle.NoBrush if seen.ghost else colour(ground))
    radius = min(_RADIUS, rect.width() / 2)
    painter.drawRoundedRect(rect.adjusted(0.6, 1.6, -0.6, -1.6), radius, radius)
    if form is Form.NIGHTS and seen.scale.day_width >= 14:
        _nights(painter, dress, rect, seen)
    if form is Form.BAR and rect.width() >= GLYPH and not is_inside(seen.placed):
        left = min(rect.left() + 4, rect.center().x() - 6)
        dress.icon(painter, QRectF(left, rect.center().y() - 6, 12, 12), icon_of(seen.placed.mark), ink)


def _nights(painter: QPainter, dress: Dress, rect: QRectF, seen: Seen) -> None:
    """A notch at each midnight, so that nights can be counted."""
    painter.setPen(pen(dress.colours.line_control, 1.0))
    width = seen.scale.day_width
    x = seen.scale.x(seen.placed.mark.first) + width
    while x < rect.right() - 1:
        painter.drawLine(QPointF(x, rect.bottom() - 4.5), QPointF(x, rect.bottom() - 2))
        x += width


def _session(painter: QPainter, dress: Dress, rect: QRectF, seen: Seen) -> None:
    """Filled when delivered, edged when confirmed, dashed when planned, crossed when missed or called off."""
    colours, standing = dress.colours, seen.placed.mark.standing
    edge, ground, ink = {
        Standing.DONE: (colours.accent, colours.accent, colours.on_accent),
        Standing.CONFIRMED: (colours.accent, colours.accent_soft, colours.on_accent_soft),
        Standing.TO_BE_CONFIRMED: (colours.accent, colours.surface, colours.accent),
        Standing.MISSED: (colours.danger, colours.danger_soft, colours.on_danger_soft),
        Standing.CANCELLED: (colours.line_control, colours.surface, colours.text_faint),
    }[standing]
    size = rect.width()
    disc = QRectF(rect.center().x() - size / 2, rect.center().y() - size / 2, size, size)
    if size < _WRITTEN:
        tall = QRectF(disc.left(), rect.top() + 2, size, GLYPH - 4)
        painter.setPen(pen(edge, 1.0))
        painter.setBrush(colour(ground))
        painter.drawRoundedRect(tall.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5)
        if standing in (Standing.MISSED, Standing.CANCELLED):
            painter.drawLine(tall.bottomLeft(), tall.topRight())
        return
    number = seen.number

    def draw(painter: QPainter, disc: QRectF) -> None:
        painter.setPen(pen(edge, 1.5, standing is Standing.TO_BE_CONFIRMED))
        painter.setBrush(colour(ground))
        painter.drawEllipse(disc.adjusted(0.8, 0.8, -0.8, -0.8))
        painter.setPen(colour(ink))
        painter.setFont(dress.font(NUMBER))
        painter.drawText(disc, _CENTRE, number)
        if standing in (Standing.MISSED, Standing.CANCELLED):
            painter.setPen(pen(edge, 1.5))
            painter.drawLine(disc.bottomLeft() + QPointF(4, -4), disc.topRight() + QPointF(-4, 4))

    dress.stamp(painter, disc, ("session", standing, number), draw)


def _cluster(painter: QPainter, dress: Dress, rect: QRectF, seen: Seen) -> None:
    """How many, on a stack of signs; dashed while any of them is still to be done."""
    colours = dress.colours
    still = any(not mark.is_over for mark in seen.placed.marks)
    tone = Tone.DANGER if seen.late else Tone.ACCENT if still else Tone.NEUTRAL
    edge, number = colour(colours.solid(tone), 0.55), seen.number

    def draw(painter: QPainter, rect: QRectF) -> None:
        painter.setPen(QPen(edge, 1.0))
        painter.setBrush(colour(colours.surface))
        painter.drawRoundedRect(rect.adjusted(4.5, 0.5, 2.5, -0.5), 9, 9)
        painter.setBrush(colour(colours.soft(tone)))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -1.5, -0.5), 9, 9)
        painter.setPen(colour(colours.on_soft(tone)))
        painter.setFont(dress.font(NUMBER))
        painter.drawText(rect.adjusted(0, 0, -1, 0), _CENTRE, number)

    dress.stamp(painter, rect, ("cluster", tone, number), draw)


def written(seen: Seen, sight: Sight) -> tuple[float, float]:
    """From which x its name is written in ``sight``, and how wide; 0 wide where it is not."""
    return name_in_sight(seen.placed, sight, has_badge=seen.severity is not None)


def _name(painter: QPainter, dress: Dress, seen: Seen, sight: Sight) -> None:
    placed, colours = seen.placed, dress.colours
    left, width = written(seen, sight)
    if not width:
        return
    if left < sight.now < left + width and not is_inside(placed):  # the line of now goes behind it
        clear = QRectF(sight.now - 2, seen.top + 2, 4, ROW - 3)
        painter.fillRect(clear, colour(colours.surface))
    if placed.form is Form.BAND and is_inside(placed):
        _clear(painter, dress, seen, left - 2, left + width + 2)
    style = LABEL if placed.mark.is_over else LABEL_FIRM
    token = colours.text_muted if placed.mark.is_over else colours.text
    if seen.late:
        token = colours.danger
    painter.setPen(colour(token))
    dress.write(painter, QPointF(left, seen.top), ROW, placed.label, style, width)
    if placed.mark.standing is Standing.CANCELLED and not is_inside(placed):
        y = seen.top + ROW / 2 + 1
        painter.drawLine(QPointF(left, y), QPointF(left + width, y))


def _clear(painter: QPainter, dress: Dress, seen: Seen, left: float, right: float) -> None:
    """Make what is hatched of a stay quiet under its name."""
    left = max(left, full_until(seen.placed.mark, seen.scale))
    if left < right:
        under = QRectF(left, seen.top + 4, right - left, ROW - 8)
        painter.fillRect(under, colour(dress.colours.surface, 0.85))


def _fault(painter: QPainter, dress: Dress, rect: QRectF, seen: Seen, sight: Sight) -> None:
    assert seen.severity is not None
    name, tone = SEVERITY_SIGNS[seen.severity]
    ground, ink = dress.colours.surface, dress.colours.solid(tone)

    def draw(painter: QPainter, place: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(ground))
        painter.drawEllipse(place.adjusted(-1.5, -1.5, 1.5, 1.5))
        dress.icon(painter, place, name, ink)

    x = badge_at(seen.placed, sight)
    y = rect.top() - 4 if x < rect.left() else rect.center().y() - BADGE / 2
    dress.stamp(painter, QRectF(x, y, BADGE, BADGE), ("fault", name), draw)


def _choice(painter: QPainter, dress: Dress, rect: QRectF, seen: Seen, sight: Sight) -> None:
    """A ring while the keyboard is here, a quiet ground otherwise."""
    around = rect
    left, width = written(seen, sight)
    if width:
        around = around.united(QRectF(left, rect.top(), width, rect.height()))
    around = around.adjusted(-3, -2.5, 3, 2.5)
    painter.setPen(pen(dress.colours.focus, 2.0) if seen.chosen > 1 else pen(dress.colours.line_control, 1.0))
    painter.setBrush(colour(dress.colours.surface))
    painter.drawRoundedRect(around, 7, 7)
