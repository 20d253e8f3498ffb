"""The journeys that have findings, the worst first: whose, and how many of which severity."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.message import N_
from planner.session import JourneySummary
from ui.caseload.cell_words import CellWords
from ui.controls.letter import is_letter
from ui.controls.lettering import Lettering
from ui.desk import Desk
from ui.theme.icons import draw_icon
from ui.theme.tokens import BODY, SMALL, STRONG, Tone, space

_ROLE = int(Qt.ItemDataRole.UserRole)
_ICON = 14
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class FoundModel(QAbstractListModel):
    """One row for each journey that has findings."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.words = CellWords(desk)
        self._rows: tuple[JourneySummary, ...] = ()
        desk.language.changed.connect(self.words.forget)

    def show(self, rows: Sequence[JourneySummary]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.words.forget()
        self.endResetModel()

    def summary(self, at: int) -> JourneySummary:
        """What stands in a row."""
        return self._rows[at]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == _ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words.line(row, "PATIENT")
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            patient, findings = self.words.whole(row, "PATIENT"), self.words.line(row, "FINDINGS")
            return self._desk.language.text(N_("{label}: {value}", label=patient, value=findings))
        return None


class FoundList(QListView):
    """The list; Enter or a click goes to a journey's findings.

    Signals:
        chosen(str): the user wants the findings of this journey.
    """

    chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found = FoundModel(desk, self)
        self.setModel(self.found)
        self.setItemDelegate(_FoundDelegate(desk, self.found, self))
        self.setProperty("kind", "rows")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        desk.language.say(self, N_("Journeys with findings"), "setAccessibleName")
        self.clicked.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self._choose(self.currentIndex())
        elif is_letter(event):
            event.ignore()  # whoever is around begins to look for it
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(str(self.found.summary(index.row()).id))


class _FoundDelegate(QStyledItemDelegate):
    """Name on the left, counts with their icons on the right."""

    def __init__(self, desk: Desk, model: FoundModel, view: QListView) -> None:
        super().__init__(view)
        self._desk = desk
        self._words = model.words
        self._view = view
        self._lettering = Lettering(desk, BODY, SMALL, STRONG)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's name
        return QSize(space(40), space(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        summary: JourneySummary = index.data(_ROLE)
        colours, rect = self._desk.theme.colours, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        under_mouse = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or (under_mouse and self._view.viewport().underMouse()):
            framed = chosen and self._view.hasFocus()
            painter.setPen(QPen(QColor(colours.focus), 2) if framed else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft if chosen else colours.sidebar_hover))
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), 6, 6)
        inner = rect.adjusted(space(3), 0, -space(3), 0)
        inner.setRight(self._counts(painter, inner, summary) - space(2))
        first, second = self._words.lines(summary, "PATIENT")
        middle = rect.center().y()
        upper = QRect(inner.left(), middle - space(4.75), inner.width(), space(5))
        lower = QRect(inner.left(), middle + 1, inner.width(), space(4.5))
        self._lettering.draw(painter, upper if second else inner, first, STRONG, "text")
        self._lettering.draw(painter, lower, second, SMALL, "text_muted")
        painter.restore()

    def _counts(self, painter: QPainter, inner: QRect, summary: JourneySummary) -> int:
        """Paint the counts from the right; where they begin."""
        right, colours = inner.right(), self._desk.theme.colours
        for count, icon, tone in (
            (summary.notes, "info", Tone.INFO),
            (summary.warnings, "triangle-alert", Tone.WARNING),
            (summary.blockers, "circle-alert", Tone.DANGER),
        ):
            if count:
                width = self._lettering.width("000", BODY)
                left = right - width - _ICON - space(1)
                at = QRect(left, inner.center().y() - _ICON // 2, _ICON, _ICON)
                draw_icon(painter, at, icon, colours.solid(tone))
                place = QRect(at.right() + 1 + space(1), inner.top(), width + 1, inner.height())
                self._lettering.draw(painter, place, str(count), BODY, "text")
            right -= self._lettering.width("000", BODY) + _ICON + space(1) + space(1)
        return right
