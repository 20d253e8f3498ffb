"""The words of the caseload's cells: what is painted, what a screen reader says, what a tooltip adds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from planner.i18n import DateStyle
from planner.message import N_, NN_, Message
from ui.caseload.phases import phase_name
from ui.caseload.stripe import words_of
from ui.desk import Desk

if TYPE_CHECKING:
    from planner.session import JourneySummary


_MOST_DAYS = 2_000
_MOST_LINES = 14_000


class CellWords:
    """Makes each cell's words once, when it is first seen, in the language of the screen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lines: dict[tuple[str, str], tuple[JourneySummary, tuple[str, str]]] = {}
        self._days: dict[dt.date, str] = {}
        self._said: dict[tuple[str, object], str] = {}
        self._locale = desk.language.locale
        self._makers: dict[str, Callable[[JourneySummary], tuple[str, str]]] = {
            "PATIENT": self._patient,
            "CENTRE": self._centre,
            "PHASE": self._phase,
            "NEXT": self._next,
            "FRACTIONS": self._fractions,
            "STAY": self._stay,
            "FINDINGS": self._findings,
        }

    def forget(self) -> None:
        """Make everything again when it is next seen; what many rows say stays, while the language does."""
        self._lines.clear()
        if self._locale != self._desk.language.locale or len(self._days) > _MOST_DAYS:
            self._locale = self._desk.language.locale
            self._days.clear()
            self._said.clear()

    def lines(self, summary: JourneySummary, column: str) -> tuple[str, str]:
        """The first and the second line of a cell; the second may be empty."""
        key = (summary.id, column)
        found = self._lines.get(key)
        if found is None or found[0] is not summary:
            if len(self._lines) > _MOST_LINES:
                self._lines.clear()
            found = self._lines[key] = (summary, self._makers[column](summary))
        return found[1]

    def line(self, summary: JourneySummary, column: str) -> str:
        """The first line of a cell."""
        return self.lines(summary, column)[0]

    def whole(self, summary: JourneySummary, column: str) -> str:
        """Both lines, and what is only drawn, as one sentence."""
        lines = self.lines(summary, column)
        drawn = self._stripe(summary) if column == "PHASE" else ()
        return self._desk.language.listed((*lines, *drawn))

    def _say(self, message: Message) -> str:
        return self._desk.language.text(message)

    def _once(self, what: str, value: object, message: Callable[[], Message]) -> str:
        """What many rows say alike is put into words once."""
        key = (what, value)
        said = self._said.get(key)
        if said is None:
            if len(self._said) > _MOST_DAYS:
                self._said.clear()
            said = self._said[key] = self._say(message())
        return said

    def _day(self, day: dt.date, time: dt.time | None = None) -> str:
        """A date with its weekday in the present year, else with its year."""
        said = self._days.get(day)
        if said is None:
            style: DateStyle = "short_day" if day.year == self._desk.clock().year else "medium"
            said = self._days[day] = self._desk.language.speaker.date(day, style)
        if time is None:
            return said
        return self._once("moment", (said, time), lambda: N_("{day}, {time}", day=said, time=time))

    def _patient(self, summary: JourneySummary) -> tuple[str, str]:
        name = summary.patient_name or self._say(N_("No patient yet"))
        return name, "  ".join(part for part in (summary.patient_name_hanzi, summary.reference) if part)

    def _centre(self, summary: JourneySummary) -> tuple[str, str]:
        return summary.centre.best(self._desk.language.locale), ""

    def _phase(self, summary: JourneySummary) -> tuple[str, str]:
        return self._once("phase", summary.phase, lambda: phase_name(summary.phase)), ""

    def _stripe(self, summary: JourneySummary) -> list[str]:
        return [self._say(words_of(m, self._day(m.first), self._day(m.last))) for m in summary.stripe]

    def _next(self, summary: JourneySummary) -> tuple[str, str]:
        if summary.next_title is None:
            return self._say(N_("Nothing planned")), ""
        when = summary.next_when
        return self._say(summary.next_title), self._day(when.date, when.time) if when else ""

    def _fractions(self, summary: JourneySummary) -> tuple[str, str]:
        if summary.fractions_prescribed is None:
            return "—", ""
        return f"{summary.fractions_delivered}/{summary.fractions_prescribed}", ""

    def _stay(self, summary: JourneySummary) -> tuple[str, str]:
        if summary.stay_slack_days is None or summary.stay_last_day is None:
            return "—", ""
        days = summary.stay_slack_days
        last = self._day(summary.stay_last_day)
        return (
            self._once("spare", days, lambda: _spare(days)),
            self._once("until", last, lambda: N_("until {day}", day=last)),
        )

    def _findings(self, summary: JourneySummary) -> tuple[str, str]:
        counts = (
            NN_("{count} blocker", "{count} blockers", summary.blockers) if summary.blockers else None,
            NN_("{count} warning", "{count} warnings", summary.warnings) if summary.warnings else None,
            NN_("{count} note", "{count} notes", summary.notes) if summary.notes else None,
        )
        said = [self._say(count) for count in counts if count is not None]
        return self._desk.language.listed(said) or self._say(N_("No findings")), ""


def _spare(days: int) -> Message:
    """How many days the permitted stay lasts beyond the journey, or the journey beyond the stay."""
    if days < 0:
        return NN_("{count} day over", "{count} days over", -days)
    return NN_("{count} day spare", "{count} days spare", days)
