"""Entries of the directory that may be one and the same, entered twice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeVar

from planner.record.contact import Contact
from planner.record.place import Place
from planner.reference.name_likeness import NameLikeness, name_likeness

_Entry = TypeVar("_Entry", Place, Contact)
_SEPARATORS = re.compile(r"[\W_]+")
#: A telephone of fewer digits is a switchboard's extension or an emergency number, shared by many.
_FEWEST_DIGITS = 7
#: Kinds of place that are one house: a centre is often a hospital, and somebody's flat their home.
_ALIKE = {"proton-centre": "hospital", "clinic": "hospital", "flat": "home"}


def likely_same(entry: Place | Contact, others: Iterable[_Entry]) -> tuple[_Entry, ...]:
    """Those of ``others`` that bear the same name in some language, or answer the same telephone.

    A Latin name counts as the same when a check-in desk would take it for the same (``name_likeness``):
    order, case, titles and accents do not matter. Places of quite different kinds never are: a station may
    share its name with a hotel. Contacts who share a telephone are the same only if they share their role.
    """
    return tuple(other for other in others if other.id != entry.id and _alike(entry, other))


def _alike(one: Place | Contact, other: Place | Contact) -> bool:
    if isinstance(one, Place) and isinstance(other, Place):
        if _house(one) != _house(other) or one.within == other.id or other.within == one.id:
            return False
        return _same_name(one, other)
    if isinstance(one, Contact) and isinstance(other, Contact):
        if _same_name(one, other):
            return True
        telephone = _digits(one.telephone)
        rings_the_same = bool(telephone) and telephone == _digits(other.telephone)
        return rings_the_same and one.role is other.role and one.place == other.place
    return False


def _house(place: Place) -> str:
    return _ALIKE.get(place.kind.value, place.kind.value)


def _same_name(one: Place | Contact, other: Place | Contact) -> bool:
    mine, theirs = one.name.wording, other.name.wording
    if {_bare(words) for words in mine.values() if words} & {
        _bare(words) for words in theirs.values() if words
    }:
        return True
    return any(
        name_likeness(name, "", printed) is NameLikeness.SAME
        for name in mine.values()
        for printed in theirs.values()
        if name and _letters(name) == _letters(printed)
    )


@lru_cache(8192)
def _bare(words: str) -> str:
    """Without case, width, marks over letters, spaces and punctuation."""
    letters = unicodedata.normalize("NFKD", words).casefold()
    return _SEPARATORS.sub("", "".join(c for c in letters if not unicodedata.combining(c)))


@lru_cache(8192)
def _letters(words: str) -> str:
    """The letters in order of the alphabet: a quick way to see that two names cannot be the same."""
    return "".join(sorted(_bare(words)))


def _digits(telephone: str) -> str:
    """The last digits of a number, without the code of the country, which is often left out."""
    digits = "".join(c for c in telephone if c.isdigit())
    return digits[-10:] if len(digits) >= _FEWEST_DIGITS else ""
