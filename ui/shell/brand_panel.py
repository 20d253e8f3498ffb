"""The program's face beside the way in: its name, what it does in one line, and a route drawn by hand."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from planner.message import N_, Message
from ui.controls.balanced_label import BalancedLabel
from ui.desk import Desk
from ui.theme.tokens import BODY, BRAND, DISPLAY, TypeStyle, Weight, space

_SESSIONS = 15
_DELIVERED = 7
_PROMISE = TypeStyle(15, Weight.REGULAR)


class BrandPanel(QWidget):
    """Painted once per size; it holds no control and takes no focus."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        layout = QVBoxLayout(self)
        layout.setContentsMargins(space(10), space(12), space(10), space(10))
        layout.setSpacing(space(3))
        layout.addWidget(self._line(N_("Treatment Journey Planner"), DISPLAY, BRAND.ink))
        promise = N_("One record of every dated fact, from the first letter to the last follow-up.")
        told = BalancedLabel(desk, promise, "", space(90), self, centred=False)
        told.setStyleSheet(_style(_PROMISE, BRAND.ink_quiet))
        layout.addWidget(told)
        layout.addStretch(1)
        layout.addWidget(
            self._line(N_("Encrypted on this computer. Nothing is sent anywhere."), BODY, BRAND.ink_quiet)
        )

    def _line(self, message: Message, style: TypeStyle, ink: str) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setStyleSheet(_style(style, ink))
        self._desk.language.say(label, message)
        return label

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QLinearGradient(0, 0, 0, self.height())
        ground.setColorAt(0, QColor(BRAND.ground_top))
        ground.setColorAt(1, QColor(BRAND.ground_bottom))
        painter.fillRect(self.rect(), ground)
        _draw_route(painter, QRectF(self.rect()))


def _style(style: TypeStyle, ink: str) -> str:
    return f"color: {ink}; font-size: {style.size_px}px; font-weight: {style.weight.value};"


def _draw_route(painter: QPainter, ground: QRectF) -> None:
    """There, a course of sessions, and back: a loop with one dot for each session."""
    width, height = ground.width(), ground.height()
    home = QPointF(width * 0.70, height * 0.82)
    first = QPointF(width * 0.15, height * 0.62)
    last = QPointF(width * 0.79, height * 0.46)
    away = QPainterPath(home)
    away.cubicTo(QPointF(width * 0.46, height * 0.90), QPointF(width * 0.02, height * 0.82), first)
    course = QPainterPath(first)
    course.cubicTo(QPointF(width * 0.28, height * 0.42), QPointF(width * 0.56, height * 0.57), last)
    back = QPainterPath(last)
    back.cubicTo(QPointF(width * 0.99, height * 0.37), QPointF(width * 0.96, height * 0.73), home)
    dashed = QPen(QColor(BRAND.route), 1.5, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    dashed.setDashPattern([1, 4])
    painter.setPen(dashed)
    painter.drawPath(away)
    painter.drawPath(back)
    painter.setPen(QPen(QColor(BRAND.route), 1.5))
    painter.drawPath(course)
    for number in range(_SESSIONS):
        at = course.pointAtPercent(number / (_SESSIONS - 1))
        done = number < _DELIVERED
        painter.setPen(QPen(QColor(BRAND.spot if done else BRAND.route), 1.5))
        painter.setBrush(QColor(BRAND.spot if done else BRAND.ground_bottom))
        painter.drawEllipse(at, 4.0, 4.0)
    painter.setPen(QPen(QColor(BRAND.ink), 2))
    painter.setBrush(QColor(BRAND.ground_bottom))
    painter.drawEllipse(home, 6.0, 6.0)
