"""Words laid out once and painted many times: what a list shows again and again as one scrolls."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QStaticText, QTextLayout, QTransform

from ui.theme.tokens import TypeStyle

_MOST = 4_000


class LaidText:
    """Static texts by what they say, their style and the width they are shortened to."""

    def __init__(self, fonts: Mapping[TypeStyle, QFont]) -> None:
        self._fonts = dict(fonts)
        self._metrics = {style: QFontMetrics(font) for style, font in fonts.items()}
        self._broken: dict[tuple[str, int, int], tuple[str, ...]] = {}
        self._widths: dict[tuple[str, int], int] = {}
        self._laid: dict[tuple[str, int, int], tuple[QStaticText, float, float, QFont]] = {}

    def broken(self, text: str, style: TypeStyle, width: int) -> tuple[str, ...]:
        """``text`` on one line, or on two where it is wider than ``width`` pixels."""
        key = (text, id(style), width)
        found = self._broken.get(key)
        if found is None:
            if len(self._broken) >= _MOST:
                self._broken.clear()
            found = self._broken[key] = _on_two_lines(text, self._fonts[style], width)
        return found

    def of(self, text: str, style: TypeStyle, width: int) -> tuple[QStaticText, float, float, QFont]:
        """``text`` in a style, shortened to ``width`` pixels; how wide and how high it is, and its font."""
        key = (text, id(style), width)  # the steps of the type scale live as long as the program
        found = self._laid.get(key)
        if found is None:
            if len(self._laid) >= _MOST:
                self._laid.clear()
            laid, size = self._prepared(text, style)
            if size.width() > width:
                laid, size = self._prepared(self._shortened(text, style, width), style)
            found = self._laid[key] = (laid, size.width(), size.height(), self._fonts[style])
        return found

    def width_of(self, text: str, style: TypeStyle) -> int:
        """How many pixels ``text`` takes on one line; for what is said again and again, as numbers are."""
        key = (text, id(style))
        found = self._widths.get(key)
        if found is None:
            if len(self._widths) >= _MOST:
                self._widths.clear()
            found = self._widths[key] = self._metrics[style].horizontalAdvance(text)
        return found

    def _shortened(self, text: str, style: TypeStyle, width: int) -> str:
        return self._metrics[style].elidedText(text, Qt.TextElideMode.ElideRight, width)

    def _prepared(self, text: str, style: TypeStyle) -> tuple[QStaticText, QSizeF]:
        laid = QStaticText(text)
        laid.setTextFormat(Qt.TextFormat.PlainText)
        laid.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        laid.prepare(QTransform(), self._fonts[style])
        return laid, laid.size()


def _on_two_lines(text: str, font: QFont, width: int) -> tuple[str, ...]:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    if not line.isValid():
        return (text,)
    line.setLineWidth(max(width, 1))
    end = line.textLength()
    layout.endLayout()
    return (text[:end].rstrip(), text[end:]) if text[end:].strip() else (text,)
