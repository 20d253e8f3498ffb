"""What every control for a value of the record is: it shows one, gives one back, says what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.message import Message
from planner.record.directory import Directory
from planner.record.journey import Journey
from planner.session import Session
from ui.desk import Desk

#: Values of a thing by the names of its fields.
Known = tuple[tuple[str, Any], ...]


class Make(Protocol):
    """Opens the form of a new thing; ``known`` of its fields begin with those values."""

    def __call__(self, cls: type, words: str, then: Callable[[str], None], known: Known = ()) -> None: ...


@dataclass(frozen=True, slots=True)
class FieldContext:
    """What a control may look at. ``journey`` and ``directory`` give what is in the record at that moment.

    ``make`` opens the form of a new place, contact, document … on the spot: the class of the thing, the words
    typed so far, and what to do with the new thing's id. ``None`` where nothing can be made. ``zone`` is the
    IANA zone that a new moment starts with, such as that of the appointment's place; else the journey's.
    ``place_zone`` is the zone of the place that the value is about, which it follows until somebody chooses
    one: ``""`` while there is no place or its zone is not known, ``None`` where there is no field for one.
    """

    desk: Desk
    session: Session
    journey: Callable[[], Journey | None]
    directory: Callable[[], Directory]
    make: Make | None = None
    zone: Callable[[], str] | None = None
    place_zone: Callable[[], str] | None = None

    def print_languages(self) -> tuple[str, ...]:
        """The locales that texts are written in here: the journey's, else the agency's."""
        journey, agency = self.journey(), self.directory().agency
        if journey is not None and journey.languages:
            return journey.languages
        return (agency.print_languages if agency is not None else ()) or ("en", "zh_CN")

    def new_zone(self) -> str:
        """The zone that a new moment starts with, ``""`` where none is known."""
        if self.zone is not None and (zone := self.zone()):
            return zone
        journey, agency = self.journey(), self.directory().agency
        if journey is not None:
            return journey.zone
        return agency.zone if agency is not None else ""

    def home_zone(self) -> str:
        """Where the patient is at home, else the agency; ``""`` where neither is known."""
        journey, agency = self.journey(), self.directory().agency
        patient = journey.patient if journey is not None else None
        return (patient.home_zone if patient is not None else "") or (agency.zone if agency else "")


class Field(QWidget):
    """A control for one value. Its accessible name is the label of the field.

    ``value`` is what the control stands for while ``problem`` is ``None``; else what it was before.

    Signals:
        edited: what stands in the control differs from a moment ago (each key press).
        committed: the user is done with it: Enter, a choice made, the focus leaves after a change. It comes
            with a ``problem`` too, for that is the moment to say it; save only where there is none.
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

    def look_again(self) -> None:
        """Something beside it changed: offer anew what is merely offered. No value changes."""

    def follow(self) -> bool:
        """The user chose another place beside it: take over its zone, unless somebody chose one here.

        Whether another value stands here now. Nothing is emitted.
        """
        return False
