"""Everybody with a passphrase of their own: added, removed. The record is encrypted once, for all of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.errors import PlannerError
from planner.message import N_, Message
from planner.session import Session
from planner.session.keys import KeyHolder
from ui.controls.button import Button
from ui.controls.layout_widgets import clear
from ui.controls.pill import Pill
from ui.controls.words import words
from ui.desk import Desk
from ui.record.new_passphrase_card import NewPassphraseCard
from ui.theme.tokens import Tone, space


class PeopleCard(NewPassphraseCard):
    """A line for each, and the fields for one more."""

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(desk, session, N_("Who opens this record"), parent)
        self.add = self.opener = Button(desk, N_("Let somebody else in…"))
        self.add_row(
            N_("Case managers"),
            N_("Each with a passphrase of their own: the log says who, and one can leave without the rest."),
            self.add,
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(space(1))
        self.body.addLayout(self._list)
        self.removes: dict[str | None, Button] = {}
        label = words(desk, N_("Their name"), "small")
        self.name = self.first = QLineEdit()
        self.name.setProperty("kind", "large")
        label.setBuddy(self.name)
        desk.language.say(self.name, N_("Their name"), "setAccessibleName")
        named = QVBoxLayout()
        named.setSpacing(space(1))
        named.addWidget(label)
        named.addWidget(self.name)
        self.add_form(named, N_("Let them in"))
        self.name.returnPressed.connect(self.new.setFocus)

    def follow(self) -> None:
        super().follow()
        clear(self._list)
        self.removes = {}
        me = self._session.keys.who
        for holder in self._session.keys.holders():
            self._list.addWidget(self._line(holder, is_me=holder.id == me.id))

    def forget_first(self) -> None:
        self.name.clear()

    def submit(self) -> None:
        """Let them in, if they have a name and a passphrase that will do."""
        name = self.name.text().strip()
        if not name:
            self.banner.tell(N_("Type their name."))
            self.name.setFocus()
            return
        if not self.is_good():
            return
        keys, passphrase = self._session.keys, self.new.secret

        def done() -> None:
            keys.changed("person-added")
            self.show_form(False)
            self.follow()
            self.banner.tell(N_("{name} opens the record from now on.", name=name), tone=Tone.OK)

        self.work(lambda: keys.add_holder(name, passphrase), done)

    def remove(self, holder: KeyHolder) -> None:
        """Their passphrase opens nothing any more."""
        try:
            self._session.keys.remove_holder(holder.id)
            self._session.keys.changed("person-removed")
        except (PlannerError, OSError) as error:
            self.tell(error)
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


def _called(holder: KeyHolder) -> str | Message:
    return holder.name or N_("Creator of the record")
