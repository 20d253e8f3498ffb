"""How long records are kept unless somebody decides otherwise: years after the last service."""

from __future__ import annotations

from PySide6.QtCore import QObject

from planner.message import N_, NN_
from planner.session import Session
from ui.controls.choice_box import ChoiceBox
from ui.desk import Desk
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.settings.card import SettingsCard
from ui.theme.tokens import space

_OFFERED = (0, 3, 5, 7, 10, 15, 20, 30)


class KeepingRow(QObject):
    """A row of a card. It holds for this record, for everybody who opens it."""

    def __init__(self, desk: Desk, session: Session, errors: ErrorPresenter, card: SettingsCard) -> None:
        super().__init__(card)  # goes with its card, and hears of no language after that
        self._desk = desk
        self._session = session
        self._errors = errors
        self.card = card
        self.years = ChoiceBox(desk, N_("Keep records for"), card)
        self.years.setMinimumWidth(space(42))
        for years in _OFFERED:
            self.years.addItem("", years)
        card.add_row(
            N_("Keep records for"),
            N_("From the last service on: entered in a journey, with the reason, once that day is known."),
            self.years,
        )
        self.years.activated.connect(lambda _row: self._choose())
        desk.language.changed.connect(self._word)
        self._word()

    def follow(self) -> None:
        """Show what is decided now."""
        years = self._session.retention.years or 0
        if self.years.findData(years) < 0:
            self.years.addItem("", years)
            self._word()
        self.years.setCurrentIndex(self.years.findData(years))

    def _choose(self) -> None:
        with self._errors.told():
            self._session.retention.put_years(self.years.currentData() or None)
        self.follow()

    def _word(self) -> None:
        for row in range(self.years.count()):
            years = self.years.itemData(row)
            name = NN_("{count} year", "{count} years", years) if years else N_("Decided for each journey")
            self.years.setItemText(row, self._desk.language.text(name))
