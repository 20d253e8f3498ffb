"""What the record knows of the world, as one looks through it: calendars, policies, templates, phrases."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from planner.message import Message
from planner.record.directory import Directory
from planner.record.tie import Tie
from planner.reference.calendar_year import CalendarDay as CalendarDay
from planner.reference.calendar_year import CalendarTrust as CalendarTrust
from planner.reference.calendar_year import CalendarYear as CalendarYear
from planner.reference.calendar_year import DayKind as DayKind
from planner.reference.calendar_year import Notice as Notice
from planner.reference.computed_calendars import computed_regions, computed_year
from planner.reference.day_labels import day_kind_label as day_kind_label
from planner.reference.day_labels import holiday_name as holiday_name
from planner.reference.day_labels import trust_label as trust_label
from planner.reference.languages import language_name as language_name
from planner.reference.phrasebook import Phrasebook as Phrasebook
from planner.reference.phrasebook import phrasebook as phrasebook
from planner.reference.policy import EntryPolicy as EntryPolicy
from planner.reference.policy import Policy as Policy
from planner.reference.policy_sentence import entry_sentence, policy_sentence
from planner.reference.reference import Reference
from planner.reference.region import MAINLAND_CHINA, region_of
from planner.reference.review import Review as Review
from planner.reference.review import Reviewed as Reviewed
from planner.reference.review import calendar_subject, latest
from planner.reference.shipped_calendars import shipped_years
from planner.reference.template import Template as Template
from planner.reference.template import shipped_templates as shipped_templates
from planner.schedule.slip.tie_words import tie_words

if TYPE_CHECKING:
    from planner.session.session import Session

_YEARS_BACK, _YEARS_AHEAD = 1, 2


class Standing(StrEnum):
    """Whether one may lean on a policy today."""

    FINE = "fine"
    DUE = "due"  # nobody has compared it with its source since that was due
    EXPIRED = "expired"  # its last day has passed
    TO_COME = "to-come"  # its first day is still to come


@dataclass(frozen=True, slots=True)
class KnownPolicy:
    """A policy with what it says in a sentence, how it stands today, and its reviews, the newest first."""

    policy: Policy | EntryPolicy
    says: Message
    standing: Standing
    reviews: tuple[Review, ...] = ()

    @property
    def is_due(self) -> bool:
        """Whether somebody should compare it with its source: that is due, or it no longer holds."""
        return self.standing in (Standing.DUE, Standing.EXPIRED)


@dataclass(frozen=True, slots=True)
class KnownYear:
    """The calendar of a region and year as it is in force.

    ``waits_for`` is the year whose notice could still change some day of it. ``reviews`` are those made
    here, the newest first. ``is_imported`` says that it came from a file.
    """

    calendar: CalendarYear
    waits_for: int | None
    reviews: tuple[Review, ...] = ()
    is_imported: bool = False

    @property
    def checked_on(self) -> dt.date | None:
        """When it was last compared with its source, by the program's makers or here."""
        days = [review.on for review in self.reviews[:1]]
        return max([*days, self.calendar.checked_on] if self.calendar.checked_on else days, default=None)


def standing_of(policy: Policy | EntryPolicy, today: dt.date) -> Standing:
    """How a policy stands on the day ``today``; its last day and the day its review is due are still fine."""
    if policy.valid_until is not None and policy.valid_until < today:
        return Standing.EXPIRED
    if policy.valid_from is not None and policy.valid_from > today:
        return Standing.TO_COME
    return Standing.DUE if policy.review_by < today else Standing.FINE


def tie_of_template(tie: Tie) -> Message:
    """When a step of a template is due, in words: “3 days after the last session”."""
    return tie_words(tie, {}, {})


def known_policies(session: Session, today: dt.date) -> tuple[KnownPolicy, ...]:
    """Every policy: the grounds to enter first, then the others, as they ship."""
    reviews = session.reviews.all()[::-1]
    reference = session.reference

    def known(policy: Policy | EntryPolicy, kind: Reviewed) -> KnownPolicy:
        made = tuple(one for one in reviews if (one.kind, one.subject) == (kind, policy.id))
        says = entry_sentence(policy) if isinstance(policy, EntryPolicy) else policy_sentence(policy)
        return KnownPolicy(policy, says, standing_of(policy, today), made)

    return (
        *(known(policy, Reviewed.ENTRY_POLICY) for policy in reference.entry_policies),
        *(known(policy, Reviewed.POLICY) for policy in reference.policies.values()),
    )


def known_regions(reference: Reference, directory: Directory) -> tuple[str, ...]:
    """The regions that some calendar is known of: China first, then as they ship, then those of places."""
    shipped = (MAINLAND_CHINA, *(one.region for one in computed_regions()))
    countries = set(shipped)
    of_places = sorted(
        region
        for region in {region_of(place.country, place.subdivision) for place in directory.places}
        if "-" in region and region.partition("-")[0] in countries
    )
    imported = [year.region for year in reference.calendars.imported]
    return tuple(dict.fromkeys((*shipped, *of_places, *imported)))


def warm_calendars(today: dt.date) -> None:
    """Work out the shipped calendars near ``today``, so that no first look at them waits. On any thread."""
    for one in computed_regions():
        for year in _near(today):
            computed_year(one.region, year)


def _near(today: dt.date) -> range:
    return range(today.year - _YEARS_BACK, today.year + _YEARS_AHEAD + 1)


def known_years(session: Session, region: str, today: dt.date) -> tuple[KnownYear, ...]:
    """The years of a region that are announced or near ``today``, the latest first."""
    reference = session.reference
    imported = {year.year for year in reference.calendars.imported if year.region == region}
    reviews = session.reviews.all()[::-1]
    work = reference.calendars.of(region)
    found = []
    for year in sorted({*shipped_years(region), *imported, *_near(today)}, reverse=True):
        calendar = work.year(year)
        if calendar.trust is CalendarTrust.UNKNOWN:
            continue
        subject = calendar_subject(region, year)
        found.append(
            KnownYear(
                calendar,
                work.status(dt.date(year, 12, 31)).waits_for,
                tuple(one for one in reviews if (one.kind, one.subject) == (Reviewed.CALENDAR, subject)),
                any(calendar is one for one in reference.calendars.imported),
            )
        )
    return tuple(found)


def newest_reviewer(reviews: Sequence[Review]) -> str:
    """Who made the newest of ``reviews`` in whose name one is; empty for none."""
    named = [review for review in latest(reviews).values() if review.by]
    return max(named, key=lambda review: review.at).by if named else ""
