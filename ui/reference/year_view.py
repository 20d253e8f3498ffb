"""One year of one region: how far it can be relied on, by which notice, its days, who checked it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from planner.message import N_, NP_, Message
from ui.controls.card import Card
from ui.controls.layout_widgets import clear
from ui.controls.pill import Pill
from ui.controls.reading_area import ReadingArea, ReadingPage
from ui.controls.words import words
from ui.desk import Desk
from ui.reference.check_form import CheckForm
from ui.reference.day_groups import DayGroup, day_groups
from ui.reference.fact_rows import FactRows
from ui.reference.region_names import region_name
from ui.reference.year_picture import MarkSwatch, YearPicture
from ui.theme.tokens import Tone, space

if TYPE_CHECKING:
    from planner.session import Session
    from planner.session.world import DayKind, KnownYear

#: How far a year can be relied on: an icon, a word, a tone.
TRUST: dict[str, tuple[str, Message, Tone]] = {
    "official": ("circle-check", N_("Announced"), Tone.OK),
    "computed": ("calendar-check", N_("Computed"), Tone.INFO),
    "provisional": ("calendar-clock", N_("Provisional"), Tone.WARNING),
    "unknown": ("circle-alert", N_("Unknown"), Tone.DANGER),
}


class YearView(ReadingArea):
    """Signals:

    checked(str): mark the year as checked today, by this name.
    withdrawn(object): take this review back.
    """

    checked = Signal(str)
    withdrawn = Signal(object)

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(desk, N_("The chosen year"), parent)
        self._desk = desk
        self._session = session
        self._known: KnownYear | None = None
        self._name = ""
        page = ReadingPage()
        column = page.column
        self.picture = YearPicture(desk)
        self.facts = FactRows(desk)
        self.form = CheckForm(desk, session)
        self.form.checked.connect(lambda by, _until: self.checked.emit(by))
        self.form.withdrawn.connect(self.withdrawn)
        self._title = words(desk, "", "heading")
        self._pills = QHBoxLayout()
        self._pills.setSpacing(space(2))
        self._waits = words(desk, "", "body", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(space(3))
        head.addWidget(self._title)
        head.addLayout(self._pills)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self._waits)
        column.addWidget(_card(self._legend(), self.picture))
        self._days = QGridLayout()
        self._days.setHorizontalSpacing(space(4))
        self._days.setVerticalSpacing(space(2))
        self._days.setColumnMinimumWidth(0, space(40))
        self._days.setColumnStretch(1, 1)
        self._days.setColumnStretch(2, 1)
        column.addWidget(_card(words(desk, N_("Holidays"), "title"), self._days))
        column.addWidget(_card(words(desk, N_("Where it comes from"), "title"), self.facts, self.form))
        column.addStretch(1)
        self.setWidget(page)
        desk.language.changed.connect(self._show)

    def show_year(self, known: KnownYear, name: str) -> None:
        """Show a year; ``name`` is who would check it next."""
        is_another = self._known is None or self._known.calendar != known.calendar
        self._known, self._name = known, name
        self._show()
        if is_another:
            self.verticalScrollBar().setValue(0)

    def _show(self) -> None:
        from planner.session.world import trust_label

        known = self._known
        if known is None:
            return
        year, today = known.calendar, self._session.today(self._session.caseload.zone or "UTC")
        name = region_name(self._desk, year.region)
        title = N_("{region} {year}", region=name, year=str(year.year))
        self._desk.language.say(self._title, title)
        clear(self._pills)
        _, word, tone = TRUST[year.trust.value]
        pill = Pill(self._desk, word, tone)
        self._desk.language.say(pill, trust_label(year.trust), "setToolTip")
        self._pills.addWidget(pill)
        if known.is_imported:
            self._pills.addWidget(Pill(self._desk, N_("imported here")))
        waits = self._waiting(known)
        self._waits.setVisible(waits is not None)
        if waits is not None:
            self._desk.language.say(self._waits, waits)
        self.picture.show_year(
            year.year,
            self._known_days(known),
            today if today.year == year.year else None,
            N_("Calendar of {region} {year}", region=name, year=str(year.year)),
        )
        self._show_days(day_groups(year.days))
        self._show_source(known)

    def _known_days(self, known: KnownYear) -> dict[dt.date, tuple[DayKind, str]]:
        """What is known of each day of the year, with what the next year's notice says of its December."""
        from planner.session.world import day_kind_label, holiday_name

        work = self._session.reference.calendars.of(known.calendar.region)
        day = dt.date(known.calendar.year, 1, 1)
        found = {}
        while day.year == known.calendar.year:
            status = work.status(day)
            if status.kind is not None:
                named = N_("{what}", what=holiday_name(status.name)) if status.name else None
                kind = self._desk.language.text(day_kind_label(status.kind))
                found[day] = (
                    status.kind,
                    f"{self._desk.language.text(named)} · {kind}" if named is not None else kind,
                )
            day += dt.timedelta(1)
        return found

    def _show_days(self, groups: tuple[DayGroup, ...]) -> None:
        from planner.session.world import holiday_name

        clear(self._days)
        heads = (N_("Holiday"), N_("Off"), N_("Worked in exchange"))
        for column, head in enumerate(heads):
            self._days.addWidget(words(self._desk, head, "small"), 0, column)
        for row, group in enumerate(groups, start=1):
            speaker = self._desk.language.speaker
            off = speaker.items([speaker.dates(first, last) for first, last in group.off])
            worked = speaker.items([speaker.date(day, "short_day") for day in group.worked])
            named = N_("{what}", what=holiday_name(group.name)) if group.name else N_("Other days")
            for column, said in enumerate((self._desk.language.text(named), off, worked or "—")):
                cell = words(self._desk, said, "strong" if column == 0 else "body", wrap=True)
                self._days.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop)

    def _show_source(self, known: KnownYear) -> None:
        year = known.calendar
        self.facts.clear()
        for notice in year.notices:
            titled = "  ".join(part for part in (notice.number, notice.title) if part)
            if titled:
                self.facts.add(N_("Notice"), titled, copied=True)
            if notice.issued is not None:
                self.facts.add(NP_("notice", "Issued"), N_("{day}", day=notice.issued))
            if notice.url:
                self.facts.add(NP_("web", "Address"), notice.url, copied=True)
        if not year.notices:
            self.facts.add(N_("Notice"), N_("None: worked out from the law"))
        if known.checked_on is not None:
            self.facts.add(N_("Last checked"), N_("{day}", day=known.checked_on))
        self.form.show_reviews(known.reviews, self._name, may_end=False)

    def _waiting(self, known: KnownYear) -> Message | None:
        year = known.calendar
        if known.waits_for is None:
            return None
        if year.trust.value == "official":
            return N_(
                "Settled but for the last days of December, which the notice of {year} can still change.",
                year=str(known.waits_for),
            )
        if year.region == "CN":
            return N_(
                "Only the holidays by law are known. Bridging days and make-up workdays come with the notice "
                "for {year}, which the State Council usually publishes between October and December: import "
                "it when it is out.",
                year=str(known.waits_for),
            )
        return N_(
            "Worked out from the law, and nobody has compared it with the government’s list of {year} yet: "
            "compare it and mark it as checked.",
            year=str(known.waits_for),
        )

    def _legend(self) -> QHBoxLayout:
        from planner.session.world import DayKind, day_kind_label

        row = QHBoxLayout()
        row.setSpacing(space(2))
        for kind in DayKind:
            row.addWidget(MarkSwatch(self._desk, kind))
            row.addWidget(words(self._desk, day_kind_label(kind), "small"))
            row.addSpacing(space(3))
        row.addStretch(1)
        return row


def _card(*parts: QWidget | QHBoxLayout | QGridLayout) -> QFrame:
    card = Card()
    for part in parts:
        if isinstance(part, QWidget):
            card.body.addWidget(part)
        else:
            card.body.addLayout(part)
    return card
