"""Going from control to control with Tab and Shift+Tab, as somebody without a mouse does."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

_RING = 4
"""How far a frame around a control may reach beyond it, in pixels."""
_OVERLAP = 3
"""How far neighbours may reach into each other."""


@dataclass(slots=True)
class Walked:
    """What is wrong: controls Tab does not reach, going on and going back; nameless ones; unmarked ones;
    and steps of Tab that go against how one reads, from top to bottom and from left to right."""

    unreached: list[str] = field(default_factory=list)
    unreached_backwards: list[str] = field(default_factory=list)
    nameless: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    out_of_order: list[str] = field(default_factory=list)


class FocusWalk:
    """Walks parts of a window; looks at the focus mark of each kind of control once."""

    def __init__(self) -> None:
        self._looked_at: set[tuple[str, ...]] = set()

    def walk(self, window: QWidget, part: QWidget) -> Walked:
        """Walk all controls of ``part``, there and back, with real key presses."""
        found = Walked()
        wanted = set(controls(part))
        if not wanted:
            return found
        found.nameless = [described(one) for one in wanted if not name_of(one)]
        if QApplication.focusWidget() not in wanted:
            min(wanted, key=_place_in_chain(window)).setFocus(Qt.FocusReason.TabFocusReason)
        most = 2 * len(controls(window)) + 10
        whole = part is window
        if not whole:
            self._out(part, Qt.Key.Key_Backtab, most, {})
        for key, missed in (
            (Qt.Key.Key_Tab, found.unreached),
            (Qt.Key.Key_Backtab, found.unreached_backwards),
        ):
            reached: dict[QWidget, None] = {}
            if whole:
                self._round(key, most, reached, found)
            else:
                self._step(key)
                self._out(part, key, most, reached, found)
            if key is Qt.Key.Key_Tab and not whole:
                QApplication.processEvents()  # what came late is laid out
                found.out_of_order = against_reading(list(reached), part)
            missed += [described(one) for one in wanted if _still(one) and not _is_among(one, reached)]
        return found

    def _round(self, key: Qt.Key, most: int, reached: dict[QWidget, None], found: Walked) -> None:
        start = QApplication.focusWidget()
        for _ in range(most):
            focus = QApplication.focusWidget()
            if focus is None or (focus is start and reached):
                return
            reached[focus] = None
            self._see(focus, found, key)
            self._step(key)
            if QApplication.focusWidget() is focus:
                return

    def _out(
        self,
        part: QWidget,
        key: Qt.Key,
        most: int,
        reached: dict[QWidget, None],
        found: Walked | None = None,
    ) -> None:
        """Go on until the focus has left ``part``, or comes round in it, or is caught."""
        for _ in range(most):
            focus = QApplication.focusWidget()
            if focus is None or focus in reached or not part.isAncestorOf(focus):
                return
            reached[focus] = None
            if found is not None:
                self._see(focus, found, key)
            self._step(key)

    def _step(self, key: Qt.Key) -> None:
        focus = QApplication.focusWidget()
        if focus is not None:
            back = key == Qt.Key.Key_Backtab
            modifier = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
            QTest.keyClick(focus, key, modifier)

    def _see(self, focus: QWidget, found: Walked, key: Qt.Key) -> None:
        """Whether the control looks different with the focus; and it is in view."""
        kind = (
            type(focus).__name__,
            type(focus.parentWidget()).__name__,
            str(focus.property("kind")),
            str(isinstance(focus, QAbstractButton) and focus.isChecked()),
        )
        if key == Qt.Key.Key_Backtab or kind in self._looked_at:
            return
        self._looked_at.add(kind)
        QApplication.processEvents()
        if QApplication.focusWidget() is not focus or _is_out_of_view(focus):
            found.unseen.append(f"{described(focus)} is out of view")
            return
        focus.clearFocus()
        QApplication.processEvents()
        without = _picture(focus)
        focus.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        with_focus = _picture(focus)
        if with_focus == without:
            found.unseen.append(f"{described(focus)} looks the same")


def controls(part: QWidget) -> list[QWidget]:
    """What Tab leads to: within a group of choices the chosen one, from which the arrows lead on."""
    return [
        one
        for one in part.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisible()
        and one.isEnabled()
        and one.focusProxy() is None
        and not (isinstance(one, QAbstractButton) and one.group() is not None and not one.isChecked())
    ]


def against_reading(order: list[QWidget], part: QWidget) -> list[str]:
    """The steps of this order that lead up, or to the left in the same line, as it stands on the screen."""
    return [
        f"{described(one)} before {described(other)}"
        for one, other in pairwise(one for one in order if part.isAncestorOf(one))
        if _is_before(*reversed(_side_by_side(one, other)))
    ]


def _side_by_side(one: QWidget, other: QWidget) -> tuple[QRect, QRect]:
    """Where the parts are in which they lie, of the smallest widget that holds them both."""
    above = one.parentWidget()
    while not above.isAncestorOf(other):
        above = above.parentWidget()
    return _branch(above, one).geometry(), _branch(above, other).geometry()


def _branch(above: QWidget, part: QWidget) -> QWidget:
    while part.parentWidget() is not above:
        part = part.parentWidget()
    return part


def _is_before(one: QRect, other: QRect) -> bool:
    """Whether one comes to ``one`` before ``other``; neither where they overlap."""
    is_above = one.bottom() < other.top() + _OVERLAP
    is_below = one.top() > other.bottom() - _OVERLAP
    return is_above or (not is_below and one.right() < other.left() + _OVERLAP)


def name_of(control: QWidget) -> str:
    """What a screen reader calls it."""
    told = QAccessible.queryAccessibleInterface(control)
    return told.text(QAccessible.Text.Name) if told is not None else control.accessibleName()


def described(control: QWidget) -> str:
    """The control for the person who must find it."""
    return f"{type(control).__name__} “{name_of(control)}” in {type(control.parentWidget()).__name__}"


def _is_among(control: QWidget, reached: dict[QWidget, None]) -> bool:
    """Whether it was reached, or another of its group: which one holds may change on the way."""
    group = control.group() if isinstance(control, QAbstractButton) else None
    return control in reached or (group is not None and any(one in reached for one in group.buttons()))


def _still(control: QWidget) -> bool:
    return control.isVisible() and control.isEnabled()


def _is_out_of_view(control: QWidget) -> bool:
    """Whether nothing of it lies within all that it lies in."""
    seen = QRect(QPoint(0, 0), control.size())
    around = control
    while not seen.isEmpty() and not around.isWindow() and (above := around.parentWidget()) is not None:
        seen = seen.translated(around.pos()).intersected(above.rect())
        around = above
    return seen.isEmpty()


def _place_in_chain(window: QWidget) -> object:
    order: dict[QWidget, int] = {}
    one = window
    while one not in order:
        order[one] = len(order)
        one = one.nextInFocusChain()
    return lambda control: order.get(control, len(order))


def _picture(control: QWidget) -> QImage:
    window = control.window()
    at = QRect(control.mapTo(window, QPoint(0, 0)), control.size())
    return window.grab(at.adjusted(-_RING, -_RING, _RING, _RING)).toImage()
