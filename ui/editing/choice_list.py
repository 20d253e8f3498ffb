"""Large choices one under the other, of which one holds or none, each with a line on what it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QWidget

from planner.message import N_, Message
from planner.record.text import Text
from ui.controls.card import Card
from ui.controls.radio_button import RadioButton
from ui.controls.words import words
from ui.desk import Desk
from ui.theme.tokens import space


class ChoiceList(Card):
    """A card of choices; ``choice`` is the key of the one that holds, ``""`` for none."""

    def __init__(
        self,
        desk: Desk,
        title: Message,
        offered: Sequence[tuple[str, Text, Text]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, apart=1)
        self._desk = desk
        self._offered = tuple(offered)
        desk.language.say(self, title, "setAccessibleName")
        layout = self.body
        layout.addWidget(words(desk, title, "title"))
        self._group = QButtonGroup(self)
        self.buttons: dict[str, RadioButton] = {}
        self._details = {}
        nothing = (Text(), Text())
        for key, name, detail in (("", *nothing), *self._offered):
            button = self.buttons[key] = RadioButton(desk, self)
            self._group.addButton(button)
            layout.addWidget(button)
            if not key:
                desk.language.say(button, N_("No template: begin with nothing"))
                button.setChecked(True)
                continue
            line = self._details[key] = words(desk, detail.best(desk.language.locale), "small", wrap=True)
            line.setContentsMargins(space(7.5), 0, 0, space(1))
            button.setText(name.best(desk.language.locale))
            layout.addWidget(line)
        desk.language.changed.connect(self._reword)

    @property
    def choice(self) -> str:
        """The key of the one that holds."""
        return next((key for key, button in self.buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Let this one hold."""
        self.buttons[key].setChecked(True)

    def _reword(self) -> None:
        locale = self._desk.language.locale
        for key, name, detail in self._offered:
            self.buttons[key].setText(name.best(locale))
            self._details[key].setText(detail.best(locale))
