"""What the timeline is painted with: colours, typefaces and icons, of the screen or of paper."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPixmap,
    QStaticText,
)

from ui.desk import Desk
from ui.theme.icons import draw_icon
from ui.theme.tokens import CAPTION, MEDIUM, SMALL, Colours, TypeStyle, Weight

LABEL = SMALL
LABEL_FIRM = TypeStyle(SMALL.size_px, Weight.MEDIUM)
NUMBER = TypeStyle(11, Weight.SEMIBOLD)
_MOST_WRITTEN, _MOST_PICTURES = 4_000, 1_000
_AROUND = 3.0
_STYLES = (LABEL, LABEL_FIRM, NUMBER, CAPTION, MEDIUM)


@lru_cache(maxsize=512)
def colour(code: str, opacity: float = 1.0) -> QColor:
    """A token's colour, ready to paint with."""
    made = QColor(code)
    made.setAlphaF(opacity)
    return made


@lru_cache(maxsize=128)
def pen(code: str, width: float = 1.0, dashed: bool = False) -> QPen:
    """A pen in a token's colour."""
    made = QPen(colour(code), width)
    if dashed:
        made.setDashPattern([2.5, 2.0])
    return made


@lru_cache(maxsize=64)
def hatch(code: str, pattern: Qt.BrushStyle = Qt.BrushStyle.BDiagPattern, opacity: float = 1.0) -> QBrush:
    """Slanting lines in a token's colour, which tell a surface apart without its colour."""
    return QBrush(colour(code, opacity), pattern)


def _faded(colours: Colours) -> Colours:
    ink, ground = colours.line_control, colours.surface
    toned: dict[str, Any] = {
        f"{place}{tone}{suffix}": value
        for tone in ("accent", "info", "ok", "warning", "danger", "neutral")
        for place, suffix, value in (("", "", ink), ("", "_soft", ground), ("on_", "_soft", ink))
    }
    return replace(colours, **toned, on_accent=ground, text=ink, text_muted=ink, text_faint=ink)


class Dress:
    """How things look; another one is made when the theme changes."""

    def __init__(
        self,
        colours: Colours,
        font: Callable[[TypeStyle], QFont],
        icon: Callable[[QPainter, QRectF, str, str], None],
        *,
        keeps_pictures: bool,
    ) -> None:
        self.keeps_pictures = keeps_pictures
        self.colours = colours
        self.icon = icon
        self._font = font
        self._fonts = {style: font(style) for style in _STYLES}
        self._metrics = {style: QFontMetricsF(made) for style, made in self._fonts.items()}
        self._widths: dict[tuple[str, TypeStyle], float] = {}
        self._written: dict[tuple[str, TypeStyle, int], tuple[QStaticText, float]] = {}
        self._pictures: dict[tuple[object, ...], QPixmap] = {}

    @cached_property
    def faded(self) -> Dress:
        """What is about to leave its place: one quiet grey, still readable, that no new thing is in."""
        return Dress(_faded(self.colours), self._font, self.icon, keeps_pictures=self.keeps_pictures)

    def font(self, style: TypeStyle) -> QFont:
        """A step of the type scale."""
        return self._fonts[style]

    def width(self, words: str, style: TypeStyle = LABEL) -> float:
        """How wide words are, in pixels; each measured once."""
        found = self._widths.get((words, style))
        if found is None:
            found = self._widths[words, style] = self._metrics[style].horizontalAdvance(words)
        return found

    def cut(self, words: str, style: TypeStyle, width: float) -> str:
        """The words, shortened with … where they are wider than ``width``."""
        if self.width(words, style) <= width + 0.5:
            return words
        return self._metrics[style].elidedText(words, Qt.TextElideMode.ElideRight, int(width))

    def write(
        self, painter: QPainter, at: QPointF, height: float, words: str, style: TypeStyle, width: float
    ) -> None:
        """Words in the middle of ``height``, shortened to ``width``; laid out once and kept."""
        whole = self.width(words, style) <= width + 0.5
        key = (words, style, -1 if whole else int(width))
        found = self._written.get(key)
        if found is None:
            if len(self._written) >= _MOST_WRITTEN:
                self._written.clear()
            made = QStaticText(words if whole else self.cut(words, style, width))
            made.setTextFormat(Qt.TextFormat.PlainText)
            made.prepare(font=self._fonts[style])
            found = self._written[key] = made, made.size().height()
        painter.setFont(self._fonts[style])
        painter.drawStaticText(QPointF(at.x(), at.y() + (height - found[1]) / 2), found[0])

    def stamp(
        self,
        painter: QPainter,
        rect: QRectF,
        key: tuple[object, ...],
        draw: Callable[[QPainter, QRectF], None],
    ) -> None:
        """Paint what ``draw`` draws in ``rect``; on a screen it is drawn once for each ``key`` and kept."""
        if not self.keeps_pictures:
            draw(painter, rect)
            return
        ratio = painter.device().devicePixelRatioF()
        key = (*key, rect.width(), rect.height(), ratio)
        found = self._pictures.get(key)
        if found is None:
            if len(self._pictures) >= _MOST_PICTURES:
                self._pictures.clear()
            size = QSizeF(rect.width() + 2 * _AROUND, rect.height() + 2 * _AROUND) * ratio
            found = QPixmap(math.ceil(size.width()), math.ceil(size.height()))
            found.setDevicePixelRatio(ratio)
            found.fill(Qt.GlobalColor.transparent)
            inside = QPainter(found)
            inside.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw(inside, QRectF(_AROUND, _AROUND, rect.width(), rect.height()))
            inside.end()
            self._pictures[key] = found
        x, y = round(rect.x() * ratio) / ratio, round(rect.y() * ratio) / ratio
        painter.drawPixmap(QPointF(x - _AROUND, y - _AROUND), found)


@dataclass(frozen=True, slots=True)
class _ScreenIcon:
    def __call__(self, painter: QPainter, rect: QRectF, name: str, code: str) -> None:
        draw_icon(painter, rect.toRect(), name, code)


def screen_dress(desk: Desk) -> Dress:
    """The dress of the theme in force."""
    return Dress(desk.theme.colours, desk.theme.font, _ScreenIcon(), keeps_pictures=True)
