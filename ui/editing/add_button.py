"""The button of a section that begins something new: at once, or after a choice of what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from planner.message import N_, Message
from ui.controls.button import Button
from ui.controls.command import Command
from ui.desk import Desk
from ui.editing.starting import Wanted


@dataclass(frozen=True, slots=True)
class Addable:
    """Something a section can have more of."""

    name: Message
    icon: str
    wanted: Wanted


class AddButton(Button):
    """ "Add" under a title that says what, with a menu where there are several things to add.

    The one thing it adds stands in its tooltip, and is named to whoever hears it read.

    Signals:
        wanted(object): the form of a new thing (``Wanted``).
    """

    wanted = Signal(object)

    def __init__(self, desk: Desk, addables: Sequence[Addable], parent: QWidget | None = None) -> None:
        super().__init__(desk, N_("Add"), kind="quiet", icon="plus", parent=parent)
        self.addables = tuple(addables)
        self.menu_: QMenu | None = None
        if len(addables) == 1:
            whole = N_("Add: {kind}", kind=addables[0].name)
            desk.language.say(self, whole, "setAccessibleName")
            desk.language.say(self, whole, "setToolTip")
            self.clicked.connect(lambda: self.wanted.emit(addables[0].wanted))
            return
        self.menu_ = QMenu(self)
        for one in addables:
            begin = partial(self.wanted.emit, one.wanted)
            self.menu_.addAction(Command(desk, one.name, begin, icon=one.icon, parent=self))
        self.setMenu(self.menu_)
