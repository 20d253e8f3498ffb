"""Days of the week: several to press down, or one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from planner.message import Message
from planner.session.naming import fold
from ui.fields.field import Field, FieldContext
from ui.fields.option import Option
from ui.fields.pick_field import PickField
from ui.fields.ranking import best
from ui.theme.tokens import space


class WeekdaysField(Field):
    """ISO weekdays (1 Monday … 7 Sunday), in order. The arrows go from day to day, Space presses one."""

    def __init__(self, context: FieldContext, name: Message) -> None:
        super().__init__()
        self.desk = context.desk
        self._shown: tuple[int, ...] = ()
        self.desk.language.say(self, name, "setAccessibleName")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(1))
        self.buttons: list[QPushButton] = []
        for weekday in range(7):
            button = QPushButton(self)
            button.setProperty("kind", "chip")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus if weekday else Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(self._pressed)
            self.buttons.append(button)
            layout.addWidget(button)
        layout.addStretch(1)
        self.setFocusProxy(self.buttons[0])
        self.desk.language.changed.connect(self._name)
        self._name()

    @property
    def value(self) -> tuple[int, ...]:
        pressed = tuple(at + 1 for at, button in enumerate(self.buttons) if button.isChecked())
        return self._shown if pressed == tuple(sorted(set(self._shown))) else pressed

    def show_value(self, value: Any) -> None:
        self._shown = tuple(value)
        for at, button in enumerate(self.buttons):
            button.setChecked(at + 1 in value)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        at = next((at for at, button in enumerate(self.buttons) if button.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
        elif 0 <= at + step < 7:
            self.buttons[at + step].setFocus()

    def _pressed(self) -> None:
        self.edited.emit()
        self.committed.emit()

    def _name(self) -> None:
        speaker = self.desk.language.speaker
        wide = speaker.weekday_names("wide")
        for at, (button, name) in enumerate(zip(self.buttons, speaker.weekday_names(), strict=True)):
            button.setText(name)
            button.setAccessibleName(wide[at])


class WeekdayField(PickField):
    """One ISO weekday (1 Monday … 7 Sunday), ``None`` while not chosen."""

    least_width = 0

    def write(self, value: Any) -> str:
        return "" if value is None else self.desk.language.speaker.weekday_names("wide")[value - 1]

    def options(self, words: str) -> Sequence[Option]:
        options = [Option(weekday, self.write(weekday)) for weekday in range(1, 8)]
        named = ((one, (fold(one.label),)) for one in options)
        return best(words, named, 7, lambda one: (one.label,)) if words else options
