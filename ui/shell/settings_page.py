"""Settings: looks, safety, print, the agency, the limits of the rules. Each holds at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from planner import __version__
from planner.message import N_, NN_
from planner.session import Changed, Session
from planner.settings import Settings
from ui.controls.button import Button
from ui.controls.choice_box import ChoiceBox
from ui.controls.segments import Segments
from ui.desk import Desk
from ui.language import LOCALES
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.settings.agency_card import AgencyCard
from ui.shell.settings.backup_rows import BackupRows
from ui.shell.settings.card import SettingsCard
from ui.shell.settings.cards_page import CardsPage
from ui.shell.settings.keeping_row import KeepingRow
from ui.shell.settings.limits_card import LimitsCard
from ui.shell.settings.print_card import PrintCard
from ui.shell.top_bar import TopBar
from ui.theme.tokens import space

_AUTO_LOCK_MINUTES = (1, 5, 10, 20, 60, 0)


class SettingsPage(CardsPage):
    """One column of cards."""

    def __init__(
        self,
        desk: Desk,
        session: Session,
        errors: ErrorPresenter,
        show_keyboard: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._errors = errors
        self._add_looks()
        self._add_trust()
        self.print = PrintCard(desk, session, errors)
        self.column.addWidget(self.print)
        self.agency = AgencyCard(desk, session, errors)
        self.limits = LimitsCard(desk, session, errors)
        self.column.addWidget(self.agency)
        self.column.addWidget(self.limits)
        self._add_about(show_keyboard)
        self.column.addStretch(1)
        desk.language.changed.connect(self._word_minutes)
        desk.preferences.changed.connect(self._follow)
        self._follow(desk.preferences.values)

    def arrive(self, bar: TopBar) -> None:
        bar.show_page(N_("Settings"))
        self.agency.follow()
        self.print.follow()
        self.backups.follow()
        self.keeping.follow()
        self.language.button(self.language.choice).setFocus()

    def refresh(self, changed: Changed) -> None:
        self.limits.follow()  # undo may have changed them
        if changed.directory:
            self.agency.follow()
            self.print.follow()

    def _add_looks(self) -> None:
        desk = self._desk
        card = self._card(SettingsCard(desk, N_("Appearance")))
        self.language = Segments(desk, N_("Language"), {"system": N_("Same as the system"), **LOCALES})
        self.language.chosen.connect(lambda key: desk.preferences.change(language=key))
        self.theme = Segments(
            desk,
            N_("Theme"),
            {"system": N_("Same as the system"), "light": N_("Light"), "dark": N_("Dark")},
        )
        self.theme.chosen.connect(lambda key: desk.preferences.change(theme=key))
        self.motion = Segments(
            desk,
            N_("Motion"),
            {"system": N_("Same as the system"), "reduced": N_("Reduced"), "full": N_("Full")},
        )
        self.motion.chosen.connect(lambda key: desk.preferences.change(motion=key))
        card.add_row(N_("Language"), N_("Of the screen. What prints has its own languages."), self.language)
        card.add_row(N_("Theme"), N_("Light, dark, or whichever the computer uses now."), self.theme)
        card.add_row(N_("Motion"), N_("Whether anything slides or turns on the screen."), self.motion)

    def _add_trust(self) -> None:
        desk = self._desk
        card = self._card(SettingsCard(desk, N_("Safety")))
        self.auto_lock = ChoiceBox(desk, N_("Lock when idle"))
        self.auto_lock.setMinimumWidth(space(42))
        for minutes in _AUTO_LOCK_MINUTES:
            self.auto_lock.addItem("", minutes)
        self._word_minutes()
        self.auto_lock.activated.connect(
            lambda _row: desk.preferences.change(auto_lock_minutes=self.auto_lock.currentData())
        )
        card.add_row(
            N_("Lock when idle"),
            N_("The record closes and asks for its passphrase; also when the computer is locked or sleeps."),
            self.auto_lock,
        )
        self.backups = BackupRows(desk, self._session, self._errors, card)
        self.keeping = KeepingRow(desk, self._session, self._errors, card)

    def _add_about(self, show_keyboard: Callable[[], None]) -> None:
        card = self._card(SettingsCard(self._desk, N_("About")))
        self.keyboard = Button(self._desk, N_("Keyboard"), icon="keyboard")
        self.keyboard.clicked.connect(show_keyboard)
        card.add_row(N_("Every key"), N_("All shortcuts on one page, to read or to print."), self.keyboard)
        card.add_row(
            N_("Treatment Journey Planner {version}", version=__version__),
            N_(
                "It arranges, translates and watches dates, and gives no medical advice. Apache "
                "License 2.0; icons by Lucide (ISC), typefaces Inter and Noto Sans SC (SIL OFL)."
            ),
        )

    def _card(self, card: SettingsCard) -> SettingsCard:
        self.column.addWidget(card)
        return card

    def _follow(self, values: Settings) -> None:
        """Show the settings as they are, whoever changed them."""
        self.language.choose(values.language)
        self.theme.choose(values.theme)
        self.motion.choose(values.motion)
        self.print.show_values(values)
        self.backups.follow()
        minutes = values.auto_lock_minutes
        if self.auto_lock.findData(minutes) < 0:
            self.auto_lock.addItem("", minutes)
            self._word_minutes()
        self.auto_lock.setCurrentIndex(self.auto_lock.findData(minutes))

    def _word_minutes(self) -> None:
        for row in range(self.auto_lock.count()):
            minutes = self.auto_lock.itemData(row)
            name = NN_("After {count} minute", "After {count} minutes", minutes) if minutes else N_("Never")
            self.auto_lock.setItemText(row, self._desk.language.text(name))
