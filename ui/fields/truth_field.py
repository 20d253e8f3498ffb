"""Yes or no, and yes, no or not known yet."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.message import N_, Message
from ui.controls.check_box import CheckBox
from ui.controls.segments import Segments
from ui.fields.field import Field, FieldContext
from ui.theme.tokens import CONTROL_HEIGHT

_YES, _NO, _UNKNOWN = "yes", "no", "unknown"
_VALUES = {_YES: True, _NO: False, _UNKNOWN: None}


class TruthField(Field):
    """A box to tick, what it says beside it."""

    def __init__(self, context: FieldContext, name: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = CheckBox(context.desk, name, parent=self)
        self.setFocusProxy(self.box)
        context.desk.language.say(self, name, "setAccessibleName")
        self.setMinimumHeight(CONTROL_HEIGHT)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        layout.addStretch(1)
        self.box.clicked.connect(self._chosen)

    @property
    def value(self) -> bool:
        return self.box.isChecked()

    def show_value(self, value: Any) -> None:
        self.box.setChecked(bool(value))

    def _chosen(self) -> None:
        self.edited.emit()
        self.committed.emit()


class TruthOrUnknownField(Field):
    """Yes, no, or not known yet, side by side; the arrows go from one to the next."""

    def __init__(self, context: FieldContext, name: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        choices = {_YES: N_("Yes"), _NO: N_("No"), _UNKNOWN: N_("Not known yet")}
        self.segments = Segments(context.desk, name, choices, self)
        context.desk.language.say(self, name, "setAccessibleName")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.segments)
        layout.addStretch(1)
        self.segments.chosen.connect(self._chosen)
        self._value: bool | None = None
        self.show_value(None)

    @property
    def value(self) -> bool | None:
        return self._value

    def show_value(self, value: Any) -> None:
        self._value = value
        key = next(key for key, one in _VALUES.items() if one is value)
        self.segments.choose(key)
        for other in _VALUES:
            policy = Qt.FocusPolicy.StrongFocus if other == key else Qt.FocusPolicy.ClickFocus
            self.segments.button(other).setFocusPolicy(policy)
        self.setFocusProxy(self.segments.button(key))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = list(_VALUES)
        at = keys.index(self.segments.choice) + step
        if 0 <= at < len(keys):
            self.segments.button(keys[at]).setFocus()
            self._chosen(keys[at])

    def _chosen(self, key: str) -> None:
        if _VALUES[key] is self._value:
            return
        self.show_value(_VALUES[key])
        self.edited.emit()
        self.committed.emit()
