"""The words of an event, in every language of the itinerary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.i18n import Translator, side_by_side, translator
from planner.itinerary.item import Item, ItemKind, PersonLine, PlaceLine, Standing, Words
from planner.itinerary.labels import standing_words
from planner.message import N_, Message

#: Between the same words in two languages on one line.
BETWEEN = " · "

#: Of these, what stands under preparation is how to go, not what to do before.
_WAYS = (ItemKind.FLIGHT, ItemKind.TRAIN, ItemKind.COACH, ItemKind.FERRY, ItemKind.CAR, ItemKind.WALK)

#: Of what is confirmed, done or simply over nothing is said.
_STANDINGS = (Standing.TO_BE_CONFIRMED, Standing.MISSED, Standing.CANCELLED)


def in_each(languages: Sequence[str], words: Words) -> str:
    """The words in each language on one line; those that are the same in several stand once."""
    return side_by_side(_distinct(translator(language).value(words) for language in languages), BETWEEN)


def summary(item: Item, languages: Sequence[str], standing: Standing) -> str:
    """The event's title in each language, with what is still open about it."""
    return in_each(languages, titled(item, standing))


def titled(item: Item, standing: Standing) -> Words:
    """The title, followed by how it stands where that is not simply planned or done."""
    if standing in _STANDINGS:
        return N_("{what} ({standing})", what=item.title, standing=standing_words(standing, item.kind))
    return item.title


def standing_of(item: Item) -> Standing:
    """How firm it is; what has no hour yet is still to be confirmed, whatever was said of its day."""
    if item.standing is Standing.CONFIRMED and _lacks_time(item):
        return Standing.TO_BE_CONFIRMED
    return item.standing


def _lacks_time(item: Item) -> bool:
    """Whether its hour is still to be told; what lasts several days has none."""
    if item.starts is None or item.starts.time is not None:
        return False
    return item.ends is None or item.ends.date == item.starts.date


def location(place: PlaceLine, languages: Sequence[str]) -> str:
    """Name and address in each language, so that a map or a driver finds at least one."""
    lines = (_address(place, language) for language in languages)
    return BETWEEN.join(_distinct(lines))


def description(item: Item, languages: Sequence[str]) -> str:
    """What the traveller should know of the item: one paragraph a language, one thing a line."""
    blocks = ("\n".join(_lines(item, translator(language))) for language in languages)
    return "\n\n".join(_distinct(blocks))


def _address(place: PlaceLine, language: str) -> str:
    name, address = place.name.best(language), place.address.best(language)
    return _comma(language).join(part for part in (name, address) if part)


def _lines(item: Item, to: Translator) -> Iterator[str]:
    for words in _sentences(item, to):
        if line := to.value(words):
            yield line
    before = N_("Please note:") if item.kind in _WAYS else N_("Before it:")
    for heading, things in ((before, item.preparation), (N_("Bring:"), item.bring)):
        if things:
            yield to.text(heading)
            yield from (f"– {to.value(thing)}" for thing in things)
    for fact in item.facts:
        yield to.text(N_("{label}: {value}", label=fact.label, value=fact.value))
    if item.provisional:
        yield to.text(N_("Provisional: an official calendar that is not loaded could still move it."))


def _sentences(item: Item, to: Translator) -> Iterator[Words]:
    yield from item.important
    if item.subtitle:
        yield item.subtitle
    if item.home is not None:
        yield N_("At home: {when}", when=item.home)
    if item.place is not None:
        yield from _inside(item.place, to)
        if item.to_place is not None:
            yield N_("To: {place}", place=_address(item.to_place, to.locale))
    if item.who:
        yield N_("For: {names}", names=item.who)
    for person in item.people:
        yield _person(person)


def _inside(place: PlaceLine, to: Translator) -> Iterator[Words]:
    if place.where:
        yield N_("Where: {place}", place=_comma(to.locale).join(to.value(part) for part in place.where))
    if place.entrance:
        yield N_("Entrance: {entrance}", entrance=place.entrance)
    if place.telephone:
        yield N_("Telephone: {number}", number=place.telephone)


def _person(person: PersonLine) -> Message:
    if not person.telephone:
        return N_("{label}: {value}", label=person.role, value=person.name)
    return N_("{role}: {name}, {telephone}", role=person.role, name=person.name, telephone=person.telephone)


def _comma(language: str) -> str:
    return "，" if language.startswith(("zh", "ja")) else ", "


def _distinct(words: Iterator[str]) -> list[str]:
    return [word for word in dict.fromkeys(words) if word]
