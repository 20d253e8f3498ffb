"""The things of the timeline in words: beside their sign, in a tooltip, and as a screen reader says them."""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Iterable, Iterator, Sequence

from planner.i18n import side_by_side
from planner.itinerary.item import Standing
from planner.message import N_, NN_, Message
from planner.record.leg import LegMode
from planner.record.when import When
from planner.rules.finding import Finding
from planner.session.timeline import LANES, Days, Mark, Moment, Timeline
from ui.desk import Desk
from ui.findings.severity import SEVERITY_NAMES
from ui.journey.content_words import ContentWords
from ui.journey.item_rows import standing
from ui.journey.timeline.special_days import special_words
from ui.labels import known, name

_MOST_FINDINGS = 4
_MOST_TOLD = 12
_LASTING = ("stay", "entry", "longer-stay", "course")
_STAYS = ("entry", "longer-stay")
_RIDES = (LegMode.CAR, LegMode.WALK, LegMode.COACH)


class TimelineWords:
    """In the language of the screen, for one timeline."""

    def __init__(self, desk: Desk, timeline: Timeline) -> None:
        self._desk = desk
        self._timeline = timeline
        self.days = Days({}, ())
        """What its days are, so that what falls on a holiday says so."""
        self._said = ContentWords(desk)
        self._labels: dict[tuple[str, bool], tuple[Mark, str]] = {}
        self._shorter: dict[str, tuple[Mark, tuple[str, ...]]] = {}

    def follow(self, timeline: Timeline) -> None:
        """Word this timeline from now on; what is the same in it keeps its words."""
        self._timeline = timeline

    def label(self, mark: Mark, hours: bool = False) -> str:
        """The name beside its sign; with the time, here and at home, where there is room for ``hours``."""
        found = self._labels.get((mark.id, hours))
        if found is None or found[0] != mark:
            found = self._labels[mark.id, hours] = mark, self._label(mark, hours)
        return found[1]

    def _label(self, mark: Mark, hours: bool) -> str:
        text = self._desk.language.text
        if mark.variant in _RIDES and not hours:
            return ""  # several a day, all alike: their signs say enough until one looks at the day
        words = text(mark.name).replace("\n", " ")
        if mark.kind in _STAYS and mark.permitted is not None:
            words = self._stay(mark)
        elif mark.kind == "visa-step" and mark.person:
            words = text(N_("{what} · {person}", what=words, person=mark.person))
        if mark.is_far and mark.kind in ("passport", "document"):
            words = text(N_("{what} · {day}", what=words, day=self._said.day(mark.first)))
        if hours and mark.kind not in _LASTING and isinstance(mark.starts, When) and mark.starts.time:
            return self._timed(mark.starts, words)
        return words

    def _timed(self, starts: When, words: str) -> str:
        there = starts.seen_from(self._timeline.zone) or starts
        home = self._at_home(starts)
        if home is None:
            return self._desk.language.text(N_("{time}  {what}", time=there.time, what=words))
        return self._desk.language.text(
            N_("{time} ({home} at home)  {what}", time=there.time, home=home.time, what=words)
        )

    def shorter(self, mark: Mark) -> tuple[str, ...]:
        """Shorter names of a stay where there is little room: without its ground, then without who stays."""
        if mark.kind not in _STAYS or mark.permitted is None:
            return ()
        found = self._shorter.get(mark.id)
        if found is None or found[0] != mark:
            until = tuple(self._until(mark))
            several = tuple(one for one in (self._joined((*until, mark.person)), self._joined(until)) if one)
            found = self._shorter[mark.id] = mark, several
        return found[1]

    def _stay(self, mark: Mark) -> str:
        """Until when, how many days are to spare, who, and on what ground."""
        ground = mark.state if mark.kind == "entry" else mark.variant
        basis = name(ground) if ground is not None and type(ground) in known() else ""
        return self._joined((*self._until(mark), mark.person, basis))

    def _until(self, mark: Mark) -> Iterator[Message | str]:
        assert mark.permitted is not None
        if mark.standing is Standing.CANCELLED:
            yield standing(mark.standing)[0]
            return
        if (last := mark.permitted.last_day or mark.permitted.safe_last_day) is not None:
            day = self._said.day(last)
            hoped_for = mark.kind == "longer-stay" and mark.standing is Standing.TO_BE_CONFIRMED
            yield N_("until {day} if granted", day=day) if hoped_for else N_("until {day}", day=day)
        if (days := slack_of(mark)) is not None:
            yield (
                NN_("{count} day to spare", "{count} days to spare", days)
                if days >= 0
                else NN_("{count} day too long", "{count} days too long", -days)
            )

    def _joined(self, parts: Iterable[Message | str]) -> str:
        return side_by_side(self._value(part) for part in parts if part)

    def _value(self, part: Message | str) -> str:
        return part if isinstance(part, str) else self._desk.language.text(part)

    # Tooltips and speech

    def told(self, marks: Sequence[Mark], faults: Sequence[Finding], today: dt.date) -> str:
        """What a tooltip tells, as rich text whose contents are escaped."""
        if len(marks) > 1:
            text = self._desk.language.text
            lines = [f"{self.day(mark.starts)}  {text(mark.name)}" for mark in marks[:_MOST_TOLD]]
            if len(marks) > _MOST_TOLD:
                more = len(marks) - _MOST_TOLD
                lines.append(self._desk.language.text(NN_("and {count} more", "and {count} more", more)))
        else:
            lines = list(self.lines(marks[0], faults, today))
        first, *rest = (html.escape(line) for line in lines)
        head = first if len(marks) > 1 else f"<b>{first}</b>"
        return "<p style='white-space:pre-wrap'>" + "<br>".join((head, *rest)) + "</p>"

    def spoken(self, mark: Mark, faults: Sequence[Finding], today: dt.date) -> str:
        """One thing as a screen reader says it, its lane first."""
        lane = self._desk.language.text(LANES[mark.lane])
        return ". ".join((lane, *self.lines(mark, faults, today)))

    def lines(self, mark: Mark, faults: Sequence[Finding], today: dt.date) -> Iterator[str]:
        """Its name, when in both zones, where, its state, other dates, what is found, why it stays."""
        text = self._desk.language.text
        yield text(mark.name)
        yield self.when(mark)
        if mark.first == mark.last and (special := special_words(self._desk, self.days, mark.first)):
            yield special
        where = [self._said.text(place) for place in (mark.place, mark.destination) if place]
        if where:
            yield " → ".join(where)
        if mark.person and mark.kind not in _STAYS:
            yield self._value(mark.person)
        yield self._state(mark, today)
        if mark.kind in _STAYS and mark.permitted is not None:
            yield self._stay(mark)
        for further in mark.further:
            if further.on != mark.starts:
                yield text(N_("{what}: {when}", what=further.name, when=self.moment(further.on)))
        for fault in faults[:_MOST_FINDINGS]:
            yield text(
                N_("{severity}: {message}", severity=SEVERITY_NAMES[fault.severity], message=fault.message)
            )
        if mark.still is not None:
            yield text(mark.still)

    def _state(self, mark: Mark, today: dt.date) -> str:
        words = standing(mark.standing)[0]
        if mark.state is not None and type(mark.state) in known() and mark.kind != "entry":
            words = name(mark.state)
        if mark.is_late(today):
            return self._desk.language.text(N_("{state}, late", state=words))
        return self._desk.language.text(words)

    def when(self, mark: Mark) -> str:
        """When it is, in the country of treatment and at home where the hour is known."""
        text = self._desk.language.text
        starts = self.moment(mark.starts)
        if mark.is_limit:
            starts = text(N_("by {day}", day=starts))
        if mark.ends is not None and mark.kind not in _STAYS:
            starts = text(N_("{first} to {last}", first=starts, last=self.moment(mark.ends)))
        home = self._at_home(mark.starts)
        if home is None or not isinstance(mark.starts, When):
            return starts
        there = mark.starts.seen_from(self._timeline.zone)
        return self._said.joined((starts, self._said.at_home(there, home)))

    def moment(self, moment: Moment) -> str:
        """A moment as the country's clocks show it."""
        if isinstance(moment, When):
            return self._said.moment(moment.seen_from(self._timeline.zone) or moment)
        return self._said.day(moment)

    def day(self, moment: Moment) -> str:
        """Its day alone."""
        if isinstance(moment, When):
            moment = (moment.seen_from(self._timeline.zone) or moment).date
        return self._said.day(moment)

    def _at_home(self, moment: Moment) -> When | None:
        """The same moment at home; ``None`` where the clocks agree or the hour is not known."""
        zone = self._timeline.home_zone
        if not zone or not isinstance(moment, When):
            return None
        there, home = moment.seen_from(self._timeline.zone), moment.seen_from(zone)
        if there is None or home is None or (there.date, there.time) == (home.date, home.time):
            return None
        return home


def slack_of(mark: Mark) -> int | None:
    """Days left of a permitted stay after the exit, by the careful counting; ``None`` while not known."""
    if mark.permitted is None or mark.left is None or mark.permitted.safe_last_day is None:
        return None
    return (mark.permitted.safe_last_day - mark.left.date).days
