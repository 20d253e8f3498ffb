"""One of a closed set of choices, such as the kind of a document or the state of a booking."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from planner.message import Message
from planner.session.naming import fold
from ui import labels
from ui.fields.field import FieldContext
from ui.fields.option import Option
from ui.fields.pick_field import PickField
from ui.fields.ranking import best


class ChoiceField(PickField):
    """A choice of the ``StrEnum`` ``kind``, by its name on the screen or in English."""

    least_width = 0

    def __init__(
        self,
        context: FieldContext,
        name: Message,
        kind: type[StrEnum],
        *,
        required: bool = False,
        bare: bool = False,
    ) -> None:
        self._kind = kind
        super().__init__(context, name, required=required, bare=bare)

    def write(self, value: Any) -> str:
        return "" if value is None else self.desk.language.text(labels.name(value))

    def options(self, words: str) -> Sequence[Option]:
        options = [Option(choice, self.write(choice)) for choice in self._kind]
        if not words:
            return options
        named = ((one, (fold(one.label), fold(str(labels.name(one.value))))) for one in options)
        return best(words, named, len(options), lambda one: (one.label,))
