"""The place as a driver is shown it: its Chinese name and address, the door, the position as text."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from planner.message import N_
from planner.record.place import Place
from planner.record.text import Text
from ui.controls.button import Button
from ui.controls.card import Card
from ui.controls.words import words
from ui.desk import Desk
from ui.reference.fact_rows import FactRows
from ui.reference.sentences import Sentence
from ui.theme.tokens import space

_CHINESE = "zh_CN"


class DriverCard(Card):
    """Signals:

    large_wanted(object): show this sentence over the whole window.
    """

    large_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._place: Place | None = None
        self._facts = FactRows(desk)
        self.large = Button(desk, N_("Show to a driver"), icon="maximize-2", parent=self)
        self.copy = Button(desk, N_("Copy the Chinese"), icon="copy", parent=self)
        self.large.clicked.connect(self._show_large)
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText("\n".join(self._chinese())))
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        buttons.addWidget(self.large)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        layout = self.body
        layout.addWidget(words(desk, N_("As a driver is shown it"), "title"))
        layout.addWidget(self._facts)
        layout.addLayout(buttons)
        desk.language.changed.connect(self._show)

    def show_place(self, place: Place | None) -> None:
        """Show a place, or hide for none."""
        self._place = place
        self.setVisible(place is not None)
        self._show()

    def _show(self) -> None:
        place = self._place
        if place is None:
            return
        self._facts.clear()
        missing = N_("not entered yet")
        self._facts.add(N_("Name"), place.name.in_(_CHINESE) or missing)
        self._facts.add(N_("Address"), place.address.in_(_CHINESE) or missing)
        if place.address_pinyin:
            self._facts.add(N_("Read aloud"), place.address_pinyin)
        if place.entrance:
            self._facts.add(N_("Entrance"), place.entrance.best(_CHINESE))
        position = position_words(place)
        self._facts.add(
            N_("Position, also in the QR code"), position or N_("not known yet"), copied=bool(position)
        )
        has_chinese = bool(self._chinese())
        self.large.setEnabled(has_chinese)
        self.copy.setEnabled(has_chinese)

    def _chinese(self) -> list[str]:
        place = self._place
        if place is None:
            return []
        parts = (place.name.in_(_CHINESE), place.address.in_(_CHINESE), place.entrance.in_(_CHINESE))
        return [part for part in parts if part]

    def _show_large(self) -> None:
        place = self._place
        if place is None:
            return
        said = Text({_CHINESE: "\n".join(self._chinese()), "en": place.name.best("en")}, _CHINESE)
        sentence = Sentence(place.id, "", said, place.address_pinyin or place.name_pinyin, N_("Address"))
        self.large_wanted.emit(sentence)


def position_words(place: Place) -> str:
    """The position as the printed QR code holds it (RFC 5870): ``geo:30.66,104.06``; empty if not known."""
    if place.latitude_deg is None or place.longitude_deg is None:
        return ""
    return f"geo:{place.latitude_deg},{place.longitude_deg}"
