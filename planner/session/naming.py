"""What a control needs to name a thing, find it by its name, and say what a tie says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache

from planner.itinerary.people import initials
from planner.message import N_, Message
from planner.record.directory import Directory
from planner.record.integrity import ANY_THING
from planner.record.journey import Journey
from planner.record.place import Place
from planner.record.shape import FieldShape
from planner.record.text import Text
from planner.record.thing import Thing
from planner.record.tie import Tie
from planner.reference.day_labels import day_kind_label, holiday_name
from planner.reference.reference import Reference
from planner.schedule.dated_fields import Moment, anchor_things, day_of, own_date
from planner.schedule.slip.names import name_of
from planner.schedule.slip.tie_words import tie_words
from planner.schedule.tie_date import tie_date
from planner.store.search_words import fold as fold_any
from planner.store.search_words import heard_from_each


def fold(words: str) -> str:
    """Without case, accents, width and ligatures, for comparing names; hanzi stay as they are."""
    return words.casefold() if words.isascii() else fold_any(words)


@lru_cache(maxsize=8_000)
def heard(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A name in hanzi as it is typed in pinyin or in initials, for finding it as journeys are found.

    What begins at its first syllable, and what begins at a later one; both empty for a name without hanzi.
    """
    first, *later = (() if name.isascii() else tuple(heard_from_each(name))) or ((),)
    return first, tuple(one for tokens in later for one in tokens)


def alphabetical(names: Iterable[str]) -> list[str]:
    """Names in the order in which their readers look them up: hanzi by pinyin, others by their letters."""
    return sorted(names, key=_in_alphabet)


@lru_cache(maxsize=2_000)
def _in_alphabet(name: str) -> tuple[str, ...]:
    """By syllables, so that 西安 stands before 鲜."""
    if name.isascii():
        return (name.casefold(),)
    from planner.store.hanzi_readings import readings  # slow only once there are hanzi to read

    return tuple(fold(heard_as[0]) for heard_as in readings(name))


def thing_name(thing: Thing, journey: Journey) -> Message:
    """What a thing of the journey is called: its own title, else what sort of thing it is."""
    return name_of(thing, {place.id: place for place in journey.places})


def journey_in_files(journey: Journey) -> str:
    """What stands for a journey in the name of a file, where a whole name has no place.

    Its reference; else the initials of the patient, as at the head of the paper; its id if neither is known.
    """
    return journey.reference or initials(journey.patient) or journey.id


def thing_day(thing: Thing) -> dt.date | None:
    """The day that is meant when something is tied to ``thing``, on its own calendar; ``None`` if none is."""
    moment = own_date(thing)
    return None if moment is None else day_of(moment)


def thing_moment(thing: Thing) -> Moment | None:
    """That day with its time, where one is known."""
    return own_date(thing)


def things_with_days(journey: Journey) -> tuple[Thing, ...]:
    """Everything of the journey whose day another may be tied to."""
    return tuple(anchor_things(journey).values())


def out_of_the_ordinary(day: dt.date, journey: Journey, reference: Reference) -> Message | str:
    """Why ``day`` is no ordinary day where the treatment is: the holiday, a make-up workday; else ``""``."""
    status = reference.calendars.of(journey.country).status(day)
    if status.kind is None:
        return ""
    words = day_kind_label(status.kind)
    if status.name:
        words = N_("{kind}: {holiday}", kind=words, holiday=holiday_name(status.name))
    return N_("{day}, provisional", day=words) if status.is_provisional else words


def tied_day(tie: Tie, journey: Journey, reference: Reference) -> dt.date | None:
    """The day that ``tie`` says as the journey stands; ``None`` when it cannot be said."""
    return tie_date(tie, journey, reference.calendars)


def tie_sentence(tie: Tie, journey: Journey) -> Message:
    """What a tie says, without its day: "3 days after the last session"."""
    return tie_words(tie, anchor_things(journey), {place.id: place for place in journey.places})


def places_known(journey: Journey | None, directory: Directory) -> dict[str, Place]:
    """The places of the directory and of the journey, by id; the directory's word counts."""
    found = {place.id: place for place in journey.places} if journey is not None else {}
    return {**found, **{place.id: place for place in directory.places}}  # type: ignore[dict-item]


def folded_names(names: Iterable[str | Text]) -> tuple[str, ...]:
    """Names as they are compared: without case and accents, a text in each of its languages."""
    found: list[str] = []
    for name in names:
        found += name.wording.values() if isinstance(name, Text) else (name,)
    return tuple(fold(name) for name in found if name)


def any_thing(shape: FieldShape, owner: type | None) -> bool:
    """Whether a field names any thing of the journey by its id, in ``owner`` or in any class."""
    return any(name == shape.name and owner in (None, cls) for cls, name in ANY_THING) and shape.optional
