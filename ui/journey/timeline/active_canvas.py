"""What hands do on the canvas: pan, zoom, choose, open and move, by mouse, touchpad and keyboard."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QToolTip, QWidget

from planner.message import Message
from planner.session.timeline import Mark
from ui.desk import Desk
from ui.journey.timeline import walking
from ui.journey.timeline.announce import announce
from ui.journey.timeline.placed import Form, Placed
from ui.journey.timeline.told_canvas import ToldCanvas

_STEP = 1.25
_PER_DEGREE = 1.0016
_EDGE = 7.0
_KEYS_ALONG = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_KEYS_ACROSS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_KEYS_ZOOM = {
    Qt.Key.Key_Plus: _STEP,
    Qt.Key.Key_Equal: _STEP,
    Qt.Key.Key_Minus: 1 / _STEP,
    Qt.Key.Key_Underscore: 1 / _STEP,
}


@dataclass(frozen=True, slots=True)
class Held:
    """What the mouse holds: a thing, or its end when ``field`` says so, grasped at a point."""

    placed: Placed
    at: QPoint
    field: str = ""


class ActiveCanvas(ToldCanvas):
    """A canvas with hands.

    Signals:
        opened(str, str): the user wants the form of a thing, at a field.
        moved(str, int, str): a thing is dragged or nudged so many days from where it stands, by a field.
        dropped: it is let go of there.
        left: the user thinks better of it.
        accepted: the user says yes to the move that is pending.
        refused(object): why the thing that was grasped stays where it is, a Message.
    """

    opened = Signal(str, str)
    moved = Signal(str, int, str)
    dropped = Signal()
    left = Signal()
    accepted = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.nudged = 0
        """How many days the chosen thing is moved and not yet accepted."""
        self._held: Held | None = None
        self._dragging = False
        self._days = 0
        self._panning: QPointF | None = None
        self._space = False
        self._nudged_field = ""
        self.pointer = QPoint()
        """Where the mouse was last, in the viewport."""
        self.setAcceptDrops(False)  # files go to the page, as on every other tab
        self.viewport().setAcceptDrops(False)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)

    # -- the mouse -------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._tell_nothing()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        placed = self.placed_at(event.position().toPoint())
        button = event.button()
        if (
            button is Qt.MouseButton.MiddleButton
            or self._space
            or (button is Qt.MouseButton.LeftButton and placed is None)
        ):
            self._panning = event.position()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif button is Qt.MouseButton.LeftButton and placed is not None:
            self._grasp(placed, event.position().toPoint())
        event.accept()

    def _grasp(self, placed: Placed, at: QPoint) -> None:
        if self.nudged:
            self._let_be()
        x = self.mapToScene(at).x()
        ends = placed.form is Form.NIGHTS and abs(x - placed.x1) <= _EDGE
        self._held = Held(placed, at, "leaves" if ends else "")
        if not any(mark.id == self.chosen for mark in placed.marks):
            self._choose(placed.mark, reveal=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        at = event.position()
        self.pointer = at.toPoint()
        if self._panning is not None:
            step = self._panning - at
            self._panning = at
            self.pan(step.x())
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(step.y()))
        elif self._held is not None:
            self._drag(self._held, at.toPoint())
        else:
            self._point_at(at.toPoint())

    def _drag(self, held: Held, at: QPoint) -> None:
        if not self._dragging:
            if (at - held.at).manhattanLength() < QApplication.startDragDistance():
                return
            mark = held.placed.mark
            if held.placed.form is Form.CLUSTER:
                return
            if mark.still is not None:
                self._held = None
                self.refused.emit(mark.still)
                return
            self._dragging = True
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor)
        days = round((at.x() - held.at.x()) / self.scale_now.day_width)
        if days != self._days:
            self._days = days
            self.moved.emit(held.placed.mark.id, days, held.field)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        held, dragging = self._held, self._dragging
        self._held, self._dragging, self._panning = None, False, None
        self.viewport().unsetCursor()
        if dragging:
            self.nudged, self._days = self._days, 0
            (self.dropped if self.nudged else self.left).emit()
        elif held is not None and held.placed.form is Form.CLUSTER:
            self._open_out(held.placed)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        placed = self.placed_at(event.position().toPoint())
        if placed is not None and placed.form is not Form.CLUSTER:
            self.opened.emit(placed.mark.thing, placed.mark.field)
        event.accept()

    def _point_at(self, at: QPoint) -> None:
        """The pointer says what can be done here."""
        placed = self.placed_at(at)
        if placed is None:
            self.viewport().setCursor(
                Qt.CursorShape.OpenHandCursor if self._space else Qt.CursorShape.ArrowCursor
            )
        elif placed.form is Form.NIGHTS and abs(self.mapToScene(at).x() - placed.x1) <= _EDGE:
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor)
        else:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def _open_out(self, placed: Placed) -> None:
        """Zoom to where the things of a cluster come apart."""
        first = min(self.scale_now.at(mark.starts) for mark in placed.marks)
        last = max(self.scale_now.at(mark.starts) for mark in placed.marks)
        wider = self.viewport().width() * 0.6 / max(last - first, self.scale_now.day_width)
        middle = (first + last) / 2 - self.visible_from
        self.zoom_by(max(wider, 1.0) if wider > 1.05 else _STEP, middle, glide=True)

    # -- wheel and pinch -------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        turned, pixels = event.angleDelta(), event.pixelDelta()
        dx, dy = (pixels.x(), pixels.y()) if not pixels.isNull() else (turned.x(), turned.y())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(_PER_DEGREE ** (turned.y() or dy), event.position().x())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.pan(-(dx or dy))
        elif abs(dx) > abs(dy) or not self.verticalScrollBar().maximum():
            self.pan(-(dx if abs(dx) > abs(dy) else dy))
        else:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - dy)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_by(1 + event.value(), event.position().x())
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                at = self.viewport().mapFromGlobal(pinch.hotSpot().toPoint()).x()
                self.zoom_by(pinch.scaleFactor(), at)
                return True
        elif isinstance(event, QHelpEvent):
            self._tell(event)
            return True
        return super().viewportEvent(event)

    def _tell(self, event: QHelpEvent) -> None:
        placed = self.placed_at(event.pos())
        if placed is None or self.words is None:
            QToolTip.hideText()
            return
        QToolTip.showText(event.globalPos(), self._told(placed.marks), self)

    # -- the keyboard ----------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._nudges(event)
        ):
            event.accept()  # Alt+Left would go back a page
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = Qt.Key(event.key())
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        is_told = self.note.isVisible()
        self._tell_nothing()
        if key is Qt.Key.Key_Escape and is_told and not (self._dragging or self.nudged):
            return  # it was what was told that was in the way
        if self._nudges(event):
            self._nudge(_KEYS_ALONG[key], "leaves" if shift and self._has_own_end else "")
        elif key is Qt.Key.Key_Space:
            self._space = True
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif key in _KEYS_ZOOM:
            self.zoom_by(_KEYS_ZOOM[key], glide=not event.isAutoRepeat())
        elif key is Qt.Key.Key_0:
            self.fit()
        elif key is Qt.Key.Key_T:
            self.show_today()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.pan(self.viewport().width() * (0.85 if key is Qt.Key.Key_PageDown else -0.85))
        elif shift and key in _KEYS_ALONG:
            self.pan(_KEYS_ALONG[key] * self.viewport().width() / 4)
        elif shift and key in _KEYS_ACROSS:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + _KEYS_ACROSS[key] * bar.singleStep() * 2)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key is Qt.Key.Key_Escape:
            self._escape(event)
        elif not self._walk(key):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self.viewport().unsetCursor()
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        if not self.chosen and not mouse and self.timeline is not None:
            first = walking.start(self.timeline, self.today)
            if first is not None:
                self._choose(first, reveal=False)
        self.choose(self.chosen, reveal=False)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self._space = False
        self._tell_nothing()
        self.choose(self.chosen, reveal=False)

    def _nudges(self, event: QKeyEvent) -> bool:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        return bool(alt) and event.key() in _KEYS_ALONG and bool(self.chosen)

    @property
    def _has_own_end(self) -> bool:
        """Whether the end of the chosen thing can be moved by itself: that of nights."""
        item = self.item(self.chosen)
        return item is not None and item.seen.placed.form is Form.NIGHTS

    def _nudge(self, days: int, field: str) -> None:
        mark = self._chosen_mark
        if mark is None:
            return
        if mark.still is not None:
            self.refused.emit(mark.still)
            return
        if self.nudged and field != self._nudged_field:
            self._let_be()
        self._nudged_field = field
        self.nudged += days
        self.moved.emit(mark.id, self.nudged, field)
        (self.dropped if self.nudged else self.left).emit()

    def _enter(self) -> None:
        if self.nudged:
            self.accepted.emit()
        elif (mark := self._chosen_mark) is not None:
            self.opened.emit(mark.thing, mark.field)

    def _escape(self, event: QKeyEvent) -> None:
        if self._dragging or self.nudged:
            self._let_be()
        else:
            event.ignore()

    def _let_be(self) -> None:
        self._held, self._dragging, self._days, self.nudged = None, False, 0, 0
        self.viewport().unsetCursor()
        self.left.emit()

    def _walk(self, key: Qt.Key) -> bool:
        line = self.timeline
        if line is None:
            return False
        mark = self._chosen_mark
        if mark is None:
            found = walking.start(line, self.today) if key in {*_KEYS_ALONG, *_KEYS_ACROSS} else None
        elif key in _KEYS_ALONG:
            found = walking.along(line, mark, _KEYS_ALONG[key])
        elif key in _KEYS_ACROSS:
            found = walking.across(line, mark, _KEYS_ACROSS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            found = walking.along(line, mark, 10**6 if key is Qt.Key.Key_End else -(10**6))
        else:
            return False
        if found is None:
            return False
        if self.nudged:
            self._let_be()
        self._choose(found)
        self._tell_soon()
        return True

    def _choose(self, mark: Mark, *, reveal: bool = True) -> None:
        self.choose(mark.id, reveal=reveal)
        announce(self, self.accessibleDescription())

    def refuse(self, why: Message) -> None:
        """Give up what is being moved, and say why."""
        self._let_be()
        self.refused.emit(why)
