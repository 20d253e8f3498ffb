"""Finding by what is typed among things that are at hand, by the same words as the search of the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planner.edits.thing_names import kind_name, thing_name
from planner.message import Message
from planner.record.acknowledgement import Acknowledgement
from planner.record.booking import Booking
from planner.record.consent import Notice
from planner.record.contact import Contact
from planner.record.fraction import Fraction
from planner.record.journey import Journey
from planner.record.lookup import things
from planner.record.place import Place
from planner.record.text import Text
from planner.record.thing import Attachment, Thing
from planner.record.traveller import EmergencyContact, Traveller
from planner.store.search_text import JourneyTexts, entry_text
from planner.store.search_words import fold, name_tokens, query_terms, reference_tokens, word_tokens

#: Of no name one would look for, or reached through what they belong to.
_NOT_NAMED = (Acknowledgement, Attachment, Fraction, Journey, Notice, Place)
_BEFORE, _AROUND = 24, 90  # characters told of a long note: before what was found in it, and altogether
_REFERENCES = ("reference", "number", "passport_number", "policy_number", "ticket_number")


@dataclass(frozen=True, slots=True)
class NamedThing:
    """A thing of a journey: its kind, what it is called, other names of it, and the references it bears."""

    id: str
    kind: Message
    title: str | Text | Message
    names: tuple[str, ...]
    references: tuple[str, ...]
    is_person: bool = False


def named_things(journey: Journey) -> Iterator[NamedThing]:
    """Everything of ``journey`` that one may look for, in the order of the record, people first."""
    for one in things(journey):
        if isinstance(one, _NOT_NAMED):
            continue
        yield NamedThing(
            one.id,
            kind_name(type(one)),
            thing_name(one, journey),
            tuple(_names(one)),
            tuple(_references(one)),
            isinstance(one, Traveller | EmergencyContact),
        )


def _names(one: Thing) -> Iterator[str]:
    if isinstance(one, Traveller):
        yield from (
            f"{one.surname} {one.given_names}",
            one.preferred_name,
            one.name_hanzi,
            one.name_at_hospital,
        )
    for field in ("name", "title", "what"):
        named = getattr(one, field, None)
        if isinstance(named, Text):
            yield from named.wording.values()


def _references(one: Thing) -> Iterator[str]:
    for holder in (one, getattr(one, "booking", None)):
        if isinstance(holder, Thing | Booking):
            for field in _REFERENCES:
                value = getattr(holder, field, "")
                if value and isinstance(value, str):
                    yield value


def searchable(names: Iterable[str], references: Iterable[str] = ()) -> tuple[str, ...]:
    """The words by which something called ``names`` and bearing ``references`` is found."""
    found = dict.fromkeys(token for name in names if name for token in name_tokens(name))
    found |= dict.fromkeys(token for one in references if one for token in reference_tokens(one))
    return tuple(found)


class Sought:
    """What somebody has typed: every word, begun words included; Latin, hanzi, pinyin or its initials."""

    def __init__(self, words: str) -> None:
        self._terms = tuple(
            (tuple(term.strip('"*').split()), term.endswith("*")) for term in query_terms(words)
        )
        self._plain = fold(words).strip()

    def __bool__(self) -> bool:
        return bool(self._terms)

    def finds(self, tokens: tuple[str, ...]) -> bool:
        """Whether every word is among these, each at least begun."""
        return bool(self._terms) and all(
            any(token.startswith(parts[0]) for token in tokens)
            if begun
            else all(part in tokens for part in parts)
            for parts, begun in self._terms
        )

    def each(self) -> Iterator[Sought]:
        """What was typed, word by word."""
        for term in self._terms:
            one = Sought("")
            one._terms, one._plain = (term,), term[0][0]
            yield one

    def around(self, words: str) -> str:
        """``words``, cut short around where what was typed first stands in them."""
        told = " ".join(words.split())
        begun = next((at for parts, _ in self._terms if (at := fold(told).find(parts[0])) >= 0), 0)
        if len(told) <= _AROUND:
            return told
        start = told.find(" ", begun - _BEFORE) + 1 if begun > _BEFORE else 0
        start = start if 0 < start <= begun else max(begun - _BEFORE, 0)
        shown = told[start : start + _AROUND].rstrip()
        return f"{'…' if start else ''}{shown}{'…' if start + _AROUND < len(told) else ''}"

    def rank(self, tokens: tuple[str, ...]) -> int:
        """0 where the first word is what was typed, 1 where it begins with it, 2 elsewhere."""
        first = tokens[0] if tokens else ""
        return 0 if first == self._plain else 1 if first.startswith(self._plain) else 2


def where_found(one: Journey | Place | Contact, sought: Sought) -> str:
    """The words of a journey or a shared entry in which what was typed stands; empty where it does not.

    Words that stand in several places are told one place after the other.
    """
    held = tuple((words, tuple(tokens)) for words, tokens in _held(one))
    whole = next((words for words, tokens in held if sought.finds(tokens)), "")
    if whole:
        return sought.around(whole)
    found: dict[str, None] = {}
    for term in sought.each():
        words = next((words for words, tokens in held if term.finds(tokens)), "")
        if not words:
            return ""
        found[term.around(words)] = None
    return " · ".join(found)


def _held(one: Journey | Place | Contact) -> Iterator[tuple[str, Iterator[str]]]:
    text = JourneyTexts().of(one) if isinstance(one, Journey) else entry_text(one)
    yield from ((words, name_tokens(words)) for words in text.names)
    yield from ((words, reference_tokens(words)) for words in text.references)
    if isinstance(one, Journey):
        shared: tuple[Place | Contact, ...] = (*one.contacts, *one.places)
        for entry in shared:
            yield from ((words, name_tokens(words)) for words in entry_text(entry).names)
    yield from ((words, word_tokens(words)) for words in text.words)
