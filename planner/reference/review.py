"""A fact about the world compared with its source again, by somebody, on a day: kept in the vault.

What ships says when it was last checked; a review made here is newer, and the newer of the two counts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from planner.reference.policy import EntryPolicy, Policy
from planner.reference.reference import Reference


class Reviewed(StrEnum):
    """What was compared with its source."""

    POLICY = "policy"
    ENTRY_POLICY = "entry-policy"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """On the day ``on``, ``by`` found that the source still says what the program says.

    ``subject`` is a policy's id, or a calendar's region and year (``TW-2027``). ``valid_until`` is the last
    day as the source now gives it; ``None`` leaves it as it was. ``at`` is the instant (zone-aware) at
    which it was entered. ``by`` is a name as it was typed.
    """

    kind: Reviewed
    subject: str
    on: dt.date
    at: dt.datetime
    by: str = ""
    valid_until: dt.date | None = None


def calendar_subject(region: str, year: int) -> str:
    """What a review calls the calendar of a region and year: ``TW-2027``, ``NZ-AUK-2027``."""
    return f"{region}-{year}"


def latest(reviews: Iterable[Review]) -> Mapping[tuple[Reviewed, str], Review]:
    """The newest review of each subject: the latest day, and of one day the one entered last."""
    found: dict[tuple[Reviewed, str], Review] = {}
    for review in reviews:
        key = (review.kind, review.subject)
        known = found.get(key)
        if known is None or (review.on, review.at) >= (known.on, known.at):
            found[key] = review
    return found


def reviewed(shipped: Reference, reviews: Iterable[Review]) -> Reference:
    """``shipped`` with the newest reviews over it.

    A policy reviewed on or after the day on which the program's own copy was checked has that review's day
    and, where the review gives one, its last day of validity; the next review is due after as long a time
    as before. An older review says nothing any more: the shipped facts may have changed since.
    """
    newest = latest(reviews)
    checked = frozenset(subject for kind, subject in newest if kind is Reviewed.CALENDAR)
    return replace(
        shipped,
        policies={
            id: _after(fact, newest.get((Reviewed.POLICY, id))) for id, fact in shipped.policies.items()
        },
        entry_policies=tuple(
            _after(fact, newest.get((Reviewed.ENTRY_POLICY, fact.id))) for fact in shipped.entry_policies
        ),
        calendars=shipped.calendars.with_checked(checked),
    )


_Fact = TypeVar("_Fact", Policy, EntryPolicy)


def _after(fact: _Fact, review: Review | None) -> _Fact:
    if review is None or review.on < fact.checked_on:
        return fact
    return replace(
        fact,
        checked_on=review.on,
        review_by=review.on + (fact.review_by - fact.checked_on),
        valid_until=review.valid_until or fact.valid_until,
    )
