"""Several of a few: each a box to tick."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout

from planner.message import N_, Message
from ui.controls.check_box import CheckBox
from ui.controls.flow_layout import FlowLayout
from ui.controls.words import words as label
from ui.fields.field import Field, FieldContext
from ui.theme.tokens import space

#: Room for a box and the beginning of what it says.
_LEAST_WIDTH = space(40)


class TicksField(Field):
    """A tuple of those that are ticked, in the order in which they were.

    ``offered`` gives what there is to tick each time a value is shown, with its name. What is ticked and not
    offered any more stays, under its own name.
    """

    def __init__(
        self,
        context: FieldContext,
        name: Message,
        offered: Callable[[], Sequence[tuple[Any, Message | str]]],
        *,
        many: type = tuple,
    ) -> None:
        super().__init__()
        self.desk = context.desk
        self._offered = offered
        self._many = many
        self._values: list[Any] = []
        self._shown: Any = many()
        self.boxes: dict[Any, CheckBox] = {}
        self._none: QLabel | None = None
        self.desk.language.say(self, name, "setAccessibleName")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(space(4), space(1))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, space(1), 0, space(1))
        layout.addLayout(self._flow)
        self.show_value(many())

    @property
    def value(self) -> Any:
        values = self._many(self._values)
        return self._shown if values == self._shown else values

    def show_value(self, value: Any) -> None:
        self._shown = value
        self._values = list(value)
        offered = list(self._offered())
        offered += [(one, str(one)) for one in value if one not in [known for known, _ in offered]]
        if [one for one, _ in offered] != list(self.boxes):
            self._build(offered)
        for one, box in self.boxes.items():
            box.setChecked(one in self._values)

    def start(self) -> None:
        for box in self.boxes.values():
            box.setFocus()
            return

    def _build(self, offered: Sequence[tuple[Any, Message | str]]) -> None:
        for box in self.boxes.values():
            self._flow.removeWidget(box)
            box.deleteLater()
        self.boxes = {}
        for one, name in offered:
            said = name if isinstance(name, Message) else N_("{name}", name=name)
            box = CheckBox(self.desk, said, parent=self)
            box.setMinimumWidth(min(box.sizeHint().width(), _LEAST_WIDTH))  # the rest is in its tooltip
            box.clicked.connect(lambda _checked=False, one=one: self._tick(one))
            self._flow.addWidget(box)
            self.boxes[one] = box
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))
        if not self.boxes and self._none is None:
            self._none = label(self.desk, N_("There is nobody to choose yet."), "muted", parent=self)
            self._flow.addWidget(self._none)
        if self._none is not None:
            self._none.setVisible(not self.boxes)

    def _tick(self, one: Any) -> None:
        if one in self._values:
            self._values.remove(one)
        else:
            self._values.append(one)
        self.edited.emit()
        self.committed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        for box in self.boxes.values():
            is_cut = box.sizeHint().width() > self.contentsRect().width()
            box.setToolTip(box.text() if is_cut else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        event.ignore()
