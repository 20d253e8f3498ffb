"""Several values in one control: each a chip, and a line beside them for the next one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from planner.message import N_, Message
from ui.controls.flow_layout import FlowLayout
from ui.fields.box import Box
from ui.fields.chip import Chip
from ui.fields.field import Field, FieldContext
from ui.fields.line_field import LineField
from ui.theme.tokens import CONTROL_HEIGHT, space


class _Flow(FlowLayout):
    """As words flow; the last part takes what is left of its line."""

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        super().setGeometry(rect)
        last = self.itemAt(self.count() - 1)
        if last is not None:
            edges = self.contentsMargins()
            place = last.geometry()
            place.setRight(rect.right() - edges.right())
            last.setGeometry(place)


class _ChipsBox(Box):
    """A box that grows with its chips."""

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return max(CONTROL_HEIGHT, self.flow.heightForWidth(width))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        width = max(self.width(), space(30))
        return QSize(space(60), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(space(30), CONTROL_HEIGHT)

    flow: _Flow


class ChipsField(Field):
    """A ``tuple`` (``many``: or ``frozenset``) of what ``entry`` gives, in the order they were added.

    ``entry`` is bare; what is committed in it becomes a chip. Backspace or the arrow left in the empty line
    goes back to the chips; Backspace or Delete takes the marked one away. ``label`` says what a value is
    called. A comma ends a value too, where ``by_comma``.
    """

    def __init__(
        self,
        context: FieldContext,
        name: Message,
        entry: LineField,
        label: Callable[[Any], str],
        *,
        many: type = tuple,
        by_comma: bool = False,
    ) -> None:
        super().__init__()
        self.desk = context.desk
        self._many = many
        self._label = label
        self._by_comma = by_comma
        self._values: list[Any] = []
        self._before: tuple[Any, ...] = ()
        self._shown: Any = many()
        self._marked = -1
        self.chips: list[Chip] = []
        self.entry = entry
        self.desk.language.say(self, name, "setAccessibleName")
        self.box = _ChipsBox(self.desk, self)
        row = self.box.layout()
        assert row is not None
        QWidget().setLayout(row)  # the row of a plain box goes with that widget
        self.box.flow = _Flow(space(1), space(0.5), self.box)
        self.box.flow.setContentsMargins(space(1), 3, space(1), 3)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.box.setSizePolicy(policy)
        self.box.entry = entry.line
        entry.setParent(self.box)
        entry.setMinimumWidth(space(35))
        entry.setContentsMargins(space(1), 0, 0, 0)
        self.desk.language.say(entry.line, N_("Add…"), "setPlaceholderText")
        self.box.flow.addWidget(entry)
        self.setFocusProxy(entry.line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self._entry_takes = entry.line.takes_key
        entry.line.takes_key = self._take_key
        entry.committed.connect(self._entered)
        entry.edited.connect(self._entry_edited)
        entry.line.left.connect(self._left)
        self.desk.language.changed.connect(self._reword)

    # -- the value -------------------------------------------------------------------------------------

    @property
    def value(self) -> Any:
        values = self._many(self._values)
        return self._shown if values == self._shown else values

    @property
    def problem(self) -> Message | None:
        return self.entry.problem

    def show_value(self, value: Any) -> None:
        self._shown = value
        self._before = tuple(sorted(value) if self._many is frozenset else value)
        self._values = list(self._before)
        self.entry.show_value(self.entry.empty)
        self._rebuild()

    def restore(self) -> None:
        """What was there before."""
        self.show_value(self._many(self._before))
        self.edited.emit()

    # -- what the user does ----------------------------------------------------------------------------

    def remove(self, at: int) -> None:
        """Take one value away."""
        del self._values[at]
        self._rebuild()
        self.edited.emit()
        self._commit()

    def _entered(self) -> None:
        value = self.entry.value
        if self.entry.problem is not None:
            self.committed.emit()
            return
        if value == self.entry.empty:
            return
        if value not in self._values:
            self._values.append(value)
        self.entry.show_value(self.entry.empty)
        self._rebuild()
        self.edited.emit()
        self._commit()

    def _entry_edited(self) -> None:
        self._mark(-1)
        words = self.entry.line.text()
        if self._by_comma and words.rstrip().endswith((",", "，", "、", ";")):
            self.entry.line.setText(words.rstrip(" ,，、;"))
            self.entry.line.textEdited.emit(self.entry.line.text())
            self.entry.commit()
            return
        self.edited.emit()

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if not self.entry.line.text() and self._take_key_of_chips(key):
            return True
        if key == Qt.Key.Key_Escape and tuple(self._values) != self._before and not self.entry.is_changed:
            self.restore()
            return True
        return self._entry_takes is not None and self._entry_takes(event)

    def _take_key_of_chips(self, key: Qt.Key) -> bool:
        last = len(self.chips) - 1
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and self._marked >= 0:
            at = self._marked
            self.remove(at)
            self._mark(min(at, last - 1) if last > 0 else -1)
        elif key == Qt.Key.Key_Left and last >= 0:
            self._mark(last if self._marked < 0 else max(0, self._marked - 1))
        elif key == Qt.Key.Key_Backspace and last >= 0:
            self._mark(last)
        elif key == Qt.Key.Key_Right and self._marked >= 0:
            self._mark(self._marked + 1 if self._marked < last else -1)
        else:
            return False
        return True

    def _left(self, _reason: object) -> None:
        self._mark(-1)

    def _commit(self) -> None:
        self._before = tuple(self._values)
        self.committed.emit()

    # -- how it looks ----------------------------------------------------------------------------------

    def _mark(self, at: int) -> None:
        self._marked = at
        for number, chip in enumerate(self.chips):
            chip.mark(number == at)
        said = self.chips[at].label if at >= 0 else ""
        self.entry.line.setAccessibleDescription(said)

    def _rebuild(self) -> None:
        for chip in self.chips:
            self.box.flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.box.flow.removeWidget(self.entry)
        self.chips = [Chip(self.desk, self._label(value), self.box) for value in self._values]
        for at, chip in enumerate(self.chips):
            chip.removed.connect(lambda at=at: self.remove(at))
            self.box.flow.addWidget(chip)
            chip.show()
        self.box.flow.addWidget(self.entry)
        self._marked = -1
        self.box.updateGeometry()

    def _reword(self) -> None:
        self._rebuild()
