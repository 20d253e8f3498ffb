"""Words for the contents of a section, in the language of the screen."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from planner.i18n import side_by_side
from planner.message import N_, Message
from planner.record.money import Money
from planner.record.text import Text
from planner.record.when import When
from ui.desk import Desk
from ui.journey.row import Content, Row, WholeDate

SEPARATOR = "\u00a0\u00a0·  "
_STAYS = "\u00a0"
_SHORT, _SHORT_IN_HANZI = 25, 16
_BETWEEN_HANZI = re.compile(r"(?<=[\u2e80-\uffef])(?=\S)|(?<=\S)(?=[\u2e80-\uffef])")
_CODE = 5
"""The last of a line that is no longer, a seat or a code, does not go on to another one by itself."""
_TELEPHONE = re.compile(r"\+?[\d ]{6,}\Z")


def on_one_line(words: str) -> str:
    """Words that are not torn at the end of a line: neither at a space nor, in Chinese, anywhere."""
    return _BETWEEN_HANZI.sub("\u2060", words.replace(" ", _STAYS))


def _held_together(part: str) -> str:
    """A name, a day, a number: where several stand on a line it breaks between them, not within one."""
    most = _SHORT_IN_HANZI if _BETWEEN_HANZI.search(part) else _SHORT
    return on_one_line(part) if len(part) <= most else part


class ContentWords:
    """Rendering of what rows and facts hold."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def text(self, content: Content) -> str:
        """Any content in words."""
        match content:
            case str():
                return content.replace(" ", "\u00a0") if _TELEPHONE.match(content) else content
            case Text():
                return content.best(self._desk.language.locale)
            case When():
                return self.moment(content)
            case WholeDate():
                return self._desk.language.speaker.date(content.day, "day")
            case dt.date():
                return self.day(content)
            case Money():
                return self._desk.language.speaker.money(content)
            case Message():
                return self._desk.language.text(self._dated(content))
        return self._desk.language.speaker.value(content)

    def listed(self, parts: Iterable[str]) -> str:
        """Parts in words one after another, as the language of the screen lists them."""
        return self._desk.language.listed(parts)

    def _dated(self, message: Message) -> Message:
        """The message with its days and moments in the words of this page."""
        return replace(message, params={name: self._said(value) for name, value in message.params.items()})

    def _said(self, value: Any) -> Any:
        if isinstance(value, tuple | list):
            return tuple(self._said(one) for one in value)
        return self.text(value) if isinstance(value, When | dt.date | Message) else value

    def joined(self, contents: tuple[Content, ...]) -> str:
        """Several contents on one line, without empty ones or the same twice."""
        said = dict.fromkeys(self.text(content) for content in contents)
        return side_by_side(said, SEPARATOR)

    def lines(self, contents: tuple[Content, ...]) -> str:
        """The same where it may need several lines: they break between names and days, not within one."""
        said = dict.fromkeys(_held_together(self.text(content)) for content in contents)
        line = side_by_side(said, SEPARATOR)
        before, sign, last = line.rpartition(SEPARATOR)
        return f"{before}{sign.replace(' ', _STAYS)}{last}" if len(last) <= _CODE else line

    def day(self, day: dt.date) -> str:
        """A date: with its year unless it is this one, and without its weekday where it is years away."""
        years = abs(day.year - self._desk.clock().year)
        speaker = self._desk.language.speaker
        if years > 1:
            return speaker.date(day, "medium")
        return speaker.date(day, "day" if years else "short_day")

    def moment(self, when: When) -> str:
        """The day, and the time once it is known."""
        day = self.day(when.date)
        if when.time is None:
            return day
        return self._desk.language.text(N_("{day}, {time}", day=day, time=when.time))

    def row_day(self, row: Row) -> str:
        """What stands in a row's column of days, on its first line."""
        if row.starts is not None:
            return self.moment(row.starts)
        if row.on is None:
            return ""
        day = self.day(row.on)
        return self._desk.language.text(N_("by {day}", day=day)) if row.is_limit else day

    def row_home(self, row: Row) -> str:
        """What stands under it: the same moment at home, or that the time is not known yet."""
        if row.starts is not None and row.starts.time is None:
            return self._desk.language.text(N_("time to be confirmed"))
        return self.at_home(row.starts, row.home)

    def at_home(self, starts: When | None, home: When | None) -> str:
        """The time at home, with the day where it is another one."""
        if home is None or home.time is None:
            return ""
        if starts is not None and home.date != starts.date:
            return self._desk.language.text(N_("{moment} at home", moment=self.moment(home)))
        return self._desk.language.text(N_("{time} at home", time=home.time))
