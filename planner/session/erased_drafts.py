"""Which drafts tell of somebody who is erased: no part of the record, and yet in the vault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from planner.record.json_text import Json
from planner.record.traveller import Traveller
from planner.store.draft_store import Draft


def drafts_telling_of(
    drafts: Iterable[Draft], people: Iterable[Traveller], words: Iterable[str]
) -> frozenset[str]:
    """The keys of the drafts that hold one of ``words`` (names in full, numbers, ids), or are about to enter
    one of ``people``: the same surname, with the same given names or none yet, in capitals or small.

    Such is a journey that is only begun; it belongs to nobody's journey, and so would outlive all of them.
    """
    everybody, telling = tuple(people), frozenset(map(str.casefold, words))
    return frozenset(one.key for one in drafts if _tells(one, everybody, telling))


def _tells(draft: Draft, people: Iterable[Traveller], telling: frozenset[str]) -> bool:
    lines = [line.casefold() for line in (draft.key, draft.under, *_strings(draft))]
    if any(word in line for word in telling for line in lines):
        return True
    surname, given = _line(draft, "surname"), _line(draft, "given_names")
    return bool(surname) and any(
        surname == _plain(one.surname) and given in ("", _plain(one.given_names)) for one in people
    )


def _line(draft: Draft, field: str) -> str:
    """What stands in a field of a person's form, or of the form of a new journey (``traveller.surname``)."""
    for held in (draft.values, draft.typed):
        for name, one in held.items():
            if name.rpartition(".")[2] == field:
                return _plain(" ".join(_within(one)))
    return ""


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def _strings(draft: Draft) -> Iterator[str]:
    for held in (draft.values, draft.typed):
        for one in held.values():
            yield from _within(one)


def _within(value: Json | tuple[str, ...]) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _within(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _within(one)
