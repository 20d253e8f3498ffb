"""What a journey brings to the pages over all journeys, as it stands at a moment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from planner.itinerary.item import Item, ItemKind, Standing
from planner.message import N_, Message
from planner.record.ids import JourneyId
from planner.record.journey import Journey, JourneyState
from planner.record.leg import LegMode
from planner.record.lookup import things
from planner.record.subject import Subject
from planner.record.text import Text
from planner.rules.finding import Finding, Severity
from planner.schedule.engagements import engagements
from planner.schedule.instant import instant
from planner.schedule.planned_fraction import is_to_come
from planner.store.caseload_lines import CaseloadLine, CaseloadShare, Claim, LineContent, LineKind, line

#: How far ahead lines reach; within it a share stays good even if nobody opens the record for days.
AHEAD = dt.timedelta(days=16)
_CLAIMS_AHEAD = dt.timedelta(days=30)
#: Things overdue beyond so many are a state of the journey, not a list of what to do today.
_MOST_OVERDUE = 25
_OVER = (Standing.DONE, Standing.MISSED, Standing.CANCELLED)
#: What the office does: late by its own day.
OFFICE_DUTIES = frozenset({ItemKind.TASK, ItemKind.DOCUMENT, ItemKind.PAYMENT, ItemKind.VISA_STEP})
_SEEN_TO = OFFICE_DUTIES | {ItemKind.FRACTION}
_WORKED_ON = (JourneyState.ENQUIRY, JourneyState.ACTIVE)


def share_of(
    journey: Journey, items: Sequence[Item], findings: Iterable[Finding], today: dt.date
) -> CaseloadShare:
    """The share of ``journey`` on ``today`` (where the treatment is), from its items and open findings.

    A journey that nobody works on any more brings nothing.
    """
    if journey.state not in _WORKED_ON:
        return CaseloadShare(journey.id, (), ())
    kinds = {one.id: Subject.of(one).kind for one in things(journey)}
    several = len(journey.travellers) > 1
    return CaseloadShare(
        journey.id,
        (*_lines(journey.id, items, kinds, today, several), *_blockers(journey, findings, today)),
        tuple(_claims(journey, today)),
    )


def titled(item: Item) -> Text | Message:
    """What an item is called in a list, where its day stands beside it, and that may not be today.

    A session goes by its number, a document by its name, anything else by its title.
    """
    if item.number is not None and item.total is not None:
        return N_("Session {number} of {total}", number=item.number, total=item.total)
    if item.kind is ItemKind.DOCUMENT and isinstance(item.title, Message):
        if (document := item.title.params.get("document")) is not None:
            return N_("Needed: {document}", document=document)
    return item.title


def _titled_for(item: Item, several: bool) -> Text | Message:
    """As ``titled``; a duty about one of ``several`` travellers names them, as each may have the same."""
    title = titled(item)
    if several and item.kind in OFFICE_DUTIES and len(item.who) == 1:
        return N_("{what} ({person})", what=title, person=item.who[0])
    return title


def _lines(
    key: JourneyId, items: Sequence[Item], kinds: dict[str, str], today: dt.date, several: bool
) -> Iterator[CaseloadLine]:
    overdue = [one for one in items if one.on < today and _is_due(one)]
    coming = [one for one in items if today <= _day(one) <= today + AHEAD and one.standing not in _OVER]
    for item in (*overdue[-_MOST_OVERDUE:], *coming):
        kind = LineKind.DUE if item.kind in _SEEN_TO else LineKind.COMING
        subject = Subject(kinds.get(item.subject, ""), item.subject)
        place = item.place.name if item.place else Text()
        content = LineContent(
            what=item.kind.value,
            subject=subject,
            title=_titled_for(item, several),
            starts=item.starts,
            place=place,
        )
        yield line(key, kind, _day(item), content)


def _is_due(item: Item) -> bool:
    return item.kind in _SEEN_TO and item.standing not in _OVER


def _day(item: Item) -> dt.date:
    """Its own day; a departure after midnight is printed under the evening before, but it is not then."""
    return item.starts.date if item.starts else item.on


def _blockers(journey: Journey, findings: Iterable[Finding], today: dt.date) -> Iterator[CaseloadLine]:
    """What is in the way of the next departure, or of a plan that has none."""
    departs = min(
        (
            leg.departs
            for leg in journey.legs
            if leg.mode in _FAR and leg.departs and leg.departs.date >= today
        ),
        key=lambda when: when.date,
        default=None,
    )
    for finding in findings:
        if finding.severity is Severity.BLOCKER:
            content = LineContent(
                what=finding.code, subject=finding.subject, title=finding.message, starts=departs
            )
            yield line(journey.id, LineKind.BLOCKER, departs.date if departs else None, content)


_FAR = (LegMode.FLIGHT, LegMode.TRAIN)


def _claims(journey: Journey, today: dt.date) -> Iterator[Claim]:
    """Interpreters and drivers, treatment rooms, passports: what no two journeys can have at once."""
    last = today + _CLAIMS_AHEAD
    for one in engagements(journey, today):
        if one.when.date <= last:
            yield Claim(f"contact {one.contact}", one.start, one.end)
    for course in journey.courses:
        for session in course.fractions:
            start = instant(session.starts)
            room = (session.room or course.room).best("zh_CN", "en").strip()
            wanted = today <= session.starts.date <= last and is_to_come(session.state)
            if wanted and start is not None and room and course.centre is not None:
                minutes = session.duration_minutes or course.session_minutes or 0
                yield Claim(f"room {course.centre} {room}", start, start + 60 * minutes)
    for traveller in journey.travellers:
        for passport in traveller.passports:
            if passport.number:
                yield Claim(f"passport {passport.issuing_state} {passport.number}", 0, 0)
