"""What a calendar file would change, and for whom, before it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from planner.message import N_, NN_, NP_, Message
from ui.controls.button import Button
from ui.controls.card import Card
from ui.controls.reading_area import ReadingArea, ReadingPage
from ui.controls.words import words
from ui.desk import Desk
from ui.reference.region_names import region_name
from ui.theme.tokens import space

if TYPE_CHECKING:
    from planner.session import CalendarNews, TouchedJourney, YearNews

_MOST_MOVES = 6


class CalendarNewsView(QFrame):
    """Signals:

    kept: reckon with the calendar from now on.
    dropped: leave everything as it is.
    journey_wanted(str): show the journey of this id.
    """

    kept = Signal()
    dropped = Signal()
    journey_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "canvas")
        self._desk = desk
        self._news: CalendarNews | None = None
        self._file = ""
        self.keep = Button(desk, N_("Keep this calendar"), kind="primary", icon="check", parent=self)
        self.keep.clicked.connect(self.kept)
        self.drop = Button(desk, NP_("calendar", "Leave it"), parent=self)
        self.drop.clicked.connect(self.dropped)
        area = self._area = ReadingArea(desk, N_("What the file changes"), self)
        foot = QFrame(self)
        foot.setProperty("kind", "foot")
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(space(5), space(3), space(5), space(3))
        buttons.setSpacing(space(2))
        buttons.addWidget(self.keep)
        buttons.addWidget(self.drop)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addWidget(foot)
        desk.language.changed.connect(self._show)

    @property
    def news(self) -> CalendarNews | None:
        """What is shown."""
        return self._news

    def show_news(self, news: CalendarNews, file: str) -> None:
        """Show what the calendar in ``file`` would change."""
        self._news, self._file = news, file
        self._show()
        self._area.verticalScrollBar().setValue(0)
        (self.keep if self.keep.isEnabled() else self.drop).setFocus()

    def _show(self) -> None:
        news = self._news
        if news is None:
            return
        page = ReadingPage()
        column = page.column
        column.addWidget(words(self._desk, N_("What {file} changes", file=self._file), "heading", wrap=True))
        is_new = bool(news.to_keep)
        self.keep.setEnabled(is_new)
        if not is_new:
            known = N_("The record already knows exactly this; there is nothing to keep.")
            column.addWidget(words(self._desk, known, "muted", wrap=True))
        for year in news.years:
            column.addWidget(self._year_card(year))
        column.addWidget(self._touched_card(news.touched))
        column.addStretch(1)
        self._area.setWidget(page)

    def _year_card(self, year: YearNews) -> QFrame:
        from planner.session.world import day_kind_label, holiday_name

        title = N_(
            "{region} {year}",
            region=region_name(self._desk, year.calendar.region),
            year=str(year.calendar.year),
        )
        card = Card(apart=2)
        card.body.addWidget(words(self._desk, title, "title"))
        said = NN_(
            "{count} day differs from the calendar in force.",
            "{count} days differ from the calendar in force.",
            len(year.changes),
        )
        card.body.addWidget(words(self._desk, said, "muted"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(space(4))
        grid.setVerticalSpacing(space(1))
        grid.setColumnStretch(2, 1)
        for row, change in enumerate(year.changes):
            now = N_("{old} → {new}", old=day_kind_label(change.old), new=day_kind_label(change.new))
            named = N_("{what}", what=holiday_name(change.name)) if change.name else ""
            for place, cell in enumerate((N_("{day}", day=change.date), named, now)):
                grid.addWidget(words(self._desk, cell, "strong" if place == 0 else "body"), row, place)
        card.body.addLayout(grid)
        return card

    def _touched_card(self, touched: tuple[TouchedJourney, ...]) -> QFrame:
        card = Card(apart=2)
        title = NN_("{count} journey is affected", "{count} journeys are affected", len(touched))
        card.body.addWidget(words(self._desk, title if touched else N_("No journey is affected"), "title"))
        if touched:
            unmoved = N_("Nothing is re-planned by itself: keeping the calendar only lets the checks know.")
            card.body.addWidget(words(self._desk, unmoved, "muted", wrap=True))
        for one in touched:
            row = QHBoxLayout()
            row.setSpacing(space(3))
            texts = QVBoxLayout()
            texts.setSpacing(space(0.5))
            texts.addWidget(words(self._desk, one.name or str(one.journey), "strong"))
            for message in _touch_words(one):
                texts.addWidget(words(self._desk, message, "small", wrap=True))
            row.addLayout(texts, 1)
            shown = Button(self._desk, N_("Show the journey"), kind="inline")
            shown.clicked.connect(lambda _=False, key=str(one.journey): self.journey_wanted.emit(key))
            row.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
            card.body.addLayout(row)
        return card


def _touch_words(one: TouchedJourney) -> list[Message]:
    told = []
    if one.touch.dates:
        told.append(N_("Something is planned on {dates}.", dates=one.touch.dates))
    moves = [move for move in one.touch.moves if move.old and move.new]
    if moves:
        shown = tuple(
            N_("{number}: {old} → {new}", number=move.number, old=move.old.date, new=move.new.date)
            for move in moves[:_MOST_MOVES]
            if move.old and move.new
        )
        told.append(N_("Laid anew, these sessions would move: {moves}.", moves=shown))
    if len(moves) > _MOST_MOVES:
        told.append(NN_("And {count} more session.", "And {count} more sessions.", len(moves) - _MOST_MOVES))
    return told
