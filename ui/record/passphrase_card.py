"""Your passphrase: changed without encrypting anything again, in the keychain only if you say so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.errors import PlannerError
from planner.message import N_, Message
from planner.session import Session
from ui.controls.banner import Banner
from ui.controls.button import Button
from ui.controls.check_box import CheckBox
from ui.controls.passphrase_field import PassphraseField
from ui.desk import Desk
from ui.shell.new_passphrase import NewPassphrase
from ui.shell.settings.card import SettingsCard
from ui.theme.tokens import Tone, space


class PassphraseCard(SettingsCard):
    """Name, passphrase, keychain: of the one who opened the record."""

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(desk, N_("Your passphrase"), parent)
        self._session = session
        self.banner = Banner(desk, self)
        self.body.addWidget(self.banner)
        self.name = QLineEdit()
        self.name.setFixedWidth(space(56))
        desk.language.say(self.name, N_("Your name"), "setAccessibleName")
        self.name.editingFinished.connect(self._rename)
        self.add_row(
            N_("Your name"),
            N_("The log says who did what; a case manager’s name counts as theirs."),
            self.name,
        )
        self.change = Button(desk, N_("Change the passphrase…"), icon="key-round")
        self.change.clicked.connect(lambda: self.show_form(True))
        self.add_row(
            N_("Passphrase"),
            N_("Nothing is encrypted again; earlier backups need the new one too."),
            self.change,
        )
        self.form = self._make_form()
        self.body.addWidget(self.form)
        self.form.hide()
        self.remember = CheckBox(desk, N_("Open with this computer’s keychain"), words=False)
        self.remember.clicked.connect(self._remember)
        self.add_row(
            N_("Open with this computer’s keychain"),
            N_("Whoever can use your account on this computer can then open the record. Off by default."),
            self.remember,
        )

    def follow(self) -> None:
        """Show it as it is now."""
        self.setEnabled(not self._session.is_sample)
        if not self.name.hasFocus():
            self.name.setText(self._session.keys.who.name)
        self.remember.setChecked(self._session.keys.is_remembered)

    def show_form(self, shown: bool) -> None:
        """Show the fields for a new passphrase, or take them away, emptied."""
        self.form.setVisible(shown)
        self.change.setEnabled(not shown)
        self.before.forget()
        self.new.forget()
        (self.before if shown else self.change).setFocus()

    def submit(self) -> None:
        """Change it, if the present one is right and the new one will do."""
        wrong = self.new.wrong()
        if wrong is not None:
            self.banner.tell(wrong)
            return
        before, after, keys = self.before.secret, self.new.secret, self._session.keys

        def done(_nothing: Any) -> None:
            keys.changed("passphrase")
            self.show_form(False)
            self.banner.tell(N_("The passphrase is changed."), tone=Tone.OK)

        self._work(lambda: keys.change_passphrase(before, after), done)

    def _make_form(self) -> QWidget:
        form = QWidget()
        form.setMaximumWidth(space(92))
        layout = QVBoxLayout(form)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(3))
        self.before = PassphraseField(self.desk, N_("Present passphrase"))
        self.new = NewPassphrase(self.desk)
        self.new.submitted.connect(self.submit)
        self.new.edited.connect(self.banner.hide)
        self.before.submitted.connect(self.new.setFocus)
        self.keep = Button(self.desk, N_("Change it"), kind="primary")
        self.keep.clicked.connect(self.submit)
        self.cancel = Button(self.desk, N_("Cancel"), kind="quiet")
        self.cancel.clicked.connect(lambda: self.show_form(False))
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        layout.addWidget(self.before)
        layout.addWidget(self.new)
        layout.addLayout(buttons)
        return form

    def _rename(self) -> None:
        name = self.name.text().strip()
        if name != self._session.keys.who.name:
            try:
                self._session.keys.name_myself(name)
                self._session.keys.changed("name")
            except (PlannerError, OSError) as error:
                self._tell(error)

    def _remember(self, on: bool) -> None:
        keys = self._session.keys

        def done(_nothing: Any) -> None:
            keys.changed("keychain")
            self.follow()

        self._work(keys.remember_here if on else keys.forget_here, done)

    def _work(self, change: Callable[[], None], done: Callable[[Any], object]) -> None:
        self.setEnabled(False)

        def ended(result: Any) -> None:
            self.setEnabled(True)
            done(result)

        def failed(error: BaseException) -> None:
            self.setEnabled(True)
            self.follow()
            self._tell(error)

        self.desk.work.start(self, lambda _p, _c: change(), done=ended, failed=failed)

    def _tell(self, error: BaseException) -> None:
        if isinstance(error, PlannerError):
            self.banner.tell(error.message, error.way_on)
        elif isinstance(error, OSError):
            self.banner.tell(_NOT_WRITTEN)
        else:
            self.desk.work.failed.emit(error)


_NOT_WRITTEN: Message = N_("The key file cannot be written; everything is as it was.")
