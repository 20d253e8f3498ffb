"""What a line of the Today page says: when, in both zones; what; whose, and where."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from planner.itinerary.item import ItemKind
from planner.message import N_, NN_, NP_, Message
from planner.session import CaseloadFinding, CaseloadLine, LineKind, Session
from ui.desk import Desk
from ui.journey.content_words import SEPARATOR, ContentWords
from ui.journey.item_rows import ICONS
from ui.theme.tokens import Tone

Entry = CaseloadLine | CaseloadFinding
_KINDS: dict[str, str] = {kind.value: icon for kind, icon in ICONS.items()} | {
    ItemKind.TASK.value: "square-check",
    ItemKind.DOCUMENT.value: "file-text",
    ItemKind.PAYMENT.value: "banknote",
    ItemKind.VISA_STEP.value: "stamp",
    ItemKind.ARRIVAL.value: "plane-landing",
    ItemKind.BORDER.value: "stamp",
    ItemKind.REGISTRATION.value: "clipboard-pen",
}


@dataclass(frozen=True, slots=True)
class Said:
    """A line in words. ``icon`` stands in the colour of ``tone``; ``does`` names what its button does."""

    when: str
    elsewhere: str
    icon: str
    tone: Tone
    title: str
    detail: str
    does: str = ""
    has_time: bool = False


class TodayWords:
    """Words lines as they are first seen. ``zone`` is the agency's own, "" while it is not known."""

    def __init__(self, desk: Desk, session: Session) -> None:
        self._desk = desk
        self._session = session
        self._names: dict[str, str] = {}
        self._said: dict[int, Said] = {}
        self.zone = ""

    def forget(self) -> None:
        """Word everything anew."""
        self._names.clear()
        self._said.clear()

    def of(self, entry: Entry) -> Said:
        """What a line says."""
        found = self._said.get(id(entry))
        if found is None:
            found = self._line(entry) if isinstance(entry, CaseloadLine) else self._finding(entry)
            self._said[id(entry)] = found
        return found

    def name(self, journey: str) -> str:
        """Whose journey it is."""
        if journey not in self._names:
            rows = self._session.summaries_of([journey])
            parts = (rows[0].patient_name, rows[0].patient_name_hanzi) if rows else ()
            known = " ".join(part for part in parts if part)
            self._names[journey] = known or self._desk.language.text(N_("No patient yet"))
        return self._names[journey]

    def day(self, day: dt.date) -> str:
        """A day as a heading: today and tomorrow by name, others by date."""
        said = ContentWords(self._desk).day(day)
        ahead = (day - self._session.today(self.zone or "UTC")).days
        if ahead == 0:
            return self._desk.language.text(N_("Today, {day}", day=said))
        if ahead == 1:
            return self._desk.language.text(N_("Tomorrow, {day}", day=said))
        return said

    def whole(self, said: Said) -> str:
        """All of a line, for a tooltip and a screen reader."""
        return self._desk.language.listed((said.when, said.elsewhere, said.title, said.detail))

    def _line(self, line: CaseloadLine) -> Said:
        content, words = line.content, ContentWords(self._desk)
        title = words.text(content.title)
        if line.kind is LineKind.BLOCKER:
            detail = [self.name(line.journey)]
            if line.day is not None:
                detail.append(self.text(N_("leaves {day}", day=words.day(line.day))))
            return Said("", "", "circle-alert", Tone.DANGER, title, SEPARATOR.join(detail))
        when = elsewhere = ""
        if content.starts is not None and content.starts.time is not None:
            when = self.text(N_("{time}", time=content.starts.time))
            there = content.starts.seen_from(self.zone) if self.zone else None
            if there is not None and (there.date, there.time) != (content.starts.date, content.starts.time):
                elsewhere = self._elsewhere(content.starts.date, there.date, there.time)
        has_time = bool(when)
        due = line.kind is LineKind.DUE
        when = when or self.text(NP_("today", "due") if due else NP_("today", "all day"))
        place = content.place.best(self._desk.language.locale) if content.place else ""
        detail = [self.name(line.journey), place]
        late = self._late(line)
        return Said(
            when,
            elsewhere,
            _KINDS.get(content.what, "calendar"),
            Tone.WARNING if late else Tone.ACCENT,
            title,
            SEPARATOR.join(part for part in (late, *detail) if part),
            self._does(line),
            has_time,
        )

    def _elsewhere(self, here: dt.date, day: dt.date, time: dt.time | None) -> str:
        """The time by the agency's clock, with the day where that is another one."""
        if day == here:
            return self.text(N_("{time} here", time=time))
        weekday = self._desk.language.speaker.weekday(day, "abbreviated")
        return self.text(N_("{weekday} {time} here", weekday=weekday, time=time))

    def _late(self, line: CaseloadLine) -> str:
        today = self._session.caseload.day_for(line)
        if line.kind is not LineKind.DUE or line.day is None or line.day >= today:
            return ""
        days = (today - line.day).days
        return self.text(NN_("{count} day late", "{count} days late", days))

    def _does(self, line: CaseloadLine) -> str:
        if line.content.what == ItemKind.TASK.value:
            return self.text(NP_("button", "Done"))
        if line.content.what == ItemKind.FRACTION.value and line.day is not None:
            if line.day <= self._session.caseload.day_for(line):
                return self.text(N_("Mark…"))
        return ""

    def _finding(self, one: CaseloadFinding) -> Said:
        title = ContentWords(self._desk).text(one.finding.message)
        names = SEPARATOR.join((self.name(one.journey), self.name(one.with_journey)))
        return Said("", "", "triangle-alert", Tone.WARNING, title, names)

    def text(self, message: Message) -> str:
        """Any message in the language of the screen."""
        return ContentWords(self._desk).text(message)
