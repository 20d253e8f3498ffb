"""A card in which a passphrase is made: its fields are folded away until they are wanted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from planner.errors import PlannerError
from planner.message import N_, Message
from planner.session import Session
from ui.controls.banner import Banner
from ui.controls.button import Button
from ui.desk import Desk
from ui.shell.new_passphrase import NewPassphrase
from ui.shell.settings.card import SettingsCard
from ui.theme.tokens import space


class NewPassphraseCard(SettingsCard):
    """``opener`` shows the fields: what is asked ``first``, then the passphrase, ``new``."""

    opener: Button
    first: QWidget

    def __init__(self, desk: Desk, session: Session, title: Message, parent: QWidget | None = None) -> None:
        super().__init__(desk, title, parent)
        self._session = session
        self.banner = Banner(desk, self)
        self.body.addWidget(self.banner)

    def follow(self) -> None:
        """Show it as it is now."""
        self.setEnabled(not self._session.is_sample)

    def submit(self) -> None:
        """Do what was asked for, if what was typed will do."""
        raise NotImplementedError

    def forget_first(self) -> None:
        """Empty what is asked first."""
        raise NotImplementedError

    def show_form(self, shown: bool) -> None:
        """Show the fields, or take them away, emptied."""
        self.form.setVisible(shown)
        self.opener.setEnabled(not shown)
        self.forget_first()
        self.new.forget()
        (self.first if shown else self.opener).setFocus()

    def add_form(self, first: QLayout, keep: Message) -> None:
        """Put the fields below what the card holds: ``first``, the passphrase, and the button ``keep``."""
        self.opener.clicked.connect(lambda: self.show_form(True))
        self.form = QWidget()
        self.form.setMaximumWidth(space(92))
        layout = QVBoxLayout(self.form)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(3))
        self.new = NewPassphrase(self.desk)
        self.new.submitted.connect(self.submit)
        self.new.edited.connect(self.banner.hide)
        self.keep = Button(self.desk, keep, kind="primary")
        self.keep.clicked.connect(self.submit)
        self.cancel = Button(self.desk, N_("Cancel"), kind="quiet")
        self.cancel.clicked.connect(lambda: self.show_form(False))
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        layout.addLayout(first)
        layout.addWidget(self.new)
        layout.addLayout(buttons)
        self.body.addWidget(self.form)
        self.form.hide()

    def is_good(self) -> bool:
        """Whether the new passphrase will do; if not, that is told."""
        wrong = self.new.wrong()
        if wrong is not None:
            self.banner.tell(wrong)
        return wrong is None

    def work(self, change: Callable[[], object], done: Callable[[], object]) -> None:
        """Change the keys off the main thread, while nothing here can be touched."""
        self.setEnabled(False)

        def ended(_nothing: object) -> None:
            self.setEnabled(True)
            done()

        def failed(error: BaseException) -> None:
            self.setEnabled(True)
            self.follow()
            self.tell(error)

        self.desk.work.start(self, lambda _p, _c: change(), done=ended, failed=failed)

    def tell(self, error: BaseException) -> None:
        """Say why the keys were not changed."""
        if isinstance(error, PlannerError):
            self.banner.tell(error.message, error.way_on)
        elif isinstance(error, OSError):
            self.banner.tell(N_("The key file cannot be written; everything is as it was."))
        else:
            self.desk.work.failed.emit(error)
