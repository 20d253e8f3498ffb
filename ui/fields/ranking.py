"""Finding names as one types, in pinyin too: first those that begin so, then those with a word that does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from planner.session.naming import fold, heard

_T = TypeVar("_T")
#: What stands between the syllables of pinyin as some type it.
_BETWEEN = re.compile(r"[\s'’·-]+")
#: No name is so long.
_LONGEST = 300


def rank(words: str, names: Sequence[str]) -> int | None:
    """How well ``words`` (folded) fit ``names`` (folded), 0 the best; ``None`` when they do not.

    Every one of the words must be in one of the names.
    """
    best: int | None = None
    for name in names:
        if name == words:
            return 0
        if name.startswith(words):
            found = 1
        elif f" {words}" in name:
            found = 2
        elif words in name:
            found = 3
        else:
            continue
        best = found if best is None else min(best, found)
    if best is None and " " in words:
        together = " ".join(names)
        if all(word in together for word in words.split()):
            return 4
    return best


def rank_by_sound(words: str, names: Iterable[str]) -> int | None:
    """How well ``words`` (folded) fit ``names`` in hanzi as they are typed in pinyin or its initials.

    As well as a word in the midst of a name where they begin one, as what is within a word where they begin
    a later syllable.
    """
    if not words.isascii():
        return None
    typed = _BETWEEN.sub("", words)
    if not typed.isalpha():
        return None
    found: int | None = None
    for name in names:
        first, later = heard(name)
        if any(one.startswith(typed) for one in first):
            return 2
        if found is None and any(one.startswith(typed) for one in later):
            found = 3
    return found


def heard_one_by_one(names: Iterable[str]) -> Iterator[None]:
    """Have ready how ``names`` are typed in pinyin, one in each step."""
    for name in names:
        heard(name)
        yield


def best(
    words: str,
    named: Iterable[tuple[_T, Sequence[str]]],
    limit: int,
    spoken: Callable[[_T], Iterable[str]] | None = None,
) -> list[_T]:
    """Those of ``named`` (each with its folded names) that fit ``words``, the best first, in their order.

    ``spoken`` gives the names by which one is also found in pinyin.
    """
    if len(words) > _LONGEST:
        return []
    wanted = fold(words)
    found: list[list[_T]] = [[], [], [], [], []]
    for one, names in named:
        at = rank(wanted, names)
        if spoken is not None and (at is None or at > 2):
            ranks = [at, rank_by_sound(wanted, spoken(one))]
            at = min((rank for rank in ranks if rank is not None), default=None)
        if at is not None:
            found[at].append(one)
    return [one for rows in found for one in rows][:limit]
