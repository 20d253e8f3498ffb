"""Words looked for in the logs: as they stand in what was written, or as that is called where one reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planner.store.columns import json_text


@dataclass(frozen=True, slots=True, kw_only=True)
class LogWord:
    """``text`` as it was typed, and what is called by it where one reads: sentences by their msgids, kinds of
    events, case managers and journeys by their ids.
    """

    text: str
    sentences: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    journeys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LogColumns:
    """What the parts of a log are in a query: its ``texts``, the ``label`` among them, and what it names."""

    texts: tuple[str, ...]
    label: str
    kind: str
    who: str
    journey: str


def conditions(words: Iterable[LogWord], columns: LogColumns) -> tuple[list[str], list[str]]:
    """For each word a condition that a row holds it somewhere, and the values of all of them."""
    found: list[str] = []
    values: list[str] = []
    for word in words:
        ways = [f"{text} LIKE ? ESCAPE '\\'" for text in columns.texts]
        values += [f"%{_plain(word.text)}%"] * len(columns.texts)
        ways += [f"instr({columns.label}, ?)"] * len(word.sentences)
        values += [f'"msgid":{json_text(one)}' for one in word.sentences]
        for column, among in (
            (columns.kind, word.kinds),
            (columns.who, word.people),
            (columns.journey, word.journeys),
        ):
            if among:
                ways.append(f"{column} IN ({', '.join('?' * len(among))})")
                values += among
        found.append(f"({' OR '.join(ways)})")
    return found, values


def _plain(word: str) -> str:
    """The word as ``LIKE`` takes it literally, written as JSON writes it."""
    written = json_text(word)[1:-1]
    return "".join(f"\\{sign}" if sign in "\\%_" else sign for sign in written)


Words = Sequence[LogWord]
