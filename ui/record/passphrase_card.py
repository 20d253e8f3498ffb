"""Your passphrase: changed without encrypting anything again, in the keychain only if you say so."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from planner.errors import PlannerError
from planner.message import N_
from planner.session import Session
from ui.controls.button import Button
from ui.controls.check_box import CheckBox
from ui.controls.passphrase_field import PassphraseField
from ui.desk import Desk
from ui.record.new_passphrase_card import NewPassphraseCard
from ui.theme.tokens import Tone, space


class PassphraseCard(NewPassphraseCard):
    """Name, passphrase, keychain: of the one who opened the record."""

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(desk, session, N_("Your passphrase"), parent)
        self.name = QLineEdit()
        self.name.setFixedWidth(space(56))
        desk.language.say(self.name, N_("Your name"), "setAccessibleName")
        self.name.editingFinished.connect(self._rename)
        self.add_row(
            N_("Your name"),
            N_("The log says who did what; a case manager’s name counts as theirs."),
            self.name,
        )
        self.change = self.opener = Button(desk, N_("Change the passphrase…"), icon="key-round")
        self.add_row(
            N_("Passphrase"),
            N_("Nothing is encrypted again; earlier backups need the new one too."),
            self.change,
        )
        self.before = self.first = PassphraseField(desk, N_("Present passphrase"))
        asked = QVBoxLayout()
        asked.addWidget(self.before)
        self.add_form(asked, N_("Change it"))
        self.before.submitted.connect(self.new.setFocus)
        self.remember = CheckBox(desk, N_("Open with this computer’s keychain"), words=False)
        self.remember.clicked.connect(self._remember)
        self.add_row(
            N_("Open with this computer’s keychain"),
            N_("Whoever can use your account on this computer can then open the record. Off by default."),
            self.remember,
        )

    def follow(self) -> None:
        super().follow()
        if not self.name.hasFocus():
            self.name.setText(self._session.keys.who.name)
        self.remember.setChecked(self._session.keys.is_remembered)

    def forget_first(self) -> None:
        self.before.forget()

    def submit(self) -> None:
        """Change it, if the present one is right and the new one will do."""
        if not self.is_good():
            return
        before, after, keys = self.before.secret, self.new.secret, self._session.keys

        def done() -> None:
            keys.changed("passphrase")
            self.show_form(False)
            self.banner.tell(N_("The passphrase is changed."), tone=Tone.OK)

        self.work(lambda: keys.change_passphrase(before, after), done)

    def _rename(self) -> None:
        name = self.name.text().strip()
        if name != self._session.keys.who.name:
            try:
                self._session.keys.name_myself(name)
                self._session.keys.changed("name")
            except (PlannerError, OSError) as error:
                self.tell(error)

    def _remember(self, on: bool) -> None:
        keys = self._session.keys

        def done() -> None:
            keys.changed("keychain")
            self.follow()

        self.work(keys.remember_here if on else keys.forget_here, done)
