"""Words of one line, for delegates that paint whole rows: in the type styles of the theme, measured once."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from ui.desk import Desk
from ui.theme.tokens import TypeStyle

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Lettering:
    """The given ``styles`` of the theme, to measure and to paint with."""

    def __init__(self, desk: Desk, *styles: TypeStyle) -> None:
        self._desk = desk
        self._fonts = {style: desk.theme.font(style) for style in styles}
        self._metrics = {style: QFontMetrics(font) for style, font in self._fonts.items()}

    def font(self, style: TypeStyle) -> QFont:
        """The font of a style."""
        return self._fonts[style]

    def height(self, style: TypeStyle) -> int:
        """How high a line is, in pixels."""
        return self._metrics[style].height()

    def width(self, text: str, style: TypeStyle) -> int:
        """How wide a text is, in pixels."""
        return self._metrics[style].horizontalAdvance(text)

    def shortened(self, text: str, style: TypeStyle, width: int) -> str:
        """The text with an ellipsis in place of what has no room."""
        return self._metrics[style].elidedText(text, Qt.TextElideMode.ElideRight, max(width, 0))

    def draw(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        style: TypeStyle,
        token: str,
        align: Qt.AlignmentFlag = LEFT,
        *,
        width: int = 0,
    ) -> None:
        """Paint a text in the colour ``token``, shortened to ``rect``, or to ``width`` of it."""
        painter.setFont(self._fonts[style])
        painter.setPen(QColor(str(getattr(self._desk.theme.colours, token))))
        room = min(rect.width(), width) if width else rect.width()
        painter.drawText(rect, align, self.shortened(text, style, room))
