"""A proposal: what happened to a course, where its sessions go, all that follows, and other ways out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

from planner.errors import InputError
from planner.message import N_
from planner.record.constraint import LAST_DAY
from planner.record.course import Course
from planner.record.fraction import MissedReason
from planner.record.ids import CourseId
from planner.record.journey import Journey
from planner.record.subject import Subject
from planner.record.text import Text
from planner.reference.reference import Reference
from planner.schedule.course_sessions import centre_zone, pattern_of, planned_fractions, treatment_days_of
from planner.schedule.dated_fields import Moment, anchor_things
from planner.schedule.interruption import FractionMove, Interruption, Replan, replan
from planner.schedule.options import Option, options
from planner.schedule.outline import outline
from planner.schedule.planned_fraction import PlannedFraction
from planner.schedule.slip.circumstances import Circumstances
from planner.schedule.slip.consequence import SESSIONS, Consequence
from planner.schedule.slip.slip import consequences
from planner.schedule.tie_date import AnchorDates


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """What happened to a course: the interruption, and why sessions were missed, in a word and in words."""

    interruption: Interruption
    reason: MissedReason | None = None
    words: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What is proposed for one course of ``journey``, which it was made for and holds for alone.

    ``options`` are ways to win back days, listed with what each needs and never chosen.
    """

    journey: Journey
    course: CourseId
    happened: Happened
    replan: Replan
    consequences: tuple[Consequence, ...]
    options: tuple[Option, ...]

    @property
    def moves(self) -> tuple[FractionMove, ...]:
        """The fractions whose sessions change, by number."""
        return self.replan.moves

    @property
    def everything(self) -> frozenset[str]:
        """The keys of all that can be accepted: the sessions themselves and every consequence."""
        return frozenset({SESSIONS, *(one.key for one in self.consequences)})

    def standing(self, chosen: Collection[str]) -> frozenset[str]:
        """Those of ``chosen`` that can be accepted together: what each depends on must be chosen too."""
        depends_on = {one.key: one.depends_on for one in self.consequences}
        chain_ends: dict[str, bool] = {SESSIONS: SESSIONS in chosen}
        for key in depends_on:
            chain = []
            while key not in chain_ends and key in chosen:
                chain.append(key)
                key = depends_on[key]
            ends_well = chain_ends.get(key, False)
            chain_ends.update(dict.fromkeys(chain, ends_well))
        return frozenset(key for key in chosen if chain_ends.get(key, False))


def propose(
    journey: Journey,
    course_id: str,
    happened: Happened | Interruption,
    *,
    reference: Reference,
    now: dt.datetime,
    decided: Mapping[Subject, Moment] | None = None,
) -> Proposal:
    """What to do after ``happened``, at the moment ``now`` (zone-aware). Nothing is changed by it.

    A session that fell on a day the machine was down, up to today, counts as missed for that reason. A
    course without any session is laid whole, as prescribed, from the new start. ``decided`` are dates that
    a person has said for things that move, by their subject; what hangs on those follows.

    Raises: InputError when there is no such course, or what happened cannot be (see ``interruption.replan``).
    """
    said = happened if isinstance(happened, Happened) else Happened(interruption=happened)
    course = course_of(journey, course_id)
    days = treatment_days_of(journey, course, reference.calendars)
    pattern = pattern_of(journey, course)
    sessions = planned_fractions(journey, course, days)
    today = now.astimezone(ZoneInfo(centre_zone(journey, course))).date()
    interruption = _with_missed(_with_prescribed(said.interruption, course, sessions), sessions, today)
    prescribed = interruption.fractions or course.fractions_prescribed
    wanted = _without_dropped(sessions, prescribed)
    given_up = [one.date for one in sessions if one not in wanted]
    after = replan(wanted, interruption, days.with_dates(closed=given_up), pattern)
    ends = [*(period.last for period in interruption.machine_down), *([after.last] if after.last else [])]
    if max(ends, default=LAST_DAY) > LAST_DAY:
        raise InputError(N_("A record holds days up to {last} only.", last=LAST_DAY))
    tomorrow = today + dt.timedelta(1)
    down = days.with_dates(closed=_down_dates(interruption))
    things = anchor_things(journey)
    about = Circumstances(
        outline=outline(journey),
        course=course,
        reference=reference,
        now=now,
        before=AnchorDates(journey, reference.calendars, things=things),
        after=AnchorDates(
            journey,
            reference.calendars,
            sessions={course.id: {one.number: one.date for one in after.fractions if one.stands}},
            days={course.id: down},
            things=things,
        ),
        days=down,
    )
    return Proposal(
        journey=journey,
        course=course.id,
        happened=replace(said, interruption=interruption),
        replan=after,
        consequences=consequences(after, interruption, decided or {}, days, about),
        options=options(sessions, interruption, after, days, pattern, not_before=tomorrow),
    )


def course_of(journey: Journey, course_id: str) -> Course:
    """The course of that id. Raises: InputError when the journey has none."""
    found = next((course for course in journey.courses if course.id == course_id), None)
    if found is None:
        raise InputError(N_("There is no course “{id}” in this journey.", id=course_id))
    return found


def _with_prescribed(
    interruption: Interruption, course: Course, sessions: tuple[PlannedFraction, ...]
) -> Interruption:
    """A course that has no session yet gets as many as are prescribed, by whoever prescribed them."""
    if sessions or interruption.fractions is not None or course.fractions_prescribed is None:
        return interruption
    return replace(
        interruption,
        fractions=course.fractions_prescribed,
        ordered_by=interruption.ordered_by or course.clinician or course.id,
    )


def _without_dropped(
    sessions: tuple[PlannedFraction, ...], prescribed: int | None
) -> tuple[PlannedFraction, ...]:
    """The sessions, without those missed whose fraction is no longer prescribed and so is not given again."""
    if prescribed is None:
        return sessions
    return tuple(one for one in sessions if one.stands or one.number <= prescribed)


def _with_missed(
    interruption: Interruption, sessions: tuple[PlannedFraction, ...], today: dt.date
) -> Interruption:
    """Sessions that fell on days without a machine, up to today, did not take place."""
    down = _down_dates(interruption)
    fell = {one.date for one in sessions if one.can_move and one.date in down and one.date <= today}
    missed = tuple(sorted(fell.union(interruption.missed)))
    return interruption if missed == interruption.missed else replace(interruption, missed=missed)


def _down_dates(interruption: Interruption) -> frozenset[dt.date]:
    """The days without a machine. A period that cannot be is none here; ``replan`` refuses it."""
    return frozenset(
        dt.date.fromordinal(one)
        for down in interruption.machine_down
        if (down.last - down.first).days < 366
        for one in range(down.first.toordinal(), down.last.toordinal() + 1)
    )
