"""Finding names as one types: those that begin so first, then those with a word that does, then the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from planner.session.naming import fold

_T = TypeVar("_T")


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


def best(words: str, named: Iterable[tuple[_T, Sequence[str]]], limit: int) -> list[_T]:
    """Those of ``named`` (each with its folded names) that fit ``words``, the best first, in their order."""
    wanted = fold(words)
    found: list[list[_T]] = [[], [], [], [], []]
    for one, names in named:
        at = rank(wanted, names)
        if at is not None:
            found[at].append(one)
    return [one for rows in found for one in rows][:limit]
