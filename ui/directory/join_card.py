"""Two entries that are one: which stays, what it takes over, and how many journeys follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.message import N_, NN_
from planner.record.ids import ContactId, PlaceId
from planner.record.place import Place
from ui.controls.button import Button
from ui.controls.card import Card
from ui.controls.words import words
from ui.desk import Desk
from ui.directory.entry_words import Entry, name_of
from ui.fields.field import FieldContext
from ui.fields.reference_field import ReferenceField
from ui.theme.tokens import space

if TYPE_CHECKING:
    from planner.session import Session


class JoinCard(Card):
    """Signals:

    join_wanted(str, str): join; the id of the entry that stays, and of the one that goes.
    closed: nothing is to be joined.
    """

    join_wanted = Signal(str, str)
    closed = Signal()

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._entry: Entry | None = None
        self._other: Entry | None = None
        self._keeps_other = False
        context = FieldContext(desk, session, lambda: None, session.directory)
        name = N_("The other entry")
        self.places = ReferenceField(context, name, PlaceId)
        self.people = ReferenceField(context, name, ContactId)
        for field in (self.places, self.people):
            field.committed.connect(self._pick)
        self._title = words(desk, N_("Join two entries that are one"), "title")
        self._told = words(desk, "", "body", wrap=True)
        self.join = Button(desk, N_("Join them"), kind="primary", icon="merge", parent=self)
        self.swap = Button(desk, N_("Keep the other one"), parent=self)
        self.cancel = Button(desk, N_("Cancel"), kind="quiet", parent=self)
        self.join.clicked.connect(self._join)
        self.swap.clicked.connect(self._swap)
        self.cancel.clicked.connect(self.close_card)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        for button in (self.join, self.swap, self.cancel):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = self.body
        layout.addWidget(self._title)
        layout.addWidget(self.places)
        layout.addWidget(self.people)
        layout.addWidget(self._told)
        layout.addLayout(buttons)
        self.hide()

    def open_for(self, entry: Entry, other: Entry | None = None) -> None:
        """Ask which entry is one with ``entry``; ``other`` where it is known already."""
        self._entry, self._other, self._keeps_other = entry, other, False
        is_place = isinstance(entry, Place)
        self.places.setVisible(is_place)
        self.people.setVisible(not is_place)
        field = self.places if is_place else self.people
        field.show_value(other.id if other is not None else None)
        self.show()
        self._tell()
        if other is None:
            field.start()
        else:
            self.join.setFocus()

    def close_card(self) -> None:
        """Ask no longer."""
        self._entry = self._other = None
        self.hide()
        self.closed.emit()

    def _pick(self) -> None:
        entry = self._entry
        if entry is None:
            return
        wanted = (self.places if isinstance(entry, Place) else self.people).value
        directory = self._session.directory()
        known: tuple[Entry, ...] = (*directory.places, *directory.contacts)
        self._other = next((one for one in known if one.id == wanted and one.id != entry.id), None)
        self._tell()

    def _tell(self) -> None:
        entry, other = self._entry, self._other
        for button in (self.join, self.swap):
            button.setEnabled(other is not None)
        if entry is None or other is None:
            asked = N_("Choose the entry that was made twice. Both must be of the same kind.")
            self._desk.language.say(self._told, asked)
            return
        kept, gone = (other, entry) if self._keeps_other else (entry, other)
        used = len(self._session.shared.journeys_using(gone))
        say = NN_(
            "“{kept}” stays and takes over what only “{gone}” knows. {count} journey then uses it instead, "
            "and “{gone}” goes.",
            "“{kept}” stays and takes over what only “{gone}” knows. {count} journeys then use it instead, "
            "and “{gone}” goes.",
            used,
            kept=name_of(self._desk, kept),
            gone=name_of(self._desk, gone),
        )
        self._desk.language.say(self._told, say)

    def _swap(self) -> None:
        self._keeps_other = not self._keeps_other
        self._tell()

    def _join(self) -> None:
        entry, other = self._entry, self._other
        if entry is None or other is None:
            return
        kept, gone = (other, entry) if self._keeps_other else (entry, other)
        self.hide()
        self.join_wanted.emit(kept.id, gone.id)
