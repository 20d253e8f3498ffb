"""The rail on the left: which record this is, where one can go, and the way out."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.message import N_, Message
from ui.controls.command import Command
from ui.controls.eliding_label import ElidingLabel
from ui.controls.key_names import key_names
from ui.controls.picture import Picture
from ui.controls.pill import Pill
from ui.desk import Desk
from ui.shell.navigation_button import NavigationButton
from ui.theme.tokens import NARROW_NAVIGATION_WIDTH, NAVIGATION_WIDTH, Tone, space


class Navigation(QFrame):
    """Destinations by key.

    Signals:
        chosen(str): the user wants to go there.
    """

    chosen = Signal(str)

    def __init__(self, desk: Desk, record_name: str, is_sample: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setProperty("kind", "sidebar")
        self.setFixedWidth(NAVIGATION_WIDTH)
        desk.language.say(self, N_("Navigation"), "setAccessibleName")
        self._group = QButtonGroup(self)
        self._buttons: dict[str, NavigationButton] = {}
        self._commands: list[NavigationButton] = []
        self._wide_only: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(space(3), space(4), space(3), space(3))
        self._layout.setSpacing(space(0.5))
        self._layout.addLayout(self._record(record_name, is_sample))
        self._layout.addSpacing(space(4))
        self._foot = QVBoxLayout()
        self._foot.setSpacing(space(0.5))
        self._layout.addStretch(1)
        self._layout.addLayout(self._foot)

    def _record(self, name: str, is_sample: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(space(2), 0, 0, 0)
        row.setSpacing(space(2))
        row.addWidget(Picture(self._desk, "folder-lock", QSize(18, 18), "accent", self))
        if is_sample:
            self._wide_only.append(ElidingLabel(self._desk, N_("Sample"), "strong"))
            self._wide_only.append(Pill(self._desk, N_("not kept"), Tone.INFO))
        else:
            self._wide_only.append(ElidingLabel(self._desk, name, "strong"))
        for place, part in enumerate(self._wide_only):
            row.addWidget(part, int(place == 0))
        return row

    def add(
        self, key: str, name: Message, icon: str, *, at_foot: bool = False, keys: str = ""
    ) -> NavigationButton:
        """A destination that can be chosen; ``keys`` is its shortcut, said in the tooltip."""
        button = NavigationButton(keys, self)
        button.setCheckable(True)
        self._desk.theme.give_icon(button, icon)
        self._desk.language.say(button, name, "set_name")
        button.clicked.connect(lambda _checked=False: self.chosen.emit(key))
        self._group.addButton(button)
        self._buttons[key] = button
        if at_foot:
            self._foot.addWidget(button)
        else:
            self._layout.insertWidget(self._layout.count() - 2, button)
        return button

    def add_command(self, command: Command) -> NavigationButton:
        """Something to do rather than a place to go, at the foot."""
        button = NavigationButton(key_names(command.shortcut()), self)

        def follow() -> None:
            button.set_name(command.text())
            button.setIcon(command.icon())

        command.changed.connect(follow)
        follow()
        button.clicked.connect(lambda _checked=False: command.trigger())
        self._foot.addWidget(button)
        self._commands.append(button)
        return button

    @property
    def buttons(self) -> tuple[NavigationButton, ...]:
        """Every line of the rail."""
        return (*self._buttons.values(), *self._commands)

    def set_narrow(self, narrow: bool) -> None:
        """Be a rail of icons, or of names as well."""
        self.setFixedWidth(NARROW_NAVIGATION_WIDTH if narrow else NAVIGATION_WIDTH)
        for button in self.buttons:
            button.set_narrow(narrow)
        for part in self._wide_only:
            part.setVisible(not narrow)

    def show_place(self, key: str) -> None:
        """Mark where one is; a page without a button marks none."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)
            return
        if (marked := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            marked.setChecked(False)
            self._group.setExclusive(True)

    def button(self, key: str) -> NavigationButton:
        """The button of a destination."""
        return self._buttons[key]
