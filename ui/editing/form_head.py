"""The head of a form: what the thing is called, of what kind it is, and what is done with it as a whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.edits.thing_names import kind_name, thing_name
from planner.message import N_, Message
from planner.record.journey import Journey
from planner.record.leg import Leg
from planner.record.text import Text
from planner.record.thing import Thing
from ui import labels
from ui.controls.button import IconButton
from ui.controls.words import words
from ui.desk import Desk
from ui.theme.tokens import space


class FormHead(QWidget):
    """``title`` and ``kind``, then the buttons ``copy``, ``bin`` and ``cross``."""

    def __init__(self, desk: Desk, kind: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = words(desk, "", "title", wrap=True, parent=self)
        self.kind = words(desk, kind, "small", parent=self)
        self.copy = IconButton(desk, N_("Duplicate"), "copy", parent=self)
        self.bin = IconButton(desk, N_("Remove"), "trash-2", parent=self)
        self.cross = IconButton(desk, N_("Close the form"), "x", parent=self)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.kind)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(space(5), space(3), space(4), space(2))
        layout.addLayout(names, 1)
        for button in (self.copy, self.bin, self.cross):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def show_title(self, name: str) -> None:
        """Show what the thing is called: within a sentence its name may begin small, here it does not."""
        self.title.setText(name[:1].upper() + name[1:])

    def show_name(self, thing: Thing, journey: Journey | None) -> None:
        """Say what the thing is called in that journey, and of what kind it is."""
        name, language = thing_name(thing, journey), self._desk.language
        language.forget(self.title)
        language.forget(self)
        if isinstance(name, Message):
            language.say(self, name, "show_title")
        elif isinstance(name, Text):
            language.say(self.title, Message("{name}", {"name": name}))
        else:
            self.title.setText(name)
        self.show_kind(thing)

    def show_kind(self, thing: Thing) -> None:
        """Say of what kind the thing is, a leg by how one travels, as menus do."""
        kind = labels.name(thing.mode) if isinstance(thing, Leg) else kind_name(type(thing))
        self._desk.language.say(self.kind, kind)

    def show_new(self, cls: Any, value_of: Callable[[str], Any]) -> None:
        """Say what is being made: a thing of ``cls`` that is not in the record, a leg by how one travels."""
        mode = value_of("mode") if cls is Leg else None
        kind = labels.name(mode) if mode is not None else kind_name(cls)
        self._desk.language.say(self.title, N_("New: {kind}", kind=kind))
        for part in (self.kind, self.copy, self.bin):
            part.hide()
