"""Every calendar that is known, by region and year; a notice is looked through before it is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from planner.errors import PlannerError
from planner.message import N_
from ui.controls.list_beside import lay_out_beside
from ui.controls.side_list import Line, SideList
from ui.desk import Desk
from ui.reference.calendar_news_view import CalendarNewsView
from ui.reference.region_names import region_name
from ui.reference.year_view import TRUST, YearView
from ui.shell.error_presenter import ErrorPresenter

if TYPE_CHECKING:
    from planner.session import CalendarNews, Session
    from planner.session.world import KnownYear


class CalendarsView(QWidget):
    """Signals:

    done(object): something was kept or marked; its label.
    journey_wanted(str): show the journey of this id.
    """

    done = Signal(object)
    journey_wanted = Signal(str)

    def __init__(
        self,
        desk: Desk,
        session: Session,
        errors: ErrorPresenter,
        name: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._errors = errors
        self._name = name
        self.list = SideList(desk, N_("Calendars"), self._line, self, has_headings=True)
        self.year = YearView(desk, session)
        self.news = CalendarNewsView(desk)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.year)
        self._stack.addWidget(self.news)
        lay_out_beside(self, self.list, self._stack)
        self.list.chosen.connect(self._show)
        self.year.checked.connect(self._check)
        self.year.withdrawn.connect(self._withdraw)
        self.news.kept.connect(self._keep)
        self.news.dropped.connect(self.close_news)
        self.news.journey_wanted.connect(self.journey_wanted)
        self.refresh()

    def arrive(self) -> None:
        """Take the focus."""
        (self.news.keep if self._stack.currentWidget() is self.news else self.list).setFocus()

    def refresh(self) -> None:
        """Show what is known now."""
        from planner.session.world import known_regions, known_years

        today = self._session.today("UTC")
        rows: list[tuple[tuple[str, int], KnownYear | str]] = []
        for region in known_regions(self._session.reference, self._session.directory()):
            rows.append(((region, 0), region))
            rows += [((region, one.calendar.year), one) for one in known_years(self._session, region, today)]
        self.list.show_things(rows)
        if self.list.current is not None:
            self._show()
        elif not self.list.choose(("CN", today.year)):
            self.list.choose_first()

    @property
    def is_reading_news(self) -> bool:
        """Whether a file is looked through now."""
        return self._stack.currentWidget() is self.news

    def look_through(self, path: Path) -> None:
        """Show what the calendar in a file would change."""
        with self._errors.told():
            news = self._session.calendar_news(path)
            self._mark_year(news)
            self._stack.setCurrentWidget(self.news)
            self.news.show_news(news, path.name)

    def close_news(self) -> None:
        """Leave the file as it is."""
        if self.list.current is None:
            self.refresh()
        self._stack.setCurrentWidget(self.year)
        self.list.setFocus()

    def _mark_year(self, news: CalendarNews) -> None:
        """The year a notice is about is the one marked beside it; none, where it is not in the list yet."""
        about = news.years[-1].calendar if news.years else None
        if about is None or not self.list.choose((about.region, about.year)):
            self.list.setCurrentIndex(QModelIndex())

    def _keep(self) -> None:
        looked = self.news.news if self.is_reading_news else None
        if looked is None:
            return
        try:
            news = self._session.keep_calendar(looked)
        except PlannerError as error:
            self._errors.present(error)
            return
        self.close_news()
        kept = news.to_keep or tuple(one.calendar for one in news.years)
        self.refresh()
        if kept:
            self.list.choose((kept[-1].region, kept[-1].year))
        if news.to_keep:
            self.done.emit(news.label)

    def _show(self) -> None:
        known: KnownYear | str | None = self.list.chosen_thing
        if known is not None and not isinstance(known, str):
            self._stack.setCurrentWidget(self.year)
            self.year.show_year(known, self._name())

    def _check(self, by: str) -> None:
        region, year = self.list.current
        with self._errors.told(self.year.form.banner):
            made = self._session.reviews.check_calendar(region, year, by=by, on=self._session.today("UTC"))
            label = N_("Mark “{what}” as checked", what=made.subject)
            self.done.emit(label)

    def _withdraw(self, review: object) -> None:
        with self._errors.told(self.year.form.banner):
            self._session.reviews.withdraw(review)  # type: ignore[arg-type]  # what the row was made from

    def _line(self, thing: KnownYear | str) -> Line:
        if isinstance(thing, str):
            return Line(region_name(self._desk, thing), is_heading=True)
        said = self._desk.language.text
        icon, trust, tone = TRUST[thing.calendar.trust.value]
        checked = thing.checked_on
        return Line(
            title=str(thing.calendar.year),
            subtitle=said(N_("Checked {day}", day=self._desk.language.speaker.date(checked, "medium")))
            if checked
            else "",
            icon=icon,
            pill=said(trust),
            tone=tone,
        )
