"""A journey without one of its people: what is theirs goes, what is shared stays without them.

What only they have (visas, entries, consents, their documents; of the patient also the whole treatment) is
dropped. Where they are one of several they are left out. What referred to something that is gone no longer
does. Their names and numbers in words written elsewhere are put out of sight by ``redacted``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from planner.record.ids import TravellerId
from planner.record.integrity import ANY_THING
from planner.record.journey import Journey
from planner.record.shape import Kind, parts
from planner.record.traveller import Traveller, TravellerRole

#: What stands where a name was.
REDACTED = "…"
#: What belongs to whoever is treated, though no field says so.
_OF_THE_PATIENT = (
    "diagnoses",
    "mdt_meetings",
    "appointments",
    "courses",
    "estimate",
    "payments",
    "deposits",
    "receipts",
    "tasks",
    "acknowledgements",
)
_SHORTEST_NAME, _SHORTEST_HANZI = 6, 2
_HANZI = re.compile(r"[㐀-鿿豈-﫿]")


def without_traveller(journey: Journey, traveller_id: str) -> Journey:
    """The journey without a traveller and everything that is theirs."""
    person = next((one for one in journey.travellers if one.id == traveller_id), None)
    if person is None:
        return journey
    left = journey
    if person.role is TravellerRole.PATIENT:
        documents = tuple(one for one in left.documents if one.traveller is not None)
        nothing: dict[str, Any] = dict.fromkeys(_OF_THE_PATIENT, ())
        left = replace(left, documents=documents, **nothing)
    gone = {traveller_id, *(set(ids_in(journey)) - set(ids_in(left)))}
    while True:
        pruned = _pruned(left, gone)
        assert isinstance(pruned, Journey)
        newly = (set(ids_in(left)) - set(ids_in(pruned))) - gone
        left = pruned
        if not newly:
            break
        gone |= newly
    extra = tuple(one for one in left.extra if gone.isdisjoint(one.pointer.split("/")))
    # A subject of an accepted finding may name a thing by its kind and id.
    accepted = tuple(one for one in left.acknowledgements if gone.isdisjoint(re.split(r"\W+", one.subject)))
    return replace(left, extra=extra, acknowledgements=accepted)


def without_papers(journey: Journey) -> Journey:
    """The journey without the frozen papers of its revisions: they tell of people as they were then."""
    bare = (replace(one, attachments=(), pdf=None, snapshot=None, reader=None) for one in journey.issues)
    return replace(journey, issues=tuple(bare))


def names_of(person: Traveller, others: Iterable[Traveller] = ()) -> frozenset[str]:
    """What names a person wherever it is written: names in full, numbers, addresses; nothing that one of
    ``others`` is called or reached by as well.
    """
    shared = {word for other in others for word in _called(other)}
    return frozenset(word for word in _called(person) if _is_telling(word) and word not in shared)


def _called(person: Traveller) -> Iterator[str]:
    """All that a person is called or reached by."""
    words = [f"{person.given_names} {person.surname}", f"{person.surname} {person.given_names}"]
    words += [person.full_name, f"{person.surname}/{person.given_names}", person.name_hanzi]
    words += [person.name_at_hospital, person.telephone, person.telephone_in_china, person.wechat]
    words += [person.email, *person.home_address.wording.values()]
    words += [passport.number for passport in person.passports]
    words += [policy.policy_number for policy in person.insurance]
    yield from (word.strip() for word in words if word.strip())


def redacted(journey: Journey, names: Iterable[str]) -> Journey:
    """The journey with each of ``names`` put out of sight, in capitals or small, wherever words hold it."""
    by_length = sorted(names, key=len, reverse=True)
    if not by_length:
        return journey
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(_spelled, by_length)) + r")(?!\w)", re.IGNORECASE)
    hanzi = [re.escape(name) for name in by_length if _HANZI.search(name)]
    within = re.compile("|".join(hanzi)) if hanzi else None

    def hide(words: str) -> str:
        found = pattern.sub(REDACTED, words)
        return within.sub(REDACTED, found) if within is not None else found

    changed = _reworded(journey, hide)
    assert isinstance(changed, Journey)
    # Somebody else's emergency contact whose name is gone is nobody to ring.
    kept = (
        replace(one, emergency_contacts=tuple(c for c in one.emergency_contacts if c.name != REDACTED))
        for one in changed.travellers
    )
    return replace(changed, travellers=tuple(kept))


def strings_in(value: Any) -> Iterator[str]:
    """Every string that a value of the record holds, ids and codes apart."""
    for shape, held in parts(value):
        if held is None:
            continue
        for one in held if shape.many else (held,):
            if shape.kind is Kind.TEXT and one:
                yield one
            elif shape.kind is Kind.WORDS:
                yield from one.values()
            elif shape.kind is Kind.VALUE:
                yield from strings_in(one)


def ids_in(value: Any) -> Iterator[str]:
    """The id of ``value``, if it has one, and of everything within it."""
    for shape, held in parts(value):
        if shape.kind is Kind.ID:
            yield held
        elif shape.kind is Kind.VALUE and held is not None:
            for one in held if shape.many else (held,):
                yield from ids_in(one)


def _pruned(value: Any, gone: set[str]) -> Any:
    """``value`` without what refers to ``gone``; ``None`` when nothing is left of it."""
    changes: dict[str, Any] = {}
    for shape, held in parts(value):
        if held is None or held == ():
            continue
        if shape.kind is Kind.ID:
            if held in gone:
                return None
        elif shape.kind is Kind.REFERENCE or (type(value), shape.name) in ANY_THING:
            left = _reference(shape.many, held, gone)
            if left is held:
                continue
            # Whose it is, or the last of those it was for: it is theirs.
            if shape.name == "traveller" or not (left or shape.optional or shape.many):
                return None
            if not left and shape.type is TravellerId and shape.many:
                return None
            if not left and (type(value), shape.name) in ANY_THING and shape.name == "thing":
                return None
            changes[shape.name] = left
        elif shape.kind is Kind.VALUE:
            if shape.many:
                items = [_pruned(one, gone) for one in held]
                if any(after is not before for after, before in zip(items, held, strict=True)):
                    changes[shape.name] = shape.many(one for one in items if one is not None)
            elif (inner := _pruned(held, gone)) is not held:
                # The agency is the one part that a journey cannot be without, and is never forgotten.
                assert inner is not None or shape.optional
                changes[shape.name] = inner
    return replace(value, **changes) if changes else value


def _reference(many: Any, held: Any, gone: set[str]) -> Any:
    if not many:
        return None if held in gone else held
    left = many(one for one in held if one not in gone)
    return held if len(left) == len(held) else left


def _reworded(value: Any, change: Any) -> Any:
    changes: dict[str, Any] = {}
    for shape, held in parts(value):
        if held is None or shape.kind not in (Kind.TEXT, Kind.WORDS, Kind.VALUE):
            continue
        if shape.many:
            one_by_one = [_one_reworded(shape.kind, one, change) for one in held]
            if any(after is not before for after, before in zip(one_by_one, held, strict=True)):
                changes[shape.name] = shape.many(one_by_one)
        elif (after := _one_reworded(shape.kind, held, change)) is not held:
            changes[shape.name] = after
    return replace(value, **changes) if changes else value


def _one_reworded(kind: Kind, one: Any, change: Any) -> Any:
    if kind is Kind.VALUE:
        return _reworded(one, change)
    if kind is Kind.WORDS:
        after = {locale: change(words) for locale, words in one.items()}
        return one if after == one else after
    after_words = change(one)
    return one if after_words == one else after_words


def _is_telling(word: str) -> bool:
    """Whether a word is long enough that nothing else is called so."""
    hanzi = len(_HANZI.findall(word))
    return hanzi >= _SHORTEST_HANZI if hanzi else len(word) >= _SHORTEST_NAME


def _spelled(name: str) -> str:
    """The name with any run of spaces between its parts."""
    return r"\s+".join(re.escape(part) for part in name.split())
