"""Where one was among the consequences, so that it is found again when they are shown anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from planner.session.replanning import ConsequenceKind
from ui.journey.replan.consequence_group import ConsequenceGroup

_Name = tuple[str, str]


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """``unfolded`` are the kinds that showed their rows; ``keys`` names what had the keyboard, if any did."""

    unfolded: frozenset[ConsequenceKind] = frozenset()
    keys: _Name | None = None


def kept_place(groups: Sequence[ConsequenceGroup]) -> KeptPlace:
    """Where one is now."""
    unfolded = frozenset(group.kind for group in groups if group.rows)
    keys = next((name for name, part in _parts(groups) if part.hasFocus()), None)
    return KeptPlace(unfolded, keys)


def give_keys_back(groups: Sequence[ConsequenceGroup], place: KeptPlace) -> None:
    """Give the keyboard to what had it, where that is shown again."""
    for name, part in _parts(groups):
        if name == place.keys and part.isEnabled():
            part.setFocus()


def _parts(groups: Sequence[ConsequenceGroup]) -> Iterator[tuple[_Name, QWidget]]:
    """What takes keys, by the key of its consequence or the name of its kind, and its part there."""
    for group in groups:
        if group.box is not None:
            yield (group.kind.value, "box"), group.box
        yield (group.kind.value, "fold"), group.fold
        for row in group.rows:
            key = row.consequence.key
            if row.box is not None:
                yield (key, "box"), row.box
            if row.day is not None:
                yield (key, "day"), row.day.field.line
            if row.open is not None:
                yield (key, "open"), row.open
