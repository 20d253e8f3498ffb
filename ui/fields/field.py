"""What every control for a value of the record is: it shows one, gives one back, says what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.message import Message
from planner.record.directory import Directory
from planner.record.journey import Journey
from planner.session import Session
from ui.desk import Desk


@dataclass(frozen=True, slots=True)
class FieldContext:
    """What a control may look at. ``journey`` and ``directory`` give what is in the record at that moment.

    ``make`` opens the form of a new place, contact, document … on the spot: the class of the thing, the words
    typed so far, and what to do with the new thing's id. ``None`` where nothing can be made.
    """

    desk: Desk
    session: Session
    journey: Callable[[], Journey | None]
    directory: Callable[[], Directory]
    make: Callable[[type, str, Callable[[str], None]], None] | None = None


class Field(QWidget):
    """A control for one value. Its accessible name is the label of the field.

    ``value`` is what the control stands for while ``problem`` is ``None``; else the last good value.

    Signals:
        edited: what stands in the control differs from a moment ago (each key press).
        committed: the user is done with it: Enter, a choice made, the focus leaves after a change.
    """

    edited = Signal()
    committed = Signal()

    @property
    def value(self) -> Any:
        """The value of the record's own type; the field's default or ``None`` for an empty control."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Show ``value``; emits nothing."""
        raise NotImplementedError

    @property
    def problem(self) -> Message | None:
        """Why what stands in the control is no value, in one sentence that says what was expected."""
        return None

    def start(self) -> None:
        """Put the focus where one begins to type."""
        self.setFocus()
