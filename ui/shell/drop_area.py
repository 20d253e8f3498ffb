"""Where files may be dropped: all of the open record, which says what letting go does while one is held."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from planner.message import N_, Message
from planner.record.journey_document import SUFFIX
from planner.session.calendars import CALENDAR_ENDINGS
from ui.desk import Desk
from ui.shell.page import Page
from ui.theme.icons import draw_icon
from ui.theme.tokens import RADIUS_CARD, TITLE, space

_PICTURE = 32
_CARD = space(28)


class DropVeil(QWidget):
    """Lies over everything while a file is held over the window, and says what letting go does."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._under = parent
        self._told = N_("Let go to import the journey")
        self._is_refused = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self, told: Message | None = None, *, refused: bool = False) -> None:
        """Lie over the parent and say what letting go does: importing, unless told otherwise."""
        told = told or N_("Let go to import the journey")
        if self.isVisible() and (str(told), refused) == (str(self._told), self._is_refused):
            return
        self._told, self._is_refused = told, refused
        self.setGeometry(self._under.rect())
        self.raise_()
        self.show()
        self.update()

    @property
    def told(self) -> Message:
        """What it says."""
        return self._told

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        colours = self._desk.theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.86)
        edge = colours.warning if self._is_refused else colours.accent
        ground = colours.warning_soft if self._is_refused else colours.accent_soft
        painter.fillRect(self.rect(), QColor(ground))
        painter.setOpacity(1)
        painter.setPen(QPen(QColor(edge), 2, Qt.PenStyle.DashLine))
        inset = space(4)
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, RADIUS_CARD, RADIUS_CARD)
        painter.setFont(self._desk.theme.font(TITLE))
        said = self._desk.language.text(self._told)
        width = painter.fontMetrics().horizontalAdvance(said) + 2 * space(8)
        card = QRectF(0, 0, width, _CARD)
        card.moveCenter(QRectF(self.rect()).center())
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(card, RADIUS_CARD, RADIUS_CARD)
        middle = self.rect().center()
        picture = self.rect()
        picture.setSize(picture.size().scaled(_PICTURE, _PICTURE, Qt.AspectRatioMode.IgnoreAspectRatio))
        picture.moveCenter(middle)
        picture.translate(0, -space(4))
        draw_icon(painter, picture, "circle-alert" if self._is_refused else "download", edge)
        painter.setPen(QColor(colours.text))
        painter.drawText(self.rect().translated(0, space(6)), Qt.AlignmentFlag.AlignCenter, said)


class Landing(StrEnum):
    """What becomes of files that are let go."""

    IMPORT = "import"
    HERE = "here"
    THERE = "there"
    CALENDAR = "calendar"
    REFUSED = "refused"


_TOLD = {
    Landing.IMPORT: N_("Let go to import the journey"),
    Landing.HERE: N_("Let go to attach it to this journey"),
    Landing.CALENDAR: N_("Let go to see what this calendar changes"),
    Landing.REFUSED: N_("Open a journey to attach a file"),
}


class DropArea(QWidget):
    """A widget on which files may be dropped: journey files, calendars, others where a journey takes them.

    ``files_taker`` gives the page in view, which says whether it ``takes_files`` and whose line stands where;
    ``name_of`` how the journey of an id is called.

    Signals:
        dropped(list): the paths of the journey files let go here.
        dropped_on(str, list): files let go over the line of a journey: its id and their paths.
        calendar_dropped(object): the path of a calendar.
    """

    dropped = Signal(list)
    dropped_on = Signal(str, list)
    calendar_dropped = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.veil = DropVeil(desk, self)
        self.files_taker: Callable[[], Page | None] = lambda: None
        self.name_of: Callable[[str], str] = lambda _id: ""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if _files(event.mimeData()):  # taken even where it is refused: only then one is told of the rest
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._tell(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        if self._tell(event) is Landing.REFUSED:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        self.veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        self.veil.hide()
        journeys, others = journey_files(event.mimeData()), other_files(event.mimeData())
        landing, whose = self._landing(event)
        if landing is Landing.REFUSED:
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        taker = self.files_taker()
        if others and taker is not None and taker.takes_files:
            taker.take_files(others)
        elif landing is Landing.THERE:
            self.dropped_on.emit(whose, others)
        elif landing is Landing.CALENDAR:
            self.calendar_dropped.emit(next(filter(_may_be_calendar, others)))
        if journeys:
            self.dropped.emit(journeys)

    def _tell(self, event: QDropEvent) -> Landing:
        landing, whose = self._landing(event)
        told = _TOLD.get(landing) or N_("Let go to attach it to {name}", name=self.name_of(whose))
        self.veil.cover(told, refused=landing is Landing.REFUSED)
        return landing

    def _landing(self, event: QDropEvent) -> tuple[Landing, str]:
        """What becomes of what is held, and on whose line where it is on one."""
        others, taker = other_files(event.mimeData()), self.files_taker()
        is_import = bool(journey_files(event.mimeData()))
        if others and taker is not None:
            if taker.takes_files:
                return Landing.IMPORT if is_import else Landing.HERE, ""
            if not is_import and (whose := taker.journey_at(taker.mapFrom(self, event.position().toPoint()))):
                return Landing.THERE, whose
            if not is_import and any(map(_may_be_calendar, others)):
                return Landing.CALENDAR, ""
        return Landing.IMPORT if is_import else Landing.REFUSED, ""


def _may_be_calendar(path: Path) -> bool:
    return path.suffix.lower() in CALENDAR_ENDINGS


def journey_files(held: QMimeData) -> list[Path]:
    """The journey files among what is held: by their ending, on this computer."""
    return [path for path in _files(held) if path.name.lower().endswith(SUFFIX)]


def other_files(held: QMimeData) -> list[Path]:
    """The files among what is held that are no journey files, on this computer."""
    return [path for path in _files(held) if not path.name.lower().endswith(SUFFIX)]


def _files(held: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()]
