"""A number in one line: whole, or exact to each digit that was typed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from planner.message import N_, Message
from planner.record.constraint import Bounds
from ui.fields.field import FieldContext
from ui.fields.line_field import LineField
from ui.fields.number_reading import read_number, write_number
from ui.fields.problems import should_be
from ui.fields.reading import Unreadable


class DecimalField(LineField):
    """An exact decimal within ``rule``, ``None`` while empty; with ``required``, empty is a problem."""

    wanted = N_("a number such as {example}", example="12.5")

    def __init__(
        self,
        context: FieldContext,
        name: Message,
        *,
        rule: Bounds | None = None,
        required: bool = False,
        bare: bool = False,
    ) -> None:
        self._rule = rule
        self._required = required
        super().__init__(context, name, bare=bare)

    def read(self, words: str) -> Any:
        if not words.strip():
            if self._required:
                raise Unreadable(should_be(self.wanted))
            return None
        number = self.exact(read_number(words, self.desk.language.locale))
        if number is None:
            raise Unreadable(should_be(self.wanted))
        expected = self._rule.expected(number) if self._rule is not None else None
        if expected is not None:
            raise Unreadable(should_be(expected))
        return number

    def exact(self, number: Decimal | None) -> Decimal | int | None:
        """The number as this control keeps it; ``None`` for one that it cannot keep."""
        return number

    def write(self, value: Any) -> str:
        return "" if value is None else write_number(value, self.desk.language.locale)


class WholeField(DecimalField):
    """A whole number within ``rule``; the arrows up and down change it by one."""

    wanted = N_("a whole number such as {example}", example="12")

    def exact(self, number: Decimal | None) -> Decimal | int | None:
        return int(number) if number is not None and number == number.to_integral_value() else None

    def take_key(self, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() and self.problem is None and self.value is not None:
            number = self.value + step
            if self._rule is None or self._rule.expected(number) is None:
                self.put_value(number, commit=False)
            return True
        return super().take_key(event)
