"""Paints the lines of the Today page: the time in both zones, what, whose; a small button where one helps."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from planner.session import CaseloadLine, LineKind
from ui.caseload.today_model import ENTRY_ROLE, Heading, Nothing, Row
from ui.caseload.today_words import Said, TodayWords
from ui.controls.lettering import Lettering
from ui.desk import Desk
from ui.theme.icons import draw_icon
from ui.theme.tokens import BODY, MEDIUM, SMALL, STRONG, space

_ICON = 16
_HEADING = space(10)
_LINE = space(13)
_MOST_LINES = 3
_ORPHAN = 8  # signs that look lost on a line of their own
_MOST_BROKEN = 2_000  # sentences of which it is known where they break
_NOTHING = space(9)
_WHEN_WIDTH = space(26)
_EDGE = space(3)
_Index = QModelIndex | QPersistentModelIndex


class TodayDelegate(QStyledItemDelegate):
    """One for a column. ``with_times`` leaves room for times on the left; without, titles are sentences."""

    def __init__(self, desk: Desk, words: TodayWords, view: QListView, *, with_times: bool) -> None:
        super().__init__(view)
        self._desk = desk
        self._words = words
        self._view = view
        self._with_times = with_times
        self._lettering = Lettering(desk, BODY, SMALL, STRONG, MEDIUM)
        self._broken: dict[tuple[str, int], tuple[str, ...]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's name
        match index.data(ENTRY_ROLE):
            case Heading():
                height = _HEADING
            case Nothing():
                height = _NOTHING
            case _:
                row = index.data(ENTRY_ROLE)
                short = self._with_times or self._is_short(row)
                height = _LINE if short else self._sentence_height(self._words.of(row))
        return QSize(space(40), height)

    def _sentence_height(self, said: Said) -> int:
        width = self._view.viewport().width() - 2 * _EDGE - _ICON - space(3)
        lines = self._wrapped(said.title, width)
        return space(2.5) + len(lines) * self._lettering.height(BODY) + 1 + space(4.5) + space(2.5)

    def _is_short(self, row: Row) -> bool:
        """Whether a line has a name rather than a sentence."""
        return isinstance(row, CaseloadLine) and row.kind is not LineKind.BLOCKER

    def button_place(self, rect: QRect, said: Said) -> QRect:
        """Where the button of a line is; empty where it has none."""
        if not said.does:
            return QRect()
        width = self._lettering.width(said.does, MEDIUM) + space(5)
        height = space(7)
        return QRect(rect.right() - _EDGE - width, rect.center().y() - height // 2, width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Row = index.data(ENTRY_ROLE)
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        match row:
            case Heading():
                self._heading(painter, rect, row)
            case Nothing():
                inner = rect.adjusted(_EDGE, 0, -_EDGE, 0)
                self._lettering.draw(painter, inner, self._words.text(row.sentence), BODY, "text_muted")
            case _:
                self._ground(painter, rect, option)
                self._entry(painter, rect, self._words.of(row), option, self._is_short(row))
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, heading: Heading) -> None:
        inner = rect.adjusted(_EDGE, space(3), -_EDGE, 0)
        title = heading.title if isinstance(heading.title, str) else self._words.text(heading.title)
        self._lettering.draw(painter, inner, title, STRONG, "text")
        if heading.count:
            width = self._lettering.width(title, STRONG) + space(2)
            count = f"{heading.count}+" if heading.is_cut else str(heading.count)
            self._lettering.draw(painter, inner.adjusted(width, 0, 0, 0), count, BODY, "text_faint")

    def _ground(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem) -> None:
        colours, state = self._desk.theme.colours, option.state
        inner = QRectF(rect).adjusted(space(1), 1, -space(1), -1)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(colours.focus), 2) if self._view.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), 6, 6)
        elif state & QStyle.StateFlag.State_MouseOver and self._view.viewport().underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.canvas))
            painter.drawRoundedRect(inner, 6, 6)

    def _entry(
        self, painter: QPainter, rect: QRect, said: Said, option: QStyleOptionViewItem, short: bool
    ) -> None:
        colours = self._desk.theme.colours
        inner = rect.adjusted(_EDGE, 0, -_EDGE, 0)
        middle = rect.center().y()
        if self._with_times:
            upper, lower = self._two_lines(inner, middle)
            self._lettering.draw(painter, upper, said.when, STRONG if said.has_time else BODY, "text")
            self._lettering.draw(painter, lower, said.elsewhere, SMALL, "text_muted", width=_WHEN_WIDTH)
            inner = inner.adjusted(_WHEN_WIDTH + space(2), 0, 0, 0)
        icon_at = QRect(inner.left(), middle - _ICON // 2, _ICON, _ICON)
        if not short:
            icon_at.moveTop(rect.top() + space(2.5))
        draw_icon(painter, icon_at, said.icon, colours.solid(said.tone))
        inner = inner.adjusted(_ICON + space(3), 0, 0, 0)
        button = self.button_place(rect, said)
        if not button.isEmpty():
            self._button(painter, button, said.does, bool(option.state & QStyle.StateFlag.State_MouseOver))
            inner.setRight(button.left() - space(2))
        if short:
            upper, lower = self._two_lines(inner, middle)
            self._lettering.draw(painter, upper, said.title, BODY, "text")
            self._lettering.draw(painter, lower, said.detail, SMALL, "text_muted")
        else:
            self._sentence(painter, inner, said)

    def _two_lines(self, inner: QRect, middle: int) -> tuple[QRect, QRect]:
        upper = QRect(inner.left(), middle - space(4.75), inner.width(), space(5))
        return upper, QRect(inner.left(), middle + 1, inner.width(), space(4.5))

    def _sentence(self, painter: QPainter, inner: QRect, said: Said) -> None:
        """A sentence on as many lines as it needs, up to a few, and whose it is under it."""
        lines = self._wrapped(said.title, inner.width())
        height = self._lettering.height(BODY)
        top = inner.top() + space(2.5)
        for number, words in enumerate(lines):
            place = QRect(inner.left(), top + number * height, inner.width(), height)
            self._lettering.draw(painter, place, words, BODY, "text")
        lower = QRect(inner.left(), top + len(lines) * height + 1, inner.width(), space(4.5))
        self._lettering.draw(painter, lower, said.detail, SMALL, "text_muted")

    def _wrapped(self, text: str, width: int) -> tuple[str, ...]:
        key = (text, width)
        if key not in self._broken:
            if len(self._broken) > _MOST_BROKEN:
                self._broken.clear()
            self._broken[key] = tuple(_without_orphan(text, self._lettering.font(BODY), width))
        return self._broken[key]

    def _button(self, painter: QPainter, place: QRect, words: str, warm: bool) -> None:
        colours = self._desk.theme.colours
        painter.setPen(QPen(QColor(colours.line_control), 1))
        painter.setBrush(QColor(colours.hover if warm else colours.surface))
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(self._lettering.font(MEDIUM))
        painter.setPen(QColor(colours.text))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)


def _without_orphan(text: str, font: object, width: int) -> list[str]:
    """Broken so that no last word or sign stands alone, where a little less width is enough for that."""
    widest = lines = _wrapped(text, font, width)
    while len(lines) > 1 and len(lines[-1]) <= _ORPHAN and len(lines) == len(widest) and width > space(40):
        width -= space(2)
        lines = _wrapped(text, font, width)
    return lines if len(lines) == len(widest) else widest


def _wrapped(text: str, font: object, width: int, most: int = _MOST_LINES) -> list[str]:
    """The text on at most ``most`` lines of that width; what does not fit is left to the last."""
    layout = QTextLayout(text, font)  # type: ignore[call-overload]
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, 0))
        start = line.textStart()
        if len(lines) == most - 1:
            lines.append(text[start:])
            break
        lines.append(text[start : start + line.textLength()].rstrip())
    layout.endLayout()
    return lines or [""]
