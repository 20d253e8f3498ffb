"""A sentence on a page by itself, broken so that its lines are about equally long."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QLabel, QWidget

from planner.message import Message
from ui.desk import Desk
from ui.theme.tokens import space

_STEP = space(2)
_END = re.compile(r"[.?!] ")
#: How much of the longer line the shorter one has at least, where a line ends with a sentence.
_SHORTEST = 0.45
_STOPS = ("，", "。", "；", "：", "、", "！", "？")


class BalancedLabel(QLabel):
    """As narrow as it can be with no more lines than ``widest`` needs: no word is left on a line alone.

    Chinese, which may break between any two signs, breaks after a stop where that takes no more lines; two
    sentences in Latin letters have a line each where they are of about one length.
    """

    def __init__(
        self,
        desk: Desk,
        content: Message,
        style: str = "muted",
        widest: int = space(100),
        parent: QWidget | None = None,
        *,
        centred: bool = True,
    ) -> None:
        super().__init__(parent)
        self._widest = widest
        self._words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("text_style", style)
        self.setWordWrap(True)
        if centred:
            self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        desk.language.say(self, content, "show_words")

    def show_words(self, words: str) -> None:
        """Show these."""
        self._words = words
        self._balance()

    def event(self, event: QEvent) -> bool:
        """What it is measured by is known once it is polished."""
        done = super().event(event)
        if event.type() == QEvent.Type.Polish:
            self._balance()
        return done

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._balance()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self.minimumWidth(), super().minimumSizeHint().height())

    def _balance(self) -> None:
        self.setText(self._words)
        if not self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            return
        needed = len(self._lines(self._widest))
        if needed == 2 and (broken := self._broken_at_a_stop()):
            self.setText(broken)
        best = width = self._widest
        at_stops = 0
        while width > 2 * _STEP and len(lines := self._lines(width)) <= needed:
            stops = sum(line.endswith(_STOPS) for line in lines[:-1])
            if stops >= at_stops:
                best, at_stops = width, stops
            width -= _STEP
        self.setFixedWidth(best)

    def _broken_at_a_stop(self) -> str:
        """The words on two lines, the first of which ends with a stop; empty where that takes more room."""
        words, wide = self._words, self.fontMetrics().horizontalAdvance
        ways = [(words[: n + 1], words[n + 1 :]) for n, sign in enumerate(words[:-1]) if sign in _STOPS]
        for end in _END.finditer(words):
            first, second = words[: end.start() + 1], words[end.end() :]
            if min(wide(first), wide(second)) >= _SHORTEST * max(wide(first), wide(second)):
                ways.append((first, second))
        widths = {max(wide(first), wide(second)): f"{first}\n{second}" for first, second in ways}
        best = min(widths, default=self._widest)
        return widths[best] if best < self._widest else ""

    def _lines(self, width: int) -> list[str]:
        text = self.text().replace("\n", "\u2028")
        layout = QTextLayout(text, self.font())
        layout.beginLayout()
        lines = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            lines.append(text[line.textStart() : line.textStart() + line.textLength()])
        layout.endLayout()
        return lines
