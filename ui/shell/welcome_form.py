"""The first start: what can be done here, and which to choose."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.message import N_
from ui.controls.choice_button import ChoiceButton
from ui.desk import Desk
from ui.shell.form import Form


class WelcomeForm(Form):
    """Three ways to begin; the sample first, because looking costs nothing."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            N_("Welcome"),
            N_("Your record is one encrypted folder on this computer. There is no account and no server."),
            parent,
        )
        self.choices = {
            "sample": ChoiceButton(
                desk,
                "route",
                N_("Look at the sample"),
                N_("A complete invented journey to try everything on. Nothing you do to it is kept."),
            ),
            "new": ChoiceButton(
                desk,
                "folder-plus",
                N_("Start a new record"),
                N_("Choose a folder and a passphrase. It takes a minute."),
            ),
            "open": ChoiceButton(
                desk,
                "folder-lock",
                N_("Open an existing record"),
                N_("From this computer, a stick, or a colleague’s copy."),
            ),
        }
        for key, choice in self.choices.items():
            choice.clicked.connect(lambda _checked=False, key=key: self.wants.emit(key))
            self.body.addWidget(choice)

    def arrive(self) -> None:
        super().arrive()
        self.choices["sample"].setFocus()
