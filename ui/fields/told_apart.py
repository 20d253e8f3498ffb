"""What is said after a name that several have: when it is, where it lies, when somebody was born."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from planner.i18n import Translator
from planner.record.contact import Contact
from planner.record.place import Place
from planner.record.traveller import Traveller
from planner.record.when import When
from planner.session.naming import thing_moment
from ui import labels

_BETWEEN = " · "
#: As much of a passport's number as tells it apart, and no more.
_LAST = 4


def told_apart(names: Mapping[str, str], facts_of: Callable[[str], Sequence[str]]) -> dict[str, str]:
    """For the ids whose name another has as well: the name with the first fact that no two of them share,
    else with all that is known. Those whose name is their own are not in it.

    ``facts_of`` gives the facts of an id, always as many, ``""`` for one that is not known.
    """
    by_name: dict[str, list[str]] = defaultdict(list)
    for id, name in names.items():
        by_name[name].append(id)
    found = {}
    for name, ids in by_name.items():
        if len(ids) > 1:
            found.update(_apart(name, {id: tuple(facts_of(id)) for id in ids}))
    return found


def _apart(name: str, facts: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    for column in zip(*facts.values(), strict=True):
        if all(column) and len(set(column)) == len(column):
            return {id: _BETWEEN.join((name, one)) for id, one in zip(facts, column, strict=True)}
    return {id: _BETWEEN.join((name, *filter(None, known))) for id, known in facts.items()}


def facts_of(one: Any, speaker: Translator) -> tuple[str, ...]:
    """What tells ``one`` apart from others of its class and name, the most telling first."""
    match one:
        case Traveller():
            born = speaker.date(one.born_on, "medium") if one.born_on is not None else ""
            number = next((passport.number for passport in one.passports if passport.number), "")
            return born, one.name_hanzi, f"…{number[-_LAST:]}" if number else ""
        case Place():
            kind = speaker.value(labels.name(one.kind))
            return one.city.best(speaker.locale), one.address.best(speaker.locale), kind
        case Contact():
            return speaker.value(labels.name(one.role)), one.telephone, one.title.best(speaker.locale)
    return (moment_words(one, speaker),)


def moment_words(one: Any, speaker: Translator) -> str:
    """The day of a thing, with its time once that is known; ``""`` while it has none."""
    moment = thing_moment(one)
    if moment is None:
        return ""
    return speaker.when(moment, "medium") if isinstance(moment, When) else speaker.date(moment, "medium")
