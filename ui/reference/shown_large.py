"""One sentence over the whole window, as large as it fits, to be held up to somebody."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import accumulate

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.message import N_
from ui.controls.button import IconButton
from ui.desk import Desk
from ui.reference.sentences import Sentence
from ui.theme.tokens import TypeStyle, Weight, space

_LARGEST, _SMALLEST, _MEASURED = 160, 28, 100
_LEADING = 1.35
_MOST_LINES = 6
_AT_A_MARK, _WITHIN = 1.0, 0.75
_MARKS = "，。；：？！、…"
_HANZI = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff]")
#: One for each syllable: within a word, one that begins with a vowel stands behind an apostrophe.
_VOWELS = re.compile("(?:[aeiou][\u0300-\u036f]*)+")
_PINYIN = TypeStyle(24, Weight.REGULAR)
_MEANING = TypeStyle(20, Weight.REGULAR)


def layouts(chinese: str, pinyin: str = "") -> Iterator[tuple[tuple[str, ...], float]]:
    """Ways to break a sentence into lines, each with how well it reads: after marks, else evenly.

    No line begins with a mark, and none within a word as far as ``pinyin``, which is written in words, tells.
    """
    ends = _word_ends(chinese, pinyin)
    parts = tuple(part for part in re.split(f"(?<=[{_MARKS}])(?![{_MARKS}])", chinese) if part)
    yield (chinese,), _AT_A_MARK
    yield parts, _AT_A_MARK
    for count in range(2, min(_MOST_LINES, len(chinese)) + 1):
        length = -(-len(chinese) // count)
        lines, start = [], 0
        while start < len(chinese):
            end = start + length
            while end < len(chinese) and chinese[end] in _MARKS + "）":
                end += 1
            if ends:
                end = min((one for one in ends if one > start), key=lambda one: abs(one - end))
            lines.append(chinese[start:end])
            start = end
        yield tuple(lines), _WITHIN


def _word_ends(chinese: str, pinyin: str) -> tuple[int, ...]:
    """Where in ``chinese`` a word ends, marks after it included; nothing where its pinyin does not fit it."""
    plain = unicodedata.normalize("NFD", pinyin.casefold())
    syllables = [len(_VOWELS.findall(word)) for word in plain.split()]
    places = [at for at, char in enumerate(chinese, 1) if _HANZI.match(char)]
    if not places or sum(syllables) != len(places):
        return ()
    ends = [places[count - 1] for count in accumulate(syllables) if count]
    while any(end < len(chinese) and not _HANZI.match(chinese[end]) for end in ends):
        ends = [end + (end < len(chinese) and not _HANZI.match(chinese[end])) for end in ends]
    return tuple(ends)


class ShownLarge(QWidget):
    """Covers the window it is in. Escape, Enter or a click takes it away.

    Signals:
        turned(int): the next (1) or the previous (-1) sentence is wanted.
        gone: it was taken away.
    """

    turned = Signal(int)
    gone = Signal()

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk = desk
        self._sentence: Sentence | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.close_button = IconButton(desk, N_("Close (Escape)"), "x", parent=self)
        self.close_button.clicked.connect(self.leave)
        over.installEventFilter(self)
        desk.theme.changed.connect(self.update)
        self.hide()

    @property
    def sentence(self) -> Sentence | None:
        """What is shown."""
        return self._sentence

    def show_sentence(self, sentence: Sentence) -> None:
        """Show this sentence, and take the keys."""
        self._sentence = sentence
        chinese, meaning = sentence.text.in_("zh_CN"), sentence.text.in_("en")
        self.setAccessibleName(f"{chinese}\n{meaning}")
        self._fill()
        self.show()
        self.raise_()
        self.setFocus()
        self.update()

    def leave(self) -> None:
        """Take it away."""
        if not self.isHidden():
            self.hide()
            self.gone.emit()

    def set_in(self, chinese: str, room: QRect, pinyin: str = "") -> tuple[int, tuple[str, ...]]:
        """The lines that fill ``room`` best and their size in pixels; what ends at a mark reads best."""
        best: tuple[float, int, tuple[str, ...]] = (0.0, _SMALLEST, (chinese,))
        for lines, weight in layouts(chinese, pinyin):
            widest = max(self._width(line) for line in lines)
            by_width = room.width() * _MEASURED / max(widest, 1)
            size = int(min(by_width, room.height() / (len(lines) * _LEADING), _LARGEST))
            best = max(best, (size * weight, size, lines), key=lambda one: one[0])
        return max(best[1], _SMALLEST), best[2]

    def _width(self, line: str) -> int:
        return QFontMetrics(self._desk.theme.font(TypeStyle(_MEASURED, Weight.SEMIBOLD))).horizontalAdvance(
            line
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self.parent() and event.type() is QEvent.Type.Resize:
            self._fill()
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        over = self.parentWidget()
        if over is not None:
            self.setGeometry(over.rect())
        self.close_button.adjustSize()
        self.close_button.move(self.width() - self.close_button.width() - space(4), space(4))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        match event.key():
            case Qt.Key.Key_Escape | Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.leave()
            case Qt.Key.Key_Right | Qt.Key.Key_Down | Qt.Key.Key_PageDown:
                self.turned.emit(1)
            case Qt.Key.Key_Left | Qt.Key.Key_Up | Qt.Key.Key_PageUp:
                self.turned.emit(-1)
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self.leave()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self._sentence is None:
            return
        painter = QPainter(self)
        colours = self._desk.theme.colours
        painter.fillRect(self.rect(), QColor(colours.surface))
        inner = self.rect().adjusted(space(16), space(16), -space(16), -space(16))
        below = inner.height() * 3 // 10
        room = QRect(inner.left(), inner.top(), inner.width(), inner.height() - below)
        chinese = self._sentence.text.in_("zh_CN")
        size, lines = self.set_in(chinese, room, self._sentence.pinyin)
        painter.setFont(self._desk.theme.font(TypeStyle(size, Weight.SEMIBOLD)))
        painter.setPen(QColor(colours.text))
        pitch = round(size * _LEADING)
        first = room.center().y() - pitch * len(lines) // 2
        for row, line in enumerate(lines):
            place = QRect(room.left(), first + row * pitch, room.width(), pitch)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, line)
        top = room.bottom() + space(4)
        for style, said, ink in (
            (_PINYIN, self._sentence.pinyin, colours.text_muted),
            (_MEANING, self._sentence.text.in_("en"), colours.text_muted),
        ):
            if not said:
                continue
            painter.setFont(self._desk.theme.font(style))
            painter.setPen(QColor(ink))
            place = QRect(inner.left(), top, inner.width(), inner.bottom() - top)
            flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
            taken = painter.boundingRect(place, flags, said)
            painter.drawText(place, flags, said)
            top = taken.bottom() + space(3)
