"""What the timeline is painted with: colours, typefaces and icons, of the screen or of paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from ui.desk import Desk
from ui.theme.icons import draw_icon
from ui.theme.tokens import CAPTION, MEDIUM, SMALL, Colours, TypeStyle, Weight

LABEL = SMALL
LABEL_FIRM = TypeStyle(SMALL.size_px, Weight.MEDIUM)
NUMBER = TypeStyle(11, Weight.SEMIBOLD)
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


class Dress:
    """How things look; another one is made when the theme changes."""

    def __init__(
        self,
        colours: Colours,
        font: Callable[[TypeStyle], QFont],
        icon: Callable[[QPainter, QRectF, str, str], None],
    ) -> None:
        self.colours = colours
        self.icon = icon
        self._fonts = {style: font(style) for style in _STYLES}
        self._metrics = {style: QFontMetricsF(made) for style, made in self._fonts.items()}
        self._widths: dict[tuple[str, TypeStyle], float] = {}
        self._cut: dict[tuple[str, TypeStyle, int], str] = {}

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
        key = (words, style, int(width))
        found = self._cut.get(key)
        if found is None:
            found = self._metrics[style].elidedText(words, Qt.TextElideMode.ElideRight, int(width))
            self._cut[key] = found
        return found


@dataclass(frozen=True, slots=True)
class _ScreenIcon:
    def __call__(self, painter: QPainter, rect: QRectF, name: str, code: str) -> None:
        draw_icon(painter, rect.toRect(), name, code)


def screen_dress(desk: Desk) -> Dress:
    """The dress of the theme in force."""
    return Dress(desk.theme.colours, desk.theme.font, _ScreenIcon())
