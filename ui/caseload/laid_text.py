"""Words laid out once and painted many times: what a list shows again and again as one scrolls."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QStaticText, QTransform

from ui.theme.tokens import TypeStyle

_MOST = 4_000


class LaidText:
    """Static texts by what they say, their style and the width they are shortened to."""

    def __init__(self, fonts: Mapping[TypeStyle, QFont]) -> None:
        self._fonts = dict(fonts)
        self._metrics = {style: QFontMetrics(font) for style, font in fonts.items()}
        self._laid: dict[tuple[str, int, int], tuple[QStaticText, float, float, QFont]] = {}

    def of(self, text: str, style: TypeStyle, width: int) -> tuple[QStaticText, float, float, QFont]:
        """``text`` in a style, shortened to ``width`` pixels; how wide and how high it is, and its font."""
        key = (text, id(style), width)  # the steps of the type scale live as long as the program
        found = self._laid.get(key)
        if found is None:
            if len(self._laid) >= _MOST:
                self._laid.clear()
            laid = QStaticText(self._metrics[style].elidedText(text, Qt.TextElideMode.ElideRight, width))
            laid.setTextFormat(Qt.TextFormat.PlainText)
            laid.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            laid.prepare(QTransform(), self._fonts[style])
            size = laid.size()
            found = self._laid[key] = (laid, size.width(), size.height(), self._fonts[style])
        return found
