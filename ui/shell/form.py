"""What the forms beside the brand panel have in common: a narrow column, a heading, a banner, a body."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.message import Message
from ui.controls.balanced_label import BalancedLabel
from ui.controls.banner import Banner
from ui.controls.words import words
from ui.desk import Desk
from ui.theme.tokens import space

COLUMN_WIDTH = space(92)


class Form(QWidget):
    """A column in the middle of its room; parts are added to ``body`` from the top down.

    Signals:
        wants(str): go to another form, by its key.
    """

    wants = Signal(str)

    def __init__(self, desk: Desk, title: Message, subtitle: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.column = QWidget(self)
        self.column.setFixedWidth(COLUMN_WIDTH)
        self.body = QVBoxLayout(self.column)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(space(3))
        self.title = words(desk, title, "display", wrap=True)
        self.body.addWidget(self.title)
        told = BalancedLabel(desk, subtitle, widest=COLUMN_WIDTH, centred=False)
        self.body.addWidget(told)
        self.body.addSpacing(space(2))
        self.banner = Banner(desk, self.column, closable=False)
        self.body.addWidget(self.banner)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.column)
        middle.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(space(6), space(6), space(6), space(6))
        layout.addStretch(1)
        layout.addLayout(middle)
        layout.addStretch(1)

    def add_line(self, name: Message, kind: str = "", *, hint: Message | None = None) -> QLineEdit:
        """A line to type in under its name and over its ``hint``; these stand closer together than one line
        to the next."""
        line = QLineEdit()
        line.setProperty("kind", kind)
        label = words(self.desk, name, "small")
        label.setBuddy(line)
        self.desk.language.say(line, name, "setAccessibleName")
        both = QVBoxLayout()
        both.setSpacing(space(1))
        both.addWidget(label)
        both.addWidget(line)
        if hint is not None:
            both.addWidget(words(self.desk, hint, "small", wrap=True))
            self.desk.language.say(line, hint, "setAccessibleDescription")
        self.body.addLayout(both)
        return line

    def arrive(self) -> None:
        """Called each time the form comes into view: put the focus where typing begins."""
        self.banner.hide()

    def forget(self) -> None:
        """Called once a record is open: keep nothing that was typed."""
