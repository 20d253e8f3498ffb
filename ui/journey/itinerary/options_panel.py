"""Which copy: for whom, in which languages, on which paper."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from planner.i18n import available_locales, translator
from planner.message import N_, NP_, Message
from planner.record.consent import Audience
from planner.record.journey import Journey
from planner.session import PrintOptions
from planner.session.receivers import Recipient, readers, recipients_of
from planner.settings import PAPERS
from ui import labels
from ui.controls.check_box import CheckBox
from ui.controls.choice_box import ChoiceBox
from ui.controls.segments import Segments
from ui.controls.words import words
from ui.desk import Desk
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
        self.languages = ChoiceBox(desk, N_("Print languages"), self)
        for box in (self.whose, self.languages):  # a long name is shortened rather than the column widened
            box.setMinimumContentsLength(12)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.paper = Segments(desk, N_("Paper"), {paper: paper for paper in PAPERS})
        values = desk.preferences.values
        self.paper.choose(values.paper)
        self.large_print = CheckBox(desk, N_("Large print"))
        self.large_print.setChecked(values.large_print)
        self.grey = CheckBox(desk, N_("In black and white"))
        self._lay_out()
        self._reword()
        self.audience.currentIndexChanged.connect(self._audience_chosen)
        for box in (self.whose, self.languages):
            box.currentIndexChanged.connect(self._tell)
        self.paper.chosen.connect(self._tell)
        self.large_print.toggled.connect(self._tell)
        self.grey.toggled.connect(self.looked)
        desk.language.changed.connect(self._reword)

    @property
    def options(self) -> PrintOptions:
        """What is chosen."""
        audience = Audience(self.audience.currentData())
        whose = self.whose.currentData() or ""
        return PrintOptions(
            audience=audience,
            languages=self.languages.currentData() or (),
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

    def _offer_languages(self, journey: Journey) -> None:
        wanted = self.languages.currentData()
        known = tuple(dict.fromkeys((*journey.languages, *available_locales())))
        pairs = [journey.languages, *((one, other) for one in known for other in known if one != other)]
        offered = list(dict.fromkeys([*pairs, *((one,) for one in known)]))
        self.languages.clear()
        for locales in offered:
            # Each language by its own name: whoever reads it recognises it.
            names = (translator(locale).language(locale) for locale in locales)
            self.languages.addItem(" + ".join(names), locales)
        if wanted in offered:
            self.languages.setCurrentIndex(offered.index(wanted))

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
