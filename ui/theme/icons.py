"""Lucide icons from the shipped SVG files, drawn in a theme's colour and sharp at any scale."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from planner import paths

ICON_SIZE = 16
ICON_BESIDE_WORDS = QSize(ICON_SIZE + 4, ICON_SIZE)
"""An icon before the words of a button, with a little more air between them than Qt leaves."""
_STROKE = 'stroke-width="2"'
_FINER_STROKE = 'stroke-width="1.85"'


@cache
def _source(name: str) -> str:
    text = (paths.resources_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return text.replace(_STROKE, _FINER_STROKE)


@lru_cache(maxsize=256)
def _pixmap(name: str, colour: str, width: int, height: int) -> QPixmap:
    """The icon in device pixels; the SVG is read again at each size, so that it is never resampled.

    Where there is more width than height, the icon stands at the left and the rest is empty.
    """
    from PySide6.QtSvg import QSvgRenderer

    pixmap = QPixmap(width, height)
    pixmap.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(_source(name).replace("currentColor", colour).encode())
    painter = QPainter(pixmap)
    side = min(width, height)
    renderer.render(painter, QRectF(0, (height - side) / 2, side, side))
    painter.end()
    return pixmap


class _Engine(QIconEngine):
    """Draws one icon; ``disabled`` is its colour on a control that cannot be used now."""

    def __init__(self, name: str, colour: str, disabled: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour
        self._disabled = disabled

    def _colour_for(self, mode: QIcon.Mode) -> str:
        return self._disabled if mode is QIcon.Mode.Disabled else self._colour

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return _pixmap(self._name, self._colour_for(mode), size.width(), size.height())

    def scaledPixmap(  # noqa: N802 - Qt's name
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        return self.pixmap(size * scale, mode, state)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        pixmap = _pixmap(
            self._name, self._colour_for(mode), round(rect.width() * ratio), round(rect.height() * ratio)
        )
        painter.drawPixmap(QRect(QPoint(rect.x(), rect.y()), rect.size()), pixmap)

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour, self._disabled)


def draw_icon(painter: QPainter, rect: QRect, name: str, colour: str) -> None:
    """Paint an icon straight into ``rect``, for delegates that draw a whole row."""
    _Engine(name, colour, colour).paint(painter, rect, QIcon.Mode.Normal, QIcon.State.Off)


def draw_outlines(painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
    """Paint an icon as outlines, which stay sharp on paper."""
    from PySide6.QtSvg import QSvgRenderer

    QSvgRenderer(_source(name).replace("currentColor", colour).encode()).render(painter, rect)


@lru_cache(maxsize=256)
def icon(name: str, colour: str, disabled: str | None = None) -> QIcon:
    """The icon ``name`` (Lucide's own name) in ``colour``."""
    return QIcon(_Engine(name, colour, disabled or colour))
