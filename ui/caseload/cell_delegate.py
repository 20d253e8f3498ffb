"""Paints the caseload's cells: two lines, a pill, a bar, counts with icons. Nothing is made per row."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.caseload.journeys_model import Column, JourneysModel
from ui.caseload.laid_text import LaidText
from ui.caseload.phases import phase_tone
from ui.caseload.stripe import draw_stripe
from ui.controls.row_under_pointer import RowUnderPointer
from ui.desk import Desk
from ui.theme.icons import draw_icon
from ui.theme.tokens import BODY, SMALL, STRONG, Tone, TypeStyle, Weight, space

if TYPE_CHECKING:
    from planner.session import JourneySummary

ROW_HEIGHT = space(12)
_MARGIN = space(3)
_ICON = 14
_FRAME = 2
_STRIPE_HEIGHT = 4
_MEDIUM = TypeStyle(SMALL.size_px, Weight.MEDIUM)
_FEW_DAYS = 7
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRED = Qt.AlignmentFlag.AlignCenter
_SPACE_2 = space(2)
_SELECTED = QStyle.StateFlag.State_Selected.value


class CellDelegate(QStyledItemDelegate):
    """One for all columns, so that fonts and colours are looked up once."""

    def __init__(self, desk: Desk, model: JourneysModel, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._pointed = RowUnderPointer(table)
        self._desk = desk
        self._model = model
        self._words = model.words
        self._fonts = {style: desk.theme.font(style) for style in (BODY, SMALL, STRONG, _MEDIUM)}
        self._metrics = {style: QFontMetrics(font) for style, font in self._fonts.items()}
        self._laid = LaidText(self._fonts)
        self._inks: dict[str, QColor] = {}
        self._cells: tuple[Callable[[QPainter, QRect, JourneySummary, bool], None], ...] = (
            self._draw_patient,
            self._draw_centre,
            self._draw_pill,
            self._draw_next,
            self._draw_fractions,
            self._draw_stay,
            self._draw_findings,
        )
        desk.theme.changed.connect(self._inks.clear)

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(space(20), ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        # Called for every cell of a page as one scrolls: numbers instead of flags, nothing looked up twice.
        rect, state, column = QRect(option.rect), option.state.value, index.column()
        colours = self._desk.theme.colours
        selected = bool(state & _SELECTED)
        painter.save()
        if selected:
            painter.fillRect(rect, self._ink(colours.accent_soft))
        elif index.row() == self._pointed.row:
            painter.fillRect(rect, self._ink(colours.canvas))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._ink(colours.line))
        if selected and self._table.hasFocus():
            self._draw_focus(painter, rect, Column(column))
        summary = self._model.summary(index.row())  # without the way through Qt's own type for any value
        self._cells[column](painter, rect.adjusted(_MARGIN, 0, -_SPACE_2, -1), summary, selected)
        painter.restore()

    def _ink(self, colour: str) -> QColor:
        """A colour of the theme, read from its six digits once."""
        ink = self._inks.get(colour)
        if ink is None:
            ink = self._inks[colour] = QColor(colour)
        return ink

    def _draw_focus(self, painter: QPainter, rect: QRect, column: Column) -> None:
        """This cell's part of a frame around the whole row."""
        ink = self._ink(self._desk.theme.colours.focus)
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), _FRAME), ink)
        painter.fillRect(QRect(rect.left(), rect.bottom() + 1 - _FRAME, rect.width(), _FRAME), ink)
        if column is Column.PATIENT:
            painter.fillRect(QRect(rect.left(), rect.top(), _FRAME, rect.height()), ink)
        if column is Column.FINDINGS:
            painter.fillRect(QRect(rect.right() + 1 - _FRAME, rect.top(), _FRAME, rect.height()), ink)

    def _text(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        style: TypeStyle,
        token: str,
        align: Qt.AlignmentFlag = _LEFT,
    ) -> None:
        if not text or rect.width() <= 0:
            return
        laid, width, height, font = self._laid.of(text, style, rect.width())
        painter.setFont(font)
        painter.setPen(self._ink(getattr(self._desk.theme.colours, token)))
        left = rect.left() + (rect.width() - width) / 2 if align is _CENTRED else rect.left()
        painter.drawStaticText(QPointF(left, rect.top() + (rect.height() - height) / 2), laid)

    def _draw_patient(self, painter: QPainter, rect: QRect, summary: JourneySummary, _chosen: bool) -> None:
        self._draw_two_lines(painter, rect, summary, "PATIENT", STRONG)

    def _draw_centre(self, painter: QPainter, rect: QRect, summary: JourneySummary, _chosen: bool) -> None:
        """On two lines where one does not hold it: centres are told apart by the end of their names."""
        name = self._words.line(summary, "CENTRE")
        lines = self._laid.broken(name, BODY, rect.width())
        height = self._metrics[BODY].height()
        top = rect.top() + (rect.height() - height * len(lines)) // 2
        for number, line in enumerate(lines):
            place = QRect(rect.left(), top + number * height, rect.width(), height)
            self._text(painter, place, line, BODY, "text")

    def _draw_next(self, painter: QPainter, rect: QRect, summary: JourneySummary, _chosen: bool) -> None:
        self._draw_two_lines(painter, rect, summary, "NEXT", BODY)

    def _draw_two_lines(
        self, painter: QPainter, rect: QRect, summary: JourneySummary, column: str, style: TypeStyle
    ) -> None:
        first, second = self._words.lines(summary, column)
        if not second:
            self._text(painter, rect, first, style, "text")
            return
        middle = rect.center().y()
        upper = QRect(rect.left(), middle - space(4.5), rect.width(), space(5))
        lower = QRect(rect.left(), middle + 1, rect.width(), space(4.5))
        self._text(painter, upper, first, style, "text")
        self._text(painter, lower, second, SMALL, "text_muted")

    def _draw_pill(self, painter: QPainter, rect: QRect, summary: JourneySummary, chosen: bool) -> None:
        words = self._words.line(summary, "PHASE")
        tone = phase_tone(summary.phase)
        width = min(self._laid.width_of(words, _MEDIUM) + space(4) + 2, rect.width())
        height = space(5.5)
        colours = self._desk.theme.colours
        top = rect.center().y() - height // 2 + 1
        if summary.stripe:
            top = rect.top() + space(2)
            line = QRectF(rect.left(), top + height + space(1.5), rect.width() - space(2), _STRIPE_HEIGHT)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_stripe(painter, line, summary.stripe, self._desk.clock().date(), colours, chosen=chosen)
        pill = QRect(rect.left(), top, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink(colours.surface if chosen else colours.soft(tone)))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        inside = pill.adjusted(space(2), 0, -space(2), 0)
        self._text(painter, inside, words, _MEDIUM, f"on_{tone.value}_soft", _CENTRED)

    def _draw_fractions(self, painter: QPainter, rect: QRect, summary: JourneySummary, chosen: bool) -> None:
        words = self._words.line(summary, "FRACTIONS")
        if not summary.fractions_prescribed:
            self._text(painter, rect, words, BODY, "text_faint")
            return
        colours = self._desk.theme.colours
        text_width = self._laid.width_of("00/00", BODY) + space(2)
        self._text(painter, QRect(rect.left(), rect.top(), text_width, rect.height()), words, BODY, "text")
        bar = QRectF(rect.left() + text_width, rect.center().y() - 2, max(rect.width() - text_width, 0), 5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink(colours.track(chosen=chosen)))
        painter.drawRoundedRect(bar, 2.5, 2.5)
        share = min(summary.fractions_delivered / summary.fractions_prescribed, 1.0)
        if share:
            painter.setBrush(self._ink(colours.accent))
            painter.drawRoundedRect(
                QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), 2.5, 2.5
            )

    def _draw_stay(self, painter: QPainter, rect: QRect, summary: JourneySummary, _chosen: bool) -> None:
        days = summary.stay_slack_days
        if days is None:
            self._text(painter, rect, "—", BODY, "text_faint")
            return
        tone = Tone.DANGER if days < 0 else Tone.WARNING if days < _FEW_DAYS else None
        if tone is not None:
            icon = "circle-alert" if tone is Tone.DANGER else "triangle-alert"
            place = QRect(rect.left(), rect.center().y() - space(4), _ICON, _ICON)
            draw_icon(painter, place, icon, self._desk.theme.colours.solid(tone))
            rect = rect.adjusted(_ICON + space(1.5), 0, 0, 0)
        self._draw_two_lines(painter, rect, summary, "STAY", BODY)

    def _draw_findings(
        self, painter: QPainter, rect: QRect, summary: JourneySummary, _selected: bool
    ) -> None:
        left, middle = rect.left(), rect.center().y()
        colours = self._desk.theme.colours
        for count, icon, tone in (
            (summary.blockers, "circle-alert", Tone.DANGER),
            (summary.warnings, "triangle-alert", Tone.WARNING),
            (summary.notes, "info", Tone.INFO),
        ):
            if count:
                draw_icon(painter, QRect(left, middle - _ICON // 2, _ICON, _ICON), icon, colours.solid(tone))
                words = str(count)
                width = self._laid.width_of(words, BODY)
                place = QRect(left + _ICON + space(1), rect.top(), width + 2, rect.height())
                self._text(painter, place, words, BODY, "text")
                left = place.right() + space(2.5)
        if left == rect.left():
            draw_icon(painter, QRect(left, middle - _ICON // 2, _ICON, _ICON), "check", colours.ok)
