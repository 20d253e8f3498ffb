"""What a print starts from: languages, paper, type, colour, copies; and what a new journey prints in."""

from __future__ import annotations

from planner.edits.directory import change_entry
from planner.message import N_, NP_
from planner.session import Session
from planner.settings import PAPERS, Settings
from ui.controls.check_box import CheckBox
from ui.controls.segments import Segments
from ui.desk import Desk
from ui.journey.print_languages import LanguagesBox, pairs
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.settings.card import SettingsCard
from ui.shell.settings.copies_row import CopiesRow
from ui.theme.tokens import space


class PrintCard(SettingsCard):
    """Each holds at once: all but the languages of new journeys for this computer, those for the record."""

    def __init__(self, desk: Desk, session: Session, errors: ErrorPresenter) -> None:
        super().__init__(desk, N_("Print"))
        self._session = session
        self._errors = errors
        change = desk.preferences.change
        self.languages = LanguagesBox(desk, N_("Print languages"))
        self.languages.activated.connect(lambda _row: change(print_languages=self.languages.choice))
        self.of_new = LanguagesBox(desk, N_("Languages of a new journey"))
        self.of_new.activated.connect(lambda _row: self._keep_of_new())
        for box in (self.languages, self.of_new):
            box.setMinimumWidth(space(60))
        self.paper = Segments(desk, N_("Paper"), {paper: paper for paper in PAPERS})
        self.paper.chosen.connect(lambda key: change(paper=key))
        self.large_print = CheckBox(desk, N_("Large print"), words=False)
        self.large_print.toggled.connect(lambda on: change(large_print=on))
        self.grey = CheckBox(desk, N_("In black and white"), words=False)
        self.grey.toggled.connect(lambda on: change(black_and_white=on))
        self.add_row(
            NP_("heading", "Languages"),
            N_("What a new print starts with: each journey’s own, or always the same."),
            self.languages,
        )
        self._of_new_row = self.add_row(
            N_("Languages of a new journey"),
            N_("What it begins with, for everybody who opens this record."),
            self.of_new,
        )
        self.add_row(N_("Paper"), N_("The size a new export starts with."), self.paper)
        self.add_row(N_("Large print"), N_("Body text of 18 points, for tired eyes."), self.large_print)
        self.add_row(N_("In black and white"), N_("For a printer without colours."), self.grey)
        self.copies = CopiesRow(desk, self)
        desk.language.changed.connect(self._word)
        self._word()
        self.follow()

    def show_values(self, values: Settings) -> None:
        """Show the settings as they are."""
        self.languages.choose(values.print_languages)
        self.paper.choose(values.paper)
        self.large_print.setChecked(values.large_print)
        self.grey.setChecked(values.black_and_white)
        self.copies.follow(values.export_copies)

    def follow(self) -> None:
        """Show what new journeys of this record begin with; nothing before there is an agency."""
        agency = self._session.directory().agency
        self._of_new_row.setVisible(agency is not None)
        if agency is not None:
            usual, offered = agency.print_languages, pairs()
            self.of_new.offer(offered if usual in offered else [*offered, usual])
            self.of_new.choose(usual)

    def _word(self) -> None:
        held = self.languages.choice
        self.languages.offer(pairs(), self.desk.language.text(N_("As each journey has it")))
        self.languages.choose(held)

    def _keep_of_new(self) -> None:
        directory, chosen = self._session.directory(), self.of_new.choice
        if directory.agency is None or not chosen:
            return
        with self._errors.told():
            self._session.run(change_entry(directory, directory.agency.id, {"print_languages": chosen}))
        self.follow()
