"""Short ways to look at an itinerary in a test."""

from __future__ import annotations

import datetime as dt
from typing import Any

from planner.itinerary.build import build
from planner.itinerary.item import CheckList, Day, Fact, Item, Itinerary, Words
from planner.record.consent import Audience
from planner.record.journey import Journey
from tests.unit.itinerary.timeline import words

TODAY = dt.date(2027, 3, 1)


def made(journey: Journey, audience: Audience = Audience.PATIENT, **how: Any) -> Itinerary:
    """The itinerary as it stands on 1 March 2027."""
    return build(journey, audience, **{"today": TODAY} | how)


def items(itinerary: Itinerary) -> list[Item]:
    """All items in order."""
    return [*itinerary.before, *(item for day in itinerary.days for item in day.items), *itinerary.after]


def item(journey: Journey, key: str, audience: Audience = Audience.PATIENT, **how: Any) -> Item:
    """The one item of that key."""
    (found,) = [one for one in items(made(journey, audience, **how)) if one.key == key]
    return found


def keys(journey: Journey, audience: Audience = Audience.PATIENT, **how: Any) -> list[str]:
    """The keys of all items in order."""
    return [one.key for one in items(made(journey, audience, **how))]


def facts(of: Item | Itinerary) -> dict[str, Any]:
    """The facts of an item or the key facts of an itinerary, by label, all words in English."""
    told: tuple[Fact, ...] = of.facts if isinstance(of, Item) else of.key_facts
    return {words(fact.label): said(fact.value) for fact in told}


def said(value: Any) -> Any:
    """Words in English, any other value as it is."""
    return words(value) if isinstance(value, Words) else value


def day_of(itinerary: Itinerary, date: dt.date) -> Day:
    """The page of that day."""
    (found,) = [day for day in itinerary.days if day.date == date]
    return found


def lists(itinerary: Itinerary) -> dict[str, list[str]]:
    """The lists to tick by heading, each line with its detail in brackets."""
    return {words(one.title): _lines(one) for one in itinerary.checklists}


def _lines(one: CheckList) -> list[str]:
    return [words(line.words) + (f" ({words(line.detail)})" if line.detail else "") for line in one.lines]
