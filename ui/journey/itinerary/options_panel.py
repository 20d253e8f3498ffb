"""Which copy: for whom, in which languages, on which paper."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from planner.i18n import printable_locales
from planner.message import N_, NP_, Message
from planner.record.consent import Audience
from planner.record.journey import Journey
from planner.session import PrintOptions
from planner.session.receivers import Recipient, readers, recipients_of
from planner.settings import PAPERS, Settings
from ui import labels
from ui.controls.check_box import CheckBox
from ui.controls.choice_box import ChoiceBox
from ui.controls.segments import Segments
from ui.controls.words import words
from ui.desk import Desk
from ui.journey.print_languages import LanguagesBox, Locales, named, pairs
from ui.theme.tokens import space

_HINTS: dict[Audience, Message] = {
    Audience.PATIENT: N_("Everything that concerns the patient."),
    Audience.COMPANION: N_("The companion’s own days."),
    Audience.HOSPITAL: N_("Appointments and sessions; no money."),
    Audience.DRIVER: N_("Rides and addresses; nothing medical."),
    Audience.HOTEL: N_("Nights and guests; nothing medical."),
    Audience.AGENCY: N_("All travellers, cancelled things too. It stays in the house."),
}
_ANY: dict[Audience, Message] = {
    Audience.DRIVER: N_("The driver with the most rides"),
    Audience.HOTEL: N_("The house with the most nights"),
    Audience.HOSPITAL: N_("All hospitals together"),
}


class OptionsPanel(QWidget):
    """The choices of one copy, kept while one goes from journey to journey.

    Signals:
        changed: another copy is wanted.
        looked: only the look on the screen is another (black and white).
    """

    changed = Signal()
    looked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._quiet = False
        self._journey: Journey | None = None
        self.audience = ChoiceBox(desk, N_("Copy for"), self)
        for one in Audience:
            self.audience.addItem("", one)
        self._hint = words(desk, _HINTS[Audience.PATIENT], "small", wrap=True)
        self._whose_label = words(desk, N_("Made for"), "strong")
        self.whose = ChoiceBox(desk, N_("Made for"), self)
        self.whose.setMinimumContentsLength(12)  # a long name is shortened rather than the column widened
        self.whose.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.languages = LanguagesBox(desk, N_("Print languages"), self)
        self.paper = Segments(desk, N_("Paper"), {paper: paper for paper in PAPERS})
        self.large_print = CheckBox(desk, N_("Large print"))
        self.grey = CheckBox(desk, N_("In black and white"))
        self._languages: Locales = ()
        self._begun_from: Settings | None = None
        self._begin_from(desk.preferences.values)
        self._lay_out()
        self._reword()
        self.audience.currentIndexChanged.connect(self._audience_chosen)
        self.whose.currentIndexChanged.connect(self._tell)
        self.languages.currentIndexChanged.connect(self._languages_chosen)
        self.paper.chosen.connect(self._tell)
        self.large_print.toggled.connect(self._tell)
        self.grey.toggled.connect(self.looked)
        desk.language.changed.connect(self._reword)
        desk.preferences.changed.connect(self._begin_from)

    @property
    def options(self) -> PrintOptions:
        """What is chosen."""
        audience = Audience(self.audience.currentData())
        whose = self.whose.currentData() or ""
        return PrintOptions(
            audience=audience,
            languages=self.languages.choice,
            paper=self.paper.choice,
            large_print=self.large_print.isChecked(),
            reader=whose if audience is Audience.COMPANION else "",
            recipient=whose if audience is not Audience.COMPANION else "",
        )

    @property
    def section(self) -> str:
        """The section of the journey where what keeps this copy from being made can be seen to."""
        has_companion = self._journey is not None and bool(self._journey.companions)
        return "people" if self.options.audience is Audience.COMPANION and not has_companion else "consent"

    def choose(self, audience: Audience) -> None:
        """Choose for whom."""
        self.audience.setCurrentIndex(self.audience.findData(audience))

    def show_journey(self, journey: Journey) -> None:
        """Offer what this journey has; what was chosen stays chosen where it can. Tells nobody."""
        self._journey = journey
        self._quiet = True
        self._offer_languages(journey)
        self._offer_whose()
        self._quiet = False

    def _begin_from(self, values: Settings) -> None:
        """Begin from what the settings say; what they say anew holds here too."""
        before, self._begun_from = self._begun_from, values
        if before is None or before.print_languages != values.print_languages:
            self._languages = values.print_languages
            self.languages.choose(self._languages)
        if before is None or before.paper != values.paper:
            self.paper.choose(values.paper)
            self._tell()
        if before is None or before.large_print != values.large_print:
            self.large_print.setChecked(values.large_print)
        if before is None or before.black_and_white != values.black_and_white:
            self.grey.setChecked(values.black_and_white)

    def _offer_languages(self, journey: Journey) -> None:
        """The journey's own first; another choice is kept from journey to journey."""
        own = printable_locales(journey.languages)
        self.languages.offer([some for some in pairs(own) if some != own], named(own))
        self.languages.choose(self._languages)

    def _languages_chosen(self) -> None:
        if not self._quiet:
            self._languages = self.languages.choice
        self._tell()

    def _offer_whose(self) -> None:
        if self._journey is None:
            return
        audience = Audience(self.audience.currentData())
        wanted = self.whose.currentData()
        offered = [*readers(self._journey, audience), *recipients_of(self._journey, audience)]
        self.whose.clear()
        if audience in _ANY:
            self.whose.addItem(self._desk.language.text(_ANY[audience]), "")
        for one in offered:
            self.whose.addItem(self._named(one), one.id)
        if (known := self.whose.findData(wanted)) >= 0:
            self.whose.setCurrentIndex(known)
        shown = len(offered) > (1 if audience is Audience.COMPANION else 0)
        self.whose.setVisible(shown)
        self._whose_label.setVisible(shown)

    def _named(self, one: Recipient) -> str:
        return one.name.best(self._desk.language.locale)

    def _audience_chosen(self) -> None:
        quiet, self._quiet = self._quiet, True
        self._offer_whose()
        self._desk.language.say(self._hint, _HINTS[Audience(self.audience.currentData())])
        self._quiet = quiet
        self._tell()

    def _tell(self, *_value: object) -> None:
        if not self._quiet:
            self.changed.emit()

    def _reword(self) -> None:
        for number, audience in enumerate(Audience):
            self.audience.setItemText(number, self._desk.language.text(labels.name(audience)))
        if self._journey is not None:
            self.show_journey(self._journey)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1.5))
        column.addWidget(words(self._desk, N_("Copy for"), "strong"))
        column.addWidget(self.audience)
        column.addWidget(self._hint)
        for label, control in (
            (self._whose_label, self.whose),
            (words(self._desk, NP_("heading", "Languages"), "strong"), self.languages),
            (words(self._desk, N_("Paper"), "strong"), self.paper),
        ):
            column.addSpacing(space(1.5))
            column.addWidget(label)
            column.addWidget(control)
        column.addSpacing(space(1))
        column.addWidget(self.large_print)
        column.addWidget(self.grey)
