"""Settings: how the program looks and speaks, when it locks, what a print starts from. Each holds at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from planner import __version__
from planner.message import N_, NN_, Message
from planner.settings import PAPERS, Settings
from ui.controls.check_box import CheckBox
from ui.controls.choice_box import ChoiceBox
from ui.controls.segments import Segments
from ui.controls.words import words
from ui.desk import Desk
from ui.language import LOCALES
from ui.shell.page import Page
from ui.shell.top_bar import TopBar
from ui.theme.tokens import space

_AUTO_LOCK_MINUTES = (5, 10, 20, 60, 0)
_WIDTH = space(170)


class SettingsPage(Page):
    """One column of cards."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        page = QWidget()
        page.setProperty("kind", "page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(space(6), space(6), space(6), space(8))
        self._column.setSpacing(space(4))
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._add_looks()
        self._add_trust()
        self._add_print()
        self._add_about()
        self._column.addStretch(1)
        area.setWidget(page)
        desk.language.changed.connect(self._word_minutes)
        desk.preferences.changed.connect(self._follow)
        self._follow(desk.preferences.values)

    def arrive(self, bar: TopBar) -> None:
        bar.show_page(N_("Settings"))
        self.language.button(self.language.choice).setFocus()

    def _add_looks(self) -> None:
        self.language = Segments(self._desk, N_("Language"), {"system": N_("As the system"), **LOCALES})
        self.language.chosen.connect(lambda key: self._desk.preferences.change(language=key))
        self.theme = Segments(
            self._desk,
            N_("Theme"),
            {"system": N_("As the system"), "light": N_("Light"), "dark": N_("Dark")},
        )
        self.theme.chosen.connect(lambda key: self._desk.preferences.change(theme=key))
        self._card(
            N_("Appearance"),
            (
                (N_("Language"), N_("Of the screen. What prints has its own languages."), self.language),
                (N_("Theme"), N_("Light, dark, or whichever the computer uses now."), self.theme),
            ),
        )

    def _add_trust(self) -> None:
        self.auto_lock = ChoiceBox(self._desk, N_("Lock when idle"))
        self.auto_lock.setMinimumWidth(space(42))
        for minutes in _AUTO_LOCK_MINUTES:
            self.auto_lock.addItem("", minutes)
        self._word_minutes()
        self.auto_lock.activated.connect(
            lambda _row: self._desk.preferences.change(auto_lock_minutes=self.auto_lock.currentData())
        )
        self._card(
            N_("Safety"),
            ((N_("Lock when idle"), N_("The record closes and asks for its passphrase."), self.auto_lock),),
        )

    def _add_print(self) -> None:
        self.paper = Segments(self._desk, N_("Paper"), {paper: paper for paper in PAPERS})
        self.paper.chosen.connect(lambda key: self._desk.preferences.change(paper=key))
        self.large_print = CheckBox(self._desk, N_("Large print"), words=False)
        self.large_print.toggled.connect(lambda on: self._desk.preferences.change(large_print=on))
        self._card(
            N_("Print"),
            (
                (N_("Paper"), N_("The size a new export starts with."), self.paper),
                (N_("Large print"), N_("Body text of 18 points, for tired eyes."), self.large_print),
            ),
        )

    def _add_about(self) -> None:
        self._card(
            N_("About"),
            (
                (
                    N_("Treatment Journey Planner {version}", version=__version__),
                    N_(
                        "It arranges, translates and watches dates, and gives no medical advice. Apache "
                        "License 2.0; icons by Lucide (ISC), typefaces Inter and Noto Sans SC (SIL OFL)."
                    ),
                    None,
                ),
            ),
        )

    def _card(self, title: Message, rows: Sequence[tuple[Message, Message, QWidget | None]]) -> None:
        card = QFrame()
        card.setProperty("kind", "card")
        card.setMaximumWidth(_WIDTH)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(space(5), space(4), space(5), space(4))
        layout.setSpacing(space(4))
        layout.addWidget(words(self._desk, title, "title"))
        for name, why, control in rows:
            row = QHBoxLayout()
            row.setSpacing(space(4))
            texts = QVBoxLayout()
            texts.setSpacing(space(0.5))
            texts.addWidget(words(self._desk, name, "strong"))
            texts.addWidget(words(self._desk, why, "small", wrap=True))
            row.addLayout(texts, 1)
            if control is not None:
                row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
            layout.addLayout(row)
        self._column.addWidget(card)

    def _follow(self, values: Settings) -> None:
        """Show the settings as they are, whoever changed them."""
        self.language.choose(values.language)
        self.theme.choose(values.theme)
        self.paper.choose(values.paper)
        self.large_print.setChecked(values.large_print)
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
