"""The recovery code: whether there is one, and a new one in its place."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.message import N_, Message
from planner.session import Session
from ui.controls.button import Button
from ui.controls.words import words
from ui.desk import Desk
from ui.record.recovery_sheet import RecoverySheet
from ui.shell.settings.card import SettingsCard
from ui.theme.tokens import Tone


class RecoveryCard(SettingsCard):
    """The sheet is shown here, and nowhere once it is put away."""

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(desk, N_("Recovery code"), parent)
        self._session = session
        self.sheet: RecoverySheet | None = None
        self.make = Button(desk, N_("Make a new code…"), icon="printer")
        self.make.clicked.connect(self.show_sheet)
        self.add_row(
            N_("For the day a passphrase is forgotten"),
            N_("Printed and put in a safe. It works once; a new one replaces the one before."),
            self.make,
        )
        self.state = words(desk, "", "small", wrap=True)
        self.body.addWidget(self.state)

    def follow(self) -> None:
        """Show it as it is now."""
        self.setEnabled(not self._session.is_sample)
        keys = self._session.keys
        day = keys.recovery_code_made_on
        state: Message
        is_missing = not keys.has_recovery_code and self.sheet is None
        if self.sheet is not None:
            state = N_("The code below counts once it is confirmed; until then nothing changes.")
        elif not keys.has_recovery_code:
            state = N_("There is none: if every passphrase is forgotten, everything in the record is lost.")
        elif day is not None:
            state = N_("Made on {day}.", day=day)
        else:
            state = N_("There is one.")
        self.desk.language.say(self.state, state)
        self.state.setProperty("ink", Tone.WARNING.value if is_missing else None)
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)

    def show_sheet(self) -> None:
        """Make a code and show it; it counts once one of its groups was typed from paper."""
        self.close_sheet()
        self.sheet = RecoverySheet(self.desk, self._session, self)
        self.sheet.kept.connect(self.close_sheet)
        self.sheet.put_off.connect(self.close_sheet)
        self.body.addWidget(self.sheet)
        self.make.setEnabled(False)
        self.follow()
        self.sheet.print.setFocus()

    def close_sheet(self) -> None:
        """Take the code away from the screen."""
        if self.sheet is not None:
            self.sheet.hide()
            self.sheet.deleteLater()
            self.sheet = None
        self.make.setEnabled(True)
        self.follow()
