"""Everybody with a passphrase of their own: added, removed. The record is encrypted once, for all of them."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.errors import PlannerError
from planner.message import N_, Message
from planner.session import Session
from planner.session.keys import KeyHolder
from ui.controls.banner import Banner
from ui.controls.button import Button
from ui.controls.layout_widgets import clear
from ui.controls.pill import Pill
from ui.controls.words import words
from ui.desk import Desk
from ui.shell.new_passphrase import NewPassphrase
from ui.shell.settings.card import SettingsCard
from ui.theme.tokens import Tone, space


class PeopleCard(SettingsCard):
    """A line for each, and the fields for one more."""

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(desk, N_("Who opens this record"), parent)
        self._session = session
        self.banner = Banner(desk, self)
        self.body.addWidget(self.banner)
        self.add = Button(desk, N_("Let somebody else in…"))
        self.add.clicked.connect(lambda: self.show_form(True))
        self.add_row(
            N_("Case managers"),
            N_("Each with a passphrase of their own: the log says who, and one can leave without the rest."),
            self.add,
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(space(1))
        self.body.addLayout(self._list)
        self.removes: dict[str | None, Button] = {}
        self.form = self._make_form()
        self.body.addWidget(self.form)
        self.form.hide()

    def follow(self) -> None:
        """Show them as they are now."""
        self.setEnabled(not self._session.is_sample)
        clear(self._list)
        self.removes = {}
        me = self._session.keys.who
        for holder in self._session.keys.holders():
            self._list.addWidget(self._line(holder, is_me=holder.id == me.id))

    def show_form(self, shown: bool) -> None:
        """Show the fields for one more, or take them away, emptied."""
        self.form.setVisible(shown)
        self.add.setEnabled(not shown)
        self.name.clear()
        self.new.forget()
        (self.name if shown else self.add).setFocus()

    def submit(self) -> None:
        """Let them in, if they have a name and a passphrase that will do."""
        name = self.name.text().strip()
        if not name:
            self.banner.tell(N_("Type their name."))
            self.name.setFocus()
            return
        wrong = self.new.wrong()
        if wrong is not None:
            self.banner.tell(wrong)
            return
        keys, passphrase = self._session.keys, self.new.secret
        self.setEnabled(False)

        def done(_nothing: Any) -> None:
            self.setEnabled(True)
            keys.changed("person-added")
            self.show_form(False)
            self.follow()
            self.banner.tell(N_("{name} opens the record from now on.", name=name), tone=Tone.OK)

        def failed(error: BaseException) -> None:
            self.setEnabled(True)
            self._tell(error)

        self.desk.work.start(self, lambda _p, _c: keys.add_holder(name, passphrase), done=done, failed=failed)

    def remove(self, holder: KeyHolder) -> None:
        """Their passphrase opens nothing any more."""
        try:
            self._session.keys.remove_holder(holder.id)
            self._session.keys.changed("person-removed")
        except (PlannerError, OSError) as error:
            self._tell(error)
            return
        self.follow()
        self.banner.tell(
            N_("{name} opens the record no more.", name=_called(holder)),
            N_("A copy they took earlier still opens with their passphrase."),
            Tone.OK,
        )

    def _line(self, holder: KeyHolder, *, is_me: bool) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(2))
        row.addWidget(words(self.desk, _called(holder), "strong"))
        if is_me:
            row.addWidget(Pill(self.desk, N_("you"), Tone.INFO))
        row.addStretch(1)
        if holder.made_on is not None:
            row.addWidget(words(self.desk, N_("passphrase of {day}", day=holder.made_on), "small"))
        if not is_me:
            remove = Button(self.desk, N_("Remove"), kind="quiet")
            self.desk.language.say(remove, N_("Remove {name}", name=_called(holder)), "setAccessibleName")
            remove.clicked.connect(partial(self.remove, holder))
            self.removes[holder.id] = remove
            row.addWidget(remove)
        return line

    def _make_form(self) -> QWidget:
        form = QWidget()
        form.setMaximumWidth(space(92))
        layout = QVBoxLayout(form)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(3))
        label = words(self.desk, N_("Their name"), "small")
        self.name = QLineEdit()
        self.name.setProperty("kind", "large")
        label.setBuddy(self.name)
        self.desk.language.say(self.name, N_("Their name"), "setAccessibleName")
        self.new = NewPassphrase(self.desk)
        self.new.edited.connect(self.banner.hide)
        self.new.submitted.connect(self.submit)
        self.name.returnPressed.connect(self.new.setFocus)
        self.keep = Button(self.desk, N_("Let them in"), kind="primary")
        self.keep.clicked.connect(self.submit)
        self.cancel = Button(self.desk, N_("Cancel"), kind="quiet")
        self.cancel.clicked.connect(lambda: self.show_form(False))
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        named = QVBoxLayout()
        named.setSpacing(space(1))
        named.addWidget(label)
        named.addWidget(self.name)
        layout.addLayout(named)
        layout.addWidget(self.new)
        layout.addLayout(buttons)
        return form

    def _tell(self, error: BaseException) -> None:
        if isinstance(error, PlannerError):
            self.banner.tell(error.message, error.way_on)
        elif isinstance(error, OSError):
            self.banner.tell(N_("The key file cannot be written; everything is as it was."))
        else:
            self.desk.work.failed.emit(error)


def _called(holder: KeyHolder) -> str | Message:
    return holder.name or N_("Creator of the record")
