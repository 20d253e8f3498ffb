"""A day, typed as one writes it or picked from a calendar; its weekday stands beside it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from planner.message import N_, Message
from planner.record.constraint import day_expected
from planner.session.naming import out_of_the_ordinary
from ui.controls.button import IconButton
from ui.controls.words import words as label
from ui.fields.calendar_sheet import CalendarSheet
from ui.fields.date_nature import Nature
from ui.fields.date_reading import read_date
from ui.fields.field import FieldContext
from ui.fields.line_field import LineField
from ui.fields.option import Option
from ui.fields.option_list import OptionList
from ui.fields.problems import should_be
from ui.fields.reading import Unreadable
from ui.fields.typed_words import quoted
from ui.theme.tokens import space

_DAY = dt.timedelta(1)
#: A leap year, so that every day is one of it.
_SOME_YEAR = 1960
_LEAST_WIDTH = space(23)
#: No day takes more room.
_WIDEST = dt.date(2026, 12, 28)


class DateField(LineField):
    """A calendar day, ``None`` while not known; with ``required``, empty is a problem.

    Arrows up and down change it by a day, F4 or Alt+Down opens a calendar. A year is never made up: where
    none was typed, the days that may be meant are listed to choose from, by ``nature`` those that are over or
    the next; a birthday wants its year, and no birth is ahead.
    """

    def __init__(
        self,
        context: FieldContext,
        name: Message,
        *,
        required: bool = False,
        bare: bool = False,
        nature: Nature = Nature.EITHER,
    ) -> None:
        self._required = required
        self._nature = nature
        self._sheet: CalendarSheet | None = None
        self._list: OptionList | None = None
        self._may_be: tuple[dt.date, ...] = ()
        super().__init__(context, name, bare=bare)
        self._make_room()
        self.desk.language.changed.connect(self._make_room)
        self.weekday = label(self.desk, "", "small", parent=self.box)
        self.weekday.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.box.parts.addWidget(self.weekday)
        self.calendar = IconButton(self.desk, N_("Open the calendar (F4)"), "calendar", parent=self.box)
        self.calendar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.calendar.setProperty("kind", "inside")
        self.calendar.clicked.connect(self.toggle_calendar)
        self.box.parts.addWidget(self.calendar)
        if not required:
            self.desk.language.say(self.line, N_("not known yet"), "setPlaceholderText")

    def _make_room(self) -> None:
        """For any day, as it is written in the language of the screen."""
        widest = self.line.fontMetrics().horizontalAdvance(self.write(_WIDEST))
        self.line.setMinimumWidth(max(_LEAST_WIDTH, widest + space(2)))

    # -- the value -------------------------------------------------------------------------------------

    @property
    def today(self) -> dt.date:
        """The day it is at the office, where somebody types; else where the journey is told."""
        agency = self.context.directory().agency
        zone = (agency.zone if agency is not None else "") or self.context.new_zone()
        return self.context.session.today(zone) if zone else self.desk.clock().date()

    def read(self, words: str) -> Any:
        self._may_be = ()
        if not words.strip():
            if self._required:
                raise Unreadable(N_("A day is needed here, such as {example}.", example=self._example()))
            return None
        reading = read_date(words, self.desk.language.locale, self.today, self._nature)
        if reading.day is not None:
            if (expected := day_expected(reading.day)) is not None:
                raise Unreadable(should_be(expected))
            if self._nature is Nature.BIRTH and reading.day > self.today:
                raise Unreadable(N_("A day of birth is not after today, {today}.", today=self._example()))
            return reading.day
        if reading.may_be and self._nature is Nature.BIRTH:
            such = self.write(reading.may_be[0].replace(year=_SOME_YEAR))
            raise Unreadable(N_("Type the year of birth too, such as {example}.", example=such))
        if reading.may_be:
            self._may_be = reading.may_be
            raise Unreadable(N_("Say the year too: {days}?", days=_or(reading.may_be, self.desk)))
        raise Unreadable(
            N_(
                "“{words}” is no day; type it as {example} or +3.",
                words=quoted(words),
                example=self._example(),
            )
        )

    def write(self, value: Any) -> str:
        return "" if value is None else self.desk.language.speaker.date(value, "medium")

    def _example(self) -> str:
        return self.desk.language.speaker.date(self.today, "medium")

    def shown(self) -> None:
        known = self.problem is None and self.value is not None
        self.weekday.setText(self.desk.language.speaker.weekday(self.value, "abbreviated") if known else "")

    # -- keys ------------------------------------------------------------------------------------------

    def take_key(self, event: QKeyEvent) -> bool:
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_F4 or (alt and key in (Qt.Key.Key_Down, Qt.Key.Key_Up)):
            self.toggle_calendar()
            return True
        if self._sheet is not None:
            return self._take_key_of_sheet(event)
        if self._list is not None and self._take_key_of_list(key):
            return True
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers() and self.value is not None:
            if self.problem is None:
                self._go(self.value + (_DAY if key == Qt.Key.Key_Up else -_DAY))
            return True
        return super().take_key(event)

    def _typed(self, words: str) -> None:
        super()._typed(words)
        self.close_calendar()
        if self._may_be and self.problem is not None:
            self._offer_years()
        elif self._list is not None:
            self._list.close_up()

    def _left(self, reason: object) -> None:
        self.close_calendar()
        if self._list is not None:
            row = self._list.row
            self._list.close_up()
            if reason is Qt.FocusReason.TabFocusReason and row >= 0:
                self.put_value(self._may_be[row])
        super()._left(reason)

    def _go(self, day: dt.date) -> None:
        if day_expected(day) is None:
            self.put_value(day, commit=False)

    # -- the years that may be meant -------------------------------------------------------------------

    def _offer_years(self) -> None:
        if self._list is None:
            self._list = OptionList(self.desk, self.box, least_width=space(55))
            self._list.taken.connect(self._take_year)
            self._list.gone.connect(self._forget_list)
        speaker = self.desk.language.speaker
        self._list.show_options(
            [Option(day, speaker.date(day, "medium"), speaker.weekday(day)) for day in self._may_be], 0
        )

    def _take_key_of_list(self, key: Qt.Key) -> bool:
        assert self._list is not None
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            self._list.go(max(0, min(self._list.row + step, len(self._may_be) - 1)))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_year(self._list.row)
            return True
        if key == Qt.Key.Key_Escape:
            self._list.close_up()
            self.restore()
            return True
        return False

    def _take_year(self, row: int) -> None:
        day = self._may_be[row]
        if self._list is not None:
            self._list.close_up()
        self.put_value(day)
        self.line.selectAll()

    def _forget_list(self) -> None:
        self._list = None

    # -- the calendar ----------------------------------------------------------------------------------

    @property
    def sheet(self) -> CalendarSheet | None:
        """The open calendar; ``None`` while it is closed."""
        return self._sheet

    def toggle_calendar(self) -> None:
        """Open the calendar at the day that stands here, or close it."""
        if self._sheet is not None:
            self.close_calendar()
            return
        self.line.setFocus()
        day = self.value or self.today
        self._sheet = CalendarSheet(self.desk, self.box, day, self.today, self._about)
        self._sheet.taken.connect(self._take_day)
        self._sheet.gone.connect(self._forget_sheet)

    def _about(self, day: dt.date) -> str:
        """Why it is no ordinary day where the treatment is."""
        journey = self.context.journey()
        if journey is None:
            return ""
        said = out_of_the_ordinary(day, journey, self.context.session.reference)
        return self.desk.language.speaker.value(said)

    def close_calendar(self) -> None:
        """Close it if it is open."""
        if self._sheet is not None:
            self._sheet.close_up()

    def _take_key_of_sheet(self, event: QKeyEvent) -> bool:
        assert self._sheet is not None
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_calendar()
            if self.is_changed:
                self.restore()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_day(self._sheet.day)
        elif self._sheet.take_key(key):
            self._go(self._sheet.day)
        else:
            return super().take_key(event)
        return True

    def _take_day(self, day: dt.date) -> None:
        self.close_calendar()
        self.put_value(day)
        self.line.selectAll()

    def _forget_sheet(self) -> None:
        self._sheet = None


def _or(days: tuple[dt.date, ...], desk: Any) -> str:
    return str(desk.language.speaker.items([desk.language.speaker.date(d, "medium") for d in days[:2]], "or"))
