"""What of a journey and of a shared entry can be searched, gathered from the record's own shapes.

Four kinds of words: people (every name of a traveller, of those to ring for them), references (numbers,
booking references, telephones), which shared entries are used, and all other words: notes, titles,
opinions. A name that a place or contact has is found through the entry, so renaming it costs one row.
"""

from __future__ import annotations

from dataclasses import dataclass, is_dataclass
from functools import cache
from typing import Any

from planner.record.contact import Contact
from planner.record.journey import Journey
from planner.record.place import Place
from planner.record.shape import Kind, shape_of
from planner.record.text import Text
from planner.record.thing import Attachment
from planner.record.traveller import EmergencyContact, Traveller

_NAMES = {
    Traveller: ("preferred_name", "name_hanzi", "name_at_hospital"),
    EmergencyContact: ("name",),
    Place: ("name", "name_pinyin", "iata_code", "city"),
    Contact: ("name", "name_pinyin"),
}
_REFERENCES = frozenset(
    "reference number passport_number policy_number ticket_number telephone telephone_in_china "
    "emergency_telephone assistance_telephone wechat email icd10".split()
)
# Legal wordings are long and the same in every journey; codes and digests are not words.
_NO_WORDS = frozenset("wording source zone country nationality home_zone home_subdivision facts code".split())
_NO_WORDS_OF = (Attachment,)


@dataclass(frozen=True, slots=True)
class SearchText:
    """The words of one journey or shared entry, as they are written."""

    names: tuple[str, ...]
    references: tuple[str, ...]
    words: tuple[str, ...]
    shared: tuple[tuple[str, str], ...] = ()  # kind and id


def entry_text(entry: Place | Contact) -> SearchText:
    """The words of a place or a contact."""
    found = _Found()
    found.gather(entry)
    return found.text()


class JourneyTexts:
    """The words of journeys, remembering those of the parts of the last few, which an edit mostly shares."""

    _REMEMBERED = 8

    def __init__(self) -> None:
        self._last: dict[str, dict[str, tuple[Any, _Found]]] = {}

    def of(self, journey: Journey) -> SearchText:
        """The words of ``journey``."""
        before = self._last.pop(journey.id, {})
        parts: dict[str, tuple[Any, _Found]] = {}
        for name in _searched_parts():
            part = getattr(journey, name)
            known = before.get(name)
            parts[name] = known if known is not None and known[0] is part else (part, _gathered(part))
        while len(self._last) >= self._REMEMBERED:
            del self._last[next(iter(self._last))]
        self._last[journey.id] = parts
        found = _Found(references=[journey.reference], words=[journey.notes])
        for _, part_found in parts.values():
            found.add(part_found)
        return found.text(
            (*(("place", p.id) for p in journey.places), *(("contact", c.id) for c in journey.contacts))
        )


class _Found:
    def __init__(self, references: list[str] | None = None, words: list[str] | None = None) -> None:
        self.names: list[str] = []
        self.references = references or []
        self.words = words or []

    def add(self, other: _Found) -> None:
        self.names += other.names
        self.references += other.references
        self.words += other.words

    def text(self, shared: tuple[tuple[str, str], ...] = ()) -> SearchText:
        return SearchText(_kept(self.names), _kept(self.references), _kept(self.words), shared)

    def gather(self, value: Any) -> None:
        cls: Any = type(value)
        if isinstance(value, Traveller):
            self.names.append(f"{value.surname} {value.given_names}")
        for name, target in _plan(cls):
            part = getattr(value, name)
            if not part:
                continue
            if target is None:
                for item in part if isinstance(part, tuple) else (part,):
                    self.gather(item)
            else:
                words: list[str] = getattr(self, target)
                for item in part if isinstance(part, tuple) else (part,):
                    if isinstance(item, Text):
                        words.extend(item.wording.values())
                    else:
                        words.append(item)


def _gathered(part: Any) -> _Found:
    found = _Found()
    for item in part:
        found.gather(item)
    return found


@cache
def _plan(cls: Any) -> tuple[tuple[str, str | None], ...]:
    """The searched fields of a class: to which words each goes, or ``None`` for one to look into."""
    plan: list[tuple[str, str | None]] = []
    names = _NAMES.get(cls, ())
    for field in shape_of(cls):
        if field.name in names:
            plan.append((field.name, "names"))
        elif cls in _NO_WORDS_OF or field.name in _NO_WORDS:
            continue
        elif field.kind is Kind.TEXT or field.type is Text:
            plan.append((field.name, "references" if field.name in _REFERENCES else "words"))
        elif field.kind is Kind.VALUE:
            plan.append((field.name, None))
    return tuple(plan)


@cache
def _searched_parts() -> tuple[str, ...]:
    """The lists of a journey that are searched; shared entries are by themselves."""
    return tuple(
        field.name
        for field in shape_of(Journey)
        if field.kind is Kind.VALUE
        and field.many is tuple
        and is_dataclass(field.type)
        and field.type not in (Place, Contact)
        and field.name not in ("attachments", "extra", "acknowledgements")
    )


def _kept(words: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))
